"""The whole sample lesson given from the teacher page alone: no presenter, a server, a browser, and phones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lessons.model import Kind
from lessons.package import open_lesson
from polling import wire
from tests.end2end.conftest import OpenPhone
from tests.polling_process import PollingProcess
from tests.wire_clients import WirePhone, WireTeacher

Start = Callable[..., PollingProcess]
PHASES = {
    Kind.QUIZ: ["asking", "closed", "revealed"],
    Kind.POLL: ["asking"],
    Kind.WORDWEB: ["asking"],
    Kind.OPEN: ["asking"],
}


@pytest.mark.timeout(300)
def test_a_whole_lesson_from_the_teacher_page(
    start_polling: Start, open_phone: OpenPhone, dutch_sample: Path, pictures: Path
) -> None:
    server = start_polling(dutch_sample)
    page = open_phone(server.teacher_url, size=(390, 844))
    witness = WireTeacher(server.teacher_url)
    phones = [WirePhone(server.join_url, name) for name in ("Ana", "Bo", "Cas")]
    expect(page.get_by_text("3 van 3 hier")).to_be_visible()
    page.screenshot(path=pictures / "teacher-lobby.png")

    visited: list[tuple[int, str]] = []
    forth = page.locator("button.next")
    while witness.position.next != "none":
        revision = witness.position.revision
        expect(forth).to_be_enabled()
        forth.click()
        position = witness.sees(lambda position, before=revision: position.revision > before)  # type: ignore[misc]
        visited.append((position.number, position.phase))
        if position.phase == "asking":
            answer_all(phones, position)
            expect(page.get_by_text("3 van 3 hebben geantwoord")).to_be_visible()
        if position.phase in ("asking", "revealed"):
            page.screenshot(path=pictures / f"teacher-{position.number:02}-{position.phase}.png")
        expect(page.locator(".now .label").first).to_contain_text(f"Slide {position.number} van ")
        expect(forth).not_to_have_text("…")

    assert visited == expected_visits(dutch_sample)
    expect(forth).to_contain_text("laatste slide")
    page.get_by_role("button", name="Les afsluiten").click()
    page.get_by_role("button", name="Nee").or_(page.get_by_role("button", name="Terug naar")).first.wait_for()
    page.locator("button.danger").click()
    expect(page.get_by_text("De les is afgelopen")).to_be_visible()
    assert server.exit_code() == 0


def answer_all(phones: list[WirePhone], position: wire.PositionPart) -> None:
    """Every phone answers what is asked, and sees that it is stored."""
    for phone in phones:
        question = phone.sees(
            lambda state: state.question is not None and state.question.slide == position.slide
        ).question
        assert question is not None
        match question.kind:
            case "wordweb":
                phone.sends("wind", "regen")
            case "open":
                phone.writes("Omdat het trilt.")
            case _:
                phone.chooses("B")


def expected_visits(lesson: Path) -> list[tuple[int, str]]:
    """Slide numbers and phases in the order in which *next* goes through them."""
    visits: list[tuple[int, str]] = []
    for number, slide in enumerate(open_lesson(lesson).lesson.slides, start=1):
        if slide.settings.hidden:
            continue
        if not slide.asks:
            visits += [(number, "")] * (1 + slide.steps)
            continue
        phases = PHASES[slide.kind]
        visits += [(number, phase) for phase in (["waiting", *phases] if slide.settings.asks_by_key else phases)]
    return visits


def press(page: Page, name: str) -> None:
    """Press a button by what it says."""
    page.get_by_role("button", name=name, exact=True).click()


def test_rounds_timer_cover_and_pause_from_the_teacher_page(
    start_polling: Start, open_phone: OpenPhone, dutch_sample: Path, pictures: Path
) -> None:
    server = start_polling(dutch_sample)
    page = open_phone(server.teacher_url, size=(360, 640))
    witness = WireTeacher(server.teacher_url)
    phone = WirePhone(server.join_url, "Ana")
    assert phone.welcome
    page.get_by_text("Alle slides").click()
    page.get_by_role("button", name="Hoe snel gaat geluid door de lucht?").click()
    assert witness.sees(lambda position: position.phase == "asking").number == 3
    phone.sees(lambda state: state.view == "question")
    phone.chooses("A")
    press(page, "+ 30 s")
    witness.sees(lambda position: position.clock is not None and position.clock.total_ms == 50_000)
    page.locator("button.next").click()
    witness.sees(lambda position: position.phase == "closed")
    press(page, "Opnieuw stellen")
    assert witness.sees(lambda position: position.round == 2).phase == "asking"
    press(page, "Pauzeer de klas")
    witness.sees(lambda position: position.paused)
    assert phone.sees(lambda state: state.view == "pause")
    press(page, "Einde pauze")
    witness.sees(lambda position: not position.paused)
    press(page, "Zwart")
    witness.sees(lambda position: position.cover == "black")
    page.screenshot(path=pictures / "teacher-small.png", full_page=True)
    page.locator("button.next").click()
    witness.sees(lambda position: position.cover == "none")


def test_the_teacher_page_without_the_key_shows_nothing(
    start_polling: Start, open_phone: OpenPhone, dutch_sample: Path
) -> None:
    server = start_polling(dutch_sample)
    page = open_phone(server.teacher_url.partition("#")[0] + "#guess")
    expect(page.get_by_text("Deze telefoon stuurt nog niet")).to_be_visible()
    assert "Geluid" not in page.inner_text("body")
