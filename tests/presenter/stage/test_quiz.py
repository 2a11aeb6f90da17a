"""The options of a question as cards."""

from __future__ import annotations

import msgspec
import pytest

from lessons.model import Option
from presenter.stage.content import Choosable
from presenter.stage.quiz import Plan, plan
from presenter.stage.theme import DARK, FLOOR, RIGHT, SIDE, SMALLEST
from tests.presenter.stage.board import QUIZ, Board, has_colour, looks_the_same

pytestmark = pytest.mark.usefixtures("board")
QUESTION = "Hoe heet water dat tussen zandkorrels in de grond zit?"
SENTENCE = "Door de warmte van de zon verdampt het water uit de zee, de meren en de rivieren, en ook uit planten."


def planned(*options: str, question: str = QUESTION, context: str = "", has_timer: bool = True) -> Plan:
    return plan(question, "", context, tuple(Choosable(option) for option in options), None, has_timer)


CASES = {
    "two short": (("Ja", "Nee"), ""),
    "three": (("Ja", "Nee", "Weet ik niet"), ""),
    "six short": (("een", "twee", "drie", "vier", "vijf", "zes"), ""),
    "six long": ((SENTENCE,) * 6, ""),
    "sixty words of context": (("Verdamping", "Infiltratie", "Neerslag", "Afvoer"), "woorden van context " * 20),
    "far too much": ((SENTENCE * 3,) * 6, "woorden van context " * 90),
    "one endless word": (("x" * 120, "Ja"), ""),
}


@pytest.mark.parametrize("name", CASES)
def test_options_stay_within_their_cards_and_cards_within_the_canvas(name: str) -> None:
    options, context = CASES[name]
    made = planned(*options, context=context)
    for card, text in zip(made.cards, made.texts, strict=True):
        assert card.left() >= SIDE
        assert card.right() <= RIGHT + 0.5
        assert card.bottom() <= FLOOR
        assert text.size >= SMALLEST
        if name != "far too much":
            assert text.height <= card.height()
    assert not any(one.intersects(other) for n, one in enumerate(made.cards) for other in made.cards[:n])
    assert all(card.top() >= made.heading.bottom for card in made.cards)


def test_short_options_have_large_letters() -> None:
    assert planned("Ja", "Nee", "Soms", "Nooit").texts[0].size >= 46


def test_context_is_not_set_under_36_where_it_fits() -> None:
    made = planned("Verdamping", "Infiltratie", "Neerslag", "Afvoer", context="woorden van context " * 20)
    assert made.heading.context_size >= 36


def test_four_options_stand_in_two_columns_of_equal_cards() -> None:
    cards = planned("Oppervlaktewater", "Grondwater", "Regenwater", "Leidingwater").cards
    assert len({card.left() for card in cards}) == 2
    assert len({(card.width(), card.height()) for card in cards}) == 1


def test_the_same_question_has_the_same_picture(board: Board) -> None:
    board.stands_at(QUIZ, "asking")
    board.counts(QUIZ, 4, 14, 2, 1)
    assert looks_the_same(board.picture(QUIZ), board.picture(QUIZ))


def test_nothing_on_the_cards_tells_which_option_is_right(board: Board) -> None:
    board.stands_at(QUIZ, "asking", right=(1,))
    known = board.picture(QUIZ)
    options = tuple(msgspec.structs.replace(option, right=False) for option in QUIZ.options)
    unknown = msgspec.structs.replace(QUIZ, options=options)
    board.stands_at(QUIZ, "asking", right=())
    assert looks_the_same(board.picture(unknown), known)


def test_every_option_has_its_own_colour(board: Board) -> None:
    board.theme = DARK
    image = board.picture(QUIZ)
    assert all(has_colour(image, DARK.options[place]) for place in range(4))
    assert not has_colour(image, DARK.options[4])


def test_an_option_that_runs_from_the_right_has_its_badge_there(board: Board) -> None:
    slide = msgspec.structs.replace(QUIZ, options=(Option(text="ماء جوفي"), Option(text="Regen")))
    made = planned("ماء جوفي", "Regen", has_timer=False)
    image = board.picture(slide)
    for place, (card, is_rtl) in enumerate(zip(made.cards, (True, False), strict=True)):
        box = card.toRect()
        half = box.width() // 2
        left, right = box.adjusted(0, 0, -half, 0), box.adjusted(half, 0, 0, 0)
        colour = board.theme.options[place]
        assert (has_colour(image, colour, right), has_colour(image, colour, left)) == (is_rtl, not is_rtl)


def test_a_question_may_have_no_options_at_all(board: Board) -> None:
    board.picture(msgspec.structs.replace(QUIZ, options=()))


def test_students_and_teachers_text_is_never_markup(board: Board) -> None:
    literal = msgspec.structs.replace(QUIZ, options=(Option(text="<b>x</b>"), Option(text="x")))
    plain = msgspec.structs.replace(QUIZ, options=(Option(text="x"), Option(text="x")))
    assert not looks_the_same(board.picture(literal), board.picture(plain))
    assert planned("<b>x</b>", "x").texts[0].layout.text() == "<b>x</b>"
