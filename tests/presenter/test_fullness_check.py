"""presenter/fullness_check.py: slides with too much text are found while the lesson is given."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from polling.commands import End
from presenter.fullness_check import FullnessCheck
from presenter.room_copy import RoomCopy
from tests.presenter.pretend_link import PretendLink

WALL = "Een zin die telt voor de lengte van deze tekst, en die nog even doorgaat.\n\n" * 40
FULL = f"# Muur\n\n{WALL}"


class Check:
    """A check, and what it found."""

    def __init__(self) -> None:
        self.check = FullnessCheck()
        self.found: list[tuple[int, ...]] = []
        """The numbers of the slides that were found, each time some were."""
        self.check.found.connect(lambda found: self.found.append(tuple(each.number for each in found)))

    @property
    def is_looking(self) -> bool:
        timer = self.check.findChild(QTimer)
        assert timer is not None
        return timer.isActive()

    def looks_at(self, *slides: str, session: str = "1", has_ended: bool = False) -> None:
        """The room has this lesson, and tells it twice."""
        link, room = PretendLink("\n\n---\n\n".join(slides)), RoomCopy()
        link.part_arrived.connect(room.on_part)
        if has_ended:
            link.classroom.does(End())
        link.tells()
        for _ in range(2):
            self.check.on_room(replace(room.seen, session=session))


@pytest.fixture
def check(qapp: QApplication) -> Check:
    return Check()


def test_it_finds_them_all_in_the_end_and_says_so_once(qtbot: QtBot, check: Check) -> None:
    check.looks_at("# Begin", FULL, "# Kort\n\nEen zin.", FULL)
    assert check.found == []
    qtbot.waitUntil(lambda: bool(check.found), timeout=10_000)
    assert check.found == [(2, 4)]
    assert not check.is_looking


def test_it_looks_at_one_slide_at_a_time(check: Check) -> None:
    check.looks_at(FULL, FULL)
    for _ in range(2):
        check.check.on_look()
        assert check.found == []
        assert check.is_looking
    check.check.on_look()
    assert check.found == [(1, 2)]


def test_a_lesson_without_such_slides_says_nothing(qtbot: QtBot, check: Check) -> None:
    check.looks_at("# Begin", "# Kort\n\nEen zin.")
    qtbot.waitUntil(lambda: not check.is_looking, timeout=10_000)
    assert check.found == []


def test_another_session_is_looked_at_from_its_beginning(check: Check) -> None:
    check.looks_at(FULL)
    check.check.on_look()
    check.looks_at("# Begin", FULL, session="2")
    for _ in range(3):
        check.check.on_look()
    assert check.found == [(2,)]


def test_an_app_that_goes_looks_no_more(check: Check) -> None:
    check.looks_at(FULL)
    check.check.stop()
    assert not check.is_looking


def test_a_lesson_that_has_ended_is_not_looked_at(check: Check) -> None:
    check.looks_at(FULL, has_ended=True)
    assert not check.is_looking
