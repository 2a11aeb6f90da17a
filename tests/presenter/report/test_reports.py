"""presenter/report/reports.py: when a report opens, what covers it, and what it shares with the list of lessons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from polling import forgetting
from presenter.console.window import Outlook
from presenter.report.reports import Reports, cover_for
from presenter.settings import Settings
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, TWO, Desk
from tests.presenter.report.given import classroom, stored


@pytest.fixture
def session(data: Path, tmp_path: Path) -> str:
    return stored(data, tmp_path / "les", classroom()).started.session


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    return make_desk()


@pytest.fixture
def reports(desk: Desk, data: Path) -> Reports:
    made = Reports(desk.console, Settings(language="nl"), data)
    made.on_outlook(Outlook(TWO))
    return made


def ended(reports: Reports, desk: Desk, session: str) -> None:
    """The lesson of the desk is this session; the server says that it has ended."""
    reports.on_room(replace(desk.room.seen, session=session))
    reports.on_goodbye("ended")


def test_a_lesson_that_ended_shows_its_report_when_the_server_is_gone_and_once(
    reports: Reports, desk: Desk, session: str, qtbot: QtBot
) -> None:
    ended(reports, desk, session)
    assert reports.window is None
    reports.on_server_gone()
    window = reports.window
    assert window is not None
    assert window.isVisible()
    assert window.session == session
    window.close()
    qtbot.waitUntil(lambda: reports.window is None)
    reports.on_server_gone()
    assert reports.window is None


def test_the_list_makes_room_for_the_report_of_the_lesson_that_ended(
    reports: Reports, desk: Desk, session: str, qtbot: QtBot
) -> None:
    reports.on_past_wanted()
    assert reports.past is not None
    assert not reports.past.isModal()
    ended(reports, desk, session)
    reports.on_server_gone()
    qtbot.waitUntil(lambda: reports.past is None)
    assert reports.window is not None


def test_a_lesson_that_was_let_go_shows_no_report(reports: Reports, desk: Desk, session: str) -> None:
    reports.on_room(replace(desk.room.seen, session=session))
    reports.on_goodbye("going")
    reports.on_server_gone()
    assert reports.window is None


def test_a_report_that_cannot_be_read_is_said(reports: Reports, desk: Desk) -> None:
    reports.on_chosen("nothing")
    assert reports.window is None
    assert "kan niet worden gelezen" in desk.console.passing.text.text()


def test_another_report_takes_the_place_of_the_first(
    reports: Reports, session: str, data: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = stored(data, tmp_path / "les", classroom(), "3A").started.session
    reports.on_chosen(session)
    first = reports.window
    reports.on_chosen(other)
    assert reports.window is not None
    assert reports.window is not first
    assert reports.window.session == other


def test_what_is_wiped_in_the_list_is_gone_from_the_report(
    reports: Reports, session: str, data: Path, qtbot: QtBot
) -> None:
    reports.on_past_wanted()
    assert reports.past is not None
    qtbot.waitUntil(lambda: reports.past is not None and reports.past.is_complete)
    reports.on_chosen(session)
    forgetting.wipe(data, session)
    reports.past.wiped.emit(session)
    assert reports.window is not None
    assert reports.window.is_wiped
    assert reports.past.texts() == []
    reports.past.close()
    qtbot.waitUntil(lambda: reports.past is None)


def test_the_report_follows_the_screens_the_names_and_a_pause(reports: Reports, session: str) -> None:
    reports.on_chosen(session)
    window = reports.window
    assert window is not None
    assert window.page is not None
    assert window.page.isVisible()
    reports.on_outlook(Outlook(ONE))
    assert not window.page.isVisible()
    assert "verborgen" in window.covered.text.text()
    reports.on_outlook(Outlook(ONE, shows_names=True))
    assert window.page.isVisible()
    reports.on_settings(Settings(language="en"))
    assert window.foot.done.text() == "Done"


def test_only_a_laptop_of_ones_own_is_not_covered() -> None:
    assert not cover_for(Outlook(TWO), is_paused=False).is_covered
    assert cover_for(Outlook(TWO), is_paused=True).is_covered
    assert cover_for(Outlook(ONE), is_paused=False).is_covered
    assert cover_for(Outlook(ONE, shows_names=True), is_paused=True).is_covered
    assert not cover_for(Outlook(ONE, shows_names=True), is_paused=False).is_covered


def test_old_lessons_that_went_are_said_once_and_calmly(reports: Reports, desk: Desk) -> None:
    reports.say_forgotten(0)
    assert not desk.console.forgotten.isVisible()
    reports.say_forgotten(3)
    assert desk.console.forgotten.text.text() == "3 lessen van meer dan 30 dagen oud zijn gewist."
    desk.console.forgotten.button.click()
    assert not desk.console.forgotten.isVisible()


def test_the_menu_leads_to_the_earlier_lessons(desk: Desk, qtbot: QtBot) -> None:
    assert desk.console.menu.past.text() == "Eerdere lessen …"
    with qtbot.waitSignal(desk.console.menu.past_wanted):
        desk.console.menu.past.trigger()
