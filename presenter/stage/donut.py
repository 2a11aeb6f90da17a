"""Paints results as a donut: a ring whose parts are the shares, and beside it what each part means.

Only where each participant has one answer: parts of a whole must add up to it. Every part carries its option's letter,
so that its colour is never all there is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from presenter.stage import figures, why
from presenter.stage.badge import draw_badge, draw_tick, letter, option_colour
from presenter.stage.blocks import Run, inline, is_right_to_left, literal
from presenter.stage.content import Choosable, QuizContent, Results, shares
from presenter.stage.counting import HEIGHT as COUNT_HEIGHT
from presenter.stage.counting import draw_count
from presenter.stage.fit import Laid, Style, cut, laid
from presenter.stage.heading import Heading, draw_heading, headed
from presenter.stage.scene import Scene
from presenter.stage.theme import CONTENT_WIDTH, FLOOR, RIGHT, SIDE, SMALLEST, TITLE_ABOVE, Theme
from presenter.stage.words import say

_BOTTOM = FLOOR - 10
_LARGEST_RING = 600.0
_BAND = 0.34
"""How thick the ring is, as a part of its radius."""
_SPLIT = 5.0
"""The paper between two parts."""
_LEAST_NAMED = 0.045
"""A smaller part has no room for its letter."""
_SIZES = (46, 42, 40, 38, 36, 34, 32, 30, SMALLEST)
_GAP = 64.0
_TICK = 60.0
_ROW = 124.0
"""The calm height of an option in the list; less where there are many, more where it is long."""


@dataclass(frozen=True, eq=False)
class Part:
    """One option in the list at the right of the ring."""

    text: Laid
    row: QRectF


@dataclass(frozen=True, eq=False)
class Plan:
    """Where everything stands; `badge` is the side of a badge. Without a reason its box is None."""

    heading: Heading
    ring: QRectF
    parts: tuple[Part, ...]
    badge: float
    reason: QRectF | None
    reason_text: Laid | None


def draw(painter: QPainter, scene: Scene, content: QuizContent, results: Results, t: float) -> None:
    """Paint the results of a question."""
    theme = scene.theme
    has_count = content.answered is not None
    reason = why.reason(content, scene.language, theme)
    made = plan(content.question, content.overline, content.options, reason, content.timer is not None, has_count)
    draw_heading(painter, made.heading, content.timer, theme)
    goals = shares(results.counts, results.answered, True)
    parts = tuple(scene.value(f"bar {place}", goal, t) for place, goal in enumerate(goals))
    _draw_ring(painter, made.ring, parts, content, theme)
    _draw_middle(painter, made.ring, results, theme, scene.language)
    for place, part in enumerate(made.parts):
        _draw_part(painter, place, content.options[place], part, made.badge, content.is_revealed, theme)
        if figures.whole(results):
            figures.draw(painter, part.row, results, place, content.chart.counts_lead, theme, scene.language)
    if not figures.whole(results) and not has_count and made.parts:
        figures.draw_none(painter, made.parts[0].row.y(), made.parts[-1].row.bottom(), theme, scene.language)
    if made.reason is not None and made.reason_text is not None:
        why.draw(painter, made.reason, made.reason_text, theme)
    if content.answered is not None:
        share = scene.value("answered", content.answered.share, t)
        draw_count(painter, content.answered, share, content.note, theme, scene.language)


@lru_cache(maxsize=64)
def plan(
    question: str,
    overline: str,
    options: tuple[Choosable, ...],
    reason: tuple[Run, ...],
    has_timer: bool,
    has_count: bool,
) -> Plan:
    """The ring at the left and the options at its right, with the largest letters that fit."""
    floor = _BOTTOM - (COUNT_HEIGHT if has_count else 0)
    box, text = why.placed(reason, floor, 240)
    bottom = box.y() - 36 if box else floor - 8
    heading = _heading(question, overline, has_timer)
    top = heading.bottom + 36
    side = min(_LARGEST_RING, bottom - top)
    ring = QRectF(SIDE, top + (bottom - top - side) / 2, side, side)
    left = ring.right() + _GAP
    share = (bottom - top) / max(1, len(options))
    badge = min(76.0, max(32.0, share - 14))
    texts = _texts(options, RIGHT - figures.WIDTH - 24 - left - badge - 28 - _TICK, share - 10)
    height = min(share, max(_ROW, *(text.height + 28 for text in texts), 0.0))
    first = top + (bottom - top - height * len(options)) / 2
    rows = (QRectF(left, first + height * place, RIGHT - left, height) for place in range(len(options)))
    return Plan(heading, ring, tuple(map(Part, texts, rows)), badge, box, text)


def _heading(question: str, overline: str, has_timer: bool) -> Heading:
    for size in (TITLE_ABOVE, 52, 46, 40):
        made = headed(question, overline, "", CONTENT_WIDTH, 260, size, has_timer, False)
        if made is not None:
            return made
    made = headed(question, "", "", CONTENT_WIDTH, 230, 40, has_timer, True)
    assert made is not None
    return made


def _texts(options: tuple[Choosable, ...], width: float, height: float) -> list[Laid]:
    """All options in one size; those that do not fit in the smallest end in an ellipsis."""
    for size in _SIZES:
        made = [laid(inline(option.text), size, width, _style(option)) for option in options]
        if all(text.height <= height and not text.breaks_words for text in made):
            return made
    return [
        cut(inline(option.text), SMALLEST, width, max(height, SMALLEST * 1.2), _style(option)) for option in options
    ]


def _style(option: Choosable) -> Style:
    return Style(bold=bool(option.right), leading=1.2)


def _draw_ring(painter: QPainter, ring: QRectF, parts: tuple[float, ...], content: QuizContent, theme: Theme) -> None:
    """The parts clockwise from the top, in the order of the options, on a track that shows when there is nothing."""
    hole = ring.adjusted(*(ring.width() / 2 * _BAND * way for way in (1, 1, -1, -1)))
    band = QPainterPath()
    band.addEllipse(ring)
    band.addEllipse(hole)
    painter.setPen(QPen(QColor(theme.line), 2) if theme.is_hollow else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.track))
    painter.drawPath(band)
    begin = 0.0
    for place, share in enumerate(parts):
        if share > 0:
            option = content.options[place]
            _draw_share(painter, band, ring, (begin, share), place, option, content.is_revealed, theme)
        begin += share


def _draw_share(
    painter: QPainter,
    band: QPainterPath,
    ring: QRectF,
    span: tuple[float, float],
    place: int,
    option: Choosable,
    is_revealed: bool,
    theme: Theme,
) -> None:
    begin, share = span
    is_dimmed = is_revealed and not option.right
    wedge = QPainterPath(ring.center())
    wedge.arcTo(ring.adjusted(-9, -9, 9, 9), 90 - begin * 360, -share * 360)
    wedge.closeSubpath()
    shape = band if share >= 1 else band.intersected(wedge)
    painter.setPen(
        QPen(QColor(theme.line if theme.is_hollow else theme.paper), _SPLIT) if share < 1 else Qt.PenStyle.NoPen
    )
    painter.setBrush(QColor(option_colour(place, bool(option.right), is_dimmed, theme)))
    painter.drawPath(shape)
    if share >= _LEAST_NAMED:
        ink = theme.ink if is_dimmed else theme.paper if option.right else theme.on_option
        _draw_letter(painter, ring, begin + share / 2, place, ink)


def _draw_letter(painter: QPainter, ring: QRectF, at: float, place: int, ink: str) -> None:
    """The option's letter in the middle of its part."""
    radius = ring.width() / 2 * (1 - _BAND / 2)
    angle = math.tau * at - math.tau / 4
    centre = ring.center() + QPointF(radius * math.cos(angle), radius * math.sin(angle))
    made = laid(literal(letter(place)), 40, 120, Style(bold=True, leading=1.0, align="centre"))
    made.draw(painter, centre.x() - 60, centre.y() - made.height / 2, ink)


