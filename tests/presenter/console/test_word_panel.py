"""presenter/console/word_panel.py: the teacher's list beside a word web."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from polling.commands import (
    Cover,
    CoverWith,
    GroupWord,
    Hide,
    MergeWord,
    Mode,
    Moderate,
    Next,
    PinWord,
    RenameWord,
    Show,
)
from presenter.console.word_panel import WordPanel
from presenter.dialogs import TextDialog
from tests.presenter.desk import Desk


class Web:
    """A desk at a word web with words of two students."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.ana, self.bo = desk.link.joins("Ana"), desk.link.joins("Bo")
        desk.goes_to("s4")
        self.ana.sends("dijk", "vogel", "zee")
        self.bo.sends("dijken", "Zee")
        desk.link.tells()

    @property
    def panel(self) -> WordPanel:
        return self.desk.console.results.words

    @property
    def sent(self) -> list[object]:
        return self.desk.link.sent

    def at(self, key: str) -> QPoint:
        return self.panel.chips.place_of(key).center()

    def drags(self, key: str, onto: str) -> None:
        chips, left = self.panel.chips, Qt.MouseButton.LeftButton
        QTest.mousePress(chips, left, pos=self.at(key))
        for step in (QPoint(4, 0), QPoint(20, 0)):
            QTest.mouseMove(chips, self.at(key) + step)
        QTest.mouseMove(chips, self.at(onto))
        QTest.mouseRelease(chips, left, pos=self.at(onto))

    def opens(self, key: str) -> QMenu:
        reason, place = QContextMenuEvent.Reason.Mouse, self.at(key)
        event = QContextMenuEvent(reason, place, self.panel.chips.mapToGlobal(place))
        QApplication.sendEvent(self.panel.chips, event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def chooses(self, key: str, text: str) -> None:
        menu = self.opens(key)
        next(action for action in menu.actions() if action.text() == text).trigger()
        menu.close()

    def types(self, text: str) -> None:
        (dialog,) = [each for each in self.desk.console.findChildren(TextDialog) if each.isVisible()]
        dialog.line.setText(text)
        dialog.accept()


@pytest.fixture
def web(desk: Desk) -> Web:
    return Web(desk)


def test_the_words_are_listed_the_most_sent_first(web: Web) -> None:
    assert web.panel.lines() == ["zee 2", "dijk 1", "vogel 1", "dijken 1"]


def test_search_finds_a_word_whatever_its_case_and_accents(web: Web) -> None:
    web.panel.search.setText("DÍJK")
    assert web.panel.lines() == ["dijk 1", "dijken 1"]
    web.panel.search.clear()
    assert len(web.panel.lines()) == 4


def test_a_word_that_is_dropped_on_another_is_merged_and_undo_takes_it_back(web: Web) -> None:
    web.drags("vogel", onto="zee")
    assert web.sent == [MergeWord("vogel", "zee")]
    assert web.panel.lines() == ["zee 2", "dijk 1", "dijken 1"]
    web.panel.search.setText("vogel")
    assert web.panel.lines() == ["zee 2"]
    web.panel.search.clear()
    web.desk.clicks(web.panel.undo)
    assert web.sent[-1] == MergeWord("vogel", "")
    assert len(web.panel.lines()) == 4
    assert not web.panel.undo.isEnabled()


def test_a_word_that_is_dropped_beside_all_others_stays(web: Web) -> None:
    chips = web.panel.chips
    QTest.mousePress(chips, Qt.MouseButton.LeftButton, pos=web.at("zee"))
    QTest.mouseMove(chips, web.at("zee") + QPoint(30, 60))
    QTest.mouseMove(chips, web.at("zee") + QPoint(40, 90))
    QTest.mouseRelease(chips, Qt.MouseButton.LeftButton, pos=web.at("zee") + QPoint(40, 90))
    assert web.sent == []


def test_what_may_be_one_word_is_offered_and_never_done_unasked(web: Web) -> None:
    assert web.panel.hint.isVisible()
    assert "dijken" in web.panel.hint.text()
    assert web.sent == []
    web.desk.clicks(web.panel.yes)
    assert web.sent == [MergeWord("dijken", "dijk")]
    assert not web.panel.hint.isVisible()


def test_an_offer_that_is_declined_does_not_come_back(web: Web) -> None:
    web.desk.clicks(web.panel.no)
    web.desk.link.tells()
    assert not web.panel.hint.isVisible()
    assert web.sent == []


def test_a_word_gets_another_text_and_its_own_again(web: Web) -> None:
    web.chooses("zee", "Andere tekst …")
    web.types("Noordzee")
    assert web.sent == [RenameWord("zee", "Noordzee")]
    assert web.panel.lines()[0] == "Noordzee 2"
    web.desk.clicks(web.panel.undo)
    assert web.panel.lines()[0] == "zee 2"


def test_a_word_is_pinned_and_grouped_and_all_of_it_is_undone(web: Web) -> None:
    web.chooses("zee", "Zet vast op zijn plek")
    web.chooses("vogel", "Nieuwe groep …")
    web.types("Dieren")
    web.chooses("zee", "Naar de groep Dieren")
    web.chooses("zee", "Uit de groep Dieren")
    assert web.sent == [
        PinWord("zee", True),
        GroupWord("vogel", "Dieren"),
        GroupWord("zee", "Dieren"),
        GroupWord("zee", ""),
    ]
    for _ in range(4):
        web.desk.clicks(web.panel.undo)
    words = web.desk.room.seen.words
    assert words is not None
    assert not any(word.group or word.is_pinned for word in words.words)


def test_a_part_of_a_merged_word_is_taken_out_again(web: Web) -> None:
    web.drags("dijken", onto="dijk")
    menu = web.opens("dijk")
    assert "Haal" in [action.text().split()[0] for action in menu.actions() if action.text()]
    menu.close()


def test_the_menu_says_who_sent_a_word(web: Web) -> None:
    menu = web.opens("zee")
    told = menu.actions()[-1]
    menu.close()
    assert "Ana" in told.text()
    assert "Bo" in told.text()
    assert not told.isEnabled()


def test_a_rude_word_waits_in_front_and_a_click_shows_it(web: Web) -> None:
    web.bo.sends("dijken", "Zee", "kut")
    web.desk.link.tells()
    assert web.panel.lines()[0] == "kut 1"
    QTest.mouseClick(web.panel.chips, Qt.MouseButton.LeftButton, pos=web.at("kut"))
    assert web.sent == [Show("kut")]
    web.desk.clicks(web.panel.undo)
    assert web.sent[-1] == Hide("kut")


def test_the_teacher_chooses_what_the_class_sees(web: Web) -> None:
    assert web.panel.mode.text() == "Grof wacht"
    web.desk.clicks(web.panel.mode)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.data() == Moderate(Mode.APPROVE)).trigger()
    menu.close()
    assert web.sent == [Moderate(Mode.APPROVE)]
    assert web.panel.mode.text() == "Eerst goedkeuren"
    words = web.desk.room.seen.words
    assert words is not None
    assert not any(word.is_shown for word in words.words)
    web.desk.clicks(web.panel.undo)
    assert web.panel.mode.text() == "Grof wacht"


