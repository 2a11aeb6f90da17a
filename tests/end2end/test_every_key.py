"""Every key, every sequence of a clicker and every touch of the tables, through the two real windows of the real app
with its real server. A key that is not in the table below fails the last test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

import lessons
from polling.commands import (
    Again,
    Cover,
    CoverWith,
    Freeze,
    GoTo,
    HideAnswers,
    Lock,
    Resume,
    StopTimer,
    SwitchLive,
    TeacherCommand,
)
from polling.wire import PositionPart
from presenter.console.key_help import KEYS, KeyHelp
from presenter.console.slide_grid import SlideGrid
from presenter.keys import Action, OpenLink, command_for
from presenter.number_keys import NumberKeys
from presenter.room_copy import RoomSeen
from presenter.stage.content import JoinContent, OpenContent
from presenter.stage.open import placed
from presenter.stage.theme import WIDTH
from tests.end2end.the_app import TheApp
from tests.wire_clients import WirePhone

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
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

---

# Film

![Een snaar](media/string.mp4)

---

# Klaar
"""
TEXT_SLIDE, QUIZ, OPEN, TIMED, FILMED, LAST = range(1, 7)


class Lesson:
    """The app, put back to the same state before each row."""

    def __init__(self, app: TheApp) -> None:
        self.the = app
        self.app = app.app
        self.opened: list[str] = []
        self._told, self._frames = 0, 0
        self.app.video.frame.connect(self._on_frame)
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
        ):
            if is_odd:
                switch()
        self.app.choices.on_volume(50)
        self.opened.clear()
        self._even(lambda position: position.paused, Resume())
        self._even(lambda position: position.frozen, Freeze(False))
        self._even(lambda position: position.hides_answers, HideAnswers(False))
        self._even(lambda position: position.timer is not None, StopTimer())
        if self.app.room.seen.is_locked:
            self.app.link.send(Lock(False))
            self.the.waits_until(lambda: not self.app.room.seen.is_locked)
        self._goes_to(LAST)
        self._frames = 0
        self._goes_to(number)
        if number == FILMED:
            self.the.waits_until(lambda: self._frames > 0)
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
        told = self._told
        self._asked.clear()
        QTest.keyClick(window, key, modifier)
        if any(not isinstance(deed, Action | OpenLink) for deed in self._asked):
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

    def _on_frame(self, _frame: QImage) -> None:
        self._frames += 1

    def _on_room(self, _seen: RoomSeen) -> None:
        self._told += 1

    def _close_sheets(self) -> None:
        for kind in (KeyHelp, SlideGrid):
            for sheet in self.app.console.findChildren(kind):
                sheet.reject()

    def _even(self, is_odd: Callable[[PositionPart], bool], command: TeacherCommand) -> None:
        if is_odd(self.position):
            self.app.link.send(command)
            self.the.waits_until(lambda: not is_odd(self.position))


Such = Callable[[Lesson], bool]
BOTH = ("console", "projector")


@dataclass(frozen=True)
class Row:
    """Keys pressed one after the other at a slide, and what must then hold."""

    name: str
    keys: tuple[Qt.Key, ...]
    holds: Such
    number: int = TEXT_SLIDE
    modifier: Qt.KeyboardModifier = NONE


def _is_at(number: int) -> Such:
    return lambda lesson: lesson.position.number == number


def _covered(cover: Cover) -> Such:
    return lambda lesson: lesson.position.cover is cover


def _shows_slides(lesson: Lesson) -> bool:
    return lesson.app.projector.isVisible()


def _rows(name: str, keys: tuple[Qt.Key, ...], holds: Such, number: int = TEXT_SLIDE) -> list[Row]:
    """A row for each of several keys that mean the same."""
    return [Row(f"{name} by {key.name}", (key,), holds, number) for key in keys]


