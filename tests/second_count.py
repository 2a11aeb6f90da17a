"""What the events of a session add up to, counted once more and in another way: last answers by revision, no room, no
tally. A test compares it with what screens show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from polling import events
from polling.answers import Choice, Value, Words
from polling.events import AnyEvent
from polling.words import key

Counted = dict[tuple[str, int], dict[str, tuple[int, Value]]]
"""slide and round -> who -> the revision and value that count."""


def recount(happened: Iterable[AnyEvent]) -> Counted:
    """The answers that count, for every question and round, of those who are in the room."""
    told = list(happened)
    out: set[str] = set()
    for event in told:
        if isinstance(event, events.Removed):
            out.add(event.participant)
        elif isinstance(event, events.Readmitted):
            out.discard(event.participant)
    counted: Counted = {}
    for event in sorted((each for each in told if isinstance(each, events.Answered)), key=lambda each: each.revision):
        if event.participant not in out:
            counted.setdefault((event.slide, event.round), {})[event.participant] = (event.revision, event.value)
    return counted


def bars(answers: dict[str, tuple[int, Value]], options: int) -> tuple[int, ...]:
    """How many chose each option."""
    chosen = Counter(place for _, value in answers.values() if isinstance(value, Choice) for place in value.options)
    return tuple(chosen[place] for place in range(options))


def word_counts(answers: dict[str, tuple[int, Value]]) -> dict[str, int]:
    """How many participants have each word, by its key."""
    return Counter(word for _, value in answers.values() if isinstance(value, Words) for word in map(key, value.words))


def names_in(happened: Iterable[AnyEvent]) -> dict[str, str]:
    """The names of those who are in the room, by participant."""
    names: dict[str, str] = {}
    for event in happened:
        match event:
            case events.Joined() | events.Renamed() | events.Readmitted():
                names[event.participant] = event.name
            case events.Removed():
                names.pop(event.participant, None)
    return names
