"""What the teacher can do now, and what *next* and *back* will do: the one set of rules for every bar of buttons. Pure;
no widgets."""

from __future__ import annotations

from dataclasses import dataclass

from lessons.model import Kind
from polling.wire import PositionPart
from presenter.keys import clock_at_hand
from presenter.room_copy import RoomSeen
from presenter.words import Words


@dataclass(frozen=True)
class Possible:
    """What a press would be heard for. `covers` stands for the join screen, black, pause and what holds for the whole
    board; `extends` is thirty seconds more on the clock at hand."""

    next: bool = False
    back: bool = False
    again: bool = False
    live: bool = False
    timer: bool = False
    extends: bool = False
    covers: bool = False
    hides: bool = False


NOTHING = Possible()
"""Before the room is there, and after the lesson."""


def possible(seen: RoomSeen) -> Possible:
    """What can be done with the lesson as it stands."""
    position = seen.position
    if position is None or position.ended:
        return NOTHING
    goes_on = not position.paused
    return Possible(
        next=position.next != "none",
        back=position.back != "none",
        again=position.phase in ("closed", "revealed") and goes_on,
        live=position.phase in ("waiting", "asking", "closed") and goes_on,
        timer=bool(position.slide) and goes_on,
        extends=_can_extend(position) and goes_on,
        covers=True,
        hides=position.hides_answers or has_typed(seen),
    )


def next_words(seen: RoomSeen, words: Words) -> str:
    """What the primary button says: what *next* does now."""
    position = seen.position
    if position is None:
        return ""
    if position.ended:
        return words.say("move.ended")
    if position.next == "reveal" and not position.right:
        return words.say("move.reveal.bars")
    return words.say(f"move.{position.next}")


def back_words(seen: RoomSeen, words: Words) -> str:
    """What the button for *back* says."""
    move = "" if seen.position is None else seen.position.back
    return words.say(f"back.{move}" if move in ("close_and_go_back", "step_back", "page_back") else "back")


def has_typed(seen: RoomSeen) -> bool:
    """True on a slide whose board shows what students typed: words, open answers, or in the lobby their names."""
    slide = seen.slide
    return slide is None or slide.kind in (Kind.OPEN, Kind.WORDWEB)


def _can_extend(position: PositionPart) -> bool:
    clock = clock_at_hand(position)
    return clock is not None and not clock.up and bool(position.slide)
