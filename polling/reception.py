"""What a phone's hello leads to, before anything happens: who it is, or what it must say first. Pure."""

from __future__ import annotations

import msgspec

from polling import names, tokens
from polling.presence import Presence, Status
from polling.refusal import Refused
from polling.room import Room
from polling.wire import PROTOCOL, Hello


class ComesBack(msgspec.Struct, frozen=True):
    """The token is this participant's."""

    participant: str


class MustSayName(msgspec.Struct, frozen=True):
    """The room code is right; no name was said yet."""


class WantsToJoin(msgspec.Struct, frozen=True):
    """Somebody new."""

    name: str


class MaySitThere(msgspec.Struct, frozen=True):
    """A participant of this name was here and is not now: it may be their other phone, so it is asked."""

    name: str


class ClaimsSeat(msgspec.Struct, frozen=True):
    """It says that it is this participant on another phone: the teacher decides."""

    participant: str
    name: str


Outcome = ComesBack | MustSayName | WantsToJoin | MaySitThere | ClaimsSeat | Refused


def receive(room: Room, presence: Presence, hello: Hello) -> Outcome:
    """Where this hello leads. Changes nothing."""
    if hello.proto != PROTOCOL:
        return Refused("old_page")
    known = known_by_token(room, hello)
    if known is not None:
        return _coming_back(room, known)
    if not has_room_code(room, hello):
        return Refused("room_code")
    return _named(room, presence, hello) if hello.name else MustSayName()


def known_by_token(room: Room, hello: Hello) -> str | None:
    """The participant whose token this hello carries, if any."""
    return room.by_token.get(tokens.digest(hello.token)) if hello.token else None


def has_room_code(room: Room, hello: Hello) -> bool:
    """True when this hello says the code that stands on the projector."""
    return hello.room_code == room.started.room_code


def _coming_back(room: Room, participant: str) -> Outcome:
    known = room.participants[participant]
    if known.is_out:
        return Refused("blocked" if known.is_blocked else "removed")
    return ComesBack(participant)


def _named(room: Room, presence: Presence, hello: Hello) -> Outcome:
    holder = room.holder(hello.name)
    is_free = holder is not None and presence.status(holder.id) is not Status.HERE
    if holder is None or not is_free or hello.again == "other":
        return Refused("locked") if room.is_locked else WantsToJoin(hello.name)
    name = names.cleaned(hello.name)
    return ClaimsSeat(holder.id, name) if hello.again == "me" else MaySitThere(holder.name)
