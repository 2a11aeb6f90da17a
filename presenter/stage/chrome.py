"""Paints the bottom strip: where we are, how to join, a line along the edge. Nothing else stands there."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from presenter.stage.blocks import literal
from presenter.stage.content import Strip
from presenter.stage.fit import Laid, Style, laid, line_width
from presenter.stage.theme import HEIGHT, RIGHT, SIDE, WIDTH, Theme
from presenter.stage.timer import draw_corner
from presenter.stage.words import say

SIZE = 30
MIDDLE = 1018.0
"""The line the strip's texts stand around."""
EDGE = 8.0
_GAP = 32.0
_LINE_STYLE = Style(leading=1.0, align="left")


def draw_strip(painter: QPainter, strip: Strip, theme: Theme, language: str, right: float = RIGHT) -> None:
    """The strip; its texts end at `right`."""
    _draw_edge(painter, strip.progress, theme)
    counter = _line(strip.counter)
    counter.draw(painter, SIDE, MIDDLE - SIZE / 2, theme.soft)
    left = SIDE + (line_width(strip.counter, SIZE) + 44 if strip.counter else 0)
    if strip.page:
        _line(strip.page).draw(painter, left, MIDDLE - SIZE / 2, theme.ink)
        left += line_width(strip.page, SIZE) + 44
    if strip.timer is not None:
        left += draw_corner(painter, strip.timer, left, MIDDLE, theme) + 44
    if strip.address:
        _draw_join(painter, strip, theme, language, left, right)
    elif strip.note and right - line_width(strip.note, SIZE) >= left:
        _line(strip.note).draw(painter, right - line_width(strip.note, SIZE), MIDDLE - SIZE / 2, theme.soft)


def _draw_join(painter: QPainter, strip: Strip, theme: Theme, language: str, left: float, right: float) -> None:
    """Draw as much of how to join as there is room for between `left` and `right`."""
    join, address = (say(language, "join"), theme.soft), (strip.address, theme.ink)
    code = [(say(language, "code"), theme.soft), (strip.code, theme.ink)] if strip.code else []
    for told in ([join, address, *code], [address, *code], [address], code):
        whole = sum(line_width(text, SIZE) for text, _ in told) + _GAP * (len(told) - 1)
        if right - whole >= left:
            break
    else:
        return
    x = right - whole
    for text, colour in told:
        _line(text).draw(painter, x, MIDDLE - SIZE / 2, colour)
        x += line_width(text, SIZE) + _GAP


def _draw_edge(painter: QPainter, progress: float, theme: Theme) -> None:
    if progress <= 0:
        return
    if theme.is_hollow:
        painter.fillRect(QRectF(0, HEIGHT - EDGE, WIDTH, 2), QColor(theme.line))
    else:
        painter.fillRect(QRectF(0, HEIGHT - EDGE, WIDTH, EDGE), QColor(theme.track))
    painter.fillRect(QRectF(0, HEIGHT - EDGE, WIDTH * progress, EDGE), QColor(theme.mark))


def _line(text: str) -> Laid:
    return laid(literal(text), SIZE, 4000, _LINE_STYLE)
