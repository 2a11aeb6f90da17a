"""How each student did."""

from __future__ import annotations

from polling import commands
from polling.answers import Words
from polling.results import results
from polling.room import read_back
from polling.scores import Score, is_right, scores
from tests.classroom import LESSON, Classroom

WITH_ACCEPTED = LESSON.replace("<!-- kind: open -->", "<!-- kind: open\n     answer: Trilling | een golf -->")


def numbers(score: Score) -> tuple[str, int, int, int]:
    return (score.name, score.right, score.wrong, score.absent)


def marks(score: Score) -> list[tuple[int, int, str]]:
    return [(each.number, each.round, each.mark) for each in score.marks]


def given() -> Classroom:
    """Two rounds of a quiz, a poll and an open question with accepted answers; Bo answers little, Cy comes late."""
    classroom = Classroom(WITH_ACCEPTED)
    ana, bo = classroom.joins("Ana"), classroom.joins("Bo")
    classroom.goes_to("s2")
    ana.chooses("B")
    bo.chooses("A")
    classroom.does(commands.Close())
    classroom.does(commands.Again())
    ana.chooses("A")
    classroom.goes_to("s3")
    ana.chooses("B")
    cy = classroom.joins("Cy")
    classroom.goes_to("s5")
    ana.writes("trilling")
    cy.writes("Weet niet")
    return classroom


def test_every_round_of_a_question_with_a_right_answer_counts_once() -> None:
    assert [numbers(each) for each in scores(given().room)] == [
        ("Ana", 2, 1, 0),
        ("Bo", 1, 0, 2),
        ("Cy", 0, 1, 2),
    ]


def test_every_student_has_a_mark_for_every_round() -> None:
    ana, bo, cy = scores(given().room)
    assert marks(ana) == [(2, 1, "wrong"), (2, 2, "right"), (3, 1, "given"), (5, 1, "right")]
    assert marks(bo) == [(2, 1, "right"), (2, 2, "absent"), (3, 1, "absent"), (5, 1, "absent")]
    assert marks(cy) == [(2, 1, "absent"), (2, 2, "absent"), (3, 1, "absent"), (5, 1, "wrong")]


def test_an_answer_taken_back_is_absent() -> None:
    classroom = Classroom()
    ana = classroom.joins("Ana")
    classroom.goes_to("s2")
    ana.chooses("A")
    ana.chooses()
    assert numbers(scores(classroom.room)[0]) == ("Ana", 0, 0, 1)


def test_an_anonymous_question_is_in_nobodys_marks() -> None:
    classroom = Classroom(LESSON.replace("<!-- time: 30 -->", "<!-- time: 30\n     anonymous: yes -->"))
    ana = classroom.joins("Ana")
    classroom.goes_to("s2")
    ana.chooses("A")
    score = scores(classroom.room)[0]
    assert (numbers(score), score.marks) == (("Ana", 0, 0, 0), ())


def test_a_quiz_without_a_right_option_is_counted_as_answered_until_one_is_marked() -> None:
    classroom = Classroom()
    ana = classroom.joins("Ana")
    classroom.goes_to("s7")
    classroom.does(commands.Again())
    ana.chooses("B")
    assert (numbers(scores(classroom.room)[0])[1:], marks(scores(classroom.room)[0])) == ((0, 0, 0), [(7, 1, "given")])
    classroom.does(commands.MarkRight((0,)))
    assert (numbers(scores(classroom.room)[0])[1:], marks(scores(classroom.room)[0])) == ((0, 1, 0), [(7, 1, "wrong")])


def test_the_marks_agree_with_the_answers_and_survive_a_restart() -> None:
    classroom = given()
    again = read_back(classroom.happened)
    assert again is not None
    found = results(again)
    assert found.scores == scores(classroom.room)
    for score in found.scores:
        answered = {
            (question.slide, round_.round): answer.right
            for question in found.questions
            for round_ in question.rounds
            for answer in round_.answers
            if answer.participant == score.participant
        }
        names = {True: "right", False: "wrong", None: "given"}
        assert [
            names[answered[mark.slide, mark.round]] if (mark.slide, mark.round) in answered else "absent"
            for mark in score.marks
        ] == [mark.mark for mark in score.marks]


def test_a_value_that_does_not_belong_to_the_question_is_neither_right_nor_wrong() -> None:
    assert is_right(Classroom().room.questions["s2"], Words(("zee",))) is None


def test_who_was_removed_has_no_score_and_who_is_in_again_has_all_of_it() -> None:
    classroom = given()
    ana = scores(classroom.room)[0]
    classroom.does(commands.Remove("p1"))
    assert [each.name for each in scores(classroom.room)] == ["Bo", "Cy"]
    classroom.does(commands.Readmit("p1"))
    assert scores(classroom.room)[0] == ana


def test_nobody_and_nothing_give_no_scores() -> None:
    assert scores(Classroom().room) == ()
    classroom = Classroom()
    classroom.joins("Ana")
    assert scores(classroom.room) == (Score(participant="p1", name="Ana", right=0, wrong=0, absent=0, marks=()),)
