"""A clock of the room as a timer's face."""

from __future__ import annotations

import pytest

from polling.wire import ClockView
from presenter.stage.clock import face, resting_face
from presenter.stage.content import Face, Tone


def timer(left_ms: int, total_ms: int = 600_000) -> Face:
    """The face of a running timer of a slide."""
    return face(ClockView(total_ms=total_ms, left_ms=0, ends_at=5_000 + left_ms), 5_000, "nl", stops_at_zero=False)


def question(left_ms: int, total_ms: int = 30_000) -> Face:
    """The face of a running clock of a question."""
    return face(ClockView(total_ms=total_ms, left_ms=0, ends_at=left_ms), 0, "nl", stops_at_zero=True)


@pytest.mark.parametrize(
    ("left_ms", "digits", "tone"),
    [
        (438_000, "7:18", Tone.CALM),
        (437_001, "7:18", Tone.CALM),
        (10_001, "0:11", Tone.CALM),
        (10_000, "0:10", Tone.WARNING),
        (1, "0:01", Tone.WARNING),
        (0, "0:00", Tone.WARNING),
        (-1, "0:00", Tone.OVER),
        (-999, "0:00", Tone.OVER),
        (-1_000, "+0:01", Tone.OVER),
        (-42_900, "+0:42", Tone.OVER),
    ],
)
def test_a_timer_runs_down_warns_and_runs_over(left_ms: int, digits: str, tone: Tone) -> None:
    shown = timer(left_ms)
    assert (shown.digits, shown.tone) == (digits, tone)


def test_a_question_counts_seconds_and_stops_at_zero() -> None:
    assert question(18_600).digits == "19"
    assert question(-5_000).digits == "0"
    assert question(61_000, 90_000).digits == "1:01"


def test_a_short_timer_does_not_begin_in_the_warning_colour() -> None:
    assert timer(5_000, total_ms=5_000).tone is Tone.CALM
    assert timer(4_000, total_ms=5_000).tone is Tone.CALM


def test_the_ring_shows_what_is_left() -> None:
    assert timer(300_000).share == 0.5
    assert timer(600_000).share == 1.0
    assert timer(0).share == 0.0


def test_the_ring_moves_in_steps_so_that_nothing_is_painted_in_between() -> None:
    assert timer(300_000) == timer(299_900)


def test_a_standing_clock_says_so_unless_it_never_ran() -> None:
    stands = ClockView(total_ms=600_000, left_ms=318_000, ends_at=None)
    assert face(stands, 0, "nl", stops_at_zero=False).is_paused
    waits = ClockView(total_ms=600_000, left_ms=600_000, ends_at=None)
    assert not face(waits, 0, "nl", stops_at_zero=False).is_paused


def test_a_clock_that_counts_up_shows_what_has_passed() -> None:
    up = ClockView(total_ms=0, left_ms=0, ends_at=1_000, up=True)
    assert face(up, 3_726_000, "nl", stops_at_zero=False).digits == "1:02:05"
    assert face(up, 31_000, "nl", stops_at_zero=False).share == 0.5


@pytest.mark.parametrize(
    ("total_s", "caption"), [(600, "van 10 minuten"), (60, "van 1 minuut"), (90, "van 90 seconden"), (150, "van 2:30")]
)
def test_under_the_digits_stands_the_whole_time(total_s: float, caption: str) -> None:
    assert resting_face(total_s, "nl", counts_up=False, is_bare=False).caption == caption


def test_before_its_start_a_ring_is_full_or_empty_when_it_counts_up() -> None:
    assert resting_face(30, "nl", counts_up=False, is_bare=True) == Face("30", 1.0, caption="van 30 seconden")
    assert resting_face(0, "nl", counts_up=True, is_bare=False).share == 0.0
