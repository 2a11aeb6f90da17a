"""polling/quick.py: questions put in between, in the room as everybody sees it."""

from __future__ import annotations

import pytest

from lessons.model import Kind
from polling import commands
from polling.moves import Phase
from polling.parts import lesson_part
from polling.phone_state import phone_state
from polling.quick import MOST, Quick, with_added
from polling.results import results
from tests.classroom import Classroom


def shown(classroom: Classroom) -> str:
    slide = classroom.room.slide
    return "" if slide is None else slide.id


@pytest.mark.parametrize(
    ("quick", "kind", "options"),
    [(Quick.LETTERS, Kind.POLL, "ABCD"), (Quick.YES_NO, Kind.POLL, ["Ja", "Nee"]), (Quick.WORDS, Kind.WORDWEB, [])],
)
def test_a_quick_question_is_asked_at_once_on_every_phone(quick: Quick, kind: Kind, options: list[str]) -> None:
    classroom = Classroom()
    classroom.does(commands.Next())
    classroom.does(commands.AskQuick(quick))
    asked = phone_state(classroom.room, classroom.now_ms, {}).question
    assert asked is not None
    assert (asked.kind, asked.phase) == (kind, Phase.ASKING)
    assert [each.text for each in asked.options] == list(options)


def test_next_leads_back_to_the_slide_on_which_it_was_asked() -> None:
    classroom = Classroom()
    classroom.does(commands.GoTo("s3"))
    classroom.does(commands.AskQuick(Quick.YES_NO))
    assert shown(classroom) == "quick1"
    classroom.does(commands.Next())
    assert shown(classroom) == "s3"
    classroom.does(commands.Back())
    assert shown(classroom) == "s2"


def test_it_closes_what_was_asked_and_leaves_its_answers_alone() -> None:
    classroom = Classroom()
    ana = classroom.joins("Ana")
    classroom.does(commands.GoTo("s2"))
    ana.chooses("B")
    classroom.does(commands.AskQuick(Quick.LETTERS))
    assert classroom.room.questions["s2"].phase is Phase.CLOSED
    ana.chooses("D")
    kept = {each.slide: each for each in results(classroom.room).questions}
    assert [list(kept[slide].rounds[0].counts) for slide in ("s2", "quick1")] == [[0, 1, 0], [0, 0, 0, 1]]


def test_it_can_be_asked_in_the_lobby_and_one_on_top_of_the_other() -> None:
    classroom = Classroom()
    for _ in range(2):
        classroom.does(commands.AskQuick(Quick.WORDS))
    assert [each.id for each in classroom.room.slides[:3]] == ["quick2", "quick1", "s1"]
    classroom.does(commands.Next())
    assert shown(classroom) == "s1"


def test_a_room_that_is_read_back_has_it_too() -> None:
    classroom = Classroom()
    classroom.does(commands.GoTo("s2"))
    classroom.does(commands.AskQuick(Quick.YES_NO))
    again = classroom.restarted()
    assert [each.id for each in again.slides] == [each.id for each in classroom.room.slides]
    assert again.place == classroom.room.place == 1


def test_a_teacher_screen_makes_the_same_lesson_from_what_it_is_told() -> None:
    classroom = Classroom()
    before = classroom.room.lesson
    classroom.does(commands.GoTo("s2"))
    classroom.does(commands.AskQuick(Quick.YES_NO))
    part = lesson_part(classroom.room, 1)
    assert with_added(before, part.added) == classroom.room.lesson


def test_an_id_of_the_lesson_is_not_taken_again() -> None:
    classroom = Classroom("<!-- id: quick1 -->\n\n# Een\n")
    classroom.does(commands.AskQuick(Quick.YES_NO))
    assert [each.id for each in classroom.room.slides] == ["quick2", "quick1"]


def test_there_is_a_bound() -> None:
    classroom = Classroom()
    for _ in range(MOST):
        classroom.does(commands.AskQuick(Quick.YES_NO))
    assert classroom.refuses(commands.AskQuick(Quick.YES_NO)) == "not_now"


def test_a_lesson_without_slides_can_be_all_quick_questions() -> None:
    classroom = Classroom("---\ntitle: Leeg\n---\n")
    before = len(classroom.room.slides)
    classroom.does(commands.AskQuick(Quick.YES_NO))
    assert len(classroom.room.slides) == before + 1
    assert classroom.at == ("quick1", "asking")
