"""presenter/rhythm.py: words that come within a moment come in together, and what goes is gone at once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from polling.commands import Hide
from presenter.rhythm import Rhythm
from presenter.room_copy import RoomCopy, RoomSeen
from tests.presenter.pretend_link import PretendLink

TEXT = "<!-- kind: wordweb -->\n\n# Water"


class Listener:
    """What a board behind the rhythm hears of the words."""

    def __init__(self) -> None:
        self.link = PretendLink(TEXT)
        self.room, self.rhythm = RoomCopy(), Rhythm()
        self.told: list[RoomSeen] = []
        self.link.part_arrived.connect(self.room.on_part)
        self.room.changed.connect(self.rhythm.on_room)
        self.rhythm.changed.connect(self.told.append)
        self.phones = [self.link.joins(name) for name in ("Ana", "Bo")]
        self.link.classroom.goes_to("s1")
        self.sends(0, "zee")

    def sends(self, phone: int, *words: str) -> None:
        self.phones[phone].sends(*words)
        self.link.tells()

    @property
    def words(self) -> list[str]:
        words = self.told[-1].words
        return [] if words is None else [word.text for word in words.words if word.is_shown]


@pytest.fixture
def listener(qapp: QApplication) -> Listener:
    return Listener()


def test_words_that_come_within_a_moment_come_together(listener: Listener, qtbot: QtBot) -> None:
    assert listener.words == ["zee"]
    listener.sends(0, "zee", "ijs")
    listener.sends(1, "bad")
    assert listener.words == ["zee"]
    qtbot.waitUntil(lambda: listener.words == ["zee", "ijs", "bad"])
    assert not any(told.words and len(told.words.words) == 2 for told in listener.told)


def test_a_word_that_goes_is_gone_at_once(listener: Listener) -> None:
    listener.sends(1, "bad")
    listener.link.send(Hide("zee"))
    assert listener.words == ["bad"]


def test_all_else_passes_at_once(listener: Listener) -> None:
    listener.sends(1, "bad")
    listener.link.joins("Chaima")
    listener.link.tells()
    roster = listener.told[-1].view.roster
    assert roster is not None
    assert len(roster.participants) == 3
    assert listener.words == ["zee"]


def test_a_rhythm_that_was_stopped_passes_nothing(listener: Listener) -> None:
    listener.sends(1, "bad")
    listener.rhythm.stop()
    assert listener.words == ["zee"]
