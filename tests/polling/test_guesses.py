"""Guessing at the door: one connection has few tries, and many wrong codes together are answered later."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from polling.guesses import CALM, HELD_BACK_S, MOST_UNKNOWN_TOKENS, MOST_WRONG_CODES, WINDOW_S, Tarpit, Tries


def test_a_connection_has_few_tries() -> None:
    tries = Tries()
    for _ in range(MOST_WRONG_CODES - 1):
        tries.count(wrong_code=True, unknown_token=False)
        assert not tries.are_up
    tries.count(wrong_code=True, unknown_token=False)
    assert tries.are_up


def test_unknown_tokens_are_counted_for_themselves() -> None:
    tries = Tries()
    for _ in range(MOST_UNKNOWN_TOKENS - 1):
        tries.count(wrong_code=False, unknown_token=True)
    assert not tries.are_up
    tries.count(wrong_code=False, unknown_token=True)
    assert tries.are_up


def test_who_is_right_has_no_fewer_tries() -> None:
    tries = Tries()
    for _ in range(100):
        tries.count(wrong_code=False, unknown_token=False)
    assert not tries.are_up


@given(st.lists(st.floats(0, 0.8, allow_nan=False), min_size=CALM + 5, max_size=100))
def test_answers_are_held_back_exactly_while_too_many_wrong_codes_came_lately(gaps_s: list[float]) -> None:
    tarpit, now_s = Tarpit(), 0.0
    came: list[float] = []
    for gap_s in gaps_s:
        now_s += gap_s
        came.append(now_s)
        lately = sum(now_s - each < WINDOW_S for each in came)
        assert tarpit.hold_s(now_s) == (HELD_BACK_S if lately > CALM else 0)
