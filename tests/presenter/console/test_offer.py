"""presenter/console/offer.py, used by the window: what T and *Opnieuw* offer to choose from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QWidget,
)

from polling.commands import (
    Again,
    AskQuick,
    Cover,
    CoverWith,
    Next,
    Pause,
    Reopen,
    StartTimer,
)
from polling.quick import Quick
from presenter.console.window import Outlook
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, Desk

K = Qt.Key


def test_again_offers_a_new_round_or_the_last_one(desk: Desk) -> None:
    desk.goes_to("s2")
    assert not desk.console.bottom.again.isEnabled()
    desk.presses(K.Key_Space)
    assert _offered(desk, desk.console.bottom.again) == [Again(), Reopen()]
    desk.presses(K.Key_Space)
    assert _offered(desk, desk.console.bottom.again) == [Again()]


def test_t_on_a_slide_without_a_timer_offers_minutes(desk: Desk) -> None:
    desk.deeds.timer_offered.connect(desk.console.offer_timer)
    desk.goes_to("s1")
    desk.presses(K.Key_T)
    menu = _menu(desk)
    assert [action.text() for action in menu.actions()] == ["1 minuut", "3 minuten", "5 minuten", "10 minuten"]
    menu.actions()[2].trigger()
    menu.close()
    assert desk.link.sent == [StartTimer(minutes=5.0)]
    assert desk.link.classroom.room.timer is not None


def test_a_question_is_put_in_between_with_two_keys(desk: Desk) -> None:
    desk.deeds.quick_offered.connect(desk.console.offer_quick)
    desk.goes_to("s2")
    desk.presses(K.Key_A)
    menu = _menu(desk)
    assert [action.text() for action in menu.actions()] == ["1  A, B, C of D", "2  Ja of nee", "3  Woordweb"]
    QTest.keyClick(menu, K.Key_2)
    assert desk.link.sent == [AskQuick(Quick.YES_NO)]
    assert desk.link.classroom.at == ("quick1", "asking")
    assert desk.console.bottom.next.text() != ""


def test_the_first_minutes_are_chosen_by_enter_in_rows_for_a_finger(desk: Desk) -> None:
    desk.deeds.timer_offered.connect(desk.console.offer_timer)
    desk.goes_to("s1")
    desk.presses(K.Key_T)
    menu = _menu(desk)
    assert menu.fontInfo().pixelSize() == 16
    assert [menu.actionGeometry(action).height() for action in menu.actions()] == [44, 44, 44, 44]
    QTest.keyClick(menu, K.Key_Return)
    assert desk.link.sent == [StartTimer(minutes=1.0)]


@pytest.mark.parametrize(
    ("key", "deed"),
    [
        (K.Key_B, CoverWith(Cover.BLACK)),
        (K.Key_Period, CoverWith(Cover.BLACK)),
        (K.Key_P, Pause()),
        (K.Key_Q, CoverWith(Cover.JOIN)),
        (K.Key_PageDown, Next()),
    ],
)
def test_keys_of_the_lesson_close_an_open_menu_and_do_their_thing(key: Qt.Key, deed: object, desk: Desk) -> None:
    desk.deeds.timer_offered.connect(desk.console.offer_timer)
    desk.goes_to("s1")
    desk.presses(K.Key_T)
    menu = _menu(desk)
    QTest.keyClick(menu, key)
    assert not menu.isVisible()
    assert desk.link.sent == [deed]


def test_esc_closes_an_open_menu(desk: Desk) -> None:
    desk.deeds.timer_offered.connect(desk.console.offer_timer)
    desk.goes_to("s1")
    desk.presses(K.Key_T)
    menu = _menu(desk)
    QTest.keyClick(menu, K.Key_Escape)
    assert not menu.isVisible()
    assert desk.link.sent == []


def test_no_menu_opens_over_slides_on_the_only_screen(make_desk: MakeDesk) -> None:
    desk = make_desk(plan=ONE)
    desk.deeds.timer_offered.connect(desk.console.offer_timer)
    desk.goes_to("s1")
    desk.console.show_outlook(Outlook(ONE, is_full_screen=True))
    desk.presses(K.Key_T)
    assert QApplication.activePopupWidget() is None
    assert desk.console.passing.text.text() == "Kies hier met T hoe lang de timer loopt."


def _menu(desk: Desk) -> QMenu:
    menus = [each for each in desk.console.findChildren(QMenu) if each is not desk.console.menu and each.isVisible()]
    assert len(menus) == 1
    return menus[0]


def _offered(desk: Desk, button: QWidget) -> list[object]:
    desk.clicks(button)
    menu = _menu(desk)
    offered = [action.data() for action in menu.actions()]
    menu.close()
    return offered
