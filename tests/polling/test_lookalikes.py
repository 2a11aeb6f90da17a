"""Names that look alike."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polling.lookalikes import looks
from polling.typed import line, says_something, without_accents


def are_alike(one: str, other: str) -> bool:
    """Whether two names share a look."""
    return not set(looks(one)).isdisjoint(looks(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jan", "JAN "),
        ("Jan", "J\u0430n"),
        ("Jan", "J\u0430\u0578"),
        ("Jan", "ᴊᴀɴ"),
        ("Jan", "🅙🅐🅝"),
        ("Jan", "🄹🄰🄽"),
        ("Jan", "J-a_n!"),
        ("Ilse", "llse"),
        ("Ilse", "1lse"),
        ("Ali", "AIi"),
        ("Otto", "0tt0"),
        ("Otto", "ΟΤΤΟ"),
        ("Hans", "\u0397ans"),
        ("Eva", "E\u03bda"),
        ("Bram", "Brarn"),
        ("Willem", "VViIIem"),
        ("Zoë", "zoe"),
        ("Łukasz", "Lukasz"),
        ("Нина", "нина"),
        ("Нина", "Hина"),
        ("Νίκος", "ΝΙΚΟΣ"),
        ("Jan", "Ja\U000e0041n"),
    ],
)
def test_two_spellings_of_one_look_are_alike(one: str, other: str) -> None:
    assert one != other
    assert are_alike(one, other)
    assert are_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jan", "Jans"),
        ("Elia", "Ella"),
        ("Нина", "Инна"),
        ("Jan 2", "Jan 3"),
        ("김민준", "김민중"),
        ("👍", "👎"),
        ("क", "कु"),
    ],
)
def test_two_names_that_can_be_told_apart_are_not_alike(one: str, other: str) -> None:
    assert not are_alike(one, other)


@given(st.text())
def test_capitals_and_blanks_make_no_other_look(name: str) -> None:
    assert are_alike(name, f" {name} ")
    assert are_alike(name, without_accents(line(name)).casefold())


@given(st.text())
def test_every_name_that_says_something_has_a_look(name: str) -> None:
    assert all(looks(name)) or not says_something(line(name))


@pytest.mark.parametrize("script", ["LATIN", "GREEK", "CYRILLIC", "ARMENIAN"])
def test_each_neighbouring_script_has_letters_that_look_latin(script: str) -> None:
    letters = [chr(code) for code in range(0xC0, 0x590) if unicodedata.name(chr(code), "").startswith(script)]
    assert sum(1 for letter in letters if set(looks(letter)) & set("abcdefghijklnopqrstuvxyz")) >= 10
