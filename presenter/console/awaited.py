"""Who is still awaited and whether everyone has answered, in words. Pure; none of it is for a screen the class sees."""

from __future__ import annotations

from polling.wire import ParticipantView
from presenter.console.person_rows import MOST_NAMED, named
from presenter.room_copy import RoomSeen
from presenter.words import Phrase, Words, isolated


def awaited_words(seen: RoomSeen, words: Words) -> str:
    """Whose answer is still awaited: a few by name, of many how many, and always who of them sleeps. "" unless
    somebody is."""
    roster = seen.view.roster
    awaited = () if roster is None else tuple(each for each in roster.those_in if each.is_awaited)
    if not awaited:
        return ""
    if len(awaited) <= MOST_NAMED:
        return words.say("awaited", names=_names(awaited, words))
    away = tuple(each for each in awaited if not each.is_here)[:MOST_NAMED]
    return words.say("awaited.among" if away else "awaited.many", n=len(awaited), names=_names(away, words))


def everyone_words(seen: RoomSeen, words: Words) -> str:
    """Says that everyone who is here has answered, and that the question will close by itself; "" before that."""
    roster, position, slide = seen.view.roster, seen.position, seen.slide
    if roster is None or position is None or slide is None or position.phase != "asking" or position.paused:
        return ""
    here = [each for each in roster.those_in if each.is_here]
    if not here or not all(each.has_answered for each in here):
        return ""
    if position.closes_by_itself and slide.is_answered_at_once:
        return words.say("everyone.closing")
    return words.say("everyone.here" if any(each.is_awaited for each in roster.those_in) else "everyone")


def _names(people: tuple[ParticipantView, ...], words: Words) -> Phrase:
    return Phrase(", ".join(_named(each, words) for each in people))


def _named(person: ParticipantView, words: Words) -> str:
    name = isolated(named(person, words))
    return name if person.is_here else f"{name} ({words.say(f'people.{person.status}')})"
