"""The server's clock as this laptop knows it, between two messages. Pure: local times come in as arguments."""

from __future__ import annotations

from collections import deque

from polling.wire import ClockView

_KEPT = 8
"""Samples looked at: a late message makes the clock look slow, so the fastest of the last few is believed."""
_SLEPT_MS = 2_000
"""No message is so late: the server's clock stood still while the laptop slept and this one's went on."""


class RoomClock:
    """Room time from a local clock in milliseconds (monotonic, any zero)."""

    def __init__(self) -> None:
        self._offsets: deque[float] = deque(maxlen=_KEPT)

    def forget(self) -> None:
        """Begin anew: another server run has another clock."""
        self._offsets.clear()

    def hear(self, room_ms: int, local_ms: float) -> None:
        """A message said it was `room_ms` when it was sent, and arrived at `local_ms`."""
        offset = room_ms - local_ms
        if self._offsets and offset < max(self._offsets) - _SLEPT_MS:
            self._offsets.clear()
        self._offsets.append(offset)

    def now_ms(self, local_ms: float) -> int:
        """The room time at `local_ms`; 0 while nothing was heard."""
        return round(local_ms + max(self._offsets)) if self._offsets else 0


def left_ms(clock: ClockView, now_ms: int) -> int:
    """What this clock shows at room time `now_ms`: what is left, or what has passed when it counts up."""
    if clock.ends_at is None:
        return clock.left_ms
    return now_ms - clock.ends_at if clock.up else clock.ends_at - now_ms


def as_digits(ms: int, up: bool = False) -> str:
    """Time as a person reads it: `0:19`, `12:05`, `1:02:00`; overrun has a plus. What is left is rounded up, so that
    0:00 means that it is over; what has passed (`up`) counts whole seconds."""
    seconds = ms // 1000 if up else -(-ms // 1000)
    sign, seconds = ("+", -seconds) if seconds < 0 else ("", seconds)
    hours, minutes = divmod(seconds // 60, 60)
    if hours:
        return f"{sign}{hours}:{minutes:02}:{seconds % 60:02}"
    return f"{sign}{minutes}:{seconds % 60:02}"
