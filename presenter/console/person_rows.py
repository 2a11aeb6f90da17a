"""The students as lines of the list: who is here, what each answered, who is out of the lesson. Pure; no widgets."""

from __future__ import annotations

from dataclasses import dataclass

from polling.answers import Choice
from polling.presence import Status
from polling.wire import ParticipantView
from presenter.console.style import LETTERS
from presenter.room_copy import RoomSeen
from presenter.words import Phrase, Words, isolated

MOST_NAMED = 6
"""More names than this in one sentence are counted."""


@dataclass(frozen=True)
class PersonRow:
    """One line. The mark at the right is letters (with their place for the colour) or words; `besides` is what a
    screen reader hears after it, since the dot does not speak. Without an `id` the line is a heading."""

    id: str
    name: str
    status: Status
    mark: str = ""
    letter: int | None = None
    besides: tuple[str, ...] = ()
    is_in: bool = True
    is_shared: bool = False

    @property
    def is_here(self) -> bool:
        """True for a student whose page is awake."""
        return self.is_in and self.status is Status.HERE

    @property
    def spoken(self) -> str:
        """The line for a screen reader."""
        told = ", ".join(each for each in (self.mark, *self.besides) if each)
        return f"{isolated(self.name)}: {told}" if told else self.name


def person_rows(seen: RoomSeen, words: Words) -> tuple[PersonRow, ...]:
    """A line for everybody who joined, in order; those whom the teacher took out come last, under a heading."""
    roster = seen.view.roster
    if roster is None:
        return ()
    chosen = _chosen(seen)
    is_asking = seen.position is not None and seen.position.phase == "asking"
    rows = [_row_of(each, chosen.get(each.id, ()), is_asking, words) for each in roster.those_in]
    out = [_row_of_who_is_out(each, words) for each in roster.participants if not each.is_in]
    if out:
        rows += [PersonRow("", words.say("people.out"), Status.GONE, is_in=False), *out]
    return tuple(rows)


def named(person: ParticipantView, words: Words) -> str:
    """The name, with what the class sees in its place when the teacher covered it."""
    if not person.is_covered:
        return person.name
    name = "people.flagged" if person.is_flagged else "people.covered"
    return words.say(name, name=person.name, number=person.number)


def listed(names: tuple[str, ...], words: Words) -> Phrase:
    """The names in one line; of many the first, and how many more there are."""
    shown = names if len(names) <= MOST_NAMED else names[: MOST_NAMED - 1]
    told = Phrase(", ".join(isolated(name) for name in shown))
    return told if len(shown) == len(names) else words.say("people.more", names=told, n=len(names) - len(shown))


def shared_words(seen: RoomSeen, words: Words) -> str:
    """Who joined from one device together; "" when nobody did."""
    roster = seen.view.roster
    names = () if roster is None else tuple(named(each, words) for each in roster.those_in if each.is_shared)
    return words.say("people.shared", n=len(names), names=listed(names, words)) if names else ""


def _chosen(seen: RoomSeen) -> dict[str, tuple[int, ...]]:
    """The options that each chose; nothing where the question is anonymous."""
    if seen.tally is None or seen.slide is None or seen.slide.settings.anonymous:
        return {}
    return {each.participant: each.value.options for each in seen.tally.answers if isinstance(each.value, Choice)}


def _row_of(person: ParticipantView, chosen: tuple[int, ...], is_asking: bool, words: Words) -> PersonRow:
    away = "" if person.is_here else words.say(f"people.{person.status}")
    letters = " ".join(LETTERS[option] for option in chosen if option < len(LETTERS))
    sent = letters or (words.say("people.sent") if person.has_answered else "")
    thinking = words.say("people.thinking") if is_asking else ""
    shares = words.say("people.shares") if person.is_shared else ""
    return PersonRow(
        person.id,
        named(person, words),
        person.status,
        mark=sent or away or thinking,
        letter=chosen[0] if letters else None,
        besides=(away if sent else "", shares),
        is_shared=person.is_shared,
    )


def _row_of_who_is_out(person: ParticipantView, words: Words) -> PersonRow:
    mark = words.say("people.blocked") if person.standing == "blocked" else ""
    return PersonRow(person.id, named(person, words), Status.GONE, mark=mark, is_in=False)
