"""What a phone's hello leads to."""

from __future__ import annotations

import pytest

from polling import commands, reception, tokens
from polling.presence import Presence
from polling.refusal import Refused
from polling.wire import Hello
from tests.classroom import Classroom

TOKEN = "0123456789abcdef0123456789abcdef"


class Door:
    """A room with Ana in it, and a door."""

    def __init__(self) -> None:
        self.classroom = Classroom()
        self.presence = Presence()
        self.classroom.does(commands.Join("p1", "Ana", tokens.digest(TOKEN)))
        self.presence.hear("p1", 0)

    def hears(self, proto: int = 1, room_code: str = "4271", **said: str) -> reception.Outcome:
        hello = Hello(proto=proto, room_code=room_code, **said)  # type: ignore[arg-type]
        return reception.receive(self.classroom.room, self.presence, hello)


@pytest.fixture
def door() -> Door:
    return Door()


def test_a_token_brings_its_participant_back_whatever_else_is_said(door: Door) -> None:
    assert door.hears(token=TOKEN, room_code="", name="Bo") == reception.ComesBack("p1")


def test_without_a_name_a_name_is_asked_for(door: Door) -> None:
    assert door.hears() == reception.MustSayName()
    assert door.hears(token="unknown") == reception.MustSayName()


def test_who_is_outside_hears_why(door: Door) -> None:
    assert door.hears(proto=2) == Refused("old_page")
    assert door.hears(room_code="0000", name="Bo") == Refused("room_code")


def test_somebody_new_joins_also_under_a_name_that_is_here(door: Door) -> None:
    assert door.hears(name="Bo") == reception.WantsToJoin("Bo")
    assert door.hears(name="ana") == reception.WantsToJoin("ana")
    assert door.hears(name="ana", again="me") == reception.WantsToJoin("ana")


def test_the_name_of_somebody_who_is_away_is_asked_about(door: Door) -> None:
    door.presence.leave("p1")
    assert door.hears(name=" ANA ") == reception.MaySitThere("Ana")
    assert door.hears(name="ana", again="other") == reception.WantsToJoin("ana")
    assert door.hears(name="ana", again="me") == reception.ClaimsSeat("p1", "ana")


def test_a_locked_room_lets_nobody_new_in_but_hears_who_was_in(door: Door) -> None:
    door.classroom.does(commands.Lock(True))
    door.presence.leave("p1")
    assert door.hears(name="Bo") == Refused("locked")
    assert door.hears(name="Ana", again="other") == Refused("locked")
    assert door.hears(name="Ana", again="me") == reception.ClaimsSeat("p1", "Ana")
    assert door.hears(token=TOKEN) == reception.ComesBack("p1")


def test_who_was_removed_hears_so_and_who_was_blocked_too(door: Door) -> None:
    door.classroom.does(commands.Remove("p1"))
    assert door.hears(token=TOKEN) == Refused("removed")
    door.classroom.does(commands.Remove("p1", block=True))
    assert door.hears(token=TOKEN) == Refused("blocked")
    assert door.hears(name="Ana") == reception.WantsToJoin("Ana")
