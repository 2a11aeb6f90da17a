"""Paints how many have answered: a line that fills up and a sentence. Nothing else."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from presenter.stage.blocks import Run
from presenter.stage.content import Answered
from presenter.stage.fit import Laid, Style, laid
from presenter.stage.theme import CONTENT_WIDTH, RIGHT, SIDE, Theme
from presenter.stage.words import pieces, say

HEIGHT = 76.0
"""The room that the line takes above the strip."""
MIDDLE = 926.0
_SIZE = 42
_LINE = 20.0


def draw_count(
    painter: QPainter, answered: Answered, share: float, note: str, theme: Theme, language: str, middle: float = MIDDLE
) -> None:
    """The line, filled for `share`, and the sentence at its right; a note stands before the sentence."""
    told = sentence(counted(answered, language), _SIZE, theme)
    told.draw(painter, RIGHT - told.width, middle - told.height / 2, theme.soft)
    room = CONTENT_WIDTH - told.width - 44
    if note:
        said = laid((Run(note),), 36, room * 0.6, Style(leading=1.0, align="left"))
        said.draw(painter, SIDE, middle - said.height / 2, theme.soft)
        start = SIDE + said.width + 36
    else:
        start = SIDE
    draw_line(painter, QRectF(start, middle - _LINE / 2, SIDE + room - start, _LINE), share, theme)


def counted(answered: Answered, language: str) -> str:
    """How many have answered, in words; as long as nobody is asked, only that there are no answers."""
    if not answered.answered and not answered.expected:
        return say(language, "no_answers")
    return say(language, "answered", count=answered.answered, expected=answered.expected)


def draw_line(painter: QPainter, box: QRectF, share: float, theme: Theme) -> None:
    """A round-ended line filled from the left for `share` (0-1)."""
    radius = box.height() / 2
    painter.setPen(QPen(QColor(theme.line), 2) if theme.is_hollow else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.track))
    painter.drawRoundedRect(box, radius, radius)
    if share > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        width = max(box.height(), box.width() * min(1.0, share))
        painter.drawRoundedRect(QRectF(box.x(), box.y(), width, box.height()), radius, radius)


def sentence(told: str, size: int, theme: Theme) -> Laid:
    """One line from the catalogue; what is bold in it is in ink."""
    runs = tuple(Run(text, bold=bold, tone=theme.ink if bold else "") for text, bold in pieces(told))
    return laid(runs, size, 4000, Style(leading=1.0, align="left"))
