"""presenter/console/claim_line.py: a phone asks for a seat, and the teacher says yes or no."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from polling.commands import CoverName
from polling.wire import JudgeClaim
from presenter.console.claim_line import ClaimLine
from presenter.console.window import Outlook
from tests.classroom import Phone
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, Desk

K = Qt.Key


@pytest.fixture
def ana(desk: Desk) -> Phone:
    """A student whose phone sleeps, and whom another phone claims to be."""
    phone = desk.link.joins("Ana")
    desk.link.leaves(phone)
    desk.link.claims_seat(phone, "ana")
    desk.link.tells()
    return phone


def line_that_listens(desk: Desk, qtbot: QtBot) -> ClaimLine:
    line = desk.console.claims
    qtbot.waitUntil(lambda: not line.is_fresh)
    return line


@pytest.mark.usefixtures("ana")
def test_the_line_asks_whose_phone_it_is(desk: Desk) -> None:
    line = desk.console.claims
    assert line.isVisible()
    assert line.text.text() == "Een telefoon zegt dat hij van Ana is."
    assert (line.yes.text(), line.no.text()) == ("Ja, dat is Ana", "Nee")
    assert line.no.accessibleName() == "Nee, dat is Ana niet"


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize("yes", [True, False])
def test_the_answer_goes_to_the_room_and_the_line_goes_away(yes: bool, desk: Desk, qtbot: QtBot) -> None:
    line = line_that_listens(desk, qtbot)
    desk.clicks(line.yes if yes else line.no)
    assert desk.link.sent == [JudgeClaim(claim="c1", yes=yes)]
    assert not line.isVisible()


@pytest.mark.usefixtures("ana")
def test_the_buttons_are_reached_with_tab_and_pressed_with_space(desk: Desk, qtbot: QtBot) -> None:
    line = line_that_listens(desk, qtbot)
    desk.console.activateWindow()
    line.yes.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(line.yes, K.Key_Tab)
    assert line.no.hasFocus()
    QTest.keyClick(line.no, K.Key_Space)
    assert desk.link.sent == [JudgeClaim(claim="c1", yes=False)]


def test_several_are_asked_one_after_the_other_and_a_double_click_answers_one(
    ana: Phone, desk: Desk, qtbot: QtBot
) -> None:
    bo = desk.link.joins("Bo")
    desk.link.leaves(bo)
    desk.link.claims_seat(bo, "Bo")
    desk.link.tells()
    line = line_that_listens(desk, qtbot)
    assert line.text.text() == "Een telefoon zegt dat hij van Ana is. (1 van 2)"
    desk.clicks(line.yes)
    desk.clicks(line.yes)
    assert desk.link.sent == [JudgeClaim(claim="c1", yes=True)]
    assert line.text.text() == "Een telefoon zegt dat hij van Bo is."


def test_it_goes_away_when_it_was_judged_elsewhere(ana: Phone, desk: Desk) -> None:
    desk.link.claims.clear()
    desk.link.tells()
    assert not desk.console.claims.isVisible()


def test_it_says_so_when_the_phone_of_that_student_is_here_as_well(ana: Phone, desk: Desk) -> None:
    desk.link.presence.hear(ana.participant, 0)
    desk.link.tells()
    assert desk.console.claims.text.text().endswith("maar de telefoon van Ana is er ook nog.")


def test_a_covered_name_stands_beside_its_number(ana: Phone, desk: Desk) -> None:
    desk.link.send(CoverName(ana.participant, True))
    assert "Ana · Leerling 1" in desk.console.claims.text.text()


def test_where_the_class_may_see_it_only_that_a_phone_waits(make_desk: MakeDesk) -> None:
    desk = make_desk(plan=ONE)
    ana = desk.link.joins("Ana")
    desk.link.leaves(ana)
    desk.link.claims_seat(ana, "Ana")
    desk.link.tells()
    line = desk.console.claims
    assert line.text.text() == "Een telefoon wacht op je. Toon de namen (N) om te antwoorden."
    assert not line.yes.isVisible()
    assert not line.no.isVisible()
    desk.console.show_outlook(Outlook(ONE, shows_names=True))
    assert line.text.text() == "Een telefoon zegt dat hij van Ana is."
    assert line.yes.isVisible()


@pytest.mark.usefixtures("ana")
def test_a_pause_covers_it_too(desk: Desk) -> None:
    desk.goes_to("s1")
    desk.presses(K.Key_P)
    assert desk.console.claims.text.text() == "Een telefoon wacht op je. Ga verder met de les om te antwoorden."
    assert "Ana" not in desk.console.claims.text.text() + desk.console.claims.no.text()


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_long_name_clips_nothing(size: tuple[int, int], language: str, make_desk: MakeDesk) -> None:
    desk = make_desk(language=language)
    phone = desk.link.joins("W" * 20)
    desk.link.claims_seat(phone, "W" * 20)
    desk.link.claims_seat(phone, "W" * 20)
    desk.goes_to("s2")
    desk.console.resize(*size)
    QApplication.processEvents()
    line = desk.console.claims
    assert (desk.console.width(), desk.console.height()) == size
    assert line.yes.width() >= line.yes.sizeHint().width()
    assert line.rect().contains(line.no.geometry())
    assert line.text.height() >= line.text.heightForWidth(line.text.width())


def test_a_class_that_came_back_by_another_way_is_let_in_at_once(desk: Desk, qtbot: QtBot, ana: Phone) -> None:
    line = desk.console.claims
    assert not line.all.isVisible()
    bo, cas = desk.link.joins("Bo"), desk.link.joins("Cas")
    desk.link.leaves(bo)
    for phone, name in ((bo, "Bo"), (cas, "Cas")):
        desk.link.claims_seat(phone, name)
    desk.link.tells()
    qtbot.waitUntil(lambda: not line.is_fresh)
    assert line.all.text() == "Ja, alle 2"
    desk.clicks(line.all)
    # Cas is here on a phone of his own: that one is asked about by itself.
    assert desk.link.sent == [JudgeClaim(claim="c1", yes=True), JudgeClaim(claim="c2", yes=True)]
    assert "Cas" in line.text.text()
    assert not line.all.isVisible()


@pytest.mark.usefixtures("ana")
def test_where_names_are_covered_nobody_is_let_in_at_once(desk: Desk) -> None:
    bo = desk.link.joins("Bo")
    desk.link.leaves(bo)
    desk.link.claims_seat(bo, "Bo")
    desk.link.tells()
    assert desk.console.claims.all.isVisible()
    desk.console.show_outlook(Outlook(ONE))
    assert not desk.console.claims.all.isVisible()
    desk.console.claims.on_all()
    assert desk.link.sent == []
