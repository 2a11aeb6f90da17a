"""A phone page that sleeps, is put aside, crashes or is closed: it is back as it was, and nothing it kept is lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from polling import commands, wire
from tests.browser_phone import BrowserPhone
from tests.end2end.conftest import CHROMIUM, QUIET, OpenPhone
from tests.polling_process import PollingProcess
from tests.wire_clients import WireTeacher

OpenAgain = Callable[[], BrowserContext]
POLL, OPEN = "s3", "s5"


@pytest.fixture
def open_browser(browser: Browser, tmp_path: Path) -> Iterator[OpenAgain]:
    """Starts a browser with one profile on disk, again and again."""
    started: list[BrowserContext] = []

    def opened() -> BrowserContext:
        context = browser.browser_type.launch_persistent_context(
            tmp_path / "profile", executable_path=CHROMIUM, args=QUIET, locale="nl-NL"
        )
        started.append(context)
        return context

    yield opened
    for context in started:
        context.close()


def answers_without_connection(page: Page, server: PollingProcess, teacher: WireTeacher) -> None:
    """Ana joins, sees the poll, and taps B while the server is away."""
    page.goto(server.join_url)
    BrowserPhone(page).joins("Ana")
    teacher.does(commands.GoTo(POLL))
    expect(page.locator(".status")).to_have_text("Kies een antwoord")
    server.is_killed()
    page.locator("button.option").nth(1).click()
    expect(page.locator(".status")).to_have_text(re.compile("Je antwoord is bewaard"))


def is_counted_once(page: Page, server: PollingProcess) -> None:
    """The answer is there, of one participant."""
    expect(page.locator("button.option").nth(1)).to_contain_text("verstuurd")
    tally = WireTeacher(server.teacher_url).waits_for(wire.TallyPart)
    assert (tally.counts, len(tally.answers)) == ((0, 1), 1)


def status_of(teacher: WireTeacher, status: str) -> None:
    """Wait until the teacher's screen says this of the only participant."""
    teacher.waits_for(wire.RosterPart, lambda roster: [each.status for each in roster.participants] == [status])


def test_an_answer_survives_the_restart_of_the_browser(
    server: PollingProcess, teacher: WireTeacher, open_browser: OpenAgain
) -> None:
    context = open_browser()
    answers_without_connection(context.pages[0], server, teacher)
    context.close()
    server.starts_again()
    page = open_browser().pages[0]
    page.goto(server.join_url)
    is_counted_once(page, server)


def test_an_answer_survives_a_tab_that_crashes(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone("about:blank")
    answers_without_connection(page, server, teacher)
    with pytest.raises(Error):
        page.goto("chrome://crash")
    server.starts_again()
    again = page.context.new_page()
    again.goto(server.join_url)
    is_counted_once(again, server)


def test_a_text_that_was_not_sent_yet_survives_a_reload(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url)
    BrowserPhone(page).joins("Ana")
    teacher.does(commands.GoTo(OPEN))
    page.get_by_placeholder("Typ je antwoord").press_sequentially("Water is dich")
    page.reload()
    field = page.get_by_placeholder("Typ je antwoord")
    expect(field).to_have_value("Water is dich")
    BrowserPhone(page).writes("Water is dichter.")
    page.reload()
    expect(page.get_by_role("button", name="verstuurd")).to_be_visible()


def test_a_browser_that_stores_nothing_can_take_part(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone("about:blank")
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    answers_without_connection(page, server, teacher)
    server.starts_again()
    is_counted_once(page, server)


@pytest.mark.timeout(120)
def test_a_frozen_page_sleeps_though_its_socket_is_open_and_wakes_up_right(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url)
    BrowserPhone(page).joins("Ana")
    status_of(teacher, "here")
    # A page that is stopped in its script stands as still as one that the phone froze.
    session = page.context.new_cdp_session(page)
    session.send("Debugger.enable")
    session.send("Debugger.pause")
    status_of(teacher, "asleep")
    teacher.does(commands.GoTo(POLL))
    session.send("Debugger.resume")
    session.send("Debugger.disable")
    expect(page.locator(".status")).to_have_text("Kies een antwoord")
    status_of(teacher, "here")


@pytest.mark.timeout(120)
def test_a_hidden_page_keeps_its_socket_and_says_nothing_until_it_is_seen(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url)
    BrowserPhone(page).joins("Ana")
    turns = """(state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }"""
    page.evaluate(turns, "hidden")
    status_of(teacher, "asleep")
    teacher.does(commands.GoTo(POLL))
    expect(page.locator(".status")).to_have_text("Kies een antwoord")
    page.evaluate(turns, "visible")
    status_of(teacher, "here")


def test_a_page_that_was_left_and_found_again_is_right(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(server.join_url)
    BrowserPhone(page).joins("Ana")
    page.goto("about:blank")
    teacher.does(commands.GoTo(POLL))
    page.go_back()
    expect(page.locator(".status")).to_have_text("Kies een antwoord")
    BrowserPhone(page).chooses("A")
    assert len(teacher.waits_for(wire.RosterPart).participants) == 1
