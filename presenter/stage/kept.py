"""Large text, painted once and kept as a picture. It lays nothing out.

Qt keeps the letters of small text as pictures, and draws those of large text as outlines each time: milliseconds for
the title of one slide, sixty times a second while something on it moves. A picture is kept of what is drawn for the
second time in the same way; its pixels are the same. Painters that make no pixels, for a PDF, get the outlines.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter, QTextLayout, QTransform

_LARGE = 64
"""From so many pixels on Qt draws outlines."""


@dataclass(eq=False)
class _Kept:
    """What was drawn in one way: how often, and from the second time on its picture."""

    draws: int = 0
    image: QImage | None = None


def draw_layout(painter: QPainter, layout: QTextLayout, size: int, place: QPointF, colour: str) -> None:
    """Draw the text of `size` with its top left corner at `place`."""
    world = painter.worldTransform()
    if size * world.m11() < _LARGE or not _is_plain(painter, world):
        _draw(painter, layout, place, colour)
        return
    at = world.map(place)
    left, top = math.floor(at.x()), math.floor(at.y())
    kept = _kept(layout, size, colour, world.m11(), at.x() - left, at.y() - top)
    kept.draws += 1
    if kept.draws == 1:
        _draw(painter, layout, place, colour)
        return
    margin = _margin(size, world.m11())
    if kept.image is None:
        kept.image = _picture(layout, margin, world.m11(), QPointF(at.x() - left, at.y() - top), colour)
    painter.save()
    painter.setWorldMatrixEnabled(False)
    painter.drawImage(QPointF(left - margin, top - margin), kept.image)
    painter.restore()


def _is_plain(painter: QPainter, world: QTransform) -> bool:
    """True where the painter makes pixels of the device's own size, neither turned nor out of proportion."""
    if world.m12() or world.m21() or world.m11() != world.m22():
        return False
    engine = painter.paintEngine()
    is_raster = engine is not None and engine.type() is QPaintEngine.Type.Raster
    return is_raster and painter.device().devicePixelRatioF() == 1.0


def _draw(painter: QPainter, layout: QTextLayout, place: QPointF, colour: str) -> None:
    painter.setPen(QColor(colour))
    layout.draw(painter, place)


@lru_cache(maxsize=24)
def _kept(layout: QTextLayout, size: int, colour: str, scale: float, right: float, down: float) -> _Kept:
    """The one for this way of drawing; at first nothing was drawn."""
    return _Kept()


def _margin(size: int, scale: float) -> int:
    """Pixels around the text for what hangs over its lines."""
    return math.ceil(size * scale / 2)


def _picture(layout: QTextLayout, margin: int, scale: float, shift: QPointF, colour: str) -> QImage:
    box = layout.boundingRect()
    width, height = math.ceil(box.right() * scale) + 2 * margin, math.ceil(box.bottom() * scale) + 2 * margin
    image = QImage(QSize(width, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(margin + shift.x(), margin + shift.y())
    painter.scale(scale, scale)
    _draw(painter, layout, QPointF(0, 0), colour)
    painter.end()
    return image
