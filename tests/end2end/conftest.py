"""What the tests that stand where the user stands share: a real browser, real servers, a place for pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browsers import CHROMIUM, QUIET
from tests.classroom import LESSON
from tests.polling_process import PollingProcess
from tests.wire_clients import WireTeacher

ROOT = Path(__file__).parents[2]
OpenPhone = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window. A machine without it fails here."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_phone(browser: Browser) -> Iterator[OpenPhone]:
    """Opens a page as a phone would: its own storage, a touch screen, a language. An error on a page fails the test."""
    contexts = []
    errors: list[str] = []

    def opened(url: str, *, size: tuple[int, int] = (390, 844), locale: str = "nl-NL", dark: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale=locale,
            color_scheme="dark" if dark else "light",
            has_touch=True,
            is_mobile=True,
            device_scale_factor=2,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def start_polling(tmp_path: Path) -> Iterator[Callable[..., PollingProcess]]:
    """Starts polling servers that end with the test."""
    started: list[PollingProcess] = []

    def start(lesson: Path, *arguments: str, data: Path | None = None) -> PollingProcess:
        process = PollingProcess(lesson, data or tmp_path / "data", *arguments)
        started.append(process)
        return process

    (tmp_path / "data").mkdir()
    yield start
    for process in started:
        process.ends()


@pytest.fixture
def server(start_polling: Callable[..., PollingProcess], tmp_path: Path) -> PollingProcess:
    """A server that gives the lesson of the classroom."""
    path = tmp_path / "geluid.md"
    path.write_text(LESSON, "utf-8")
    return start_polling(path)


@pytest.fixture
def teacher(server: PollingProcess) -> WireTeacher:
    """A teacher screen of that server."""
    return WireTeacher(server.teacher_url)


@pytest.fixture(scope="session")
def pictures() -> Path:
    """Where pictures of what was seen are kept, for a person to look at."""
    folder = ROOT / "artefacts"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def dutch_sample() -> Path:
    """The Dutch sample lesson."""
    return ROOT / "lessons" / "samples" / "nl-geluid"
