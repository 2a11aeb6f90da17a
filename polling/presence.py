"""Who is here: which participants have a connection now, and who counts for "n of m". Pure; not stored."""

from __future__ import annotations


class Presence:
    """The participants who are here, and those who were here when the question was asked or since."""

    def __init__(self) -> None:
        self._here: set[str] = set()
        self._expected: set[str] = set()

    @property
    def here(self) -> frozenset[str]:
        """Who is connected now."""
        return frozenset(self._here)

    @property
    def expected(self) -> frozenset[str]:
        """Who could have answered the question at hand."""
        return frozenset(self._expected)

    def arrive(self, participant: str) -> None:
        """This participant is connected."""
        self._here.add(participant)
        self._expected.add(participant)

    def leave(self, participant: str) -> None:
        """This participant is not connected any more; who was here when the question was asked still counts."""
        self._here.discard(participant)

    def expect_those_here(self) -> None:
        """A question is asked: from now on those who are here count."""
        self._expected = set(self._here)
