"""presenter/loudness.py: one loudness for everything that sounds."""

from __future__ import annotations

import pytest

from presenter.loudness import as_heard, louder, softer, switched
from presenter.settings import Settings


@pytest.mark.parametrize(
    ("volume", "up", "down"), [(0, 10, 0), (1, 10, 0), (10, 20, 0), (55, 60, 50), (95, 100, 90), (100, 100, 90)]
)
def test_a_step_leads_to_a_round_number(volume: int, up: int, down: int) -> None:
    assert louder(Settings(volume=volume)).volume == up
    assert softer(Settings(volume=volume)).volume == down


def test_what_is_silent_comes_back_as_loud_as_it_was() -> None:
    silent = switched(Settings(volume=70))
    assert (silent.heard, silent.volume) == (0, 70)
    assert switched(silent).heard == 70


def test_what_was_turned_all_the_way_down_is_heard_again() -> None:
    assert switched(Settings(volume=0)).heard == 10


def test_louder_is_heard_at_once_and_softer_stays_silent() -> None:
    silent = Settings(volume=50, is_muted=True)
    assert louder(silent).heard == 60
    assert softer(silent).heard == 0


def test_half_as_loud_is_much_less_than_half_the_power() -> None:
    assert (as_heard(0), as_heard(50), as_heard(100)) == (0.0, 0.25, 1.0)
