"""A clock of the room as a timer's face: pure. Times are milliseconds of the room's time."""

from __future__ import annotations

import math

from polling.wire import ClockView
from presenter.stage.content import Face, Tone
from presenter.stage.words import say

LAST_MS = 10_000
"""From here a timer wears the warning colour."""
_STEPS = 240
"""A ring moves in steps of 1.5 degrees, so that a quiet stage is not painted without end."""


def face(clock: ClockView, now_ms: int, language: str, *, stops_at_zero: bool) -> Face:
    """The face at `now_ms`. A question's clock stops at zero; a timer runs over."""
    if clock.up:
        return _counting_up(clock, now_ms)
    left_ms = clock.left_ms if clock.ends_at is None else clock.ends_at - now_ms
    if stops_at_zero:
        left_ms = max(0, left_ms)
    is_paused = clock.ends_at is None and left_ms not in (clock.total_ms, 0)
    if left_ms < 0:
        over_s = -left_ms // 1000
        digits = f"+{_clock_digits(over_s)}" if over_s else _clock_digits(0)
        return Face(digits, 1.0, Tone.OVER, is_paused, say(language, "over"))
    digits = _digits(math.ceil(left_ms / 1000), is_bare=stops_at_zero)
    is_last = left_ms <= LAST_MS < clock.total_ms and left_ms != clock.total_ms
    tone = Tone.WARNING if is_last else Tone.CALM
    caption = say(language, "paused") if is_paused else _caption(clock.total_ms, language)
    return Face(digits, _stepped(left_ms, clock.total_ms), tone, is_paused, caption)


def resting_face(total_s: float, language: str, *, counts_up: bool, is_bare: bool) -> Face:
    """The face of a timer that has not been started."""
    if counts_up:
        return Face(_clock_digits(0), 0.0)
    return Face(_digits(math.ceil(total_s), is_bare=is_bare), 1.0, caption=_caption(round(total_s * 1000), language))


def _counting_up(clock: ClockView, now_ms: int) -> Face:
    passed_ms = max(0, clock.left_ms if clock.ends_at is None else now_ms - clock.ends_at)
    whole_ms = clock.total_ms or 60_000
    share = min(1.0, passed_ms / whole_ms) if clock.total_ms else passed_ms % whole_ms / whole_ms
    is_paused = clock.ends_at is None and passed_ms > 0
    return Face(_clock_digits(passed_ms // 1000), round(share * _STEPS) / _STEPS, is_paused=is_paused)


def _stepped(left_ms: int, total_ms: int) -> float:
    return math.ceil(min(1.0, left_ms / total_ms) * _STEPS) / _STEPS if total_ms else 0.0


def _digits(seconds: int, *, is_bare: bool) -> str:
    return str(seconds) if is_bare and seconds < 60 else _clock_digits(seconds)


def _clock_digits(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    if hours:
        return f"{hours}:{rest // 60:02}:{rest % 60:02}"
    return f"{seconds // 60}:{seconds % 60:02}"


def _caption(total_ms: int, language: str) -> str:
    seconds = round(total_ms / 1000)
    if seconds % 60 == 0 and seconds:
        return say(language, "minutes", count=seconds // 60)
    if seconds < 120:
        return say(language, "seconds", count=seconds)
    return say(language, "of_time", time=_clock_digits(seconds))
