"""A lesson while it is completed: applies what the teacher does, keeps it after every step, saves it. No widgets.

Media are copied at once; the text goes to the working folder after every step, so that a crash loses nothing. Where
the lesson lies in a folder of the teacher's own, its text is only written when the teacher saves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from lessons import adding, filling
from lessons.model import Lesson, MediaKind
from lessons.package import Opened, autosave, files_of, save_lesson
from lessons.problems import CannotOpen
from presenter.completing import work as steps
from presenter.completing.work import Work


@dataclass(frozen=True)
class Arrival:
    """A lesson that came in. One that was `imported` lies in the working folder only and has no file of its own yet."""

    opened: Opened
    is_imported: bool = False


class Lies(Enum):
    """Where the teacher's lesson lies: in an archive that is unpacked elsewhere, in a folder that is worked in, or
    nowhere yet."""

    IN_ARCHIVE = "archive"
    IN_FOLDER = "folder"
    NOWHERE = "nowhere"


@dataclass(frozen=True)
class Refusal:
    """Why something was not taken: a problem of the lesson's catalogue, or the name of a sentence of this window."""

    problem: CannotOpen | None = None
    name: str = ""


class Draft(QObject):
    """The shell around a Work."""

    changed = Signal(object)
    """Carries the Work after every step."""
    filled = Signal()
    """The task at hand was just completed."""
    refused = Signal(object)
    """Carries a Refusal; nothing was changed."""
    saved = Signal()

    def __init__(self, arrival: Arrival, work_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work_folder = work_folder
        self._opened = arrival.opened
        self.has_file = not arrival.is_imported
        self.is_unsaved = arrival.is_imported
        self._added: set[str] = set()
        self.work = steps.begun(arrival.opened.lesson, arrival.opened.folder)

    @property
    def path(self) -> Path:
        """Where the lesson is, to be given."""
        return self._opened.source

    @property
    def lesson(self) -> Lesson:
        """The lesson as it is now."""
        return self.work.lesson

    @property
    def lies(self) -> Lies:
        """Where the lesson lies."""
        if not self.has_file:
            return Lies.NOWHERE
        return Lies.IN_FOLDER if self._opened.folder in (self.path, self.path.parent) else Lies.IN_ARCHIVE

    @Slot(int)
    def on_option(self, place: int) -> None:
        self._take(steps.option_switched(self.work, place), moves_on=not self.work.allows_several)

    @Slot()
    def on_several(self) -> None:
        self._take(steps.several_switched(self.work), moves_on=False)

    @Slot()
    def on_poll(self) -> None:
        self._take(steps.poll_switched(self.work))

    @Slot(int)
    def on_place(self, place: int) -> None:
        self._show(steps.moved(self.work, place))

    @Slot()
    def on_onward(self) -> None:
        self._show(steps.onward(self.work))

    @Slot(str)
    def on_address(self, text: str) -> None:
        medium = filling.video_at(text)
        if medium is None:
            self.refused.emit(Refusal(name="refused.address"))
        else:
            self._take(steps.medium_added(self.work, medium))

    def add_file(self, path: Path) -> None:
        """Bring this picture or video to the slide at hand."""
        wanted = self.work.wants()
        if wanted is None:
            return
        try:
            medium = adding.add_file(path, self.work.folder, wanted)
        except CannotOpen as reason:
            self.refused.emit(Refusal(reason))
        else:
            self._take(steps.medium_added(self.work, medium))

    def add_picture(self, png: bytes) -> None:
        """Bring this picture, which has no file, to the slide at hand."""
        if self.work.wants() is not MediaKind.PICTURE:
            return
        try:
            medium = adding.add_bytes(png, "plaatje.png", self.work.folder, MediaKind.PICTURE)
        except CannotOpen as reason:
            self.refused.emit(Refusal(reason))
        else:
            self._take(steps.medium_added(self.work, msgspec.structs.replace(medium, alt="")))

    def save(self, destination: Path | None = None) -> bool:
        """Save where it came from, or there. False when that failed, which is said; then nothing is lost."""
        try:
            if self.lies is not Lies.IN_FOLDER:
                self._sweep()  # what is packed is what the lesson names
            self._opened = save_lesson(self._opened, self.lesson, destination, self._work_folder)
        except CannotOpen as reason:
            self.refused.emit(Refusal(reason))
            return False
        if destination is not None:
            self.has_file = True
        self.is_unsaved = False
        self._sweep()
        self.work = replace(self.work, folder=self._opened.folder)
        self.saved.emit()
        return True

    def _take(self, work: Work, moves_on: bool = True) -> None:
        """The teacher did something: keep it, and tell whether the task at hand is now done."""
        if work == self.work:
            return
        before, self.work = self.work, work
        self._added |= {target for target in work.filled if target and "://" not in target}
        if work.lesson != before.lesson:
            self.is_unsaved = True
            self._keep()
        self.changed.emit(work)
        if moves_on and work.at is not None and work.has_done(work.at):
            self.filled.emit()

    def _show(self, work: Work) -> None:
        self.work = work
        self.changed.emit(work)

    def _keep(self) -> None:
        """Write the text to the working folder."""
        try:
            if self.has_file:
                autosave(self._opened, self.lesson)
            else:
                self._opened = save_lesson(self._opened, self.lesson)
        except CannotOpen as reason:
            self.refused.emit(Refusal(reason))

    def _sweep(self) -> None:
        """Let go of the files that were added here and that nothing names any more."""
        named = {target for slide in self.lesson.slides for target in files_of(slide)}
        for target in self._added - named:
            (self.work.folder / target).unlink(missing_ok=True)
        self._added &= named
