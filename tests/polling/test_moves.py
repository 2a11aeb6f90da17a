"""The whole table of next and back, every kind and every phase."""

import pytest

from lessons.model import Kind
from polling import commands
from polling.commands import Cover
from polling.moves import Move, Phase, Stand, back_move, next_move
from tests.classroom import Classroom

TABLE = [
    # kind, phase, next, back
    (Kind.TEXT, None, Move.GO, Move.GO_BACK),
    (Kind.VIDEO, None, Move.GO, Move.GO_BACK),
    (Kind.QUIZ, Phase.WAITING, Move.ASK, Move.GO_BACK),
    (Kind.QUIZ, Phase.ASKING, Move.CLOSE, Move.CLOSE_AND_GO_BACK),
    (Kind.QUIZ, Phase.CLOSED, Move.REVEAL, Move.GO_BACK),
    (Kind.QUIZ, Phase.REVEALED, Move.GO, Move.GO_BACK),
    *(
        row
        for kind in (Kind.POLL, Kind.WORDWEB, Kind.OPEN)
        for row in (
            (kind, Phase.WAITING, Move.ASK, Move.GO_BACK),
            (kind, Phase.ASKING, Move.CLOSE_AND_GO, Move.CLOSE_AND_GO_BACK),
            (kind, Phase.CLOSED, Move.GO, Move.GO_BACK),
        )
    ),
]


@pytest.mark.parametrize(("kind", "phase", "forth", "back"), TABLE)
def test_the_table(kind: Kind, phase: Phase | None, forth: Move, back: Move) -> None:
    stand = Stand(kind=kind, phase=phase)
    assert (next_move(stand), back_move(stand)) == (forth, back)


def test_the_table_is_whole() -> None:
    reachable = {(kind, phase) for kind, phase, _, _ in TABLE}
    asking = {(kind, phase) for kind in (Kind.POLL, Kind.WORDWEB, Kind.OPEN) for phase in Phase}
    quiz = {(Kind.QUIZ, phase) for phase in Phase}
    assert reachable == quiz | {pair for pair in asking if pair[1] is not Phase.REVEALED} | {
        (Kind.TEXT, None),
        (Kind.VIDEO, None),
    }


@pytest.mark.parametrize(("kind", "phase", "forth", "back"), TABLE)
def test_the_edges_of_the_lesson(kind: Kind, phase: Phase | None, forth: Move, back: Move) -> None:
    last = next_move(Stand(kind=kind, phase=phase, is_last=True))
    assert last == {Move.GO: Move.NONE, Move.CLOSE_AND_GO: Move.CLOSE}.get(forth, forth)
    assert back_move(Stand(kind=kind, phase=phase, is_first=True)) is Move.NONE


@pytest.mark.parametrize(("kind", "phase", "forth", "back"), TABLE)
def test_a_pause_ends_and_a_cover_lifts_before_anything_moves(
    kind: Kind, phase: Phase | None, forth: Move, back: Move
) -> None:
    for move in (next_move, back_move):
        assert move(Stand(kind=kind, phase=phase, is_covered=True)) is Move.LIFT
        assert move(Stand(kind=kind, phase=phase, is_covered=True, is_paused=True)) is Move.RESUME


def test_bullets_come_one_by_one_before_the_next_slide() -> None:
    assert next_move(Stand(kind=Kind.TEXT, has_step=True)) is Move.STEP
    assert back_move(Stand(kind=Kind.TEXT, has_step=True)) is Move.GO_BACK


def test_pages_of_the_board_come_before_the_next_slide_and_go_back_before_the_one_before() -> None:
    assert next_move(Stand(kind=Kind.TEXT, has_page=True)) is Move.PAGE
    assert next_move(Stand(kind=Kind.TEXT, has_page=True, is_last=True)) is Move.PAGE
    assert back_move(Stand(kind=Kind.TEXT, has_page=True)) is Move.GO_BACK
    assert back_move(Stand(kind=Kind.TEXT, has_page_before=True)) is Move.PAGE_BACK
    assert back_move(Stand(kind=Kind.TEXT, has_page_before=True, is_first=True)) is Move.PAGE_BACK
    assert back_move(Stand(kind=Kind.TEXT, has_page_before=True, is_covered=True)) is Move.LIFT


def test_the_lobby_begins_and_has_nothing_before_it() -> None:
    assert next_move(Stand(kind=None)) is Move.BEGIN
    assert back_move(Stand(kind=None)) is Move.NONE


# The same table once more, on a real room: where the slide and the question stand afterwards.
NEXT_FROM = [
    ("s1", [], ("s2", "asking")),
    ("s2", [], ("s2", "closed")),
    ("s2", [commands.Close()], ("s2", "revealed")),
    ("s2", [commands.Close(), commands.Reveal()], ("s3", "asking")),
    ("s3", [], ("s4", "asking")),
    ("s3", [commands.Close()], ("s4", "asking")),
    ("s4", [], ("s5", "asking")),
    ("s5", [], ("s6", "")),
    ("s6", [], ("s7", "waiting")),
    ("s7", [], ("s7", "asking")),
    ("s7", [commands.Next()], ("s7", "closed")),
]


@pytest.mark.parametrize(("slide", "before", "there"), NEXT_FROM)
def test_next_on_a_real_room(slide: str, before: list[commands.Command], there: tuple[str, str]) -> None:
    classroom = Classroom()
    classroom.goes_to(slide)
    for command in before:
        classroom.does(command)
    classroom.does(commands.Next())
    assert classroom.at == there


@pytest.mark.parametrize(("slide", "there"), [("s2", "s1"), ("s3", "s2"), ("s4", "s3"), ("s5", "s4"), ("s8", "s7")])
def test_back_on_a_real_room_closes_what_is_asked(slide: str, there: str) -> None:
    classroom = Classroom()
    classroom.goes_to(slide)
    classroom.does(commands.Back())
    assert classroom.at[0] == there
    question = classroom.room.questions.get(slide)
    assert question is None or question.phase is Phase.CLOSED


def test_coming_back_asks_nothing_again_and_loses_nothing() -> None:
    classroom = Classroom()
    classroom.goes_to("s3")
    ana = classroom.joins("Ana")
    ana.chooses("B")
    classroom.does(commands.Next())
    classroom.does(commands.Back())
    assert classroom.at == ("s3", "closed")
    question = classroom.room.question
    assert question is not None
    assert question.shows_results
    assert question.rounds[0].tally.counts == (0, 1)


def test_the_last_slide_has_no_next_and_the_first_no_back() -> None:
    classroom = Classroom()
    classroom.goes_to("s8")
    assert classroom.refuses(commands.Next()) == "not_now"
    assert classroom.refuses(commands.Skip()) == "not_now"
    classroom.goes_to("s1")
    assert classroom.refuses(commands.Back()) == "not_now"


def test_next_lifts_a_cover_and_stays() -> None:
    classroom = Classroom()
    classroom.goes_to("s1")
    classroom.does(commands.CoverWith(Cover.BLACK))
    classroom.does(commands.Next())
    assert classroom.at[0] == "s1"
    assert classroom.room.cover is Cover.NONE


@pytest.mark.parametrize("is_first", [True, False])
def test_back_takes_the_points_away_one_by_one_before_it_leaves(is_first: bool) -> None:
    stand = Stand(kind=Kind.TEXT, has_shown_step=True, is_first=is_first)
    assert back_move(stand) is Move.STEP_BACK
    assert back_move(Stand(kind=Kind.TEXT, has_shown_step=True, is_paused=True)) is Move.RESUME
