"""The phone page in a real browser against the real server: joining, answering, coming back, languages, small
screens."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from polling import commands, wire
from tests.browser_phone import PATIENCE_MS, BrowserPhone
from tests.end2end.conftest import OpenPhone
from tests.polling_process import PollingProcess
from tests.wire_clients import WirePhone, WireTeacher

Start = Callable[..., PollingProcess]
QUIZ, POLL, WEB, OPEN, TIMER = "s2", "s3", "s4", "s5", "s6"
LONG = "Het water zakt door alle zandlagen heen tot op de klei"
SEVERAL = f"""---
title: <b>Water</b>
language: nl
---

# Waar blijft het regenwater dat in de duinen valt, en waarom duurt het zo lang voordat het weer boven komt?

{"In een duin zakt het regenwater langzaam weg tussen de korrels. " * 6}

![duin](media/duin.png)

- [x] {LONG} (1)
- [x] {LONG} (2)
- [ ] {LONG} (3)
- [ ] {LONG} (4)
- [ ] {LONG} (5)
- [ ] Niemand weet het
"""


@pytest.fixture(autouse=True)
def expect_with_patience() -> Iterator[None]:
    expect.set_options(timeout=PATIENCE_MS)
    yield
    expect.set_options(timeout=5_000)


def status(page: Page, text: str | re.Pattern[str]) -> None:
    """Wait until the status line says this."""
    expect(page.locator(".status")).to_have_text(text)


def goes_to(teacher: WireTeacher, slide: str) -> None:
    """Go to a slide, and wait until it is there."""
    teacher.does(commands.GoTo(slide))
    teacher.sees(lambda position: position.slide == slide)


def test_joining_by_the_address_and_waiting_in_the_lobby(server: PollingProcess, open_phone: OpenPhone) -> None:
    phone = BrowserPhone(open_phone(server.join_url))
    phone.joins("Amira")
    phone.sees("Je doet mee, Amira")


def test_joining_by_typing_the_code(server: PollingProcess, open_phone: OpenPhone) -> None:
    base, _, code = server.join_url.rpartition("/")
    page = open_phone(base)
    field = page.get_by_label("De vier cijfers op het bord")
    assert field.get_attribute("inputmode") == "numeric"
    field.fill("0000" if code != "0000" else "1111")
    page.get_by_role("button", name="Verder").click()
    status(page, "Deze code klopt niet. Kijk nog eens op het bord.")
    field.fill(code)
    field.press("Enter")
    BrowserPhone(page).joins("Amira")


def test_two_with_one_name_are_told_apart(server: PollingProcess, open_phone: OpenPhone) -> None:
    assert WirePhone(server.join_url, "Jan").welcome
    phone = BrowserPhone(open_phone(server.join_url))
    phone.joins("Jan")
    phone.sees("Je doet mee, Jan 2")


def test_answering_changing_and_being_judged(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url)
    phone = BrowserPhone(page)
    phone.joins("Amira")
    goes_to(teacher, QUIZ)
    status(page, "Kies een antwoord")
    phone.chooses("B")
    status(page, "Verstuurd. Je kunt nog wijzigen.")
    phone.chooses("A")
    expect(page.locator("button.option.chosen")).to_have_count(1)
    assert teacher.waits_for(wire.TallyPart, lambda tally: tally.counts == (1, 0, 0)).answered == 1
    teacher.does(commands.Close())
    status(page, "Deze vraag is gesloten")
    expect(page.locator("button.option").first).to_be_disabled()
    expect(page.locator(".tick")).to_have_count(0)
    teacher.does(commands.Reveal())
    status(page, "Goed!")
    expect(page.locator("button.option.right")).to_contain_text("Decibel")
    phone.sees("Klopt.")


def test_thumbs_that_are_too_fast_are_told_so_and_their_last_choice_is_stored(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url)
    BrowserPhone(page).joins("Amira")
    goes_to(teacher, QUIZ)
    status(page, "Kies een antwoord")
    page.evaluate("for (let i = 0; i < 60; i++) document.querySelectorAll('button.option')[i % 3].click()")
    status(page, "Even rustig: dat ging te snel.")
    status(page, "Verstuurd. Je kunt nog wijzigen.")
    teacher.waits_for(wire.TallyPart, lambda tally: tally.counts == (0, 0, 1))


def test_words_are_sent_split_refused_and_withdrawn(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url)
    phone = BrowserPhone(page)
    phone.joins("Amira")
    goes_to(teacher, WEB)
    phone.sends_word("wind")
    phone.sees("Nog 2 woorden")
    field = page.get_by_placeholder("Typ een woord")
    field.press_sequentially("Wind")
    field.press("Enter")
    status(page, "Die heb je al.")
    expect(field).to_be_focused()
    field.press_sequentially("zee, een deur")
    field.press("Enter")
    expect(page.locator("li.word.stored")).to_have_count(3)
    phone.sees("Je woorden zijn op")
    box = page.get_by_role("button", name="Haal zee weg").bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    phone.withdraws("zee")
    teacher.waits_for(wire.WordsPart, lambda part: [word.text for word in part.words] == ["wind", "een deur"])


def test_a_text_is_written_and_changed(server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone) -> None:
    page = open_phone(server.join_url)
    phone = BrowserPhone(page)
    phone.joins("Amira")
    goes_to(teacher, OPEN)
    phone.sees("Nog 240 tekens")
    phone.writes("Water draagt geluid.")
    phone.sees("Nog 220 tekens")
    phone.writes("Water draagt geluid sneller.")
    tally = teacher.waits_for(wire.TallyPart, lambda tally: "sneller" in str(tally.answers))
    assert tally.answered == 1
    page.get_by_placeholder("Typ je antwoord").fill("x" * 241)
    phone.sees("1 teken te veel")
    expect(page.get_by_role("button", name="Verstuur opnieuw")).to_be_disabled()


def test_typed_text_and_focus_survive_what_the_teacher_does(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url)
    phone = BrowserPhone(page)
    phone.joins("Amira")
    goes_to(teacher, OPEN)
    field = page.get_by_placeholder("Typ je antwoord")
    field.press_sequentially("Half een")
    teacher.does(commands.StartTimer(minutes=3))
    expect(page.locator(".clock")).to_contain_text("2:5")
    expect(field).to_be_focused()
    field.press_sequentially(" zin")
    expect(field).to_have_value("Half een zin")


def test_a_late_joiner_sees_the_remaining_time(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    goes_to(teacher, QUIZ)
    teacher.does(commands.PauseTimer())
    clock = teacher.sees(lambda position: position.clock is not None and position.clock.ends_at is None).clock
    assert clock is not None
    page = open_phone(server.join_url)
    BrowserPhone(page).joins("Laat")
    shown = -(-clock.left_ms // 1000)
    expect(page.locator(".clock")).to_have_text(f"0:{shown:02}")
    phone = BrowserPhone(page)
    phone.chooses("A")


def test_a_reload_keeps_the_person_and_the_answer(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url)
    phone = BrowserPhone(page)
    phone.joins("Amira")
    goes_to(teacher, POLL)
    phone.chooses("B")
    page.reload()
    expect(page.locator("button.option.chosen")).to_contain_text("verstuurd")
    phone.chooses("A")
    roster = teacher.waits_for(wire.RosterPart)
    assert [each.name for each in roster.participants] == ["Amira"]
    page.goto(server.join_url.rpartition("/")[0])
    expect(page.locator("button.option.chosen")).to_contain_text("Ja")


def test_an_answer_without_connection_is_kept_over_a_reload_of_the_server_and_sent(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url)
    BrowserPhone(page).joins("Amira")
    goes_to(teacher, POLL)
    status(page, "Kies een antwoord")
    server.is_killed()
    page.locator("button.option").nth(1).click()
    status(page, re.compile("Je antwoord is bewaard"))
    expect(page.get_by_text("verstuurd", exact=True)).to_have_count(0)
    server.starts_again()
    expect(page.locator("button.option").nth(1)).to_contain_text("verstuurd")


def test_an_answer_without_connection_survives_closing_the_page(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url)
    BrowserPhone(page).joins("Amira")
    goes_to(teacher, POLL)
    status(page, "Kies een antwoord")
    server.is_killed()
    page.locator("button.option").nth(1).click()
    status(page, re.compile("Je antwoord is bewaard"))
    page.close()
    server.starts_again()
    again = page.context.new_page()
    again.goto(server.join_url)
    expect(again.locator("button.option").nth(1)).to_contain_text("verstuurd")
    tally = WireTeacher(server.teacher_url).waits_for(wire.TallyPart)
    assert tally.counts == (0, 1)


def test_an_answer_that_came_too_late_is_said(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url)
    BrowserPhone(page).joins("Amira")
    goes_to(teacher, POLL)
    status(page, "Kies een antwoord")
    server.is_killed()
    page.locator("button.option").nth(1).click()
    status(page, re.compile("Je antwoord is bewaard"))
    page.goto("about:blank")
    server.starts_again()
    again = WireTeacher(server.teacher_url)
    again.does(commands.Close())
    again.sees(lambda position: position.phase == "closed")
    page.goto(server.join_url)
    status(page, "Te laat: de vraag was al gesloten.")
    expect(page.locator("button.option.chosen")).to_have_count(0)


def test_a_second_tab_takes_over_and_the_first_can_take_back(server: PollingProcess, open_phone: OpenPhone) -> None:
    first = open_phone(server.join_url)
    BrowserPhone(first).joins("Amira")
    second = first.context.new_page()
    second.goto(server.join_url)
    expect(second.get_by_text("Je bent er weer, Amira")).to_be_visible()
    expect(first.get_by_text("Je doet ergens anders mee")).to_be_visible()
    first.get_by_role("button", name="Hier verder").click()
    expect(first.get_by_text("Je bent er weer, Amira").or_(first.get_by_text("Je doet mee, Amira"))).to_be_visible()
    expect(second.get_by_text("Je doet ergens anders mee")).to_be_visible()


def test_slides_pause_and_end_on_the_phone(server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone) -> None:
    page = open_phone(server.join_url)
    phone = BrowserPhone(page)
    phone.joins("Amira")
    teacher.does(commands.Next())
    link = page.get_by_role("link", name="Kaart")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(link).to_have_attribute("target", "_blank")
    status(page, "Kijk naar het bord")
    goes_to(teacher, TIMER)
    teacher.does(commands.StartTimer())
    expect(page.locator(".timer .clock")).to_contain_text("1:5")
    teacher.does(commands.Pause())
    phone.sees("Pauze")
    teacher.does(commands.Resume())
    expect(page.locator(".timer .clock")).to_contain_text("1:5")
    teacher.does(commands.End())
    phone.sees("De les is afgelopen")


def test_the_phone_speaks_the_reader_s_language(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    english = open_phone(server.join_url, locale="en-GB")
    english.get_by_label("What is your name?").fill("Amy")
    english.get_by_role("button", name="Join").click()
    expect(english.get_by_text("You are in, Amy")).to_be_visible()
    assert english.locator("html").get_attribute("lang") == "en"
    german = open_phone(server.join_url, locale="de-DE")
    BrowserPhone(german).joins("Udo")
    goes_to(teacher, WEB)
    expect(english.get_by_text("3 words left")).to_be_visible()
    expect(german.get_by_text("Nog 3 woorden")).to_be_visible()


def test_the_page_asks_one_host_one_time(server: PollingProcess, open_phone: OpenPhone) -> None:
    page = open_phone("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.join_url)
    BrowserPhone(page).joins("Amira")
    assert [url for url in asked if not url.endswith("/favicon.ico")] == [server.join_url]


@pytest.mark.parametrize("size", [(320, 480), (360, 640), (390, 844), (667, 375)])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_six_long_answers_fit_every_phone(
    start_polling: Start, tmp_path: Path, open_phone: OpenPhone, pictures: Path, size: tuple[int, int], dark: bool
) -> None:
    folder = tmp_path / "water"
    (folder / "media").mkdir(parents=True)
    (folder / "lesson.md").write_text(SEVERAL, "utf-8")
    write_picture(folder / "media" / "duin.png")
    server = start_polling(folder)
    teacher = WireTeacher(server.teacher_url)
    page = open_phone(server.join_url, size=size, dark=dark)
    phone = BrowserPhone(page)
    phone.joins("Een lange naam hoor")
    teacher.does(commands.Next())
    status(page, "Kies een of meer antwoorden")
    phone.chooses("A")
    phone.chooses("D")
    expect(page.locator("button.option.chosen")).to_have_count(2)
    page.screenshot(path=pictures / f"phone-{size[0]}x{size[1]}-{'dark' if dark else 'light'}.png")
    for option in page.locator("button.option").all():
        box = option.bounding_box()
        assert box is not None
        assert min(box["height"], box["width"]) >= 48
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]
        assert box["y"] + box["height"] <= size[1]
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    expect(page.locator(".ask h1")).to_be_in_viewport()


def test_large_letters_keep_every_answer_in_reach(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url, size=(320, 480))
    phone = BrowserPhone(page)
    phone.joins("Amira")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    goes_to(teacher, QUIZ)
    for letter in "ABC":
        phone.chooses(letter)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def write_picture(path: Path) -> None:
    """A plain picture."""
    Image.new("RGB", (640, 400), (190, 205, 160)).save(path)


def test_a_network_that_lets_no_websockets_through_is_no_hindrance(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url)
    page.add_init_script(
        "window.WebSocket = class { readyState = 0; close() {} constructor() { setTimeout(() => this.onclose()); } };"
    )
    page.reload()
    phone = BrowserPhone(page)
    phone.joins("Amira")
    goes_to(teacher, QUIZ)
    phone.chooses("B")
    assert teacher.waits_for(wire.TallyPart, lambda tally: tally.answered == 1).counts == (0, 1, 0)
    page.reload()
    expect(page.locator("button.option.chosen")).to_have_count(1)
