"""How wide the words of a word web are: the bridge between its layout, which knows no fonts, and the fonts."""

from __future__ import annotations

from functools import lru_cache

from presenter.stage.blocks import inline
from presenter.stage.fit import Laid, Style, fitted, line_width
from presenter.stage.theme import SMALLEST

_WIDEST = 560.0
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
