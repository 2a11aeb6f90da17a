"""presenter/console/answer_list.py: what a teacher can do with an open answer, by mouse, menu and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from polling.commands import Enlarge, Hide, Show, Star, SwitchLive
from presenter.console.answer_list import AnswerList, Spot, spot_at
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import Desk

K = Qt.Key
FROM_RIGHT = {Spot.SWITCH: 20, Spot.LARGE: 100, Spot.STAR: 160, Spot.TEXT: 300}


@pytest.fixture
def written(desk: Desk) -> Desk:
    """Ana and Bo have answered the open question; Bo's answer is the latest."""
    ana, bo = desk.link.joins("Ana"), desk.link.joins("Bo")
    desk.goes_to("s5")
    ana.writes("Water geleidt"), bo.writes("Het is sneller")
    desk.link.tells()
    QApplication.processEvents()
    return desk


def test_the_star_the_size_and_the_switch_stand_at_the_right_of_a_row(written: Desk) -> None:
    row = _row(_list(written), 0)
    assert {spot: spot_at(row, row.right() - x) for spot, x in FROM_RIGHT.items()} == {
        spot: spot for spot in FROM_RIGHT
    }


def test_a_click_on_the_star_gives_it_and_takes_it_away(written: Desk) -> None:
    _click(written, 0, Spot.STAR)
    assert _list(written).lines()[0] == "Bo: Het is sneller, met ster"
    _click(written, 0, Spot.STAR)
    assert _list(written).lines()[0] == "Bo: Het is sneller"
    assert written.link.sent == [Star("p2", True), Star("p2", False)]


def test_a_click_makes_an_answer_large_and_puts_it_back(written: Desk) -> None:
    _click(written, 1, Spot.LARGE)
    assert _list(written).lines()[1] == "Ana: Water geleidt, groot op het bord"
    assert written.projector.canvas.scene.content.enlarged == "p1"
    _click(written, 1, Spot.LARGE)
    assert written.projector.canvas.scene.content.enlarged == ""
    assert written.link.sent == [Enlarge("p1"), Enlarge("")]


@pytest.mark.parametrize("spot", [Spot.SWITCH, Spot.TEXT])
def test_a_click_elsewhere_hides_an_answer_and_shows_it_again(spot: Spot, written: Desk) -> None:
    _click(written, 0, spot)
    assert _list(written).lines()[0] == "Bo: Het is sneller, verborgen voor de klas"
    _click(written, 0, spot)
    assert written.link.sent == [Hide("p2"), Show("p2")]


def test_what_the_class_does_not_see_cannot_be_large(written: Desk) -> None:
    _click(written, 0, Spot.SWITCH)
    _click(written, 0, Spot.LARGE)
    written.link.send(SwitchLive())
    _click(written, 1, Spot.LARGE)
    assert written.link.sent == [Hide("p2"), SwitchLive()]


def test_the_keys_star_enlarge_and_hide_the_answer_with_the_focus(written: Desk) -> None:
    answers = _focused(written, 1)
    QTest.keyClick(answers, K.Key_Asterisk)
    QTest.keyClick(answers, K.Key_E)
    QTest.keyClick(answers, K.Key_Escape)
    QTest.keyClick(answers, K.Key_Return)
    assert written.link.sent == [Star("p1", True), Enlarge("p1"), Enlarge(""), Hide("p1")]


def test_who_walks_through_the_answers_stays_at_the_same_one_when_another_comes(written: Desk) -> None:
    answers = _focused(written, 1)
    cas = written.link.joins("Cas")
    cas.writes("Lucht is dun")
    written.link.tells()
    QTest.keyClick(answers, K.Key_Asterisk)
    assert written.link.sent == [Star("p1", True)]


def test_esc_leaves_the_slides_when_no_answer_is_large(written: Desk) -> None:
    left: list[bool] = []
    written.deeds.slides_left.connect(lambda: left.append(True))
    written.link.send(Enlarge("p1"))
    QTest.keyClick(written.projector, K.Key_Escape)
    assert (left, written.link.sent[-1]) == ([], Enlarge(""))
    QTest.keyClick(written.projector, K.Key_Escape)
    assert left == [True]


def test_the_menu_of_an_answer_offers_all_of_it(written: Desk) -> None:
    _ask_menu(written, 0)
    menu = written.menu
    assert [action.text() for action in menu.actions()] == [
        "Toon groot op het bord (E)",
        "Geef een ster (*)",
        "Verberg voor de klas",
    ]
    menu.actions()[1].trigger()
    menu.close()
    assert written.link.sent == [Star("p2", True)]


def test_the_menu_opens_with_the_keyboard_at_the_answer_with_the_focus(written: Desk) -> None:
    answers = _focused(written, 1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(answers, event)
    written.menu.actions()[0].trigger()
    assert written.link.sent == [Enlarge("p1")]


def test_each_switch_says_in_words_what_it_does(written: Desk) -> None:
    answers = _list(written)
    index = answers.model().index(0, 0)
    assert [answers.tip(index, spot) for spot in (Spot.STAR, Spot.LARGE, Spot.SWITCH, Spot.TEXT)] == [
        "Geef een ster (*)",
        "Toon groot op het bord (E)",
        "Verberg voor de klas",
        "",
    ]


def test_what_a_click_would_do_stands_above_the_list_while_the_mouse_is_there(written: Desk) -> None:
    answers, aside = _list(written), written.console.results.aside
    row = _row(answers, 0)
    place = QPointF(row.right() - FROM_RIGHT[Spot.STAR], row.center().y())
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(answers.viewport(), moved)
    assert aside.text() == "Geef een ster (*)"
    written.link.tells()
    assert aside.text() == "Geef een ster (*)"
    QApplication.sendEvent(answers, QEvent(QEvent.Type.Leave))
    assert aside.text() == ""


def test_the_same_in_english(make_desk: MakeDesk) -> None:
    desk = make_desk(language="en")
    ana = desk.link.joins("Ana")
    desk.goes_to("s5")
    ana.writes("Water conducts")
    desk.link.tells()
    desk.link.send(Star("p1", True))
    desk.link.send(Enlarge("p1"))
    assert _list(desk).lines() == ["Ana: Water conducts, with a star, large on the board"]


def _list(desk: Desk) -> AnswerList:
    return desk.console.results.answers


def _row(answers: AnswerList, row: int) -> QRect:
    return answers.visualRect(answers.model().index(row, 0))


def _click(desk: Desk, row: int, spot: Spot) -> None:
    answers = _list(desk)
    place = answers.visualRect(answers.model().index(row, 0))
    at = QPoint(place.right() - FROM_RIGHT[spot], place.center().y())
    QTest.mouseClick(answers.viewport(), Qt.MouseButton.LeftButton, pos=at)


def _focused(desk: Desk, row: int) -> AnswerList:
    answers = _list(desk)
    desk.console.activateWindow()
    answers.setFocus(Qt.FocusReason.TabFocusReason)
    answers.setCurrentIndex(answers.model().index(row, 0))
    return answers


def _ask_menu(desk: Desk, row: int) -> None:
    answers = _list(desk)
    at = answers.visualRect(answers.model().index(row, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, answers.viewport().mapToGlobal(at))
    QApplication.sendEvent(answers.viewport(), event)
