"""Results as bars: a bar's length is its share, and the tick belongs to what is right."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import msgspec
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from lessons.model import Option, Settings, Slide
from presenter.stage import figures
from presenter.stage.bars import TRACK_WIDTH, TRACK_X, Plan, plan
from presenter.stage.blocks import Run
from presenter.stage.content import Choosable, QuizContent
from presenter.stage.motion import GROW_S, towards
from presenter.stage.theme import FLOOR, LIGHT, RIGHT, SMALLEST
from tests.presenter.stage.board import POLL, QUIZ, Board, full, has_colour, pixels

LONG = "Door de warmte van de zon verdampt het water uit de zee, de meren en de rivieren, maar ook uit planten."


def bars_of(board: Board, slide: Slide = QUIZ) -> Plan:
    """Where the bars of a slide stand."""
    content = board.scene(slide).content
    assert isinstance(content, QuizContent)
    why = (Run("Waarom B?"),) if content.why else ()
    return plan(content.question, "", "", content.options, why, False, content.answered is not None)


def length(image: QImage, row: QRect, colour: str) -> float:
    """The share of the track that wears this colour, along the middle of a bar."""
    line = image.copy(int(TRACK_X), row.center().y(), int(TRACK_WIDTH), 1)
    wanted = QColor(colour).rgb()
    return sum(pixel == wanted for pixel in pixels(line)) / TRACK_WIDTH


def test_the_painted_length_of_a_bar_is_its_share(board: Board) -> None:
    board.stands_at(QUIZ, "closed", shows_results=True)
    board.counts(QUIZ, 4, 19, 0, 5)
    image = board.picture(QUIZ)
    for place, (row, count) in enumerate(zip(bars_of(board).rows, (4, 19, 0, 5), strict=True)):
        assert length(image, row.bar.toRect(), LIGHT.options[place]) == pytest.approx(count / 28, abs=0.003)


def test_bars_grow_from_nothing_and_then_from_where_they_were(board: Board) -> None:
    board.stands_at(POLL, "asking", shows_results=True)
    board.counts(POLL, 1, 1)
    before = board.scene(POLL)
    board.counts(POLL, 3, 1)
    after = board.scene(POLL)
    after = replace(after, tweens=towards(after.goals(), before.goals(), {}, 0.0))
    row = bars_of(board, POLL).rows[0].bar.toRect()
    lengths = [length(full(after, t), row, LIGHT.options[0]) for t in (0.0, GROW_S / 3, GROW_S)]
    assert lengths[0] == pytest.approx(0.5, abs=0.003)
    assert lengths[0] < lengths[1] < lengths[2]
    assert lengths[2] == pytest.approx(0.75, abs=0.003)


def test_only_the_reveal_shows_the_tick(board: Board) -> None:
    board.counts(QUIZ, 4, 19, 3, 2)
    board.stands_at(QUIZ, "closed", shows_results=True, right=(1,))
    assert not has_colour(board.picture(QUIZ), LIGHT.ok)
    board.stands_at(QUIZ, "revealed", shows_results=True, right=(1,))
    assert has_colour(board.picture(QUIZ), LIGHT.ok)


def test_the_right_bar_alone_is_outlined(board: Board) -> None:
    board.counts(QUIZ, 4, 19, 3, 2)
    board.stands_at(QUIZ, "revealed", shows_results=True, right=(1,))
    image, rows = board.picture(QUIZ), bars_of(board).rows
    outlined = [has_colour(image, LIGHT.ok, row.bar.adjusted(-12, -12, 12, 12).toRect()) for row in rows]
    assert outlined == [False, True, False, False]


def test_the_round_before_is_shown_beside_it(board: Board) -> None:
    board.stands_at(QUIZ, "closed", shows_results=True, round=2)
    board.counts(QUIZ, 4, 19, 3, 2)
    alone = board.picture(QUIZ)
    board.counts(QUIZ, 4, 19, 3, 2, earlier=(14, 7, 7, 0), round=2)
    beside = board.picture(QUIZ)
    row = bars_of(board).rows[0].bar.toRect()
    assert beside != alone
    under = beside.copy(row.left(), row.bottom() + 8, row.width(), 1)
    assert sum(pixel == QColor(LIGHT.soft).rgb() for pixel in pixels(under)) / row.width() == pytest.approx(
        0.5, abs=0.01
    )


@pytest.mark.parametrize("text", ["kort", LONG, LONG * 4])
@pytest.mark.parametrize("count", [2, 4, 6, 12])
@pytest.mark.parametrize("why", ["", "Omdat.", LONG * 8])
@pytest.mark.usefixtures("board")
def test_rows_and_reason_stand_apart_above_the_strip(text: str, count: int, why: str) -> None:
    options = (Choosable(text, right=True), *(Choosable(text, right=False),) * (count - 1))
    made = plan("Welke zin hoort bij de eerste stap?", "", "", options, (Run(why),) if why else (), False, not why)
    assert len(made.rows) == count
    for above, below in pairwise(made.rows):
        assert above.y + above.height <= below.y
    bottom = made.why.top() if made.why is not None else FLOOR - 60
    assert made.rows[-1].y + made.rows[-1].height <= bottom
    assert made.why is None or made.why.bottom() <= FLOOR
    assert min(row.text.size for row in made.rows) >= SMALLEST


def test_more_options_than_a_question_should_have_keep_off_the_strip(board: Board) -> None:
    many = msgspec.structs.replace(POLL, options=tuple(Option(text=f"keuze {n}") for n in range(12)))
    board.stands_at(POLL, "asking", shows_results=True)
    board.counts(POLL, *range(12))
    rows = bars_of(board, many).rows
    assert rows[-1].y + rows[-1].height <= FLOOR - 86
    numbers = QRect(int(RIGHT - figures.WIDTH), int(rows[-1].y), int(figures.WIDTH), int(rows[-1].height))
    assert has_colour(board.picture(many), LIGHT.ink, numbers)


def test_the_outline_of_the_right_bar_stays_off_the_row_below(board: Board) -> None:
    options = tuple(Option(text=f"keuze {n}", right=n == 3) for n in range(12))
    many = msgspec.structs.replace(QUIZ, options=options)
    board.stands_at(QUIZ, "revealed", shows_results=True, right=(3,))
    board.counts(QUIZ, *range(12))
    below = bars_of(board, many).rows[4]
    text = QRect(int(TRACK_X), int(below.text_y), int(TRACK_WIDTH), int(below.text.height))
    assert not has_colour(board.picture(many), LIGHT.ok, text)


def test_an_option_that_nobody_chose_in_the_round_before_has_no_line_for_it(board: Board) -> None:
    board.stands_at(QUIZ, "closed", shows_results=True, round=2, rounds=2)
    pictures = []
    for earlier in ((0, 5, 0, 0), (1, 5, 0, 0)):
        board.counts(QUIZ, 2, 2, 2, 2, earlier=earlier, round=2)
        pictures.append(board.picture(QUIZ))
    left = QRect(round(TRACK_X), 200, 12, 130)
    assert has_colour(pictures[1], LIGHT.soft, left)
    assert not has_colour(pictures[0], LIGHT.soft, left)


def test_where_several_may_be_chosen_two_bars_may_be_long(board: Board) -> None:
    several = msgspec.structs.replace(QUIZ, settings=Settings(multi=True))
    board.stands_at(QUIZ, "closed", shows_results=True)
    board.counts(QUIZ, 14, 7, 0, 0, answered=14)
    image, rows = board.picture(several), bars_of(board).rows
    assert length(image, rows[0].bar.toRect(), LIGHT.options[0]) == pytest.approx(1.0, abs=0.01)
    assert length(image, rows[1].bar.toRect(), LIGHT.options[1]) == pytest.approx(0.5, abs=0.01)


def test_no_answers_are_painted_as_no_answers(board: Board) -> None:
    board.stands_at(QUIZ, "revealed", shows_results=True, right=(1,))
    board.counts(QUIZ, 0, 0, 0, 0)
    image = board.picture(QUIZ)
    assert length(image, bars_of(board).rows[1].bar.toRect(), LIGHT.ok) < 0.01


def test_a_live_poll_without_votes_has_no_numbers_beside_its_bars(board: Board) -> None:
    board.stands_at(POLL, "asking", shows_results=True)
    board.counts(POLL, 0, 0)
    row = bars_of(board, POLL).rows[0]
    numbers = QRect(int(RIGHT - figures.WIDTH), int(row.y), int(figures.WIDTH), int(row.height))
    assert not has_colour(board.picture(POLL), LIGHT.ink, numbers)
    board.counts(POLL, 0, 1)
    assert has_colour(board.picture(POLL), LIGHT.ink, numbers)


def test_without_votes_and_without_a_count_it_is_told_once(board: Board) -> None:
    board.stands_at(QUIZ, "revealed", shows_results=True, right=(1,))
    board.counts(QUIZ, 0, 0, 0, 0)
    rows = bars_of(board).rows
    numbers = QRect(int(RIGHT - figures.WIDTH), 0, int(figures.WIDTH), int(rows[-1].y + rows[-1].height))
    image = board.picture(QUIZ)
    assert has_colour(image, LIGHT.soft, numbers)
    assert not has_colour(image, LIGHT.ink, numbers)


def test_an_option_that_has_no_text_still_has_its_bar(board: Board) -> None:
    bare = msgspec.structs.replace(POLL, options=(Option(text=""), Option(text="")))
    board.stands_at(POLL, "asking", shows_results=True)
    board.picture(bare)


def test_raised_hands_lengthen_a_bar_and_are_hatched_at_its_end(board: Board) -> None:
    board.stands_at(QUIZ, "closed", shows_results=True)
    board.counts(QUIZ, 4, 4, 0, 0, hands=(0, 4, 0, 0))
    image = board.picture(QUIZ)
    rows = [row.bar.toRect() for row in bars_of(board).rows]
    assert length(image, rows[0], LIGHT.options[0]) == pytest.approx(4 / 12, abs=0.003)
    assert 4 / 12 < length(image, rows[1], LIGHT.options[1]) < 8 / 12
    end = QRect(int(TRACK_X + TRACK_WIDTH * 5 / 12), rows[1].y(), int(TRACK_WIDTH * 2 / 12), rows[1].height())
    assert has_colour(image, LIGHT.paper, end)
    assert has_colour(image, LIGHT.options[1], end)
