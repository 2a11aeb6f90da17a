"""presenter/console/lines.py: what passes, and the remarks about the lesson file."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from presenter.console.window import Outlook
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, Desk

K = Qt.Key


def test_what_is_refused_is_said_in_words(desk: Desk) -> None:
    desk.link.refused.emit("not_now")
    assert desk.console.passing.text.text() == "Dat kan nu niet."
    desk.link.refused.emit("a code of a later version")
    assert desk.console.passing.text.text() == "Dat kan nu niet."


def test_at_either_end_the_console_says_so_and_nothing_moves_for_it(desk: Desk) -> None:
    QApplication.processEvents()
    place = desk.console.now.geometry()
    desk.presses(K.Key_Left)
    assert desk.console.passing.text.text() == "Dit is de eerste slide."
    desk.goes_to("s8")
    desk.presses(K.Key_Right)
    passing = desk.console.passing
    assert passing.text.text() == "Dit was de laatste slide."
    QApplication.processEvents()
    assert desk.console.now.geometry().topLeft() == place.topLeft()
    assert passing.isVisible()
    assert passing.parentWidget().rect().contains(passing.geometry())


def test_what_can_be_undone_waits_for_the_focus(desk: Desk) -> None:
    passing = desk.console.passing
    passing.offer("Ana is uit de les.", "Ongedaan maken", None, is_private=True)
    desk.console.activateWindow()
    passing.button.setFocus()
    passing.on_until()
    assert passing.isVisible()
    desk.console.setFocus()
    passing.on_until()
    assert not passing.isVisible()


def test_what_names_nobody_stays_when_names_are_covered(desk: Desk) -> None:
    passing = desk.console.passing
    passing.offer("Ana is uit de les.", "Ongedaan maken", None, is_private=True)
    passing.say("Dat kan nu niet.")
    passing.cover()
    assert passing.isVisible()


def test_problems_of_the_file_are_one_quiet_line_that_opens(desk: Desk) -> None:
    desk.spokesman.say_problems(("Regel 3: iets",))
    line = desk.console.problems
    assert line.text.text() == "1 opmerking over het lesbestand"
    assert not line.list.isVisible()
    desk.clicks(line.button)
    assert line.list.isVisible()
    assert line.list.text() == "Regel 3: iets"


def test_many_problems_scroll_and_leave_the_lesson_its_room(desk: Desk) -> None:
    before = desk.console.now.height()
    desk.spokesman.say_problems(tuple(f"Regel {line}: iets " + "langs " * 60 for line in range(60)))
    desk.clicks(desk.console.problems.button)
    QApplication.processEvents()
    assert desk.console.problems.height() <= 170
    assert desk.console.now.height() > before / 2
    assert desk.console.height() == 768


def test_problems_quote_the_lesson_so_they_are_covered_where_the_class_may_see_them(make_desk: MakeDesk) -> None:
    desk = make_desk(plan=ONE)
    desk.spokesman.say_problems(("Regel 3: iets",))
    line = desk.console.problems
    assert line.text.isVisible()
    assert not line.button.isVisible()
    desk.console.show_outlook(Outlook(ONE, shows_names=True))
    desk.clicks(line.button)
    assert line.list.isVisible()
    desk.console.show_outlook(Outlook(ONE))
    assert not line.list.isVisible()


def test_a_passing_line_covers_no_answer(desk: Desk) -> None:
    ana = desk.link.joins("Ana")
    desk.goes_to("s5")
    ana.writes("Water geleidt")
    desk.link.tells()
    desk.console.passing.say("Dat kan nu niet.")
    answers, passing = desk.console.results.answers, desk.console.passing
    place = QRect(passing.mapToGlobal(QPoint(0, 0)), passing.size())
    assert not place.intersects(QRect(answers.mapToGlobal(QPoint(0, 0)), answers.size()))
