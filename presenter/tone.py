"""One short tone that tries an output, and says whether it plays. It does not choose the output."""

from __future__ import annotations

import logging
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot

from presenter.chime import SOUNDS
from presenter.loudness import as_heard

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QSoundEffect

_log = logging.getLogger(__name__)


class Trial(Enum):
    """How trying went."""

    PLAYS = "plays"
    FAILS = "fails"
    NOWHERE = "nowhere"
    """There is no output at all, or nothing that plays."""
    MUTED = "muted"


class Tone(QObject):
    """Plays through the output it is given. Qt does it from its event loop, for the reason of presenter/steering.py."""

    tried = Signal(object)
    """Carries a Trial."""
    _load = Signal(QUrl)
    _play = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._effect: QSoundEffect | None = None

    def play(self, device: QAudioDevice | None, volume: int) -> None:
        """Try this output, so loud (0 to 100)."""
        self.stop()
        if device is None:
            self.tried.emit(Trial.NOWHERE)
        elif not volume:
            self.tried.emit(Trial.MUTED)
        else:
            self._begin(device, volume)

    def stop(self) -> None:
        """Be still."""
        if self._effect is not None:
            self._effect.disconnect(self)
            self._effect.deleteLater()
            self._effect = None

    def _begin(self, device: QAudioDevice, volume: int) -> None:
        try:
            from PySide6.QtMultimedia import QSoundEffect
        except ImportError as reason:
            _log.info("no sound here: %s", reason)
            self.tried.emit(Trial.NOWHERE)
            return
        queued = Qt.ConnectionType.QueuedConnection
        self._effect = QSoundEffect(device, self)
        self._effect.setVolume(as_heard(volume))
        self._effect.statusChanged.connect(self.on_status)
        self._effect.playingChanged.connect(self.on_playing)
        self._load.connect(self._effect.setSource, queued)
        self._play.connect(self._effect.play, queued)
        self._load.emit(QUrl.fromLocalFile(str(SOUNDS / "trial.wav")))

    @Slot()
    def on_status(self) -> None:
        from PySide6.QtMultimedia import QSoundEffect

        status = None if self._effect is None else self._effect.status()
        if status is QSoundEffect.Status.Ready:
            self._play.emit()
        elif status is QSoundEffect.Status.Error:
            self.tried.emit(Trial.FAILS)

    @Slot()
    def on_playing(self) -> None:
        if self._effect is not None and self._effect.isPlaying():
            self.tried.emit(Trial.PLAYS)
