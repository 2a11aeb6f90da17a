"""The real app with a short lesson that holds everything a key can be for, put back to one state before each press."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import lessons
from polling.commands import (
    Again,
    Back,
    Cover,
    CoverWith,
    Freeze,
    GoTo,
    HideAnswers,
    Lock,
    Next,
    Pause,
    Resume,
    StopTimer,
    SwitchLive,
    TeacherCommand,
)
from polling.wire import PositionPart
from presenter.console.key_help import KeyHelp
from presenter.console.slide_grid import SlideGrid
from presenter.keys import Action, OpenLink
from presenter.room_copy import RoomSeen
from tests.end2end.the_app import TheApp

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
FILM = Path(lessons.__file__).parent / "samples" / "nl-geluid" / "media" / "string.mp4"
TEXT = """# Lees

[Kaart](https://example.org/kaart)

---

# Slaap jij met muziek aan?

- [x] Ja
- [ ] Nee

---

<!-- kind: open -->

# Waarom?

---

<!-- timer: 2:00 -->

# Opdracht

[Een](https://example.org/1) en [twee](https://example.org/2)

---

# Film

![Een snaar](media/string.mp4)

---

<!-- kind: wordweb -->

# Wat hoor je?

---

# Klaar
"""
TEXT_SLIDE, QUIZ, OPEN, TIMED, FILMED, WEB, LAST = range(1, 8)

_MOVES_THE_POSITION = (Freeze, HideAnswers, CoverWith, Pause, Resume, Next, Back)
"""A second key counts from what the room told after these: a third part that comes in between is not enough."""


class Lesson:
    """The app, put back to the same state before each row."""

    def __init__(self, app: TheApp) -> None:
        self.the = app
        self.app = app.app
        self.opened: list[str] = []
        self._told = self.arranged = 0
        self.app.deeds.repack_wanted.connect(self._on_repack)
        self._asked: list[object] = []
        self.app.room.changed.connect(self._on_room)
        self.app.keys.wanted.connect(self._asked.append)
        self._facts = self.app.screens._facts

    def at(self, number: int) -> None:
        """Two screens, slides on the board, this slide at hand, and nothing else switched."""
        self._close_sheets()
        self.app.screens._facts = self._facts
        if self.app.screens.plan.projector != "projector":
            self.app.screens.swap()
        self.app.screens.changed.emit(self.app.screens.plan)
        if self.app.placement.outlook.shows_names:
            self.app.placement.on_switch_names()
        for is_odd, switch in (
            (self.app.choices.settings.is_donut, self.app.choices.on_chart_switched),
            (self.app.choices.settings.counts_lead, self.app.choices.on_figures_switched),
            (self.app.choices.settings.is_cloud, self.app.choices.on_view_switched),
        ):
            if is_odd:
                switch()
        self.app.choices.on_volume(50)
        self.opened.clear()
        self.arranged = 0
        self._even(lambda position: position.paused, Resume())
        self._even(lambda position: position.frozen, Freeze(False))
        self._even(lambda position: position.hides_answers, HideAnswers(False))
        self._even(lambda position: position.timer is not None, StopTimer())
        if self.app.room.seen.is_locked:
            self.app.link.send(Lock(False))
            self.the.waits_until(lambda: not self.app.room.seen.is_locked)
        self._goes_to(LAST)
        self._goes_to(number)
        self.the.waits_until(lambda: self.app.video.state.has_film is (number == FILMED))
        self._even(lambda position: position.phase in ("closed", "revealed"), Again())
        if number == QUIZ:
            self._even(lambda position: position.is_live, SwitchLive())
        self._even(lambda position: position.cover is not Cover.NONE, CoverWith(Cover.NONE))
        self.the.waits_until(lambda: self.app.projector.isVisible())

    @property
    def position(self) -> PositionPart:
        return self.the.position

    def presses(self, window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key; what it asks of the room has come back when this returns."""
        told, revision = self._told, self.position.revision
        self._asked.clear()
        QTest.keyClick(window, key, modifier)
        if any(isinstance(deed, _MOVES_THE_POSITION) for deed in self._asked):
            self.the.waits_until(lambda: self.position.revision > revision)
        elif any(not isinstance(deed, Action | OpenLink) for deed in self._asked):
            self.the.waits_until(lambda: self._told > told)

    def has_one_screen(self) -> None:
        """The projector is pulled out."""
        self.app.screens._facts = self._facts[:1]
        self.app.screens.changed.emit(self.app.screens.plan)

    def sheet(self, kind: type[QDialog]) -> bool:
        """True when a sheet of this kind is open over the console."""
        return any(each.isVisible() for each in self.app.console.findChildren(kind))

    def _goes_to(self, number: int) -> None:
        self.app.link.send(GoTo(f"s{number}"))
        self.the.waits_until(lambda: self.position.number == number)

    def _on_repack(self) -> None:
        self.arranged += 1

    def _on_room(self, _seen: RoomSeen) -> None:
        self._told += 1

    def _close_sheets(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for kind in (KeyHelp, SlideGrid):
            for sheet in self.app.console.findChildren(kind):
                sheet.reject()

    def _even(self, is_odd: Callable[[PositionPart], bool], command: TeacherCommand) -> None:
        if is_odd(self.position):
            self.app.link.send(command)
            self.the.waits_until(lambda: not is_odd(self.position))
