"""The gate: how many connections there may be, and which of them makes room when there are too many. Pure: it counts
guests (the server's connections) and closes none itself.

A guest waits from the moment it is accepted until it has shown a room code, a token or a key that is right: it
downloads a page, or has not said what it is. When too many wait, the oldest of the address with the most waiting goes:
whoever floods the gate sheds its own. When the house is full, an address with more than PER_ADDRESS makes room.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

MOST = 2_500
"""Guests altogether, unless the server is told otherwise."""
MOST_WAITING = 1_000
"""Guests that wait."""
PER_ADDRESS = 300
"""Guests of one address that are taken for a class, or a school hall, behind one router."""

Guest = TypeVar("Guest", bound=Hashable)


class Gate(Generic[Guest]):
    """Everybody who is connected, by address, the oldest first."""

    def __init__(self, most: int = MOST, most_waiting: int = MOST_WAITING) -> None:
        self._most = most
        self._most_waiting = most_waiting
        self._waiting: dict[str, dict[Guest, None]] = {}
        self._inside: dict[str, dict[Guest, None]] = {}
        self._address: dict[Guest, str] = {}
        self._inside_count = 0

    @property
    def count(self) -> int:
        """How many guests there are."""
        return len(self._address)

    @property
    def waiting_count(self) -> int:
        """How many of them wait."""
        return len(self._address) - self._inside_count

    def admit(self, guest: Guest, address: str) -> Guest | None:
        """A new guest waits. The one that comes back has to go, perhaps the new one itself; it is counted no more."""
        self._address[guest] = address
        self._waiting.setdefault(address, {})[guest] = None
        if self.waiting_count > self._most_waiting:
            gone = self._oldest_waiting()
        elif self.count > self._most:
            gone = self._one_of_the_most()
        else:
            return None
        self.leave(gone)
        return gone

    def let_in(self, guest: Guest) -> None:
        """This guest waits no more. Harmless for one that is in, or that had to go."""
        address = self._address.get(guest)
        if address is not None and guest in self._waiting.get(address, {}):
            _take_out(self._waiting, address, guest)
            self._inside.setdefault(address, {})[guest] = None
            self._inside_count += 1

    def leave(self, guest: Guest) -> None:
        """This guest is gone. Harmless for one that was not there."""
        address = self._address.pop(guest, None)
        if address is None:
            return
        if guest in self._inside.get(address, {}):
            _take_out(self._inside, address, guest)
            self._inside_count -= 1
        else:
            _take_out(self._waiting, address, guest)

    def _oldest_waiting(self) -> Guest:
        most = max(self._waiting, key=lambda address: len(self._waiting[address]))
        return next(iter(self._waiting[most]))

    def _one_of_the_most(self) -> Guest:
        greedy = max({**self._waiting, **self._inside}, key=self._held)
        if self._held(greedy) <= PER_ADDRESS:
            return self._oldest_waiting()
        return next(iter(self._waiting.get(greedy) or self._inside[greedy]))

    def _held(self, address: str) -> int:
        return len(self._waiting.get(address, ())) + len(self._inside.get(address, ()))


def _take_out(places: dict[str, dict[Guest, None]], address: str, guest: Guest) -> None:
    del places[address][guest]
    if not places[address]:
        del places[address]
