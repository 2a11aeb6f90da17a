"""What a teacher can do about the projector as a whole: cover it, freeze it, hide what students typed. Pure, like all
decisions.

A cover lies over the slide until the next move. The other two hold until they are lifted, whatever slide comes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from polling import commands, events
from polling.commands import Command, Cover
from polling.events import AnyEvent
from polling.refusal import Refused
from polling.room import Room


def lifted(room: Room, now_ms: int) -> list[AnyEvent]:
    """Take the cover off, if there is one."""
    return [] if room.cover is Cover.NONE else [events.Covered(at_ms=now_ms, cover=Cover.NONE)]


def _cover_with(room: Room, command: commands.CoverWith, now_ms: int) -> list[AnyEvent] | Refused:
    if room.place is None and command.cover is Cover.NONE:
        return Refused("not_now")
    return [] if command.cover is room.cover else [events.Covered(at_ms=now_ms, cover=command.cover)]


def _freeze(room: Room, command: commands.Freeze, now_ms: int) -> list[AnyEvent] | Refused:
    return [] if command.frozen is room.is_frozen else [events.BoardFrozen(at_ms=now_ms, frozen=command.frozen)]


def _hide_answers(room: Room, command: commands.HideAnswers, now_ms: int) -> list[AnyEvent] | Refused:
    return [] if command.hidden is room.hides_answers else [events.AnswersHidden(at_ms=now_ms, hidden=command.hidden)]


DECISIONS: dict[type[Command], Callable[[Room, Any, int], list[AnyEvent] | Refused]] = {
    commands.CoverWith: _cover_with,
    commands.Freeze: _freeze,
    commands.HideAnswers: _hide_answers,
}
