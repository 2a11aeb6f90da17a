"""Text that fits: broken into lines, measured, and sized to its box. It draws lines; it chooses no colours or places.

Sizes and lengths are logical pixels. What was laid out once is kept, because a picture is painted many times.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from presenter.stage.blocks import Run, Runs, is_right_to_left, plain
from presenter.stage.fonts import CODE_FAMILIES, FAMILIES, font
from presenter.stage.formula import Formula, formula
from presenter.stage.kept import draw_layout
from presenter.stage.theme import LEADING, SMALLEST


@dataclass(frozen=True)
class Style:
    """How a text is set. `is_balanced` makes its lines about equally long. `accent` and `tint` are for links and code.

    `align` is `start` (of the reading direction), `left`, `centre` or `right`.
    """

    bold: bool = False
    leading: float = LEADING
    align: str = "start"
    is_balanced: bool = False
    tabular: bool = False
    tightness: float = 0.0
    accent: str = ""
    tint: str = ""


_LONGEST_WORD = 40
"""Letters; what goes on for longer without a space is broken anywhere."""

TITLE_STYLE = Style(bold=True, leading=1.16, is_balanced=True, tightness=1.0)
"""Titles: bold, close lines of equal length, letters one per cent closer."""

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute,
}


@dataclass(frozen=True, eq=False)
class Placed:
    """A formula in a text: its left end on the base line of its line. An empty colour is the text's."""

    formula: Formula
    x: float
    base: float
    colour: str


@dataclass(frozen=True, eq=False)
class Laid:
    """A text broken into lines. `width` is its longest line, `box` the width it was broken for, `bottoms` where each
    line ends, `lead` how much lower the first one is than it would be without a formula."""

    layout: QTextLayout
    size: int
    lines: int
    width: float
    height: float
    box: float
    offset: float = 0.0
    breaks_words: bool = False
    is_cut: bool = False
    bottoms: tuple[float, ...] = ()
    formulas: tuple[Placed, ...] = ()
    lead: float = 0.0

    def draw(self, painter: QPainter, x: float, y: float, colour: str) -> None:
        """Draw with the top left corner of its box at (x, y)."""
        draw_layout(painter, self.layout, self.size, QPointF(x + self.offset, y), colour)
        for each in self.formulas:
            each.formula.draw(painter, x + self.offset + each.x, y + each.base, self.size, each.colour or colour)


@lru_cache(maxsize=4096)
def laid(runs: Runs, size: int, width: float, style: Style = Style()) -> Laid:
    """The text at `size`, broken for `width`."""
    made = _broken(runs, size, width, style)
    if style.is_balanced and 1 < made.lines <= 5:
        narrow = _narrowest(runs, size, made, style)
        if narrow < width:
            shift = {"centre": 0.5, "right": 1.0, "left": 0.0}[_side(plain(runs), style)] * (width - narrow)
            return replace(_broken(runs, size, narrow, style), box=width, offset=shift)
    return made


@lru_cache(maxsize=2048)
def fitted(
    runs: Runs,
    width: float,
    height: float,
    largest: int,
    smallest: int = SMALLEST,
    style: Style = Style(),
) -> Laid:
    """The text at the largest size with which it fits the box; at the smallest it is cut off with an ellipsis."""
    low, high = smallest, max(smallest, largest)
    while low < high:
        size = (low + high + 1) // 2
        if fits(laid(runs, size, width, style), height):
            low = size
        else:
            high = size - 1
    made = laid(runs, low, width, style)
    return made if made.height <= height + 0.5 else cut(runs, low, width, height, style)


def fits(made: Laid, height: float) -> bool:
    """True when the text is not higher than `height` and no word had to be broken."""
    return made.height <= height + 0.5 and not made.breaks_words


def cut(runs: Runs, size: int, width: float, height: float, style: Style) -> Laid:
    """The first lines of the text that fit, up to the end of a word and with an ellipsis; at least one line."""
    style = replace(style, is_balanced=False)
    whole = laid(runs, size, width, style)
    lines = max(1, sum(bottom <= height for bottom in whole.bottoms))
    if lines >= whole.lines:
        return whole
    text = plain(runs)
    last = whole.layout.lineAt(lines - 1)
    length = _word_end(text, last.textStart() + last.textLength() + 1)
    while True:
        shorter = laid(_ending(runs, length), size, width, style)
        if shorter.lines <= lines or length <= 1:
            return replace(shorter, is_cut=True)
        length = _word_end(text, length)


def _word_end(text: str, length: int) -> int:
    """Where the last word ends before `length`; one letter before it inside what is too long for a word."""
    end = length - 1
    while end > max(0, length - _LONGEST_WORD):
        if text[end : end + 1].isspace() and not text[end - 1].isspace():
            return end
        end -= 1
    return length - 1


def line_width(text: str, size: float, *, bold: bool = False, tabular: bool = False) -> float:
    """The width of one line of plain text."""
    return QFontMetricsF(font(size, bold=bold, tabular=tabular)).horizontalAdvance(text)


def _narrowest(runs: Runs, size: int, made: Laid, style: Style) -> float:
    low, high = made.box / made.lines * 0.8, made.box
    for _ in range(9):
        middle = (low + high) / 2
        tried = _broken(runs, size, middle, style)
        if tried.lines <= made.lines and tried.breaks_words <= made.breaks_words:
            high = middle
        else:
            low = middle
    return high


