"""How a lesson begins: taken up where it was, asked about, or new. The decision is pure; the steps follow it."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from polling import running as word
from polling.running import Running
from polling.sessions import TAKEN_UP_WITHIN_S, Unfinished
from polling.wire import Release
from presenter.room_link import RoomLink
from presenter.server_process import ServerProcess, Wish

LOOK_MS = 50
ASKED_WITHIN_S = 7 * 24 * 3600.0
"""A lesson of another day that was not ended is asked about for so long."""
RELEASE_WITHIN_S = 5.0
"""A server of another lesson has this long to let go; then ours starts beside it, on another port."""


@dataclass(frozen=True)
class Decision:
    """What stands in the data folder means: a server to be a screen of, one to release first, a session to go on with
    unasked, or sessions to ask about. All empty: a new lesson."""

    attach: Running | None = None
    release: Running | None = None
    session: str = ""
    ask: tuple[Unfinished, ...] = ()


class Chosen(Enum):
    """How the teacher came to this lesson: the app was opened with it, it was chosen while another one was given, or
    the teacher thought better of that and comes back to it."""

    OPENED = auto()
    INSTEAD = auto()
    AFTER_ALL = auto()


def decide(
    alive: Running | None,
    found: list[Unfinished],
    lesson: Path,
    seconds_today: float,
    how: Chosen = Chosen.OPENED,
) -> Decision:
    """`alive` is the server that listens now, `found` the unfinished sessions of this lesson, the latest first, and
    `seconds_today` how long this day has lasted. A session that was lost just now is taken up by itself; one that a
    teacher closed is asked about, since another class may sit there by now. An older day is asked about as well when
    somebody had joined, for a week."""
    if alive is not None and Path(alive.lesson) == lesson:
        return Decision(attach=alive)
    if found and (how is Chosen.AFTER_ALL or (how is Chosen.OPENED and _is_lost(found[0]))):
        return Decision(release=alive, session=found[0].session)
    return Decision(release=alive, ask=tuple(each for each in found if _is_asked(each, seconds_today)))


def _is_lost(found: Unfinished) -> bool:
    return not found.is_let_go and found.last_seen_s < TAKEN_UP_WITHIN_S


def _is_asked(found: Unfinished, seconds_today: float) -> bool:
    return found.last_seen_s <= seconds_today or (found.participants > 0 and found.last_seen_s < ASKED_WITHIN_S)


def seconds_of_today(local: time.struct_time) -> float:
    """How many seconds of this day have passed."""
    return local.tm_hour * 3600.0 + local.tm_min * 60.0 + local.tm_sec


def going_on(wish: Wish, session: str) -> Wish:
    """The wish for this session."""
    return replace(wish, session=session, is_new=False)


def anew(wish: Wish, label: str = "", begins_at: str = "") -> Wish:
    """The wish for a new session, for this class (else the one it names already) and from this slide."""
    return replace(wish, session="", is_new=True, label=label or wish.label, begins_at=begins_at)


class Opening(QObject):
    """Takes the steps of a decision. `link` is its own, so that nobody sees the room that is being released."""

    def __init__(self, server: ServerProcess, link: RoomLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = server
        self._link = link
        self._link.opened.connect(self.on_link_opened)
        self._wish: Wish | None = None
        self._leaving: Running | None = None
        self._until_s = 0.0
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.on_look)

    def begin(self, decision: Decision, wish: Wish) -> None:
        """Get the room going."""
        self._wish = wish
        if decision.attach is not None:
            self._server.attach(decision.attach, wish)
        elif decision.release is not None:
            self._leaving = decision.release
            self._until_s = time.monotonic() + RELEASE_WITHIN_S
            self._link.connect_to(decision.release)
            self._look.start()
        else:
            self._server.start(wish)

    @Slot()
    def on_link_opened(self) -> None:
        if self._leaving is not None:
            self._link.send(Release())

    @Slot()
    def on_look(self) -> None:
        if self._leaving is None or self._wish is None:
            return
        if word.is_alive(self._leaving, 0.2) and time.monotonic() < self._until_s:
            return
        self._look.stop()
        self._leaving = None
        self._link.close()
        self._server.start(self._wish)
