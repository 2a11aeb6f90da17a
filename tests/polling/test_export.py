"""Results for other programs."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polling.export import safe, to_csv, to_json
from polling.results import results
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
        }
    ]
    assert [option["right"] for option in first["options"]] == [True, False, False]


@pytest.mark.parametrize(
    ("language", "delimiter", "row"),
    [
        ("nl", ";", ["2", "quiz", "Waarin meten we hoe hard geluid is?", "1", "Ana", "A Decibel", "ja", "1,5"]),
        ("en", ",", ["2", "quiz", "Waarin meten we hoe hard geluid is?", "1", "Ana", "A Decibel", "yes", "1.5"]),
        ("fr", ",", ["2", "quiz", "Waarin meten we hoe hard geluid is?", "1", "Ana", "A Decibel", "yes", "1.5"]),
    ],
)
def test_csv_is_as_a_spreadsheet_of_the_language_reads_it(language: str, delimiter: str, row: list[str]) -> None:
    text = to_csv(results(class_with("Omdat.").room), language)
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:]), delimiter=delimiter))
    assert rows[1] == row
    assert rows[2][5] == "zee, wind"
    assert rows[3][5] == "Omdat."


@pytest.mark.parametrize("text", ["=1+1", "+31", "-2", "@SUM(A1)", "＝1+1", "＠x"])
def test_no_answer_becomes_a_formula(text: str) -> None:
    told = to_csv(results(class_with(text).room), "nl")
    cell = list(csv.reader(io.StringIO(told[1:]), delimiter=";"))[3][5]
    assert cell.startswith("'")


@given(st.text())
def test_every_cell_survives_and_none_begins_a_formula(text: str) -> None:
    assert not safe(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert safe(text) in (text, f"'{text}")
