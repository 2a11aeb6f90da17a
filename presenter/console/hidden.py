"""What the teacher has just kept from the class: told by two looks at the room, since a phone can do it too. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from presenter.room_copy import RoomSeen


@dataclass(frozen=True)
class Hidden:
    """An answer or a word, as the server calls it; `word` is "" for an answer."""

    item: str
    word: str = ""


def newly_hidden(before: RoomSeen, after: RoomSeen) -> tuple[Hidden, ...]:
    """What the class saw before and does not see after. An answer that its author changed was not hidden by anybody."""
    return (*_answers(before, after), *_words(before, after))


def _answers(before: RoomSeen, after: RoomSeen) -> tuple[Hidden, ...]:
    was, now = before.tally, after.tally
    if was is None or now is None or was is now or (was.slide, was.round) != (now.slide, now.round):
        return ()
    seen = {each.participant: each.value for each in was.answers if each.is_shown}
    return tuple(
        Hidden(each.participant)
        for each in now.answers
        if not each.is_shown and each.participant in seen and seen[each.participant] == each.value
    )


def _words(before: RoomSeen, after: RoomSeen) -> tuple[Hidden, ...]:
    was, now = before.words, after.words
    if was is None or now is None or was is now or (was.slide, was.round) != (now.slide, now.round):
        return ()
    seen = {each.key for each in was.words if each.is_shown}
    return tuple(Hidden(each.key, each.text) for each in now.words if not each.is_shown and each.key in seen)
