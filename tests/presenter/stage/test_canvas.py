"""The canvas: letter-boxed, animated, and still when nothing moves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presenter.stage.canvas import Canvas
from presenter.stage.scene import unplayable
from presenter.stage.theme import LIGHT
from tests.presenter.stage.board import POLL, QUIZ, TEXT, VIDEO, Board, has_colour


class Counting(Canvas):
    """A canvas that counts how often it paints."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        super().paintEvent(event)


@pytest.fixture
def canvas(qtbot: QtBot, board: Board) -> Counting:
    made = Counting()
    qtbot.addWidget(made)
    made.resize(960, 540)
    made.show()
    qtbot.waitExposed(made)
    return made


def is_still(canvas: Canvas) -> bool:
    return not canvas.is_moving


def shown(canvas: Canvas) -> QImage:
    return canvas.grab().toImage()


@pytest.mark.parametrize(
    ("size", "stage"),
    [
        ((960, 540), QRectF(0, 0, 960, 540)),
        ((1024, 768), QRectF(0, 96, 1024, 576)),
        ((1000, 360), QRectF(180, 0, 640, 360)),
    ],
)
def test_the_stage_is_as_large_as_fits_between_black_bars(
    canvas: Counting, board: Board, size: tuple[int, int], stage: QRectF
) -> None:
    canvas.resize(*size)
    canvas.set_scene(board.scene(TEXT))
    assert canvas.stage_rect() == stage
    image = shown(canvas)
    assert image.pixelColor(int(stage.center().x()), int(stage.top()) + 3).name() == LIGHT.paper.lower()
    if stage.top():
        assert image.pixelColor(5, 5).name() == "#000000"


def test_before_its_first_scene_it_is_black(canvas: Counting) -> None:
    assert canvas.scene is None
    assert shown(canvas).pixelColor(480, 270).name() == "#000000"


def test_the_first_scene_is_there_at_once(canvas: Counting, board: Board) -> None:
    canvas.set_scene(board.scene(TEXT))
    assert is_still(canvas)


def test_another_slide_fades_in_and_then_all_is_still(canvas: Counting, board: Board, qtbot: QtBot) -> None:
    canvas.set_scene(board.scene(TEXT))
    canvas.set_scene(board.scene(POLL))
    assert canvas.is_moving
    qtbot.waitUntil(lambda: is_still(canvas))
    assert canvas.scene == board.scene(POLL)


def test_nothing_is_painted_when_nothing_moves(canvas: Counting, board: Board) -> None:
    canvas.set_scene(board.scene(TEXT))
    QApplication.processEvents()
    before = canvas.painted
    for _ in range(20):
        canvas.set_scene(board.scene(TEXT))
        QApplication.processEvents()
    assert canvas.painted == before


def test_bars_move_from_what_is_shown(canvas: Counting, board: Board, qtbot: QtBot) -> None:
    board.stands_at(POLL, "asking", shows_results=True)
    board.counts(POLL, 1, 1)
    canvas.set_scene(board.scene(POLL))
    board.counts(POLL, 3, 1)
    canvas.set_scene(board.scene(POLL))
    assert canvas.is_moving
    assert canvas.scene is not None
    assert canvas.scene.tweens["bar 0"].start == 0.5
    qtbot.waitUntil(lambda: is_still(canvas))
    board.counts(POLL, 3, 1)
    canvas.set_scene(board.scene(POLL))
    assert is_still(canvas)


def test_a_change_on_the_way_goes_on_from_there(canvas: Counting, board: Board) -> None:
    board.stands_at(POLL, "asking", shows_results=True)
    for counts in ((1, 1), (3, 1), (1, 3)):
        board.counts(POLL, *counts)
        canvas.set_scene(board.scene(POLL))
    assert canvas.scene is not None
    assert 0.5 <= canvas.scene.tweens["bar 0"].start <= 0.75


def test_with_reduced_motion_nothing_moves(canvas: Counting, board: Board) -> None:
    canvas.reduced_motion = True
    board.stands_at(POLL, "asking", shows_results=True)
    board.counts(POLL, 1, 1)
    canvas.set_scene(board.scene(POLL))
    board.counts(POLL, 3, 1)
    canvas.set_scene(board.scene(POLL))
    canvas.set_scene(board.scene(QUIZ))
    assert is_still(canvas)
    assert canvas.scene is not None
    assert not canvas.scene.tweens


def test_a_frame_shows_on_a_video_and_nowhere_else(canvas: Counting, board: Board) -> None:
    frame = QImage(64, 36, QImage.Format.Format_RGB32)
    frame.fill(0x336699)
    canvas.set_scene(board.scene(TEXT))
    canvas.set_video_frame(frame)
    assert not has_colour(shown(canvas), "#336699")
    canvas.reduced_motion = True
    canvas.set_scene(board.scene(VIDEO))
    canvas.set_video_frame(frame)
    assert has_colour(shown(canvas), "#336699")


def test_a_frame_stays_when_the_room_tells_something(canvas: Counting, board: Board) -> None:
    canvas.reduced_motion = True
    frame = QImage(64, 36, QImage.Format.Format_RGB32)
    frame.fill(0x336699)
    canvas.set_scene(board.scene(VIDEO))
    canvas.set_video_frame(frame)
    board.locks()
    canvas.set_scene(board.scene(VIDEO))
    assert has_colour(shown(canvas), "#336699")
    canvas.set_scene(unplayable(board.scene(VIDEO)))
    assert not has_colour(shown(canvas), "#336699")
    canvas.set_scene(board.scene(TEXT))
    canvas.set_scene(board.scene(VIDEO))
    assert not has_colour(shown(canvas), "#336699")


def test_a_subtitle_shows_on_a_video_until_nothing_is_said(canvas: Counting, board: Board) -> None:
    frame = QImage(64, 36, QImage.Format.Format_RGB32)
    frame.fill(0x336699)
    canvas.reduced_motion = True
    canvas.set_scene(board.scene(TEXT))
    canvas.set_subtitle("Nergens")
    canvas.set_scene(board.scene(VIDEO))
    canvas.set_video_frame(frame)
    assert not has_colour(shown(canvas), "#ffffff")
    canvas.set_subtitle("Luister naar de snaar.")
    board.locks()
    canvas.set_scene(board.scene(VIDEO))
    assert has_colour(shown(canvas), "#ffffff")
    canvas.set_subtitle("")
    assert not has_colour(shown(canvas), "#ffffff")


def test_a_canvas_that_is_not_seen_fades_nothing(qtbot: QtBot, board: Board) -> None:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(0, 0)
    canvas.set_scene(board.scene(TEXT))
    canvas.set_scene(board.scene(POLL))
    assert is_still(canvas)
