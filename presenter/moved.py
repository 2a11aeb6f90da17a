"""Whether the class must scan once more, because the laptop got another address in the middle of a lesson."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from presenter.room_copy import NOTHING_SEEN, RoomSeen

TICK_MS = 1_000
NOBODY_LOST_S = 30.0
"""When nobody was lost by then, everybody had another way in."""
MOST_S = 180.0
"""Who is not back by then knows the strip along the bottom."""


class Moved(QObject):
    """True from a change of address until everybody who was here is back, or for a while."""

    changed = Signal(bool)

    def __init__(self, now_s: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now_s = now_s
        self._seen = NOTHING_SEEN
        self._since_s: float | None = None
        self._were_here = 0
        self._has_lost = False
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.on_tick)

    @property
    def is_on(self) -> bool:
        """True while phones have to find the new address."""
        return self._since_s is not None

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        before, self._seen = self._seen, seen
        old, new = before.view.address, seen.view.address
        is_moved = old is not None and new is not None and old.typed != new.typed and before.session == seen.session
        if is_moved and (_here(before) or self.is_on):
            self._were_here = max(_here(before), self._were_here if self.is_on else 0)
            self._has_lost = False
            self._switch(self._now_s())
        self._has_lost = self._has_lost or _here(seen) < self._were_here
        self.on_tick()

    @Slot()
    def on_tick(self) -> None:
        """Is it over?"""
        if self._since_s is None:
            return
        passed_s = self._now_s() - self._since_s
        is_back = self._has_lost and _here(self._seen) >= self._were_here
        is_ended = self._seen.position is not None and self._seen.position.ended
        if is_back or is_ended or passed_s >= (MOST_S if self._has_lost else NOBODY_LOST_S):
            self._switch(None)

    def _switch(self, since_s: float | None) -> None:
        self._since_s = since_s
        self._tick.stop() if since_s is None else self._tick.start()
        self.changed.emit(since_s is not None)


def _here(seen: RoomSeen) -> int:
    return 0 if seen.view.roster is None else seen.view.roster.here
