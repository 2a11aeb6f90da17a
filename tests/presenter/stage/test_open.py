"""Open answers as cards: all that fit, none cut, in order; never markup."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from PIL import Image
from PySide6.QtCore import QRect

from lessons.model import Media, MediaKind, Slide
from presenter.stage.open import grid
from presenter.stage.theme import LIGHT, SMALLEST
from tests.presenter.stage.board import OPEN, Board, has_colour, looks_the_same

pytestmark = pytest.mark.usefixtures("board")
LONG = "Als het een jaar niet regent, dan zakt het grondwater steeds verder weg en drogen de sloten op. " * 3


def cards(*texts: str) -> tuple[tuple[str, str], ...]:
    return tuple((f"p{number}", text) for number, text in enumerate(texts))


@pytest.mark.parametrize("texts", [["kort"], ["kort"] * 12, [LONG[:240]] * 5, [LONG[: 20 + n * 8] for n in range(25)]])
def test_cards_stand_apart_within_their_room_and_hold_their_text(texts: list[str]) -> None:
    made = grid(cards(*texts), 200, 860)
    assert len(made.cards) + made.more == len(texts)
    assert not any(one.box.intersects(other.box) for one, other in combinations(made.cards, 2))
    for card in made.cards:
        assert card.box.top() >= 200
        assert card.box.bottom() <= 860
        assert card.text.height < card.box.height()
        assert card.text.width < card.box.width()
        assert card.text.size >= SMALLEST


def test_few_answers_have_large_letters_and_none_is_left_out() -> None:
    made = grid(cards("zee", "wolk", "land"), 200, 860)
    assert (made.more, made.cards[0].text.size) == (0, 46)


def test_rather_some_answers_than_tiny_ones() -> None:
    made = grid(cards(*[LONG[:240]] * 25), 200, 860)
    assert made.more > 0
    assert [card.name for card in made.cards] == [f"p{n}" for n in range(len(made.cards))]


def test_own_line_breaks_are_kept_and_empty_lines_are_not() -> None:
    (card,) = grid(cards("een\n\n\ntwee\n  drie "), 200, 860).cards
    assert card.text.layout.text().split("\u2028") == ["een", "twee", "drie"]


def test_an_answer_is_shown_as_it_was_typed(board: Board) -> None:
    (card,) = grid(cards("<img src=x><b>vet</b> &amp; **ster**"), 200, 860).cards
    assert card.text.layout.text() == "<img src=x><b>vet</b> &amp; **ster**"
    board.stands_at(OPEN, "asking", shows_results=True)
    board.answers(OPEN, "<b>vet</b>")
    tagged = board.picture(OPEN)
    board.answers(OPEN, "vet")
    assert not looks_the_same(board.picture(OPEN), tagged)


def test_hidden_answers_leave_no_trace(board: Board) -> None:
    board.stands_at(OPEN, "asking", shows_results=False)
    board.answers(OPEN, "zee")
    hidden = board.picture(OPEN)
    board.answers(OPEN, "wolk")
    assert looks_the_same(board.picture(OPEN), hidden)


def test_shown_answers_stand_on_cards(board: Board) -> None:
    board.stands_at(OPEN, "asking", shows_results=True)
    board.answers(OPEN, "zee")
    assert has_colour(board.picture(OPEN), LIGHT.card)


@pytest.fixture
def pictured(board: Board, tmp_path: Path) -> Slide:
    """An open question about a red picture."""
    (tmp_path / "media").mkdir()
    Image.new("RGB", (160, 120), "#ff0000").save(tmp_path / "media" / "red.png")
    board.folder = tmp_path
    return msgspec.structs.replace(OPEN, media=(Media(kind=MediaKind.PICTURE, target="media/red.png"),))


@pytest.mark.parametrize("texts", [["zee"], ["een antwoord van een paar woorden"] * 15])
def test_the_picture_stays_beside_the_answers(board: Board, pictured: Slide, texts: list[str]) -> None:
    board.stands_at(OPEN, "asking", shows_results=True)
    board.answers(OPEN, *texts)
    image = board.picture(pictured)
    columns = [x for x in range(image.width()) if has_colour(image, "#ff0000", QRect(x, 0, 1, 1080))]
    assert min(columns) > image.width() * 0.6
    assert has_colour(image, LIGHT.card, QRect(0, 0, min(columns), 1080))
    assert not has_colour(image, LIGHT.card, QRect(min(columns), 0, image.width(), 900))


def test_answers_that_need_the_whole_board_get_it(board: Board, pictured: Slide) -> None:
    board.stands_at(OPEN, "asking", shows_results=True)
    board.answers(OPEN, *[LONG[:240]] * 9)
    assert not has_colour(board.picture(pictured), "#ff0000")
    assert looks_the_same(board.picture(pictured), board.picture(OPEN))


def test_a_question_of_any_length_is_painted(board: Board) -> None:
    board.stands_at(OPEN, "asking", shows_results=True)
    board.answers(OPEN, *[LONG[:240]] * 25)
    long = msgspec.structs.replace(OPEN, question=LONG * 3, title="Boven", body=LONG * 5)
    board.picture(long)
    board.stands_at(OPEN, "asking")
    board.picture(long)
