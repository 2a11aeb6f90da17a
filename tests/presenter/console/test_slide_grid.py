"""All slides at a glance, to go to one of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from polling.commands import GoTo, Pause
from presenter.console.slide_grid import PICTURE, SlideGrid, grid_rows
from presenter.console.window import Outlook
from presenter.words import Words
from tests.presenter.desk import ONE, Desk

K = Qt.Key
HIDING = "# Een\n\n---\n\n<!-- hidden: yes -->\n\n# Twee\n\n---\n\n# Welke?\n\n- [x] A\n- [ ] B\n"


def opened(desk: Desk) -> SlideGrid:
    """The grid, opened by its key."""
    desk.presses(K.Key_G)
    (grid,) = desk.console.findChildren(SlideGrid)
    return grid


def test_it_opens_at_the_slide_at_hand_and_names_every_slide(desk: Desk) -> None:
    desk.goes_to("s3")
    grid = opened(desk)
    assert grid.list.currentIndex().row() == 2
    rows = grid_rows(desk.room.seen, Words("nl"))
    assert [row.number for row in rows] == list(range(1, 9))
    assert rows[2].spoken == "3 Slaap jij met muziek aan?, Peiling"
    assert [row.number for row in rows if row.is_here] == [3]
    grid.reject()


def test_enter_goes_to_the_chosen_slide_and_closes(desk: Desk) -> None:
    grid = opened(desk)
    QTest.keyClicks(grid.list, "5")
    QTest.keyClick(grid.list, K.Key_Return)
    assert desk.link.sent == [GoTo("s5")]
    assert not grid.isVisible()


def test_a_click_goes_there_once(desk: Desk) -> None:
    grid = opened(desk)
    place = grid.list.visualRect(grid.list.model().index(1, 0)).center()
    QTest.mouseClick(grid.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(grid.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.link.sent == [GoTo("s2")]


def test_esc_leaves_everything_as_it_is(desk: Desk) -> None:
    grid = opened(desk)
    QTest.keyClick(grid.list, K.Key_Escape)
    assert desk.link.sent == []
    assert not grid.isVisible()


def test_its_keys_are_its_own_and_not_the_lessons(desk: Desk) -> None:
    desk.goes_to("s1")
    grid = opened(desk)
    QTest.keyClick(grid.list, K.Key_Right)
    QTest.keyClick(grid.list, K.Key_B)
    assert desk.link.sent == []
    grid.reject()


def test_it_never_opens_over_slides_on_the_only_screen(desk: Desk) -> None:
    desk.console.show_outlook(Outlook(ONE, is_full_screen=True))
    desk.presses(K.Key_G)
    assert desk.console.findChildren(SlideGrid) == []


def test_a_paused_room_says_that_it_cannot_go(desk: Desk) -> None:
    desk.goes_to("s1")
    desk.link.send(Pause())
    grid = opened(desk)
    QTest.keyClick(grid.list, K.Key_Return)
    assert desk.console.passing.isVisible()


def test_hidden_slides_are_there_and_said_to_be_skipped(qapp: QApplication, qtbot: QtBot) -> None:
    desk = Desk(qapp, qtbot, HIDING)
    assert grid_rows(desk.room.seen, Words("en"))[1].about == "Text slide · skipped"
    grid = opened(desk)
    QTest.keyClicks(grid.list, "2")
    QTest.keyClick(grid.list, K.Key_Return)
    assert desk.link.sent == [GoTo("s2")]
    desk.ends()


@pytest.mark.parametrize("row", [0, 1])
def test_slides_are_painted_as_the_board_would(desk: Desk, row: int) -> None:
    grid = opened(desk)
    place = grid.list.visualRect(grid.list.model().index(row, 0))
    seen = grid.list.viewport().grab(place).toImage()
    paper, inked = QColor("#FBFAF6"), 0
    for x in range(20, 20 + PICTURE.width(), 2):
        for y in range(20, PICTURE.height(), 2):
            inked += seen.pixelColor(x, y).lightness() < 128
    assert seen.pixelColor(20, 20) == paper
    assert inked > 20
    grid.reject()
