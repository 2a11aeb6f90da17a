"""What follows from a teacher's commands about people: rename, cover a name, remove, let in again, lock. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from polling import commands, events, extra_time, names
from polling.commands import Command
from polling.events import AnyEvent
from polling.lookalikes import looks
from polling.refusal import Refused
from polling.room import Room


def _rename(room: Room, command: commands.Rename, now_ms: int) -> list[AnyEvent] | Refused:
    if not room.has(command.participant):
        return Refused("unknown_participant")
    before = room.participants[command.participant].name
    taken = room.names_taken - set(looks(before))
    name = names.label(command.name, taken)
    if not name:
        return Refused("name_empty")
    return [] if name == before else [events.Renamed(at_ms=now_ms, participant=command.participant, name=name)]


def _cover_name(room: Room, command: commands.CoverName, now_ms: int) -> list[AnyEvent] | Refused:
    if not room.has(command.participant):
        return Refused("unknown_participant")
    if room.participants[command.participant].is_covered is command.covered:
        return []
    return [events.NameCovered(at_ms=now_ms, participant=command.participant, covered=command.covered)]


def _give_time(room: Room, command: commands.GiveTime, now_ms: int) -> list[AnyEvent] | Refused:
    if not room.has(command.participant):
        return Refused("unknown_participant")
    if command.percent not in extra_time.CHOICES:
        return Refused("not_now")
    if room.participants[command.participant].percent == command.percent:
        return []
    return [events.TimeGiven(at_ms=now_ms, participant=command.participant, percent=command.percent)]


def _remove(room: Room, command: commands.Remove, now_ms: int) -> list[AnyEvent] | Refused:
    participant = room.participants.get(command.participant)
    if participant is None:
        return Refused("unknown_participant")
    if participant.is_out and participant.is_blocked is command.block:
        return []
    return [events.Removed(at_ms=now_ms, participant=participant.id, blocked=command.block)]


def _readmit(room: Room, command: commands.Readmit, now_ms: int) -> list[AnyEvent] | Refused:
    participant = room.participants.get(command.participant)
    if participant is None:
        return Refused("unknown_participant")
    if not participant.is_out:
        return []
    name = names.label(participant.name, room.names_taken)
    return [events.Readmitted(at_ms=now_ms, participant=participant.id, name=name)]


def _lock(room: Room, command: commands.Lock, now_ms: int) -> list[AnyEvent] | Refused:
    return [] if command.locked is room.is_locked else [events.RoomLocked(at_ms=now_ms, locked=command.locked)]


def _give_seat(room: Room, command: commands.GiveSeat, now_ms: int) -> list[AnyEvent] | Refused:
    if not room.has(command.participant):
        return Refused("unknown_participant")
    return [events.SeatGiven(at_ms=now_ms, participant=command.participant, token_hash=command.token_hash)]


DECISIONS: dict[type[Command], Callable[[Room, Any, int], list[AnyEvent] | Refused]] = {
    commands.Rename: _rename,
    commands.CoverName: _cover_name,
    commands.GiveTime: _give_time,
    commands.Remove: _remove,
    commands.Readmit: _readmit,
    commands.Lock: _lock,
    commands.GiveSeat: _give_seat,
}
