"""What a tap on the slides asks for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from polling.commands import Back, Enlarge, Hide, Next
from presenter.stage.content import OpenContent, WebContent
from presenter.stage.open import placed
from presenter.taps import APART_S, Taps, deed_at
from tests.presenter.stage.board import OPEN, TEXT, WEB, Board


@pytest.fixture
def board(qapp: QApplication) -> Board:
    return Board()


@pytest.mark.parametrize(("x", "deed"), [(10, Back()), (575, Back()), (577, Next()), (1900, Next())])
def test_the_left_goes_back_and_the_rest_goes_on(board: Board, x: float, deed: object) -> None:
    assert deed_at(board.scene(TEXT), QPointF(x, 500)) == deed


def test_a_word_under_the_finger_is_hidden(board: Board) -> None:
    board.stands_at(WEB, "asking")
    board.words(WEB, ("zee", 3), ("duin", 1))
    scene = board.scene(WEB)
    assert isinstance(scene.content, WebContent)
    for place in scene.content.web.places:
        assert deed_at(scene, QPointF(place.x, place.y)) == Hide(place.key)
    assert deed_at(scene, QPointF(1900, 1060)) == Next()


def test_an_answer_under_the_finger_is_hidden(board: Board) -> None:
    board.stands_at(OPEN, "asking", shows_results=True)
    board.answers(OPEN, "Lucht trilt.", "Het botst.")
    scene = board.scene(OPEN)
    assert isinstance(scene.content, OpenContent)
    assert len(placed(scene.content)) == 2
    for card in placed(scene.content):
        assert deed_at(scene, card.box.center()) == Hide(card.name)
        assert deed_at(scene, card.box.topLeft() - QPointF(4, 4)) != Hide(card.name)


def test_a_large_answer_goes_back_among_the_others(board: Board) -> None:
    board.stands_at(OPEN, "asking", shows_results=True)
    board.answers(OPEN, "Lucht trilt.", "Het botst.", enlarged="p1")
    scene = board.scene(OPEN)
    assert isinstance(scene.content, OpenContent)
    (card,) = placed(scene.content)
    assert deed_at(scene, card.box.center()) == Enlarge("")
    assert deed_at(scene, QPointF(1900, 1060)) == Next()


def test_a_trembling_finger_goes_on_once(board: Board) -> None:
    now_s, heard = [0.0], []
    taps = Taps(lambda: board.scene(TEXT), lambda: now_s[0])
    taps.wanted.connect(heard.append)
    for at_s in (0.0, APART_S / 2, 2 * APART_S):
        now_s[0] = at_s
        taps.on_tapped(QPointF(1000, 500))
    assert heard == [Next(), Next()]


def test_before_the_first_picture_a_tap_asks_for_nothing(board: Board) -> None:
    heard: list[object] = []
    taps = Taps(lambda: None)
    taps.wanted.connect(heard.append)
    taps.on_tapped(QPointF(1000, 500))
    assert heard == []
