"""The real app at a school where the laptop gets another address in the middle of a question."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.end2end.the_app import TheApp
from tests.faults.conftest import StartCrowd
from tests.faults.crowd import broken_promises, unserved
from tests.faults.school import GATE, LAPTOP, PHONE, School
from tests.recount import Recount

ANOTHER = "10.77.0.99"


@pytest.fixture
def app(school: School, qapp: QApplication, qtbot: QtBot, lesson: Path, tmp_path: Path) -> Iterator[TheApp]:
    """The app on the laptop of this school: its own sockets and its server are in the laptop's namespace."""
    school.network("wifi", GATE)
    school.joins("laptop", "wlan0", LAPTOP, "wifi", gate=GATE)
    school.joins("phone", "wlan0", PHONE, "wifi", gate=GATE)
    with school.at_the_laptop():
        app = TheApp(qapp, qtbot, lesson, tmp_path / "data", host="")
        yield app
        app.ends()


def test_the_board_shows_the_new_code_and_nobody_loses_an_answer(
    school: School, app: TheApp, start_crowd: StartCrowd, tmp_path: Path
) -> None:
    app.waits_until(lambda: app.app.room.seen.view.address is not None)
    url = app.joined_at()
    assert LAPTOP in url
    crowd = start_crowd(url, 20, inside=school.phone, longest_s=1)
    crowd.is_here()
    app.presses(Qt.Key.Key_Right)
    app.is_at(1, "asking")
    crowd.does("answer")
    crowd.answers_more(40)
    app.waits_until(lambda: (roster := app.app.room.seen.view.roster) is not None and roster.here == crowd.count)

    moved_s = time.monotonic()
    school.moves("wlan0", LAPTOP, ANOTHER)
    app.waits_until(lambda: app.scene.rejoin is not None)
    print(f"the board showed the new code after {time.monotonic() - moved_s:.2f} s")
    assert app.joined_at() == url.replace(LAPTOP, ANOTHER)
    assert ANOTHER in app.app.console.moved.text.text()
    app.picture(tmp_path / "board.png")
    app.console_picture(tmp_path / "console.png")

    crowd.waits_until(lambda seen: seen["failures"].get("lost", 0) >= crowd.count)
    crowd.does(f"at {ANOTHER}")
    crowd.is_here(60)
    crowd.answers_more(40)
    crowd.does("quiet")
    crowd.does("settle")
    app.waits_until(lambda: app.scene.rejoin is None)
    stored = Recount(tmp_path / "data" / "sessions" / f"{app.app.room.seen.session}.sqlite3")
    histories = crowd.tells()
    assert broken_promises(histories, stored) + unserved(histories, stored) == []
    assert len(stored.participants) == crowd.count
