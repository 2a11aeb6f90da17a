"""Painted timers: the ring shows what is left, colours say how it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from presenter.stage.content import Face, Tone
from presenter.stage.theme import DARK, LIGHT, RIGHT, Theme
from presenter.stage.timer import draw_corner, draw_large, draw_small, draw_strip, strip_width
from tests.presenter.stage.board import has_colour, looks_the_same, pixels

pytestmark = pytest.mark.usefixtures("board")
BOX = QRectF(100, 100, 500, 500)


def drawn(draw: Callable[[QPainter], object], theme: Theme = LIGHT) -> QImage:
    image = QImage(1920, 700, QImage.Format.Format_RGB32)
    image.fill(int(theme.paper[1:], 16))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return image


def large(face: Face, theme: Theme = LIGHT) -> QImage:
    return drawn(lambda painter: draw_large(painter, face, BOX, theme), theme)


@pytest.mark.parametrize(
    ("tone", "colour"), [(Tone.CALM, LIGHT.accent), (Tone.WARNING, LIGHT.warning), (Tone.OVER, LIGHT.error)]
)
def test_the_ring_wears_the_colour_of_its_state(tone: Tone, colour: str) -> None:
    image = large(Face("0:07", 0.5, tone))
    assert [has_colour(image, each) for each in (LIGHT.accent, LIGHT.warning, LIGHT.error)] == [
        each == colour for each in (LIGHT.accent, LIGHT.warning, LIGHT.error)
    ]


def test_the_painted_ring_is_as_long_as_the_share_that_is_left() -> None:
    accent = int("ff" + LIGHT.accent[1:], 16)
    half, whole = (pixels(large(Face("5:00", share))).count(accent) for share in (0.5, 1.0))
    assert half / whole == pytest.approx(0.5, abs=0.03)
    assert accent not in pixels(large(Face("0:00", 0.0)))


def test_a_paused_timer_has_no_colour_and_a_sign() -> None:
    running, paused = large(Face("5:00", 0.5)), large(Face("5:00", 0.5, is_paused=True))
    assert not has_colour(paused, LIGHT.accent)
    assert not looks_the_same(running, paused)


def test_long_digits_stay_inside_the_ring() -> None:
    bare, full = large(Face("", 1.0), DARK), large(Face("+1:02:05", 1.0, Tone.CALM), DARK)
    edge = QRectF(100, 330, 40, 40).toRect()
    assert looks_the_same(bare.copy(edge), full.copy(edge))


def test_a_strip_ends_at_the_margin_and_is_as_wide_as_it_says() -> None:
    face = Face("7:18", 0.7)
    image = drawn(lambda painter: draw_strip(painter, face, 72, LIGHT))
    left = int(RIGHT - strip_width(face))
    paper = int("ff" + LIGHT.paper[1:], 16)
    assert set(pixels(image, QRectF(0, 0, left - 1, 700).toRect())) == {paper}
    assert set(pixels(image, QRectF(RIGHT + 2, 0, 1918 - RIGHT, 700).toRect())) == {paper}


def test_small_timers_are_painted_running_and_paused() -> None:
    for paused in (False, True):
        face = Face("19", 0.6, is_paused=paused)
        drawn(lambda painter, face=face: draw_small(painter, face, QRectF(0, 0, 188, 188), LIGHT))
        drawn(lambda painter, face=face: draw_corner(painter, face, 200, 300, DARK), DARK)
        drawn(lambda painter, face=face: draw_strip(painter, face, 72, DARK), DARK)
