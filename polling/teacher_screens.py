"""The teacher screens of a live session: which parts changed, and telling them, at most every 33 ms. No websockets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from polling import events
from polling.events import AnyEvent
from polling.parts import lesson_part, position_part, roster_part, tally_part, words_part
from polling.room import Room
from polling.seats import Line, Seats
from polling.wire import AddressPart, Bye, Outgoing, RefusedMessage, RemotesPart, encode

PACE_MS = 33
"""The first change is told at once, those that follow at most this often."""

Part = Literal["lesson", "position", "roster", "tally", "words", "address", "remotes"]
_ALL: tuple[Part, ...] = ("lesson", "address", "position", "roster", "tally", "words", "remotes")


class TeacherScreens:
    """Everybody with the teacher's key who listens to one room."""

    def __init__(self, room: Room, seats: Seats) -> None:
        self._room = room
        self._seats = seats
        self._address: AddressPart | None = None
        self._remotes = RemotesPart(revision=0, remotes=())
        self._screens: list[Line] = []
        self._revisions: dict[Part, int] = dict.fromkeys(_ALL, 0)
        self._changed: set[Part] = set()
        self._told_ms = -PACE_MS

    @property
    def is_due(self) -> bool:
        """True when something changed that was not told yet."""
        return bool(self._changed and self._screens)

    def wait_s(self, now_ms: int) -> float:
        """How long until the next telling is allowed, in seconds. The end is told at once: the server goes after it."""
        return 0 if self._room.is_ended else max(0, self._told_ms + PACE_MS - now_ms) / 1000

    def attach(self, screen: Line, now_ms: int) -> None:
        """Tell a new screen every part."""
        self._screens.append(screen)
        for part in _ALL:
            frame = self._frame(part, now_ms)
            if frame is not None:
                screen.tell(frame)

    def detach(self, screen: Line) -> None:
        """Forget a screen."""
        if screen in self._screens:
            self._screens.remove(screen)

    def show_address(self, address: AddressPart) -> None:
        """Phones join here from now on."""
        self._address = address
        self.mark("address")

    def show_remotes(self, remotes: RemotesPart) -> None:
        """These are the remotes from now on."""
        self._remotes = remotes
        self.mark("remotes")

    def mark(self, *parts: Part) -> None:
        """These parts changed."""
        self._changed.update(parts)

    def mark_for(self, happened: Iterable[AnyEvent]) -> None:
        """Mark the parts that these events change."""
        for event in happened:
            match event:
                case events.Answered():
                    self.mark("roster", "tally", "words")
                case events.Joined():
                    self.mark("roster", "tally")
                case events.ClassNamed() | events.BeginningChosen():
                    self.mark("lesson", "position")
                case events.QuickAdded():
                    self.mark("lesson")
                case _:
                    self.mark("position", "roster", "tally", "words")

    def tell_what_is_due(self, now_ms: int) -> None:
        """Tell every screen the parts that changed, unless the last telling was a moment ago."""
        if not self.is_due or self.wait_s(now_ms) > 0:
            return
        self._told_ms = now_ms
        changed, self._changed = self._changed, set()
        for part in _ALL:
            if part in changed:
                self._revisions[part] += 1
                self._tell(self._frame(part, now_ms))

    def tell_all(self, message: RefusedMessage) -> None:
        """Tell every screen one message at once."""
        self._tell(encode(message))

    def say_goodbye(self, bye: Bye) -> None:
        """The server closes."""
        self._tell(encode(bye))
        for screen in self._screens:
            screen.hang_up()

    def _tell(self, frame: str | None) -> None:
        if frame is not None:
            for screen in self._screens:
                screen.tell(frame)

    def _frame(self, part: Part, now_ms: int) -> str | None:
        made = self._made(part, self._revisions[part], now_ms)
        return None if made is None else encode(made)

    def _made(self, part: Part, revision: int, now_ms: int) -> Outgoing | None:
        match part:
            case "lesson":
                return lesson_part(self._room, revision)
            case "address":
                return None if self._address is None else msgspec.structs.replace(self._address, revision=revision)
            case "remotes":
                return msgspec.structs.replace(self._remotes, revision=revision)
            case "position":
                return position_part(self._room, revision, now_ms)
            case "roster":
                seats = self._seats
                return roster_part(self._room, seats.presence, revision, seats.claim_views, seats.shared)
            case "tally":
                return tally_part(self._room, self._seats.presence, revision)
            case "words":
                return words_part(self._room, revision)
