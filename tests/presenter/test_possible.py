"""presenter/possible.py: what the teacher can do now."""

from __future__ import annotations

import pytest

from polling.commands import Command, Cover, CoverWith, End, HideAnswers, Next, Pause, StartTimer
from presenter.possible import NOTHING, Possible, back_words, has_typed, next_words, possible
from presenter.room_copy import NOTHING_SEEN, RoomCopy, RoomSeen
from presenter.words import Words
from tests.presenter.pretend_link import PretendLink


def seen_after(slide: str, *commands: Command) -> RoomSeen:
    """The room of the usual lesson at this slide ("" for the lobby), after these commands."""
    link, copy = PretendLink(), RoomCopy()
    link.part_arrived.connect(copy.on_part)
    if slide:
        link.classroom.goes_to(slide)
    for command in commands:
        link.send(command)
    link.tells()
    return copy.seen


@pytest.mark.parametrize(
    ("slide", "commands", "wanted"),
    [
        ("", (), Possible(next=True, covers=True, hides=True)),
        ("s1", (), Possible(next=True, timer=True, covers=True)),
        ("s2", (), Possible(next=True, back=True, live=True, timer=True, extends=True, covers=True)),
        ("s2", (Next(),), Possible(next=True, back=True, again=True, live=True, timer=True, covers=True)),
        ("s2", (Pause(),), Possible(next=True, back=True, covers=True)),
        ("s4", (), Possible(next=True, back=True, live=True, timer=True, covers=True, hides=True)),
        ("s6", (StartTimer(),), Possible(next=True, back=True, timer=True, extends=True, covers=True)),
        ("s7", (HideAnswers(True),), Possible(next=True, back=True, live=True, timer=True, covers=True, hides=True)),
        ("s8", (), Possible(back=True, timer=True, covers=True)),
        ("s8", (End(),), NOTHING),
    ],
)
def test_what_can_be_done(slide: str, commands: tuple[Command, ...], wanted: Possible) -> None:
    assert possible(seen_after(slide, *commands)) == wanted


def test_before_the_room_is_there_nothing_can_be_done() -> None:
    assert possible(NOTHING_SEEN) == NOTHING
    assert next_words(NOTHING_SEEN, Words("nl")) == ""


@pytest.mark.parametrize(
    ("slide", "commands", "next_", "back"),
    [
        ("", (), "Begin de les", "Terug"),
        ("s1", (CoverWith(Cover.BLACK),), "Toon de slide", "Terug"),
        ("s2", (), "Sluit de vraag", "Sluit, terug"),
        ("s2", (Next(),), "Toon het antwoord", "Terug"),
        ("s7", (Next(), Next()), "Toon de resultaten", "Terug"),
        ("s8", (End(),), "De les is afgesloten", "Terug"),
    ],
)
def test_what_next_and_back_will_do(slide: str, commands: tuple[Command, ...], next_: str, back: str) -> None:
    seen = seen_after(slide, *commands)
    assert (next_words(seen, Words("nl")), back_words(seen, Words("nl"))) == (next_, back)


def test_students_typed_what_stands_on_words_answers_and_the_lobby() -> None:
    assert [slide for slide in ("", "s1", "s2", "s3", "s4", "s5") if has_typed(seen_after(slide))] == ["", "s4", "s5"]
