"""presenter/tone.py: the tone that tries an output."""

from __future__ import annotations

import wave

import pytest
from PySide6.QtMultimedia import QAudioDevice
from pytestqt.qtbot import QtBot

from presenter.chime import SOUNDS
from presenter.tone import Tone, Trial

PATIENCE_MS = 20_000
pytestmark = pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "No audio device", "QSoundEffect", extend=True)


def tried(tone: Tone) -> list[Trial]:
    """What it says, as it comes."""
    heard: list[Trial] = []
    tone.tried.connect(heard.append)
    return heard


def test_without_an_output_there_is_nowhere_to_go(qtbot: QtBot) -> None:
    tone = Tone()
    heard = tried(tone)
    tone.play(None, 80)
    assert heard == [Trial.NOWHERE]


def test_what_is_off_says_so_and_is_not_tried(qtbot: QtBot) -> None:
    tone = Tone()
    heard = tried(tone)
    tone.play(QAudioDevice(), 0)
    assert heard == [Trial.MUTED]


def test_an_output_plays_or_it_is_said_that_it_does_not(qtbot: QtBot) -> None:
    tone = Tone()
    heard = tried(tone)
    tone.play(QAudioDevice(), 80)
    qtbot.waitUntil(lambda: bool(heard), timeout=PATIENCE_MS)
    assert set(heard) <= {Trial.FAILS, Trial.PLAYS}
    tone.stop()


def test_the_tone_is_short() -> None:
    with wave.open(str(SOUNDS / "trial.wav")) as sound:
        assert 0.3 < sound.getnframes() / sound.getframerate() < 1.5
