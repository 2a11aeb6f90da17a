"""Opens a link of the slide at hand in the computer's browser. It knows no windows: who hears `opening` makes room."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from presenter.room_copy import NOTHING_SEEN, RoomSeen

SCHEMES = ("http", "https")
"""A browser is asked for nothing else: a lesson must not be able to start programs."""

_log = logging.getLogger(__name__)


def in_browser(address: str) -> bool:
    """Let the computer's browser open this address; False when it cannot or may not."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() in SCHEMES and QDesktopServices.openUrl(url)


class Links(QObject):
    """The links of the slide at hand, numbered from 1."""

    opening = Signal()
    """The browser comes now."""
    failed = Signal()
    """The browser did not come."""
    missing = Signal(int)
    """There is no link of this number; 0 when there is none at all."""
    choice_wanted = Signal(int)
    """There are so many links, and none was named."""

    def __init__(self, opens: Callable[[str], bool] = in_browser, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opens = opens
        self._seen = NOTHING_SEEN

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        self._seen = seen

    @Slot(int)
    def on_wanted(self, number: int) -> None:
        """Open the link of this number; 0 is the only one."""
        slide = self._seen.slide
        links = () if slide is None else slide.links
        if not links or number > len(links):
            self.missing.emit(number if links else 0)
        elif number == 0 and len(links) > 1:
            self.choice_wanted.emit(len(links))
        else:
            self._open(links[max(number, 1) - 1].target)

    def _open(self, address: str) -> None:
        self.opening.emit()
        if not self._opens(address):
            _log.warning("the browser did not open a link")
            self.failed.emit()
