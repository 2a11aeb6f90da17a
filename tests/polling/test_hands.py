"""Raised hands beside the answers of phones: counted by the teacher, told apart, kept apart."""

from __future__ import annotations

from polling import commands
from polling.parts import tally_part
from polling.phone_state import phone_state
from polling.presence import Presence
from polling.results import results
from tests.classroom import Classroom


def asked() -> Classroom:
    """Ana has chosen B; three without a phone put up a hand, two of them for A."""
    classroom = Classroom()
    ana = classroom.joins("Ana")
    classroom.goes_to("s2")
    ana.chooses("B")
    for option in (0, 0, 2):
        classroom.does(commands.CountHands(option, 1))
    return classroom


def test_hands_stand_beside_the_counts_and_not_in_them() -> None:
    classroom = asked()
    tally = tally_part(classroom.room, Presence(), 1)
    assert tally is not None
    assert (tally.counts, tally.hands, tally.answered) == ((0, 1, 0), (2, 0, 1), 1)


def test_a_hand_can_be_taken_back_and_there_are_never_fewer_than_none() -> None:
    classroom = asked()
    classroom.does(commands.CountHands(2, -1))
    assert classroom.refuses(commands.CountHands(2, -1)) == "not_now"
    assert classroom.refuses(commands.CountHands(0, 2_001)) == "not_now"
    assert classroom.refuses(commands.CountHands(3, 1)) == "unknown_option"


def test_each_round_has_its_own_hands_and_a_restart_keeps_them() -> None:
    classroom = asked()
    classroom.does(commands.Close())
    classroom.does(commands.CountHands(1, 1))
    classroom.does(commands.Again())
    classroom.does(commands.CountHands(1, 1))
    for room in (classroom.room, classroom.restarted()):
        (question,) = results(room).questions
        assert [each.hands for each in question.rounds] == [(2, 1, 1), (0, 1, 0)]
        assert [each.counts for each in question.rounds] == [(0, 1, 0), (0, 0, 0)]


def test_phones_hear_nothing_of_it() -> None:
    classroom = asked()
    before = phone_state(classroom.room, 0, {}).question
    classroom.does(commands.CountHands(0, 1))
    assert phone_state(classroom.room, 0, {}).question == before


def test_a_word_web_has_no_options_to_raise_a_hand_for() -> None:
    classroom = Classroom()
    classroom.goes_to("s4")
    assert classroom.refuses(commands.CountHands(0, 1)) == "unknown_option"
