"""Names on the roster."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polling.answers import MAX_NAME
from polling.lookalikes import looks
from polling.names import label
from polling.typed import line


def labels(*typed: str) -> list[str]:
    """The labels of students who come in one after another."""
    taken: set[str] = set()
    given: list[str] = []
    for each in typed:
        given.append(label(each, taken))
        taken |= set(looks(given[-1]))
    return given


def test_a_name_is_shown_as_typed() -> None:
    assert label("  Fatima ", set()) == "Fatima"


@pytest.mark.parametrize(
    "typed", ["Jan", "JAN ", "jan.", "Ján", "Ja\u200bn", "J\u0430n", "J\u0430\u0578", "Ｊａｎ", "𝐉𝐚𝐧"]
)
def test_who_looks_like_the_first_jan_gets_a_number(typed: str) -> None:
    assert labels("Jan", typed) == ["Jan", f"{line(typed)} 2"]


def test_a_name_belongs_to_the_first() -> None:
    assert labels("J\u0430n", "Jan", "Piet") == ["J\u0430n", "Jan 2", "Piet"]


def test_numbers_go_on_where_someone_typed_one() -> None:
    assert labels("Jan", "Jan 2", "Jan", "Jan 2", "Jan 2", "Jan2") == [
        "Jan",
        "Jan 2",
        "Jan 3",
        "Jan 2 2",
        "Jan 2 3",
        "Jan2 4",
    ]


def test_a_long_name_makes_room_for_its_number() -> None:
    assert labels("a" * 30, "a" * 30) == ["a" * 20, "a" * 18 + " 2"]
    family = "👨\u200d👩\u200d👧\u200d👦"
    assert labels(family * 3, family * 3) == [family * 2, family * 2 + " 2"]


@pytest.mark.parametrize("typed", ["", "   ", "...", "\u200b", "\u202e", "\u3164", "\u2800"])
def test_nothing_readable_is_no_name(typed: str) -> None:
    assert label(typed, set()) == ""


NAMES = st.one_of(st.text(max_size=30), st.text("Il1|oO0 2\u0430a\u0301\u200d👩🇳.", max_size=24))


@given(st.lists(NAMES, max_size=8))
def test_every_label_fits_is_clean_and_looks_like_no_other(typed: list[str]) -> None:
    given = [each for each in labels(*typed, *typed) if each]
    for place, shown in enumerate(given):
        assert len(shown) <= MAX_NAME
        assert len(shown.encode()) <= 96
        assert line(shown) == shown
        assert all(set(looks(shown)).isdisjoint(looks(other)) for other in given[:place])


def test_a_whole_school_of_one_name_comes_in() -> None:
    given = labels(*["Jan"] * 300)
    assert given[-1] == "Jan 300"
    assert len(set(given)) == 300
