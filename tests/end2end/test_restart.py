"""Killed in the middle of a question: the server under the real app, and the app itself. Nothing stored is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from polling import commands, running, sessions, wire
from presenter.opening import decide
from presenter.stage.content import JoinContent, QuizContent
from tests.browser_phone import BrowserPhone
from tests.classroom import LESSON
from tests.end2end.conftest import OpenPhone
from tests.end2end.the_app import TheApp
from tests.wire_clients import PATIENCE_S, WirePhone, WireTeacher


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    path = tmp_path / "les.md"
    path.write_text(LESSON.replace("time: 30", "time: 5:00"), "utf-8")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def the_app(qapp: QApplication, qtbot: QtBot, lesson: Path, data: Path) -> Iterator[TheApp]:
    app = TheApp(qapp, qtbot, lesson, data)
    yield app
    app.ends()


def counts(app: TheApp) -> tuple[int, ...]:
    tally = app.app.room.seen.tally
    return () if tally is None else tally.counts


def test_a_killed_server_is_back_and_so_are_the_phones(the_app: TheApp, open_phone: OpenPhone, data: Path) -> None:
    join_url = the_app.shows(JoinContent, lambda content: bool(content.url)).url
    phones = [BrowserPhone(open_phone(join_url)) for _ in range(3)]
    for phone, name in zip(phones, ("Amira", "Bram", "Sofie"), strict=True):
        phone.joins(name)
    the_app.presses(Qt.Key.Key_Right)
    the_app.presses(Qt.Key.Key_Right)
    the_app.is_at(2, "asking")
    for phone, letter in zip(phones, "ABB", strict=True):
        phone.chooses(letter)
    the_app.waits_until(lambda: counts(the_app) == (1, 2, 0))
    before = running.read(data)
    assert before is not None

    os.kill(before.pid, signal.SIGKILL)
    died_s = time.monotonic()
    the_app.waits_until(lambda: (left := running.read(data)) is not None and left.pid != before.pid)
    witness = WireTeacher(before.teacher_url)
    witness.waits_for(wire.RosterPart, lambda part: part.here == len(phones))
    print(f"all phones back {time.monotonic() - died_s:.1f} s after the kill")

    again = running.read(data)
    assert again is not None
    assert (again.session, again.port, again.join_url) == (before.session, before.port, before.join_url)
    phones[0].chooses("C")
    the_app.waits_until(lambda: counts(the_app) == (0, 2, 1))
    the_app.is_at(2, "asking")
    assert the_app.shows(QuizContent).timer is not None


def test_a_killed_presenter_takes_up_the_same_session_at_the_same_slide(
    qapp: QApplication, qtbot: QtBot, lesson: Path, data: Path
) -> None:
    command = [sys.executable, "-m", "presenter", str(lesson), "--data", str(data), "--host", "127.0.0.1"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    first = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        left = word_of(data)
        teacher = WireTeacher(left.teacher_url)
        phone = WirePhone(left.join_url, "Ana")
        assert phone.welcome
        teacher.does(commands.GoTo("s2"))
        phone.sees(lambda state: state.view == "question")
        phone.chooses("B")
    finally:
        first.kill()
        first.wait(10)
    assert running.is_alive(left)

    found = sessions.unfinished(data, lesson)
    again = TheApp(qapp, qtbot, lesson, data, decide(left, found, lesson, 0.0))
    try:
        again.is_at(2, "asking")
        assert again.app.room.seen.session == left.session
        again.waits_until(lambda: counts(again) == (0, 1, 0))
        assert phone.last(object) is not None
        assert not phone.is_closed
    finally:
        again.ends()


def word_of(data: Path) -> running.Running:
    """Where the server of a presenter that is starting listens, once it does."""
    until_s = time.monotonic() + PATIENCE_S
    while (left := running.read(data)) is None or not running.is_alive(left):
        assert time.monotonic() < until_s
        time.sleep(0.05)
    return left
