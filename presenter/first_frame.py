"""Finds the first picture of a film without showing or hearing it: what stands for it until it plays, and whether it
plays here at all. One film at a time."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QImage

from presenter.film_file import Fault, look
from presenter.steering import Steering

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame

PATIENCE_MS = 10_000
LARGEST = QSize(1920, 1080)
"""A picture is kept at most this large: that of the board."""

_log = logging.getLogger(__name__)


class FirstFrame(QObject):
    """Looks at one film after another; each `find` is followed by one `found` or `failed`, never at once."""

    found = Signal(QImage)
    failed = Signal(str)
    """Carries the Fault."""

    def __init__(self, patience_ms: int = PATIENCE_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player: QMediaPlayer | None = None
        self._steering: Steering | None = None
        self._path: Path | None = None
        self._start_ms = 0
        self._is_free = True
        """True when the player has let go of the film before. Until then what it says is about that one."""
        self._is_asked = False
        """True when what the player says is about this film."""
        self._is_loaded = False
        self._fault: Fault | None = None
        self._patience = QTimer(self, singleShot=True, interval=patience_ms)
        self._patience.timeout.connect(self.on_patience_over)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.on_soon)

    def find(self, path: Path, start_ms: int = 0) -> None:
        """Look for the picture at this moment of the film."""
        self._path, self._start_ms = path, start_ms
        self._is_asked = self._is_loaded = False
        fault = look(path)
        steering = self._steering or self._make_player()
        if steering is None or fault in (Fault.MISSING, Fault.EMPTY):
            self._fault = fault or Fault.NO_PLAYER
            self._soon.start()
            return
        self._patience.start()
        if self._is_free:
            self._ask(path)

    def stop(self) -> None:
        """Look at nothing any more, answer nothing, and let go of the file. Before an answer too: the next film may be
        asked for in it."""
        self._path, self._is_asked, self._is_loaded = None, False, False
        self._patience.stop()
        self._soon.stop()
        if self._steering is not None and not self._is_free:
            self._steering.stop.emit()
            self._steering.load.emit(QUrl())

    @Slot(object)
    def on_frame(self, frame: QVideoFrame) -> None:
        if self._path is None or not self._is_loaded:
            return
        image = frame.toImage() if frame.isValid() else QImage()
        if not image.isNull():
            self.stop()
            self.found.emit(_fitting(image))

    @Slot(object)
    def on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        known = QMediaPlayer.MediaStatus
        if status is known.NoMedia:
            self._is_free = True
            if self._path is not None and self._patience.isActive():
                self._ask(self._path)
        elif not self._is_asked:
            return
        elif status is known.LoadedMedia and not self._is_loaded:
            self._begin()
        elif status is known.InvalidMedia:
            self._fail(Fault.DAMAGED)
        elif status is known.EndOfMedia:
            self._fail(Fault.KIND)

    @Slot()
    def on_patience_over(self) -> None:
        self._fail(Fault.KIND if self._is_loaded else Fault.SLOW)

    def _ask(self, path: Path) -> None:
        assert self._steering is not None
        self._is_free, self._is_asked = False, True
        self._steering.load.emit(QUrl.fromLocalFile(str(path)))

    def _begin(self) -> None:
        assert self._player is not None
        assert self._steering is not None
        if not self._player.hasVideo():
            self._fail(Fault.NO_PICTURE)
            return
        self._is_loaded = True
        if self._start_ms:
            self._steering.seek.emit(self._start_ms)
        self._steering.pause.emit()

    @Slot()
    def on_soon(self) -> None:
        assert self._fault is not None
        self._fail(self._fault)

    def _fail(self, fault: Fault) -> None:
        if self._path is not None:
            found = look(self._path) or fault
            self.stop()
            self.failed.emit(found)

    def _make_player(self) -> Steering | None:
        try:
            from PySide6.QtMultimedia import QMediaPlayer, QVideoSink
        except ImportError as reason:
            _log.info("films do not play here: %s", reason)
            return None
        player, sink = QMediaPlayer(self), QVideoSink(self)
        player.setVideoSink(sink)
        sink.videoFrameChanged.connect(self.on_frame)
        player.mediaStatusChanged.connect(self.on_status)
        self._player, self._steering = player, Steering(player)
        return self._steering


def _fitting(image: QImage) -> QImage:
    if image.width() <= LARGEST.width() and image.height() <= LARGEST.height():
        return image
    return image.scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
