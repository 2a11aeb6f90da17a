"""The sound at the end of a timer."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtMultimedia import QAudioDevice, QMediaDevices
from pytestqt.qtbot import QtBot

from polling.commands import End, ExtendTimer, GoTo, PauseTimer, StartTimer, StopTimer
from presenter.chime import LATE_MS, SOUNDS, Chime, Sound
from presenter.room_copy import RoomCopy
from tests.presenter.pretend_link import PretendLink


class Bell:
    """A chime over a room; its end is reached by the test's own hand."""

    def __init__(self) -> None:
        self.link, self.room = PretendLink(), RoomCopy()
        self.rung = 0
        self.chime = Chime(self.link.now_ms, self._ring)
        self.link.part_arrived.connect(self.room.on_part)
        self.room.changed.connect(self.chime.on_room)
        self.link.send(GoTo("s6"))

    @property
    def waits_ms(self) -> int | None:
        """How long until it rings; None when it will not."""
        timer = self.chime.findChild(QTimer)
        assert timer is not None
        return timer.interval() if timer.isActive() else None

    def comes_to_its_end(self, late_ms: int = 0) -> None:
        """The time that the chime waits for passes."""
        assert self.waits_ms is not None
        self.link.classroom.now_ms += self.waits_ms + late_ms
        self.chime.on_end()

    def _ring(self) -> None:
        self.rung += 1


@pytest.fixture
def bell(qtbot: QtBot) -> Bell:
    return Bell()


def test_a_timer_rings_once_at_its_end(bell: Bell) -> None:
    assert bell.waits_ms is None
    bell.link.send(StartTimer())
    assert bell.waits_ms == 120_000
    bell.link.tells()
    bell.comes_to_its_end()
    assert bell.rung == 1


def test_a_pause_and_more_time_move_the_end(bell: Bell) -> None:
    bell.link.send(StartTimer())
    bell.link.waits(20)
    bell.link.send(PauseTimer())
    assert bell.waits_ms is None
    bell.link.send(StartTimer())
    assert bell.waits_ms == 100_000
    bell.link.send(ExtendTimer())
    assert bell.waits_ms == 130_000


def test_it_rings_on_another_slide_as_well(bell: Bell) -> None:
    bell.link.send(StartTimer())
    bell.link.send(GoTo("s1"))
    bell.comes_to_its_end()
    assert bell.rung == 1


@pytest.mark.parametrize("command", [StopTimer(), End()])
def test_a_timer_that_is_put_away_does_not_ring(bell: Bell, command: StopTimer | End) -> None:
    bell.link.send(StartTimer())
    bell.link.send(command)
    assert bell.waits_ms is None


def test_one_that_was_over_long_ago_does_not_ring(bell: Bell) -> None:
    bell.link.send(StartTimer())
    bell.comes_to_its_end(late_ms=LATE_MS)
    assert bell.rung == 0


def test_an_app_that_goes_is_silent(bell: Bell) -> None:
    bell.link.send(StartTimer())
    bell.chime.stop()
    assert bell.waits_ms is None


@pytest.mark.parametrize("path", sorted(SOUNDS.glob("*.wav")), ids=lambda path: path.name)
def test_our_sounds_are_short_soft_and_end_in_silence(path: Path) -> None:
    with wave.open(str(path)) as file:
        frames = file.readframes(file.getnframes())
        assert file.getnframes() / file.getframerate() < 2.0
    samples = memoryview(frames).cast("h")
    assert 8_000 < max(abs(sample) for sample in samples) < 20_000
    assert max(abs(sample) for sample in samples[-20:]) < 200


@pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "No audio device", extend=True)
def test_the_real_player_plays_the_sound_to_its_end(qtbot: QtBot) -> None:
    sound = Sound("timer-end")
    sound.play()
    player = sound._player
    assert player is not None
    qtbot.waitUntil(lambda: player.mediaStatus() is type(player).MediaStatus.EndOfMedia, timeout=20_000)


@pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "No audio device", extend=True)
def test_it_is_as_loud_and_heard_there_as_was_chosen_before_and_after_the_first_time(qtbot: QtBot) -> None:
    sound = Sound("timer-end", volume=0)
    outputs = QMediaDevices.audioOutputs() or [QAudioDevice()]
    sound.set_output(outputs[-1])
    sound.set_volume(50)
    sound.play()
    player = sound._player
    assert player is not None
    output = player.audioOutput()
    assert output.volume() == pytest.approx(0.25)
    assert output.device() == outputs[-1]
    sound.set_output(outputs[0])
    sound.set_volume(100)
    assert output.volume() == 1.0
    qtbot.waitUntil(lambda: output.device() == outputs[0], timeout=20_000)
