"""Paints an open question: the question alone while answers are hidden, above a calm grid of cards when they show, or
above one large card.

Its picture stays beside the cards as long as they all fit there.

Answers are what somebody typed: they are drawn letter by letter, with their own line breaks, never read as markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from presenter.stage.badge import draw_star
from presenter.stage.blocks import literal
from presenter.stage.content import OpenContent, Picture
from presenter.stage.counting import HEIGHT as COUNT_HEIGHT
from presenter.stage.counting import draw_count
from presenter.stage.fit import Laid, Style, fitted, laid
from presenter.stage.heading import Heading, draw_heading, headed
from presenter.stage.pictures import aspect, contained, draw_picture
from presenter.stage.richtext import fitted_flow, look
from presenter.stage.scene import Scene
from presenter.stage.theme import CONTENT_WIDTH, FLOOR, RIGHT, SIDE, SMALLEST, TITLE_ABOVE, Theme
from presenter.stage.words import say

_FLOOR = FLOOR - 16 - COUNT_HEIGHT
_GAP = 20.0
_PAD_X, _PAD_Y = 30.0, 18.0
_TEXT = Style(leading=1.3)
_SIZES = ((46, 2), (42, 2), (40, 3), (36, 3), (33, 3), (30, 3), (30, 4), (SMALLEST, 3), (SMALLEST, 4))
"""Letters and columns, from the ones we like best."""
_LEAST_COLUMN = 340.0
_PICTURE_GAP = 48.0
_LARGEST, _LARGE_PAD = 96, 72.0
_STAR = 26.0
_HEADS = (76, 66, 60, 54, 48, 44, 40)


@dataclass(frozen=True, eq=False)
class Card:
    """An answer and its box."""

    name: str
    text: Laid
    box: QRectF


@dataclass(frozen=True, eq=False)
class Grid:
    """The cards that fit, and how many do not."""

    cards: tuple[Card, ...]
    more: int


def draw(painter: QPainter, scene: Scene, content: OpenContent, t: float) -> None:
    """Paint an open question."""
    note = content.note
    if content.cards:
        more = _draw_answers(painter, scene, content, t)
        note = say(scene.language, "more", count=more) if more else note
    elif content.is_hidden:
        _draw_hidden(painter, scene, content)
    else:
        _draw_question(painter, scene, content)
    if content.answered is not None:
        share = scene.value("answered", content.answered.share, t)
        draw_count(painter, content.answered, share, note, scene.theme, scene.language)


@lru_cache(maxsize=32)
def grid(cards: tuple[tuple[str, str], ...], top: float, bottom: float, width: float = CONTENT_WIDTH) -> Grid:
    """The cards in columns between `top` and `bottom`, each new one under the shortest column."""
    for size, columns in _SIZES:
        if width / columns >= _LEAST_COLUMN and not (made := _filled(cards, size, columns, top, bottom, width)).more:
            return made
    most = int(width / _LEAST_COLUMN)
    tightest = [_filled(cards, SMALLEST, columns, top, bottom, width) for columns in (min(3, most), min(4, most))]
    return min(tightest, key=lambda made: made.more)


def _filled(
    cards: tuple[tuple[str, str], ...], size: int, columns: int, top: float, bottom: float, whole: float
) -> Grid:
    width = (whole - _GAP * (columns - 1)) / columns
    heights = [top] * columns
    placed: list[Card] = []
    for name, text in cards:
        made = laid(literal(_tidy(text)), size, width - 2 * _PAD_X, _TEXT)
        column = min(range(columns), key=lambda place: (heights[place], place))
        height = made.height + 2 * _PAD_Y
        if heights[column] + height > bottom:
            break
        placed.append(Card(name, made, QRectF(SIDE + column * (width + _GAP), heights[column], width, height)))
        heights[column] += height + _GAP
    return Grid(tuple(placed), len(cards) - len(placed))


def _tidy(text: str) -> str:
    """The answer with its own line breaks, without empty lines."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _draw_answers(painter: QPainter, scene: Scene, content: OpenContent, t: float) -> int:
    """Draw the cards that fit; says how many do not."""
    theme = scene.theme
    draw_heading(painter, _heading_above(content), content.timer, theme)
    made, box = _arranged(content)
    if content.picture is not None and box is not None:
        draw_picture(painter, content.picture, box, theme)
    for card in made.cards:
        _draw_card(painter, card, scene.value(f"card {card.name}", 1.0, t), theme, card.name in content.starred)
    return made.more


def _draw_hidden(painter: QPainter, scene: Scene, content: OpenContent) -> None:
    """A line in place of the cards; the question stays where it stood."""
    heading = _heading_above(content)
    draw_heading(painter, heading, content.timer, scene.theme)
    made = laid(literal(say(scene.language, "hidden")), 46, CONTENT_WIDTH, Style(leading=1.2, align="centre"))
    made.draw(painter, SIDE, (heading.bottom + _FLOOR - made.height) / 2, scene.theme.soft)


