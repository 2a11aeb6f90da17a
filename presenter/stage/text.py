"""Paints text slides: a title slide, text, text with pictures, two columns, a picture alone; a timer beside them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from presenter.stage.blocks import Block, Shape, inline, read
from presenter.stage.content import Arrangement, Picture, TextContent
from presenter.stage.fit import TITLE_STYLE, Laid, Style, fitted
from presenter.stage.pictures import aspect, contained, draw_picture
from presenter.stage.richtext import EVERYTHING, Steps, fitted_blocks, fitted_flow, laid_out, look
from presenter.stage.scene import Scene
from presenter.stage.theme import (
    BODY,
    CONTENT_WIDTH,
    FLOOR,
    HEIGHT,
    RIGHT,
    SIDE,
    TITLE,
    TITLE_ABOVE,
    TITLE_SLIDE,
    TOP,
    WIDTH,
    Theme,
)
from presenter.stage.timer import draw_large, draw_strip, strip_width

_BOTTOM = FLOOR - 20
_TITLE_PICTURE_X = 1264.0
_RING = QRectF(1187, 198, 584, 584)
_SHORT_LINES = 1000.0
_EASY = 44
"""A text that fits beside the large timer at this size is short."""
_BLEEDS = (1.6, 2.0)
_GAP = 36
_DIMMED = 0.32
"""What the class does not see yet, where the teacher looks."""


def draw(painter: QPainter, scene: Scene, content: TextContent, t: float) -> None:
    """Paint a text slide."""
    steps = EVERYTHING
    if content.bullets is not None:
        steps = Steps(scene.value("bullets", content.bullets, t), _DIMMED if content.dims_others else 0.0)
    if content.arrangement is Arrangement.TITLE:
        _draw_title_slide(painter, content, scene.theme)
    elif bleeds(content):
        draw_picture(painter, content.pictures[0], QRectF(0, 0, WIDTH, HEIGHT), scene.theme, 0)
    elif content.pictures and (content.arrangement is Arrangement.PICTURE or not read(content.body)):
        _draw_picture_slide(painter, content, scene.theme)
    elif not read(content.body) and not content.pictures and content.timer is None:
        _draw_heading(painter, content, scene.theme)
    else:
        _draw_text_slide(painter, content, scene.theme, steps)


def strip_right(content: TextContent) -> float | None:
    """Where the strip's texts end on this slide; None where a picture covers the strip."""
    if bleeds(content):
        return None
    if content.arrangement is Arrangement.TITLE and content.pictures and _stands(content):
        return _TITLE_PICTURE_X - 56
    return RIGHT


def bleeds(content: TextContent) -> bool:
    """True for a picture with nothing beside it, in about the proportions of the canvas: it fills all of it."""
    alone = content.arrangement is not Arrangement.TITLE and len(content.pictures) == 1 and not content.title
    if not alone or content.timer is not None or read(content.body):
        return False
    return _BLEEDS[0] <= aspect(content.pictures[0]) <= _BLEEDS[1]


def _draw_title_slide(painter: QPainter, content: TextContent, theme: Theme) -> None:
    width = _draw_title_picture(painter, content, theme) - 72 - SIDE
    overline = fitted(inline(content.overline), width, 60, 38, style=Style(bold=True, leading=1.2))
    title = fitted(inline(content.title), width, 470, TITLE_SLIDE, 44, TITLE_STYLE)
    flow = fitted_flow(content.body, width, 240, 46, look(theme, is_soft=True))
    above = overline.height + 28 if content.overline else 0
    below = flow.height + 36 if flow.parts else 0
    y = max(TOP, (FLOOR - above - title.height - below) / 2)
    if content.overline:
        overline.draw(painter, SIDE, y, theme.accent)
    title.draw(painter, SIDE, y + above, theme.ink)
    flow.draw(painter, SIDE, y + above + title.height + 36)
    if content.timer is not None:
        draw_strip(painter, content.timer, 72, theme, right=strip_right(content) or RIGHT)


