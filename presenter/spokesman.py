"""Puts what happens into words for the console: troubles, refusals, the film, the address, and the few questions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from lessons.markdown import plain
from polling.commands import Back, End, Next, Readmit, Skip
from polling.wire import ParticipantView, RosterPart
from presenter import dialogs
from presenter.console.key_help import KeyHelp
from presenter.console.look import dress
from presenter.console.slide_grid import SlideGrid
from presenter.console.style import CHROMES
from presenter.console.window import Console
from presenter.room_copy import NOTHING_SEEN, RoomSeen
from presenter.settings import Settings
from presenter.stage.theme import THEMES
from presenter.thumbnails import Thumbnails
from presenter.trouble import Matter
from presenter.video import FilmState
from presenter.words import Words

TICK_MS = 200


class Spokesman(QObject):
    """Between what the parts of the app announce and what the console says."""

    confirmed = Signal(object)
    """Carries a command that the teacher confirmed in a dialog."""

    def __init__(
        self,
        qt: QApplication,
        console: Console,
        settings: Settings,
        log: Path,
        now_ms: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._qt = qt
        self._console = console
        self._settings = settings
        self._words = Words(settings.language)
        self._log = log
        self._now_ms = now_ms
        self._seen = NOTHING_SEEN
        self._matter = Matter("server.starting")
        self._film = FilmState()
        self._deed: object = None
        self._problems: tuple[str, ...] = ()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.on_tick)
        self._tick.start()
        dress(qt, settings.theme)
        self._say_matter()
        self._say_film()
        self._console.film.show_volume(settings.volume)

    def say_problems(self, lines: tuple[str, ...]) -> None:
        """What the lesson file's reader remarked."""
        self._problems = lines
        self._console.say_problems(lines)

    def stop(self) -> None:
        """Say nothing any more."""
        self._tick.stop()

    @Slot()
    def on_tick(self) -> None:
        clock = QLocale().toString(QDateTime.currentDateTime().time(), "HH:mm")
        self._console.show_time(clock, self._now_ms())

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        before, self._seen = self._seen.view, seen
        address = seen.view.address
        if before.address is not None and address is not None and before.address.typed != address.typed:
            self._console.passing.say(self._words.say("address.changed", typed=address.typed))
        for person in removed(before.roster, seen.view.roster):
            self._say_removed(person)
        self.on_tick()

    @Slot(object)
    def on_matter(self, matter: Matter) -> None:
        self._matter = matter
        self._say_matter()

    @Slot(object)
    def on_deed(self, deed: object) -> None:
        """What the teacher asked for last: the room only says that it refuses."""
        self._deed = deed

    @Slot(str)
    def on_refused(self, code: str) -> None:
        if code == "not_stored":
            return  # It stands as a trouble until something was stored again.
        name = f"refused.{self._reason(code)}"
        self._console.passing.say(self._words.say(name if self._words.knows(name) else "refused.not_now"))

    @Slot(int)
    def on_number(self, number: int) -> None:
        """The number of a slide is being typed: say which one Enter goes to."""
        slides = self._seen.view.lesson.slides
        slide = slides[number - 1] if 0 < number <= len(slides) else None
        name = "number.none" if slide is None else "number.typed"
        title = "" if slide is None else plain(slide.title or slide.question)
        self._console.passing.say(self._words.say(name, n=number, title=title))

    @Slot(object)
    def on_film(self, film: FilmState) -> None:
        self._film = film
        self._say_film()

    @Slot(object)
    def on_settings(self, settings: Settings) -> None:
        before, self._settings = self._settings, settings
        self._words = Words(settings.language)
        dress(self._qt, settings.theme)
        self._console.wear(settings, self._words)
        self._console.say_problems(self._problems)
        self._say_matter()
        self._say_film()
        self._say_chart(before)
        self.on_tick()

    @Slot()
    def on_end_wanted(self) -> None:
        dialog = dialogs.confirm_end(self._words, self._console)
        dialog.accepted.connect(self.on_end_confirmed)
        dialog.open()

    @Slot()
    def on_end_confirmed(self) -> None:
        self.confirmed.emit(End())

    @Slot(str)
    def on_rename_wanted(self, participant: str) -> None:
        roster = self._seen.view.roster
        person = None if roster is None else roster.of(participant)
        if person is None:
            return
        dialog = dialogs.RenameDialog(person, self._words, self._console)
        dialog.renamed.connect(self.confirmed)
        self._console.names_covered.connect(dialog.reject)
        dialog.open()

    @Slot()
    def on_teacher_wanted(self) -> None:
        address = self._seen.view.address
        if address is not None:
            dialogs.RemoteDialog(address.teacher_url, self._words, self._console).open()

    @Slot()
    def on_grid_wanted(self) -> None:
        if self._console.is_behind_slides or not self._seen.is_complete:
            return
        theme = self._settings.theme
        pictures = Thumbnails(self._seen, THEMES[theme])
        grid = SlideGrid(self._seen, self._words, CHROMES[theme], pictures.picture_of, self._console)
        grid.wanted.connect(self._console.wanted)
        grid.open()

    @Slot()
    def on_keys_wanted(self) -> None:
        if not self._console.is_behind_slides:
            KeyHelp(self._words, self._console).open()

    @Slot()
    def on_browser_wanted(self) -> None:
        if self._film.web_address:
            QDesktopServices.openUrl(QUrl(self._film.web_address))

    def _reason(self, code: str) -> str:
        position = self._seen.position
        if code != "not_now" or position is None or position.ended:
            return code
        if isinstance(self._deed, Back) and position.back == "none":
            return "first"
        return "last" if isinstance(self._deed, Next | Skip) and position.next == "none" else code

    def _say_removed(self, person: ParticipantView) -> None:
        """Say who is out of the lesson, and offer to undo it; where names are covered, only that somebody is."""
        words, is_named = self._words, self._console.shows_names
        name = "removed.blocked" if person.standing == "blocked" else "removed"
        text = words.say(name, name=person.name) if is_named else words.say("removed.someone")
        self._console.passing.offer(text, words.say("removed.undo"), Readmit(person.id), is_private=is_named)

    def _say_chart(self, before: Settings) -> None:
        """Say how results are drawn from now on: they need not be on the board at this moment."""
        now = self._settings
        if now.is_donut != before.is_donut:
            self._console.passing.say(self._words.say("chart.donut" if now.is_donut else "chart.bars"))
        if now.is_cloud != before.is_cloud:
            self._console.passing.say(self._words.say("view.cloud" if now.is_cloud else "view.web"))
        if now.counts_lead != before.counts_lead:
            self._console.passing.say(self._words.say("chart.counts" if now.counts_lead else "chart.shares"))

    def _say_matter(self) -> None:
        matter, words = self._matter, self._words
        if not matter.name:
            self._console.trouble.say("")
            return
        reason = words.say(f"failed.{matter.reason}", log=str(self._log)) if matter.reason else ""
        button = words.say("server.again") if matter.can_try_again else ""
        self._console.trouble.say(words.say(matter.name, reason=reason), button)

    def _say_film(self) -> None:
        film, words = self._film, self._words
        self._console.bottom.show_video(film.has_film and not film.is_broken, film.is_playing, words)
        self._console.film.show_film(film, words)
        if film.is_broken:
            self._console.browser.say(words.say("video.broken"))
        elif film.web_address:
            host = QUrl(film.web_address).host()
            self._console.browser.say(words.say("video.web", host=host), words.say("video.browser"))
        else:
            self._console.browser.say("")


def removed(before: RosterPart | None, after: RosterPart | None) -> tuple[ParticipantView, ...]:
    """Who was in the lesson and is not any more."""
    if before is None or after is None:
        return ()
    were_in = {each.id for each in before.those_in}
    return tuple(each for each in after.participants if not each.is_in and each.id in were_in)
