"""How large the texts of a word web are: the bridge between its layout, which knows no fonts, and the fonts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from presenter.stage.blocks import inline
from presenter.stage.fit import TITLE_STYLE, Laid, Style, fitted, laid, line_width
from presenter.stage.richtext import Flow, fitted_flow, look
from presenter.stage.theme import CONTENT_WIDTH, SMALLEST, Theme

_WIDEST = 560.0
HEAD_TOP = 32.0
HEAD_LINE = 60.0
_HEAD_WIDTH = CONTENT_WIDTH - 300.0
"""The question leaves room for the clock."""
_CONTEXT_WIDTH = 930.0
"""The context leaves room for the counts."""
_CONTEXT_HEIGHT = 100.0
_COUNTS_HEIGHT = 48.0
_CENTRE = Style(bold=True, leading=1.14, align="centre", is_balanced=True)


@lru_cache(maxsize=4096)
def word_width(text: str, size: int, is_bold: bool) -> float:
    """The width of a word in logical pixels."""
    return line_width(text, size, bold=is_bold)


def centre_text(centre: str) -> Laid:
    """The text in the middle, in a few lines of equal length."""
    return fitted(inline(centre), _WIDEST, 190, 60, SMALLEST, _CENTRE)


def centre_size(centre: str) -> tuple[float, float]:
    """Width and height of the middle's bubble."""
    made = centre_text(centre)
    return (max(190.0, made.width + 150), made.height + 64)


@dataclass(frozen=True, eq=False)
class Head:
    """A question above a word web. Under it, from `row`, its context and the counts; the words begin at `bottom`."""

    question: Laid
    context: Flow
    row: float
    bottom: float


@lru_cache(maxsize=8)
def head(question: str, context: str, theme: Theme) -> Head:
    """The question on one line if it can, else on two, and its context in soft ink."""
    sizes = (laid(inline(question), size, _HEAD_WIDTH, TITLE_STYLE) for size in (52, 48, 44, 40))
    asked = next((made for made in sizes if made.lines == 1), None)
    if asked is None:
        asked = fitted(inline(question), _HEAD_WIDTH, 100, 40, SMALLEST, TITLE_STYLE)
    row = HEAD_TOP + max(asked.height, HEAD_LINE) + 12
    told = fitted_flow(context, _CONTEXT_WIDTH, _CONTEXT_HEIGHT, 36, look(theme, is_soft=True), SMALLEST)
    return Head(asked, told, row, row + max(told.height, _COUNTS_HEIGHT) + 12)
