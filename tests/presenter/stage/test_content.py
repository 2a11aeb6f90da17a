"""Shares and percentages."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from presenter.stage.content import Answered, percentages, shares

COUNTS = st.lists(st.integers(0, 300), min_size=2, max_size=6).map(tuple)


@given(COUNTS)
def test_percentages_sum_to_a_hundred_where_everyone_chose_one(counts: tuple[int, ...]) -> None:
    told = percentages(counts, sum(counts), sums_to_all=True)
    assert sum(told) == (100 if sum(counts) else 0)
    assert all(abs(percent - share * 100) < 1 for percent, share in zip(told, shares(counts, 0, True), strict=True))


@given(COUNTS)
def test_more_votes_never_get_a_lower_percentage(counts: tuple[int, ...]) -> None:
    told = percentages(counts, sum(counts), sums_to_all=True)
    pairs = sorted(zip(counts, told, strict=True))
    assert all(low[1] <= high[1] or low[0] == high[0] for low, high in pairwise(pairs))


def test_where_several_may_be_chosen_shares_are_of_those_who_answered() -> None:
    assert percentages((10, 12, 3), 14, sums_to_all=False) == (71, 86, 21)


def test_no_answers_give_no_shares() -> None:
    assert percentages((0, 0), 0, sums_to_all=True) == (0, 0)
    assert Answered(0, 0).share == 0.0


def test_more_answers_than_expected_fill_the_line_and_no_more() -> None:
    assert Answered(30, 28).share == 1.0
