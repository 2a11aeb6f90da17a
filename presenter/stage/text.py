"""Paints text slides: a title slide, text, text with pictures, two columns, a picture alone; a timer beside them."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from presenter.stage.blocks import inline, read
from presenter.stage.content import Arrangement, Picture, TextContent
from presenter.stage.fit import TITLE_STYLE, Style, fitted
from presenter.stage.pictures import aspect, contained, draw_picture
from presenter.stage.richtext import EVERYTHING, Steps, fitted_blocks, fitted_flow, look
from presenter.stage.scene import Scene
from presenter.stage.textlayout import (
    BOTTOM,
    COLUMN_GAP,
    GAP,
    beside_strip,
    body_box,
    head_of,
    headed,
    is_beside_ring,
    paged,
    pictures_width,
    set_body,
)
from presenter.stage.theme import (
    CONTENT_WIDTH,
    FLOOR,
    HEIGHT,
    RIGHT,
    SIDE,
    TITLE_ABOVE,
    TITLE_SLIDE,
    TOP,
    WIDTH,
    Theme,
)
from presenter.stage.timer import draw_large, draw_strip

_TITLE_PICTURE_X = 1264.0
_RING = QRectF(1187, 198, 584, 584)
_BLEEDS = (1.6, 2.0)
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
    box = contained(content.pictures[0], QRectF(RIGHT - 800, TOP, 800, BOTTOM - TOP))
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
    y = _draw_head_above(painter, content, theme) if content.title or content.timer else 44.0
    caption = fitted_flow(content.body, CONTENT_WIDTH, 150, 36, look(theme, is_soft=True))
    bottom = BOTTOM - (caption.height + 24 if caption.parts else 0)
    count = len(content.pictures)
    width = (CONTENT_WIDTH - GAP * (count - 1)) / count
    for place, picture in enumerate(content.pictures):
        box = QRectF(SIDE + place * (width + GAP), y, width, bottom - y)
        draw_picture(painter, picture, contained(picture, box), theme)
    caption.draw(painter, SIDE, bottom + 24)


def _draw_head_above(painter: QPainter, content: TextContent, theme: Theme) -> float:
    """The title over a picture; says where it ends."""
    if content.timer is None:
        head = headed(content.title, CONTENT_WIDTH, TITLE_ABOVE, TOP)
    else:
        head = beside_strip(content, TITLE_ABOVE)
        draw_strip(painter, content.timer, 72, theme)
    if head.title is not None:
        head.title.draw(painter, SIDE, head.y, theme.ink)
    return head.bottom


def _draw_text_slide(painter: QPainter, content: TextContent, theme: Theme, steps: Steps) -> None:
    head = head_of(content)
    if head.title is not None:
        head.title.draw(painter, SIDE, head.y, theme.ink)
    if is_beside_ring(content):
        assert content.timer is not None
        draw_large(painter, content.timer, _RING, theme)
    elif content.timer is not None:
        draw_strip(painter, content.timer, 72, theme)
    if content.pictures:
        width = pictures_width(content.pictures)
        top = head.bottom if content.timer is not None else TOP + 8
        _draw_pictures(painter, content.pictures, QRectF(RIGHT - width, top, width, BOTTOM - 24 - top), theme)
    _draw_body(painter, content, theme, steps)


def _draw_body(painter: QPainter, content: TextContent, theme: Theme, steps: Steps) -> None:
    box = body_box(content)
    size, set_as, _ = set_body(content, theme)
    sides = paged(content)
    width = box.width() if len(sides) == 1 else (box.width() - COLUMN_GAP) / 2
    for place, side in enumerate(sides):
        if content.page < len(side):
            flow = fitted_blocks(side[content.page], width, box.height(), size, set_as)
            flow.draw(painter, box.x() + place * (width + COLUMN_GAP), box.y(), steps)


def _draw_pictures(painter: QPainter, pictures: tuple[Picture, ...], box: QRectF, theme: Theme) -> None:
    """The pictures under each other, each as large as its share of the box allows."""
    height = (box.height() - GAP * (len(pictures) - 1)) / len(pictures)
    for place, picture in enumerate(pictures):
        share = QRectF(box.x(), box.y() + place * (height + GAP), box.width(), height)
        draw_picture(painter, picture, contained(picture, share), theme)
