"""Paints what lies over a slide: the quiet slide of a pause, the end of the lesson, one plain colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from presenter.stage.blocks import literal
from presenter.stage.content import BlankContent, MessageContent
from presenter.stage.fit import Style, laid
from presenter.stage.scene import Scene
from presenter.stage.theme import HEIGHT, TITLE_SLIDE, WIDTH

_MARK = QRectF(WIDTH / 2 - 60, 0, 120, 10)


def draw_message(painter: QPainter, scene: Scene, content: MessageContent, t: float) -> None:
    """A heading and a line in the middle of the canvas, under a short line in the accent."""
    theme = scene.theme
    style = Style(bold=True, leading=1.1, align="centre", is_balanced=True, tightness=1.0)
    heading = laid(literal(content.heading), TITLE_SLIDE, WIDTH, style)
    text = laid(literal(content.text), 50, WIDTH, Style(leading=1.2, align="centre"))
    y = (HEIGHT - heading.height - text.height - 30) / 2 - 20
    painter.fillRect(_MARK.translated(0, y - 44), QColor(theme.mark))
    heading.draw(painter, 0, y, theme.ink)
    text.draw(painter, 0, y + heading.height + 30, theme.soft)


def draw_blank(painter: QPainter, content: BlankContent) -> None:
    """One colour."""
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), QColor(content.colour))
