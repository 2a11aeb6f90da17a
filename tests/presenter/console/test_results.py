"""presenter/console/results.py: what stands under the slide, per kind and phase."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from polling.commands import Again, Close, CoverName, End, Hide, Lock, Next, Show, SwitchLive
from presenter.screens import ScreenPlan
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, TWO, Desk

APPROVED = "<!-- kind: open\n     approve: yes\n     anonymous: yes -->\n\n# Wat spreek je af?\n"


def test_a_slide_that_asks_nothing_says_what_phones_show(desk: Desk) -> None:
    desk.goes_to("s1")
    assert desk.console.results.sentence.text().startswith("Deze slide vraagt niets")


def test_before_the_lesson_it_says_whether_others_can_still_join(desk: Desk) -> None:
    assert "later binnenkomen kan altijd" in desk.console.results.sentence.text()
    desk.link.send(Lock(True))
    assert desk.console.results.sentence.text().startswith("De les is op slot")


def test_who_is_awaited_is_not_taken_for_something_on_the_board(desk: Desk) -> None:
    desk.link.joins("Ana")
    desk.goes_to("s3")
    desk.link.tells()
    results = desk.console.results
    assert results.heading.text() == "Dit staat ook op het bord"
    assert results.awaited.text() == "Alleen jij ziet dit. Nog niet: Ana"
    desk.link.send(SwitchLive())
    assert (results.heading.text(), results.awaited.text()) == ("Alleen jij ziet dit", "Nog niet: Ana")


def test_a_slide_that_is_shared_says_that_phones_show_its_text(make_desk: MakeDesk) -> None:
    desk = make_desk("<!-- share: yes -->\n\n# Lees mee\n\nLucht trilt.\n")
    desk.goes_to("s1")
    assert "de titel, de tekst, de timer" in desk.console.results.sentence.text()


def test_a_question_that_waits_says_so(desk: Desk) -> None:
    desk.goes_to("s7")
    assert desk.console.results.sentence.text() == "De vraag is nog niet gesteld."


def test_words_are_chips_the_most_frequent_first(desk: Desk) -> None:
    ana, bo = desk.link.joins("Ana"), desk.link.joins("Bo")
    desk.goes_to("s4")
    assert desk.console.results.sentence.text() == "Nog geen antwoorden."
    ana.sends("trein", "vogel"), bo.sends("Vogel")
    desk.link.tells()
    assert desk.console.results.chips.accessibleName() == "vogel 2, trein 1"
    assert desk.console.results.heading.text() == "Dit staat ook op het bord"
    assert desk.console.results.aside.text() == "2 woorden"


def test_a_click_on_a_word_hides_it_from_the_class(desk: Desk) -> None:
    ana = desk.link.joins("Bo")
    desk.goes_to("s4")
    ana.sends("rotwoord")
    desk.link.tells()
    chips = desk.console.results.chips
    for _ in range(2):
        QTest.mouseClick(chips, Qt.MouseButton.LeftButton, pos=chips.place_of("rotwoord").center())
    assert desk.link.sent == [Hide("rotwoord"), Show("rotwoord")]


def test_open_answers_stand_with_their_names_the_latest_first(desk: Desk) -> None:
    ana, bo = desk.link.joins("Ana"), desk.link.joins("Bo")
    desk.goes_to("s5")
    ana.writes("Water geleidt"), bo.writes("Het is\nsneller")
    desk.link.tells()
    assert desk.console.results.answers.lines() == ["Bo: Het is\nsneller", "Ana: Water geleidt"]
    assert desk.console.results.heading.text() == "Alleen jij ziet de namen"


def test_answers_to_approve_are_let_through_by_a_click(make_desk: MakeDesk) -> None:
    desk = make_desk(APPROVED)
    ana = desk.link.joins("Ana")
    desk.goes_to("s1")
    ana.writes("Stil zijn")
    desk.link.tells()
    answers = desk.console.results.answers
    assert answers.lines() == ["Stil zijn, verborgen voor de klas"]
    assert desk.console.results.heading.text() == "Kies wat de klas mag zien"
    assert desk.people == ["Ana: verstuurd"]
    index = answers.model().index(0, 0)
    QTest.mouseClick(answers.viewport(), Qt.MouseButton.LeftButton, pos=answers.visualRect(index).center())
    answers.setCurrentIndex(index)
    QTest.keyClick(answers, Qt.Key.Key_Return)
    assert desk.link.sent[0] == Show("p1")


def test_a_second_round_shows_the_first_beside_it(desk: Desk) -> None:
    ana = desk.link.joins("Ana")
    desk.goes_to("s2")
    ana.chooses("B")
    desk.link.send(Close())
    desk.link.send(Again())
    ana.chooses("A")
    desk.link.tells()
    rows = desk.console.results.bars.rows
    assert [(row.fact.count, row.fact.note) for row in rows[:2]] == [(1, "vorige ronde 0"), (0, "vorige ronde 1")]
    assert desk.console.results.aside.text() == "ronde 2"


def test_what_is_left_of_another_slide_is_not_shown(desk: Desk) -> None:
    ana = desk.link.joins("Ana")
    desk.goes_to("s2")
    ana.chooses("B")
    desk.link.tells()
    desk.link.send(Next())
    desk.goes_to("s1")
    assert desk.room.seen.tally is None
    assert desk.console.top.answered.text() == ""


@pytest.mark.parametrize("plan", [ONE, TWO])
@pytest.mark.parametrize("slide", ["s2", "s4", "s5"])
def test_the_end_of_the_lesson_brings_no_answer_into_sight(slide: str, plan: ScreenPlan, make_desk: MakeDesk) -> None:
    desk = make_desk(plan=plan)
    ana = desk.link.joins("Ana")
    desk.goes_to(slide)
    {"s2": lambda: ana.chooses("A"), "s4": lambda: ana.sends("trein"), "s5": lambda: ana.writes("Water")}[slide]()
    desk.link.send(SwitchLive())
    desk.link.send(End())
    results = desk.console.results
    assert not any(shown.isVisible() for shown in (results.bars, results.chips, results.answers))
    assert (results.sentence.text(), results.aside.text()) == ("De les is afgesloten.", "")
    assert not desk.console.bottom.live.isChecked()


def test_an_open_answer_stands_beside_the_name_and_what_the_class_sees_of_it(desk: Desk) -> None:
    ana = desk.link.joins("Ana")
    desk.link.send(CoverName("p1", True))
    desk.goes_to("s5")
    ana.writes("Water")
    desk.link.tells()
    assert desk.console.results.answers.lines() == ["Ana · Leerling 1: Water"]
