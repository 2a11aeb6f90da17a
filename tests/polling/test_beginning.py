"""polling/beginning.py: which class a lesson is for, and at which slide it begins."""

from __future__ import annotations

import pytest

from polling import commands
from polling.beginning import MAX_LABEL
from polling.parts import lesson_part, position_part
from polling.results import results
from tests.classroom import Classroom


@pytest.fixture
def classroom() -> Classroom:
    return Classroom()


def test_a_class_is_named_at_any_time_and_the_name_is_kept(classroom: Classroom) -> None:
    classroom.does(commands.NameClass("  2B \n"))
    assert classroom.room.label == classroom.restarted().label == "2B"
    assert classroom.does(commands.NameClass("2B")) == []
    classroom.begins()
    classroom.does(commands.Pause())
    classroom.does(commands.NameClass("2C"))
    assert lesson_part(classroom.room, 1).label == results(classroom.room).label == "2C"
    classroom.does(commands.NameClass(""))
    assert classroom.room.label == ""


def test_the_name_of_a_class_is_one_clean_line_and_not_too_long(classroom: Classroom) -> None:
    classroom.does(commands.NameClass("2B\u202e" + "x" * 100))
    assert classroom.room.label == "2B" + "x" * (MAX_LABEL - 2)


def test_the_lesson_begins_at_the_chosen_slide(classroom: Classroom) -> None:
    classroom.does(commands.BeginAt("s4"))
    assert classroom.does(commands.BeginAt("s4")) == []
    assert lesson_part(classroom.room, 1).begins_at == lesson_part(classroom.restarted(), 1).begins_at == "s4"
    assert position_part(classroom.room, 1, 0).next == "begin"
    assert classroom.at == ("", "")
    classroom.begins()
    assert classroom.at == ("s4", "asking")
    classroom.does(commands.Back())
    assert classroom.at[0] == "s3"


def test_once_it_has_begun_the_beginning_is_no_choice_any_more(classroom: Classroom) -> None:
    assert classroom.refuses(commands.BeginAt("s99")) == "unknown_slide"
    classroom.begins()
    assert classroom.refuses(commands.BeginAt("s4")) == "not_now"
    assert classroom.at[0] == "s1"


def test_a_hidden_slide_can_be_begun_at() -> None:
    classroom = Classroom("# Een\n\n---\n\n<!-- hidden: yes -->\n\n# Twee\n\n---\n\n# Drie\n")
    classroom.does(commands.BeginAt("s2"))
    classroom.begins()
    assert classroom.at[0] == "s2"
