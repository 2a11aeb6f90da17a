"""The pace of one connection: which messages are heard, and when it is put out. Pure: time comes in as an argument.

A bucket of tokens: each message takes one, and they come back at a steady rate. A message that finds none is muted.
"""

from __future__ import annotations

from enum import Enum

import msgspec

MOST_MUTED = 200
"""Muted messages after which a connection is put out."""
TELL_EVERY_S = 1.0
"""How often a connection is told that it is too fast."""


class Rate(msgspec.Struct, frozen=True):
    """So many messages a second, and so many at once after a silence."""

    per_s: float
    burst: int


PHONE = Rate(per_s=5, burst=20)
"""Far above thumbs: a heartbeat is one message in five seconds, an answer one for each tap."""
SCREEN = Rate(per_s=50, burst=200)
"""A teacher screen: far above a key that is held down."""


class Verdict(Enum):
    """What happens with a message."""

    HEARD = "heard"
    MUTED = "muted"
    TOLD = "told"
    """Muted, and the connection is told so."""
    OVER = "over"
    """The connection is put out."""


class Pace:
    """How fast one connection talks."""

    def __init__(self, rate: Rate, now_s: float) -> None:
        """`now_s` is any clock that never goes back."""
        self._rate = rate
        self._left = float(rate.burst)
        self._at_s = now_s
        self._muted = 0
        self._told_s = now_s - TELL_EVERY_S

    def judge(self, now_s: float) -> Verdict:
        """A message came."""
        self._left = min(self._rate.burst, self._left + (now_s - self._at_s) * self._rate.per_s)
        self._at_s = now_s
        if self._left >= 1:
            self._left -= 1
            return Verdict.HEARD
        self._muted += 1
        if self._muted >= MOST_MUTED:
            return Verdict.OVER
        if now_s - self._told_s < TELL_EVERY_S:
            return Verdict.MUTED
        self._told_s = now_s
        return Verdict.TOLD
