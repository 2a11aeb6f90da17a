"""The widget that shows a scene, letter-boxed and animated. It knows scenes only: no room, no lesson.

It paints when something moves and then stops: a scene that equals the one on show costs nothing.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from presenter.stage.content import VideoContent
from presenter.stage.motion import FADE_S, are_over, ease_out, towards
from presenter.stage.paint import paint
from presenter.stage.scene import Scene
from presenter.stage.theme import HEIGHT, WIDTH

_FRAME_MS = 16


class Canvas(QWidget):
    """Shows one scene of 1920 x 1080 logical pixels as large as fits, with black bars where it does not.

    `reduced_motion` shows every change at once.
    """

    def __init__(self, parent: QWidget | None = None, *, reduced_motion: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.reduced_motion = reduced_motion
        self._scene: Scene | None = None
        self._leaving: QPixmap | None = None
        self._fade_begins_s = 0.0
        self._clock = QElapsedTimer()
        self._clock.start()
        self._ticker = QTimer(self, interval=_FRAME_MS)
        self._ticker.timeout.connect(self.on_tick)

    @property
    def scene(self) -> Scene | None:
        """The scene on show."""
        return self._scene

    @property
    def is_moving(self) -> bool:
        """True while something on the canvas still moves."""
        return self._ticker.isActive()

    def set_scene(self, scene: Scene) -> None:
        """Show `scene`: values move from where they are shown now, another slide fades in. What is hidden from the
        class is gone at once."""
        before = self._scene
        if before is not None and before == scene:
            return
        scene = self._keeping_frame(before, scene)
        now_s = self._now_s()
        if before is None or self.reduced_motion or (scene.hides_answers and not before.hides_answers):
            self._leaving = None
        elif before.view != scene.view and self.isVisible() and not self.size().isEmpty():
            self._leaving = self._grabbed()
            self._fade_begins_s = now_s
        if before is not None and before.slide == scene.slide and not self.reduced_motion:
            scene = replace(scene, tweens=towards(scene.goals(), before.goals(), before.tweens, now_s))
        self._scene = scene
        self._move()
        self.update()

    def set_video_frame(self, frame: QImage) -> None:
        """Show this frame of the video; on any other slide it is dropped."""
        if self._scene is None or not isinstance(self._scene.content, VideoContent):
            return
        content = replace(self._scene.content, frame=frame, frame_number=self._scene.content.frame_number + 1)
        self._scene = replace(self._scene, content=content)
        self.update()

    def set_subtitle(self, said: str) -> None:
        """Show this under the video, or nothing when it is empty; on any other slide it is dropped."""
        if self._scene is None or not isinstance(self._scene.content, VideoContent):
            return
        self._scene = replace(self._scene, content=replace(self._scene.content, said=said))
        self.update()

    def stage_rect(self) -> QRectF:
        """Where the stage lies on this widget, in the widget's pixels."""
        size = QSizeF(WIDTH, HEIGHT).scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()
        )

    def on_tick(self) -> None:
        """One step of the animation; the last one stops it."""
        self._move()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene between its bars."""
        painter = QPainter(self)
        self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), QColor("#000000"))
        if self._scene is None:
            return
        painter.save()
        stage = self.stage_rect()
        painter.translate(stage.topLeft())
        painter.scale(stage.width() / WIDTH, stage.height() / HEIGHT)
        painter.setClipRect(QRectF(0, 0, WIDTH, HEIGHT))
        paint(painter, self._scene, self._now_s())
        painter.restore()
        if self._leaving is not None:
            painter.setOpacity(1.0 - ease_out((self._now_s() - self._fade_begins_s) / FADE_S))
            painter.drawPixmap(self.rect(), self._leaving)

    def _grabbed(self) -> QPixmap:
        pixmap = QPixmap(self.size() * self.devicePixelRatioF())
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        painter = QPainter(pixmap)
        self._paint(painter)
        painter.end()
        return pixmap

    def _keeping_frame(self, before: Scene | None, scene: Scene) -> Scene:
        if before is None or before.slide != scene.slide:
            return scene
        old, new = before.content, scene.content
        if not isinstance(old, VideoContent) or not isinstance(new, VideoContent) or new.problem or new.frame:
            return scene
        return replace(scene, content=replace(new, frame=old.frame, frame_number=old.frame_number, said=old.said))

    def _move(self) -> None:
        now_s = self._now_s()
        if self._leaving is not None and now_s >= self._fade_begins_s + FADE_S:
            self._leaving = None
        moves = self._leaving is not None or (self._scene is not None and not are_over(self._scene.tweens, now_s))
        if moves and not self._ticker.isActive():
            self._ticker.start()
        elif not moves:
            self._ticker.stop()

    def _now_s(self) -> float:
        return self._clock.elapsed() / 1000.0
