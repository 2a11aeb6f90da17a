"""presenter/console/person_rows.py: the students as lines, in words."""

from __future__ import annotations

import pytest

from presenter.console.person_rows import MOST_NAMED, listed
from presenter.words import Words
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import Desk


def test_a_line_says_who_still_thinks_who_sleeps_and_who_is_gone(desk: Desk) -> None:
    ana, bo, cas, dirk = (desk.link.joins(name) for name in ("Ana", "Bo", "Cas", "Dirk"))
    desk.goes_to("s2")
    ana.chooses("B")
    desk.link.sleeps_long(dirk)
    for phone in (ana, bo):
        desk.link.presence.hear(phone.participant, 0)
    desk.link.presence.hear(cas.participant, 0)
    desk.link.leaves(cas)
    desk.link.tells()
    assert desk.people == ["Ana: B", "Bo: denkt na", "Cas: slaapt", "Dirk: weg"]


def test_who_answered_and_fell_asleep_has_both_said(desk: Desk) -> None:
    ana, bo = desk.link.joins("Ana"), desk.link.joins("Bo")
    desk.goes_to("s5")
    ana.writes("iets")
    desk.link.leaves(ana)
    desk.link.tells()
    assert desk.people == ["Ana: verstuurd, slaapt", "Bo: denkt na"]
    assert bo.participant == "p2"


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


def test_the_lines_stand_in_the_order_of_joining(desk: Desk) -> None:
    for name in ("Zoë", "Ana", "Mila"):
        desk.link.joins(name)
    desk.link.tells()
    assert desk.people == ["Zoë", "Ana", "Mila"]


def test_a_name_in_hebrew_keeps_its_own_direction_in_a_line(desk: Desk) -> None:
    desk.link.joins("\u05e9\u05e8\u05d4")
    desk.goes_to("s2")
    desk.link.tells()
    assert desk.people == ["\u2068\u05e9\u05e8\u05d4\u2069: denkt na"]


@pytest.mark.parametrize(("language", "others"), [("nl", "en 3 anderen"), ("en", "and 3 others")])
def test_a_long_list_of_names_ends_in_a_count(language: str, others: str) -> None:
    names = tuple("ABCDEFGH")
    assert listed(names, Words(language)) == f"A, B, C, D, E {others}"
    assert listed(names[:MOST_NAMED], Words(language)) == "A, B, C, D, E, F"
