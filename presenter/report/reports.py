"""When a report opens and what becomes of it: after a lesson was ended by itself, of an earlier one when it is chosen.
Everything stands on the teacher's screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from polling import forgetting
from polling.store import StoreError
from presenter.console.window import Console, Outlook
from presenter.report.past import PastLessons
from presenter.report.reading import read_report
from presenter.report.window import Cover, ReportWindow
from presenter.report.words import Phrases, forgotten
from presenter.room_copy import NOTHING_SEEN, RoomSeen
from presenter.screens import stand_on
from presenter.settings import Settings


class Reports(QObject):
    """At most one report and one list of lessons at a time."""

    names_wanted = Signal()
    """The teacher asks for the names where the class may see them, or to hide them again."""

    def __init__(self, console: Console, settings: Settings, data: Path) -> None:
        super().__init__(console)
        self._console = console
        self._data = data
        self._settings = settings
        self._outlook = Outlook()
        self._seen = NOTHING_SEEN
        self._over = ""
        self._shown = ""
        self.window: ReportWindow | None = None
        self.past: PastLessons | None = None

    def close(self) -> None:
        """Close every window: the app is left."""
        for window in (self.window, self.past):
            if window is not None:
                window.close()

    def say_forgotten(self, count: int) -> None:
        """Say once that so many old lessons were wiped."""
        if count:
            button = Phrases(self._settings.language).say("ok")
            self._console.forgotten.say(forgotten(count, self._settings), button)

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        self._seen = seen
        if seen.position is not None and seen.position.ended:
            self._over = seen.session
        self._cover()

    @Slot(str)
    def on_goodbye(self, reason: str) -> None:
        """The server said goodbye, and why."""
        if reason == "ended":
            self._over = self._seen.session

    @Slot()
    def on_server_gone(self) -> None:
        """The file is closed. A lesson that was ended shows its report, once."""
        if self._over and self._over != self._shown:
            self._shown = self._over
            if self.past is not None:
                self.past.close()
            self.on_chosen(self._over)

    @Slot(str)
    def on_chosen(self, session: str) -> None:
        """Show the report of this session, in the place of the one before."""
        try:
            report = read_report(self._data, session)
        except StoreError:
            self._console.passing.say(Phrases(self._settings.language).say("past.cannot_read"))
            return
        if self.window is not None:
            self.window.close()
        window = ReportWindow(report, self._data, self._settings, self._console)
        window.names_wanted.connect(self.names_wanted)
        window.wiped.connect(self.on_wiped)
        window.closed.connect(self.on_closed)
        self.window = window
        self._cover()
        stand_on(window, self._console.screen())
        window.raise_()
        window.activateWindow()

    @Slot()
    def on_past_wanted(self) -> None:
        """Show which lessons were given."""
        if self.past is None:
            self.past = PastLessons(self._data, forgetting.given(self._data), self._settings, self._console)
            self.past.chosen.connect(self.on_chosen)
            self.past.wiped.connect(self.on_wiped)
            self.past.closed.connect(self.on_past_closed)
            # Not modal: the lesson goes on behind it, and the report that it opens must be reached.
            self.past.show()
        self.past.raise_()
        self.past.activateWindow()

    @Slot(str)
    def on_wiped(self, session: str) -> None:
        """This session is gone: every window knows it."""
        if self.past is not None:
            self.past.forget(session)
        if self.window is not None and self.window.session == session and not self.window.is_wiped:
            self.window.be_wiped()

    @Slot(object)
    def on_outlook(self, outlook: Outlook) -> None:
        self._outlook = outlook
        self._cover()
        if self.window is not None:
            stand_on(self.window, self._console.screen())

    @Slot(object)
    def on_settings(self, settings: Settings) -> None:
        self._settings = settings
        if self.window is not None:
            self.window.wear(settings)

    @Slot()
    def on_closed(self) -> None:
        if self.sender() is self.window:
            self.window = None

    @Slot()
    def on_past_closed(self) -> None:
        self.past = None

    def _cover(self) -> None:
        if self.window is not None:
            is_paused = self._seen.position is not None and self._seen.position.paused
            self.window.show_cover(cover_for(self._outlook, is_paused))


def cover_for(outlook: Outlook, is_paused: bool) -> Cover:
    """What covers the report: a pause of the lesson that is given, and a class that may see the laptop, as long as the
    teacher did not ask for the names."""
    if is_paused:
        return Cover(is_covered=True, says="covered.paused")
    if outlook.is_covered:
        return Cover(is_covered=True, says="report.covered", button="covered.show")
    return Cover() if outlook.plan.is_private else Cover(says="report.seen", button="covered.hide")
