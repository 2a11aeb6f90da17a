"""presenter/report/facts.py: what the report shows, without a window."""

from __future__ import annotations

import msgspec
import pytest

from polling import commands
from presenter.report import facts
from presenter.report.words import Phrases
from tests.classroom import LESSON, Classroom
from tests.presenter.report.given import classroom, results_of

NL = Phrases("nl")


def made(given: Classroom | None = None, language: str = "nl") -> tuple[facts.Block, ...]:
    return facts.blocks(results_of(given or classroom()), Phrases(language))


def test_the_head_says_which_lesson_for_whom_and_when() -> None:
    found = results_of(classroom())
    assert facts.title(found, NL) == "Geluid"
    assert facts.subtitle(found, NL) == "2B  ·  dinsdag 24 november 2026, 09:05  ·  3 leerlingen  ·  5 vragen"
    assert facts.subtitle(found, Phrases("en")).endswith(
        "Tuesday 24 November 2026, 09:05  ·  3 students  ·  5 questions"
    )
    bare = msgspec.structs.replace(found, label="", started_at="", title=" ")
    assert facts.title(bare, NL) == "Les zonder titel"
    assert facts.subtitle(bare, NL) == "3 leerlingen  ·  5 vragen"


def test_every_round_is_a_block_in_the_order_of_the_lesson() -> None:
    assert [block.heading for block in made()] == [
        "Vraag 1  ·  Quizvraag  ·  slide 2  ·  ronde 1",
        "Vraag 1  ·  Quizvraag  ·  slide 2  ·  ronde 2",
        "Vraag 2  ·  Peiling  ·  slide 3",
        "Vraag 3  ·  Woordweb  ·  slide 4",
        "Vraag 4  ·  Open vraag  ·  slide 5",
        "Vraag 5  ·  Quizvraag  ·  slide 7",
    ]


def test_a_quiz_says_how_many_chose_each_option_and_which_is_right() -> None:
    first, second = made()[:2]
    assert [(bar.text, bar.count, bar.percent, bar.is_right) for bar in first.bars] == [
        ("Decibel", 1, "50 %", True),
        ("Hertz", 1, "50 %", False),
        ("Meter", 0, "0 %", False),
    ]
    assert first.bars[0].spoken == "A: Decibel, 1 keer, 50 procent, goed"
    assert first.bars[1].spoken == "B: Hertz, 1 keer, 50 procent"
    assert (first.aside, second.aside) == ("2 antwoorden, 1 goed", "2 antwoorden, 2 goed")


def test_a_poll_and_a_quiz_without_a_right_option_are_only_counted() -> None:
    poll, unmarked = made()[2], made()[5]
    assert (poll.aside, poll.note) == ("1 antwoord", "")
    assert not any(bar.is_right for bar in (*poll.bars, *unmarked.bars))
    assert unmarked.note == "Er is geen goed antwoord gekozen: dit is alleen geteld."


def test_a_word_web_has_its_biggest_word_first_and_tells_what_was_hidden() -> None:
    assert [(chip.text, chip.count, chip.is_shown) for chip in made()[3].chips] == [
        ("wind", 2, True),
        ("zee", 1, False),
    ]
    assert [chip.spoken for chip in made()[3].chips] == ["wind, 2 keer", "zee, 1 keer, verborgen voor de klas"]


def test_open_answers_stand_beside_their_names() -> None:
    assert made()[4].said == (
        facts.Said("Ana", "trilling", True),
        facts.Said("<b>Bo</b>", "<img src=x>", False),
    )


def test_an_open_answer_with_a_star_comes_first() -> None:
    given = classroom()
    given.goes_to("s5")
    given.does(commands.Star("p2", True))
    assert made(given)[4].said == (
        facts.Said("<b>Bo</b>", "<img src=x>", False, is_starred=True),
        facts.Said("Ana", "trilling", True),
    )


