"""The painted word web."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from PySide6.QtCore import QRect

from lessons.model import Settings, Slide
from presenter.stage.content import WebContent
from presenter.stage.motion import towards
from presenter.stage.theme import DARK, LIGHT, SIDE
from presenter.stage.webtext import head
from tests.presenter.stage.board import WEB, Board, full, has_colour, looks_the_same


def bubble(board: Board, number: int = 0) -> QRect:
    places = board.scene(WEB).places
    assert places is not None
    place = places.places[number]
    return QRect(int(place.x - place.width / 2), int(place.y - place.height / 2), int(place.width), int(place.height))


def test_a_word_stands_in_a_bubble_of_its_colour(board: Board) -> None:
    board.stands_at(WEB, "asking", shows_results=True)
    board.words(WEB, ("zee", 3))
    places = board.scene(WEB).places
    assert places is not None
    image = board.picture(WEB)
    assert has_colour(image, LIGHT.tints[places.places[0].colour], bubble(board))
    assert has_colour(image, LIGHT.ink, bubble(board))


def test_typed_words_are_never_markup(board: Board) -> None:
    board.stands_at(WEB, "asking", shows_results=True)
    board.words(WEB, ("<img src=x><b>", 1))
    places = board.scene(WEB).places
    assert places is not None
    assert places.places[0].text == "<img src=x><b>"
    shown = board.picture(WEB)
    board.words(WEB, ("&lt;img src=x&gt;&lt;b&gt;", 1))
    assert not looks_the_same(board.picture(WEB), shown)


def test_a_new_word_fades_in_while_the_others_stand_still(board: Board) -> None:
    board.stands_at(WEB, "asking", shows_results=True)
    board.words(WEB, ("zee", 1))
    before = board.scene(WEB)
    board.words(WEB, ("zee", 1), ("wolk", 1))
    after = board.scene(WEB, places=before.places)
    after = replace(after, tweens=towards(after.goals(), before.goals(), {}, 0.0))
    first, second = bubble(board), bubble(board, 1)
    begin, end = full(after, 0.0), full(after, 1.0)
    assert looks_the_same(begin.copy(first), end.copy(first))
    assert not has_colour(begin, LIGHT.ink, second)
    assert has_colour(end, LIGHT.ink, second)


def test_the_counts_of_a_hidden_web_name_only_participants(board: Board) -> None:
    board.words(WEB, ("zee", 1))
    board.stands_at(WEB, "asking", shows_results=False)
    hidden = board.picture(WEB)
    board.words(WEB, ("wolk", 5), ("ijs", 2))
    assert looks_the_same(board.picture(WEB), hidden)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_words_that_do_not_fit_are_counted(board: Board, language: str) -> None:
    board.language = language
    board.theme = DARK
    board.stands_at(WEB, "asking", shows_results=True)
    board.words(WEB, *((f"een lang woord {n}", 1) for n in range(200)))
    scene = board.scene(WEB)
    assert scene.places is not None
    assert scene.places.hidden
    full(scene)


def test_context_stands_beside_the_counts(board: Board) -> None:
    long = msgspec.structs.replace(WEB, body="Noem drie dingen. " * 12)
    board.stands_at(WEB, "asking", shows_results=True)
    board.words(WEB, ("zee", 1))
    assert not looks_the_same(board.picture(long), board.picture(WEB))


def centred(**fields: object) -> Slide:
    """A word web with something else in its centre than what it asks."""
    told = {"title": "Wat hoor je?", "question": "Wat hoor je?", "settings": Settings(centre="Nu te horen"), **fields}
    return msgspec.structs.replace(WEB, **told)


def test_what_is_asked_stands_above_when_the_centre_says_something_else(board: Board) -> None:
    head = QRect(SIDE, 0, 1300, 100)
    assert has_colour(board.picture(centred()), LIGHT.ink, head)
    assert not has_colour(board.picture(WEB), LIGHT.ink, head)
    board.theme = DARK
    assert has_colour(board.picture(centred()), DARK.ink, head)


def test_what_is_asked_is_not_said_twice(board: Board) -> None:
    same = centred(title="Water", question="Water", settings=Settings(centre=" Water "))
    content = board.scene(same).content
    assert isinstance(content, WebContent)
    assert content.question == ""


def test_a_title_stands_above_when_the_centre_is_the_question(board: Board) -> None:
    content = board.scene(centred(title="Geluid", settings=Settings())).content
    assert isinstance(content, WebContent)
    assert (content.web.centre, content.question) == ("Wat hoor je?", "Geluid")


@pytest.mark.parametrize("question", ["Wat hoor je?", "Welke geluiden hoor je op dit moment? " * 4])
@pytest.mark.parametrize("context", ["", "Ogen dicht, een halve minuut stil. " * 12])
def test_words_stand_below_the_question_and_its_context(board: Board, question: str, context: str) -> None:
    slide = centred(question=question, body=context)
    board.stands_at(WEB, "asking", shows_results=True)
    board.words(WEB, *((f"een lang woord {n}", 1 + n % 3) for n in range(60)))
    places = board.scene(slide).places
    assert places is not None
    top = min(place.y - place.height / 2 for place in places.places)
    made = head(question, context, LIGHT)
    assert made.row + made.context.height < made.bottom <= top + 0.01
    assert made.bottom <= 270
    assert board.picture(slide) != board.picture(WEB)


@pytest.mark.usefixtures("board")
def test_the_context_of_a_question_is_not_set_under_36() -> None:
    made = head("Wat hoor je?", "Ogen dicht, een halve minuut stil. Daarna schrijf je op wat je hoorde.", LIGHT)
    assert made.context.size == 36
