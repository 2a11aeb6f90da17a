"""presenter/report/past.py: the lessons that were given, to look at and to wipe."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from polling import forgetting
from presenter.dialogs import Dialog
from presenter.report.past import PastLessons
from presenter.settings import Settings
from presenter.words import LANGUAGES
from tests.classroom import Classroom
from tests.presenter.names import nameless
from tests.presenter.report.given import classroom, stored

K = Qt.Key
MakeList = Callable[..., PastLessons]


@pytest.fixture
def make_list(qtbot: QtBot, data: Path) -> MakeList:
    """Makes the list and waits until it is complete."""

    def make(running: str = "", language: str = "nl") -> PastLessons:
        window = PastLessons(data, running, Settings(language=language))
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window.is_complete)
        return window

    return make


@pytest.fixture
def sessions_there(data: Path, tmp_path: Path) -> tuple[str, str, str]:
    """An ended one of 2B, an unfinished one without a class, and a file that cannot be read; written in this order."""
    ended = stored(data, tmp_path / "les", classroom(), "2B").started.session
    open_one = stored(data, tmp_path / "les", Classroom(), "", is_ended=False).started.session
    (data / "sessions" / "kapot.sqlite3").write_bytes(b"x" * 5000)
    for age, session in enumerate(("kapot", open_one, ended)):
        os.utime(data / "sessions" / f"{session}.sqlite3", (10_000 - age, 10_000 - age))
    return ended, open_one, "kapot"


def chooses(window: PastLessons, row: int) -> None:
    window.table.setCurrentCell(row, 0)


def answers(qtbot: QtBot, text: str) -> str:
    """Press this button of the question that is open; what it asked."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Dialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    label = dialog.body.itemAt(1).widget()
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()
    return label.text()  # type: ignore[attr-defined, no-any-return]


def test_every_lesson_is_a_line_the_latest_first(sessions_there: tuple[str, str, str], make_list: MakeList) -> None:
    lines = make_list().texts()
    assert [line[0] for line in lines] == ["kapot.sqlite3", "Geluid", "Geluid"]
    assert [line[1] for line in lines] == ["", "", "2B"]
    assert [line[3] for line in lines] == ["", "0", "3"]
    assert [line[4] for line in lines] == ["niet te lezen", "niet afgesloten", ""]
    assert lines[1][2] != ""


def test_no_name_of_a_student_stands_in_it(sessions_there: tuple[str, str, str], make_list: MakeList) -> None:
    assert "Ana" not in str(make_list().texts())


def test_enter_opens_the_report_of_the_line(
    sessions_there: tuple[str, str, str], make_list: MakeList, qtbot: QtBot
) -> None:
    window = make_list()
    chooses(window, 2)
    with qtbot.waitSignal(window.chosen) as heard:
        QTest.keyClick(window.table, K.Key_Return)
    assert heard.args == [sessions_there[0]]


def test_what_cannot_be_read_says_so_and_can_be_wiped(
    sessions_there: tuple[str, str, str], make_list: MakeList, data: Path, qtbot: QtBot
) -> None:
    window = make_list()
    chooses(window, 0)
    assert not window.look.isEnabled()
    with qtbot.assertNotEmitted(window.chosen):
        QTest.keyClick(window.table, K.Key_Return)
    assert "kan niet worden gelezen" in window.trouble.text.text()
    window.wipe.click()
    assert "kapot.sqlite3" in answers(qtbot, "Wis de les")
    assert not (data / "sessions" / "kapot.sqlite3").exists()
    assert len(window.texts()) == 2


def test_wiping_asks_once_and_takes_the_line_away(
    sessions_there: tuple[str, str, str], make_list: MakeList, data: Path, qtbot: QtBot
) -> None:
    window = make_list()
    chooses(window, 2)
    QTest.keyClick(window.table, K.Key_Delete)
    assert answers(qtbot, "Annuleren").startswith("Geluid  ·  2B  ·  ")
    assert len(window.texts()) == 3
    window.wipe.click()
    with qtbot.waitSignal(window.wiped) as heard:
        assert "3 leerlingen" in answers(qtbot, "Wis de les")
    assert heard.args == [sessions_there[0]]
    assert sorted(path.stem for path in (data / "sessions").iterdir()) == sorted(sessions_there[1:])
    assert len(window.texts()) == 2


def test_the_lesson_that_is_going_on_can_be_looked_at_but_not_wiped(
    sessions_there: tuple[str, str, str], make_list: MakeList, qtbot: QtBot
) -> None:
    window = make_list(running=sessions_there[1])
    chooses(window, 1)
    assert window.texts()[1][4] == "nu bezig"
    assert window.look.isEnabled()
    assert not window.wipe.isEnabled()
    QTest.keyClick(window.table, K.Key_Delete)
    assert not isinstance(QApplication.activeModalWidget(), Dialog)


def test_what_cannot_be_wiped_says_why_and_stays(
    sessions_there: tuple[str, str, str], make_list: MakeList, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refuses(data: Path, session: str) -> None:
        raise forgetting.CannotWipe("given", "by another program")

    monkeypatch.setattr(forgetting, "wipe", refuses)
    window = make_list()
    window.wipe.click()
    answers(qtbot, "Wis de les")
    assert window.trouble.text.text() == "Deze les is nog bezig. Sluit haar eerst af."
    assert len(window.texts()) == 3


def test_without_lessons_it_says_so(make_list: MakeList) -> None:
    window = make_list(language="en")
    assert window.empty.text() == "No lessons have been given on this computer yet."
    assert window.empty.isVisible()
    assert not window.look.isEnabled()
    assert not window.wipe.isEnabled()


def test_esc_closes_it(make_list: MakeList, qtbot: QtBot) -> None:
    window = make_list()
    with qtbot.waitSignal(window.closed):
        QTest.keyClick(window, K.Key_Escape)


@pytest.mark.usefixtures("sessions_there")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_has_a_name_for_a_screen_reader(language: str, make_list: MakeList) -> None:
    assert nameless(make_list(language=language)) == []