ROWS = [
    *_rows("next", (Key.Key_Right, Key.Key_Space, Key.Key_PageDown, Key.Key_Return, Key.Key_Enter), _is_at(QUIZ)),
    *_rows("back", (Key.Key_Left, Key.Key_PageUp), _is_at(OPEN), TIMED),
    Row("skip", (Key.Key_Right,), _is_at(OPEN), QUIZ, SHIFT),
    *_rows("black", (Key.Key_B, Key.Key_Period), _covered(Cover.BLACK)),
    Row("white", (Key.Key_W,), _covered(Cover.WHITE)),
    Row("join screen", (Key.Key_Q,), _covered(Cover.JOIN)),
    Row("pause", (Key.Key_P,), lambda lesson: lesson.position.paused),
    Row("freeze", (Key.Key_F,), lambda lesson: lesson.position.frozen),
    Row("hide what is typed", (Key.Key_H,), lambda lesson: lesson.position.hides_answers, OPEN),
    Row("lock", (Key.Key_S,), lambda lesson: lesson.app.room.seen.is_locked),
    Row("timer", (Key.Key_T,), lambda lesson: lesson.position.timer is not None, TIMED),
    Row("live", (Key.Key_L,), lambda lesson: lesson.position.is_live, QUIZ),
    Row("names", (Key.Key_N,), lambda lesson: lesson.app.placement.outlook.shows_names),
    Row("film", (Key.Key_V,), lambda lesson: lesson.app.video.state.is_playing, FILMED),
    Row("grid", (Key.Key_G,), lambda lesson: lesson.sheet(SlideGrid)),
    *_rows("all keys", (Key.Key_Question, Key.Key_F1), lambda lesson: lesson.sheet(KeyHelp)),
    Row("ring", (Key.Key_D,), lambda lesson: lesson.app.choices.settings.is_donut),
    Row("counts", (Key.Key_C,), lambda lesson: lesson.app.choices.settings.counts_lead),
    *_rows("louder", (Key.Key_Plus, Key.Key_Equal), lambda lesson: lesson.app.choices.settings.volume == 60),
    Row("softer", (Key.Key_Minus,), lambda lesson: lesson.app.choices.settings.volume == 40),
    Row("sound off", (Key.Key_M,), lambda lesson: lesson.app.choices.settings.is_muted),
    Row("swap", (Key.Key_X,), lambda lesson: lesson.app.screens.plan.projector == "laptop"),
    Row("leave the slides", (Key.Key_Escape,), lambda lesson: not lesson.app.projector.isVisible()),
    Row("slides", (Key.Key_F5,), _shows_slides),
    Row("link", (Key.Key_O,), lambda lesson: lesson.opened == ["https://example.org/kaart"]),
    Row("link by number", (Key.Key_1, Key.Key_O), lambda lesson: lesson.opened == ["https://example.org/kaart"]),
    Row("number", (Key.Key_4, Key.Key_Enter), _is_at(TIMED)),
    # What clickers send.
    Row("clicker forth and back", (Key.Key_PageDown, Key.Key_PageUp), _is_at(TEXT_SLIDE)),
    Row("clicker through a question", (Key.Key_PageDown,) * 3, _is_at(OPEN), QUIZ),
    Row("clicker black and on", (Key.Key_Period, Key.Key_PageDown), _covered(Cover.NONE)),
    Row("clicker black twice", (Key.Key_B, Key.Key_B), _covered(Cover.NONE)),
    Row("clicker start once more", (Key.Key_F5, Key.Key_Escape, Key.Key_F5), _shows_slides),
    Row("clicker stop", (Key.Key_F5, Key.Key_Escape), lambda lesson: not _shows_slides(lesson)),
    Row("clicker black, then shows again", (Key.Key_Period, Key.Key_Period), _covered(Cover.NONE)),
]  # fmt: skip


@pytest.fixture(scope="module")
def lesson(
    qapp: QApplication, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Lesson]:
    """One app for all rows."""
    folder = tmp_path_factory.mktemp("every_key")
    (folder / "media").mkdir()
    shutil.copy(FILM, folder / "media")
    (folder / "les.md").write_text(TEXT, "utf-8")
    app = TheApp(qapp, QtBot(request), folder / "les.md", folder / "data")
    app.shows(JoinContent, lambda content: bool(content.url))
    yield Lesson(app)
    app.ends()


@pytest.fixture(autouse=True)
def no_browser(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that only remembers."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: lesson.opened.append(url.toString()) is None)


@pytest.mark.parametrize("window", BOTH)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
@pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "No RHI backend", "No audio device", extend=True)
def test_every_key_on_both_windows(row: Row, window: str, lesson: Lesson) -> None:
    lesson.at(row.number)
    for key in row.keys:
        lesson.presses(getattr(lesson.app, window), key, row.modifier)
    lesson.the.waits_until(lambda: row.holds(lesson))


def _taps(lesson: Lesson, point: QPointF) -> None:
    """Tap this point of the stage's canvas on the projector, as the first tap for a while."""
    lesson.app.taps._last_s = float("-inf")
    stage = lesson.app.projector.canvas.stage_rect()
    place = stage.topLeft() + point * (stage.width() / WIDTH)
    QTest.mouseClick(lesson.app.projector, Qt.MouseButton.LeftButton, pos=place.toPoint())


@pytest.mark.parametrize(
    ("name", "point", "number", "arrives"),
    [
        ("right", QPointF(1600, 500), TEXT_SLIDE, QUIZ),
        ("middle", QPointF(960, 900), TEXT_SLIDE, QUIZ),
        ("left", QPointF(100, 500), TIMED, OPEN),
    ],
)
def test_a_tap_goes_on_and_back(name: str, point: QPointF, number: int, arrives: int, lesson: Lesson) -> None:
    lesson.at(number)
    _taps(lesson, point)
    lesson.the.waits_until(lambda: lesson.position.number == arrives)


