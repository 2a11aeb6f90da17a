"""Who is here: whose phone was heard a moment ago, and who counts for "n of m". Pure; not stored.

An open connection proves nothing: a phone in a pocket keeps its socket while its page stands still. Only what the page
itself says counts, and it says something every few seconds while somebody looks at it.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

SILENT_MS = 13_000
"""A phone that was not heard for so long is asleep: two heartbeats and a bit."""
GONE_MS = 5 * 60_000
"""One that was not heard for so long is gone."""


class Status(StrEnum):
    """How awake a participant's phone is."""

    HERE = "here"
    ASLEEP = "asleep"
    GONE = "gone"


class Presence:
    """When each participant was last heard, and who was here when the question was asked or since. Times are room
    time in milliseconds."""

    def __init__(self) -> None:
        self._heard_ms: dict[str, int] = {}
        self._here: set[str] = set()
        self._asleep: set[str] = set()
        self._expected: set[str] = set()

    @property
    def here(self) -> frozenset[str]:
        """Who is awake and connected now."""
        return frozenset(self._here)

    @property
    def expected(self) -> frozenset[str]:
        """Who could have answered the question at hand."""
        return frozenset(self._expected)

    def status(self, participant: str) -> Status:
        """How awake this participant's phone is, as of the last `look`."""
        if participant in self._here:
            return Status.HERE
        return Status.ASLEEP if participant in self._asleep else Status.GONE

    def hear(self, participant: str, now_ms: int) -> bool:
        """The page of this participant said something. True when that changes who is here."""
        self._heard_ms[participant] = now_ms
        if participant in self._here:
            return False
        self._here.add(participant)
        self._asleep.discard(participant)
        self._expected.add(participant)
        return True

    def leave(self, participant: str) -> None:
        """The connection is gone; the phone sleeps until it comes back. Who was here when the question was asked still
        counts."""
        if participant in self._here:
            self._here.remove(participant)
            self._asleep.add(participant)

    def forget(self, participant: str) -> None:
        """This participant was removed, and counts no more."""
        self._heard_ms.pop(participant, None)
        for group in (self._here, self._asleep, self._expected):
            group.discard(participant)

    def look(self, now_ms: int) -> bool:
        """See who fell asleep or is gone by now. True when that changes anything."""
        silent = {who for who in self._here if now_ms - self._heard_ms[who] > SILENT_MS}
        gone = {who for who in self._asleep if now_ms - self._heard_ms[who] > GONE_MS}
        self._here -= silent
        self._asleep = (self._asleep | silent) - gone
        return bool(silent or gone)

    def expect_those_here(self) -> None:
        """A question is asked: from now on those who are here count."""
        self._expected = set(self._here)

    def has_heard_all(self, answered: Collection[str]) -> bool:
        """True when everyone who is here, and at least one, has answered."""
        return 0 < len(self._here) <= len(answered) and self._here.issubset(answered)
