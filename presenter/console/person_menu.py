"""What a teacher can do with one student, as choices in words. Pure; the menu itself is presenter.console.offer."""

from __future__ import annotations

from dataclasses import dataclass

from polling.commands import CoverName, GiveTime, Readmit, Remove
from polling.extra_time import CHOICES
from polling.wire import ParticipantView
from presenter.words import Words


@dataclass(frozen=True)
class RenameWish:
    """The teacher wants to type another name for this participant."""

    participant: str


def person_choices(person: ParticipantView, words: Words) -> list[tuple[str, object]]:
    """The words and what each asks for: a command, or the wish to rename."""
    if not person.is_in:
        return [(words.say("person.readmit"), Readmit(person.id))]
    cover = "person.uncover" if person.is_covered else "person.cover"
    return [
        (words.say("person.rename"), RenameWish(person.id)),
        (words.say(cover, number=person.number), CoverName(person.id, not person.is_covered)),
        *((words.say(f"person.time.{each}"), GiveTime(person.id, each)) for each in CHOICES if each != person.percent),
        (words.say("person.remove"), Remove(person.id)),
        (words.say("person.block"), Remove(person.id, block=True)),
    ]
