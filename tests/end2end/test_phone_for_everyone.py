"""A whole lesson on the phone page without touching or seeing it: by keys alone, and by what a screen reader reads."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from polling import commands, wire
from polling.answers import Choice, Text, Value, Words
from tests.browser_phone import PATIENCE_MS
from tests.end2end.conftest import OpenPhone
from tests.polling_process import PollingProcess
from tests.wire_clients import WireTeacher

QUIZ, POLL, WEB, OPEN, TIMER = "s2", "s3", "s4", "s5", "s6"
LAPTOP = (1366, 768)


def goes_to(teacher: WireTeacher, slide: str) -> None:
    teacher.does(commands.GoTo(slide))
    teacher.sees(lambda position: position.slide == slide)


def has_answered(teacher: WireTeacher, value: Value) -> None:
    """Wait until the server has this answer of the only student."""
    teacher.waits_for(wire.TallyPart, lambda tally: [each.value for each in tally.answers] == [value])


def test_a_whole_lesson_is_answered_with_keys_alone(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url, size=LAPTOP)
    keys = page.keyboard
    expect(page.locator("#name")).to_be_focused()
    keys.type("Amira")
    keys.press("Enter")
    expect(page.locator("main.lobby")).to_be_visible()
    goes_to(teacher, QUIZ)
    expect(page.locator("main.question")).to_be_visible()
    keys.press("b")
    has_answered(teacher, Choice((1,)))
    keys.press("1")
    has_answered(teacher, Choice((0,)))
    goes_to(teacher, POLL)
    expect(page.locator(".option.chosen")).to_have_count(0)
    while not page.evaluate("document.activeElement.matches('.option')"):
        keys.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    keys.press("Tab")
    keys.press("Space")
    has_answered(teacher, Choice((1,)))
    goes_to(teacher, WEB)
    expect(page.locator("#word")).to_be_visible()
    keys.type("zee")
    keys.press("Enter")
    keys.type("wind,")
    has_answered(teacher, Words(("zee", "wind")))
    goes_to(teacher, OPEN)
    expect(page.locator("#text")).to_be_visible()
    keys.type("Water draagt geluid.")
    keys.press("Tab")
    keys.press("Enter")
    has_answered(teacher, Text("Water draagt geluid."))


def reads(page: Page, said: str = "") -> str:
    """All that a screen reader finds on the page, once this was read aloud."""
    expect(page.locator("[aria-live]")).to_contain_text(said, timeout=PATIENCE_MS)
    return page.locator("body").aria_snapshot()


def pressed(page: Page, tree: str, pattern: str) -> str:
    """Press the button whose name, as it is read, matches; its name."""
    names = re.findall(r'- button "([^"]+)"', tree)
    name = next(each for each in names if re.search(pattern, each))
    page.get_by_role("button", name=name, exact=True).click()
    return name


def test_a_whole_lesson_is_answered_by_what_a_screen_reader_reads(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url)
    page.get_by_role("textbox", name="Hoe heet je?").fill("Amira")
    pressed(page, reads(page), "Doe mee")
    goes_to(teacher, QUIZ)
    tree = reads(page, "Kies een antwoord")
    assert re.search(r'- heading "[^"]+" \[level=1\]', tree)
    assert re.findall(r'- button "([A-F]) ', tree) == ["A", "B", "C"]
    pressed(page, tree, "^B ")
    has_answered(teacher, Choice((1,)))
    tree = reads(page, "Verstuurd.")
    assert re.search(r'- button "B [^"]+verstuurd" \[pressed\]', tree)
    teacher.does(commands.Close())
    reads(page, "Deze vraag is gesloten")
    teacher.does(commands.Reveal())
    tree = reads(page, "het was A")
    assert re.search(r'- button "A [^"]+goed" \[disabled\]', tree)
    assert re.search(r'- button "B [^"]+jouw antwoord" \[disabled\] \[pressed\]', tree)
    goes_to(teacher, WEB)
    reads(page, "Typ een woord")
    page.get_by_role("textbox", name="Nog 3 woorden").fill("zee")
    pressed(page, page.locator("body").aria_snapshot(), "Voeg toe")
    has_answered(teacher, Words(("zee",)))
    tree = reads(page, "Verstuurd.")
    assert '- list "Jouw woorden"' in tree
    assert '- button "Haal zee weg"' in tree
    goes_to(teacher, OPEN)
    reads(page, "Typ je antwoord")
    page.get_by_role("textbox", name="Nog 240 tekens").fill("Water.")
    pressed(page, page.locator("body").aria_snapshot(), "Verstuur")
    has_answered(teacher, Text("Water."))
    teacher.does(commands.End())
    expect(page.get_by_role("heading", name="De les is afgelopen")).to_be_visible()
