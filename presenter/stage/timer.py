"""Paints timers: a ring that runs down with its digits, large, as a strip, beside a question or in the corner."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from presenter.stage.blocks import literal
from presenter.stage.content import Face, Tone
from presenter.stage.fit import Style, laid, line_width
from presenter.stage.theme import RIGHT, SMALLEST, Theme

_TOP_DEGREES = 90 * 16
_CIRCLE = 360 * 16


def draw_large(painter: QPainter, face: Face, box: QRectF, theme: Theme) -> None:
    """The ring that fills the square `box`, with large digits and a line under them."""
    side = box.width()
    draw_ring(painter, face, box, theme, side * 0.062)
    inner = side * 0.74
    size = _digits_size(face.digits, inner, round(side * 0.29))
    style = Style(bold=True, tabular=True, leading=1.0, align="centre")
    lift = 0.06 if face.caption else 0.0
    made = laid(literal(face.digits), size, side, style)
    made.draw(painter, box.x(), box.center().y() - size * (0.5 + lift), _digits_colour(face, theme))
    if face.caption:
        caption = max(SMALLEST, round(side * 0.06))
        told = laid(literal(face.caption), caption, side, Style(align="centre"))
        told.draw(painter, box.x(), box.center().y() + side * 0.155, theme.soft)
    if face.is_paused:
        _draw_paused(
            painter, QRectF(box.center().x() - side * 0.03, box.y() + side * 0.2, side * 0.06, side * 0.07), theme
        )


def strip_width(face: Face, height: float = 112) -> float:
    """The width of the timer as a strip of the given height."""
    return height + 28 + line_width(face.digits, _strip_digits(height), bold=True, tabular=True)


def draw_strip(
    painter: QPainter, face: Face, y: float, theme: Theme, height: float = 112, right: float = RIGHT
) -> None:
    """A small ring with large digits beside it, that end at `right`: the margin, or what stands before it."""
    left = right - strip_width(face, height)
    size = _strip_digits(height)
    ring = QRectF(left, y, height, height)
    draw_ring(painter, face, ring, theme, height * 0.115)
    if face.is_paused:
        _draw_paused(painter, _middle(ring, 0.3), theme)
    made = laid(literal(face.digits), size, 2000, Style(bold=True, tabular=True, leading=1.0, align="left"))
    made.draw(painter, left + height + 28, y + (height - size) / 2, _digits_colour(face, theme))


def draw_small(painter: QPainter, face: Face, box: QRectF, theme: Theme) -> None:
    """The ring of a question, with its digits inside."""
    side = box.width()
    draw_ring(painter, face, box, theme, side * 0.095)
    size = _digits_size(face.digits, side * 0.68, round(side * 0.36))
    lift = 0.08 if face.is_paused else 0.0
    made = laid(literal(face.digits), size, side, Style(bold=True, tabular=True, leading=1.0, align="centre"))
    made.draw(painter, box.x(), box.center().y() - size * 0.5 - side * lift, _digits_colour(face, theme))
    if face.is_paused:
        _draw_paused(
            painter,
            QRectF(box.center().x() - side * 0.07, box.center().y() + side * 0.13, side * 0.14, side * 0.16),
            theme,
        )


def draw_corner(painter: QPainter, face: Face, x: float, middle: float, theme: Theme) -> float:
    """The timer of another slide, left edge at `x`, around the line `middle`; says how wide it is."""
    side = 48.0
    ring = QRectF(x, middle - side / 2, side, side)
    draw_ring(painter, face, ring, theme, 7)
    if face.is_paused:
        _draw_paused(painter, _middle(ring, 0.36), theme)
    size = 38
    made = laid(literal(face.digits), size, 1000, Style(bold=True, tabular=True, leading=1.0, align="left"))
    made.draw(painter, x + side + 14, middle - size / 2, _digits_colour(face, theme))
    return side + 14 + made.width


def draw_ring(painter: QPainter, face: Face, box: QRectF, theme: Theme, thickness: float) -> None:
    """The track and what is left of it, from the top and against the clock's hands."""
    inset = thickness / 2
    ring = box.adjusted(inset, inset, -inset, -inset)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if theme.is_hollow:
        painter.setPen(QPen(QColor(theme.line), 2))
        painter.drawEllipse(ring)
    else:
        painter.setPen(QPen(QColor(theme.track), thickness))
        painter.drawEllipse(ring)
    if face.share <= 0:
        return
    pen = QPen(QColor(_ring_colour(face, theme)), thickness)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if face.share < 1 else Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    if face.share >= 1:
        painter.drawEllipse(ring)
    else:
        painter.drawArc(ring, _TOP_DEGREES, -round(face.share * _CIRCLE))


def _ring_colour(face: Face, theme: Theme) -> str:
    if face.is_paused:
        return theme.soft
    return {Tone.CALM: theme.accent, Tone.WARNING: theme.warning, Tone.OVER: theme.error}[face.tone]


def _digits_colour(face: Face, theme: Theme) -> str:
    return {Tone.CALM: theme.ink, Tone.WARNING: theme.warning, Tone.OVER: theme.error}[face.tone]


def _strip_digits(height: float) -> int:
    return round(height * 0.92)


def _digits_size(digits: str, width: float, largest: int) -> int:
    wide = line_width(digits, largest, bold=True, tabular=True)
    return largest if wide <= width else max(SMALLEST, int(largest * width / wide))


def _middle(box: QRectF, share: float) -> QRectF:
    side = box.width() * share
    return QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)


def _draw_paused(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Two upright bars."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.soft))
    bar = box.width() * 0.34
    for left in (box.x(), box.right() - bar):
        painter.drawRoundedRect(QRectF(left, box.y(), bar, box.height()), bar * 0.3, bar * 0.3)
