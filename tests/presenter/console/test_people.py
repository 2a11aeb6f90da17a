"""presenter/console/people.py: the card with the students, who shares a device, and the lock."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from polling.commands import CoverName, End, Lock, Readmit, Remove
from presenter.console.people import People
from presenter.console.style import CHROMES
from presenter.console.window import Outlook
from presenter.words import Words
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, Desk

K = Qt.Key


def test_nobody_yet_says_how_to_join(desk: Desk) -> None:
    assert desk.console.people.nobody.text() == "Nog niemand. Toon het bord met Doe mee (Q)."


def test_the_card_counts_who_is_here(desk: Desk) -> None:
    _, _, cas = (desk.link.joins(name) for name in ("Ana", "Bo", "Cas"))
    desk.link.leaves(cas)
    desk.link.tells()
    assert desk.console.people.aside.text() == "2 van 3 hier"


def test_who_is_taken_out_stands_at_the_bottom_and_comes_back_with_the_answer(desk: Desk) -> None:
    ana, _ = desk.link.joins("Ana"), desk.link.joins("Bo")
    desk.goes_to("s2")
    ana.chooses("B")
    desk.link.tells()
    desk.chooses("Ana", "Haal uit de les")
    assert desk.link.sent == [Remove("p1")]
    assert desk.people == ["Bo: denkt na", "Uit de les", "Ana"]
    assert desk.console.top.answered.text() == "0 van 1 geantwoord"
    desk.chooses("Ana", "Laat weer toe")
    assert desk.link.sent[-1] == Readmit("p1")
    assert desk.people[0].startswith("Ana: B")


def test_who_is_blocked_is_marked(desk: Desk) -> None:
    desk.link.joins("Ana")
    desk.link.tells()
    desk.chooses("Ana", "Blokkeer")
    assert desk.link.sent == [Remove("p1", block=True)]
    assert desk.people == ["Uit de les", "Ana: geblokkeerd"]


def test_a_name_is_covered_and_shown_again_from_its_menu(desk: Desk) -> None:
    desk.link.joins("Ana"), desk.link.joins("Xx")
    desk.link.tells()
    desk.chooses("Xx", "Toon als Leerling 2")
    assert desk.link.sent == [CoverName("p2", True)]
    assert desk.people == ["Ana", "Xx · Leerling 2"]
    desk.chooses("Xx", "Toon de naam")
    assert desk.people == ["Ana", "Xx"]


def test_the_lock_is_a_switch_that_shows_what_the_room_says(desk: Desk) -> None:
    lock = desk.console.people.lock
    assert (lock.isChecked(), lock.text()) == (False, "Zet de les op slot")
    desk.clicks(lock)
    assert desk.link.sent == [Lock(True)]
    assert (lock.isChecked(), lock.text()) == (True, "De les is op slot")
    desk.presses(K.Key_S)
    assert desk.link.sent == [Lock(True), Lock(False)]
    assert (lock.isChecked(), lock.accessibleName()) == (False, "Zet de les op slot: niemand nieuw kan meedoen")
    desk.link.send(End())
    assert not lock.isEnabled()


def test_a_click_on_the_lock_changes_nothing_before_the_room_says_so(desk: Desk, qtbot: QtBot) -> None:
    people = People(CHROMES["light"])
    qtbot.addWidget(people)
    people.show_people(desk.room.seen, Words("nl"), "")
    with qtbot.waitSignal(people.wanted) as heard:
        people.lock.click()
    assert heard.args == [Lock(True)]
    assert not people.lock.isChecked()


def test_those_on_one_device_are_named_without_blame_and_marked(desk: Desk) -> None:
    ana, bo, _ = (desk.link.joins(name) for name in ("Ana", "Bo", "Cas"))
    desk.link.tells()
    shared = desk.console.people.shared
    assert not shared.isVisible()
    desk.link.share(ana, bo)
    desk.link.tells()
    assert shared.text() == "2 leerlingen doen mee vanaf één toestel: Ana, Bo."
    assert desk.people == ["Ana: samen op één toestel", "Bo: samen op één toestel", "Cas"]


def test_those_on_one_device_are_not_named_where_the_class_may_see_it(make_desk: MakeDesk) -> None:
    desk = make_desk(plan=ONE)
    desk.link.share(desk.link.joins("Ana"), desk.link.joins("Bo"))
    desk.link.tells()
    assert not desk.console.people.shared.isVisible()
    assert desk.console.people.shared.text() == ""
    desk.console.show_outlook(Outlook(ONE, shows_names=True))
    assert desk.console.people.shared.isVisible()


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1000, 560)])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_card_fits_with_a_class_on_one_device(size: tuple[int, int], language: str, make_desk: MakeDesk) -> None:
    desk = make_desk(language=language)
    desk.link.share(*(desk.link.joins(f"Maximiliaan {number}") for number in range(28)))
    desk.link.send(Lock(True))
    desk.console.resize(*size)
    QApplication.processEvents()
    people = desk.console.people
    assert (desk.console.width(), desk.console.height()) == size
    for widget in (people.list, people.shared, people.lock):
        assert people.rect().contains(widget.geometry()), widget
    assert people.lock.width() >= people.lock.minimumSizeHint().width()
    assert people.lock.height() >= 44
    assert people.list.height() >= 3 * 28
