"""Badges: another place, another letter, shape and colour; and the tick."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from presenter.stage.badge import draw_badge, draw_shape, draw_tick, letter
from presenter.stage.theme import HIGH_CONTRAST, LIGHT
from tests.presenter.stage.board import has_colour, looks_the_same

pytestmark = pytest.mark.usefixtures("board")


def blank() -> tuple[QImage, QPainter]:
    image = QImage(120, 120, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    return image, QPainter(image)


def badge(place: int) -> QImage:
    image, painter = blank()
    draw_badge(painter, QRectF(10, 10, 84, 84), place, HIGH_CONTRAST, "#ffffff")
    painter.end()
    return image


def shape(place: int) -> QImage:
    image, painter = blank()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    draw_shape(painter, QPointF(60, 60), 40, place)
    painter.end()
    return image


def test_letters_go_on_past_the_last_shape() -> None:
    assert "".join(letter(place) for place in range(26)) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_past_the_last_shape_badges_still_differ_while_shapes_begin_again() -> None:
    assert not looks_the_same(badge(6), badge(0))
    assert looks_the_same(shape(6), shape(0))


@pytest.mark.parametrize(("one", "other"), list(combinations(range(6), 2)))
def test_no_two_options_look_alike_even_without_colour(one: int, other: int) -> None:
    assert not looks_the_same(badge(one), badge(other))
    assert not looks_the_same(shape(one), shape(other))


def test_the_tick_wears_the_colour_of_right() -> None:
    image, painter = blank()
    draw_tick(painter, QPointF(60, 60), 40, LIGHT)
    painter.end()
    assert has_colour(image, LIGHT.ok)
