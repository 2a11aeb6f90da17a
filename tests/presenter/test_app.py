"""presenter/app.py: the whole app in this process, with its real server, killed and taken up again."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtMultimedia import QMediaDevices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from polling import running
from polling.commands import Remove
from polling.wire import PROTOCOL, Bye, Hello
from presenter.app import App, Plan
from presenter.console.sound_sheet import SoundSheet
from presenter.opening import Decision
from presenter.server_process import Wish
from presenter.settings import Settings, SettingsFile
from tests.classroom import LESSON
from tests.wire_clients import WirePhone

PATIENCE_MS = 40_000
MakeApp = Callable[..., App]


@pytest.fixture
def make_app(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MakeApp]:
    """Makes apps over one data folder; the last one lets the server go."""
    (tmp_path / "lesson.md").write_text(LESSON, "utf-8")
    apps: list[App] = []

    def make(decision: Decision | None = None, settings: Settings | None = None) -> App:
        wish = Wish(lesson=tmp_path, data=tmp_path / "data", host="127.0.0.1", port=0)
        app = App(qapp, Plan(wish, decision or Decision(), settings or Settings(language="nl")))
        apps.append(app)
        app.begin()
        qtbot.waitUntil(lambda: app.room.seen.is_complete, timeout=PATIENCE_MS)
        return app

    yield make
    apps[-1].leaving.begin()
    qtbot.waitUntil(lambda: all(app.server.running is None for app in apps), timeout=PATIENCE_MS)
    for app in apps:
        app.end()


def at(app: App) -> str:
    """The slide the app shows, as the room told it."""
    position = app.room.seen.position
    return "" if position is None else position.slide


def test_a_killed_server_comes_back_by_itself_and_the_console_says_so(qtbot: QtBot, make_app: MakeApp) -> None:
    app = make_app()
    QTest.keyClick(app.console, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: at(app) == "s1", timeout=PATIENCE_MS)
    found = app.server.running
    assert found is not None
    with qtbot.waitSignal(app.trouble.changed, timeout=PATIENCE_MS) as heard:
        os.kill(found.pid, signal.SIGKILL)
    assert heard.args is not None
    assert heard.args[0].name == "server.away"
    assert "even weg" in app.console.trouble.text.text()
    qtbot.waitUntil(lambda: not app.trouble.matter.name, timeout=PATIENCE_MS)
    assert not app.console.trouble.isVisible()
    assert at(app) == "s1"
    QTest.keyClick(app.console, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: at(app) == "s2", timeout=PATIENCE_MS)


def test_a_presenter_that_vanished_is_taken_over_at_the_same_slide(
    qtbot: QtBot, make_app: MakeApp, tmp_path: Path
) -> None:
    first = make_app()
    QTest.keyClick(first.console, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: at(first) == "s1", timeout=PATIENCE_MS)
    session = first.room.seen.session
    first.link.close()
    left = running.read(tmp_path / "data")
    assert left is not None
    second = make_app(Decision(attach=left))
    assert (second.room.seen.session, at(second)) == (session, "s1")


def test_another_lesson_releases_the_server_that_was_left(qtbot: QtBot, make_app: MakeApp, tmp_path: Path) -> None:
    first = make_app()
    left = running.read(tmp_path / "data")
    assert left is not None
    first.link.close()
    second = make_app(Decision(release=left))
    found = second.server.running
    assert found is not None
    assert found.pid != left.pid


def test_theme_and_language_are_worn_at_once_and_kept(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app()
    app.console.menu.themes["dark"].trigger()
    app.console.menu.languages["en"].trigger()
    assert app.console.bottom.next.text() == "Begin the lesson"
    scene = app.projector.canvas.scene
    assert scene is not None
    assert scene.theme.name == "dark"
    app.console.notes.larger.click()
    kept = SettingsFile(tmp_path / "data").read()
    assert (kept.theme, kept.language, kept.notes_px) == ("dark", "en", 20)


@pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "symbols", "No audio device", extend=True)
def test_the_keys_make_every_sound_softer_and_the_sheet_opens_on_the_outputs_there_are(
    qtbot: QtBot, make_app: MakeApp, tmp_path: Path
) -> None:
    app = make_app(settings=Settings(language="nl", volume=60))
    app.sound.play()
    player = app.sound._player
    assert player is not None
    QTest.keyClick(app.console, Qt.Key.Key_Minus)
    assert player.audioOutput().volume() == pytest.approx(0.25)
    QTest.keyClick(app.console, Qt.Key.Key_M)
    assert player.audioOutput().volume() == 0
    assert app.console.passing.text.text() == "Geluid uit"
    app.console.film.where.click()
    (sheet,) = app.console.findChildren(SoundSheet)
    assert sheet.list.count() == 1 + len(QMediaDevices.audioOutputs())
    sheet.loudness.setValue(90)
    assert player.audioOutput().volume() == pytest.approx(0.81)
    sheet.accept()
    kept = SettingsFile(tmp_path / "data").read()
    assert (kept.volume, kept.is_muted) == (90, False)


def test_a_room_closes_questions_by_itself_as_the_settings_and_then_the_menu_say(
    qtbot: QtBot, make_app: MakeApp, tmp_path: Path
) -> None:
    app = make_app(settings=Settings(language="nl", closes_by_itself=True))
    qtbot.waitUntil(lambda: closes_by_itself(app), timeout=PATIENCE_MS)
    app.console.menu.closing.trigger()
    qtbot.waitUntil(lambda: not closes_by_itself(app), timeout=PATIENCE_MS)
    assert '"closes_by_itself":false' in (tmp_path / "data" / "settings.json").read_text("utf-8")


def closes_by_itself(app: App) -> bool:
    position = app.room.seen.position
    return position is not None and position.closes_by_itself


def test_a_slide_with_too_much_text_is_said_after_the_first_slide_came_and_shown_on_pages(
    qtbot: QtBot, make_app: MakeApp, tmp_path: Path
) -> None:
    wall = "Een lange zin op een slide. " * 200
    (tmp_path / "lesson.md").write_text(f"# Muur\n\n{wall}", "utf-8")
    app = make_app()
    assert not app.console.problems.isVisible()
    qtbot.waitUntil(app.console.problems.isVisible, timeout=PATIENCE_MS)
    assert app.console.problems.list.text().startswith("Slide 1 heeft te veel tekst voor één bord en komt op 3 bladen")
    QTest.keyClick(app.console, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: at(app) == "s1", timeout=PATIENCE_MS)
    assert app.room.seen.position is not None
    assert app.room.seen.position.pages == 3


def test_a_disk_that_refuses_is_said_until_the_room_speaks_again(qtbot: QtBot, make_app: MakeApp) -> None:
    app = make_app()
    qtbot.waitUntil(lambda: not app.trouble.matter.name, timeout=PATIENCE_MS)
    app.link.refused.emit("not_stored")
    assert "schijf vol" in app.console.trouble.text.text()
    assert app.console.trouble.isVisible()
    app.console.people.lock.click()
    qtbot.waitUntil(lambda: app.room.seen.is_locked, timeout=PATIENCE_MS)
    assert not app.console.trouble.isVisible()


def test_another_phone_of_a_student_is_let_in_and_taken_out_from_the_console(qtbot: QtBot, make_app: MakeApp) -> None:
    app = make_app()
    address = app.room.seen.view.address
    assert address is not None
    first = WirePhone(address.join_url, "Ana")
    assert first.welcome.name == "Ana"
    first.closes()
    qtbot.waitUntil(lambda: app.console.people.row_texts() == ["Ana: slaapt"], timeout=PATIENCE_MS)
    second = WirePhone(address.join_url)
    second.say(Hello(proto=PROTOCOL, room_code=address.room_code, name="Ana", again="me"))
    line = app.console.claims
    qtbot.waitUntil(lambda: line.isVisible() and not line.is_fresh, timeout=PATIENCE_MS)
    line.yes.click()
    assert second.welcome.participant == first.welcome.participant
    qtbot.waitUntil(lambda: app.console.people.row_texts() == ["Ana"] and not line.isVisible(), timeout=PATIENCE_MS)
    app.console.wanted.emit(Remove("p1"))
    assert second.waits_for(Bye).reason == "removed"
    second.closes()
    qtbot.waitUntil(lambda: app.console.passing.text.text() == "Ana is uit de les.", timeout=PATIENCE_MS)


def test_closing_the_window_keeps_the_session(qtbot: QtBot, make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app()
    with qtbot.waitSignal(app.leaving.left, timeout=PATIENCE_MS):
        app.console.close()
    assert running.read(tmp_path / "data") is None
