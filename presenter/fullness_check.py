"""Looks for slides with too much text while the lesson is given, one slide at a time, so that nothing waits for it.

Not at the opening: a long lesson would keep the class waiting for its first slide by a second."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from presenter.room_copy import RoomSeen
from presenter.stage.fullness import Full, each_full

AFTER_MS = 300
"""So long after the first slide came: it fades in and the windows find their places."""
BETWEEN_MS = 5
"""Between two slides, for keys and pictures."""


class FullnessCheck(QObject):
    """Looks through each session's lesson once."""

    found = Signal(object)
    """All slides were looked at; carries what was found of each that is too full, if there are any."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = ""
        self._found: list[Full] = []
        self._looks: Iterator[Full | None] = iter(())
        self._looking = QTimer(self, singleShot=True)
        self._looking.timeout.connect(self.on_look)

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        position = seen.position
        if position is None or seen.session == self._session:
            return
        self._session, self._found = seen.session, []
        if not position.ended:
            self._looks = each_full(seen.view.lesson, seen.folder)
            self._looking.start(AFTER_MS)

    def stop(self) -> None:
        """Look no more."""
        self._looking.stop()

    @Slot()
    def on_look(self) -> None:
        try:
            full = next(self._looks)
        except StopIteration:
            if self._found:
                self.found.emit(tuple(self._found))
            return
        if full is not None:
            self._found.append(full)
        self._looking.start(BETWEEN_MS)