def test_an_anonymous_question_has_no_names() -> None:
    given = Classroom(LESSON.replace("<!-- kind: open -->", "<!-- kind: open\n     anonymous: yes -->"))
    ana = given.joins("Ana")
    given.goes_to("s5")
    ana.writes("Zomaar")
    (block,) = made(given)
    assert block.said == (facts.Said("", "Zomaar", False),)
    assert block.heading.endswith("zonder namen")
    assert facts.table(results_of(given), NL).columns == ()
    assert facts.table(results_of(given), NL).rows[0].sentence == ""


def test_a_question_that_nobody_answered_says_so_and_has_no_percentages() -> None:
    given = Classroom()
    given.goes_to("s2")
    (block,) = made(given)
    assert (block.aside, block.note) == ("", "Niemand heeft geantwoord.")
    assert {bar.percent for bar in block.bars} == {""}


def test_more_choices_than_students_are_explained() -> None:
    given = Classroom(LESSON.replace("- [ ] Hertz", "- [x] Hertz"))
    ana = given.joins("Ana")
    given.goes_to("s2")
    ana.chooses("A", "B")
    (block,) = made(given)
    assert block.note == "Je kon meer antwoorden kiezen."
    assert [bar.percent for bar in block.bars] == ["100 %", "100 %", "0 %"]


def test_what_has_no_text_is_named() -> None:
    found = results_of(classroom())
    first = msgspec.structs.replace(
        found.questions[0],
        question="",
        options=tuple(msgspec.structs.replace(each, text="") for each in found.questions[0].options),
    )
    block = facts.blocks(msgspec.structs.replace(found, questions=(first,)), NL)[0]
    assert (block.question, block.bars[0].text) == ("(vraag zonder tekst)", "(afbeelding)")


def test_every_student_is_a_row_in_order_of_joining() -> None:
    table = facts.table(results_of(classroom()), NL)
    assert [(row.name, row.sentence) for row in table.rows] == [
        ("Ana", "3 goed, 0 fout, 0 niet beantwoord"),
        ("<b>Bo</b>", "1 goed, 2 fout, 0 niet beantwoord"),
        ("אברהם", "0 goed, 0 fout, 3 niet beantwoord"),
    ]
    assert [column.label for column in table.columns] == ["1", "1·2", "2", "3", "4", "5"]
    assert table.columns[1].spoken == "Vraag 1, ronde 2"
    assert table.rows[1].marks == ("wrong", "right", "absent", "given", "wrong", "given")


def test_where_nothing_is_right_or_wrong_the_answers_are_counted() -> None:
    given = Classroom()
    ana = given.joins("Ana")
    given.goes_to("s3")
    ana.chooses("A")
    given.goes_to("s4")
    assert facts.table(results_of(given), NL).rows[0].sentence == "1 beantwoord, 1 niet"


@pytest.mark.parametrize(
    ("order", "names"),
    [("joined", ["Émile", "bo", "Ana"]), ("name", ["Ana", "bo", "Émile"]), ("right", ["bo", "Émile", "Ana"])],
)
def test_students_are_sorted_by_name_or_by_what_was_right(order: str, names: list[str]) -> None:
    given = Classroom()
    emile, bo, ana = (given.joins(name) for name in ("Émile", "bo", "Ana"))
    given.goes_to("s2")
    for phone, letter in ((emile, "B"), (bo, "A"), (ana, "C")):
        phone.chooses(letter)
    rows = facts.table(results_of(given), NL).rows
    assert [row.name for row in facts.ordered(rows, order)] == names


def test_the_two_columns_hold_every_block_once_and_in_order() -> None:
    blocks = made()
    left, right = facts.in_columns(blocks)
    assert sorted((*left, *right), key=blocks.index) == list(blocks)
    for side in (left, right):
        assert [blocks.index(block) for block in side] == sorted(blocks.index(block) for block in side)
    assert left
    assert right


def test_the_right_option_that_was_marked_during_the_lesson_counts() -> None:
    given = classroom()
    given.does(commands.MarkRight((1,)))
    assert facts.blocks(results_of(given), NL)[5].aside == "1 antwoord, 1 goed"
