"""What follows from a teacher's commands about how a lesson begins: for which class, at which slide. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from polling import commands, events, typed
from polling.commands import Command
from polling.events import AnyEvent
from polling.refusal import Refused
from polling.room import Room

MAX_LABEL = 40
"""Characters of the name of a class."""


def label(text: str) -> str:
    """The name of a class as it is kept: one clean line, not too long."""
    return typed.cut(typed.line(text), MAX_LABEL)


def _name_class(room: Room, command: commands.NameClass, now_ms: int) -> list[AnyEvent] | Refused:
    named = label(command.label)
    return [] if named == room.label else [events.ClassNamed(at_ms=now_ms, label=named)]


def _begin_at(room: Room, command: commands.BeginAt, now_ms: int) -> list[AnyEvent] | Refused:
    if room.place is not None:
        return Refused("not_now")
    if command.slide not in room.places:
        return Refused("unknown_slide")
    return [] if command.slide == room.begins_at else [events.BeginningChosen(at_ms=now_ms, slide=command.slide)]


DECISIONS: dict[type[Command], Callable[[Room, Any, int], list[AnyEvent] | Refused]] = {
    commands.NameClass: _name_class,
    commands.BeginAt: _begin_at,
}
