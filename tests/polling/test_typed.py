"""The normaliser of what people type."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from polling.typed import line, lines, says_something, skeleton


@given(st.text())
@example("a\u0300\u0301\u0302\u0303")
@example("\u1100\u200d\u1161")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert line(line(text)) == line(text)
    assert lines(lines(text)) == lines(text)


@given(st.text())
def test_nothing_invisible_or_turning_remains(text: str) -> None:
    for character in line(text).replace("\u200d", ""):
        assert unicodedata.category(character)[0] != "C"


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("  Ana \t Maria\n", "Ana Maria"),
        ("\u202eanA", "anA"),
        ("Ja\u200bn", "Jan"),
        ("Ｊａｎ", "Jan"),
        ("Zoë", "Zoë"),
        ("e" + "\u0301" * 9, "é\u0301\u0301"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("a\u200db", "ab"),
    ],
)
def test_a_line_is_clean(typed: str, clean: str) -> None:
    assert line(typed) == clean


def test_own_line_breaks_stay_but_not_a_wall_of_them() -> None:
    assert lines("\n een\r\n\n\n\ntwee \n") == "een\n\ntwee"


@pytest.mark.parametrize(("text", "says"), [("", False), ("...", False), ("a", True), ("7", True), ("🙂", True)])
def test_what_says_something(text: str, says: bool) -> None:
    assert says_something(text) is says


@pytest.mark.parametrize(("one", "other"), [("Zoë", "zoe"), ("STRASSE", "straße"), ("Ｉ", "i"), ("é", "e\u0301")])
def test_case_and_accents_fold_away(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)
