"""Paints results: a bar for each option on a track that means 100 %, the right one ticked, and why it is right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from presenter.stage import figures, why
from presenter.stage.badge import draw_badge, draw_tick, option_colour
from presenter.stage.blocks import Run, inline, is_right_to_left
from presenter.stage.content import Choosable, QuizContent, Results, shares
from presenter.stage.counting import HEIGHT as COUNT_HEIGHT
from presenter.stage.counting import draw_count
from presenter.stage.fit import Laid, Style, cut, laid
from presenter.stage.heading import Heading, draw_heading, headed
from presenter.stage.scene import Scene
from presenter.stage.theme import (
    BAR_CORNER,
    CONTENT_WIDTH,
    FLOOR,
    RIGHT,
    SIDE,
    SMALLEST,
    TITLE_ABOVE,
    Theme,
)
from presenter.stage.words import say

TRACK_X = SIDE + 128.0
TRACK_WIDTH = RIGHT - figures.WIDTH - TRACK_X
_BOTTOM = FLOOR - 10
_SIZES = (50, 46, 42, 40, 38, 36, 34, 32, 30, SMALLEST)


@dataclass(frozen=True, eq=False)
class Row:
    """One option: from `y`, `height` high; its text begins at `text_y`, its bar's track is `bar`."""

    text: Laid
    text_y: float
    bar: QRectF
    y: float
    height: float


@dataclass(frozen=True, eq=False)
class Plan:
    """Where everything stands; the box with the reason is None when there is none."""

    heading: Heading
    rows: tuple[Row, ...]
    why: QRectF | None
    why_text: Laid | None


def draw(painter: QPainter, scene: Scene, content: QuizContent, results: Results, t: float) -> None:
    """Paint the results of a question."""
    theme = scene.theme
    reason = why.reason(content, scene.language, theme)
    made = plan(
        content.question,
        content.overline,
        content.context if content.answered is not None and not reason else "",
        content.options,
        reason,
        content.timer is not None,
        content.answered is not None,
    )
    draw_heading(painter, made.heading, content.timer, theme)
    ratios = shares(results.counts, results.answered, results.sums_to_all)
    earlier = _earlier(results)
    least = min((row.height for row in made.rows), default=0.0)
    for place, row in enumerate(made.rows):
        option = content.options[place]
        share = scene.value(f"bar {place}", ratios[place], t)
        before = earlier[place] if earlier else None
        _draw_row(painter, place, option, row, least, share, before, content.is_revealed, theme)
        if results.hands and results.hands[place]:
            _draw_hands(painter, row.bar, share, results.hands[place] / results.counts[place], theme)
        if figures.whole(results):
            box = QRectF(SIDE, row.y + (row.height - least) / 2, CONTENT_WIDTH, least)
            figures.draw(painter, box, results, place, content.chart.counts_lead, theme, scene.language)
    if not figures.whole(results) and content.answered is None and made.rows:
        last = made.rows[-1]
        figures.draw_none(painter, made.rows[0].y, last.y + last.height, theme, scene.language)
    if earlier and made.rows:
        _draw_rounds(painter, results, made.rows[0], theme, scene.language)
    if made.why is not None and made.why_text is not None:
        why.draw(painter, made.why, made.why_text, theme)
    if content.answered is not None:
        share = scene.value("answered", content.answered.share, t)
        draw_count(painter, content.answered, share, content.note, theme, scene.language)


@lru_cache(maxsize=64)
def plan(
    question: str,
    overline: str,
    context: str,
    options: tuple[Choosable, ...],
    reason: tuple[Run, ...],
    has_timer: bool,
    has_count: bool,
) -> Plan:
    """The largest letters with which question, bars and reason stand together."""
    for kept in (context, ""):
        for head in (TITLE_ABOVE, 52, 46, 40):
            heading = headed(question, overline, kept, CONTENT_WIDTH, 420 if kept else 330, head, has_timer, False)
            if heading is None:
                continue
            for size in _SIZES:
                made = _tried(heading, options, reason, size, has_count)
                if made is not None and (size >= 34 or head <= 46):
                    return made
    heading = headed(question, "", "", CONTENT_WIDTH, 230, 40, has_timer, True)
    assert heading is not None
    return _squeezed(heading, options, reason, has_count)