def _draw_title_picture(painter: QPainter, content: TextContent, theme: Theme) -> float:
    """An upright picture over the full height, a lying one in a frame; says where it begins."""
    if not content.pictures:
        return WIDTH - SIDE
    if _stands(content):
        box = QRectF(_TITLE_PICTURE_X, 0, WIDTH - _TITLE_PICTURE_X, HEIGHT)
        draw_picture(painter, content.pictures[0], box, theme, 0)
        return box.x()
    box = contained(content.pictures[0], QRectF(RIGHT - 800, TOP, 800, _BOTTOM - TOP))
    box.moveTop((FLOOR - box.height()) / 2)
    draw_picture(painter, content.pictures[0], box, theme)
    return box.x()


def _stands(content: TextContent) -> bool:
    return aspect(content.pictures[0]) <= 1.05


def _draw_heading(painter: QPainter, content: TextContent, theme: Theme) -> None:
    """A slide that is only a title: the beginning of a part."""
    made = fitted(inline(content.title), CONTENT_WIDTH, 560, 108, 44, TITLE_STYLE)
    made.draw(painter, SIDE, (FLOOR - made.height) / 2, theme.ink)


def _draw_picture_slide(painter: QPainter, content: TextContent, theme: Theme) -> None:
    y = _draw_head(painter, content, theme, CONTENT_WIDTH, TITLE_ABOVE) if content.title or content.timer else 44.0
    caption = fitted_flow(content.body, CONTENT_WIDTH, 150, 36, look(theme, is_soft=True))
    bottom = _BOTTOM - (caption.height + 24 if caption.parts else 0)
    count = len(content.pictures)
    width = (CONTENT_WIDTH - _GAP * (count - 1)) / count
    for place, picture in enumerate(content.pictures):
        box = QRectF(SIDE + place * (width + _GAP), y, width, bottom - y)
        draw_picture(painter, picture, contained(picture, box), theme)
    caption.draw(painter, SIDE, bottom + 24)


def body_size(content: TextContent, theme: Theme) -> int | None:
    """The size that the body of a slide with text comes out at, 0 when not all of it is shown; None on other slides."""
    if content.arrangement is Arrangement.TITLE or not read(content.body):
        return None
    if content.pictures and content.arrangement is Arrangement.PICTURE:
        return None
    nowhere = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(nowhere)
    size = _draw_text_slide(painter, content, theme, EVERYTHING)
    painter.end()
    return size


def _draw_text_slide(painter: QPainter, content: TextContent, theme: Theme, steps: Steps) -> int:
    """Says at what size the body was drawn, 0 when lines were left out."""
    if content.timer is not None and not content.pictures and _is_short(content, theme):
        draw_large(painter, content.timer, _RING, theme)
        y = _draw_title(painter, content.title, theme, _SHORT_LINES, TITLE, TOP)
        return _draw_body(painter, content, QRectF(SIDE, y, _SHORT_LINES, _BOTTOM - y), theme, steps)
    if content.pictures:
        return _draw_beside_pictures(painter, content, theme, steps)
    y = _draw_head(painter, content, theme, CONTENT_WIDTH, _title_size(content))
    return _draw_body(painter, content, QRectF(SIDE, y, CONTENT_WIDTH, _BOTTOM - y), theme, steps)


def _is_short(content: TextContent, theme: Theme) -> bool:
    if content.arrangement is Arrangement.COLUMNS:
        return False
    flow = fitted_flow(content.body, _SHORT_LINES, 600, BODY, look(theme))
    return flow.size >= _EASY


def _title_size(content: TextContent) -> int:
    length = len(content.body)
    if length < 420:
        return TITLE
    return TITLE_ABOVE + 4 if length < 700 else 52


def _draw_head(painter: QPainter, content: TextContent, theme: Theme, width: float, size: int) -> float:
    """The title, with the timer as a strip beside it; says where the body begins."""
    if content.timer is None:
        return _draw_title(painter, content.title, theme, width, size, TOP)
    draw_strip(painter, content.timer, 72, theme)
    beside = width - strip_width(content.timer) - 56
    return max(212.0, _draw_title(painter, content.title, theme, beside, min(size, TITLE_ABOVE + 4), 84))


