"""How a lesson begins: taken up where it was, asked about, or new. The decision is pure; the steps follow it."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from polling import running as word
from polling.running import Running
from polling.sessions import TAKEN_UP_WITHIN_S, Unfinished
from polling.wire import Release
from presenter.room_link import RoomLink
from presenter.server_process import ServerProcess, Wish

LOOK_MS = 50
RELEASE_WITHIN_S = 5.0
"""A server of another lesson has this long to let go; then ours starts beside it, on another port."""


@dataclass(frozen=True)
class Decision:
    """What stands in the data folder means: a server to be a screen of, one to release first, sessions to ask about.
    All empty: start a server, which takes up a lesson that was lost just now by itself."""

    attach: Running | None = None
    release: Running | None = None
    ask: tuple[Unfinished, ...] = ()


def decide(
    alive: Running | None, found: list[Unfinished], lesson: Path, seconds_today: float, takes_up: bool = True
) -> Decision:
    """`alive` is the server that listens now, `found` the unfinished sessions of this lesson, the latest first, and
    `seconds_today` how long this day has lasted: an older session is not asked about. A session that was lost just now
    is taken up by itself, unless not `takes_up`: the teacher chose this lesson while another one was given."""
    if alive is not None and Path(alive.lesson) == lesson:
        return Decision(attach=alive)
    is_taken_up = takes_up and bool(found) and found[0].last_seen_s < TAKEN_UP_WITHIN_S
    today = tuple(each for each in found if each.last_seen_s <= seconds_today)
    return Decision(release=alive, ask=() if is_taken_up else today)


def seconds_of_today(local: time.struct_time) -> float:
    """How many seconds of this day have passed."""
    return local.tm_hour * 3600.0 + local.tm_min * 60.0 + local.tm_sec


def chosen(wish: Wish, session: str, label: str) -> Wish:
    """The wish with the teacher's answer: a session to go on with, or a new one with a label."""
    return replace(wish, session=session, is_new=not session, label="" if session else label)


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
