"""Paints what an option got, at its right: its share in per cent and its count, the one large and the other small."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from presenter.stage.blocks import Run
from presenter.stage.content import Results, percentages
from presenter.stage.fit import Style, laid
from presenter.stage.theme import RIGHT, SMALLEST, Theme
from presenter.stage.words import say

WIDTH = 240.0
"""The room that they take, against the right margin."""
HEIGHT = 76.0
"""What they need to stand under each other."""
_STYLE = Style(leading=1.1, align="right", tabular=True)


def whole(results: Results) -> int:
    """Of how many the counts are a part."""
    return sum(results.counts) if results.sums_to_all else results.answered


def draw(
    painter: QPainter, row: QRectF, results: Results, place: int, counts_lead: bool, theme: Theme, language: str
) -> None:
    """The figures of option `place` in the middle of its row; on one line where it is low."""
    percent = f"{percentages(results.counts, results.answered, results.sums_to_all)[place]} %"
    count = results.counts[place]
    if row.height() < HEIGHT:
        _draw_on_one_line(painter, row, *((str(count), percent) if counts_lead else (percent, str(count))), theme)
        return
    told = say(language, "of", part=count, whole=whole(results))
    is_roomy = row.height() > 92
    first, second = (str(count), percent) if counts_lead else (percent, told)
    large = laid((Run(first, bold=True),), 50 if is_roomy else 40, WIDTH, _STYLE)
    small = laid((Run(second),), 30 if is_roomy else SMALLEST, WIDTH, _STYLE)
    top = row.center().y() - (large.height + small.height) / 2
    large.draw(painter, RIGHT - WIDTH, top, theme.ink)
    small.draw(painter, RIGHT - WIDTH, top + large.height, theme.soft)


def draw_none(painter: QPainter, top: float, bottom: float, theme: Theme, language: str) -> None:
    """That there are no answers, once, in the middle of where the figures would stand."""
    told = laid((Run(say(language, "no_answers")),), 30, WIDTH - 28, Style(leading=1.2, align="right"))
    told.draw(painter, RIGHT - WIDTH + 28, (top + bottom - told.height) / 2, theme.soft)


def _draw_on_one_line(painter: QPainter, row: QRectF, first: str, second: str, theme: Theme) -> None:
    large = laid((Run(first, bold=True),), 34, WIDTH, _STYLE)
    small = laid((Run(second),), SMALLEST, WIDTH - 120, _STYLE)
    middle = row.center().y()
    large.draw(painter, RIGHT - WIDTH, middle - large.height / 2, theme.ink)
    small.draw(painter, RIGHT - WIDTH, middle - small.height / 2, theme.soft)