def _draw_title(painter: QPainter, title: str, theme: Theme, width: float, size: int, y: float) -> float:
    if not title:
        return y
    made = fitted_title(title, width, size)
    made.draw(painter, SIDE, y, theme.ink)
    return y + made.height + _GAP


def fitted_title(title: str, width: float, size: int, lines: int = 3) -> Laid:
    """The title at `size`, or smaller so that it takes no more than `lines` lines and breaks no word."""
    return fitted(inline(title), width, size * TITLE_STYLE.leading * lines, size, 40, TITLE_STYLE)


def _draw_body(
    painter: QPainter, content: TextContent, box: QRectF, theme: Theme, steps: Steps, largest: int = BODY
) -> int:
    if content.arrangement is Arrangement.COLUMNS:
        return _draw_columns(painter, read(content.body), box, theme, steps)
    set_as = look(theme)
    flow = fitted_flow(content.body, box.width(), box.height(), largest, set_as)
    if flow.size < 38:
        tighter = fitted_flow(content.body, box.width(), box.height(), largest, replace(set_as, leading=1.3, gap=0.36))
        flow = tighter if tighter.size > flow.size else flow
    flow.draw(painter, box.x(), box.y(), steps)
    return 0 if flow.is_cut else flow.size


def _draw_columns(painter: QPainter, blocks: tuple[Block, ...], box: QRectF, theme: Theme, steps: Steps) -> int:
    width = (box.width() - 72) / 2
    sides = _halves(blocks, width, theme)
    flows = [fitted_blocks(side, width, box.height(), BODY, look(theme)) for side in sides]
    size = min(flow.size for flow in flows)
    for place, side in enumerate(sides):
        flow = fitted_blocks(side, width, box.height(), size, look(theme))
        flow.draw(painter, box.x() + place * (width + 72), box.y(), steps)
    return 0 if any(flow.is_cut for flow in flows) else size


def _halves(blocks: tuple[Block, ...], width: float, theme: Theme) -> list[tuple[Block, ...]]:
    """The two columns: cut at a rule, else at the second heading, else where they are about equally high."""
    rule = next((place for place, block in enumerate(blocks) if block.shape is Shape.RULE), None)
    if rule is not None:
        return [blocks[:rule], blocks[rule + 1 :]]
    headings = [place for place, block in enumerate(blocks) if block.shape is Shape.HEADING]
    if len(headings) > 1:
        return [blocks[: headings[1]], blocks[headings[1] :]]

    def higher(place: int) -> float:
        return max(laid_out(side, width, 40, look(theme)).height for side in (blocks[:place], blocks[place:]))

    best = min(range(len(blocks) + 1), key=lambda place: (higher(place), -place))
    return [blocks[:best], blocks[best:]]


def _draw_beside_pictures(painter: QPainter, content: TextContent, theme: Theme, steps: Steps) -> int:
    width = _pictures_width(content.pictures)
    lines = CONTENT_WIDTH - width - 72
    if content.timer is not None:
        y = top = _draw_head(painter, content, theme, CONTENT_WIDTH, TITLE_ABOVE)
    else:
        top = TOP + 8
        y = _draw_title(painter, content.title, theme, lines, TITLE, TOP)
    _draw_pictures(painter, content.pictures, QRectF(RIGHT - width, top, width, _BOTTOM - 24 - top), theme)
    return _draw_body(painter, content, QRectF(SIDE, y, lines, _BOTTOM - y), theme, steps)


def _pictures_width(pictures: tuple[Picture, ...]) -> float:
    widest = max(aspect(picture) for picture in pictures)
    if widest <= 0.85:
        return 600.0
    return 720.0 if widest < 1.4 else 800.0


def _draw_pictures(painter: QPainter, pictures: tuple[Picture, ...], box: QRectF, theme: Theme) -> None:
    """The pictures under each other, each as large as its share of the box allows."""
    height = (box.height() - _GAP * (len(pictures) - 1)) / len(pictures)
    for place, picture in enumerate(pictures):
        share = QRectF(box.x(), box.y() + place * (height + _GAP), box.width(), height)
        draw_picture(painter, picture, contained(picture, share), theme)
