"""presenter/report/students.py: the table as a person hears and reaches it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from polling.scores import Judgement
from presenter.console.style import CHROMES
from presenter.report import facts
from presenter.report.students import Students, paint_mark
from presenter.report.words import Phrases
from tests.presenter.report.given import classroom, results_of

NL = Phrases("nl")
MARKS: tuple[Judgement, ...] = ("right", "wrong", "absent", "given")


@pytest.fixture
def table(qtbot: QtBot) -> Students:
    made = Students(CHROMES["light"], NL)
    qtbot.addWidget(made)
    made.show_table(facts.table(results_of(classroom()), NL), NL)
    return made


def test_every_cell_is_said(table: Students) -> None:
    assert table.texts()[1] == [
        "<b>Bo</b>",
        "1 goed, 2 fout, 0 niet beantwoord",
        "Vraag 1: fout",
        "Vraag 1, ronde 2: goed",
        "Vraag 2: niet beantwoord",
        "Vraag 3: beantwoord",
        "Vraag 4: fout",
        "Vraag 5: beantwoord",
    ]


def test_the_head_is_said_in_full_and_shown_in_short(table: Students) -> None:
    model, across = table.model(), Qt.Orientation.Horizontal
    assert [model.headerData(column, across) for column in range(4)] == ["Naam", "Uitkomst", "1", "1·2"]
    assert model.headerData(3, across, Qt.ItemDataRole.AccessibleTextRole) == "Vraag 1, ronde 2"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_the_arrows_go_through_the_rows_and_tab_leaves(table: Students, qtbot: QtBot) -> None:
    table.show()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    row = table.currentIndex().row()
    assert row > 0
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert table.currentIndex().row() == row


def test_each_mark_has_a_shape_of_its_own_without_colours(qtbot: QtBot) -> None:
    pictures = set()
    for mark in MARKS:
        image = QImage(30, 30, QImage.Format.Format_Grayscale8)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint_mark(painter, image.rect(), mark, CHROMES["contrast"])
        painter.end()
        assert any(image.pixelColor(x, y).lightness() < 128 for x in range(30) for y in range(30)), mark
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == len(MARKS)
