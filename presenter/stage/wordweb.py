"""Paints a word web: its centre, its branches and its words in bubbles; or a cloud of the same words alone. Where they
stand is laid out elsewhere."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter, QPainterPath, QPen, QTransform

from presenter.stage.blocks import literal
from presenter.stage.branches import turn
from presenter.stage.content import WebContent
from presenter.stage.counting import sentence
from presenter.stage.fit import Style, laid
from presenter.stage.richtext import fitted_flow, look
from presenter.stage.scene import Scene
from presenter.stage.theme import RIGHT, SIDE, SMALLEST, WIDTH, Theme
from presenter.stage.timer import draw_strip, strip_width
from presenter.stage.webmap import MIDDLE, Branch, Place, View
from presenter.stage.webtext import HEAD_LINE, HEAD_TOP, centre_text, head
from presenter.stage.words import say

_LINE = 80.0
"""The line that the counts stand around."""
_WORD = Style(leading=1.0, align="centre")
_BOLD_WORD = Style(bold=True, leading=1.0, align="centre")
_BLEED = 24.0
"""What letters may stand out of their box: it is drawn too."""
_SWELL = 0.2
"""A word comes in at this share less than its size."""


def draw(painter: QPainter, scene: Scene, content: WebContent, t: float) -> None:
    """Paint a word web."""
    theme = scene.theme
    if content.web.view is View.WEB:
        grouped = {place.key: place.colour for place in content.web.places if place.group}
        for branch in content.web.branches:
            colour = grouped.get(branch.key)
            line = theme.line if colour is None else theme.tint_lines[colour]
            _draw_branch(painter, scene, branch, line, t)
        _draw_centre(painter, content, theme)
    for place in content.web.places:
        _draw_word(painter, scene, place, content.web.view, t)
    if content.is_hidden:
        _draw_hidden(painter, scene, content)
    if content.question:
        _draw_question(painter, scene, content)
    else:
        _draw_context(painter, scene, content)


def _draw_question(painter: QPainter, scene: Scene, content: WebContent) -> None:
    """The question with the clock beside it, and under it its context and the counts."""
    theme = scene.theme
    made = head(content.question, content.context, theme)
    made.question.draw(painter, SIDE, HEAD_TOP, theme.ink)
    made.context.draw(painter, SIDE, made.row)
    _draw_clock(painter, content, HEAD_TOP + HEAD_LINE / 2, 72.0, theme)
    _draw_counts(painter, scene, content, float(RIGHT), made.row + 24)


def _draw_context(painter: QPainter, scene: Scene, content: WebContent) -> None:
    """Counts and clock in one line, and the context in the room that they leave."""
    theme = scene.theme
    left = _draw_clock(painter, content, _LINE, 84.0, theme)
    left = _draw_counts(painter, scene, content, left, _LINE)
    flow = fitted_flow(content.context, left - SIDE - 60, 96, 36, look(theme, is_soft=True), SMALLEST)
    flow.draw(painter, SIDE, _LINE - 48 + max(0.0, (96 - flow.height) / 2))


def _draw_clock(painter: QPainter, content: WebContent, middle: float, height: float, theme: Theme) -> float:
    """The clock at the right, when there is one; says where what stands beside it ends."""
    if content.timer is None:
        return float(RIGHT)
    draw_strip(painter, content.timer, middle - height / 2, theme, height)
    return RIGHT - strip_width(content.timer, height) - 56


def _draw_counts(painter: QPainter, scene: Scene, content: WebContent, right: float, middle: float) -> float:
    """How many words and participants and what is left out, up to `right`; says where it begins."""
    theme, language = scene.theme, scene.language
    told = [say(language, "words", count=content.words)] if content.words else []
    told += [say(language, "pupils", count=content.participants)] if content.participants else []
    text = ", ".join(told)
    if content.web.hidden:
        text += "  ·  " + say(language, "more", count=len(content.web.hidden))
    if not text:
        return right
    made = sentence(text, 36, theme)
    made.draw(painter, right - made.width, middle - made.height / 2, theme.soft)
    return right - made.width


def _draw_centre(painter: QPainter, content: WebContent, theme: Theme) -> None:
    web = content.web
    box = QRectF(0, 0, web.centre_width, web.centre_height)
    box.moveCenter(QPointF(*MIDDLE))
    radius = min(box.height() / 2, 72)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ink))
    painter.drawRoundedRect(box, radius, radius)
    made = centre_text(web.centre)
    made.draw(painter, box.center().x() - made.box / 2, box.center().y() - made.height / 2, theme.paper)


def _draw_hidden(painter: QPainter, scene: Scene, content: WebContent) -> None:
    """In place of the words, under the centre."""
    made = laid(literal(say(scene.language, "hidden")), 42, WIDTH, Style(leading=1.2, align="centre"))
    made.draw(painter, 0, MIDDLE[1] + content.web.centre_height / 2 + 56, scene.theme.soft)


def _draw_word(painter: QPainter, scene: Scene, place: Place, view: View, t: float) -> None:
    """A word where it is now; one that stands still on a screen is copied from a picture of it."""
    arrived = scene.value(f"in {place.key}", 1.0, t)
    x = scene.value(f"x {place.key}", place.x, t)
    y = scene.value(f"y {place.key}", place.y, t)
    size = scene.value(f"size {place.key}", place.size, t)
    grown = size / place.size * (1.0 - _SWELL + _SWELL * arrived)
    before, opacity = painter.transform(), painter.opacity()
    painter.setOpacity(opacity * arrived)
    painter.translate(x, y)
    if grown == 1.0 and can_stamp(painter):
        _draw_stamp(painter, replace(place, key="", x=0.0, y=0.0), scene.theme, view)
    else:
        painter.scale(grown, grown)
        _draw_shape(painter, place, scene.theme, view)
    painter.setTransform(before)
    painter.setOpacity(opacity)


def can_stamp(painter: QPainter) -> bool:
    """True on a screen or a picture; a page or a drawing gets lines and letters."""
    return painter.paintEngine().type() is QPaintEngine.Type.Raster


def _draw_stamp(painter: QPainter, place: Place, theme: Theme, view: View) -> None:
    now = painter.transform()
    ratio = painter.device().devicePixelRatioF()
    image = _stamp(place, theme, view, now.m11(), ratio)
    at = now.map(QPointF(-place.width / 2 - _BLEED, -place.height / 2 - _BLEED))
    painter.setTransform(QTransform())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(QPointF(round(at.x() * ratio) / ratio, round(at.y() * ratio) / ratio), image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)


@lru_cache(maxsize=512)
def _stamp(place: Place, theme: Theme, view: View, scale: float, ratio: float) -> QImage:
    """A picture of a word alone, in the pixels of the screen."""
    width, height = place.width + 2 * _BLEED, place.height + 2 * _BLEED
    whole = scale * ratio
    image = QImage(
        math.ceil(width * whole), math.ceil(height * whole), QImage.Format.Format_ARGB32_Premultiplied
    )  # fmt: skip
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(width / 2, height / 2)
    _draw_shape(painter, place, theme, view)
    painter.end()
    return image


def _draw_shape(painter: QPainter, place: Place, theme: Theme, view: View) -> None:
    """A word around the origin."""
    ink = theme.ink
    if view is View.CLOUD:
        ink = theme.options[place.colour]
    elif place.is_node:
        ink = _draw_node(painter, place, theme)
    else:
        _draw_bubble(painter, place, theme)
    made = laid(literal(place.text), place.size, place.width + 40, _BOLD_WORD if place.is_bold else _WORD)
    made.draw(painter, -place.width / 2 - 20, -made.height / 2 - place.size * 0.03, ink)


def _draw_bubble(painter: QPainter, place: Place, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.tint_lines[place.colour]), 4 if theme.is_hollow else 3))
    painter.setBrush(QColor(theme.tints[place.colour]))
    painter.drawRoundedRect(_box(place), place.height / 2, place.height / 2)


def _draw_node(painter: QPainter, place: Place, theme: Theme) -> str:
    """The node of a group is filled with the group's own colour; gives the ink that is read on it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.options[place.colour]))
    painter.drawRoundedRect(_box(place), 20, 20)
    return theme.on_option


def _box(place: Place) -> QRectF:
    return QRectF(-place.width / 2, -place.height / 2, place.width, place.height)


def _draw_branch(painter: QPainter, scene: Scene, branch: Branch, line: str, t: float) -> None:
    arrived = scene.value(f"in {branch.key}", 1.0, t)
    end = branch.points[-1]
    to = (scene.value(f"x {branch.key}", end[0], t), scene.value(f"y {branch.key}", end[1], t))
    before = painter.opacity()
    painter.setOpacity(before * arrived)
    painter.setPen(_pen(line, scene.theme))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if len(branch.points) == 2:
        painter.drawLine(QPointF(*branch.points[0]), QPointF(*to))
    else:
        painter.drawPath(_path((*branch.points[:-1], to)))
    painter.setOpacity(before)


def _pen(line: str, theme: Theme) -> QPen:
    """Both ends of a branch lie under a bubble or on another branch, so they need no caps."""
    width = 3 if theme.is_hollow else 5
    return QPen(QColor(line), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin)


def _path(points: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        begin, end = turn(before, corner, after)
        path.lineTo(QPointF(*begin))
        path.quadTo(QPointF(*corner), QPointF(*end))
    path.lineTo(QPointF(*points[-1]))
    return path
