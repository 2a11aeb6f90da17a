"""The badge of an option: a letter, a shape and a colour, always the same for the same place. And the tick."""

from __future__ import annotations

import math
from string import ascii_uppercase

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from presenter.stage.blocks import literal
from presenter.stage.fit import Style, laid
from presenter.stage.theme import BADGE_CORNER, Theme, mixed

LETTERS = "ABCDEF"
"""The letters with a shape and a colour of their own: as many as a question should have."""
ALPHABET = ascii_uppercase
"""The letters of options, by place: past F they go on, as on the phones, and only shapes and colours begin again."""


def letter(place: int) -> str:
    """The letter of the option at `place` (from 0)."""
    return ALPHABET[place % len(ALPHABET)]


def option_colour(place: int, is_right: bool, is_dimmed: bool, theme: Theme) -> str:
    """What the result of option `place` wears: green when it is right, its own colour, paler beside a right one."""
    if is_right:
        return theme.ok
    own = theme.options[place % len(theme.options)]
    if theme.is_hollow:
        return theme.track if is_dimmed else own
    return mixed(own, theme.paper, 0.42) if is_dimmed else own


def draw_badge(painter: QPainter, box: QRectF, place: int, theme: Theme, behind: str) -> None:
    """The badge of option `place` in the square `box`; `behind` is the colour it stands on."""
    colour = QColor(theme.options[place % len(theme.options)])
    side = box.width()
    corner = BADGE_CORNER * side / 84
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, corner, corner)
    size = round(side * 0.5)
    made = laid(literal(letter(place)), size, side, Style(bold=True, leading=1.0, align="centre"))
    made.draw(painter, box.x(), box.y() + (side - size) / 2 - side * 0.01, theme.on_option)
    centre = QPointF(box.right() - side * 0.08, box.bottom() - side * 0.08)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(behind))
    painter.drawEllipse(centre, side * 0.225, side * 0.225)
    painter.setBrush(colour)
    draw_shape(painter, centre, side * 0.125, place)


def draw_shape(painter: QPainter, centre: QPointF, radius: float, place: int) -> None:
    """The shape of option `place` with the painter's brush: circle, triangle, diamond, square, star, hexagon."""
    kind = place % 6
    if kind == 0:
        painter.drawEllipse(centre, radius, radius)
    elif kind == 3:
        painter.drawRect(QRectF(centre.x() - radius * 0.88, centre.y() - radius * 0.88, radius * 1.76, radius * 1.76))
    else:
        painter.drawPolygon(_polygon(centre, radius, kind))


def draw_tick(painter: QPainter, centre: QPointF, radius: float, theme: Theme) -> None:
    """The tick that means "right", in a disc."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ok))
    painter.drawEllipse(centre, radius, radius)
    pen = QPen(QColor(theme.paper), radius * 0.26)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    at = [(-0.42, 0.04), (-0.12, 0.34), (0.44, -0.32)]
    painter.drawPolyline([QPointF(centre.x() + x * radius, centre.y() + y * radius) for x, y in at])


def draw_star(painter: QPainter, centre: QPointF, radius: float, theme: Theme) -> None:
    """The star that a teacher gave, in a disc of the paper's colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.paper))
    painter.drawEllipse(centre, radius, radius)
    painter.setBrush(QColor(theme.accent))
    painter.drawPolygon(star(centre, radius * 0.62))


def star(centre: QPointF, radius: float) -> QPolygonF:
    """The outline of a star with five points."""
    return _polygon(centre, radius, 4)


def _polygon(centre: QPointF, radius: float, kind: int) -> QPolygonF:
    if kind == 1:
        corners = [(-90, 1.15), (30, 1.15), (150, 1.15)]
    elif kind == 2:
        corners = [(angle, 1.12) for angle in (-90, 0, 90, 180)]
    elif kind == 4:
        corners = [(-90 + 36 * step, 1.22 if step % 2 == 0 else 0.52) for step in range(10)]
    else:
        corners = [(60 * step, 1.08) for step in range(6)]
    return QPolygonF(
        [
            QPointF(
                centre.x() + radius * reach * math.cos(math.radians(angle)),
                centre.y() + radius * reach * math.sin(math.radians(angle)),
            )
            for angle, reach in corners
        ]
    )
