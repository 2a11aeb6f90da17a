"""Shares and percentages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.stage.content import Answered, percentages, shares

COUNTS = st.lists(st.integers(0, 300), min_size=2, max_size=6).map(tuple)


@given(COUNTS)
def test_percentages_sum_to_a_hundred_where_no_two_counts_are_equal(counts: tuple[int, ...]) -> None:
    told = percentages(counts, sum(counts), sums_to_all=True)
    assert all(abs(percent - share * 100) < 1 for percent, share in zip(told, shares(counts, 0, True), strict=True))
    if len(set(counts)) == len(counts):
        assert sum(told) == 100


@given(COUNTS)
def test_equal_counts_have_equal_percentages(counts: tuple[int, ...]) -> None:
    told = percentages(counts, sum(counts), sums_to_all=True)
    assert len(set(zip(counts, told, strict=True))) == len(set(counts))


@given(COUNTS)
def test_more_votes_never_get_a_lower_percentage(counts: tuple[int, ...]) -> None:
    told = percentages(counts, sum(counts), sums_to_all=True)
    pairs = sorted(zip(counts, told, strict=True))
    assert all(low[1] <= high[1] for low, high in pairwise(pairs))


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((7, 7, 7, 12), (21, 21, 21, 37)),
        ((1, 1, 1), (33, 33, 33)),
        ((1, 1, 1, 1, 1, 1), (17, 17, 17, 17, 17, 17)),
        ((5, 5, 1, 1, 1), (38, 38, 8, 8, 8)),
        ((3, 3, 2), (38, 38, 25)),
        ((4, 14, 3), (19, 67, 14)),
        ((12, 12), (50, 50)),
    ],
)
def test_a_tie_weighs_more_than_a_sum_of_a_hundred(counts: tuple[int, ...], told: tuple[int, ...]) -> None:
    assert percentages(counts, sum(counts), sums_to_all=True) == told


def test_where_several_may_be_chosen_shares_are_of_those_who_answered() -> None:
    assert percentages((10, 12, 3), 14, sums_to_all=False) == (71, 86, 21)


def test_no_answers_give_no_shares() -> None:
    assert percentages((0, 0), 0, sums_to_all=True) == (0, 0)
    assert Answered(0, 0).share == 0.0


def test_more_answers_than_expected_fill_the_line_and_no_more() -> None:
    assert Answered(30, 28).share == 1.0
