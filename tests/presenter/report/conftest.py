"""A report window over a session that is stored, for the tests of the report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presenter.console.look import dress
from presenter.report.reading import read_report
from presenter.report.window import Cover, ReportWindow
from presenter.settings import Settings
from tests.classroom import Classroom
from tests.presenter.report.given import classroom, stored

MakeReport = Callable[..., ReportWindow]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def make_report(qapp: QApplication, qtbot: QtBot, tmp_path: Path, data: Path) -> MakeReport:
    """Makes report windows at the size of a small laptop, uncovered."""

    def make(given: Classroom | None = None, settings: Settings | None = None) -> ReportWindow:
        settings = settings or Settings(language="nl")
        dress(qapp, settings.theme)
        room = stored(data, tmp_path / "les", given or classroom())
        window = ReportWindow(read_report(data, room.started.session), data, settings)
        qtbot.addWidget(window)
        window.show_cover(Cover())
        window.resize(1366, 768)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return make
