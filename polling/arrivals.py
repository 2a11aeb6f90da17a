"""Who came in from outside this laptop, and how far: the evidence that phones can reach it. Pure, and only in memory:
an address is never stored or logged, and only numbers are told."""

from __future__ import annotations

from enum import IntEnum

import msgspec

MOST = 2_000
"""Addresses that are kept in mind; those that come later are not looked at."""


class Step(IntEnum):
    """How far a phone came, each further than the one before. It may pass some over."""

    CONNECTED = 1
    """It reached this laptop's port."""
    READ = 2
    """It asked for a page of ours."""
    DETOUR = 3
    """It opened a line of requests: websockets had failed."""
    SOCKET = 4
    """It opened a websocket."""
    BEAT = 5
    """It sent a heartbeat and gets it back: both directions work."""


class Reached(msgspec.Struct, frozen=True, kw_only=True):
    """How many outside addresses came so far. `beats_by_detour` are those of `beats` that opened a line
    and never a websocket."""

    connected: int = 0
    pages: int = 0
    detours: int = 0
    sockets: int = 0
    beats: int = 0
    beats_by_detour: int = 0


class Arrivals:
    """The steps of each address."""

    def __init__(self) -> None:
        self._steps: dict[str, set[Step]] = {}

    def note(self, address: str, step: Step) -> bool:
        """An outside address made this step. True when that is news."""
        if address not in self._steps and len(self._steps) >= MOST:
            return False
        steps = self._steps.setdefault(address, set())
        is_news = step not in steps
        steps.add(step)
        return is_news

    def forget(self) -> bool:
        """Begin again: phones are told another address. True when somebody had come."""
        had_any = bool(self._steps)
        self._steps.clear()
        return had_any

    def reached(self) -> Reached:
        """What they add up to."""
        everyone = self._steps.values()
        return Reached(
            connected=len(everyone),
            pages=sum(Step.READ in steps for steps in everyone),
            detours=sum(Step.DETOUR in steps for steps in everyone),
            sockets=sum(Step.SOCKET in steps for steps in everyone),
            beats=sum(Step.BEAT in steps for steps in everyone),
            beats_by_detour=sum({Step.BEAT, Step.DETOUR} <= steps and Step.SOCKET not in steps for steps in everyone),
        )
