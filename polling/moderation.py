"""What follows from a teacher's commands about what students typed: show, hide, star, enlarge. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from polling import commands, events
from polling.commands import Command
from polling.events import AnyEvent
from polling.refusal import Refused
from polling.room import Room


def _show(room: Room, command: commands.Show, now_ms: int) -> list[AnyEvent] | Refused:
    return _switched(room, command.item, events.ItemShown, now_ms)


def _hide(room: Room, command: commands.Hide, now_ms: int) -> list[AnyEvent] | Refused:
    return _switched(room, command.item, events.ItemHidden, now_ms)


def _switched(
    room: Room, item: str, happening: type[events.ItemShown | events.ItemHidden], now_ms: int
) -> list[AnyEvent] | Refused:
    assert room.question is not None
    last = room.question.last
    if last is None or item not in last.items:
        return Refused("unknown_item")
    return [happening(at_ms=now_ms, slide=room.question.slide.id, round=last.number, item=item)]


def _star(room: Room, command: commands.Star, now_ms: int) -> list[AnyEvent] | Refused:
    assert room.question is not None
    last = room.question.last
    if last is None or command.item not in last.texts:
        return Refused("unknown_item")
    if (command.item in last.starred) is command.starred:
        return []
    return [
        events.ItemStarred(
            at_ms=now_ms,
            slide=room.question.slide.id,
            round=last.number,
            item=command.item,
            starred=command.starred,
        )
    ]


def _enlarge(room: Room, command: commands.Enlarge, now_ms: int) -> list[AnyEvent] | Refused:
    """Only what the class may see can be enlarged."""
    assert room.question is not None
    last = room.question.last
    if last is None or (command.item and command.item not in last.texts):
        return Refused("unknown_item")
    if command.item and not (room.question.shows_results and last.shows(command.item)):
        return Refused("not_shown")
    if command.item == last.enlarged:
        return []
    slide = room.question.slide.id
    return [events.ItemEnlarged(at_ms=now_ms, slide=slide, round=last.number, item=command.item)]


DECISIONS: dict[type[Command], Callable[[Room, Any, int], list[AnyEvent] | Refused]] = {
    commands.Show: _show,
    commands.Hide: _hide,
    commands.Star: _star,
    commands.Enlarge: _enlarge,
}
