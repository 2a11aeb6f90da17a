"""Phones that ask for a seat that was somebody's: "I am Ana, and this is another phone". Pure; not stored: a phone that
is still there after a restart asks again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

import msgspec

MAX_CLAIMS = 20
"""More at once is nobody's forgotten phone."""

Phone = TypeVar("Phone")


class Claim(msgspec.Struct, Generic[Phone], frozen=True):
    """One phone that waits for the teacher's yes. `participant` is whose seat it wants, `name` what was typed."""

    id: str
    participant: str
    name: str
    phone: Phone


class Claims(Generic[Phone]):
    """All that wait, in the order in which they came."""

    def __init__(self) -> None:
        self._waiting: dict[str, Claim[Phone]] = {}
        self._count = 0

    def __iter__(self) -> Iterator[Claim[Phone]]:
        return iter(self._waiting.values())

    def add(self, phone: Phone, participant: str, name: str) -> bool:
        """This phone wants that seat, in place of what it wanted before. False when too many wait already."""
        self.drop(phone)
        if len(self._waiting) >= MAX_CLAIMS:
            return False
        self._count += 1
        claim = Claim(f"c{self._count}", participant, name, phone)
        self._waiting[claim.id] = claim
        return True

    def drop(self, phone: Phone) -> bool:
        """This phone waits no more. True when it did."""
        found = [each.id for each in self if each.phone is phone]
        for each in found:
            del self._waiting[each]
        return bool(found)

    def take(self, claim: str) -> Claim[Phone] | None:
        """The claim with this id, which waits no more; None when it is not there (any more)."""
        return self._waiting.pop(claim, None)
