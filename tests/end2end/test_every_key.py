"""Every key, every sequence of a clicker and every touch of the tables, through the two real windows of the real app
with its real server. A key that is not in the table below fails the last test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from polling.commands import Cover
from polling.wire import TallyPart
from presenter.console.key_help import KEYS, KeyHelp
from presenter.console.slide_grid import SlideGrid
from presenter.keys import command_for
from presenter.number_keys import NumberKeys
from presenter.stage.content import JoinContent, OpenContent, WebContent
from presenter.stage.open import placed
from presenter.stage.theme import WIDTH
from tests.end2end.steady_lesson import (
    CTRL,
    FILM,
    FILMED,
    NONE,
    OPEN,
    QUIZ,
    SHIFT,
    TEXT,
    TEXT_SLIDE,
    TIMED,
    WEB,
    Lesson,
)
from tests.end2end.the_app import TheApp
from tests.wire_clients import WirePhone

Key = Qt.Key
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


def _has_the_board(lesson: Lesson) -> bool:
    """The browser was there, and the slides are back."""
    return len(lesson.opened) == 1 and not lesson.app.placement.outlook.is_aside and _shows_slides(lesson)


def _stands_still(lesson: Lesson) -> bool:
    """The lesson has gone on, and the class still sees the slide before."""
    return lesson.position.number == QUIZ and lesson.the.scene.slide == f"s{TEXT_SLIDE}"


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
    Row("freeze and go on", (Key.Key_F, Key.Key_Right), _stands_still),
    Row("freeze twice", (Key.Key_F, Key.Key_F), lambda lesson: not lesson.position.frozen),
    Row("hide twice", (Key.Key_H, Key.Key_H), lambda lesson: not lesson.position.hides_answers, OPEN),
    Row("hide what is typed", (Key.Key_H,), lambda lesson: lesson.position.hides_answers, OPEN),
    Row("lock", (Key.Key_S,), lambda lesson: lesson.app.room.seen.is_locked),
    Row("timer", (Key.Key_T,), lambda lesson: lesson.position.timer is not None, TIMED),
    Row("live", (Key.Key_L,), lambda lesson: lesson.position.is_live, QUIZ),
    Row("names", (Key.Key_N,), lambda lesson: lesson.app.placement.outlook.shows_names),
    Row("film", (Key.Key_V,), lambda lesson: lesson.app.video.state.is_playing, FILMED),
    Row("a question in between", (Key.Key_A,), lambda lesson: QApplication.activePopupWidget() is not None),
    Row("grid", (Key.Key_G,), lambda lesson: lesson.sheet(SlideGrid)),
    *_rows("all keys", (Key.Key_Question, Key.Key_F1), lambda lesson: lesson.sheet(KeyHelp)),
    Row("ring", (Key.Key_D,), lambda lesson: lesson.app.choices.settings.is_donut),
    Row("cloud", (Key.Key_D,), lambda lesson: lesson.app.choices.settings.is_cloud, WEB),
    Row("words arranged anew", (Key.Key_R,), lambda lesson: lesson.arranged == 1, WEB),
    Row("counts", (Key.Key_C,), lambda lesson: lesson.app.choices.settings.counts_lead),
    *_rows("louder", (Key.Key_Plus, Key.Key_Equal), lambda lesson: lesson.app.choices.settings.volume == 60),
    Row("softer", (Key.Key_Minus,), lambda lesson: lesson.app.choices.settings.volume == 40),
    Row("sound off", (Key.Key_M,), lambda lesson: lesson.app.choices.settings.is_muted),
    Row("swap", (Key.Key_X,), lambda lesson: lesson.app.screens.plan.projector == "laptop"),
    Row("leave the slides", (Key.Key_Escape,), lambda lesson: not lesson.app.projector.isVisible()),
    Row("slides", (Key.Key_F5,), _shows_slides),
    Row("link", (Key.Key_O,), lambda lesson: lesson.opened == ["https://example.org/kaart"]),
    Row("link by number", (Key.Key_O, Key.Key_2), lambda lesson: lesson.opened == ["https://example.org/2"], TIMED),
    Row("browser", (Key.Key_O,), lambda lesson: lesson.app.placement.outlook.is_aside),
    *(Row(f"back from the browser by {key.name}", (Key.Key_O, key), _has_the_board)
      for key in (Key.Key_O, Key.Key_F5, Key.Key_PageDown, Key.Key_B, Key.Key_P)),
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


def test_a_tap_on_a_word_hides_it_and_a_tap_on_a_frozen_board_does_nothing(lesson: Lesson) -> None:
    lesson.at(WEB)
    address = lesson.app.room.seen.view.address
    assert address is not None
    phone = WirePhone(address.join_url, "Bo")
    phone.sees(lambda state: state.question is not None)
    phone.sends("zee")
    content = lesson.the.shows(WebContent, lambda content: bool(content.web.places))
    place = QPointF(content.web.places[0].x, content.web.places[0].y)
    lesson.presses(lesson.app.console, Key.Key_F)
    lesson.the.waits_until(lambda: lesson.position.frozen)
    sent: list[object] = []
    lesson.app.taps.wanted.connect(sent.append)
    _taps(lesson, place)
    assert sent == []
    lesson.presses(lesson.app.console, Key.Key_F)
    lesson.the.waits_until(lambda: not lesson.position.frozen)
    _taps(lesson, place)
    lesson.the.shows(WebContent, lambda content: not content.web.places)
    assert lesson.position.number == WEB
    phone.closes()


def _tally(lesson: Lesson) -> TallyPart:
    tally = lesson.app.room.seen.tally
    assert tally is not None
    return tally


ANSWER_ROWS = [
    Row("star", (Key.Key_Asterisk,), lambda lesson: _tally(lesson).answers[0].is_starred),
    Row("large", (Key.Key_E,), lambda lesson: bool(_tally(lesson).enlarged)),
    Row("all again", (Key.Key_Escape,), lambda lesson: not _tally(lesson).enlarged and _shows_slides(lesson)),
    Row("hide", (Key.Key_Space,), lambda lesson: not _tally(lesson).answers[0].is_shown),
    Row("undo", (Key.Key_Z,), lambda lesson: _tally(lesson).answers[0].is_shown, modifier=CTRL),
]
"""Keys of an answer that was gone to with Tab, one after the other."""


def test_every_key_of_an_answer(lesson: Lesson) -> None:
    lesson.at(OPEN)
    address = lesson.app.room.seen.view.address
    assert address is not None
    phone = WirePhone(address.join_url, "Cas")
    phone.sees(lambda state: state.question is not None)
    phone.writes("Omdat")
    lesson.the.shows(OpenContent, lambda content: bool(content.cards))
    answers = lesson.app.console.results.answers
    for row in ANSWER_ROWS:
        lesson.app.console.activateWindow()
        answers.setFocus(Qt.FocusReason.TabFocusReason)
        answers.setCurrentIndex(answers.model().index(0, 0))
        lesson.the.waits_until(answers.hasFocus)
        lesson.presses(answers, row.keys[0], row.modifier)
        lesson.the.waits_until(lambda row=row: row.holds(lesson))  # type: ignore[misc]
    answers.clearFocus()
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


@pytest.mark.parametrize(
    ("button", "number", "holds"),
    [
        ("top.swap", TEXT_SLIDE, lambda lesson: lesson.app.screens.plan.projector == "laptop"),
        ("results.hide_all", OPEN, lambda lesson: lesson.position.hides_answers),
        ("links.rows.1", TIMED, lambda lesson: lesson.opened == ["https://example.org/2"]),
    ],
)
def test_every_other_button_for_the_board(button: str, number: int, holds: Such, lesson: Lesson) -> None:
    lesson.at(number)
    QTest.mouseClick(_button(lesson, button), Qt.MouseButton.LeftButton)
    lesson.the.waits_until(lambda: holds(lesson))


@pytest.mark.parametrize(
    ("key", "line", "undone"),
    [
        (Key.Key_F, "frozen", lambda lesson: not lesson.position.frozen),
        (Key.Key_H, "hidden", lambda lesson: not lesson.position.hides_answers),
        (Key.Key_O, "aside", _has_the_board),
    ],
)
def test_what_holds_for_the_board_is_told_with_a_button_to_undo_it(
    key: Qt.Key, line: str, undone: Such, lesson: Lesson
) -> None:
    lesson.at(TEXT_SLIDE)
    told = getattr(lesson.app.console, line)
    assert not told.isVisible()
    lesson.presses(lesson.app.projector, key)
    lesson.the.waits_until(told.isVisible)
    QTest.mouseClick(told.button, Qt.MouseButton.LeftButton)
    lesson.the.waits_until(lambda: undone(lesson) and not told.isVisible())


def _button(lesson: Lesson, path: str) -> QWidget:
    """A widget of the console by the names that lead to it."""
    found: object = lesson.app.console
    for name in path.split("."):
        found = found[int(name)] if isinstance(found, list) else getattr(found, name)
    assert isinstance(found, QWidget)
    return found


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
        ".": Key.Key_Period, "Esc": Key.Key_Escape, "?": Key.Key_Question, "2": Key.Key_2, "−": Key.Key_Minus,
        "*": Key.Key_Asterisk,
    }  # fmt: skip
    pressed = {key for row in (*ROWS, *ANSWER_ROWS) for key in row.keys}
    for name in printed:
        assert names.get(name, getattr(Key, f"Key_{name}", None)) in pressed, name
