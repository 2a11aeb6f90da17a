"""Paints why an option is right: "Waarom B? ..." in a tinted box at the floor of the slide."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from presenter.stage.badge import letter
from presenter.stage.blocks import Run, inline, is_right_to_left, plain
from presenter.stage.content import QuizContent
from presenter.stage.fit import Laid, Style, cut, laid
from presenter.stage.theme import CARD_CORNER, CONTENT_WIDTH, SIDE, SMALLEST, Theme
from presenter.stage.words import say

_RIGHT_TO_LEFT, _LEFT_TO_RIGHT = "\u200f", "\u200e"
"""Marks without a width. The first makes the line begin at the right; the second keeps the question mark at its end."""


def reason(content: QuizContent, language: str, theme: Theme) -> tuple[Run, ...]:
    """The reason with its question before it: "Waarom B? ..."."""
    if not content.why or not content.is_revealed:
        return ()
    letters = [letter(place) for place, option in enumerate(content.options) if option.right]
    named = say(language, "and").join((", ".join(letters[:-1]), letters[-1])) if len(letters) > 1 else letters[0]
    why = inline(content.why)
    asked = say(language, "why", letters=named)
    if is_right_to_left(plain(why)):
        asked = f"{_RIGHT_TO_LEFT}{asked}{_LEFT_TO_RIGHT}"
    return (Run(asked, bold=True, tone=theme.ok), Run("  "), *why)


def placed(why: tuple[Run, ...], floor: float, most: float) -> tuple[QRectF | None, Laid | None]:
    """Its box above `floor`, at most `most` high, and its text; without a reason neither."""
    if not why:
        return None, None
    style = Style(leading=1.32)
    width = CONTENT_WIDTH - 80
    made = next((made for size in (38, 36, 34, 31) if (made := laid(why, size, width, style)).height <= 150), None)
    if made is None:
        made = laid(why, SMALLEST, width, style)
        if made.height > most - 52:
            made = cut(why, SMALLEST, width, most - 52, style)
    height = made.height + 52
    return QRectF(SIDE, floor - height, CONTENT_WIDTH, height), made


def draw(painter: QPainter, box: QRectF, text: Laid, theme: Theme) -> None:
    """The reason in its box."""
    painter.setPen(QPen(QColor(theme.line), theme.stroke) if theme.is_hollow else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ok_tint))
    painter.drawRoundedRect(box, CARD_CORNER, CARD_CORNER)
    text.draw(painter, box.x() + 40, box.y() + 26, theme.ink)
