"""How the app goes: the room is let go, so that it can be taken up again, and then the app quits."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from polling.wire import Release
from presenter.room_link import RoomLink
from presenter.server_process import ServerProcess


class Leaving(QObject):
    """Never ends a session: it releases the server, which keeps it."""

    left = Signal()
    """The room is let go; the app can quit."""

    def __init__(self, server: ServerProcess, link: RoomLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = server
        self._link = link
        self.has_begun = False

    @Slot()
    def begin(self) -> None:
        """Let go. A second call changes nothing."""
        if self.has_begun:
            return
        self.has_begun = True
        self._link.send(Release())
        self._server.expect_end()

    @Slot()
    def on_link_opened(self) -> None:
        """The link was away when we began to leave: the server hears it now."""
        if self.has_begun:
            self._link.send(Release())

    @Slot()
    def on_server_gone(self) -> None:
        if self.has_begun:
            self._link.close()
            self.left.emit()