def _tried(
    heading: Heading, options: tuple[Choosable, ...], reason: tuple[Run, ...], size: int, has_count: bool
) -> Plan | None:
    floor = _BOTTOM - (COUNT_HEIGHT if has_count else 0)
    why_box, why_text = why.placed(reason, floor, 400)
    bottom = (why_box.y() - 36) if why_box else floor - 8
    top = max(heading.bottom, heading.question_y + heading.question.height) + 44
    texts = [_option_text(option, size, TRACK_WIDTH - 70) for option in options]
    bar = _bar_height(size)
    spare = bottom - top - sum(_row_height(text, bar) for text in texts)
    gap = spare / max(1, len(texts))
    is_large = size > 42 and (len(options) > 3 or gap < 40)
    if gap < min(16, size - 20) or is_large or (size > 36 and any(text.breaks_words for text in texts)):
        return None
    return Plan(heading, _rows(texts, top, bar, min(gap, 64.0)), why_box, why_text)


def _bar_height(size: int) -> float:
    if size > 42:
        return 60.0
    return 44.0 if size >= 38 else 34.0 if size >= 32 else 18.0


def _squeezed(heading: Heading, options: tuple[Choosable, ...], reason: tuple[Run, ...], has_count: bool) -> Plan:
    """For texts that fit in no way: the reason gets what the bars leave it, long options end in an ellipsis."""
    floor = _BOTTOM - (COUNT_HEIGHT if has_count else 0)
    top = heading.bottom + 24
    bar = 14.0
    for most in (300, 220, 130):
        why_box, why_text = why.placed(reason, floor, most)
        bottom = (why_box.y() - 24) if why_box else floor - 8
        share = (bottom - top) / max(1, len(options))
        room = max(SMALLEST * 1.2, share - bar - 22)
        texts = [cut(inline(option.text), SMALLEST, TRACK_WIDTH - 70, room, _style(option)) for option in options]
        spare = bottom - top - sum(_row_height(text, bar) for text in texts)
        if not any(text.is_cut for text in texts) and spare >= 8 * len(texts):
            break
    if spare < 2 * len(texts):
        return Plan(heading, _packed(texts, top, share, bar), why_box, why_text)
    gap = min(40.0, spare / max(1, len(texts)))
    return Plan(heading, _rows(texts, top, bar, gap), why_box, why_text)


def _row_height(text: Laid, bar: float) -> float:
    """The height of an option with its bar: never less than that of its numbers."""
    return max(text.height + 10 + bar, figures.HEIGHT)


def _rows(texts: list[Laid], top: float, bar: float, gap: float) -> tuple[Row, ...]:
    rows = []
    y = top
    for text in texts:
        height = _row_height(text, bar)
        inside = y + (height - text.height - 10 - bar) / 2
        track = QRectF(TRACK_X, inside + text.height + 10, TRACK_WIDTH, bar)
        rows.append(Row(text, inside, track, y, height))
        y += height + gap
    return tuple(rows)


def _packed(texts: list[Laid], top: float, height: float, bar: float) -> tuple[Row, ...]:
    """Rows for more options than a question should have: each gets an equal share, its numbers on one line."""
    rows = []
    for place, text in enumerate(texts):
        y = top + place * height
        inside = y + max(0.0, (height - text.height - 4 - bar) / 2)
        rows.append(Row(text, inside, QRectF(TRACK_X, inside + text.height + 4, TRACK_WIDTH, bar), y, height - 4))
    return tuple(rows)


def _style(option: Choosable) -> Style:
    return Style(bold=bool(option.right), leading=1.2)


def _option_text(option: Choosable, size: int, width: float) -> Laid:
    return laid(inline(option.text), size, width, _style(option))


def _draw_row(
    painter: QPainter,
    place: int,
    option: Choosable,
    row: Row,
    least: float,
    share: float,
    earlier: float | None,
    is_revealed: bool,
    theme: Theme,
) -> None:
    badge = min(84.0, max(32.0, least - 6))
    top = row.y + (row.height - badge) / 2
    draw_badge(painter, QRectF(SIDE, top, badge, badge), place, theme, theme.paper)
    is_dimmed = is_revealed and not option.right
    row.text.draw(painter, _text_x(row), row.text_y, theme.soft if is_dimmed else theme.ink)
    painter.setPen(QPen(QColor(theme.line), 2) if theme.is_hollow else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.track))
    painter.drawRoundedRect(row.bar, BAR_CORNER, BAR_CORNER)
    _draw_bar(painter, row.bar, share, option_colour(place, bool(option.right), is_dimmed, theme), theme, is_dimmed)
    if earlier:
        _draw_earlier(painter, row.bar, earlier, 13 if option.right else 4, theme)
    if option.right:
        _draw_right(painter, row, theme)


