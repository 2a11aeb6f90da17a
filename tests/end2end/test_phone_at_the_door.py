"""Who comes in on a real phone page, and who stays out: a name that was here before, the teacher's word, many tabs."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from polling import commands, wire
from tests.browser_phone import BrowserPhone
from tests.end2end.conftest import OpenPhone
from tests.polling_process import PollingProcess
from tests.wire_clients import WirePhone, WireTeacher

POLL = "s3"


def asks_in(page: Page, name: str) -> None:
    """Type a name, whatever comes of it."""
    page.get_by_label("Hoe heet je?").fill(name)
    page.get_by_role("button", name="Doe mee").click()


def phone_beside(server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone, name: str) -> Page:
    """A phone on which the name was typed of somebody who was here and left."""
    before = WirePhone(server.join_url, name)
    assert before.welcome
    before.closes()
    teacher.waits_for(wire.RosterPart, lambda roster: [each.status for each in roster.participants] == ["asleep"])
    page = open_phone(server.join_url)
    asks_in(page, name)
    expect(page.get_by_role("heading", name=f"Er doet al een {name} mee")).to_be_visible()
    return page


def claim(teacher: WireTeacher) -> str:
    """What the teacher is asked, once there is something."""
    return teacher.waits_for(wire.RosterPart, lambda roster: bool(roster.claims)).claims[0].id


def test_another_device_gets_the_seat_with_the_teachers_yes(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = phone_beside(server, teacher, open_phone, "Ana")
    page.get_by_role("button", name="Ja, dat ben ik").click()
    expect(page.get_by_role("heading", name="Je docent moet even ja zeggen")).to_be_visible()
    teacher.say(wire.JudgeClaim(claim=claim(teacher), yes=True))
    BrowserPhone(page).sees("Je doet mee, Ana")
    assert [each.name for each in teacher.waits_for(wire.RosterPart).participants] == ["Ana"]


def test_a_no_of_the_teacher_leads_back_to_the_name(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = phone_beside(server, teacher, open_phone, "Ana")
    page.get_by_role("button", name="Ja, dat ben ik").click()
    teacher.say(wire.JudgeClaim(claim=claim(teacher), yes=False))
    expect(page.locator(".status")).to_have_text("Je docent zei nee. Doe mee met een andere naam.")
    BrowserPhone(page).joins("Ana Maria")


def test_another_of_the_same_name_joins_as_another(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = phone_beside(server, teacher, open_phone, "Ana")
    page.get_by_role("button", name="Nee, ik ben een andere Ana").click()
    BrowserPhone(page).sees("Je doet mee, Ana 2")


def test_who_waits_can_go_back_and_the_teacher_is_asked_no_more(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = phone_beside(server, teacher, open_phone, "Ana")
    page.get_by_role("button", name="Ja, dat ben ik").click()
    assert claim(teacher)
    page.get_by_role("button", name="Terug").click()
    teacher.waits_for(wire.RosterPart, lambda roster: not roster.claims and roster.revision > 1)
    BrowserPhone(page).joins("Bo")


def test_a_phone_that_waits_asks_again_when_the_server_was_away(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = phone_beside(server, teacher, open_phone, "Ana")
    page.get_by_role("button", name="Ja, dat ben ik").click()
    assert claim(teacher)
    server.is_killed()
    expect(page.locator(".status")).to_contain_text("Geen verbinding")
    server.starts_again()
    again = WireTeacher(server.teacher_url)
    again.say(wire.JudgeClaim(claim=claim(again), yes=True))
    BrowserPhone(page).sees("Je doet mee, Ana")


def test_a_removed_phone_says_so_and_may_join_anew(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url)
    BrowserPhone(page).joins("Ana")
    teacher.does(commands.Remove("p1"))
    expect(page.get_by_text("Je docent heeft je uit de les gehaald")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Opnieuw meedoen").click()
    BrowserPhone(page).joins("Ana")
    teacher.waits_for(wire.RosterPart, lambda part: [each.standing for each in part.participants] == ["removed", "in"])
    page.reload()
    BrowserPhone(page).sees("Je bent er weer, Ana")


def test_a_blocked_phone_has_no_way_back(server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone) -> None:
    page = open_phone(server.join_url)
    BrowserPhone(page).joins("Ana")
    teacher.does(commands.Remove("p1", block=True))
    expect(page.get_by_text("Je kunt niet meer meedoen met deze les")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Je kunt niet meer meedoen met deze les")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


def test_a_locked_room_is_said_at_the_name(server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone) -> None:
    teacher.does(commands.Lock(locked=True))
    teacher.waits_for(wire.RosterPart, lambda roster: roster.is_locked)
    page = open_phone(server.join_url)
    asks_in(page, "Ana")
    expect(page.locator(".status")).to_have_text("De les is op slot. Vraag je docent.")
    teacher.does(commands.Lock(locked=False))
    teacher.waits_for(wire.RosterPart, lambda roster: not roster.is_locked and roster.revision > 1)
    BrowserPhone(page).joins("Ana")


def test_another_name_is_on_the_phone_at_once_and_after_a_reload(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url)
    BrowserPhone(page).joins("Anna")
    teacher.does(commands.Rename("p1", "Ana B"))
    expect(page.locator("header .me")).to_contain_text("Ana B")
    page.reload()
    BrowserPhone(page).sees("Je bent er weer, Ana B")


def test_five_tabs_of_one_phone_are_one_participant_with_one_answer(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    first = open_phone(server.join_url)
    tabs = [first, *(first.context.new_page() for _ in range(4))]
    for tab in tabs:
        tab.goto(server.join_url)
        expect(tab.get_by_label("Hoe heet je?")).to_be_visible()
    BrowserPhone(first).joins("Ana")
    for tab in tabs[1:]:
        expect(tab.get_by_text("Je doet ergens anders mee")).to_be_visible()
    teacher.does(commands.GoTo(POLL))
    BrowserPhone(first).chooses("A")
    for tab in tabs[1:]:
        tab.get_by_role("button", name="Hier verder").click()
        expect(tab.locator("button.option.chosen")).to_contain_text("verstuurd")
    expect(first.get_by_text("Je doet ergens anders mee")).to_be_visible()
    BrowserPhone(tabs[-1]).chooses("B")
    tally = teacher.waits_for(wire.TallyPart, lambda tally: tally.counts == (0, 1))
    assert (tally.answered, tally.expected) == (1, 1)
    assert [each.name for each in teacher.waits_for(wire.RosterPart).participants] == ["Ana"]


def test_a_tab_that_missed_the_news_joins_as_the_one_who_is_in(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    first = open_phone(server.join_url)
    second = first.context.new_page()
    second.add_init_script("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
    second.goto(server.join_url)
    expect(second.get_by_label("Hoe heet je?")).to_be_visible()
    BrowserPhone(first).joins("Ana")
    asks_in(second, "Bo")
    BrowserPhone(second).sees("Je bent er weer, Ana")
    expect(first.get_by_text("Je doet ergens anders mee")).to_be_visible()
    assert [each.name for each in teacher.waits_for(wire.RosterPart).participants] == ["Ana"]
