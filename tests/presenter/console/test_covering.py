"""presenter/console/window.py: what is covered where the class may see the laptop, and during a pause."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from polling.commands import Remove
from presenter.console.parts import PlainLabel
from presenter.console.window import Outlook
from presenter.keys import Action
from tests.classroom import LESSON
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, TWO, Desk

K = Qt.Key
NOTED = LESSON.replace("\n---\n\n#", "\n<!-- notes:\nDenk eraan\n-->\n\n---\n\n#").replace(
    "# Waarom hoor je onder water anders?\n", "# Waarom hoor je onder water anders?\n\n<!-- notes:\nDenk eraan\n-->\n"
)


@pytest.mark.parametrize("slide", ["s2", "s5"])
def test_with_one_screen_names_answers_and_notes_are_covered_until_asked_for(slide: str, make_desk: MakeDesk) -> None:
    desk = make_desk(plan=ONE)
    ana = desk.link.joins("Ana")
    desk.goes_to(slide)
    ana.chooses("A") if slide == "s2" else ana.writes("Water geleidt beter")
    desk.link.tells()
    assert desk.people == []
    assert "Ana" not in _all_text(desk.console)
    assert not any(row.isVisible() for row in desk.console.results.bars.rows)
    assert not desk.console.results.answers.isVisible()
    assert desk.console.covered.isVisible()
    assert "uitbreiden" in desk.console.covered.text.text()
    desk.console.show_outlook(Outlook(ONE, shows_names=True))
    assert desk.people != []
    assert desk.console.covered.button.text() == "Verberg namen en antwoorden"


def test_with_two_screens_nothing_is_covered(desk: Desk) -> None:
    desk.link.joins("Ana")
    desk.goes_to("s1")
    assert desk.people == ["Ana"]
    assert not desk.console.covered.isVisible()


@pytest.mark.parametrize("slide", ["s2", "s5"])
def test_a_pause_hides_what_is_the_teachers_on_two_screens_too(slide: str, make_desk: MakeDesk) -> None:
    desk = make_desk(NOTED)
    ana = desk.link.joins("Ana")
    desk.goes_to(slide)
    ana.chooses("A") if slide == "s2" else ana.writes("Water geleidt beter")
    desk.link.tells()
    desk.presses(K.Key_P)
    console = desk.console
    assert desk.people == []
    assert not any(row.isVisible() for row in console.results.bars.rows)
    assert not console.results.answers.isVisible()
    assert console.notes.text.toPlainText() == "Verborgen tijdens de pauze."
    desk.presses(K.Key_P)
    assert desk.people == ["Ana: A" if slide == "s2" else "Ana: verstuurd"]
    assert any(row.isVisible() for row in console.results.bars.rows) or console.results.answers.isVisible()
    assert console.notes.text.toPlainText() == "Denk eraan"


@pytest.mark.parametrize("pauses", [False, True])
def test_no_name_stands_anywhere_where_the_class_may_see_it(pauses: bool, make_desk: MakeDesk) -> None:
    desk = make_desk(plan=TWO if pauses else ONE)
    ana, bo = desk.link.joins("Ana"), desk.link.joins("Ana Bel")
    desk.link.joins("Anab")
    desk.link.share(ana, bo)
    desk.link.claims_seat(bo, "Ana")
    desk.goes_to("s2")
    desk.link.tells()
    if pauses:
        assert "Ana" in _all_text(desk.console)
        desk.presses(K.Key_P)
    desk.link.send(Remove("p3"))
    told = [*desk.people, desk.console.claims.text.text(), desk.console.passing.text.text()]
    for widget in desk.console.findChildren(QWidget):
        told.append(widget.accessibleName())
        told += [widget.text()] if isinstance(widget, QLabel | QAbstractButton) else []
    assert [text for text in told if "Ana" in text] == []
    assert any("telefoon wacht" in text for text in told)


def test_the_remote_says_why_it_cannot_be_opened_while_names_are_covered(make_desk: MakeDesk) -> None:
    desk = make_desk(plan=ONE)
    remote = desk.console.menu.teacher
    assert not remote.isEnabled()
    assert remote.text() == "Afstandsbediening … (eerst N: namen tonen)"
    desk.console.show_outlook(Outlook(ONE, shows_names=True))
    assert remote.isEnabled()
    assert remote.text() == "Afstandsbediening op je telefoon …"


def test_the_cover_button_asks_for_the_names(make_desk: MakeDesk) -> None:
    desk = make_desk(plan=ONE)
    asked: list[object] = []
    desk.console.wanted.connect(asked.append)
    desk.clicks(desk.console.covered.button)
    assert asked == [Action.SWITCH_NAMES]


def _all_text(widget: QObject) -> str:
    return " ".join(label.text() for label in widget.findChildren(PlainLabel))
