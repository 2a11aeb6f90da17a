"""presenter/console/people.py: the list of students."""

from __future__ import annotations

from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import Desk


def test_nobody_yet_says_how_to_join(desk: Desk) -> None:
    assert desk.console.people.nobody.text() == "Nog niemand. Toon het bord met Doe mee (Q)."


def test_while_a_question_is_asked_it_says_who_still_thinks(desk: Desk) -> None:
    ana, bo, cas = (desk.link.joins(name) for name in ("Ana", "Bo", "Cas"))
    desk.goes_to("s2")
    ana.chooses("B")
    desk.link.leaves(cas)
    desk.link.tells()
    assert bo.participant == "p2"
    assert desk.people == ["Ana: B", "Bo: denkt na", "Cas: niet hier"]
    assert desk.console.people.aside.text() == "2 van 3 hier"


def test_words_and_texts_only_say_that_they_were_sent(desk: Desk) -> None:
    ana = desk.link.joins("Ana")
    desk.goes_to("s5")
    ana.writes("iets")
    desk.link.tells()
    assert desk.people == ["Ana: verstuurd"]


def test_an_anonymous_question_does_not_show_who_chose_what(make_desk: MakeDesk) -> None:
    desk = make_desk("<!-- anonymous: yes -->\n\n# Slaap je genoeg?\n\n- [ ] Ja\n- [ ] Nee\n")
    ana = desk.link.joins("Ana")
    desk.goes_to("s1")
    ana.chooses("B")
    desk.link.tells()
    assert desk.people == ["Ana: verstuurd"]


def test_a_name_in_hebrew_keeps_its_own_direction_in_a_line(desk: Desk) -> None:
    desk.link.joins("\u05e9\u05e8\u05d4")
    desk.goes_to("s2")
    assert desk.people == ["\u2068\u05e9\u05e8\u05d4\u2069: denkt na"]
