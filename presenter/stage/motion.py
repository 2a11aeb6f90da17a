"""How values move in time: easing and tweens. Pure; no clock, no Qt. Times are seconds on the caller's clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

GROW_S = 0.40
"""How long a bar takes to its new length."""
ENTER_S = 0.35
"""How long a word or card takes to come in or move."""
FADE_S = 0.30
"""How long one slide takes to fade into the next."""


@dataclass(frozen=True)
class Goal:
    """Where a value should be, and where it starts when it was not there before."""

    value: float
    enter: float
    seconds: float = GROW_S


@dataclass(frozen=True)
class Tween:
    """A value on its way from `start` to `end`."""

    start: float
    end: float
    begins_s: float
    seconds: float

    def at(self, t: float) -> float:
        """The value at time `t`."""
        if self.seconds <= 0:
            return self.end
        return self.start + (self.end - self.start) * ease_out((t - self.begins_s) / self.seconds)

    def is_over(self, t: float) -> bool:
        """True when the value has arrived."""
        return t >= self.begins_s + self.seconds


Tweens = Mapping[str, Tween]
Goals = Mapping[str, Goal]


def ease_out(share: float) -> float:
    """The eased share of a movement that is `share` (0-1) on its way: fast first, calm at the end."""
    share = min(1.0, max(0.0, share))
    return 1.0 - (1.0 - share) ** 3


def towards(goals: Goals, before: Goals, tweens: Tweens, t: float) -> dict[str, Tween]:
    """The tweens that lead from what is shown at `t` (goals `before`, still moving by `tweens`) to `goals`."""
    moving = {}
    for key, goal in goals.items():
        shown = _shown(key, goal, before, tweens, t)
        running = tweens.get(key)
        if running is not None and running.end == goal.value and not running.is_over(t):
            moving[key] = running
        elif shown != goal.value:
            moving[key] = Tween(shown, goal.value, t, goal.seconds)
    return moving


def _shown(key: str, goal: Goal, before: Goals, tweens: Tweens, t: float) -> float:
    if key not in before:
        return goal.enter
    running = tweens.get(key)
    return running.at(t) if running is not None else before[key].value


def are_over(tweens: Tweens, t: float) -> bool:
    """True when nothing moves any more."""
    return all(tween.is_over(t) for tween in tweens.values())
