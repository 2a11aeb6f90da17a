"""A media player is told what to do by Qt's event loop."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer
from pytestqt.qtbot import QtBot

from presenter.chime import SOUNDS
from presenter.steering import Steering

pytestmark = pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "No audio device", extend=True)
PATIENCE_MS = 20_000


def test_what_is_asked_is_done_in_order_and_not_at_once(qtbot: QtBot) -> None:
    player = QMediaPlayer()
    steering = Steering(player)
    sound = QUrl.fromLocalFile(str(SOUNDS / "timer-end.wav"))
    steering.load.emit(sound)
    steering.seek.emit(400)
    steering.play.emit()
    assert player.source().isEmpty()
    qtbot.waitUntil(lambda: player.playbackState() is QMediaPlayer.PlaybackState.PlayingState, timeout=PATIENCE_MS)
    assert player.source() == sound
    qtbot.waitUntil(lambda: player.position() >= 400, timeout=PATIENCE_MS)
    steering.pause.emit()
    qtbot.waitUntil(lambda: player.playbackState() is QMediaPlayer.PlaybackState.PausedState, timeout=PATIENCE_MS)
    steering.stop.emit()
    steering.load.emit(QUrl())
    qtbot.waitUntil(lambda: player.source().isEmpty(), timeout=PATIENCE_MS)


def test_what_plays_is_heard_through_another_output(qtbot: QtBot) -> None:
    every = QMediaDevices.audioOutputs()
    if len(every) < 2:
        pytest.skip("this machine has no two outputs for sound")
    player = QMediaPlayer()
    player.setAudioOutput(QAudioOutput(every[0], player))
    steering = Steering(player)
    steering.load.emit(QUrl.fromLocalFile(str(SOUNDS / "timer-end.wav")))
    steering.play.emit()
    qtbot.waitUntil(lambda: player.playbackState() is QMediaPlayer.PlaybackState.PlayingState, timeout=PATIENCE_MS)
    steering.play_through.emit(every[1])
    assert player.audioOutput().device() == every[0]
    qtbot.waitUntil(lambda: player.audioOutput().device() == every[1], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: player.mediaStatus() is QMediaPlayer.MediaStatus.EndOfMedia, timeout=PATIENCE_MS)
