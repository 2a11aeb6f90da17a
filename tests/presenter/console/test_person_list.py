"""presenter/console/person_list.py: rows that are painted, and the ways to a row's menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QHoverEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from polling.commands import Next, Remove
from presenter.console.look import dress
from presenter.console.person_list import ROW_PX, PersonList
from presenter.console.style import CHROMES, CONTROL_PX
from presenter.settings import Settings
from presenter.words import Words
from tests.presenter.desk import Desk

K = Qt.Key
CHOICES = [
    "Hernoem …", "Toon als Leerling 2", "Extra tijd bij vragen: × 1,25", "Extra tijd bij vragen: × 1,5",
    "Geen tijdslimiet bij vragen", "Haal uit de les", "Blokkeer (telefoon komt niet meer terug)",
]  # fmt: skip


@pytest.fixture
def people(desk: Desk) -> PersonList:
    """The list with three students, of whom the third sleeps."""
    _, _, cas = (desk.link.joins(name) for name in ("Ana", "Bo", "Cas"))
    desk.link.leaves(cas)
    desk.link.tells()
    desk.console.activateWindow()
    QApplication.processEvents()
    return desk.console.people.list


def middle(people: PersonList, row: int) -> QPoint:
    return people.visualRect(people.rows.index(row)).center()


def texts(desk: Desk) -> list[str]:
    menu = desk.menu
    told = [action.text() for action in menu.actions()]
    menu.close()
    return told


def test_a_right_click_opens_the_menu_of_its_row(people: PersonList, desk: Desk) -> None:
    place = middle(people, 1)
    globally = people.viewport().mapToGlobal(place)
    QApplication.sendEvent(people.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, globally))
    assert texts(desk) == CHOICES


def test_the_menu_key_opens_the_menu_of_the_selected_row(people: PersonList, desk: Desk) -> None:
    people.setCurrentIndex(people.rows.index(1))
    where = people.viewport().mapToGlobal(QPoint())
    QApplication.sendEvent(people, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), where))
    assert texts(desk) == CHOICES


def test_the_three_dots_open_it_and_the_rest_of_the_row_only_selects(people: PersonList, desk: Desk) -> None:
    row = people.visualRect(people.rows.index(1))
    QTest.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert QApplication.activePopupWidget() is None
    assert people.currentIndex().row() == 1
    beside = QPoint(people.viewport().width() - CONTROL_PX + 2, row.center().y())
    QTest.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert texts(desk) == CHOICES
    assert row.height() == ROW_PX >= 24


def test_enter_on_the_list_opens_it_and_elsewhere_goes_on_with_the_lesson(people: PersonList, desk: Desk) -> None:
    people.setFocus(Qt.FocusReason.TabFocusReason)
    people.setCurrentIndex(people.rows.index(0))
    QTest.keyClick(people, K.Key_Down)
    QTest.keyClick(people, K.Key_Return)
    assert texts(desk) == CHOICES
    assert desk.link.sent == []
    QTest.keyClick(people, K.Key_PageDown)
    desk.console.setFocus()
    desk.presses(K.Key_Return)
    assert desk.link.sent == [Next(), Next()]


def test_a_click_on_a_row_takes_no_focus_so_that_space_stays_next(people: PersonList, desk: Desk) -> None:
    QTest.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=middle(people, 1))
    QTest.keyClick(desk.console.focusWidget() or desk.console, K.Key_Space)
    assert desk.link.sent == [Next()]


def test_the_heading_of_those_who_are_out_has_no_menu(people: PersonList, desk: Desk) -> None:
    desk.link.send(Remove("p1"))
    heading = people.rows.index(2)
    assert heading.data() == "Uit de les"
    people.setCurrentIndex(heading)
    QTest.keyClick(people, K.Key_Return)
    assert QApplication.activePopupWidget() is None
    people.setCurrentIndex(people.rows.index(1))
    QTest.keyClick(people, K.Key_Down)
    assert people.currentIndex().data() == "Ana"


def test_who_is_selected_stays_selected_when_others_come_and_go(people: PersonList, desk: Desk) -> None:
    people.setCurrentIndex(people.rows.index(1))
    desk.link.joins("Dirk")
    desk.link.tells()
    desk.link.send(Remove("p1"))
    assert desk.people == ["Bo", "Cas: slaapt", "Dirk", "Uit de les", "Ana"]
    assert people.currentIndex().data() == "Bo"


@pytest.mark.parametrize("theme", list(CHROMES))
def test_a_dot_is_filled_hollow_or_a_dash_in_every_theme(
    theme: str, people: PersonList, desk: Desk, qapp: QApplication
) -> None:
    desk.link.sleeps_long(desk.link.joins("Dirk"))
    for awake in ("p1", "p2"):
        desk.link.presence.hear(awake, 0)
    desk.link.presence.hear("p3", 0)
    desk.link.presence.leave("p3")
    desk.link.tells()
    dress(qapp, theme)
    desk.console.wear(Settings(theme=theme, language="nl"), Words("nl"))  # type: ignore[arg-type]
    chrome = CHROMES[theme]
    image = people.viewport().grab().toImage()
    assert _dot(image, people, 0) == (True, QColor(chrome.ok))
    assert _dot(image, people, 2) == (True, QColor(Qt.GlobalColor.transparent))
    assert _dot(image, people, 3) == (False, QColor(chrome.soft))
    dress(qapp, "light")


def test_three_dots_show_where_the_mouse_or_the_selection_is(people: PersonList, desk: Desk) -> None:
    ink = QColor(CHROMES["light"].ink).rgb()
    assert not _has_dots(people, 1, ink)
    people.setCurrentIndex(people.rows.index(1))
    assert _has_dots(people, 1, ink)
    assert not _has_dots(people, 2, ink)
    place = middle(people, 2)
    globally = people.viewport().mapToGlobal(place)
    hover = QHoverEvent(QEvent.Type.HoverMove, QPointF(place), QPointF(globally), QPointF())
    QApplication.sendEvent(people.viewport(), hover)
    assert _has_dots(people, 2, ink)


def _dot(image: QImage, people: PersonList, row: int) -> tuple[bool, QColor]:
    """Whether there is anything at the top of the dot, and the colour in its middle."""
    place = people.visualRect(people.rows.index(row))
    x, y = place.left() + 10, place.center().y() + 1
    return image.pixelColor(x, y - 4).alpha() > 0, image.pixelColor(x, y)


def _has_dots(people: PersonList, row: int, ink: int) -> bool:
    place = people.visualRect(people.rows.index(row))
    image = people.viewport().grab().toImage()
    columns = range(place.right() - 26, place.right())
    return any(image.pixel(x, y) == ink for x in columns for y in range(place.top(), place.bottom()))
