"""presenter/room_clock.py: the server's clock between two messages."""

from __future__ import annotations

import random

import pytest

from polling.wire import ClockView
from presenter.room_clock import RoomClock, as_digits, left_ms


def test_before_anything_was_heard_it_is_zero() -> None:
    assert RoomClock().now_ms(500) == 0


def test_it_runs_on_between_messages() -> None:
    clock = RoomClock()
    clock.hear(10_000, 500)
    assert clock.now_ms(750) == 10_250


def test_a_late_message_does_not_set_it_back() -> None:
    clock = RoomClock()
    clock.hear(10_000, 500)
    clock.hear(11_000, 1_900)
    assert clock.now_ms(2_000) == 11_500


def test_another_server_has_another_clock() -> None:
    clock = RoomClock()
    clock.hear(10_000, 500)
    clock.forget()
    clock.hear(3_000, 600)
    assert clock.now_ms(600) == 3_000


def test_a_laptop_that_slept_has_a_clock_that_is_set_right_at_once() -> None:
    """Room time stood still for the hour that the lid was closed; the clock of this system went on."""
    clock = RoomClock()
    clock.hear(10_000, 500)
    clock.hear(10_100, 3_600_600)
    assert clock.now_ms(3_600_700) == 10_200


@pytest.mark.parametrize("seed", range(20))
def test_it_stays_within_a_tenth_of_a_second_of_the_server_on_a_bad_network(seed: int) -> None:
    """Ten minutes of messages every five seconds: 20 ms underway and up to far more, from a clock that is half a second
    a day off and began somewhere else."""
    chance = random.Random(seed)
    clock = RoomClock()
    drift, began_ms = 1 + chance.uniform(-6e-6, 6e-6), chance.uniform(-1e6, 1e6)

    def local(room_ms: float) -> float:
        return began_ms + room_ms * drift

    errors = []
    for sent_ms in range(0, 600_000, 5_000):
        clock.hear(sent_ms, local(sent_ms + 20 + chance.expovariate(1 / 40)))
        if sent_ms >= 40_000:
            errors += [abs(clock.now_ms(local(at_ms)) - at_ms) for at_ms in (sent_ms + 300, sent_ms + 4_900)]
    assert max(errors) < 100


@pytest.mark.parametrize(
    ("view", "shown"),
    [
        (ClockView(total_ms=30_000, left_ms=30_000, ends_at=25_000), 5_000),
        (ClockView(total_ms=30_000, left_ms=12_000, ends_at=None), 12_000),
        (ClockView(total_ms=30_000, left_ms=0, ends_at=15_000, up=True), 5_000),
    ],
)
def test_what_is_left(view: ClockView, shown: int) -> None:
    assert left_ms(view, 20_000) == shown


@pytest.mark.parametrize(
    ("ms", "digits"),
    [(19_000, "0:19"), (18_001, "0:19"), (0, "0:00"), (-999, "0:00"), (-42_000, "+0:42"), (3_723_000, "1:02:03")],
)
def test_time_as_a_person_reads_it(ms: int, digits: str) -> None:
    assert as_digits(ms) == digits


@pytest.mark.parametrize(("ms", "digits"), [(0, "0:00"), (999, "0:00"), (1_999, "0:01"), (62_001, "1:02")])
def test_what_has_passed_counts_whole_seconds(ms: int, digits: str) -> None:
    assert as_digits(ms, up=True) == digits