def _draw_middle(painter: QPainter, ring: QRectF, results: Results, theme: Theme, language: str) -> None:
    """How many answers there are, in the hole."""
    count = figures.whole(results)
    size = round(ring.width() * 0.19)
    large = laid(literal(str(count)), size, ring.width(), Style(bold=True, tabular=True, leading=1.0, align="centre"))
    told = say(language, "answers", count=count)
    small = laid(literal(told), max(SMALLEST, round(ring.width() * 0.06)), ring.width(), Style(align="centre"))
    top = ring.center().y() - (large.height + small.height) / 2
    large.draw(painter, ring.x(), top, theme.ink)
    small.draw(painter, ring.x(), top + large.height, theme.soft)


def _draw_part(
    painter: QPainter, place: int, option: Choosable, part: Part, badge: float, is_revealed: bool, theme: Theme
) -> None:
    middle = part.row.center().y()
    draw_badge(painter, QRectF(part.row.x(), middle - badge / 2, badge, badge), place, theme, theme.paper)
    x, y = part.row.x() + badge + 28, middle - part.text.height / 2
    part.text.draw(painter, x, y, theme.soft if is_revealed and not option.right else theme.ink)
    if option.right:
        pitch = part.text.height / part.text.lines
        end = part.text.layout.lineAt(part.text.lines - 1).naturalTextWidth()
        is_rtl = is_right_to_left(part.text.layout.text())
        after = x + part.text.box - end - 36 if is_rtl else x + end + 36
        draw_tick(painter, QPointF(after, y + part.text.height - pitch / 2), min(23.0, pitch * 0.46), theme)
