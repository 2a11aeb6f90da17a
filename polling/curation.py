"""What the teacher makes of the words of a word web: merged, renamed, pinned, grouped, on one slide for all its rounds.

Nothing of it changes an answer: all can be taken back, and the words are as they were. Merging is by hand only. Pure.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from lessons.model import Kind
from polling import commands, events, words
from polling.answers import MAX_WORD
from polling.commands import Command
from polling.events import AnyEvent
from polling.question import Round
from polling.refusal import Refused
from polling.room import Room
from polling.typed import cut
from polling.words import Curation, Web

MAX_GROUP = 20
"""Characters in the name of a group."""


class CuratedWord(msgspec.Struct, frozen=True, kw_only=True):
    """One word as the class sees it: `parts` are the keys and spellings that were merged into it."""

    key: str
    text: str
    count: int
    group: str = ""
    is_pinned: bool = False
    parts: tuple[tuple[str, str], ...] = ()


def curated(web: Web, curation: Curation) -> tuple[CuratedWord, ...]:
    """The words of a web in the order in which they first came, as the teacher made them. A participant who sent two
    spellings of one word, or two words that were merged, counts once."""
    members: dict[str, list[tuple[str, str, int]]] = {}
    for word in web.words():
        members.setdefault(curation.root(word[0]), []).append(word)
    return tuple(_made(web, curation, key, found) for key, found in members.items())


def _made(web: Web, curation: Curation, key: str, found: list[tuple[str, str, int]]) -> CuratedWord:
    own = next((text for name, text, _ in found if name == key), "")
    count = found[0][2] if len(found) == 1 else len(web.senders(name for name, _, _ in found))
    return CuratedWord(
        key=key,
        text=curation.texts.get(key) or own or max(found, key=lambda word: word[2])[1],
        count=count,
        group=curation.groups.get(key, ""),
        is_pinned=key in curation.pinned,
        parts=tuple((name, text) for name, text, _ in found if name != key),
    )


def _merge(room: Room, command: commands.MergeWord, now_ms: int) -> list[AnyEvent] | Refused:
    last, curation = _at_hand(room)
    if last is None or not _knows(last.web, command.word, command.into):
        return Refused("unknown_item")
    into = curation.root(command.into) if command.into else ""
    if into == command.word or (not into and command.word not in curation.merged):
        return Refused("not_now")
    return [events.WordMerged(at_ms=now_ms, slide=_slide(room), word=command.word, into=into)]


def _rename(room: Room, command: commands.RenameWord, now_ms: int) -> list[AnyEvent] | Refused:
    last, _ = _at_hand(room)
    text = cut(words.word(command.text), MAX_WORD)
    if last is None or not _knows(last.web, command.word):
        return Refused("unknown_item")
    return [events.WordRenamed(at_ms=now_ms, slide=_slide(room), word=command.word, text=text)]


def _pin(room: Room, command: commands.PinWord, now_ms: int) -> list[AnyEvent] | Refused:
    last, _ = _at_hand(room)
    if last is None or not _knows(last.web, command.word):
        return Refused("unknown_item")
    return [events.WordPinned(at_ms=now_ms, slide=_slide(room), word=command.word, pinned=command.pinned)]


def _group(room: Room, command: commands.GroupWord, now_ms: int) -> list[AnyEvent] | Refused:
    last, _ = _at_hand(room)
    if last is None or not _knows(last.web, command.word):
        return Refused("unknown_item")
    group = cut(words.word(command.group), MAX_GROUP)
    return [events.WordGrouped(at_ms=now_ms, slide=_slide(room), word=command.word, group=group)]


def _moderate(room: Room, command: commands.Moderate, now_ms: int) -> list[AnyEvent] | Refused:
    assert room.question is not None
    if room.question.slide.kind not in (Kind.WORDWEB, Kind.OPEN):
        return Refused("not_now")
    return [events.ModerationChosen(at_ms=now_ms, slide=_slide(room), mode=command.mode)]


def _at_hand(room: Room) -> tuple[Round | None, Curation]:
    assert room.question is not None
    return room.question.last, room.question.curation


def _slide(room: Room) -> str:
    assert room.question is not None
    return room.question.slide.id


def _knows(web: Web, *keys: str) -> bool:
    """True when somebody sent each of these words once; an empty key is none."""
    return all(not key or web.has_seen(key) for key in keys) and bool(keys[0])


DECISIONS: dict[type[Command], Callable[[Room, Any, int], list[AnyEvent] | Refused]] = {
    commands.MergeWord: _merge,
    commands.RenameWord: _rename,
    commands.PinWord: _pin,
    commands.GroupWord: _group,
    commands.Moderate: _moderate,
}
