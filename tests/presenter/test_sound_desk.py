"""presenter/sound_desk.py and the sheet about sound: what the teacher hears of it and does about it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from presenter.console.sound_sheet import SoundSheet
from presenter.console.window import Outlook
from presenter.keys import Action
from presenter.outputs import COMPUTERS, Outputs
from presenter.settings import Output, Settings
from presenter.sound_desk import SoundDesk
from presenter.tone import Trial
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, Desk
from tests.presenter.pretend_devices import PretendDevices

K = Qt.Key


class PretendTone(QObject):
    """A tone that nobody hears."""

    tried = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.played: list[tuple[str, int]] = []
        self.is_still = True

    def play(self, device: object, volume: int) -> None:
        self.is_still = False
        self.played.append(("" if device is None else device.name, volume))  # type: ignore[attr-defined]
        self.tried.emit(Trial.PLAYS if device is not None else Trial.NOWHERE)

    def stop(self) -> None:
        self.is_still = True


class SoundRoom:
    """The sound of one desk."""

    def __init__(self, desk: Desk, *names: str, settings: Settings | None = None) -> None:
        self.console = desk.console
        self.devices = PretendDevices(*names)
        self.settings = settings or Settings(language="nl", volume=60)
        self.outputs = Outputs(self.settings.output, lambda: self.devices)  # type: ignore[arg-type, return-value]
        self.tone = PretendTone()
        self.sound = SoundDesk(desk.console, self.outputs, self.tone, self.settings)  # type: ignore[arg-type]
        self.outputs.look()

    @property
    def sheet(self) -> SoundSheet:
        (sheet,) = self.console.findChildren(SoundSheet)
        return sheet

    def opens(self) -> SoundSheet:
        self.sound.on_sheet_wanted()
        return self.sheet

    def lines(self) -> list[str]:
        """The outputs in the sheet; the one that is chosen begins with a star."""
        rows = self.sheet.list
        marks = ["* " if row == rows.currentRow() else "" for row in range(rows.count())]
        return [mark + rows.item(row).text() for row, mark in enumerate(marks)]


@pytest.fixture
def room(desk: Desk) -> Iterator[SoundRoom]:
    made = SoundRoom(desk, "Luidsprekers", "HDMI 1")
    yield made
    made.outputs.stop()


def test_the_projector_has_the_sound_and_the_teacher_can_say_no(room: SoundRoom) -> None:
    passing = room.console.passing
    assert (passing.text.text(), passing.button.text()) == ("Het geluid klinkt nu via HDMI 1.", "Toch niet")
    asked: list[object] = []
    passing.chosen.connect(asked.append)
    QTest.mouseClick(passing.button, Qt.MouseButton.LeftButton)
    assert asked == [Action.UNDO_OUTPUT]
    room.sound.on_undone()
    assert passing.text.text() == "Het geluid klinkt nu via Luidsprekers."
    assert room.outputs.choice == COMPUTERS


def test_the_sheet_names_the_outputs_and_a_choice_holds_at_once(room: SoundRoom) -> None:
    sheet = room.opens()
    assert room.lines() == ["Zoals de computer kiest (nu: Luidsprekers)", "Luidsprekers", "* HDMI 1"]
    sheet.list.setFocus()
    QTest.keyClick(sheet.list, K.Key_Up)
    assert room.outputs.choice == Output("luidsprekers", "Luidsprekers")
    assert room.lines()[1] == "* Luidsprekers"
    sheet.list.setCurrentRow(0)
    assert room.outputs.choice == COMPUTERS
    sheet.accept()


def test_what_is_plugged_in_while_the_sheet_is_open_appears_in_it(room: SoundRoom) -> None:
    room.opens()
    room.devices.are_now("Luidsprekers", "Headset")
    room.outputs.look()
    assert room.lines() == ["* Zoals de computer kiest (nu: Luidsprekers)", "Luidsprekers", "Headset"]


def test_an_output_that_was_chosen_and_is_away_stays_in_the_sheet(desk: Desk) -> None:
    room = SoundRoom(desk, "Luidsprekers", settings=Settings(language="nl", output=Output("box", "Geluidsbox")))
    assert "Geluidsbox is niet aangesloten" in room.console.passing.text.text()
    room.opens()
    assert room.lines()[-1] == "* Geluidsbox (nu niet aangesloten)"


def test_a_tone_tries_the_output(room: SoundRoom) -> None:
    sheet = room.opens()
    QTest.mouseClick(sheet.trial, Qt.MouseButton.LeftButton)
    assert room.tone.played == [("HDMI 1", 60)]
    assert sheet.told.text().startswith("Er klinkt nu een toon via HDMI 1.")
    sheet.accept()
    assert room.tone.is_still


def test_a_computer_without_sound_says_so_in_the_sheet(desk: Desk) -> None:
    room = SoundRoom(desk)
    sheet = room.opens()
    assert sheet.told.text() == "Deze computer heeft nu geen geluidsuitgang. Sluit een luidspreker of de beamer aan."
    QTest.mouseClick(sheet.trial, Qt.MouseButton.LeftButton)
    assert room.tone.played == [("", 60)]


def test_an_output_that_is_pulled_out_is_said(room: SoundRoom) -> None:
    room.devices.are_now("Luidsprekers")
    room.outputs.look()
    assert room.console.passing.text.text() == "Het geluid klinkt nu via Luidsprekers."
    room.devices.are_now()
    room.outputs.look()
    assert room.console.passing.text.text() == "Er is nu geen geluidsuitgang: films en timers zijn stil."


def test_the_loudness_is_shown_and_asked_for(room: SoundRoom) -> None:
    moved, chosen = list[int](), list[int]()
    room.sound.volume_moved.connect(moved.append)
    room.sound.volume_chosen.connect(chosen.append)
    sheet = room.opens()
    assert (sheet.loud.text(), sheet.loudness.value()) == ("60 %", 60)
    sheet.loudness.setValue(30)
    assert (moved, chosen) == ([30], [30])
    room.sound.on_settings(Settings(language="nl", volume=30, is_muted=True))
    assert (sheet.loud.text(), sheet.loudness.value()) == ("uit", 0)
    room.sound.on_key()
    assert room.console.passing.text.text() == "Geluid uit"
    room.sound.on_settings(Settings(language="nl", volume=30))
    room.sound.on_key()
    assert room.console.passing.text.text() == "Geluid 30 %"


def test_it_never_opens_over_slides_on_the_only_screen_and_opens_once(room: SoundRoom) -> None:
    room.console.show_outlook(Outlook(ONE, is_full_screen=True))
    room.sound.on_sheet_wanted()
    assert room.console.findChildren(SoundSheet) == []
    room.console.show_outlook(Outlook(ONE))
    room.sound.on_sheet_wanted()
    room.sound.on_sheet_wanted()
    assert room.sheet.isVisible()
    room.sheet.reject()
    QApplication.processEvents()
    assert not any(each.isVisible() for each in room.console.findChildren(SoundSheet))


def test_every_control_of_the_sheet_has_a_name(make_desk: MakeDesk) -> None:
    room = SoundRoom(make_desk(language="en"), "Speakers", settings=Settings(language="en"))
    sheet = room.opens()
    assert all(each.accessibleName() for each in (sheet.list, sheet.loudness, sheet.trial))
    assert room.lines()[0] == "* As the computer chooses (now: Speakers)"
