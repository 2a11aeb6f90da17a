"""presenter/pace.py: how fast the console follows the room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from polling.parts import roster_part
from presenter.pace import AT_ONCE, Pace
from presenter.room_copy import RoomCopy, RoomSeen
from tests.presenter.pretend_link import PretendLink


class Follower:
    """What comes out of a pace behind the copy of a room with so many participants."""

    def __init__(self, participants: int) -> None:
        self.link = PretendLink()
        self.room = RoomCopy()
        self.pace = Pace()
        self.told: list[RoomSeen] = []
        for number in range(participants):
            self.link.joins(f"Leerling {number}")
        self.link.part_arrived.connect(self.room.on_part)
        self.link.tells()
        self.room.changed.connect(self.pace.on_room)
        self.pace.changed.connect(self.told.append)

    def hears_of_the_roster(self) -> None:
        self.room.on_part(roster_part(self.link.classroom.room, self.link.presence, 2))

    def is_up_to_date(self) -> bool:
        return bool(self.told) and self.told[-1] is self.room.seen


@pytest.mark.usefixtures("qapp")
def test_in_a_class_every_change_is_shown_at_once() -> None:
    follower = Follower(AT_ONCE)
    for _ in range(3):
        follower.hears_of_the_roster()
        assert follower.is_up_to_date()
    assert len(follower.told) == 3


def test_in_a_full_hall_changes_that_come_close_together_are_shown_as_one(qapp: QApplication, qtbot: QtBot) -> None:
    follower = Follower(AT_ONCE + 1)
    for _ in range(20):
        follower.hears_of_the_roster()
    assert len(follower.told) == 1
    assert not follower.is_up_to_date()
    qtbot.waitUntil(follower.is_up_to_date)
    assert len(follower.told) == 2


@pytest.mark.usefixtures("qapp")
def test_where_the_lesson_stands_never_waits() -> None:
    follower = Follower(AT_ONCE + 1)
    follower.hears_of_the_roster()
    follower.hears_of_the_roster()
    follower.link.classroom.goes_to("s2")
    follower.link.tells()
    assert any(seen.slide is not None and seen.slide.id == "s2" for seen in follower.told)


def test_once_stopped_it_says_nothing_more(qapp: QApplication, qtbot: QtBot) -> None:
    follower, other = Follower(AT_ONCE + 1), Follower(AT_ONCE + 1)
    for each in (follower, other):
        each.hears_of_the_roster()
        each.hears_of_the_roster()
    follower.pace.stop()
    qtbot.waitUntil(other.is_up_to_date)
    assert len(follower.told) == 1
