"""polling/extra_time.py: who may take longer, in the room as phones and teachers see it."""

from __future__ import annotations

import pytest

from polling import commands
from polling.answers import Choice
from polling.parts import roster_part
from polling.phone_state import phone_state
from polling.presence import Presence
from tests.classroom import Classroom

GRACE_S = 0.5


def asked() -> Classroom:
    """Ana and Bo before a question of thirty seconds."""
    classroom = Classroom()
    for name in ("Ana", "Bo"):
        classroom.joins(name)
    classroom.goes_to("s2")
    return classroom


def answer(participant: str) -> commands.Answer:
    return commands.Answer(participant, "s2", 1, 1, Choice((0,)))


@pytest.mark.parametrize(("percent", "own_s"), [(125, 37.5), (150, 45)])
def test_who_has_extra_time_may_answer_until_it_is_over_and_nobody_else(percent: int, own_s: float) -> None:
    classroom = asked()
    classroom.does(commands.GiveTime("p1", percent))
    classroom.waits(30 + GRACE_S)
    assert classroom.at == ("s2", "asking")
    assert classroom.refuses(answer("p2")) == "not_asking"
    classroom.waits(own_s - 30 - 0.1)
    assert classroom.at == ("s2", "asking")
    classroom.does(answer("p1"))
    classroom.waits(0.1)
    assert classroom.at == ("s2", "closed")


def test_a_question_closes_when_the_extra_time_is_over() -> None:
    classroom = asked()
    classroom.does(commands.GiveTime("p1", 125))
    classroom.waits(37.5 + GRACE_S)
    assert classroom.at == ("s2", "closed")


def test_it_closes_at_the_time_of_the_class_when_the_slow_one_has_answered_or_is_out() -> None:
    for command in (answer("p1"), commands.Remove("p1")):
        classroom = asked()
        classroom.does(commands.GiveTime("p1", 0))
        classroom.does(command)
        classroom.waits(30 + GRACE_S)
        assert classroom.at == ("s2", "closed")


def test_without_a_limit_only_the_answer_or_the_teacher_closes_it() -> None:
    classroom = asked()
    classroom.does(commands.GiveTime("p1", 0))
    classroom.waits(10_000)
    assert classroom.at == ("s2", "asking")
    classroom.does(commands.Close())
    assert classroom.at == ("s2", "closed")


def test_what_the_class_sees_is_the_same_with_and_without() -> None:
    one, other = asked(), asked()
    one.does(commands.GiveTime("p1", 150))
    other.does(commands.CoverName("p2", True))
    assert phone_state(one.room, 5_000, {}) == phone_state(other.room, 5_000, {})


def test_the_teacher_sees_it_and_can_take_it_back() -> None:
    classroom = asked()
    classroom.does(commands.GiveTime("p1", 150))
    shown = roster_part(classroom.room, Presence(), 1).participants
    assert [each.percent for each in shown] == [150, 100]
    assert classroom.restarted().participants["p1"].percent == 150
    assert classroom.does(commands.GiveTime("p1", 150)) == []
    classroom.does(commands.GiveTime("p1", 100))
    classroom.waits(30 + GRACE_S)
    assert classroom.at == ("s2", "closed")


def test_only_what_is_offered_can_be_given_and_only_to_who_is_in() -> None:
    classroom = asked()
    assert classroom.refuses(commands.GiveTime("p1", 90)) == "not_now"
    assert classroom.refuses(commands.GiveTime("p9", 150)) == "unknown_participant"
