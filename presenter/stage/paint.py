"""A scene -> pixels: chooses the painter of its kind. Painters are pure: the same scene and time, the same pixels."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from presenter.stage import chrome, cover, join, join_wifi, open, quiz, text, video, wordweb
from presenter.stage.content import (
    BlankContent,
    JoinContent,
    MessageContent,
    OpenContent,
    QuizContent,
    TextContent,
    VideoContent,
    WebContent,
)
from presenter.stage.scene import Scene
from presenter.stage.theme import HEIGHT, RIGHT, WIDTH

_SMOOTH = (
    QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing | QPainter.RenderHint.SmoothPixmapTransform
)


def paint(painter: QPainter, scene: Scene, t: float) -> None:
    """Paint the scene at time `t` (seconds of the animation clock) on a canvas of 1920 x 1080 logical pixels."""
    painter.save()
    painter.setRenderHints(_SMOOTH)
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), QColor(scene.theme.paper))
    _paint_content(painter, scene, t)
    right = _strip_right(scene)
    if scene.strip is not None and right is not None:
        chrome.draw_strip(painter, scene.strip, scene.theme, scene.language, right)
    if scene.rejoin is not None:
        join.draw_again(painter, scene.rejoin, scene.theme, scene.language)
    painter.restore()


def picture(scene: Scene, size: QSize, t: float = 0.0) -> QImage:
    """The scene as a picture of at most `size` pixels, in the canvas' proportions."""
    whole = QSize(WIDTH, HEIGHT).scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(whole, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(whole.width() / WIDTH, whole.height() / HEIGHT)
    paint(painter, scene, t)
    painter.end()
    return image


def _paint_content(painter: QPainter, scene: Scene, t: float) -> None:
    match scene.content:
        case TextContent() as content:
            text.draw(painter, scene, content, t)
        case QuizContent() as content:
            quiz.draw(painter, scene, content, t)
        case WebContent() as content:
            wordweb.draw(painter, scene, content, t)
        case OpenContent() as content:
            open.draw(painter, scene, content, t)
        case VideoContent() as content:
            video.draw(painter, scene, content, t)
        case JoinContent() as content if content.wifi_code:
            join_wifi.draw(painter, scene, content)
        case JoinContent() as content:
            join.draw(painter, scene, content, t)
        case MessageContent() as content:
            cover.draw_message(painter, scene, content, t)
        case BlankContent() as content:
            cover.draw_blank(painter, content)


def _strip_right(scene: Scene) -> float | None:
    """Where the strip's texts end; None where something covers the strip."""
    match scene.content:
        case TextContent() as content:
            return text.strip_right(content)
        case VideoContent() as content if video.covers_strip(content):
            return None
    return RIGHT
