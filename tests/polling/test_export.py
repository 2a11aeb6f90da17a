"""Results for other programs."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from polling.answers import Text
from polling.export import safe, to_csv, to_json
from polling.results import Results, results
from tests.classroom import Classroom


def class_with(text: str) -> Classroom:
    classroom = Classroom()
    ana = classroom.joins("Ana")
    classroom.goes_to("s2")
    classroom.waits(1.5)
    ana.chooses("A")
    classroom.goes_to("s4")
    ana.sends("zee", "wind")
    classroom.goes_to("s5")
    ana.writes(text)
    return classroom


def test_json_holds_every_answer() -> None:
    told = json.loads(to_json(results(class_with("Omdat.").room)))
    first = told["questions"][0]
    assert first["rounds"][0]["answers"] == [
        {
            "participant": "p1",
            "name": "Ana",
            "revision": 1,
            "seconds": 1.5,
            "right": True,
            "value": {"kind": "choice", "options": [0]},
            "is_starred": False,
        }
    ]
    assert [option["right"] for option in first["options"]] == [True, False, False]


@pytest.mark.parametrize(
    ("language", "delimiter", "row"),
    [
        ("nl", ";", ["2", "quiz", "Waarin meten we hoe hard geluid is?", "1", "Ana", "A Decibel", "ja", "1,5", ""]),
        ("en", ",", ["2", "quiz", "Waarin meten we hoe hard geluid is?", "1", "Ana", "A Decibel", "yes", "1.5", ""]),
        ("fr", ",", ["2", "quiz", "Waarin meten we hoe hard geluid is?", "1", "Ana", "A Decibel", "yes", "1.5", ""]),
    ],
)
def test_csv_is_as_a_spreadsheet_of_the_language_reads_it(language: str, delimiter: str, row: list[str]) -> None:
    text = to_csv(results(class_with("Omdat.").room), language)
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:]), delimiter=delimiter))
    assert rows[1] == row
    assert rows[2][5] == "zee, wind"
    assert rows[3][5] == "Omdat."


@pytest.mark.parametrize("text", ["=1+1", "+31", "-2", "@SUM(A1)", "＝1+1", "＠x", " =1", '"=1"'])
def test_no_answer_becomes_a_formula(text: str) -> None:
    told = to_csv(results(class_with(text).room), "nl")
    cell = list(csv.reader(io.StringIO(told[1:]), delimiter=";"))[3][5]
    assert cell.startswith("'")


NASTY = st.lists(st.sampled_from(list("=+-@＝－﹢a'\" ,;\t\n\r\u2028\u200b\xa0")) | st.characters(), max_size=12)


@given(NASTY.map("".join))
def test_no_cell_begins_a_formula_and_only_apostrophes_are_added(text: str) -> None:
    assert not begins_a_formula(safe(text))
    assert safe(text).replace("'", "") == text.replace("'", "")
    assert safe("a" + text.translate(dict.fromkeys(map(ord, ",;\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"))))[:1] == "a"


@given(NASTY.map("".join), NASTY.map("".join), st.sampled_from(["nl", "en"]))
def test_no_cell_begins_a_formula_however_the_text_is_cut(name: str, said: str, language: str) -> None:
    found = with_texts(results(class_with("Omdat.").room), name, said)
    told = to_csv(found, language).removeprefix("\ufeff")
    for delimiter in ";,\t":
        for lines in (io.StringIO(told, newline=""), told.splitlines()):
            for row in csv.reader(lines, delimiter=delimiter):
                assert [cell for cell in row if begins_a_formula(cell)] == []


def test_text_stands_between_quotes_and_numbers_do_not() -> None:
    rows = to_csv(results(class_with("Omdat.").room), "nl").splitlines()
    assert rows[1] == '2;"quiz";"Waarin meten we hoe hard geluid is?";1;"Ana";"A Decibel";"ja";"1,5";""'


def begins_a_formula(cell: str) -> bool:
    """As a spreadsheet may see it: white space and compatibility forms aside."""
    folded = unicodedata.normalize("NFKC", cell.lstrip(" \xa0\u200b\ufeff"))
    return folded.startswith(("=", "+", "-", "@")) or cell.startswith(("\t", "\r"))


def with_texts(found: Results, name: str, said: str) -> Results:
    """The same results with another name, question and text, however odd."""
    *others, last = found.questions
    answer = msgspec.structs.replace(last.rounds[0].answers[0], name=name, value=Text(said))
    asked = msgspec.structs.replace(last.rounds[0], answers=(answer, answer))
    changed = msgspec.structs.replace(last, question=said, rounds=(asked,))
    return msgspec.structs.replace(found, questions=(*others, changed))
