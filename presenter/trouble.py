"""What is the matter with the server, as one state the console can say. No sentences, no widgets."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from presenter.room_copy import RoomSeen


@dataclass(frozen=True)
class Matter:
    """`name` is a sentence of presenter.words ("" when all is well); `reason` fills it in."""

    name: str = ""
    reason: str = ""

    @property
    def can_try_again(self) -> bool:
        """True when the teacher is asked to."""
        return self.name == "server.failed"


class Trouble(QObject):
    """Listens to the server, the link and the room."""

    changed = Signal(object)
    """Carries a Matter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matter = Matter("server.starting")
        self._is_over = False

    @Slot()
    def on_lost(self) -> None:
        if not self._is_over and self.matter.name != "server.failed":
            self._tell(Matter("server.away"))

    @Slot(str)
    def on_failed(self, reason: str) -> None:
        self._tell(Matter("server.failed", reason))

    @Slot()
    def on_server_gone(self) -> None:
        if not self._is_over:
            self._tell(Matter("server.failed", "released"))

    @Slot()
    def on_listening(self) -> None:
        if self.matter.name == "server.failed":
            self._tell(Matter("server.away"))

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        self._is_over = seen.position is not None and seen.position.ended
        self._tell(Matter())

    @Slot(str)
    def on_refused(self, code: str) -> None:
        """While the disk refuses, the room tells nothing: its next word says that all was stored again."""
        if code == "not_stored" and not self._is_over:
            self._tell(Matter("refused.not_stored"))

    @Slot()
    def on_leaving(self) -> None:
        self._is_over = True

    def _tell(self, matter: Matter) -> None:
        if matter != self.matter:
            self.matter = matter
            self.changed.emit(matter)
