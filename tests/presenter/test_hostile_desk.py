"""A desk in a room full of hostile texts: the windows answer, show every text as it was typed, and open nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from polling.commands import Close
from presenter.stage.content import WebContent
from presenter.stage.fit import line_width
from presenter.stage.theme import LIGHT
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import Desk
from tests.presenter.hostile_desk import BOLD, OTHER, PIPE, TRAP, ask_for_tooltips, dialogs, fill, lesson
from tests.presenter.stage.board import full

HOUSE = Path(__file__).parents[2]
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="pipes and strace are of Linux")


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """The desk, without the pipe: who waits for that would take the other tests with it."""
    return make_desk(lesson())


def test_the_windows_answer_and_know_only_plain_text(make_desk: MakeDesk, qtbot: QtBot) -> None:
    before = set(QApplication.allWidgets())
    desk = make_desk(lesson())
    fill(desk)
    opened = dialogs(desk)
    ask_for_tooltips()
    came_back: list[bool] = []
    QTimer.singleShot(0, lambda: came_back.append(True))
    qtbot.waitUntil(lambda: bool(came_back))
    widgets = [widget for widget in QApplication.allWidgets() if widget not in before]
    assert TRAP in " ".join(widget.text() for widget in widgets if isinstance(widget, QLabel))
    assert rich_ones(widgets) == []
    for window in (desk.console, desk.projector, *opened):
        assert max(window.width(), window.height()) < 3000


def test_a_label_that_guesses_would_be_noticed(qtbot: QtBot) -> None:
    careless, pointed = QLabel(BOLD), QWidget()
    pointed.setToolTip(BOLD)
    for widget in (careless, pointed):
        qtbot.addWidget(widget)
    assert rich_ones([careless, pointed]) == [f"QLabel: {BOLD}", f"tooltip: {BOLD}"]


def rich_ones(widgets: list[QWidget]) -> list[str]:
    """Every text in these widgets that may be read as HTML."""
    found: list[str] = []
    for widget in widgets:
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"QLabel: {widget.text()}")
        if isinstance(widget, QTextEdit) and not isinstance(widget, QPlainTextEdit):
            found.append(f"QTextEdit: {widget.toPlainText()}")
        texts = [widget.toolTip(), widget.whatsThis()]
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            texts += item_tips(widget.model())
        found += [f"tooltip: {text}" for text in texts if "<" in text]
    return found


def item_tips(model: QAbstractItemModel) -> list[str]:
    """What a view would show above its items."""
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    roles = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole)
    return [str(index.data(role)) for index in rows for role in roles if index.data(role) is not None]


def test_students_are_listed_as_they_typed(desk: Desk) -> None:
    fill(desk)
    names = {row.partition(":")[0] for row in desk.people}
    assert {TRAP, BOLD} <= names
    answers = desk.console.results.answers.lines()
    assert any(TRAP in line for line in answers)
    assert any("&lt;b&gt;ii" in line for line in answers)


def test_signs_of_markup_have_ink_on_the_board(desk: Desk) -> None:
    """As wide as a painter that knows no markup makes it, and much wider than without its signs."""
    desk.goes_to("s3")
    desk.link.joins("Ana").sends(BOLD)
    desk.link.send(Close())
    scene = desk.projector.canvas.scene
    assert scene is not None
    assert isinstance(scene.content, WebContent)
    (place,) = scene.content.web.places
    assert place.text == BOLD
    box = QRectF(place.x - place.width / 2, place.y - place.height / 2, place.width, place.height).toRect()
    wide = ink_width(full(scene, 1.0), LIGHT.ink, box)
    assert wide == pytest.approx(line_width(BOLD, place.size, bold=place.is_bold), rel=0.1)
    assert wide > 2 * line_width("ii", place.size, bold=place.is_bold)


def test_signs_of_markup_have_ink_on_the_console(desk: Desk) -> None:
    desk.link.joins(BOLD)
    desk.link.tells()
    people = desk.console.people.list
    row = people.visualRect(people.model().index(0, 0)).adjusted(20, 0, 0, 0)
    row.moveTopLeft(people.viewport().mapTo(desk.console, row.topLeft()))
    wide = ink_width(desk.console.grab().toImage(), people.palette().text().color().name(), row)
    assert wide == pytest.approx(QFontMetricsF(people.font()).horizontalAdvance(BOLD), rel=0.1)


def ink_width(image: QImage, ink: str, box: QRect) -> int:
    """From the first to the last column of the box with a pixel near this colour."""
    wanted = QColor(ink)
    columns = [
        x
        for x in range(max(0, box.left()), min(image.width(), box.right()))
        for y in range(max(0, box.top()), min(image.height(), box.bottom()))
        if is_near(image.pixelColor(x, y), wanted)
    ]
    return max(columns) - min(columns) + 1


def is_near(one: QColor, other: QColor) -> bool:
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue())) < 60


@linux_only
@pytest.mark.timeout(120)
def test_no_window_opens_what_a_text_names(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / PIPE)
    told, asked = traced(tmp_path)
    assert told.strip() == "painted"
    assert "pyproject.toml" not in asked
    assert [line for line in asked.splitlines() if f'"{PIPE}"' in line or f"/{PIPE}" in line or OTHER in line] == []


@linux_only
@pytest.mark.timeout(120)
def test_the_watch_sees_a_careless_label_open_a_file(tmp_path: Path) -> None:
    """The control: an ordinary file, so that nothing has to wait."""
    (tmp_path / PIPE).write_bytes(b"no picture")
    _, asked = traced(tmp_path, "careless")
    assert f'"{PIPE}"' in asked


def traced(folder: Path, *arguments: str) -> tuple[str, str]:
    """What the hostile desk told when it ran in this folder, and which files and computers it asked the system for."""
    log = folder / "calls"
    calls = "trace=open,openat,openat2,connect,sendto,stat,lstat,newfstatat,statx,access,faccessat2,readlink"
    watch = ("strace", "-f", "-qq", "-e", calls, "-e", "signal=none", "-s", "400", "-o", str(log))
    done = subprocess.run(
        [*watch, sys.executable, "-m", "tests.presenter.hostile_desk", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        stdout=subprocess.PIPE,
        text=True,
        timeout=100,
        check=True,
    )
    return done.stdout, log.read_text("utf-8", errors="replace")
