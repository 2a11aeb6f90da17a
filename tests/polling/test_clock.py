"""Clocks that can be paused and extended."""

from hypothesis import given
from hypothesis import strategies as st

from polling.clock import Clock

CLOCK = Clock(total_ms=30_000, since_ms=1_000)


def test_a_running_clock_counts_down_and_overruns() -> None:
    assert CLOCK.left(11_000) == 20_000
    assert CLOCK.left(32_000) == -1_000
    assert CLOCK.zero_ms == 31_000


def test_a_pause_takes_nothing_off() -> None:
    paused = CLOCK.paused(11_000)
    assert paused.left(99_000) == 20_000
    assert paused.zero_ms is None
    assert paused.resumed(100_000).zero_ms == 120_000


def test_resuming_a_running_clock_changes_nothing() -> None:
    assert CLOCK.resumed(20_000) == CLOCK


def test_thirty_seconds_more() -> None:
    assert CLOCK.extended(30_000).left(11_000) == 50_000


def test_one_that_counts_up_tells_when_it_began() -> None:
    up = Clock(total_ms=0, since_ms=5_000, up=True)
    assert up.zero_ms == 5_000
    assert up.paused(8_000).resumed(20_000).zero_ms == 17_000


@given(st.lists(st.integers(0, 10_000), max_size=10))
def test_only_running_time_is_spent(steps: list[int]) -> None:
    clock, now_ms, ran_ms = Clock(total_ms=1), 0, 0
    for step_ms in steps:
        ran_ms += step_ms if clock.is_running else 0
        now_ms += step_ms
        clock = clock.paused(now_ms) if clock.is_running else clock.resumed(now_ms)
    assert clock.spent(now_ms) == ran_ms
