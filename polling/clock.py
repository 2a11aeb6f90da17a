"""A clock that can be paused and extended: a pure value. Times are room time in milliseconds, given from outside."""

from __future__ import annotations

import msgspec


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of `total_ms`, of which `spent_ms` had passed at `since_ms`; `since_ms` is None while it stands still.

    A clock that counts `up` has no end; its total is only what was planned.
    """

    total_ms: int
    spent_ms: int = 0
    since_ms: int | None = None
    up: bool = False

    @property
    def is_running(self) -> bool:
        """True while time takes something off this clock."""
        return self.since_ms is not None

    def spent(self, now_ms: int) -> int:
        """How much has passed, in milliseconds."""
        return self.spent_ms + (0 if self.since_ms is None else max(0, now_ms - self.since_ms))

    def left(self, now_ms: int) -> int:
        """How much is left, in milliseconds; negative once it overruns."""
        return self.total_ms - self.spent(now_ms)

    @property
    def zero_ms(self) -> int | None:
        """The room time at which it reaches zero, or at which it began when it counts up; None while it stands."""
        if self.since_ms is None:
            return None
        return self.since_ms - self.spent_ms + (0 if self.up else self.total_ms)

    def paused(self, now_ms: int) -> Clock:
        """The same clock, standing still."""
        return msgspec.structs.replace(self, spent_ms=self.spent(now_ms), since_ms=None)

    def resumed(self, now_ms: int) -> Clock:
        """The same clock, running on."""
        return self if self.is_running else msgspec.structs.replace(self, since_ms=now_ms)

    def extended(self, by_ms: int) -> Clock:
        """The same clock with a longer total."""
        return msgspec.structs.replace(self, total_ms=self.total_ms + by_ms)
