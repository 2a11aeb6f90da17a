"""presenter/key_filter.py: whose keys are heard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from polling.commands import Back, Next
from presenter import dialogs
from presenter.words import Words
from tests.presenter.desk import Desk

K = Qt.Key


def test_both_windows_have_the_same_keys(desk: Desk) -> None:
    desk.goes_to("s1")
    QTest.keyClick(desk.projector, K.Key_PageDown)
    QTest.keyClick(desk.console, K.Key_PageUp)
    assert desk.link.sent == [Next(), Back()]


def test_a_clicker_works_wherever_the_focus_is(desk: Desk) -> None:
    desk.goes_to("s1")
    for widget in (desk.console.notes.text, desk.console.people.list, desk.console.top.addresses):
        desk.link.sent.clear()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(widget, K.Key_PageDown)
        assert desk.link.sent == [Next()]


def test_a_widget_that_comes_later_is_heard_too(desk: Desk, qtbot: QtBot) -> None:
    desk.goes_to("s1")
    outer = QWidget(desk.console)
    inner = QLineEdit(outer)
    outer.show()
    qtbot.waitUntil(lambda: outer.isVisible() and inner.isVisible())
    QApplication.processEvents()
    QTest.keyClick(inner, K.Key_PageDown)
    assert desk.link.sent == [Next()]


def test_what_lies_in_a_canvas_is_left_alone(desk: Desk) -> None:
    desk.goes_to("s1")
    inner = QLineEdit(desk.projector.canvas)
    inner.show()
    QApplication.processEvents()
    QTest.keyClick(inner, K.Key_X)
    assert inner.text() == "x"
    assert desk.link.sent == []


def test_after_the_end_no_key_is_heard(desk: Desk) -> None:
    desk.goes_to("s1")
    desk.keys.end()
    QTest.keyClick(desk.console, K.Key_PageDown)
    assert desk.link.sent == []


def test_a_slider_that_was_gone_to_with_tab_keeps_its_arrows_and_a_clicked_one_does_not(desk: Desk) -> None:
    desk.goes_to("s1")
    slider = desk.console.film.loudness
    desk.console.film.show()
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton)
    QTest.keyClick(desk.console, K.Key_Right)
    assert desk.link.sent == [Next()]
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    before = slider.value()
    QTest.keyClick(slider, K.Key_Left)
    assert desk.link.sent == [Next()]
    assert slider.value() == before - 1
    QTest.keyClick(slider, K.Key_PageDown)
    assert desk.link.sent == [Next(), Next()]


def test_a_dialog_keeps_its_own_keys(desk: Desk) -> None:
    desk.goes_to("s1")
    dialog = dialogs.confirm_end(Words("nl"), desk.console)
    dialog.open()
    QTest.keyClick(dialog, K.Key_PageDown)
    QTest.keyClick(dialog, K.Key_B)
    assert desk.link.sent == []
    dialog.reject()


def test_tab_is_left_to_the_window(desk: Desk) -> None:
    desk.goes_to("s1")
    QTest.keyClick(desk.console, K.Key_Tab)
    assert desk.link.sent == []
