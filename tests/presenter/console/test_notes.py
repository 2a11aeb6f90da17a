"""presenter/console/notes.py: the notes and their size."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from presenter.console.notes import Notes
from presenter.settings import MAX_NOTES_PX, MIN_NOTES_PX
from presenter.words import Words


def test_the_size_can_be_chosen_within_bounds(qtbot: QtBot) -> None:
    notes = Notes(MAX_NOTES_PX - 1)
    qtbot.addWidget(notes)
    told: list[int] = []
    notes.resized.connect(told.append)
    notes.larger.click()
    notes.larger.click()
    assert told == [MAX_NOTES_PX]
    assert not notes.larger.isEnabled()
    for _ in range(20):
        notes.smaller.click()
    assert told[-1] == MIN_NOTES_PX
    assert not notes.smaller.isEnabled()


def test_notes_are_plain_and_covered_when_asked(qtbot: QtBot) -> None:
    notes = Notes(18)
    qtbot.addWidget(notes)
    notes.show_notes("Vraag <b>eerst</b>", Words("nl"), "")
    assert notes.text.toPlainText() == "Vraag <b>eerst</b>"
    notes.show_notes("Vraag <b>eerst</b>", Words("nl"), "Verborgen.")
    assert notes.text.toPlainText() == "Verborgen."
    notes.show_notes("", Words("nl"), "")
    assert notes.text.toPlainText() == "Geen notities bij deze slide."
