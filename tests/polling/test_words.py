"""Words of the word web: what is one word, and the web they make."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polling.words import Web, key, unique, word


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (" zee! ", "zee!"),
        ("-5", "-5"),
        ("<b>boe</b>", "<b>boe</b>"),
        ("een\tdeur", "een deur"),
        ("...", ""),
        ("🙂", "🙂"),
    ],
)
def test_a_word_is_shown_as_it_was_typed(typed: str, shown: str) -> None:
    assert word(typed) == shown


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [("zee!", "(Zee)", True), ("-5", "5", False), ("-5.", "-5", True), ("- zee", "zee", True), (":-D", "D", True)],
)
def test_outer_punctuation_makes_no_other_word_but_a_sign_does(one: str, other: str, is_same: bool) -> None:
    assert (key(one) == key(other)) is is_same


def test_case_and_accents_make_no_other_word() -> None:
    assert key("Café") == key("cafe")
    assert unique(["Zee", "zee", " ZEE!", "duin"]) == ("Zee", "duin")


def test_the_most_used_spelling_is_shown_and_the_first_on_a_tie() -> None:
    web = Web()
    web.replace("p1", (), ("ICT",))
    web.replace("p2", (), ("ict",))
    assert web.words() == (("ict", "ICT", 2),)
    web.replace("p3", (), ("ict",))
    assert web.words() == (("ict", "ict", 3),)


def test_a_withdrawn_word_goes_and_comes_back_in_its_place() -> None:
    web = Web()
    web.replace("p1", (), ("zee",))
    web.replace("p1", (), ("duin",))
    web.replace("p1", ("zee",), ())
    assert [shown for _, shown, _ in web.words()] == ["duin"]
    web.replace("p1", (), ("zee",))
    assert [shown for _, shown, _ in web.words()] == ["zee", "duin"]


@given(st.lists(st.tuples(st.integers(0, 3), st.lists(st.sampled_from(["a", "A", "b", "é", "e"]), max_size=3))))
def test_the_web_is_what_counting_from_scratch_gives(changes: list[tuple[int, list[str]]]) -> None:
    web, held = Web(), {}
    for who, typed in changes:
        after = unique(typed)
        web.replace(str(who), held.get(who, ()), after)
        held[who] = after
    counted: dict[str, int] = {}
    for words in held.values():
        for shown in words:
            counted[key(shown)] = counted.get(key(shown), 0) + 1
    assert {name: count for name, _, count in web.words()} == counted
