"""Makes a room agree with the teacher's settings, and with what its board can hold, when this app becomes a screen of
it. After that the room decides."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from polling.commands import CloseByItself, CountPages
from presenter.room_copy import RoomSeen
from presenter.settings import Settings
from presenter.stage.fullness import Full, counted


class Accord(QObject):
    """Looks at each session once."""

    wanted = Signal(object)
    """Carries a command for the room."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._session = ""

    @Slot(object)
    def on_settings(self, settings: Settings) -> None:
        self._settings = settings

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        position, wish = seen.position, self._settings.closes_by_itself
        if position is None or seen.session == self._session:
            return
        self._session = seen.session
        if not position.ended and position.closes_by_itself is not wish:
            self.wanted.emit(CloseByItself(wish))

    @Slot(object)
    def on_full(self, found: tuple[Full, ...]) -> None:
        """These slides are too full: the room must know on how many pages each is shown."""
        pages = counted(found)
        if pages:
            self.wanted.emit(CountPages(pages))
