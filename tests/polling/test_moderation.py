"""polling/moderation.py: stars and the one large card. What is shown and hidden stands in test_room.py."""

from __future__ import annotations

import msgspec
import pytest

from polling import commands
from polling.decisions import decide
from polling.export import to_csv, to_json
from polling.parts import tally_part
from polling.phone_state import concerns_phones
from polling.presence import Presence
from polling.results import results
from polling.room import Room
from polling.wire import TallyPart
from tests.classroom import Classroom, Phone

APPROVING = "<!-- kind: open\n     approve: yes -->\n\n# Waarom?\n\n---\n\n# Klaar\n"


@pytest.fixture
def classroom() -> Classroom:
    """The open question is asked."""
    made = Classroom()
    made.goes_to("s5")
    return made


@pytest.fixture
def ana(classroom: Classroom) -> Phone:
    phone = classroom.joins("Ana")
    phone.writes("Water geleidt beter.")
    return phone


def tally(room: Room) -> TallyPart:
    """What teacher screens are told of the answers."""
    part = tally_part(room, Presence(), 1)
    assert part is not None
    return part


def stars(room: Room) -> list[bool]:
    return [each.is_starred for each in tally(room).answers]


def test_a_star_is_given_and_taken_off_and_survives_a_restart(classroom: Classroom, ana: Phone) -> None:
    classroom.joins("Bo").writes("Geen idee.")
    classroom.does(commands.Star(ana.participant, True))
    assert stars(classroom.room) == stars(classroom.restarted()) == [True, False]
    assert classroom.does(commands.Star(ana.participant, True)) == []
    classroom.does(commands.Star(ana.participant, False))
    assert stars(classroom.room) == [False, False]


def test_one_answer_stands_large_until_all_are_shown_again(classroom: Classroom, ana: Phone) -> None:
    classroom.does(commands.Enlarge(ana.participant))
    assert tally(classroom.room).enlarged == tally(classroom.restarted()).enlarged == ana.participant
    bo = classroom.joins("Bo")
    bo.writes("Geen idee.")
    classroom.does(commands.Enlarge(bo.participant))
    assert tally(classroom.room).enlarged == bo.participant
    classroom.does(commands.Enlarge(""))
    assert tally(classroom.room).enlarged == ""
    assert classroom.does(commands.Enlarge("")) == []


@pytest.mark.parametrize("going", [commands.Next(), commands.Back(), commands.Skip(), commands.GoTo("s1")])
def test_who_goes_on_or_back_leaves_the_large_card(classroom: Classroom, ana: Phone, going: commands.Command) -> None:
    classroom.does(commands.Enlarge(ana.participant))
    classroom.does(commands.Star(ana.participant, True))
    classroom.does(going)
    classroom.goes_to("s5")
    assert (tally(classroom.room).enlarged, stars(classroom.room)) == ("", [True])


def test_closing_the_question_leaves_the_card_where_it_is(classroom: Classroom, ana: Phone) -> None:
    classroom.does(commands.Enlarge(ana.participant))
    classroom.does(commands.Close())
    assert tally(classroom.room).enlarged == ana.participant


def test_star_and_large_card_belong_to_the_text_and_go_with_it(classroom: Classroom, ana: Phone) -> None:
    classroom.does(commands.Star(ana.participant, True))
    classroom.does(commands.Enlarge(ana.participant))
    ana.writes("Water geleidt beter.")
    assert (tally(classroom.room).enlarged, stars(classroom.room)) == (ana.participant, [True])
    ana.writes("Iets heel anders.")
    assert (tally(classroom.room).enlarged, stars(classroom.room)) == ("", [False])


def test_what_is_hidden_or_from_somebody_removed_is_not_large_any_more(classroom: Classroom, ana: Phone) -> None:
    for away in (commands.Hide(ana.participant), commands.Remove(ana.participant)):
        classroom.does(commands.Show(ana.participant))
        classroom.does(commands.Enlarge(ana.participant))
        classroom.does(away)
        assert tally(classroom.room).enlarged == ""


def test_only_what_the_class_sees_can_be_enlarged(classroom: Classroom, ana: Phone) -> None:
    classroom.does(commands.Hide(ana.participant))
    assert classroom.refuses(commands.Enlarge(ana.participant)) == "not_shown"
    classroom.does(commands.Show(ana.participant))
    classroom.does(commands.SwitchLive())
    assert classroom.refuses(commands.Enlarge(ana.participant)) == "not_shown"
    classroom.does(commands.Close())
    classroom.does(commands.Enlarge(ana.participant))


def test_where_the_teacher_approves_an_answer_waits_until_it_is_shown() -> None:
    classroom = Classroom(APPROVING)
    ana = classroom.joins("Ana")
    classroom.goes_to("s1")
    ana.writes("Omdat het trilt.")
    classroom.does(commands.Star(ana.participant, True))
    assert not tally(classroom.room).answers[0].is_shown
    assert classroom.refuses(commands.Enlarge(ana.participant)) == "not_shown"
    classroom.does(commands.Show(ana.participant))
    classroom.does(commands.Enlarge(ana.participant))
    ana.writes("Of niet.")
    assert tally(classroom.room).enlarged == ""
    assert not tally(classroom.room).answers[0].is_shown


@pytest.mark.parametrize("command", [commands.Star("zee", True), commands.Enlarge("zee"), commands.Star("", True)])
def test_words_and_strangers_get_no_star_and_no_card(command: commands.Command) -> None:
    classroom = Classroom()
    ana = classroom.joins("Ana")
    classroom.goes_to("s4")
    ana.sends("zee")
    assert classroom.refuses(command) == "unknown_item"
    classroom.goes_to("s5")
    assert classroom.refuses(command) == "unknown_item"


def test_a_new_round_begins_without_stars(classroom: Classroom, ana: Phone) -> None:
    classroom.does(commands.Star(ana.participant, True))
    classroom.does(commands.Enlarge(ana.participant))
    classroom.does(commands.Close())
    classroom.does(commands.Again())
    assert (tally(classroom.room).enlarged, tally(classroom.room).answers) == ("", ())
    ana.writes("Opnieuw.")
    assert stars(classroom.room) == [False]


def test_phones_hear_nothing_of_it(classroom: Classroom, ana: Phone) -> None:
    for command in (commands.Star(ana.participant, True), commands.Enlarge(ana.participant), commands.Enlarge("")):
        assert not any(concerns_phones(classroom.room, event) for event in classroom.does(command))


def test_the_results_say_which_answers_have_a_star(classroom: Classroom, ana: Phone) -> None:
    classroom.joins("Bo").writes("Geen idee.")
    classroom.does(commands.Star(ana.participant, True))
    made = results(classroom.room)
    assert [each.is_starred for each in made.questions[0].rounds[0].answers] == [True, False]
    told = msgspec.json.decode(to_json(made))["questions"][0]["rounds"][0]["answers"]
    assert [each["is_starred"] for each in told] == [True, False]
    heading, first, second = to_csv(made, "nl").splitlines()
    assert (heading.endswith(';"ster"'), first.endswith(';"ja"'), second.endswith(';""')) == (True, True, True)


def test_what_is_refused_changes_nothing(classroom: Classroom, ana: Phone) -> None:
    before = tally(classroom.room)
    decide(classroom.room, commands.Enlarge(ana.participant), 0)
    decide(classroom.room, commands.Star(ana.participant, True), 0)
    assert tally(classroom.room) == before
