"""The heading of a question: a title above it, its context, the question, the clock at the right. Sizes that fit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from presenter.stage.blocks import inline, read
from presenter.stage.content import Face
from presenter.stage.fit import TITLE_STYLE, Laid, Style, cut, laid
from presenter.stage.richtext import Flow, fitted_flow, flowed, look
from presenter.stage.theme import LIGHT, RIGHT, SIDE, SMALLEST, Theme
from presenter.stage.timer import draw_small

CLOCK = 188.0
SMALL_CLOCK = 146.0
TOP = 92.0
_OVERLINE = Style(bold=True, leading=1.2)


@dataclass(frozen=True, eq=False)
class Heading:
    """The heading's parts and where they begin; `bottom` is where it ends."""

    overline: Laid | None
    context: str
    context_size: int
    context_width: float
    context_height: float
    question: Laid
    overline_y: float
    context_y: float
    question_y: float
    bottom: float
    clock: QRectF


@lru_cache(maxsize=512)
def headed(
    question: str,
    overline: str,
    context: str,
    width: float,
    height: float,
    size: int,
    has_timer: bool,
    cuts: bool,
) -> Heading | None:
    """The heading with a question of `size` in the box; None when it does not fit, unless it `cuts`."""
    has_context = bool(read(context))
    clock = SMALL_CLOCK if has_context else CLOCK
    lines = width - (clock + 68 if has_timer else 0)
    above = laid(inline(overline), 34, lines, _OVERLINE) if overline else None
    y = TOP + (above.height + 14 if above else 0)
    asked = laid(inline(question), size, lines, TITLE_STYLE)
    room = height - y - asked.height
    told = _context(context, lines, room - 28, min(44, max(36, size - 8)), cuts) if has_context else None
    if told is None and has_context and not cuts:
        return None
    if cuts and room < 0:
        asked = cut(inline(question), size, lines, max(size * 1.2, height - y), TITLE_STYLE)
    question_y = y + (told.height + 28 if told and told.parts else 0)
    bottom = max(question_y + asked.height, TOP - 12 + clock if has_timer else 0)
    if (bottom > height or asked.breaks_words) and not cuts:
        return None
    box = QRectF(RIGHT - clock, TOP - 4 if told else TOP, clock, clock)
    size_of = told.size if told else SMALLEST
    return Heading(above, context, size_of, lines, told.height if told else 0.0, asked, TOP, y, question_y, bottom, box)


def draw_heading(painter: QPainter, heading: Heading, clock: Face | None, theme: Theme) -> None:
    """Draw it, with the clock in its corner."""
    if heading.overline is not None:
        heading.overline.draw(painter, SIDE, heading.overline_y, theme.accent)
    if heading.context_height:
        room = heading.context_height + 0.5
        flow = fitted_flow(
            heading.context,
            heading.context_width,
            room,
            heading.context_size,
            look(theme, is_soft=True),
            heading.context_size,
        )
        flow.draw(painter, SIDE, heading.context_y)
    heading.question.draw(painter, SIDE, heading.question_y, theme.ink)
    if clock is not None:
        draw_small(painter, clock, heading.clock, theme)


def _context(context: str, width: float, room: float, largest: int, cuts: bool) -> Flow | None:
    """The context at `largest` where it fits, else down to 36; when it may be cut, as many lines as fit."""
    plain = look(LIGHT, is_soft=True)
    for size in range(largest, 35, -2):
        flow = flowed(context, width, size, plain)
        if flow.height <= room:
            return flow
    if not cuts:
        return None
    for size in (33, 30, SMALLEST):
        flow = flowed(context, width, size, plain)
        if flow.height <= room:
            return flow
    return fitted_flow(context, width, max(room, SMALLEST * 1.4), SMALLEST, plain, SMALLEST)
