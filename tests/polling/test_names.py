"""Names on the roster."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polling.answers import MAX_NAME
from polling.names import label
from polling.typed import skeleton


def test_a_name_is_shown_as_typed() -> None:
    assert label("  Fatima ", set()) == "Fatima"


@pytest.mark.parametrize("typed", ["Jan", "JAN", "jan ", "Ján", "Ja\u200bn"])
def test_the_second_jan_gets_a_number(typed: str) -> None:
    assert label(typed, {"jan"}).endswith(" 2")
    assert label(typed, {"jan", "jan 2"}).endswith(" 3")


@pytest.mark.parametrize("typed", ["", "   ", "...", "\u200b", "\u202e"])
def test_nothing_readable_is_no_name(typed: str) -> None:
    assert label(typed, set()) == ""


@given(st.text(min_size=1), st.lists(st.text(min_size=1, max_size=3), max_size=5))
def test_a_label_fits_and_is_unlike_the_others(typed: str, others: list[str]) -> None:
    taken = {skeleton(other) for other in others}
    shown = label(typed, taken)
    assert len(shown) <= MAX_NAME
    assert not shown or skeleton(shown) not in taken
