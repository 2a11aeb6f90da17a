"""Paints a video: its frame, letter-boxed; before it plays its poster; a clear card when it cannot play."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from presenter.stage.blocks import inline, literal
from presenter.stage.content import VideoContent
from presenter.stage.fit import Style, fitted, laid
from presenter.stage.pictures import contained, draw_picture, file_of, image_of
from presenter.stage.richtext import fitted_flow, look
from presenter.stage.scene import Scene
from presenter.stage.textlayout import fitted_title
from presenter.stage.theme import CARD_CORNER, CONTENT_WIDTH, FLOOR, HEIGHT, SIDE, TITLE_ABOVE, TOP, WIDTH, Theme
from presenter.stage.words import say

_BOTTOM = FLOOR - 20
_SUBTITLE = 54


def covers_strip(content: VideoContent) -> bool:
    """True while the video plays: then it has the whole canvas."""
    return content.frame is not None and not content.problem


def draw(painter: QPainter, scene: Scene, content: VideoContent, t: float) -> None:
    """Paint a video slide."""
    if content.frame is not None and not content.problem:
        _draw_frame(painter, content.frame)
        _draw_subtitle(painter, content.said)
        return
    theme = scene.theme
    y = 60.0
    if content.title:
        title = fitted_title(content.title, CONTENT_WIDTH, TITLE_ABOVE, 2)
        title.draw(painter, SIDE, TOP - 16, theme.ink)
        y = TOP - 16 + title.height + 32
    caption = fitted_flow(content.body, CONTENT_WIDTH, 130, 36, look(theme, is_soft=True))
    bottom = _BOTTOM - (caption.height + 24 if caption.parts else 0)
    caption.draw(painter, SIDE, bottom + 24)
    problem = content.problem or _problem(content, scene.language)
    _draw_still(painter, content, problem, QRectF(SIDE, y, CONTENT_WIDTH, bottom - y), scene)


def _problem(content: VideoContent, language: str) -> str:
    """What is the matter before it has even been tried: its file is not in the lesson."""
    is_lost = content.film is not None and file_of(content.film) is None
    return say(language, "fault_missing") if is_lost else ""


def _draw_frame(painter: QPainter, frame: QImage) -> None:
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), QColor("#000000"))
    size = QSizeF(frame.size()).scaled(QSizeF(WIDTH, HEIGHT), Qt.AspectRatioMode.KeepAspectRatio)
    box = QRectF((WIDTH - size.width()) / 2, (HEIGHT - size.height()) / 2, size.width(), size.height())
    painter.drawImage(box, frame)


def _draw_subtitle(painter: QPainter, said: str) -> None:
    """White on a dark bar in every theme: what is under it is the film's own."""
    if not said:
        return
    told = fitted(literal(said), WIDTH - 2 * SIDE - 80, 200, _SUBTITLE, style=Style(align="centre", leading=1.24))
    bar = QRectF((WIDTH - told.width) / 2 - 40, HEIGHT - 64 - told.height - 36, told.width + 80, told.height + 36)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 190))
    painter.drawRoundedRect(bar, 12, 12)
    told.draw(painter, SIDE + 40, bar.y() + 18, "#FFFFFF")


def _draw_still(painter: QPainter, content: VideoContent, problem: str, room: QRectF, scene: Scene) -> None:
    """The poster with a sign to play on it, or a card with what it is, where it plays or what is the matter."""
    theme, language = scene.theme, scene.language
    is_before = not problem and not content.plays_elsewhere
    if is_before and (box := _draw_before(painter, content, room, theme)) is not None:
        _draw_play(painter, box.center(), theme)
        return
    width = min(room.width(), room.height() * 16 / 9)
    box = QRectF(room.center().x() - width / 2, room.y(), width, room.height())
    painter.setPen(QPen(QColor(theme.line), theme.stroke))
    painter.setBrush(QColor(theme.card))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), CARD_CORNER, CARD_CORNER)
    heading = problem or (say(language, "plays_elsewhere") if content.plays_elsewhere else "")
    told = fitted(
        literal(heading) or inline(content.source),
        box.width() - 160,
        box.height() * 0.4,
        46,
        style=Style(align="centre", is_balanced=True, bold=bool(heading)),
    )
    below = laid(literal(content.source), 36, box.width() - 160, Style(align="centre")) if heading else None
    height = 150 + 40 + told.height + (below.height + 12 if below else 0)
    y = box.center().y() - height / 2
    sign = _draw_mark if problem else _draw_bars if content.plays_elsewhere else _draw_play
    sign(painter, QPointF(box.center().x(), y + 75), theme)
    told.draw(painter, box.x() + 80, y + 190, theme.ink)
    if below is not None:
        below.draw(painter, box.x() + 80, y + 190 + told.height + 12, theme.soft)


def _draw_before(painter: QPainter, content: VideoContent, room: QRectF, theme: Theme) -> QRectF | None:
    """The picture before it plays, and where it stands; None where there is none."""
    if content.poster is not None and image_of(content.poster) is not None:
        box = contained(content.poster, room)
        draw_picture(painter, content.poster, box, theme)
        return box
    if content.still is None:
        return None
    size = QSizeF(content.still.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    box = QRectF(room.center().x() - size.width() / 2, room.y(), size.width(), size.height())
    painter.save()
    path = QPainterPath()
    path.addRoundedRect(box, CARD_CORNER, CARD_CORNER)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.drawImage(box, content.still)
    painter.restore()
    return box


def _draw_play(painter: QPainter, centre: QPointF, theme: Theme) -> None:
    """It can be played."""
    x, y = _draw_disc(painter, centre, theme.accent, theme)
    painter.drawPolygon(QPolygonF([QPointF(x - 22, y - 34), QPointF(x - 22, y + 34), QPointF(x + 38, y)]))


def _draw_bars(painter: QPainter, centre: QPointF, theme: Theme) -> None:
    """It plays now."""
    x, y = _draw_disc(painter, centre, theme.accent, theme)
    for left in (x - 27, x + 9):
        painter.drawRoundedRect(QRectF(left, y - 32, 18, 64), 5, 5)


def _draw_mark(painter: QPainter, centre: QPointF, theme: Theme) -> None:
    """Something is the matter."""
    x, y = _draw_disc(painter, centre, theme.error, theme)
    painter.drawRoundedRect(QRectF(x - 7, y - 40, 14, 50), 7, 7)
    painter.drawEllipse(QPointF(x, y + 32), 9, 9)


def _draw_disc(painter: QPainter, centre: QPointF, colour: str, theme: Theme) -> tuple[float, float]:
    """The disc under a sign, whose brush is then set; its middle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(centre, 75, 75)
    painter.setBrush(QColor(theme.on_option))
    return centre.x(), centre.y()
