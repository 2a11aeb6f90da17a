"""presenter/spokesman.py: what happens, in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from polling.commands import Readmit, Remove, Rename
from presenter.console.window import Outlook
from presenter.dialogs import RenameDialog
from presenter.film_file import Fault
from presenter.settings import Settings
from presenter.stage.words import say
from presenter.trouble import Matter
from presenter.video import FilmState
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, Desk


@pytest.mark.parametrize("reason", ["port_taken", "store", "lesson", "released", "unknown"])
def test_every_failure_has_its_sentence_and_a_button(reason: str, desk: Desk) -> None:
    desk.spokesman.on_matter(Matter("server.failed", reason))
    line = desk.console.trouble
    assert line.text.text().startswith("De les kan niet verder: ")
    assert line.text.text().endswith("Alles wat binnen was, is bewaard.")
    assert line.button.text() == "Probeer opnieuw"
    desk.spokesman.on_matter(Matter())
    assert not line.isVisible()


def test_a_film_has_a_button_and_a_broken_one_a_sentence(desk: Desk) -> None:
    desk.spokesman.on_film(FilmState(has_film=True))
    assert desk.console.bottom.video.isVisible()
    assert desk.console.bottom.video.accessibleName() == "Speel de film af"
    desk.spokesman.on_film(FilmState(has_film=True, is_playing=True))
    assert desk.console.bottom.video.accessibleName() == "Zet de film stil"
    desk.spokesman.on_film(FilmState(has_film=True, is_broken=True, fault=Fault.KIND))
    assert not desk.console.bottom.video.isVisible()
    assert desk.console.browser.text.text().startswith("Deze film speelt hier niet af. Deze computer kan dit soort")
    desk.spokesman.on_film(FilmState(has_film=True, fault=Fault.CUT))
    assert desk.console.browser.text.text().startswith("Deze film hield op voor het einde. Het bestand is niet compl")


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_of_a_film_has_a_sentence_with_what_to_do(fault: Fault, desk: Desk) -> None:
    desk.spokesman.on_film(FilmState(has_film=True, is_broken=True, fault=fault))
    assert len(desk.console.browser.text.text()) > len("Deze film speelt hier niet af. ") + 40
    assert say("nl", f"fault_{fault}") != say("en", f"fault_{fault}")


def test_a_film_on_the_web_is_opened_in_the_browser(desk: Desk) -> None:
    desk.spokesman.on_web_film(FilmState(web_address="https://youtu.be/x"))
    assert "youtu.be" in desk.console.browser.text.text()
    assert desk.console.browser.button.text() == "Open in de browser"


def test_another_language_is_spoken_at_once(desk: Desk) -> None:
    desk.spokesman.say_problems(("Regel 3: iets",))
    desk.spokesman.on_settings(Settings(language="en"))
    assert desk.console.bottom.next.text() == "Begin the lesson"
    assert desk.console.problems.text.text() == "1 remark about the lesson file"
    assert desk.console.trouble.text.text() == "Getting the lesson ready …"


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (Settings(language="nl", is_donut=True), "Resultaten als ring"),
        (Settings(language="nl", counts_lead=True), "Aantallen groot"),
    ],
)
def test_how_results_are_drawn_is_said_when_it_changes(now: Settings, said: str, desk: Desk) -> None:
    desk.spokesman.on_settings(now)
    assert desk.console.passing.text.text().startswith(said)
    desk.spokesman.on_settings(Settings(language="nl"))
    assert not desk.console.passing.text.text().startswith(said)


def test_who_was_taken_out_is_said_and_let_in_again_with_one_click(desk: Desk) -> None:
    desk.link.joins("Ana")
    desk.link.tells()
    desk.link.send(Remove("p1"))
    passing = desk.console.passing
    assert (passing.text.text(), passing.button.text()) == ("Ana is uit de les.", "Ongedaan maken")
    assert passing.parentWidget().rect().contains(passing.geometry())
    assert passing.rect().contains(passing.button.geometry())
    desk.clicks(passing.button)
    assert desk.link.sent == [Remove("p1"), Readmit("p1")]
    assert desk.people == ["Ana: weg"]
    assert not passing.isVisible()


def test_a_block_is_said_and_undone_too(desk: Desk) -> None:
    desk.link.joins("Ana")
    desk.link.tells()
    desk.link.send(Remove("p1", block=True))
    assert desk.console.passing.text.text() == "Ana is uit de les en geblokkeerd."
    desk.clicks(desk.console.passing.button)
    assert desk.people == ["Ana: weg"]


def test_where_the_class_may_see_it_nobody_is_named(make_desk: MakeDesk) -> None:
    desk = make_desk(plan=ONE)
    desk.link.joins("Ana"), desk.link.joins("Bo")
    desk.link.tells()
    desk.link.send(Remove("p1"))
    passing = desk.console.passing
    assert passing.text.text() == "Een leerling is uit de les."
    desk.console.show_outlook(Outlook(ONE, shows_names=True))
    assert passing.isVisible()
    desk.link.send(Remove("p2"))
    assert passing.text.text() == "Bo is uit de les."
    desk.console.show_outlook(Outlook(ONE))
    assert not passing.isVisible()


def test_a_student_gets_another_name(desk: Desk) -> None:
    desk.link.joins("Ana")
    desk.link.tells()
    desk.chooses("Ana", "Hernoem")
    dialog = desk.console.findChild(RenameDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Hernoem Ana"
    QTest.keyClicks(dialog.name, "Ana B")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert desk.link.sent == [Rename("p1", "Ana B")]
    assert desk.people == ["Ana B"]


def test_an_empty_name_is_refused_in_words(desk: Desk) -> None:
    desk.link.joins("Ana")
    desk.link.tells()
    desk.spokesman.on_rename_wanted("p1")
    dialog = desk.console.findChild(RenameDialog)
    assert dialog is not None
    QTest.keyClick(dialog.name, Qt.Key.Key_Backspace)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert desk.console.passing.text.text() == "Typ een naam van letters of cijfers."
    assert desk.people == ["Ana"]


def test_who_is_not_there_cannot_be_renamed(desk: Desk) -> None:
    desk.spokesman.on_rename_wanted("p7")
    assert desk.console.findChild(RenameDialog) is None


def test_the_dialog_with_a_name_closes_when_names_are_covered(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(plan=ONE)
    desk.link.joins("Ana")
    desk.link.tells()
    desk.console.show_outlook(Outlook(ONE, shows_names=True))
    desk.spokesman.on_rename_wanted("p1")
    dialog = desk.console.findChild(RenameDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.rejected):
        desk.console.show_outlook(Outlook(ONE))
    assert desk.link.sent == []


def test_a_full_disk_stands_as_a_trouble_and_does_not_pass(desk: Desk) -> None:
    desk.spokesman.on_refused("not_stored")
    assert not desk.console.passing.isVisible()
    desk.spokesman.on_matter(Matter("refused.not_stored"))
    line = desk.console.trouble
    assert line.property("tone") == "error"
    assert line.text.text().startswith("Bewaren lukt nu niet: is de schijf vol?")
    assert not line.button.isVisible()
