"""A formula as an outline that can be filled: shapes and measures only. It chooses no size, no place and no colour.

A formula is set once, at `SET_AT` pixels, and scaled from there: it looks the same on the projector, in a preview and
in a PDF. What was set is kept, because a picture is painted many times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker

from lessons.formula import stumble

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SET_AT = 100.0
_SCALE = 1.06
"""The formulas' letters are a little smaller than the text's of the same size."""
_COMMAND = re.compile(r"([MLQCZ])([^MLQCZ]*)")


@dataclass(frozen=True, eq=False)
class Formula:
    """A formula of size `SET_AT`: its outline from (0, 0) at the left end of its base line, and its measures."""

    outline: QPainterPath
    width: float
    ascent: float
    descent: float

    def scale(self, size: float) -> float:
        """What its measures are multiplied with beside text of this size."""
        return size * _SCALE / SET_AT

    def draw(self, painter: QPainter, x: float, base: float, size: float, colour: str) -> None:
        """Fill it, beginning at `x` on the base line at `base`."""
        painter.save()
        painter.translate(x, base)
        painter.scale(self.scale(size), self.scale(size))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawPath(self.outline)
        painter.restore()


@lru_cache(maxsize=1024)
def formula(latex: str, *, is_large: bool = False) -> Formula | None:
    """The formula, large as on a line of its own or as it stands between words; None when it cannot be drawn.

    A fraction is always large: set small its digits could not be read from the back of a room.
    """
    if stumble(latex) is not None:
        return None
    from ziamath.config import config
    from ziamath.zmath import Latex

    config.svg2 = False
    config.decimal_separator = ","
    try:
        made = Latex(_unnumbered(latex), size=SET_AT, inline=not (is_large or "frac" in latex))
        outline = QPainterPath()
        outline.setFillRule(Qt.FillRule.WindingFill)
        for shape in _shapes(made.svgxml()):
            outline.addPath(shape)
    except Exception:
        # What reads well need not be drawable, and the library says so in many ways. The board then shows the source.
        return None
    told, ink = made.node.bbox, outline.boundingRect()
    return Formula(outline, max(told.xmax, ink.right()), max(told.ymax, -ink.top()), max(-told.ymin, ink.bottom()))


def _unnumbered(latex: str) -> str:
    return latex.replace("{align}", "{align*}")


def _shapes(svg: Element) -> Iterator[QPainterPath]:
    """The shapes of the picture. Raises ValueError for what no formula is drawn with."""
    for part in svg.iter():
        if part.tag == "path":
            yield _drawn(_path(part.attrib["d"]), part)
        elif part.tag == "rect":
            shape = QPainterPath()
            shape.addRect(QRectF(*(float(part.attrib[key]) for key in ("x", "y", "width", "height"))))
            yield _drawn(shape, part)
        elif part.tag not in ("svg", "g"):
            raise ValueError(part.tag)


def _drawn(shape: QPainterPath, part: Element) -> QPainterPath:
    """The shape to fill: itself, or the outline of its line."""
    if part.get("stroke", "none") == "none":
        return shape
    stroker = QPainterPathStroker()
    stroker.setWidth(float(part.get("stroke-width", "1").removesuffix("px")))
    return stroker.createStroke(shape)


def _path(commands: str) -> QPainterPath:
    shape = QPainterPath()
    for letter, numbers in _COMMAND.findall(commands):
        values = [float(number) for number in numbers.replace(",", " ").split()]
        points = [QPointF(*pair) for pair in zip(values[::2], values[1::2], strict=True)]
        if letter == "M":
            shape.moveTo(points[0])
        elif letter == "L":
            shape.lineTo(points[0])
        elif letter == "Q":
            shape.quadTo(points[0], points[1])
        elif letter == "C":
            shape.cubicTo(points[0], points[1], points[2])
        else:
            shape.closeSubpath()
    return shape