def placed(content: OpenContent) -> tuple[Card, ...]:
    """The cards that are painted, with their boxes."""
    return _arranged(content)[0].cards


def _heading_above(content: OpenContent) -> Heading:
    return _small_heading(content.question, content.overline, content.timer is not None)


def _arranged(content: OpenContent) -> tuple[Grid, QRectF | None]:
    """The cards under their heading, and the box of the picture beside them. A large card has no picture beside it."""
    top = _heading_above(content).bottom + 36
    cards = content.cards or ()
    enlarged = next((text for name, text in cards if name == content.enlarged), None)
    if enlarged is not None:
        return Grid((_large_card(content.enlarged, enlarged, top),), 0), None
    return _beside_picture(cards, content.picture, top)


@lru_cache(maxsize=32)
def _large_card(name: str, text: str, top: float) -> Card:
    """One answer alone, in letters as large as fit, in the middle of what is left under the heading. More lines than
    fit run on as one text."""
    room = _FLOOR - top
    made = _largest(_tidy(text), room)
    if made.is_cut:
        made = _largest(" ".join(text.split()), room)
    height = min(room, max(made.height + 2 * _LARGE_PAD, 320.0))
    return Card(name, made, QRectF(SIDE, top + (room - height) / 2, CONTENT_WIDTH, height))


def _largest(text: str, room: float) -> Laid:
    width, height = CONTENT_WIDTH - 2 * _LARGE_PAD, room - 2 * _LARGE_PAD
    return fitted(literal(text), width, height, _LARGEST, SMALLEST, _TEXT)


def _beside_picture(
    cards: tuple[tuple[str, str], ...], picture: Picture | None, top: float
) -> tuple[Grid, QRectF | None]:
    """The cards at the left of the picture, and its box; without it when the cards need the whole width."""
    if picture is not None:
        width = 400.0 if aspect(picture) < 1.0 else 560.0
        made = grid(cards, top, _FLOOR, CONTENT_WIDTH - width - _PICTURE_GAP)
        if not made.more:
            return made, contained(picture, QRectF(RIGHT - width, top, width, _FLOOR - top))
    return grid(cards, top, _FLOOR), None


@lru_cache(maxsize=32)
def _small_heading(question: str, overline: str, has_timer: bool) -> Heading:
    for size in (TITLE_ABOVE, 52, 46):
        made = headed(question, overline, "", CONTENT_WIDTH, 300, size, has_timer, False)
        if made is not None and made.question.lines <= 2:
            return made
    made = headed(question, "", "", CONTENT_WIDTH, 270, 40, has_timer, True)
    assert made is not None
    return made


def _draw_card(painter: QPainter, card: Card, arrived: float, theme: Theme, has_star: bool) -> None:
    painter.save()
    painter.setOpacity(painter.opacity() * arrived)
    middle = card.box.center()
    painter.translate(middle)
    painter.scale(0.94 + 0.06 * arrived, 0.94 + 0.06 * arrived)
    painter.translate(-middle)
    painter.setPen(QPen(QColor(theme.line), theme.stroke))
    painter.setBrush(QColor(theme.card))
    painter.drawRoundedRect(card.box.adjusted(1, 1, -1, -1), 22, 22)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x = card.box.x() + (card.box.width() - card.text.box) / 2
    card.text.draw(painter, x, card.box.y() + (card.box.height() - card.text.height) / 2, theme.ink)
    if has_star:
        draw_star(painter, QPointF(card.box.right() - 16, card.box.y() + 16), _STAR, theme)
    painter.restore()


def _draw_question(painter: QPainter, scene: Scene, content: OpenContent) -> None:
    """The question alone, with its context under it and its picture beside it."""
    theme = scene.theme
    beside = 0.0
    if content.picture is not None:
        beside = (560.0 if aspect(content.picture) < 1.0 else 760.0) + 64
        top = 300.0 if content.timer is not None else 104.0
        box = QRectF(RIGHT - beside + 64, top, beside - 64, _FLOOR - top)
        draw_picture(painter, content.picture, contained(content.picture, box), theme)
    has_timer = content.timer is not None and not beside
    heading = _large_heading(content.question, content.overline, CONTENT_WIDTH - beside, has_timer)
    draw_heading(painter, heading, content.timer, theme)
    y = heading.bottom + 40
    flow = fitted_flow(content.context, CONTENT_WIDTH - beside, _FLOOR - y, 46, look(theme), SMALLEST)
    flow.draw(painter, SIDE, y)


@lru_cache(maxsize=32)
def _large_heading(question: str, overline: str, width: float, has_timer: bool) -> Heading:
    for size in _HEADS:
        made = headed(question, overline, "", width, 480, size, has_timer, False)
        if made is not None:
            return made
    made = headed(question, overline, "", width, 600, 40, has_timer, True)
    assert made is not None
    return made
