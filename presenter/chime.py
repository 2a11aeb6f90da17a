"""Says softly that a timer is over. It knows when, and asks for the sound; how it is played is `Sound`'s."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Slot

from polling.wire import ClockView
from presenter.loudness import LOUDEST, as_heard
from presenter.room_clock import left_ms
from presenter.room_copy import RoomSeen
from presenter.steering import Steering

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QMediaPlayer

SOUNDS = Path(__file__).parent / "sounds"
LATE_MS = 1_000
"""A timer that was over longer than this when we looked (after a sleep, a restart) makes no sound any more."""

_log = logging.getLogger(__name__)


class Sound(QObject):
    """Plays one of our own sounds. A machine without sound stays silent."""

    def __init__(self, name: str, volume: int = LOUDEST, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = SOUNDS / f"{name}.wav"
        self._volume = volume
        self._output: QAudioDevice | None = None
        self._player: QMediaPlayer | None = None
        self._steering: Steering | None = None

    def play(self) -> None:
        """From the beginning."""
        steering = self._steering or self._made()
        if steering is not None:
            steering.seek.emit(0)
            steering.play.emit()

    @Slot(int)
    def set_volume(self, volume: int) -> None:
        """Be so loud from now on, 0 to 100 as people hear it."""
        self._volume = volume
        if self._player is not None:
            self._player.audioOutput().setVolume(as_heard(volume))

    @Slot(object)
    def set_output(self, device: QAudioDevice) -> None:
        """Be heard there from now on."""
        self._output = device
        if self._steering is not None:
            self._steering.play_through.emit(device)

    def _made(self) -> Steering | None:
        try:
            from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer
        except ImportError as reason:
            _log.info("no sound here: %s", reason)
            return None
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(QAudioOutput(self) if self._output is None else QAudioOutput(self._output, self))
        self._player.audioOutput().setVolume(as_heard(self._volume))
        self._steering = Steering(self._player)
        self._steering.load.emit(QUrl.fromLocalFile(str(self._path)))
        return self._steering


class Chime(QObject):
    """Follows the room's timer: one sound at its end, wherever it was started. A question's clock ends in silence: the
    board and the phones say so."""

    def __init__(self, now_ms: Callable[[], int], play: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self._play = play
        self._clock: ClockView | None = None
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self.on_end)

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        clock = None if seen.position is None or seen.position.ended else seen.position.timer
        if clock == self._clock:
            return
        self._clock = clock
        self._end.stop()
        if clock is not None and clock.ends_at is not None and not clock.up:
            left = left_ms(clock, self._now_ms())
            if left > 0:
                self._end.start(left)

    @Slot()
    def on_end(self) -> None:
        if self._clock is not None and left_ms(self._clock, self._now_ms()) > -LATE_MS:
            self._play()

    def stop(self) -> None:
        """Say nothing any more."""
        self._end.stop()