def test_the_keys_reach_every_word(web: Web) -> None:
    chips = web.panel.chips
    chips.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(chips, key)
    QTest.keyClick(chips, Qt.Key.Key_Space)
    assert web.sent == [Hide("zee")]
    web.desk.clicks(web.panel.undo)
    QTest.keyClick(chips, Qt.Key.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].data() == Hide("zee")
    menu.close()


def test_what_was_done_can_still_be_undone_after_another_slide(web: Web) -> None:
    web.drags("vogel", onto="zee")
    web.desk.goes_to("s5")
    web.desk.goes_to("s4")
    assert web.panel.undo.isEnabled()


def test_what_is_typed_into_the_search_is_no_key_of_the_lesson(web: Web) -> None:
    search = web.panel.search
    web.desk.console.activateWindow()
    search.setFocus()
    for letter in "bwq 1.":
        QTest.keyClick(search, letter)
    assert (search.text(), web.sent) == ("bwq 1.", [])
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    web.desk.presses(Qt.Key.Key_B)
    assert web.sent == [CoverWith(Cover.BLACK)]


def test_a_clicker_goes_on_while_the_teacher_searches(web: Web) -> None:
    web.panel.search.setFocus()
    QTest.keyClick(web.panel.search, Qt.Key.Key_PageDown)
    assert web.sent == [Next()]