def _broken(runs: Runs, size: int, width: float, style: Style) -> Laid:
    runs = tuple(_drawable(run) for run in runs)
    layout = QTextLayout(plain(runs).replace("\n", "\u2028"), _font(size, style))
    layout.setTextOption(_option(plain(runs), style))
    layout.setFormats(_formats(runs, size, style))
    metrics = QFontMetricsF(layout.font())
    pitch = size * style.leading
    baseline = (pitch - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    waiting = _formulas(runs, style)
    placed: list[Placed] = []
    bottoms: list[float] = []
    longest, top, lead, breaks_words = 0.0, 0.0, 0.0, False
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        held = {at: each for at, each in waiting.items() if 0 <= at - line.textStart() < line.textLength()}
        above, below = _spread([each for each, _ in held.values()], size, baseline, pitch)
        line.setPosition(QPointF(0, top + above + baseline - line.ascent()))
        placed += [Placed(each, _x(line, at), top + above + baseline, tone) for at, (each, tone) in held.items()]
        longest = max(longest, line.naturalTextWidth())
        breaks_words = breaks_words or _is_broken(layout.text(), line.textStart())
        lead = lead if bottoms else above
        top += above + pitch + below
        bottoms.append(top)
    layout.endLayout()
    lines, breaks_words = len(bottoms), breaks_words or longest > width + 1
    made = Laid(layout, size, lines, longest, top, width, breaks_words=breaks_words)
    return replace(made, bottoms=tuple(bottoms), formulas=tuple(placed), lead=lead)


def _drawable(run: Run) -> Run:
    """The run; what stands for a formula that cannot be drawn becomes its source."""
    if not run.latex or formula(run.latex, is_large=run.is_large) is not None:
        return run
    return replace(run, text=f"${run.latex}$", latex="", is_large=False)


def _formulas(runs: Runs, style: Style) -> dict[int, tuple[Formula, str]]:
    """The formulas and their colours, by their place in the layout's text."""
    found = {}
    start = 0
    for run in runs:
        made = formula(run.latex, is_large=run.is_large) if run.latex else None
        if made is not None:
            found[start] = (made, run.tone or (style.accent if run.link else ""))
        start += _units(run.text)
    return found


def _spread(held: list[Formula], size: int, baseline: float, pitch: float) -> tuple[float, float]:
    """What a line needs above and below its pitch, so that its formulas touch no other line."""
    air = size * 0.12
    above = max((each.ascent * each.scale(size) + air - baseline for each in held), default=0.0)
    below = max((each.descent * each.scale(size) + air - (pitch - baseline) for each in held), default=0.0)
    return max(0.0, above), max(0.0, below)


def _x(line: QTextLine, at: int) -> float:
    """The left edge of the character at this place, whichever way its line runs."""
    return min(float(line.cursorToX(place)[0]) for place in (at, at + 1))  # type: ignore[index]


def _units(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2


def _side(text: str, style: Style) -> str:
    if style.align != "start":
        return style.align
    return "right" if is_right_to_left(text) else "left"


def _is_broken(text: str, start: int) -> bool:
    units = text.encode("utf-16-le")
    around = units[2 * start - 2 : 2 * start + 2].decode("utf-16-le", "replace") if start else ""
    return len(around) == 2 and around.isalnum()


def _font(size: int, style: Style) -> QFont:
    made = font(size, bold=style.bold, tabular=style.tabular)
    if style.tightness:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100.0 - style.tightness)
    return made


def _option(text: str, style: Style) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    is_rtl = is_right_to_left(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(_ALIGN[_side(text, style)])
    return option


def _formats(runs: Runs, size: int, style: Style) -> list[QTextLayout.FormatRange]:
    ranges = []
    start = 0
    for run in runs:
        length = _units(run.text)
        if run != Run(run.text):
            made = QTextLayout.FormatRange()
            made.start, made.length = start, length
            made.format = _format(run, size, style)
            ranges.append(made)
        start += length
    return ranges


def _format(run: Run, size: int, style: Style) -> QTextCharFormat:
    if run.latex:
        return _gap(run, size)
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold if run.bold or style.bold else QFont.Weight.Normal)
    made.setFontItalic(run.italic)
    made.setFontStrikeOut(run.strike)
    if run.code:
        made.setFontFamilies(CODE_FAMILIES + FAMILIES)
        made.setProperty(QTextCharFormat.Property.FontPixelSize, max(1, round(size * 0.86)))
        if style.tint:
            made.setBackground(QColor(style.tint))
    colour = run.tone or (style.accent if run.link else "")
    if colour:
        made.setForeground(QColor(colour))
    made.setFontUnderline(run.link)
    return made


def _gap(run: Run, size: int) -> QTextCharFormat:
    """How the character that stands for a formula is set: unseen, and as wide as the formula."""
    held = formula(run.latex, is_large=run.is_large)
    made = QTextCharFormat()
    made.setProperty(QTextCharFormat.Property.FontPixelSize, 1)
    made.setForeground(QColor(0, 0, 0, 0))
    made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    made.setFontLetterSpacing(held.width * held.scale(size) if held is not None else 0.0)
    return made


def _ending(runs: Runs, length: int) -> Runs:
    kept = []
    for run in runs:
        if length <= 0:
            break
        kept.append(replace(run, text=run.text[:length]))
        length -= len(run.text)
    if kept and kept[-1].latex:
        kept.append(Run("…"))
    elif kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" ,;:.\n") + "…")
    return tuple(kept)
