"""What happens to a lesson that comes in while the console is open: it is completed, or the teacher is asked whether to
give it now. Everything stands on the teacher's screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from lessons.package import CannotOpen
from lessons.problems import sentence
from presenter import dialogs
from presenter.completing import files
from presenter.completing.arriving import from_path, from_text, working_folders
from presenter.completing.draft import Arrival, Draft
from presenter.completing.offered import Offered
from presenter.completing.words import Phrases
from presenter.console.window import Console, Outlook
from presenter.screens import stand_on
from presenter.settings import Settings

if TYPE_CHECKING:
    from presenter.completing.window import Completing


class Arrivals(QObject):
    """At most one lesson is completed at a time."""

    lesson_wanted = Signal(object)
    """The teacher wants to give the lesson at this path instead of the one that is given now."""
    may_leave = Signal()
    """The app can be left: nothing waits to be saved."""

    def __init__(self, console: Console, settings: Settings, data: Path) -> None:
        super().__init__(console)
        self._console = console
        self._data = data
        self._settings = settings
        self._phrases = Phrases(settings.language)
        self._outlook = Outlook()
        self._asked_about = Path()
        self._is_leaving = False
        self.window: Completing | None = None

    @Slot(object)
    def on_settings(self, settings: Settings) -> None:
        self._settings = settings
        self._phrases = Phrases(settings.language)
        if self.window is not None:
            self.window.wear(settings)
            self.window.show_privacy(self._outlook.plan.is_private)

    @Slot(object)
    def on_outlook(self, outlook: Outlook) -> None:
        self._outlook = outlook
        if self.window is not None:
            self._place(self.window)

    @Slot()
    def on_open_wanted(self) -> None:
        if not self._is_busy():
            dialog = files.open_dialog(self._console, self._phrases)
            dialog.fileSelected.connect(self.on_file_chosen)
            dialog.open()

    @Slot(str)
    def on_file_chosen(self, name: str) -> None:
        self.on_given(Offered(file=Path(name)))

    @Slot(object)
    def on_given(self, found: Offered) -> None:
        """Something was dropped, pasted or chosen."""
        if self._is_busy():
            return
        try:
            if found.file is not None:
                self._show(from_path(found.file.resolve(), self._data))
            elif (arrival := from_text(found.text, self._data)) is not None:
                self._show(arrival)
            else:
                self._console.passing.say(self._phrases.say("not_pasted"))
        except CannotOpen as reason:
            text = sentence(reason, self._settings.language)
            dialogs.message(self._phrases.say("open.title"), text, self._phrases, self._console).open()

    @Slot(object)
    def on_completed(self, path: Path) -> None:
        self.lesson_wanted.emit(path)

    @Slot()
    def on_asked(self) -> None:
        self.lesson_wanted.emit(self._asked_about)

    @Slot()
    def on_leaving(self) -> None:
        """The app is about to be left: what waits to be saved is asked about first."""
        if self.window is None or not self.window.draft.is_unsaved:
            self.may_leave.emit()
            return
        self._is_leaving = True
        self.window.raise_()
        self.window.close()

    @Slot()
    def on_stays(self) -> None:
        self._is_leaving = False

    @Slot()
    def on_closed(self) -> None:
        self.window = None
        if self._is_leaving:
            self.may_leave.emit()

    def _is_busy(self) -> bool:
        """True while another lesson is completed; then its window comes to the front and says so."""
        if self.window is None:
            return False
        self.window.trouble.say(self._phrases.say("one_first"))
        self.window.raise_()
        self.window.activateWindow()
        return True

    def _show(self, arrival: Arrival) -> None:
        draft = Draft(arrival, working_folders(self._data))
        if arrival.opened.is_read_only or (draft.work.is_done and not arrival.is_imported):
            self._ask(arrival)
            return
        from presenter.completing.window import Completing

        window = Completing(draft, self._settings, self._console)
        window.given.connect(self.on_completed)
        window.stays.connect(self.on_stays)
        window.closed.connect(self.on_closed)
        self.window = window
        self._place(window)

    def _place(self, window: Completing) -> None:
        stand_on(window, self._console.screen())
        window.show_privacy(self._outlook.plan.is_private)

    def _ask(self, arrival: Arrival) -> None:
        phrases, lesson = self._phrases, arrival.opened.lesson
        self._asked_about = arrival.opened.source
        told = phrases.count("now.text", len(lesson.slides), lesson=files.titled(lesson, phrases))
        dialog = dialogs.Dialog(phrases.say("now.title"), told, self._console)
        dialog.add_button(phrases.say("cancel")).clicked.connect(dialog.reject)
        dialog.add_button(phrases.say("now.yes"), is_primary=True).clicked.connect(dialog.accept)
        dialog.accepted.connect(self.on_asked)
        dialog.open()
