"""Opens a link of the slide at hand in the computer's browser. It knows no windows: who hears `opening` makes room."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from presenter.browser import in_browser, is_page
from presenter.console.link_list import links_of
from presenter.console.window import Outlook
from presenter.room_copy import NOTHING_SEEN, RoomSeen

_log = logging.getLogger(__name__)


class Links(QObject):
    """The links of the slide at hand, numbered from 1."""

    opening = Signal()
    """The browser comes now."""
    failed = Signal()
    """The browser did not come."""
    forbidden = Signal()
    """The link leads to something else than a page."""
    missing = Signal(int)
    """There is no link of this number; 0 when there is none at all."""
    choice_wanted = Signal(int)
    """There are so many links, and none was named."""
    slides_wanted = Signal()
    """The browser has been looked at: the slides are wanted back."""

    def __init__(self, opens: Callable[[str], bool] = in_browser, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opens = opens
        self._seen = NOTHING_SEEN
        self._outlook = Outlook()

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        self._seen = seen

    @Slot(object)
    def on_outlook(self, outlook: Outlook) -> None:
        self._outlook = outlook

    @Slot(int)
    def on_wanted(self, number: int) -> None:
        """Open the link of this number. 0 is the only one, or while the board is the browser's, the way back."""
        is_paused = self._seen.position is not None and self._seen.position.paused
        links = links_of(self._seen.slide, with_notes=not (self._outlook.is_covered or is_paused))
        if number == 0 and self._outlook.is_aside:
            self.slides_wanted.emit()
        elif not links or number > len(links):
            self.missing.emit(number if links else 0)
        elif number == 0 and len(links) > 1:
            self.choice_wanted.emit(len(links))
        else:
            self.on_address(links[max(number, 1) - 1].target)

    @Slot(str)
    def on_address(self, address: str) -> None:
        """Open this address."""
        if not is_page(address):
            self.forbidden.emit()
            return
        self.opening.emit()
        if not self._opens(address):
            _log.warning("the browser did not open a link")
            self.failed.emit()
