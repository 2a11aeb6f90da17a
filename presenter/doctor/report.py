"""What the sheet of the doctor shows, worked out from what is known. Pure: no Qt, no network."""

from __future__ import annotations

import msgspec

from polling import addresses
from polling.arrivals import Reached
from polling.interfaces import LOOPBACK, is_open_to_the_world
from polling.wire import AddressPart
from presenter.doctor.diagnosis import Cause, Evidence, PhoneSays, Remedy, diagnosed, remedies
from presenter.doctor.words import Advice

STEPS = ("connected", "page", "link", "beat")
"""What a phone does, one after the other: `step.…` of the words."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One look at the connection. `addresses` are (host, as it stands in the list)."""

    test_url: str
    typed: str
    host: str
    port: int
    addresses: tuple[tuple[str, str], ...]
    steps: tuple[bool, ...]
    cause: Cause
    remedies: tuple[Remedy, ...]
    phone_says: PhoneSays
    is_open_to_the_world: bool
    program: str

    @property
    def listed(self) -> str:
        """All addresses in a line."""
        return ", ".join(name for _, name in self.addresses)

    def it_text(self, advice: Advice) -> str:
        """What a teacher can send to the IT department."""
        cause = advice.advise(f"cause.{self.cause}")
        return advice.say("it.text", cause=cause, port=str(self.port), addresses=self.listed, program=self.program)


def listens_here_only(address: AddressPart) -> bool:
    """Whether the server was told to listen for this laptop alone: then its one address has no adapter."""
    return address.host == LOOPBACK and all(not each.name for each in address.addresses)


def has_network(address: AddressPart) -> bool:
    """Whether there is an address that somebody else could reach."""
    return address.host != LOOPBACK


def is_wired(address: AddressPart) -> bool:
    """Whether the name of the adapter says that a cable leads to it."""
    name = next((each.name for each in address.addresses if each.host == address.host), "").casefold()
    return name.startswith(("ethernet", "eth", "enp", "eno", "ens"))


def reported(address: AddressPart, evidence: Evidence, program: str) -> Report:
    """What to show for this address."""
    cause = diagnosed(evidence)
    place = addresses.typed(address.host, address.port)
    return Report(
        test_url=f"http://{place}/test#{address.room_code}",
        typed=f"{place}/test#{address.room_code}",
        host=address.host,
        port=address.port,
        addresses=tuple((each.host, _named(each.host, each.name)) for each in address.addresses),
        steps=_steps(evidence.reached),
        cause=cause,
        remedies=remedies(cause, evidence),
        phone_says=evidence.phone_says,
        is_open_to_the_world=is_open_to_the_world(address.host),
        program=program,
    )


def _steps(reached: Reached) -> tuple[bool, ...]:
    """Each step that somebody made, and those that must have come before it."""
    links = reached.sockets + reached.detours
    made = [bool(each) for each in (reached.connected, reached.pages, links, reached.beats)]
    return tuple(any(made[place:]) for place in range(len(made)))


def _named(host: str, name: str) -> str:
    return f"{host} ({name})" if name else host