def test_a_tap_on_a_card_hides_it_and_moves_nothing(lesson: Lesson) -> None:
    lesson.at(OPEN)
    address = lesson.app.room.seen.view.address
    assert address is not None
    phone = WirePhone(address.join_url, "Ana")
    phone.sees(lambda state: state.question is not None)
    phone.writes("Daarom")
    content = lesson.the.shows(OpenContent, lambda content: bool(content.cards))
    _taps(lesson, placed(content)[0].box.center())
    lesson.the.shows(OpenContent, lambda content: not content.cards)
    assert lesson.position.number == OPEN
    phone.closes()


@pytest.mark.parametrize(
    ("button", "number", "holds"),
    [
        ("next", TEXT_SLIDE, _is_at(QUIZ)),
        ("back", TIMED, _is_at(OPEN)),
        ("timer", TIMED, lambda lesson: lesson.position.timer is not None),
        ("join", TEXT_SLIDE, _covered(Cover.JOIN)),
        ("pause", TEXT_SLIDE, lambda lesson: lesson.position.paused),
        ("stop", TEXT_SLIDE, lambda lesson: not lesson.app.projector.isVisible()),
    ],
)
def test_every_button_of_the_floating_bar(button: str, number: int, holds: Such, lesson: Lesson) -> None:
    lesson.at(number)
    lesson.has_one_screen()
    lesson.presses(lesson.app.console, Key.Key_F5)
    QTest.mouseMove(lesson.app.projector, lesson.app.projector.rect().center())
    lesson.app.projector.touched.emit()
    lesson.the.waits_until(lesson.app.bar.isVisible)
    QTest.mouseClick(getattr(lesson.app.bar, button), Qt.MouseButton.LeftButton)
    lesson.the.waits_until(lambda: holds(lesson))


@pytest.mark.parametrize(
    ("button", "number", "holds"),
    [
        ("next", TEXT_SLIDE, _is_at(QUIZ)),
        ("back", TIMED, _is_at(OPEN)),
        ("live", QUIZ, lambda lesson: lesson.position.is_live),
        ("timer", TIMED, lambda lesson: lesson.position.timer is not None),
        ("video", FILMED, lambda lesson: lesson.app.video.state.is_playing),
        ("join", TEXT_SLIDE, _covered(Cover.JOIN)),
        ("pause", TEXT_SLIDE, lambda lesson: lesson.position.paused),
        ("black", TEXT_SLIDE, _covered(Cover.BLACK)),
        ("slides", TEXT_SLIDE, lambda lesson: not lesson.app.projector.isVisible()),
    ],
)
@pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "No RHI backend", "No audio device", extend=True)
def test_every_button_of_the_console(button: str, number: int, holds: Such, lesson: Lesson) -> None:
    lesson.at(number)
    lesson.the.waits_until(lambda: getattr(lesson.app.console.bottom, button).isEnabled())
    QTest.mouseClick(getattr(lesson.app.console.bottom, button), Qt.MouseButton.LeftButton)
    lesson.the.waits_until(lambda: holds(lesson))


def test_no_key_is_missing_from_the_table(lesson: Lesson) -> None:
    lesson.at(QUIZ)
    seen = lesson.app.room.seen
    pressed = {key for row in ROWS for key in row.keys}
    for key in Key:
        is_heard = any(command_for(key, held, seen.position, seen.slide) is not None for held in (NONE, SHIFT))
        if is_heard:
            assert key in pressed, f"{key.name} does something, and no row presses it"
    digits = {Key(value) for value in range(Key.Key_0.value, Key.Key_9.value + 1)}
    assert all(NumberKeys().take(digit, 0.0) is not None for digit in digits)
    assert digits & pressed


def test_what_the_sheet_of_keys_names_is_pressed_in_the_table() -> None:
    printed = {part for keys, _ in KEYS for part in keys.split() if part not in ("+", "Shift", "Ctrl")}
    names = {
        "→": Key.Key_Right, "←": Key.Key_Left, "PgDn": Key.Key_PageDown, "PgUp": Key.Key_PageUp, "7": Key.Key_4,
        ".": Key.Key_Period, "Esc": Key.Key_Escape, "?": Key.Key_Question, "2": Key.Key_1, "−": Key.Key_Minus,
    }  # fmt: skip
    pressed = {key for row in ROWS for key in row.keys}
    for name in printed:
        assert names.get(name, getattr(Key, f"Key_{name}", None)) in pressed, name
