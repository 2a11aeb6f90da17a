"""presenter/console/awaited.py: who is still awaited, and when everyone has answered."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from polling.commands import Again, Close, CloseByItself, CoverName, Pause
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, Desk


def test_under_the_bars_stand_those_who_are_awaited_and_who_of_them_sleeps(desk: Desk) -> None:
    ana, bo, _ = (desk.link.joins(name) for name in ("Ana", "Bo", "Cas"))
    desk.goes_to("s2")
    ana.chooses("B")
    desk.link.leaves(bo)
    desk.link.tells()
    assert desk.console.results.awaited.text() == "Nog niet: Bo (slaapt), Cas"
    assert desk.console.top.answered.text() == "1 van 3 geantwoord"


def test_each_name_keeps_its_own_direction_among_the_others(desk: Desk) -> None:
    sara, _ = desk.link.joins("\u05e9\u05e8\u05d4"), desk.link.joins("Bo")
    desk.link.send(CoverName(sara.participant, True))
    desk.goes_to("s2")
    desk.link.leaves(sara)
    desk.link.tells()
    awaited = desk.console.results.awaited
    assert awaited.text() == "Nog niet: \u2068\u05e9\u05e8\u05d4\u2069 · Leerling 1 (slaapt), Bo"


def test_of_many_only_the_sleepers_are_named(desk: Desk) -> None:
    phones = [desk.link.joins(f"Leerling{number}") for number in range(9)]
    desk.goes_to("s2")
    desk.link.tells()
    awaited = desk.console.results.awaited
    assert awaited.text() == "Nog niet: 9 leerlingen"
    desk.link.leaves(phones[4])
    desk.link.tells()
    assert awaited.text() == "Nog niet: 9 leerlingen, onder wie Leerling4 (slaapt)"


def test_who_slept_when_it_was_asked_is_not_awaited(desk: Desk) -> None:
    _, bo = desk.link.joins("Ana"), desk.link.joins("Bo")
    desk.link.leaves(bo)
    desk.goes_to("s2")
    desk.link.tells()
    assert desk.console.results.awaited.text() == "Nog niet: Ana"


@pytest.mark.parametrize("slide", ["s4", "s5"])
def test_words_and_texts_are_awaited_by_name_too(slide: str, desk: Desk) -> None:
    desk.link.joins("Ana")
    desk.goes_to(slide)
    desk.link.tells()
    assert desk.console.results.awaited.text().endswith("Nog niet: Ana")
    desk.link.send(Close())
    assert not desk.console.results.awaited.isVisible()


def test_the_slide_keeps_its_size_when_the_last_one_answers(desk: Desk) -> None:
    ana = desk.link.joins("Ana")
    desk.goes_to("s2")
    desk.link.tells()
    before = desk.console.now.geometry()
    ana.chooses("A")
    desk.link.tells()
    assert desk.console.results.awaited.text() == ""
    assert desk.console.now.geometry() == before


def test_nobody_is_named_where_the_class_may_see_it(make_desk: MakeDesk) -> None:
    desk = make_desk(plan=ONE)
    desk.link.joins("Ana")
    desk.goes_to("s2")
    desk.link.tells()
    assert desk.console.results.awaited.text() == ""
    assert not desk.console.results.awaited.isVisible()


def test_the_primary_button_says_when_everyone_has_answered(desk: Desk) -> None:
    ana, bo = desk.link.joins("Ana"), desk.link.joins("Bo")
    desk.goes_to("s2")
    button = desk.console.bottom.next
    ana.chooses("A")
    desk.link.tells()
    assert button.note == ""
    bo.chooses("B")
    desk.link.tells()
    assert (button.text(), button.note) == ("Sluit de vraag", "iedereen heeft geantwoord")
    assert button.accessibleName() == "Sluit de vraag, iedereen heeft geantwoord"
    desk.link.send(Close())
    assert button.note == ""


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
@pytest.mark.parametrize("closes", [False, True])
def test_the_buttons_stay_where_they_are_when_it_says_so(
    size: tuple[int, int], language: str, closes: bool, make_desk: MakeDesk
) -> None:
    desk = make_desk(language=language)
    ana = desk.link.joins("Ana")
    desk.link.send(CloseByItself(closes))
    desk.goes_to("s2")
    desk.link.tells()
    desk.console.resize(*size)
    QApplication.processEvents()
    bar = desk.console.bottom
    before = [button.geometry() for button in (bar.back, bar.next, bar.again, bar.slides)]
    ana.chooses("A")
    desk.link.tells()
    QApplication.processEvents()
    assert bar.next.note
    assert [button.geometry() for button in (bar.back, bar.next, bar.again, bar.slides)] == before
    assert bar.next.width() >= bar.next.minimumSizeHint().width()
    assert desk.console.width() == size[0]


def test_a_sleeper_who_is_awaited_makes_it_those_who_are_here(desk: Desk) -> None:
    ana, bo = desk.link.joins("Ana"), desk.link.joins("Bo")
    desk.goes_to("s2")
    desk.link.tells()
    ana.chooses("A")
    desk.link.leaves(bo)
    desk.link.tells()
    assert desk.console.bottom.next.note == "wie er is heeft geantwoord"


@pytest.mark.parametrize(("slide", "note"), [("s2", "sluit zo"), ("s4", "iedereen heeft geantwoord")])
def test_what_closes_by_itself_says_so(slide: str, note: str, desk: Desk) -> None:
    ana = desk.link.joins("Ana")
    desk.link.send(CloseByItself(True))
    desk.goes_to(slide)
    ana.chooses("A") if slide == "s2" else ana.sends("trein")
    desk.link.tells()
    assert note in desk.console.bottom.next.note
    desk.link.send(Pause())
    assert desk.console.bottom.next.note == ""


def test_a_new_round_awaits_everyone_again(desk: Desk) -> None:
    ana = desk.link.joins("Ana")
    desk.goes_to("s2")
    ana.chooses("A")
    desk.link.send(Close())
    desk.link.send(Again())
    assert desk.console.results.awaited.text() == "Nog niet: Ana"
    assert desk.console.bottom.next.note == ""


def test_with_nobody_here_nothing_is_said(desk: Desk) -> None:
    desk.goes_to("s2")
    desk.link.tells()
    assert desk.console.bottom.next.note == ""
