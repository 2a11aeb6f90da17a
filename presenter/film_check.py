"""Tries every film of a lesson when it is opened: which will not play here, and what stands for the others until they
do. It begins when the first slide is there, and takes one film at a time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from lessons.model import Slide
from presenter.film_file import Fault, look
from presenter.first_frame import FirstFrame
from presenter.room_copy import RoomSeen
from presenter.video import Film, film_of
from presenter.web_faults import WebFault

BEGIN_AFTER_MS = 1500
"""The first slide and the phones come first."""


@dataclass(frozen=True)
class FilmRemark:
    """A film that does not play, or not to its end: the number of its slide, the name of its file or site, and why."""

    number: int
    name: str
    fault: Fault | WebFault


class FilmCheck(QObject):
    """Looks at the films of each lesson once. A file that is not there at all is told by the lesson's reader."""

    still = Signal(str, QImage)
    """The first picture of the film of this slide (its id)."""
    told = Signal(object)
    """All remarks so far, as a tuple of FilmRemark."""

    def __init__(self, begin_after_ms: int = BEGIN_AFTER_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lesson: tuple[Path, tuple[Slide, ...]] = (Path(), ())
        self._waiting: list[tuple[int, Film]] = []
        self._remarks: tuple[FilmRemark, ...] = ()
        self._frames = FirstFrame(parent=self)
        self._frames.found.connect(self.on_found)
        self._frames.failed.connect(self.on_failed)
        self._begin = QTimer(self, singleShot=True, interval=begin_after_ms)
        self._begin.timeout.connect(self.on_next)

    @property
    def is_done(self) -> bool:
        """True when there is nothing left to look at."""
        return not self._waiting

    def stop(self) -> None:
        """Look no further."""
        self._waiting = []
        self._begin.stop()
        self._frames.stop()

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        lesson = (seen.folder, seen.view.lesson.slides)
        if lesson == self._lesson:
            return
        self.stop()
        self._lesson, self._remarks = lesson, ()
        films = [(number, film_of(slide, seen.folder)) for number, slide in enumerate(lesson[1], 1)]
        self._waiting = [(number, film) for number, film in films if film is not None]
        if self._waiting:
            self._begin.start()

    @Slot()
    def on_next(self) -> None:
        if self._waiting:
            _, film = self._waiting[0]
            self._frames.find(film.path, film.start_ms)

    @Slot(QImage)
    def on_found(self, still: QImage) -> None:
        number, film = self._waiting.pop(0)
        self.still.emit(film.slide, still)
        fault = look(film.path)
        if fault is not None:
            self._remark(number, film, fault)
        self.on_next()

    @Slot(str)
    def on_failed(self, fault: str) -> None:
        number, film = self._waiting.pop(0)
        if fault != Fault.MISSING:
            self._remark(number, film, Fault(fault))
        self.on_next()

    def _remark(self, number: int, film: Film, fault: Fault) -> None:
        self._remarks += (FilmRemark(number, film.path.name, fault),)
        self.told.emit(self._remarks)
