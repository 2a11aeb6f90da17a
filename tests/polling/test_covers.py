"""polling/covers.py: the board frozen, students' content hidden, and what the rest of the room notices of it."""

from __future__ import annotations

import pytest

from polling import commands
from polling.commands import Cover
from polling.parts import position_part, tally_part, words_part
from polling.phone_state import phone_state
from polling.presence import Presence
from polling.wire import PositionPart
from tests.classroom import Classroom

SWITCHES = (commands.Freeze, commands.HideAnswers)


@pytest.fixture
def classroom() -> Classroom:
    return Classroom()


def position(classroom: Classroom) -> PositionPart:
    return position_part(classroom.room, 0, classroom.now_ms)


def holds(classroom: Classroom) -> tuple[bool, bool]:
    """Frozen, hidden: as teacher screens are told."""
    told = position(classroom)
    return told.frozen, told.hides_answers


def test_both_hold_until_they_are_lifted_whatever_slide_comes(classroom: Classroom) -> None:
    classroom.does(commands.Freeze(True))
    classroom.does(commands.HideAnswers(True))
    for _ in range(6):
        classroom.does(commands.Next())
        assert holds(classroom) == (True, True)
    classroom.does(commands.Freeze(False))
    assert holds(classroom) == (False, True)
    classroom.does(commands.HideAnswers(False))
    assert holds(classroom) == (False, False)


def test_next_goes_on_under_a_frozen_board_and_lifts_only_a_cover(classroom: Classroom) -> None:
    classroom.begins()
    classroom.does(commands.Freeze(True))
    assert position(classroom).next == "go"
    classroom.does(commands.CoverWith(Cover.BLACK))
    assert position(classroom).next == "lift"
    classroom.does(commands.Next())
    assert (classroom.at[0], holds(classroom)) == ("s1", (True, False))
    classroom.does(commands.Next())
    assert classroom.at == ("s2", "asking")


@pytest.mark.parametrize("switch", SWITCHES)
def test_asking_twice_is_the_same_as_once(switch: type[commands.Freeze], classroom: Classroom) -> None:
    assert classroom.does(switch(False)) == []
    assert len(classroom.does(switch(True))) == 1
    assert classroom.does(switch(True)) == []


def test_both_are_remembered_through_a_restart(classroom: Classroom) -> None:
    classroom.begins()
    for switch in SWITCHES:
        classroom.does(switch(True))
    room = classroom.restarted()
    assert (room.is_frozen, room.hides_answers) == (True, True)


def test_during_a_pause_they_can_be_switched_too(classroom: Classroom) -> None:
    classroom.begins()
    classroom.does(commands.Pause())
    for switch in SWITCHES:
        classroom.does(switch(True))
    assert holds(classroom) == (True, True)


def test_the_end_of_the_lesson_ends_a_freeze_and_brings_no_answers_back(classroom: Classroom) -> None:
    for switch in SWITCHES:
        classroom.does(switch(True))
    classroom.does(commands.End())
    assert holds(classroom) == (False, True)
    assert classroom.refuses(commands.Freeze(True)) == "ended"


def test_phones_and_the_teacher_notice_nothing(classroom: Classroom) -> None:
    ana = classroom.joins("Ana")
    classroom.goes_to("s4")
    ana.sends("vogel")
    before = phone_state(classroom.room, 0, {})
    for switch in SWITCHES:
        classroom.does(switch(True))
    after = phone_state(classroom.room, 0, {})
    assert [getattr(before, name) for name in before.__struct_fields__ if name != "revision"] == [
        getattr(after, name) for name in after.__struct_fields__ if name != "revision"
    ]
    words = words_part(classroom.room, 0)
    tally = tally_part(classroom.room, Presence(), 0)
    assert words is not None
    assert tally is not None
    assert [word.text for word in words.words] == ["vogel"]
    assert tally.answered == 1
    ana.sends("vogel", "trein")
