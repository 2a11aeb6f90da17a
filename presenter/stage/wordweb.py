"""Paints a word web: its centre, its branches and its words in bubbles. Where they stand is laid out elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from presenter.stage.blocks import literal
from presenter.stage.branches import Branch, branches
from presenter.stage.content import WebContent
from presenter.stage.counting import sentence
from presenter.stage.fit import Style, laid
from presenter.stage.richtext import fitted_flow, look
from presenter.stage.scene import Scene
from presenter.stage.theme import RIGHT, SIDE, SMALLEST, WIDTH, Theme
from presenter.stage.timer import draw_strip, strip_width
from presenter.stage.weblayout import MIDDLE, Place
from presenter.stage.webtext import HEAD_LINE, HEAD_TOP, centre_text, head
from presenter.stage.words import say

_LINE = 80.0
"""The line that the counts stand around."""
_WORD = Style(leading=1.0, align="centre")
_BOLD_WORD = Style(bold=True, leading=1.0, align="centre")


def draw(painter: QPainter, scene: Scene, content: WebContent, t: float) -> None:
    """Paint a word web."""
    theme = scene.theme
    for branch in branches(content.web):
        _draw_branch(painter, scene, branch, t)
    _draw_centre(painter, content, theme)
    for place in content.web.places:
        _draw_word(painter, scene, place, t)
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
        text += "  ·  " + say(language, "more", count=content.web.hidden)
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


def _draw_word(painter: QPainter, scene: Scene, place: Place, t: float) -> None:
    theme = scene.theme
    arrived = scene.value(f"in {place.key}", 1.0, t)
    x = scene.value(f"x {place.key}", place.x, t)
    y = scene.value(f"y {place.key}", place.y, t)
    size = scene.value(f"size {place.key}", place.size, t)
    painter.save()
    painter.setOpacity(painter.opacity() * arrived)
    painter.translate(x, y)
    grown = size / place.size * (0.8 + 0.2 * arrived)
    painter.scale(grown, grown)
    painter.setPen(QPen(QColor(theme.tint_lines[place.colour]), 3 if not theme.is_hollow else 4))
    painter.setBrush(QColor(theme.tints[place.colour]))
    box = QRectF(-place.width / 2, -place.height / 2, place.width, place.height)
    painter.drawRoundedRect(box, place.height / 2, place.height / 2)
    made = laid(literal(place.text), place.size, place.width + 40, _BOLD_WORD if place.is_bold else _WORD)
    made.draw(painter, -place.width / 2 - 20, -made.height / 2 - place.size * 0.03, theme.ink)
    painter.restore()


def _draw_branch(painter: QPainter, scene: Scene, branch: Branch, t: float) -> None:
    arrived = scene.value(f"in {branch.key}", 1.0, t)
    path = QPainterPath(QPointF(*MIDDLE))
    end = QPointF(
        scene.value(f"x {branch.key}", branch.end_x, t),
        scene.value(f"y {branch.key}", branch.end_y, t),
    )
    path.quadTo(QPointF(branch.bend_x, branch.bend_y), end)
    before = painter.opacity()
    painter.setOpacity(before * arrived)
    painter.setPen(QPen(QColor(scene.theme.line), 5 if not scene.theme.is_hollow else 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setOpacity(before)