def _draw_bar(painter: QPainter, track: QRectF, share: float, colour: str, theme: Theme, is_dimmed: bool) -> None:
    if share <= 0:
        return
    painter.setPen(QPen(QColor(theme.line), theme.stroke) if theme.is_hollow and is_dimmed else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    corner = min(BAR_CORNER, track.width() * share / 2)
    painter.drawRoundedRect(QRectF(track.x(), track.y(), track.width() * share, track.height()), corner, corner)


def _draw_hands(painter: QPainter, track: QRectF, share: float, part: float, theme: Theme) -> None:
    """The part of a bar that raised hands make up, hatched at its end."""
    width = track.width() * share
    hatched = QRectF(track.x() + width * (1 - part), track.y(), width * part, track.height())
    bar = QPainterPath()
    corner = min(BAR_CORNER, width / 2)
    bar.addRoundedRect(QRectF(track.x(), track.y(), width, track.height()), corner, corner)
    painter.save()
    painter.setClipPath(bar)
    painter.setClipRect(hatched, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(theme.paper), 5))
    step, reach = 16.0, track.height()
    for number in range(int((hatched.width() + reach) / step) + 1):
        x = hatched.left() - reach + number * step
        painter.drawLine(QPointF(x, track.bottom()), QPointF(x + reach, track.top()))
    painter.restore()


def _draw_earlier(painter: QPainter, track: QRectF, share: float, below: float, theme: Theme) -> None:
    """The round before: a thin line under the bar, as long as its share was."""
    line = QRectF(track.x(), track.bottom() + below, max(2.0, track.width() * share), 7)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.soft))
    painter.drawRoundedRect(line, 3, 3)


def _draw_right(painter: QPainter, row: Row, theme: Theme) -> None:
    pen = QPen(QColor(theme.ok), max(4.0, theme.stroke))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    reach = min(8.0, row.bar.y() - row.text_y - row.text.height - 2)
    painter.drawRoundedRect(row.bar.adjusted(-reach, -reach, reach, reach), BAR_CORNER + reach, BAR_CORNER + reach)
    end = row.text.layout.lineAt(row.text.lines - 1).naturalTextWidth()
    pitch = row.text.height / row.text.lines
    middle = row.text_y + row.text.height - pitch / 2
    x = _text_x(row) + row.text.box - end - 44 if _is_rtl(row) else TRACK_X + end + 44
    draw_tick(painter, QPointF(x, middle), min(23.0, pitch * 0.46), theme)


def _is_rtl(row: Row) -> bool:
    return is_right_to_left(row.text.layout.text())


def _text_x(row: Row) -> float:
    """Where the box of an option's text begins: it reaches to the side of the track where reading begins."""
    return TRACK_X + TRACK_WIDTH - row.text.box if _is_rtl(row) else TRACK_X


def _earlier(results: Results) -> tuple[float, ...] | None:
    if results.earlier is None:
        return None
    return shares(results.earlier, results.answered, results.sums_to_all)


def _draw_rounds(painter: QPainter, results: Results, first: Row, theme: Theme, language: str) -> None:
    """What the thin line means, above the first bar at the end of its text's line."""
    told = laid(
        (Run(say(language, "round", number=results.round - 1)),), SMALLEST, 400, Style(leading=1.0, align="left")
    )
    x = TRACK_X + 60 if _is_rtl(first) else TRACK_X + TRACK_WIDTH - told.width
    middle = first.text_y + min(first.text.height, 40) / 2
    if first.text.width + told.width + 76 > TRACK_WIDTH:
        middle = first.text_y - 14
    painter.fillRect(QRectF(x - 60, middle - 3, 44, 6), QColor(theme.soft))
    told.draw(painter, x, middle - told.height / 2, theme.soft)
