"""Paints quiz and poll: the question, its options as cards while it is asked, as a chart when results are shown.

The largest sizes at which question and options stand together are searched for once and kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from presenter.stage import bars, donut
from presenter.stage.badge import draw_badge
from presenter.stage.blocks import inline, is_right_to_left, read
from presenter.stage.content import Choosable, QuizContent
from presenter.stage.counting import HEIGHT as COUNT_HEIGHT
from presenter.stage.counting import draw_count
from presenter.stage.fit import Laid, Style, cut, laid
from presenter.stage.heading import Heading, draw_heading, headed
from presenter.stage.pictures import aspect, contained, draw_picture
from presenter.stage.scene import Scene
from presenter.stage.theme import CARD_CORNER, CONTENT_WIDTH, FLOOR, RIGHT, SIDE, SMALLEST, Theme

_BOTTOM = FLOOR - 16
_GAP = 32
_PICTURE_GAP = 48
_SIZES = ((76, 50), (66, 48), (60, 46), (60, 42), (54, 42), (54, 38), (48, 38), (48, 34), (44, 34), (44, 31), (40, 28))
"""Sizes of question and options, from the ones we like best."""
_BESIDE_CONTEXT = 60
_SHORT_CONTEXT = 100
_WHOLE_WORDS = 38
"""A word too long for its line makes options no smaller than this; then it is broken."""
_TEXT_STYLE = Style(leading=1.26)


@dataclass(frozen=True, eq=False)
class Plan:
    """Where everything stands: the heading, the options' cards, the question's picture."""

    heading: Heading
    cards: tuple[QRectF, ...]
    texts: tuple[Laid, ...]
    picture: QRectF | None
    badge: float


def draw(painter: QPainter, scene: Scene, content: QuizContent, t: float) -> None:
    """Paint a quiz or a poll."""
    if content.results is not None:
        chart = donut if content.is_donut else bars
        chart.draw(painter, scene, content, content.results, t)
        return
    theme = scene.theme
    made = plan(
        content.question, content.overline, content.context, content.options, content.picture, bool(content.timer)
    )
    draw_heading(painter, made.heading, content.timer, theme)
    if content.picture is not None and made.picture is not None:
        draw_picture(painter, content.picture, made.picture, theme)
    for place, (option, card, text) in enumerate(zip(content.options, made.cards, made.texts, strict=True)):
        _draw_option(painter, place, option, card, text, made.badge, theme)
    if content.answered is not None:
        share = scene.value("answered", content.answered.share, t)
        draw_count(painter, content.answered, share, content.note, theme, scene.language)


@lru_cache(maxsize=64)
def plan(
    question: str,
    overline: str,
    context: str,
    options: tuple[Choosable, ...],
    picture: object,
    has_timer: bool,
) -> Plan:
    """The arrangement with the largest letters that fits; the context is cut off only when nothing fits."""
    has_context = bool(read(context)) and len(context) > _SHORT_CONTEXT
    for head, size in _SIZES:
        if has_context and head > _BESIDE_CONTEXT:
            continue
        found = _tried(question, overline, context, options, picture, has_timer, head, size, False)
        if found is not None:
            return found
    found = _tried(question, overline, context, options, picture, has_timer, 40, SMALLEST, True)
    if found is not None:
        return found
    return _squeezed(question, overline, context, options, picture, has_timer)


def _tried(
    question: str,
    overline: str,
    context: str,
    options: tuple[Choosable, ...],
    picture: object,
    has_timer: bool,
    head_size: int,
    option_size: int,
    cuts: bool,
) -> Plan | None:
    beside = _picture_width(picture) if picture is not None else 0.0
    width = CONTENT_WIDTH - beside
    least = _least_height(options, width, option_size)
    top_height = _BOTTOM - COUNT_HEIGHT - least - 44
    heading = headed(question, overline, context, width, top_height, head_size, has_timer and not beside, cuts)
    if heading is None:
        return None
    floor = _BOTTOM - COUNT_HEIGHT
    top = heading.bottom + 44
    return _placed(options, heading, width, top, floor, option_size, _picture_box(picture, beside, has_timer, floor))


def _squeezed(
    question: str, overline: str, context: str, options: tuple[Choosable, ...], picture: object, has_timer: bool
) -> Plan:
    """For what fits in no way: the options get an equal share of the lower part, their texts end in an ellipsis."""
    beside = 468.0 if picture is not None else 0.0
    whole = CONTENT_WIDTH - beside
    heading = headed(question, overline, "", whole, 260, 40, has_timer and not beside, True)
    assert heading is not None
    top = heading.bottom + 20
    rows = max(1, (len(options) + 1) // 2)
    height = (_BOTTOM - COUNT_HEIGHT - top - 16 * (rows - 1)) / rows
    width = (whole - 36) / 2
    cards = [
        QRectF(SIDE + place % 2 * (width + 36), top + place // 2 * (height + 16), width, height)
        for place in range(len(options))
    ]
    texts = [
        cut(inline(option.text), SMALLEST, _text_width(width, option, SMALLEST), height - 16, _TEXT_STYLE)
        for option in options
    ]
    box = _picture_box(picture, beside, has_timer, _BOTTOM - COUNT_HEIGHT)
    return Plan(heading, tuple(cards), tuple(texts), box, _badge_side(SMALLEST))


def columns(options: tuple[Choosable, ...], width: float, size: int) -> int:
    """One column for two options or for long ones, else two."""
    if width < 1000 and not any(option.picture for option in options):
        return 1
    if len(options) <= 2:
        return 2 if all(_is_short(option, width, size) for option in options) else 1
    return 1 if len(options) == 3 and not any(option.picture for option in options) else 2


def _is_short(option: Choosable, width: float, size: int) -> bool:
    return laid(inline(option.text), size, _text_width((width - _GAP) / 2, option, size), _TEXT_STYLE).lines <= 2


def _badge_side(size: int) -> float:
    return 84.0 if size >= 42 else max(60.0, size * 1.9)


def _pad(size: int) -> float:
    return 50.0 if size >= 46 else max(24.0, size * 0.85)


def _text_width(card_width: float, option: Choosable, size: int) -> float:
    pictured = _option_picture_width(card_width) if option.picture else 0.0
    return card_width - 2 * _pad(size) - _badge_side(size) - _pad(size) * 0.8 - pictured


def _option_picture_width(card_width: float) -> float:
    return min(300.0, card_width * 0.36)


def _least_height(options: tuple[Choosable, ...], width: float, size: int) -> float:
    heights = _row_heights(options, width, size)
    return sum(heights) + _gap(size) * (len(heights) - 1)


def _gap(size: int) -> float:
    return 36.0 if size >= 46 else 28.0 if size >= 38 else 20.0


def _row_heights(options: tuple[Choosable, ...], width: float, size: int) -> list[float]:
    count = columns(options, width, size)
    card = (width - 36 * (count - 1)) / count
    heights = []
    for start in range(0, len(options), count):
        row = options[start : start + count]
        texts = [laid(inline(option.text), size, _text_width(card, option, size), _TEXT_STYLE) for option in row]
        tallest = max(text.height for text in texts)
        least = 150.0 if any(option.picture for option in row) else 0.0
        heights.append(max(tallest + 2 * _pad(size) * 0.72, _badge_side(size) + _pad(size) * 0.9, least))
    return heights


def _placed(
    options: tuple[Choosable, ...],
    heading: Heading,
    width: float,
    top: float,
    floor: float,
    size: int,
    picture: QRectF | None,
) -> Plan | None:
    count = columns(options, width, size) if options else 1
    card = (width - 36 * (count - 1)) / count
    texts = tuple(laid(inline(option.text), size, _text_width(card, option, size), _TEXT_STYLE) for option in options)
    heights = _stretched(_row_heights(options, width, size), floor - top, size, options)
    gap = _gap(size)
    cards = []
    spare = floor - top - sum(heights) - gap * (len(heights) - 1)
    y = top + max(0.0, spare) * 0.4
    for place in range(len(options)):
        row, column = divmod(place, count)
        above = sum(heights[:row]) + gap * row
        cards.append(QRectF(SIDE + column * (card + 36), y + above, card, heights[row]))
    is_full = spare < -0.5 or any(text.height > box.height() for text, box in zip(texts, cards, strict=True))
    if is_full or (size > _WHOLE_WORDS and any(text.breaks_words for text in texts)):
        return None
    return Plan(heading, tuple(cards), texts, picture, _badge_side(size))


def _stretched(heights: list[float], room: float, size: int, options: tuple[Choosable, ...]) -> list[float]:
    """Rows grow into spare room, up to a calm height, all alike where they can be."""
    if not heights:
        return heights
    share = (room - _gap(size) * (len(heights) - 1)) / len(heights)
    most = 300.0 if any(option.picture for option in options) else 196.0 if len(options) > 2 else 240.0
    even = min(share, most)
    return [max(height, even) for height in heights] if max(heights) <= share else heights


def _picture_width(picture: object) -> float:
    return _PICTURE_GAP + (520.0 if aspect(picture) < 1.0 else 640.0)  # type: ignore[arg-type]


def _picture_box(picture: object, beside: float, has_timer: bool, floor: float) -> QRectF | None:
    if picture is None:
        return None
    top = 296.0 if has_timer else 104.0
    box = QRectF(RIGHT - beside + _PICTURE_GAP, top, beside - _PICTURE_GAP, floor - top)
    return contained(picture, box)  # type: ignore[arg-type]


def _draw_option(
    painter: QPainter, place: int, option: Choosable, card: QRectF, text: Laid, badge: float, theme: Theme
) -> None:
    painter.setPen(QPen(QColor(theme.line), theme.stroke))
    painter.setBrush(QColor(theme.card))
    painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), CARD_CORNER, CARD_CORNER)
    pad = _pad(text.size)
    is_rtl = is_right_to_left(text.layout.text())
    left = card.right() - pad - badge if is_rtl else card.x() + pad
    draw_badge(painter, QRectF(left, card.center().y() - badge / 2, badge, badge), place, theme, theme.card)
    beside = left - pad * 0.8 - text.box if is_rtl else left + badge + pad * 0.8
    text.draw(painter, beside, card.center().y() - text.height / 2, theme.ink)
    if option.picture is not None:
        width = _option_picture_width(card.width())
        edge = card.x() + 14 if is_rtl else card.right() - width - 14
        box = QRectF(edge, card.y() + 14, width, card.height() - 28)
        whole = contained(option.picture, box)
        whole.moveCenter(box.center())
        draw_picture(painter, option.picture, whole, theme, 16)
    painter.setBrush(Qt.BrushStyle.NoBrush)
