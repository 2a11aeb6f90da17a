"""The painted word web."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from PySide6.QtCore import QRect

from presenter.stage.motion import towards
from presenter.stage.theme import DARK, LIGHT
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
    assert scene.places.hidden > 0
    full(scene)


def test_context_stands_beside_the_counts(board: Board) -> None:
    long = msgspec.structs.replace(WEB, body="Noem drie dingen. " * 12)
    board.stands_at(WEB, "asking", shows_results=True)
    board.words(WEB, ("zee", 1))
    assert not looks_the_same(board.picture(long), board.picture(WEB))
