"""After the lesson: the real app and its real server, from the last answer to the page, the CSV and the wiping."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from polling import commands, running
from presenter.console.window import Outlook
from presenter.dialogs import Dialog
from presenter.report.bars import BarRow
from presenter.report.said import Chips
from presenter.report.window import ReportWindow
from presenter.screens import ScreenPlan, Situation
from presenter.stage.content import JoinContent
from tests.classroom import LESSON
from tests.end2end.the_app import TheApp
from tests.wire_clients import WirePhone, WireTeacher

TEXT = LESSON.replace("<!-- kind: open -->", "<!-- kind: open\n     answer: Trilling -->")
NAMES = ("Amira Kanarie", "Bram", "<i>Sofie</i>")
SAID = "het gele vogeltje zingt"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def the_app(qapp: QApplication, qtbot: QtBot, tmp_path: Path, data: Path) -> Iterator[TheApp]:
    path = tmp_path / "les.md"
    path.write_text(TEXT, "utf-8")
    app = TheApp(qapp, qtbot, path, data)
    yield app
    app.ends()


def told(data: Path, form: str) -> bytes:
    """What `python -m polling results` prints."""
    command = [sys.executable, "-m", "polling", "results", "--data", str(data), "--format", form]
    return subprocess.run(command, check=True, capture_output=True).stdout


def class_that_answered(app: TheApp, data: Path) -> tuple[WirePhone, ...]:
    """Three phones answer a quiz, a word web and an open question; the last one answers nothing but the first."""
    url = app.shows(JoinContent, lambda content: bool(content.url)).url
    phones = tuple(WirePhone(url, name) for name in NAMES)
    assert all(phone.welcome for phone in phones)
    teacher = WireTeacher(word_of(data).teacher_url)
    for slide, deeds in {
        "s2": [("chooses", "A"), ("chooses", "B"), ("chooses", "A")],
        "s4": [("sends", "zee", "wind"), ("sends", "wind")],
        "s5": [("writes", SAID), ("writes", "trilling")],
    }.items():
        teacher.does(commands.GoTo(slide))
        for phone, (deed, *values) in zip(phones, deeds, strict=False):
            phone.sees(lambda state, slide=slide: state.question is not None and state.question.slide == slide)  # type: ignore[misc]
            getattr(phone, deed)(*values)
    return phones


def word_of(data: Path) -> running.Running:
    left = running.read(data)
    assert left is not None
    return left


def ends_from_the_menu(app: TheApp) -> None:
    """*Les afsluiten*, and yes."""
    app.app.console.menu.end.trigger()
    answers(app, "Les afsluiten")


def answers(app: TheApp, text: str) -> None:
    app.waits_until(lambda: isinstance(QApplication.activeModalWidget(), Dialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def report_of(app: TheApp) -> ReportWindow:
    """The report, once it has opened by itself."""
    app.waits_until(lambda: app.app.reports.window is not None and app.app.reports.window.isVisible())
    window = app.app.reports.window
    assert window is not None
    return window


def shown(window: ReportWindow, kind: type[QWidget]) -> list[str]:
    return [widget.accessibleName() for widget in window.findChildren(kind) if widget.isVisible()]


def test_a_lesson_is_ended_looked_at_saved_and_wiped(
    the_app: TheApp, data: Path, pictures: Path, tmp_path: Path
) -> None:
    phones = class_that_answered(the_app, data)
    ends_from_the_menu(the_app)
    window = report_of(the_app)
    assert phones[0].sees(lambda state: state.view == "ended")
    assert the_app.app.console.isVisible()
    results: dict[str, Any] = json.loads(told(data, "json"))
    quiz = results["questions"][0]
    assert quiz["rounds"][0]["counts"] == [2, 1, 0]
    assert shown(window, BarRow) == [
        "A: Decibel, 2 keer, 67 procent, goed",
        "B: Hertz, 1 keer, 33 procent",
        "C: Meter, 0 keer, 0 procent",
    ]
    assert shown(window, Chips) == ["wind, 2 keer; zee, 1 keer"]
    assert window.page is not None
    rows = window.page.students.texts()
    assert [row[:2] for row in rows] == [
        [
            score["name"],
            f"{score['right']} goed, {score['wrong']} fout, {score['absent']} niet beantwoord",
        ]
        for score in results["scores"]
    ]
    assert rows[1][1:] == [
        "1 goed, 1 fout, 0 niet beantwoord",
        "Vraag 1: fout",
        "Vraag 2: beantwoord",
        "Vraag 3: goed",
    ]
    assert rows[2][1] == "1 goed, 0 fout, 1 niet beantwoord"
    assert window.grab().save(str(pictures / "report.png"))

    window.on_csv_place(str(tmp_path / "les.csv"))
    assert (tmp_path / "les.csv").read_bytes() == told(data, "csv")
    assert SAID.encode() in (tmp_path / "les.csv").read_bytes()

    window.foot.wipe.click()
    answers(the_app, "Wis de les")
    the_app.waits_until(lambda: window.is_wiped)
    assert list((data / "sessions").iterdir()) == []
    kept = [path for path in data.rglob("*") if path.is_file()]
    canaries = (NAMES[0].encode(), SAID.encode())
    assert [path.name for path in kept if any(each in path.read_bytes() for each in canaries)] == []
    window.close()
    the_app.waits_until(lambda: the_app.app.reports.window is None)
    assert the_app.app.console.isVisible()


def test_an_end_from_the_teachers_phone_opens_the_report_covered_on_one_screen(the_app: TheApp, data: Path) -> None:
    class_that_answered(the_app, data)
    the_app.app.placement.changed.emit(Outlook(ScreenPlan(Situation.ONE, "laptop", None)))
    WireTeacher(word_of(data).teacher_url).does(commands.End())
    window = report_of(the_app)
    assert shown(window, BarRow) == []
    assert window.covered.isVisible()
    the_app.waits_until(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_N)
    the_app.waits_until(lambda: shown(window, BarRow) != [])


def test_a_lesson_that_is_only_let_go_shows_no_report_and_is_listed_as_unfinished(
    the_app: TheApp, data: Path, qtbot: QtBot
) -> None:
    the_app.shows(JoinContent, lambda content: bool(content.url))
    reports = the_app.app.reports
    the_app.app.console.menu.past.trigger()
    the_app.waits_until(lambda: reports.past is not None and reports.past.is_complete)
    assert reports.past is not None
    assert [line[4] for line in reports.past.texts()] == ["nu bezig"]
    assert not reports.past.wipe.isEnabled()
    reports.past.look.click()
    window = report_of(the_app)
    assert "nog bezig" in window.going_on.text.text()
    assert not window.foot.wipe.isEnabled()
    window.close()
    with qtbot.waitSignal(the_app.app.leaving.left):
        the_app.app.console.close()
    assert reports.window is None
