"""A slide's text, laid out and drawn: paragraphs, lists, tables, quotes, code. It loads nothing, from anywhere.

Sizes and lengths are logical pixels. A text is laid out into parts from top to bottom; a part knows the bullet it
belongs to, so that bullets can come in one by one without moving the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from presenter.stage.blocks import Block, Runs, Shape, is_right_to_left, literal, plain, read
from presenter.stage.fit import Laid, Style, cut, laid
from presenter.stage.theme import LEADING, SMALLEST, Theme

_WHOLE_WORDS = 38
"""A word too long for its line makes the text no smaller than this; then the word is broken."""
MANY_BULLETS = 7
SHORT_BULLET = 42
"""Characters of a bullet that stands in two columns."""
_GUTTER = 56
_SET_IN, _LARGER = 1.15, 1.1
_WIDE = 1200
"""Two columns of bullets need this much width."""


@dataclass(frozen=True)
class Part:
    """Something drawn at (x, y) from the top left of the text, `bullet` counts the bullets up to it."""

    x: float
    y: float
    height: float
    bullet: int
    draw: Callable[[QPainter, float, float], None]


@dataclass(frozen=True)
class Steps:
    """How far the bullets have come: the first `bullets` are there (a fraction is one that is coming in; None: all),
    the others are drawn with this opacity."""

    bullets: float | None = None
    others: float = 0.0

    def opacity(self, bullet: int) -> float:
        """How opaque the part is that counts `bullet` bullets up to it."""
        if self.bullets is None or not bullet:
            return 1.0
        return max(self.others, min(1.0, self.bullets - bullet + 1))


EVERYTHING = Steps()


@dataclass(frozen=True, eq=False)
class Flow:
    """A whole text, laid out at one size."""

    parts: tuple[Part, ...]
    size: int
    height: float
    width: float
    breaks_words: bool = False
    is_cut: bool = False

    def draw(self, painter: QPainter, x: float, y: float, steps: Steps = EVERYTHING) -> None:
        """Draw at (x, y), as far as the bullets have come."""
        for part in self.parts:
            opacity = steps.opacity(part.bullet)
            if opacity <= 0:
                continue
            before = painter.opacity()
            painter.setOpacity(before * opacity)
            part.draw(painter, x + part.x, y + part.y)
            painter.setOpacity(before)


@dataclass(frozen=True)
class Look:
    """How a text is set: its theme, its colour, its line height, and whether it is dense (smaller gaps)."""

    theme: Theme
    colour: str
    leading: float = LEADING
    gap: float = 0.5


def look(theme: Theme, *, is_soft: bool = False) -> Look:
    """The usual look of a text: in ink, or soft for what stands beside the question."""
    return Look(theme, theme.soft if is_soft else theme.ink)


@lru_cache(maxsize=256)
def flowed(source: str, width: float, size: int, look: Look) -> Flow:
    """The Markdown at `size`, broken for `width`."""
    return laid_out(read(source), width, size, look)


def fitted_flow(source: str, width: float, height: float, largest: int, look: Look, smallest: int = SMALLEST) -> Flow:
    """The Markdown at the largest size with which it fits the box; what does not fit at the smallest is left out."""
    return fitted_blocks(read(source), width, height, largest, look, smallest)


@lru_cache(maxsize=512)
def fitted_blocks(
    blocks: tuple[Block, ...], width: float, height: float, largest: int, look: Look, smallest: int = SMALLEST
) -> Flow:
    """The blocks at the largest size with which they fit the box; what does not fit at the smallest is left out."""
    low, high = smallest, max(smallest, largest)
    while low < high:
        size = (low + high + 1) // 2
        made = laid_out(blocks, width, size, look)
        if made.height <= height and not (made.breaks_words and size > _WHOLE_WORDS):
            low = size
        else:
            high = size - 1
    made = laid_out(blocks, width, low, look)
    return made if made.height <= height else _cut(made, blocks, height, look)


def laid_out(blocks: tuple[Block, ...], width: float, size: int, look: Look) -> Flow:
    """The blocks at `size`, broken for `width`."""
    builder = _Builder(width, size, look)
    place = 0
    while place < len(blocks):
        listed = _short_list(blocks, place, width)
        if listed:
            builder.add_columns(blocks[place : place + listed])
        else:
            builder.add(blocks[place])
        place += listed or 1
    return builder.flow()


def has_columns(blocks: tuple[Block, ...], width: float) -> bool:
    """True when a list in the text stands in two columns."""
    return any(_short_list(blocks, place, width) for place in range(len(blocks)))


def _short_list(blocks: tuple[Block, ...], start: int, width: float) -> int:
    """The length of the list that starts here, when it is one of many short bullets; else 0."""
    number = blocks[start].list_number
    if not number or width < _WIDE:
        return 0
    items = []
    for block in blocks[start:]:
        if block.list_number != number:
            break
        items.append(block)
    is_plain = all(item.shape is Shape.ITEM and item.marker and not item.depth for item in items)
    is_short = all(len(item.text) <= SHORT_BULLET for item in items)
    return len(items) if is_plain and is_short and len(items) >= MANY_BULLETS else 0


def _cut(made: Flow, blocks: tuple[Block, ...], height: float, look: Look) -> Flow:
    kept = tuple(part for part in made.parts if part.y + part.height <= height)
    if kept or not blocks:
        height = max((part.y + part.height for part in kept), default=0.0)
        return replace(made, parts=kept, height=height, is_cut=len(kept) < len(made.parts))
    style = Style(leading=look.leading)
    shortened = cut(blocks[0].runs, made.size, made.width, height, style)
    part = Part(0, 0, shortened.height, 0, lambda painter, x, y: shortened.draw(painter, x, y, look.colour))
    return replace(made, parts=(part,), height=shortened.height, is_cut=True)


@dataclass
class _Builder:
    """Stacks blocks from top to bottom. `y` is where the last one ended."""

    width: float
    size: int
    look: Look
    y: float = 0.0
    parts: list[Part] = field(default_factory=list)
    before: Block | None = None
    breaks_words: bool = False

    def flow(self) -> Flow:
        return Flow(tuple(self.parts), self.size, self.y, self.width, self.breaks_words)

    def add(self, block: Block) -> None:
        self.y += self._gap(block)
        self.before = block
        _ADDERS[block.shape](self, block)

    def add_columns(self, blocks: tuple[Block, ...]) -> None:
        """A list in two columns of equal width, the first one the longer."""
        self.y += self._gap(blocks[0])
        half = (len(blocks) + 1) // 2
        column = (self.width - _GUTTER) / 2
        sides = [laid_out(side, column, self.size, self.look) for side in (blocks[:half], blocks[half:])]
        is_rtl = is_right_to_left(blocks[0].text)
        for place, side in enumerate(sides):
            x = (column + _GUTTER) * (place if not is_rtl else 1 - place)
            self.parts += [replace(part, x=part.x + x, y=part.y + self.y) for part in side.parts]
        self.y += max(side.height for side in sides)
        self.before = blocks[-1]

    def _gap(self, block: Block) -> float:
        before = self.before
        if before is None:
            return 0.0
        if block.shape is Shape.ITEM and block.depth:
            return self.size * 0.18
        if before.shape is Shape.ITEM and block.shape is Shape.ITEM:
            return self.size * self.look.gap
        return self.size * (self.look.gap + (0.25 if block.shape is Shape.HEADING else 0.05))

    def _set(self, runs: Runs, width: float, style: Style, size: int | None = None) -> Laid:
        theme = self.look.theme
        tint = "" if theme.is_hollow else theme.accent_tint
        made = laid(runs, size or self.size, width, replace(style, accent=theme.accent, tint=tint))
        self.breaks_words = self.breaks_words or made.breaks_words
        return made

    def _put(self, block: Block, height: float, draw: Callable[[QPainter, float, float], None]) -> None:
        self.parts.append(Part(0.0, self.y, height, block.bullet, draw))
        self.y += height

    def paragraph(self, block: Block) -> None:
        if block.is_formula:
            self._formula(block)
            return
        made = self._set(block.runs, self.width, Style(leading=self.look.leading))
        self._put(block, made.height, lambda painter, x, y: made.draw(painter, x, y, self.look.colour))

    def _formula(self, block: Block) -> None:
        """A formula with a line of its own, a little larger and set in from the edge."""
        indent = self.size * _SET_IN
        made = self._set(block.runs, self.width - indent, Style(leading=1.3), round(self.size * _LARGER))
        self._put(block, made.height, lambda painter, x, y: made.draw(painter, x + indent, y, self.look.colour))

    def heading(self, block: Block) -> None:
        made = self._set(block.runs, self.width, Style(bold=True, leading=1.2), round(self.size * 1.12))
        self._put(block, made.height, lambda painter, x, y: made.draw(painter, x, y, self.look.theme.ink))

    def item(self, block: Block) -> None:
        indent = self.size * (1.15 + 1.05 * block.depth)
        marker = self._set(literal(block.marker), 10_000, Style(bold=True, align="left")) if block.marker else None
        if marker is not None and marker.width > self.size * 0.85 and block.marker[0] not in "-[":
            indent += marker.width - self.size * 0.85
        made = self._set(block.runs, self.width - indent, Style(leading=self.look.leading))
        is_rtl = is_right_to_left(block.text)

        def draw(painter: QPainter, x: float, y: float) -> None:
            made.draw(painter, x if is_rtl else x + indent, y, self.look.colour)
            if block.marker:
                outer = self.size * 1.05 * block.depth
                left = x + self.width - outer if is_rtl else x + outer
                _draw_marker(painter, block, left, y + made.lead, self.size, self.look, is_rtl)

        self._put(block, made.height, draw)

    def quote(self, block: Block) -> None:
        indent = self.size * 0.75
        made = self._set(block.runs, self.width - indent, Style(leading=self.look.leading))
        is_rtl = is_right_to_left(block.text)

        def draw(painter: QPainter, x: float, y: float) -> None:
            edge = x + self.width - 8 if is_rtl else x
            painter.fillRect(QRectF(edge, y, 8, made.height), QColor(self.look.theme.mark))
            made.draw(painter, x if is_rtl else x + indent, y, self.look.theme.soft)

        self._put(block, made.height, draw)

    def code(self, block: Block) -> None:
        pad = round(self.size * 0.5)
        style = Style(leading=1.3, align="left")
        made = laid(block.runs, self.size, self.width - 2 * pad, style)
        self.breaks_words = self.breaks_words or made.breaks_words

        def draw(painter: QPainter, x: float, y: float) -> None:
            theme = self.look.theme
            painter.setPen(QPen(QColor(theme.line), theme.stroke))
            painter.setBrush(QColor(theme.card))
            painter.drawRoundedRect(QRectF(x, y, self.width, made.height + 2 * pad), 20, 20)
            made.draw(painter, x + pad, y + pad, theme.ink)

        self._put(block, made.height + 2 * pad, draw)

    def rule(self, block: Block) -> None:
        def draw(painter: QPainter, x: float, y: float) -> None:
            painter.fillRect(QRectF(x, y, self.width, self.look.theme.stroke), QColor(self.look.theme.line))

        self._put(block, self.look.theme.stroke, draw)

    def table(self, block: Block) -> None:
        pad = self.size * 0.4
        widths = self._column_widths(block, pad)
        is_rtl = is_right_to_left(plain(block.rows[0][0]) if block.rows and block.rows[0] else "")
        for number, row in enumerate(block.rows):
            self._row(block, row, widths, pad, is_head=number == 0, is_rtl=is_rtl)

    def _row(
        self, block: Block, row: tuple[Runs, ...], widths: list[float], pad: float, *, is_head: bool, is_rtl: bool
    ) -> None:
        style = Style(bold=is_head, leading=1.28)
        cells = [self._set(cell, width - pad, style) for cell, width in zip(row, widths, strict=False)]
        lead = max((cell.lead for cell in cells), default=0.0)
        height = max((lead - cell.lead + cell.height for cell in cells), default=0.0) + pad
        theme = self.look.theme

        def draw(painter: QPainter, x: float, y: float) -> None:
            left = x + self.width if is_rtl else x
            for cell, width in zip(cells, widths, strict=False):
                left -= width if is_rtl else 0
                cell.draw(painter, left + (pad if is_rtl else 0), y + pad / 2 + lead - cell.lead, self.look.colour)
                left += 0 if is_rtl else width
            thick = theme.stroke * 2 if is_head else theme.stroke
            colour = theme.mark if is_head else theme.line
            edge = x + self.width - sum(widths) if is_rtl else x
            painter.fillRect(QRectF(edge, y + height - thick, sum(widths), thick), QColor(colour))

        self._put(block, height, draw)

    def _column_widths(self, block: Block, pad: float) -> list[float]:
        count = max((len(row) for row in block.rows), default=1)
        natural = [self.size * 1.5] * count
        for number, row in enumerate(block.rows):
            for place, cell in enumerate(row):
                made = laid(cell, self.size, 100_000, Style(bold=number == 0))
                natural[place] = max(natural[place], made.width + pad * 2.5)
        whole = sum(natural)
        if whole <= self.width:
            return natural
        fair = self.width / count
        spare = self.width - sum(min(width, fair) for width in natural)
        wanting = sum(max(0.0, width - fair) for width in natural)
        return [min(width, fair) + spare * max(0.0, width - fair) / wanting for width in natural]


_ADDERS = {
    Shape.PARAGRAPH: _Builder.paragraph,
    Shape.HEADING: _Builder.heading,
    Shape.ITEM: _Builder.item,
    Shape.QUOTE: _Builder.quote,
    Shape.CODE: _Builder.code,
    Shape.TABLE: _Builder.table,
    Shape.RULE: _Builder.rule,
}


def _draw_marker(painter: QPainter, block: Block, x: float, y: float, size: int, look: Look, is_rtl: bool) -> None:
    """The marker of an item whose outer edge is at x: a disc, a box to tick, or a number or letter in the accent."""
    theme = look.theme
    middle = y + size * look.leading / 2
    side = -1 if is_rtl else 1
    if block.marker == "-":
        radius = size * (0.14 if not block.depth else 0.095)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.mark if not block.depth else theme.soft))
        painter.drawEllipse(QPointF(x + side * size * 0.28, middle + size * 0.03), radius, radius)
    elif block.marker.startswith("["):
        box = size * 0.62
        left = x - box if is_rtl else x
        _draw_box(painter, QRectF(left, middle - box / 2, box, box), theme, block.marker == "[x]")
    else:
        made = laid(literal(block.marker), size, 10_000, Style(bold=True, leading=look.leading, align="left"))
        made.draw(painter, x - made.width if is_rtl else x, y, theme.accent)


def _draw_box(painter: QPainter, box: QRectF, theme: Theme, is_ticked: bool) -> None:
    painter.setPen(QPen(QColor(theme.accent), max(3.0, box.width() * 0.1)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, box.width() * 0.2, box.width() * 0.2)
    if is_ticked:
        at = [(0.24, 0.52), (0.44, 0.72), (0.78, 0.3)]
        points = [QPointF(box.x() + px * box.width(), box.y() + py * box.height()) for px, py in at]
        painter.drawPolyline(points)
