"""Between the room and the console: every change at once in a class, ten a second in a full hall. No widgets.

The console lists everybody, so in a hall it takes longer to show than a change takes to come; the board comes first.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from presenter.room_copy import NOTHING_SEEN, RoomSeen

PACE_MS = 100
AT_ONCE = 60
"""With no more participants than this every change is passed on at once."""


class Pace(QObject):
    """Passes on the room as it was seen last. A change of the position is a teacher's own, and never waits."""

    changed = Signal(object)
    """Carries the RoomSeen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen = NOTHING_SEEN
        self._told = NOTHING_SEEN
        self._rest = QTimer(self, singleShot=True, interval=PACE_MS)
        self._rest.timeout.connect(self.on_rested)

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        self._seen = seen
        if _is_class(seen) or seen.position is not self._told.position or not self._rest.isActive():
            self._tell()

    def stop(self) -> None:
        """Pass on nothing any more."""
        self._rest.stop()

    @Slot()
    def on_rested(self) -> None:
        if self._seen is not self._told:
            self._tell()

    def _tell(self) -> None:
        self._told = self._seen
        self._rest.start()
        self.changed.emit(self._told)


def _is_class(seen: RoomSeen) -> bool:
    return seen.view.roster is None or len(seen.view.roster.participants) <= AT_ONCE
