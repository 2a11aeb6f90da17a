"""Tallies of choices."""

from hypothesis import given
from hypothesis import strategies as st

from polling.tally import Tally

choices = st.lists(st.sets(st.integers(0, 3)))


def counted(chosen: list[set[int]]) -> Tally:
    tally = Tally(4)
    for each in chosen:
        tally.replace((), each)
    return tally


def test_a_changed_mind_counts_once() -> None:
    tally = Tally(2)
    tally.replace((), (0,))
    tally.replace((0,), (1,))
    assert tally.counts == (0, 1)


@given(choices, choices)
def test_two_groups_add_up_to_one_class(left: list[set[int]], right: list[set[int]]) -> None:
    assert counted(left).merged(counted(right)).counts == counted(left + right).counts
