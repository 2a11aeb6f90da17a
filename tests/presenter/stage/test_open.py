"""Open answers as cards: all that fit, none cut, in order; never markup."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from PIL import Image
from PySide6.QtCore import QRect, QRectF

from lessons.model import Media, MediaKind, Slide
from polling.answers import Text
from polling.wire import AnswerView
from presenter.stage.content import OpenContent
from presenter.stage.open import grid, placed
from presenter.stage.theme import CONTENT_WIDTH, FLOOR, LIGHT, SMALLEST
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


def content(board: Board) -> OpenContent:
    made = board.scene(OPEN).content
    assert isinstance(made, OpenContent)
    return made


def test_answers_with_a_star_come_first_and_wear_it(board: Board) -> None:
    board.stands_at(OPEN, "asking", shows_results=True)
    board.answers(OPEN, "een", "twee", "drie", starred=(1, 2))
    assert [card.name for card in placed(content(board))] == ["p1", "p2", "p0"]
    image = board.picture(OPEN)
    stars = [has_colour(image, LIGHT.accent, corner(card.box)) for card in placed(content(board))]
    assert stars == [True, True, False]


def corner(box: QRectF) -> QRect:
    """Where a card has its star."""
    return QRectF(box.right() - 40, box.y() - 10, 50, 50).toRect()


def test_the_large_answer_stands_alone_in_large_letters_under_the_question(board: Board) -> None:
    board.stands_at(OPEN, "asking", shows_results=True)
    board.answers(OPEN, "Het zakt weg.", LONG[:240], "kort", enlarged="p0")
    (card,) = placed(content(board))
    assert (card.name, card.text.size, card.box.width()) == ("p0", 96, CONTENT_WIDTH)
    assert card.box.top() > 150
    assert card.box.bottom() <= FLOOR
    alone = board.picture(OPEN)
    board.answers(OPEN, "Het zakt weg.", enlarged="p0")
    assert looks_the_same(alone.copy(0, 0, 1920, 860), board.picture(OPEN).copy(0, 0, 1920, 860))


@pytest.mark.parametrize("text", [LONG[:240], "x" * 240, "een\ntwee\ndrie\n" * 12, "<b>vet</b>"])
def test_any_answer_fits_on_the_large_card_as_it_was_typed(board: Board, text: str) -> None:
    board.stands_at(OPEN, "closed", shows_results=True)
    board.answers(OPEN, "kort", text, starred=(1,), enlarged="p1")
    (card,) = placed(content(board))
    assert card.text.height <= card.box.height()
    assert card.box.bottom() <= FLOOR
    assert not card.text.is_cut
    assert card.text.layout.text().replace("\u2028", " ") == " ".join(text.split())
    assert has_colour(board.picture(OPEN), LIGHT.accent, corner(card.box))


def test_what_the_class_may_not_see_is_not_large_either(board: Board) -> None:
    board.stands_at(OPEN, "asking", shows_results=True)
    hidden = AnswerView(participant="p0", value=Text(text="Flauw."), is_shown=False, is_starred=True)
    board.counts(OPEN, answered=1, answers=(hidden,), enlarged="p0")
    assert (content(board).enlarged, content(board).starred, content(board).cards) == ("", frozenset(), ())
    board.stands_at(OPEN, "asking", shows_results=False)
    board.answers(OPEN, "Flauw.", starred=(0,), enlarged="p0")
    assert (content(board).enlarged, content(board).starred, content(board).cards) == ("", frozenset(), None)
