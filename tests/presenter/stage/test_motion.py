"""How values move: where they start, that they arrive, and that a change on the way goes on from what is shown."""

from __future__ import annotations

import pytest

from presenter.stage.motion import Goal, Tween, are_over, ease_out, towards


def test_easing_begins_at_nothing_ends_at_all_and_never_turns_back() -> None:
    steps = [ease_out(step / 50) for step in range(51)]
    assert (steps[0], steps[-1]) == (0.0, 1.0)
    assert steps == sorted(steps)
    assert (ease_out(-3), ease_out(7)) == (0.0, 1.0)


def test_a_new_value_comes_in_from_where_it_enters() -> None:
    tweens = towards({"bar": Goal(0.75, enter=0.0)}, {}, {}, t=10.0)
    assert tweens["bar"].at(10.0) == 0.0
    assert tweens["bar"].at(10.4) == pytest.approx(0.75)


def test_a_changed_value_starts_where_it_is_shown() -> None:
    first = towards({"bar": Goal(1.0, 0.0)}, {}, {}, t=0.0)
    shown = first["bar"].at(0.2)
    second = towards({"bar": Goal(0.5, 0.0)}, {"bar": Goal(1.0, 0.0)}, first, t=0.2)
    assert second["bar"].at(0.2) == pytest.approx(shown)
    assert second["bar"].at(0.6) == pytest.approx(0.5)


def test_a_value_that_stays_does_not_move() -> None:
    assert towards({"bar": Goal(0.5, 0.0)}, {"bar": Goal(0.5, 0.0)}, {}, t=1.0) == {}


def test_a_value_on_its_way_goes_on_when_told_the_same_again() -> None:
    first = towards({"bar": Goal(1.0, 0.0)}, {}, {}, t=0.0)
    again = towards({"bar": Goal(1.0, 0.0)}, {"bar": Goal(1.0, 0.0)}, first, t=0.1)
    assert again == first


def test_a_movement_without_length_is_there_at_once() -> None:
    assert Tween(0.0, 1.0, begins_s=5.0, seconds=0.0).at(5.0) == 1.0


def test_all_is_over_when_the_last_has_arrived() -> None:
    tweens = {"a": Tween(0, 1, 0.0, 0.4), "b": Tween(0, 1, 0.1, 0.4)}
    assert not are_over(tweens, 0.45)
    assert are_over(tweens, 0.5)
