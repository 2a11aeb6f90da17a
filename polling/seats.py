"""Who sits where: the connected phones by participant, and those that wait for a seat. Nothing is stored.

No websockets: connections are `Line`s, so tests can be one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Literal, Protocol

from polling.claims import Claims
from polling.origins import Origins
from polling.presence import SILENT_MS, Presence
from polling.wire import Bye, ClaimView, ToPhone, encode


class Line(Protocol):
    """One connection, as far as the session cares. Neither call waits."""

    def tell(self, frame: str) -> None:
        """Send a frame, or keep it as the latest if the other side is slow."""

    def hang_up(self) -> None:
        """Close the connection after what was told."""


class Phone:
    """One phone's connection; `participant` is "" until it has joined. `heard_ms` is when its page said something last,
    in room time: whoever receives its frames keeps it. `address` is where it connects from."""

    def __init__(self, line: Line, address: str = "") -> None:
        self.line = line
        self.address = address
        self.participant = ""
        self.heard_ms = 0

    def tell(self, message: ToPhone) -> None:
        """Send one message."""
        self.line.tell(encode(message))

    def dismiss(self, reason: Literal["taken_over", "removed", "blocked", "ended", "going"]) -> None:
        """Say goodbye for this reason, and hang up. It is nobody's phone any more."""
        self.participant = ""
        self.tell(Bye(reason=reason))
        self.line.hang_up()


class Seats:
    """The phones of one live session."""

    def __init__(self) -> None:
        self.presence = Presence()
        self.claims: Claims[Phone] = Claims()
        self.origins = Origins()
        self._phones: dict[str, Phone] = {}

    def __iter__(self) -> Iterator[Phone]:
        return iter(self._phones.values())

    @property
    def claim_views(self) -> tuple[ClaimView, ...]:
        """Those that wait for a seat, as teacher screens are told."""
        return tuple(ClaimView(id=each.id, participant=each.participant, name=each.name) for each in self.claims)

    @property
    def shared(self) -> frozenset[str]:
        """Those who joined from one address with several others."""
        return frozenset(chain.from_iterable(self.origins.shared()))

    def of(self, participant: str) -> Phone | None:
        """The phone of this participant, if it is connected."""
        return self._phones.get(participant)

    def seat(self, phone: Phone, participant: str, now_ms: int) -> None:
        """Give the participant's seat to this phone; one that had it is told so."""
        before = self._phones.get(participant)
        if before is not None and before is not phone:
            before.dismiss("taken_over")
        phone.participant = participant
        phone.heard_ms = now_ms
        self._phones[participant] = phone
        self.presence.hear(participant, now_ms)
        self.origins.note(participant, phone.address)

    def leave(self, phone: Phone) -> bool:
        """This connection is gone. True when that changes who is here or who waits."""
        has_waited = self.claims.drop(phone)
        if self._phones.get(phone.participant) is not phone:
            return has_waited
        del self._phones[phone.participant]
        self.presence.leave(phone.participant)
        return True

    def dismiss(self, participant: str, reason: Literal["removed", "blocked"]) -> None:
        """The teacher removed this participant."""
        phone = self._phones.pop(participant, None)
        self.presence.forget(participant)
        self.origins.forget(participant)
        if phone is not None:
            phone.dismiss(reason)

    def look(self, now_ms: int) -> bool:
        """See whose page still speaks. True when that changes who is here."""
        speaking = [phone for phone in self if now_ms - phone.heard_ms <= SILENT_MS]
        woken = [self.presence.hear(phone.participant, phone.heard_ms) for phone in speaking]
        return self.presence.look(now_ms) or any(woken)
