"""presenter/placement.py and presenter/projector.py: the two windows, on one screen and on two."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from polling.commands import Cover, CoverWith, Next, Pause, Resume
from presenter.console.window import Console, Outlook
from presenter.placement import Placement
from presenter.projector import Projector
from presenter.room_copy import RoomCopy
from presenter.screens import EDGE_PX, ScreenPlan, Screens, Situation
from presenter.settings import Settings
from presenter.words import Words
from tests.presenter.pretend_link import PretendLink

SCREENS = Path(__file__).parents[1] / "two_screens.json"
TWO_SCREENS = """
from PySide6.QtWidgets import QApplication
from presenter.console.window import Console
from presenter.placement import Placement
from presenter.projector import Projector
from presenter.screens import Screens
from presenter.settings import Settings
from presenter.words import Words
qt = QApplication([])
screens, projector = Screens(qt), Projector("bord")
console = Console(Settings(), Words("nl"), "linux")
placement = Placement(screens, projector, console)
screens.changed.connect(placement.on_plan)
def where():
    qt.processEvents()
    seen = projector.isVisible(), projector.isFullScreen(), projector.geometry().getRect()
    print(*seen, console.screen().name(), placement.outlook.is_covered)
placement.begin(); where()
placement.on_leave_slides(); where()
placement.on_show_slides(); where()
placement.on_browser_coming(); where()
placement.on_browser_failed(); where()
placement.on_leave_slides(); placement.on_browser_coming(); placement.on_browser_failed(); where()
placement.on_show_slides()
screens.chosen.connect(print)
screens.swap(); where()
"""


class OneScreen(Screens):
    """The screens of a laptop without a projector, whatever this machine has."""

    @property
    def plan(self) -> ScreenPlan:
        return ScreenPlan(Situation.ONE, QApplication.primaryScreen().name(), None)


@pytest.fixture
def placement(qapp: QApplication, qtbot: QtBot) -> Placement:
    """Two windows on the one screen of the test."""
    projector = Projector("bord")
    console = Console(Settings(), Words("nl"), "linux")
    qtbot.addWidget(projector)
    qtbot.addWidget(console)
    return Placement(OneScreen(qapp), projector, console)


def windows(placement: Placement) -> tuple[bool, bool]:
    """Whether the slides and the console are on the screen."""
    return placement._projector.isVisible(), placement._console.isVisible()


def test_with_one_screen_the_lesson_begins_with_the_console(placement: Placement) -> None:
    placement.begin()
    assert windows(placement) == (False, True)
    assert placement.outlook.is_covered


def test_f5_shows_the_slides_and_esc_comes_back(placement: Placement) -> None:
    placement.begin()
    placement.on_show_slides()
    assert placement._projector.isVisible()
    assert placement._projector.geometry() == placement._projector.screen().geometry()
    assert placement.outlook.is_full_screen
    placement.on_leave_slides()
    assert windows(placement) == (False, True)


def test_on_the_only_screen_the_browser_lies_over_the_slides(placement: Placement) -> None:
    placement.begin()
    placement.on_show_slides()
    placement.on_browser_coming()
    assert windows(placement)[0]
    placement.on_leave_slides()
    placement.on_browser_failed()
    assert windows(placement) == (False, True)


def copied() -> ScreenPlan:
    """A projector that shows what the laptop shows."""
    return ScreenPlan(Situation.MIRRORED, QApplication.primaryScreen().name(), None)


def test_the_slides_come_when_a_projector_begins_to_copy_the_laptop_and_stay_away_once_they_are_left(
    placement: Placement,
) -> None:
    placement.begin()
    placement.on_plan(copied())
    assert windows(placement) == (True, True)
    placement.on_leave_slides()
    placement.on_plan(copied())
    assert windows(placement) == (False, True)


def test_the_slides_stay_when_their_screen_goes_until_they_are_left(placement: Placement) -> None:
    """A pulled plug and a projector that begins to copy the laptop look the same on many systems."""
    placement.begin()
    placement.on_show_slides()
    for plan in (copied(), placement.outlook.plan):
        placement.on_plan(plan)
        assert placement._projector.geometry() == QApplication.primaryScreen().geometry()
        assert windows(placement) == (True, True)
    placement.on_leave_slides()
    placement.on_plan(placement.outlook.plan)
    assert windows(placement) == (False, True)


def test_a_console_that_was_left_on_the_classs_screen_is_brought_back(qapp: QApplication, placement: Placement) -> None:
    """Screens move around windows that stay where they are."""
    laptop, projector = qapp.screens()
    placement.begin()
    console = placement._console
    for place in (projector.geometry().adjusted(50, 50, -50, -50), laptop.geometry().translated(300, 0)):
        console.showNormal()
        console.setGeometry(place)
        placement.on_plan(placement.outlook.plan)
        assert console.geometry().intersected(projector.geometry()).width() <= EDGE_PX


def test_the_names_key_uncovers_and_a_change_of_screens_covers_again(placement: Placement) -> None:
    heard: list[Outlook] = []
    placement.changed.connect(heard.append)
    placement.begin()
    placement.on_switch_names()
    assert not heard[-1].is_covered
    placement.on_plan(placement.outlook.plan)
    assert heard[-1].is_covered


def test_the_slides_and_a_pause_cover_names_again(placement: Placement) -> None:
    link, room = PretendLink(), RoomCopy()
    link.part_arrived.connect(room.on_part)
    room.changed.connect(placement.on_room)
    placement.begin()
    link.send(Next())
    for deeds in (
        (placement.on_show_slides, placement.on_leave_slides),
        (lambda: link.send(Pause()), lambda: link.send(Resume())),
        (lambda: link.send(Pause()), placement.on_switch_names, lambda: link.send(Resume())),
    ):
        placement.on_switch_names()
        assert not placement.outlook.is_covered
        for deed in deeds:
            deed()
        assert placement.outlook.is_covered


def aside(placement: Placement) -> bool:
    """True while the slides lie under the browser."""
    assert placement.outlook.is_aside is not placement._projector.isFullScreen()
    return placement.outlook.is_aside


def test_the_slides_make_room_for_the_browser_and_come_back_for_whatever_is_to_be_seen(placement: Placement) -> None:
    link, room = PretendLink(), RoomCopy()
    link.part_arrived.connect(room.on_part)
    room.changed.connect(placement.on_room)
    placement.begin()
    placement.on_show_slides()
    link.send(Next())
    for comes_back in (
        placement.on_show_slides,
        placement.on_browser_failed,
        lambda: placement.on_plan(placement.outlook.plan),
        lambda: link.send(CoverWith(Cover.BLACK)),
        lambda: link.send(Pause()),
        lambda: link.send(Next()),
    ):
        placement.on_browser_coming()
        link.joins("Ana")
        link.tells()
        assert aside(placement)
        assert placement._projector.isVisible()
        comes_back()
        assert not aside(placement)
    placement.on_browser_coming()
    placement.on_leave_slides()
    assert not placement.outlook.is_aside
    assert not placement._projector.isVisible()


def test_slides_that_do_not_show_do_not_come_for_a_browser_that_fails(placement: Placement) -> None:
    placement.begin()
    placement.on_browser_coming()
    assert not placement.outlook.is_aside
    placement.on_browser_failed()
    assert not placement._projector.isVisible()


def test_the_projector_shows_no_cursor_and_does_not_close(qtbot: QtBot, placement: Placement) -> None:
    placement.begin()
    placement.on_show_slides()
    projector = placement._projector
    assert projector.cursor().shape() is Qt.CursorShape.BlankCursor
    assert projector.toolTip() == ""
    with qtbot.waitSignal(projector.left):
        projector.close()
    assert projector.isVisible()


def test_with_two_screens_each_window_has_its_own() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={SCREENS}"}
    run = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS], env=environment, capture_output=True, text=True, check=True, timeout=120
    )
    assert run.stdout.splitlines() == [
        "True True (1366, 0, 1920, 1080) laptop False",
        "False True (1366, 0, 1920, 1080) laptop False",
        "True True (1366, 0, 1920, 1080) laptop False",
        "True False (1366, 0, 1920, 1080) laptop False",
        "True True (1366, 0, 1920, 1080) laptop False",
        "False True (1366, 0, 1920, 1080) laptop False",
        "laptop 1366x768 + projector 1920x1080 laptop 1366x768",
        "True True (0, 0, 1366, 768) projector False",
    ]
