"""presenter/console/hidden.py, used by the spokesman: what was hidden is said, and can be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from polling.commands import Hide, Pause, Show
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, Desk

APPROVED = "<!-- kind: open\n     approve: yes -->\n\n# Wat spreek je af?\n"


def test_an_answer_that_was_hidden_is_said_without_its_text_and_can_be_undone(desk: Desk) -> None:
    ana = desk.link.joins("Ana")
    desk.goes_to("s5")
    ana.writes("Iets lelijks")
    desk.link.tells()
    desk.link.send(Hide("p1"))
    passing = desk.console.passing
    assert (passing.text.text(), passing.button.text()) == (
        "Een antwoord is verborgen voor de klas.",
        "Ongedaan maken",
    )
    desk.clicks(passing.button)
    assert desk.link.sent == [Hide("p1"), Show("p1")]


def test_control_z_undoes_it_once(desk: Desk) -> None:
    ana = desk.link.joins("Bo")
    desk.goes_to("s4")
    ana.sends("rotwoord")
    desk.link.tells()
    desk.link.send(Hide("rotwoord"))
    assert "rotwoord" in desk.console.passing.text.text()
    desk.console.activateWindow()
    for _ in range(2):
        QTest.keyClick(desk.console, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.link.sent == [Hide("rotwoord"), Show("rotwoord")]


def test_a_hidden_word_is_not_repeated_where_the_class_may_read_along(make_desk: MakeDesk) -> None:
    desk = make_desk(plan=ONE)
    ana = desk.link.joins("Ana")
    desk.goes_to("s4")
    ana.sends("rotwoord")
    desk.link.tells()
    desk.link.send(Hide("rotwoord"))
    assert desk.console.passing.text.text() == "Een antwoord is verborgen voor de klas."


def test_a_hidden_word_goes_from_sight_when_names_do(desk: Desk) -> None:
    ana = desk.link.joins("Ana")
    desk.goes_to("s4")
    ana.sends("rotwoord")
    desk.link.tells()
    desk.link.send(Hide("rotwoord"))
    desk.link.send(Pause())
    assert not desk.console.passing.isVisible()


def test_an_answer_that_its_author_changed_was_not_hidden(make_desk: MakeDesk) -> None:
    desk = make_desk(APPROVED)
    ana = desk.link.joins("Ana")
    desk.goes_to("s1")
    ana.writes("Stil zijn")
    desk.link.tells()
    desk.link.send(Show("p1"))
    ana.writes("Heel stil zijn")
    desk.link.tells()
    assert not desk.room.seen.tally.answers[0].is_shown
    assert not desk.console.passing.isVisible()
