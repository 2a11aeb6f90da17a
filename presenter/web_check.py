"""Which films on the web will not play here, before a class waits for one. It looks up the name of the player's site
and asks for nothing else: nobody is told which lesson is opened."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import cast

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtNetwork import QHostInfo

from lessons.model import Slide
from lessons.web_video import youtube
from polling import pages
from presenter.film_check import FilmRemark
from presenter.room_copy import RoomSeen
from presenter.video import web_address_of
from presenter.web_faults import WebFault

# The stubs describe this way of calling it wrongly.
_look_up = cast(Callable[[str, Callable[[QHostInfo], None]], int], QHostInfo.lookupHost)


def has_browser() -> bool:
    """Whether QtWebEngine is installed; it is not loaded for that."""
    return find_spec("PySide6.QtWebEngineWidgets") is not None


class WebCheck(QObject):
    """Looks at the web films of each lesson once."""

    told = Signal(object)
    """All remarks, as a tuple of FilmRemark; nothing is told of a lesson whose films can be reached."""

    def __init__(
        self,
        player: str = pages.PLAYER,
        has_browser: Callable[[], bool] = has_browser,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._host = QUrl(player).host()
        self._has_browser = has_browser
        self._slides: tuple[Slide, ...] = ()
        self._lookup: int | None = None
        self._films: tuple[tuple[int, str, bool], ...] = ()
        """The slide's number, the film's site, and whether it is one that plays here."""

    def stop(self) -> None:
        """Wait for no answer any more."""
        if self._lookup is not None:
            QHostInfo.abortHostLookup(self._lookup)

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        if seen.view.lesson.slides == self._slides:
            return
        self._slides = seen.view.lesson.slides
        found = ((number, web_address_of(slide)) for number, slide in enumerate(self._slides, 1))
        self._films = tuple(
            (number, QUrl(address).host(), youtube(address) is not None) for number, address in found if address
        )
        if not self._has_browser():
            self._tell(WebFault.NO_BROWSER)
        elif any(plays_here for _, _, plays_here in self._films):
            self._lookup = _look_up(self._host, self.on_looked_up)
        else:
            self._tell(None)

    @Slot(QHostInfo)
    def on_looked_up(self, info: QHostInfo) -> None:
        is_there = info.error() is QHostInfo.HostInfoError.NoError
        self._tell(None if is_there else WebFault.OFFLINE)

    def _tell(self, fault: WebFault | None) -> None:
        """Every film that does not play here: those of other sites, and with a fault the others too."""
        told = []
        for number, host, plays_here in self._films:
            found = fault if plays_here else WebFault.ELSEWHERE
            if found is not None:
                told.append(FilmRemark(number, host, found))
        if told:
            self.told.emit(tuple(told))
