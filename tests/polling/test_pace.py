"""The pace of a connection: thumbs are never too fast, and a flood is put out."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from polling.pace import MOST_MUTED, PHONE, SCREEN, TELL_EVERY_S, Pace, Rate, Verdict

MUTED = (Verdict.MUTED, Verdict.TOLD, Verdict.OVER)
GAPS_S = st.lists(st.floats(0, 3, allow_nan=False), max_size=120)


@given(GAPS_S, st.sampled_from([PHONE, SCREEN, Rate(per_s=1, burst=3)]))
def test_no_more_is_heard_than_the_burst_and_what_came_back(gaps_s: list[float], rate: Rate) -> None:
    now_s, heard = 1000.0, 0
    pace = Pace(rate, now_s)
    for gap_s in gaps_s:
        now_s += gap_s
        heard += pace.judge(now_s) is Verdict.HEARD
        assert heard <= rate.burst + (now_s - 1000.0) * rate.per_s + 1e-6


@given(GAPS_S)
def test_it_is_told_at_most_once_a_second_and_the_first_time_at_once(gaps_s: list[float]) -> None:
    now_s = 0.0
    pace = Pace(Rate(per_s=0.1, burst=1), now_s)
    told: list[float] = []
    muted = 0
    for gap_s in gaps_s:
        now_s += gap_s
        verdict = pace.judge(now_s)
        muted += verdict in MUTED
        if verdict is Verdict.TOLD:
            told.append(now_s)
        assert bool(told) is (muted > 0)
    assert all(later - earlier >= TELL_EVERY_S for earlier, later in itertools.pairwise(told))


def test_a_busy_phone_is_always_heard() -> None:
    """Ten taps in two seconds, then one a second with heartbeats, for a whole lesson."""
    pace = Pace(PHONE, 0.0)
    for tap in range(10):
        assert pace.judge(tap / 5) is Verdict.HEARD
    for second in range(3, 3000):
        assert pace.judge(second) is Verdict.HEARD
        if second % 5 == 0:
            assert pace.judge(second + 0.5) is Verdict.HEARD


def test_a_flood_is_put_out() -> None:
    pace = Pace(PHONE, 0.0)
    verdicts = [pace.judge(0.0) for _ in range(PHONE.burst + MOST_MUTED)]
    assert verdicts[: PHONE.burst] == [Verdict.HEARD] * PHONE.burst
    assert verdicts[PHONE.burst] is Verdict.TOLD
    assert set(verdicts[PHONE.burst + 1 : -1]) == {Verdict.MUTED}
    assert verdicts[-1] is Verdict.OVER


def test_after_a_silence_a_muted_connection_is_heard_again() -> None:
    pace = Pace(PHONE, 0.0)
    while pace.judge(0.0) is Verdict.HEARD:
        pass
    assert pace.judge(1 / PHONE.per_s) is Verdict.HEARD
    assert pace.judge(1 / PHONE.per_s) is Verdict.MUTED


def test_a_long_silence_earns_no_more_than_the_burst() -> None:
    pace = Pace(PHONE, 0.0)
    heard = [pace.judge(3600.0) is Verdict.HEARD for _ in range(2 * PHONE.burst)]
    assert heard == [True] * PHONE.burst + [False] * PHONE.burst
