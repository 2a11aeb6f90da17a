"""What the answers of a session mean, against a count from scratch."""

from __future__ import annotations

import pytest

from polling import commands, events
from polling.answers import Choice
from polling.results import Results, results
from polling.room import read_back
from tests.classroom import LESSON, Classroom

WITH_ACCEPTED = LESSON.replace("<!-- kind: open -->", "<!-- kind: open\n     answer: Trilling | een golf -->")


def given() -> Classroom:
    """A lesson with two rounds of the quiz, an open question with accepted answers, and a word web."""
    classroom = Classroom(WITH_ACCEPTED)
    ana, bo = classroom.joins("Ana"), classroom.joins("Bo")
    classroom.goes_to("s2")
    classroom.waits(4)
    ana.chooses("B")
    classroom.waits(2.5)
    ana.chooses("A")
    bo.chooses("C")
    classroom.does(commands.Close())
    classroom.does(commands.Again())
    bo.chooses("A")
    classroom.goes_to("s4")
    ana.sends("zee", "wind")
    classroom.goes_to("s5")
    ana.writes("TRILLING")
    bo.writes("Weet niet")
    return classroom


def question(found: Results, slide: str) -> list[list[tuple[str, object, float]]]:
    asked = next(each for each in found.questions if each.slide == slide)
    return [[(each.name, each.right, each.seconds) for each in round_.answers] for round_ in asked.rounds]


def test_rounds_are_kept_apart_and_seconds_count_from_the_asking() -> None:
    assert question(results(given().room), "s2") == [
        [("Ana", True, 6.5), ("Bo", False, 6.5)],
        [("Bo", True, 0.0)],
    ]


def test_an_accepted_text_is_right_whatever_its_case() -> None:
    assert question(results(given().room), "s5") == [[("Ana", True, 0.0), ("Bo", False, 0.0)]]


def test_a_word_web_is_neither_right_nor_wrong() -> None:
    assert question(results(given().room), "s4") == [[("Ana", None, 0.0)]]


def test_only_what_was_asked_is_told() -> None:
    assert [each.slide for each in results(given().room).questions] == ["s2", "s4", "s5"]


def test_what_was_taken_back_is_no_answer() -> None:
    classroom = Classroom()
    classroom.goes_to("s3")
    ana = classroom.joins("Ana")
    ana.chooses("A")
    ana.chooses()
    assert results(classroom.room).questions[0].rounds[0].answers == ()


def test_an_anonymous_question_names_nobody() -> None:
    classroom = Classroom(LESSON.replace("# Slaap jij", "<!-- anonymous: yes -->\n\n# Slaap jij"))
    classroom.goes_to("s3")
    classroom.joins("Ana").chooses("A")
    answer = results(classroom.room).questions[0].rounds[0].answers[0]
    assert (answer.participant, answer.name) == ("", "")


def test_marking_the_right_option_afterwards_judges_what_was_answered() -> None:
    classroom = Classroom()
    classroom.goes_to("s7")
    classroom.does(commands.Again())
    classroom.joins("Ana").chooses("B")
    assert question(results(classroom.room), "s7")[0][0][1] is None
    classroom.does(commands.MarkRight((1,)))
    assert question(results(classroom.room), "s7")[0][0][1] is True


def test_the_same_events_give_the_same_results_and_a_recount_agrees() -> None:
    classroom = given()
    again = read_back(classroom.happened)
    assert again is not None
    found = results(again)
    assert found == results(classroom.room)
    latest: dict[tuple[str, str, int], events.Answered] = {}
    for event in classroom.happened:
        if isinstance(event, events.Answered):
            latest[event.participant, event.slide, event.round] = event
    for asked in found.questions:
        for round_ in asked.rounds:
            where = (asked.slide, round_.round)
            kept = [each for (_, slide, number), each in latest.items() if (slide, number) == where]
            recount = [
                sum(isinstance(each.value, Choice) and place in each.value.options for each in kept)
                for place in range(len(asked.options))
            ]
            assert list(round_.counts) == recount


@pytest.mark.parametrize("slide", ["s1", "s6", "s8"])
def test_slides_that_do_not_ask_are_not_in_it(slide: str) -> None:
    assert slide not in [each.slide for each in results(given().room).questions]
