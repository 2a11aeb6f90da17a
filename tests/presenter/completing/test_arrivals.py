"""presenter/completing/arrivals.py and inlets.py: the ways into the console, and what becomes of what comes in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from presenter.completing.arrivals import Arrivals
from presenter.completing.inlets import Inlets
from presenter.completing.keeping import KeepDialog
from presenter.completing.window import Completing
from presenter.console.look import dress
from presenter.console.window import Console, Outlook
from presenter.dialogs import Dialog
from presenter.screens import ScreenPlan, Situation
from presenter.settings import Settings
from presenter.words import Words
from tests.presenter.completing.conftest import SHORT
from tests.presenter.completing.hands import asked, chooses_file, clicks, drops, file_mime, picture, presses, text_mime
from tests.presenter.completing.page import page

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
PRIVATE = Outlook(ScreenPlan(Situation.TWO, "laptop", "projector"))


class Desk:
    """A console with its ways in."""

    def __init__(self, qtbot: QtBot, data: Path) -> None:
        settings = Settings(language="nl")
        self._qtbot = qtbot
        self.console = Console(settings, Words("nl"), "linux")
        self.inlets = Inlets(self.console)
        self.arrivals = Arrivals(self.console, settings, data)
        self.inlets.open_wanted.connect(self.arrivals.on_open_wanted)
        self.inlets.given.connect(self.arrivals.on_given)
        self.arrivals.on_outlook(PRIVATE)
        with qtbot.waitActive(self.console):
            self.console.show()
            self.console.activateWindow()

    @property
    def window(self) -> Completing:
        """The completing window, with the keys in it."""
        window = self.arrivals.window
        assert window is not None
        self._qtbot.waitUntil(window.isActiveWindow)
        return window

    def dialog(self) -> Dialog:
        """The dialog of the app on show."""
        self._qtbot.waitUntil(lambda: asked(Dialog) is not None)
        shown = asked(Dialog)
        assert shown is not None
        return shown

    def says(self) -> str:
        """The text of the dialog on show; it is closed."""
        shown = self.dialog()
        text = " ".join(label.text() for label in shown.findChildren(QLabel))
        shown.reject()
        return text


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    dress(qapp, "light")
    QGuiApplication.clipboard().clear()
    desk = Desk(qtbot, tmp_path / "data")
    yield desk
    desk.console.hide()
    desk.console.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def unfinished(tmp_path: Path) -> Path:
    (tmp_path / "les.md").write_text(SHORT, "utf-8")
    return tmp_path / "les.md"


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    (tmp_path / "klaar.md").write_text("---\ntitle: Klaar\n---\n\n# Klaar\n", "utf-8")
    return tmp_path / "klaar.md"


def test_a_pasted_page_is_completed(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(page())
    presses(desk.console, Key.Key_V, Ctrl)
    assert desk.window.head.title.text() == "De maan en haar standen"
    assert desk.window.screen() is desk.console.screen()


def test_other_text_on_the_clipboard_is_no_lesson(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Beste ouders,")
    presses(desk.console, Key.Key_V, Ctrl)
    assert "geen les" in desk.console.passing.text.text()
    QGuiApplication.clipboard().setImage(picture())
    presses(desk.console, Key.Key_V, Ctrl)
    assert desk.arrivals.window is None


def test_a_dropped_lesson_with_gaps_is_completed(desk: Desk, unfinished: Path) -> None:
    assert drops(desk.console, file_mime(unfinished))
    assert desk.window.head.left.text() == "nog 4 van 4"


def test_a_dropped_text_is_taken_like_a_pasted_one(desk: Desk) -> None:
    assert drops(desk.console, text_mime(page()))
    assert desk.window.head.left.text() == "nog 7 van 7"


def test_nothing_else_can_be_dropped(desk: Desk) -> None:
    mime = text_mime("")
    mime.clear()
    assert not drops(desk.console, mime)


@pytest.mark.parametrize("way", ["key", "menu"])
def test_a_lesson_is_opened_from_a_file(way: str, qtbot: QtBot, desk: Desk, unfinished: Path) -> None:
    if way == "key":
        presses(desk.console, Key.Key_O, Ctrl)
    else:
        desk.console.menu.open.trigger()
    qtbot.waitUntil(lambda: asked(QFileDialog) is not None)
    chooses_file(unfinished)
    assert desk.window.draft.path == unfinished


def test_a_whole_lesson_is_asked_about(qtbot: QtBot, desk: Desk, whole: Path) -> None:
    assert drops(desk.console, file_mime(whole))
    assert "Klaar (1 slide)" in desk.says()
    assert drops(desk.console, file_mime(whole))
    desk.dialog()
    with qtbot.waitSignal(desk.arrivals.lesson_wanted) as heard:
        presses(desk.dialog(), Key.Key_Return)
    assert heard.args == [whole]


def test_a_lesson_of_a_newer_format_is_asked_about_and_not_completed(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "nieuw.md").write_text(f"---\nlesson: 99\ntitle: Nieuw\n---\n\n{SHORT}", "utf-8")
    assert drops(desk.console, file_mime(tmp_path / "nieuw.md"))
    assert "Nieuw (4 slides)" in desk.says()


def test_what_is_no_lesson_is_refused_with_a_sentence(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Beste ouders,", "utf-8")
    assert drops(desk.console, file_mime(tmp_path / "brief.txt"))
    assert "brief.txt is geen les" in desk.says()


def test_a_completed_lesson_is_wanted(qtbot: QtBot, desk: Desk, unfinished: Path) -> None:
    drops(desk.console, file_mime(unfinished))
    with qtbot.waitSignal(desk.arrivals.lesson_wanted) as heard:
        clicks(desk.window.foot.give)
    assert heard.args == [unfinished]
    assert desk.arrivals.window is None


def test_one_lesson_at_a_time(desk: Desk, unfinished: Path) -> None:
    drops(desk.console, file_mime(unfinished))
    first = desk.window
    drops(desk.console, text_mime(page()))
    desk.arrivals.on_open_wanted()
    assert desk.arrivals.window is first
    assert first.trouble.text.text() == "Maak eerst deze les af, of sluit dit venster."
    presses(desk.window, Key.Key_Escape)
    assert desk.arrivals.window is None


def test_the_window_follows_the_screens_and_the_settings(desk: Desk, unfinished: Path) -> None:
    desk.arrivals.on_settings(Settings(language="en"))
    desk.arrivals.on_settings(Settings(language="nl"))
    drops(desk.console, file_mime(unfinished))
    assert not desk.window.seen.isVisible()
    desk.arrivals.on_outlook(Outlook(ScreenPlan(Situation.MIRRORED, "laptop", None)))
    assert desk.window.seen.isVisible()
    desk.arrivals.on_settings(Settings(language="en", theme="dark"))
    assert desk.window.panel.asks.text() == "Which answer is right?"
    assert desk.window.seen.text.text() == "The class may see this screen too."


def test_the_app_is_left_at_once_when_nothing_waits(qtbot: QtBot, desk: Desk, unfinished: Path) -> None:
    with qtbot.waitSignal(desk.arrivals.may_leave):
        desk.arrivals.on_leaving()
    drops(desk.console, file_mime(unfinished))
    with qtbot.waitSignal(desk.arrivals.may_leave):
        desk.arrivals.on_leaving()


def test_what_waits_to_be_saved_is_asked_about_before_the_app_is_left(
    qtbot: QtBot, desk: Desk, unfinished: Path
) -> None:
    drops(desk.console, file_mime(unfinished))
    presses(desk.window, Key.Key_B)
    with qtbot.assertNotEmitted(desk.arrivals.may_leave):
        desk.arrivals.on_leaving()
        presses(desk.dialog(), Key.Key_Escape)
        qtbot.waitUntil(desk.window.isActiveWindow)
    desk.arrivals.on_leaving()
    shown = desk.dialog()
    assert isinstance(shown, KeepDialog)
    with qtbot.waitSignal(desk.arrivals.may_leave):
        clicks(shown.keep)
    assert "[x]" in unfinished.read_text("utf-8")


def test_after_going_back_closing_the_window_does_not_leave_the_app(qtbot: QtBot, desk: Desk, unfinished: Path) -> None:
    drops(desk.console, file_mime(unfinished))
    presses(desk.window, Key.Key_B)
    desk.arrivals.on_leaving()
    presses(desk.dialog(), Key.Key_Escape)
    with qtbot.assertNotEmitted(desk.arrivals.may_leave):
        presses(desk.window, Key.Key_S, Ctrl)
        presses(desk.window, Key.Key_Escape)
    assert desk.arrivals.window is None
