"""The open answers as the console lists them, and what a teacher can do with each. Pure; no widgets."""

from __future__ import annotations

from dataclasses import dataclass

from polling.answers import Text
from polling.commands import Enlarge, Hide, Show, Star
from presenter.console.person_rows import named
from presenter.room_copy import RoomSeen
from presenter.words import Words, isolated


@dataclass(frozen=True)
class Said:
    """One open answer; `who` is "" where the question is anonymous, `item` is what the server calls it. While
    `is_large` the class sees this one alone."""

    item: str
    who: str
    text: str
    is_shown: bool
    is_starred: bool = False
    is_large: bool = False
    can_be_large: bool = False


def answers_said(seen: RoomSeen, words: Words) -> tuple[Said, ...]:
    """The open answers of the round at hand, the latest first."""
    tally, roster, slide = seen.tally, seen.view.roster, seen.slide
    if tally is None or slide is None:
        return ()
    is_secret = roster is None or slide.settings.anonymous
    names = {} if is_secret or roster is None else {each.id: named(each, words) for each in roster.participants}
    position = seen.position
    is_on_board = position is not None and position.shows_results and not position.hides_answers
    return tuple(
        Said(
            answer.participant,
            names.get(answer.participant, ""),
            answer.value.text,
            answer.is_shown,
            answer.is_starred,
            tally.enlarged == answer.participant,
            is_on_board and answer.is_shown,
        )
        for answer in reversed(tally.answers)
        if isinstance(answer.value, Text) and answer.value.text
    )


def showing(said: Said) -> Show | Hide:
    """Let the class see it, or keep it from the class."""
    return Hide(said.item) if said.is_shown else Show(said.item)


def starring(said: Said) -> Star:
    """Give it a star, or take it away."""
    return Star(said.item, not said.is_starred)


def enlarging(said: Said) -> Enlarge | None:
    """Show it alone, or all of them again. What the class does not see cannot be large."""
    if said.is_large:
        return Enlarge("")
    return Enlarge(said.item) if said.can_be_large else None


def answer_choices(said: Said, words: Words) -> list[tuple[str, object]]:
    """The words of its menu and what each asks for."""
    enlarge = enlarging(said)
    large = [] if enlarge is None else [(words.say("item.small.long" if said.is_large else "item.large.long"), enlarge)]
    return [
        *large,
        (words.say("item.unstar" if said.is_starred else "item.star"), starring(said)),
        (words.say("item.hide.long" if said.is_shown else "item.show.long"), showing(said)),
    ]


def spoken(said: Said, words: Words) -> str:
    """One answer as a screen reader hears it: who, what, and what the teacher did with it."""
    told = f"{isolated(said.who)}: {isolated(said.text)}" if said.who else said.text
    marks = (
        ("item.has_star", said.is_starred),
        ("item.is_large", said.is_large),
        ("item.is_hidden", not said.is_shown),
    )
    return ", ".join((told, *(str(words.say(name)) for name, holds in marks if holds)))
