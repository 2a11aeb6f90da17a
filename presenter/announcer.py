"""Tells the terminal how to join, when there is no display, and again when the address changes."""

from __future__ import annotations

from typing import TextIO

from PySide6.QtCore import QObject, Slot

from presenter import terminal
from presenter.room_copy import RoomSeen
from presenter.words import Words


class Announcer(QObject):
    """Writes lines; asks nothing."""

    def __init__(self, words: Words, out: TextIO, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._out = out
        self._told = ""

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        address = seen.view.address
        if address is None or address.join_url == self._told:
            return
        self._told = address.join_url
        is_coloured = self._out.isatty() and terminal.can_draw(self._out.encoding)
        lines = terminal.told(address, self._words, is_coloured, terminal.can_draw(self._out.encoding))
        self._out.write("\n".join(lines) + "\n")
        self._out.flush()
