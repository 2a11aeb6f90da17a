"""Where participants joined from: which of them share one address. Pure, and only in memory: an address is never stored
or logged, and a restart forgets all of them."""

from __future__ import annotations

SUSPICIOUS = 3
"""Participants from one address that are worth a look: one phone may have been passed on, or a tab left open."""


class Origins:
    """The address each participant joined from."""

    def __init__(self) -> None:
        self._addresses: dict[str, str] = {}

    def note(self, participant: str, address: str) -> None:
        """This participant joined from this address; "" is an address that is not known. Coming back changes
        nothing."""
        if address:
            self._addresses.setdefault(participant, address)

    def forget(self, participant: str) -> None:
        """This participant was removed."""
        self._addresses.pop(participant, None)

    def shared(self) -> tuple[tuple[str, ...], ...]:
        """Groups of participants who joined from one address, in the order in which they joined. An address that more
        than half of all joined from is a router, and no group."""
        groups: dict[str, list[str]] = {}
        for participant, address in self._addresses.items():
            groups.setdefault(address, []).append(participant)
        return tuple(tuple(group) for group in groups.values() if self._is_suspicious(group))

    def _is_suspicious(self, group: list[str]) -> bool:
        return len(group) >= SUSPICIOUS and 2 * len(group) <= len(self._addresses)
