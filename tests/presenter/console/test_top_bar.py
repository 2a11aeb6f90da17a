"""presenter/console/top_bar.py: where the lesson is, and the address."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyleOptionComboBox,
)

from polling.commands import End, Lock
from tests.classroom import LESSON
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import Desk

K = Qt.Key


def test_the_top_bar_says_where_the_lesson_is(desk: Desk) -> None:
    desk.link.joins("Ana")
    desk.goes_to("s2")
    top = desk.console.top
    assert (top.title.text(), top.number.text(), top.joined.text()) == ("Geluid", "2 van 8", "1 doet mee")
    assert top.code.text() == "code 4271"


def test_the_time_that_passed_stands_beside_the_planned_and_says_when_it_is_longer(make_desk: MakeDesk) -> None:
    desk = make_desk(LESSON.replace("language: nl", "language: nl\nduration: 50"))
    top = desk.console.top
    desk.link.waits(50 * 60)
    desk.spokesman.on_tick()
    assert (top.elapsed.text(), top.planned.text()) == ("50:00", "/ 50:00")
    assert (top.elapsed.property("tone"), top.elapsed.accessibleName()) == ("strong", "Verstreken tijd")
    desk.link.waits(1)
    desk.spokesman.on_tick()
    assert (top.elapsed.property("tone"), top.elapsed.text()) == ("late", "50:01")
    assert top.elapsed.accessibleName() == "Verstreken tijd, langer dan gepland"


def test_after_the_end_nobody_is_awaited_and_nothing_follows(desk: Desk) -> None:
    desk.link.joins("Ana")
    desk.goes_to("s2")
    assert desk.console.top.answered.isVisible()
    desk.link.send(End())
    assert not desk.console.top.answered.isVisible()
    assert not desk.console.after.frame.isVisible()
    assert not desk.console.after.nothing.isVisible()


def test_another_address_is_asked_for_and_shown_at_once(desk: Desk) -> None:
    chosen: list[str] = []
    desk.console.top.address_chosen.connect(chosen.append)
    combo = desk.console.top.addresses
    combo.activated.emit(1)
    assert chosen == ["10.0.0.4"]
    from polling.wire import ChooseAddress

    desk.link.send(ChooseAddress(host="10.0.0.4"))
    assert combo.currentText() == "10.0.0.4"
    assert "10.0.0.4" in desk.console.passing.text.text()


def test_a_locked_room_says_so_in_place_of_the_invitation(desk: Desk) -> None:
    top = desk.console.top
    assert (top.join.isVisible(), top.locked.isVisible()) == (True, False)
    desk.link.send(Lock(True))
    assert (top.join.isVisible(), top.locked.isVisible()) == (False, True)
    assert top.locked.text() == "Op slot"
    assert top.code.isVisible()


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
def test_a_long_title_gives_way_and_the_address_does_not(size: tuple[int, int], make_desk: MakeDesk) -> None:
    desk = make_desk(LESSON.replace("title: Geluid", f"title: {'Geluid en trillingen ' * 8}"))
    desk.link.joins("Ana")
    desk.goes_to("s2")
    desk.console.resize(*size)
    QApplication.processEvents()
    picker = desk.console.top.addresses
    option = QStyleOptionComboBox()
    picker.initStyleOption(option)
    field = picker.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, picker
    )
    assert field.width() >= picker.fontMetrics().horizontalAdvance(picker.currentText())
    assert picker.currentText() == "192.168.1.23"
    assert desk.console.top.title.width() < desk.console.top.title.sizeHint().width()
