"""When the laptop gets another address in the middle of a lesson: for how long the class is asked to scan again."""

from __future__ import annotations

import pytest

from polling.commands import Cover, CoverWith, End, GoTo
from polling.wire import ChooseAddress
from presenter.moved import MOST_S, NOBODY_LOST_S, Moved
from presenter.stage.content import JoinContent, QuizContent
from tests.presenter.desk import Desk

OTHER = "10.0.0.4"


class Lesson:
    """A desk with two students in the lesson, and a clock that the test turns."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.now_s = desk, 0.0
        self.moved = Moved(lambda: self.now_s, desk.console)
        self.moved._tick.setInterval(1_000_000)
        desk.room.changed.connect(self.moved.on_room)
        self.moved.changed.connect(desk.board.on_moved)
        self.moved.changed.connect(desk.spokesman.on_moved)
        self.phones = [desk.link.joins(name) for name in ("Ana", "Bo")]
        desk.link.tells()
        desk.link.send(GoTo("s2"))

    def moves(self) -> None:
        self.desk.link.send(ChooseAddress(host=OTHER))

    def loses(self) -> None:
        for phone in self.phones:
            self.desk.link.leaves(phone)
        self.desk.link.tells()

    def finds(self, count: int) -> None:
        for phone in self.phones[:count]:
            self.desk.link.presence.hear(phone.participant, 0)
        self.desk.link.tells()

    def waits(self, seconds: float) -> None:
        self.now_s += seconds
        self.moved.on_tick()


@pytest.fixture
def lesson(desk: Desk) -> Lesson:
    return Lesson(desk)


def test_the_board_and_the_console_say_so_at_once(lesson: Lesson) -> None:
    assert lesson.desk.projector.canvas.scene.rejoin is None
    lesson.moves()
    shown = lesson.desk.projector.canvas.scene
    assert isinstance(shown.content, QuizContent)
    assert shown.rejoin is not None
    assert (shown.rejoin.url, shown.rejoin.typed) == (f"http://{OTHER}/4271", OTHER)
    assert OTHER in lesson.desk.console.moved.text.text()
    assert lesson.desk.console.moved.isVisible()


def test_it_is_over_when_everybody_is_back(lesson: Lesson) -> None:
    lesson.moves()
    lesson.loses()
    lesson.waits(60)
    lesson.finds(1)
    assert lesson.moved.is_on
    lesson.finds(2)
    assert not lesson.moved.is_on
    assert lesson.desk.projector.canvas.scene.rejoin is None
    assert not lesson.desk.console.moved.isVisible()


def test_who_does_not_come_back_is_waited_for_a_while(lesson: Lesson) -> None:
    lesson.moves()
    lesson.loses()
    lesson.waits(MOST_S - 1)
    assert lesson.moved.is_on
    lesson.waits(1)
    assert not lesson.moved.is_on


def test_where_nobody_is_lost_it_is_over_soon(lesson: Lesson) -> None:
    lesson.moves()
    lesson.waits(NOBODY_LOST_S)
    assert not lesson.moved.is_on


def test_a_second_move_still_waits_for_all_who_were_here(lesson: Lesson) -> None:
    lesson.moves()
    lesson.loses()
    lesson.desk.link.send(ChooseAddress(host="192.168.1.23"))
    lesson.finds(1)
    assert lesson.moved.is_on
    lesson.finds(2)
    assert not lesson.moved.is_on


def test_before_anybody_came_there_is_nobody_to_scan_again(desk: Desk) -> None:
    moved = Moved(parent=desk.console)
    desk.room.changed.connect(moved.on_room)
    desk.link.tells()
    desk.link.send(ChooseAddress(host=OTHER))
    assert not moved.is_on


def test_the_join_screen_shows_the_new_code_itself(lesson: Lesson) -> None:
    lesson.moves()
    lesson.desk.link.send(CoverWith(Cover.JOIN))
    shown = lesson.desk.projector.canvas.scene
    assert isinstance(shown.content, JoinContent)
    assert shown.content.typed == OTHER
    assert shown.rejoin is None


def test_the_end_of_the_lesson_ends_it(lesson: Lesson) -> None:
    lesson.moves()
    lesson.desk.link.send(End())
    assert not lesson.moved.is_on
