"""The teacher looks after people from the teacher page: phones that ask for a seat, names, who is out, the lock."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from polling import commands, wire
from tests.browser_phone import PATIENCE_MS
from tests.end2end.conftest import OpenPhone
from tests.polling_process import PollingProcess
from tests.wire_clients import WirePhone, WireTeacher

POLL = "s3"


@pytest.fixture
def page(server: PollingProcess, open_phone: OpenPhone) -> Page:
    page = open_phone(server.teacher_url, size=(360, 640))
    page.set_default_timeout(PATIENCE_MS)
    return page


def opens(page: Page, name: str) -> None:
    """Unfold the people, if need be, and what can be done for one of them."""
    person = page.locator(".person", has_text=name)
    if not person.is_visible():
        page.locator("summary", has_text="leerling").click()
    person.click()


def press(page: Page, name: str) -> None:
    """Press a button by what it says."""
    page.get_by_role("button", name=name, exact=True).click()


def standing(teacher: WireTeacher, name: str, standing: str) -> None:
    """Wait until this is so."""
    teacher.waits_for(
        wire.RosterPart, lambda part: (name, standing) in [(e.name, e.standing) for e in part.participants]
    )


def test_a_phone_that_asks_for_a_seat_gets_it_with_one_tap(
    server: PollingProcess, teacher: WireTeacher, page: Page
) -> None:
    before = WirePhone(server.join_url, "Ana")
    assert before.welcome
    before.closes()
    teacher.waits_for(wire.RosterPart, lambda part: [each.status for each in part.participants] == ["asleep"])
    claims = [WirePhone(server.join_url) for _ in range(2)]
    for phone in claims:
        phone.waits_for(wire.Greeting)
        phone.say(wire.Hello(proto=1, room_code=phone.room_code, name="Ana", again="me"))
        phone.waits_for(wire.Waiting)
    expect(page.get_by_text("Nog 1 wacht.")).to_be_visible()
    press(page, "Nee")
    assert claims[0].waits_for(wire.RefusedMessage).code == "claim_refused"
    expect(page.get_by_text("Ana op een ander toestel?")).to_be_visible()
    expect(page.get_by_text("Nog 1 wacht.")).to_have_count(0)
    press(page, "Ja")
    assert claims[1].welcome.name == "Ana"
    expect(page.locator(".claim")).to_have_count(0)


def test_a_student_is_renamed_covered_removed_and_let_in_again(
    server: PollingProcess, teacher: WireTeacher, page: Page
) -> None:
    phone = WirePhone(server.join_url, "Xx")
    assert phone.welcome
    opens(page, "Xx")
    page.get_by_label("Nieuwe naam").fill("Ana")
    press(page, "Hernoem")
    assert phone.waits_for(wire.Named).name == "Ana"
    opens(page, "Ana")
    page.get_by_role("switch", name="Toon als Leerling 1").click()
    expect(page.locator(".person")).to_contain_text("Leerling 1")
    press(page, "Haal uit de les")
    assert phone.waits_for(wire.Bye).reason == "removed"
    standing(teacher, "Ana", "removed")
    expect(page.get_by_text("Uit de les")).to_be_visible()
    opens(page, "Ana")
    press(page, "Blokkeer")
    standing(teacher, "Ana", "blocked")
    press(page, "Laat weer toe")
    standing(teacher, "Ana", "in")


def test_the_lock_keeps_new_ones_out(server: PollingProcess, page: Page) -> None:
    page.locator("summary", has_text="0 leerlingen").click()
    switch = page.get_by_role("switch", name="Op slot: niemand nieuw")
    switch.click()
    expect(switch).to_have_attribute("aria-checked", "true")
    expect(page.locator("summary", has_text="op slot")).to_be_visible()
    assert WirePhone(server.join_url, "Ana").waits_for(wire.RefusedMessage).code == "locked"
    switch.click()
    expect(switch).to_have_attribute("aria-checked", "false")
    assert WirePhone(server.join_url, "Ana").welcome.name == "Ana"


def test_a_question_closes_by_itself_when_the_teacher_wants_so(
    server: PollingProcess, teacher: WireTeacher, page: Page
) -> None:
    phone = WirePhone(server.join_url, "Ana")
    assert phone.welcome
    teacher.does(commands.GoTo(POLL))
    page.get_by_role("switch", name="Sluit vanzelf").click()
    teacher.sees(lambda position: position.closes_by_itself)
    phone.sees(lambda state: state.question is not None and state.question.phase == "asking")
    phone.chooses("A")
    teacher.sees(lambda position: position.phase == "closed")
    expect(page.get_by_text("Gesloten")).to_be_visible()


def test_a_reload_and_a_server_that_was_away_leave_everything_in_its_place(
    server: PollingProcess, teacher: WireTeacher, page: Page
) -> None:
    assert WirePhone(server.join_url, "Ana").welcome
    asleep = WirePhone(server.join_url, "Bo")
    assert asleep.welcome
    asleep.closes()
    teacher.waits_for(wire.RosterPart, lambda part: part.here == 1 and len(part.participants) == 2)
    page.reload()
    expect(page.get_by_text("1 van 2 hier")).to_be_visible()
    opens(page, "Bo")
    expect(page.locator(".person.asleep")).to_contain_text("slaapt")
    server.is_killed()
    expect(page.locator(".status")).to_contain_text("Geen verbinding")
    expect(page.get_by_label("Nieuwe naam")).to_be_visible()
    server.starts_again()
    expect(page.get_by_text("0 van 2 hier")).to_be_visible()
    expect(page.get_by_label("Nieuwe naam")).to_be_visible()
