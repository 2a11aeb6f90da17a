"""Puts what happens into words for the console: troubles, refusals, the film, the address, and the few questions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from lessons.markdown import plain
from polling.commands import Back, End, Next, Readmit, Show, Skip
from polling.wire import ParticipantView, RemoteCode, RemotesPart, RosterPart
from presenter import dialogs
from presenter.beginning.class_dialog import ClassDialog
from presenter.console.hidden import Hidden, newly_hidden
from presenter.console.key_help import KeyHelp
from presenter.console.look import dress
from presenter.console.slide_grid import SlideGrid
from presenter.console.style import CHROMES
from presenter.console.window import Console
from presenter.film_check import FilmRemark
from presenter.film_file import Fault
from presenter.remote_dialog import RemoteDialog
from presenter.room_copy import NOTHING_SEEN, RoomSeen
from presenter.settings import Settings
from presenter.stage.fullness import Full, told_of
from presenter.stage.scene import RoomView
from presenter.stage.theme import THEMES
from presenter.thumbnails import Thumbnails
from presenter.trouble import Matter
from presenter.video import FilmState
from presenter.web_faults import WebFault
from presenter.words import Words

TICK_MS = 200


class Spokesman(QObject):
    """Between what the parts of the app announce and what the console says."""

    confirmed = Signal(object)
    """Carries a command that the teacher confirmed in a dialog."""
    wifi_chosen = Signal(str, str)
    """The name and the password of the students' wifi."""
    code_told = Signal(object)
    remotes_told = Signal(object)
    """For the dialog about remotes, while it is open: a RemoteCode, a RemotesPart."""
    page_wanted = Signal(str)
    """The page of this address is wanted in the browser."""

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
        self._film, self._web_film = FilmState(), FilmState()
        self._deed: object = None
        self._remotes = RemotesPart(revision=0, remotes=())
        self._problems: tuple[str, ...] = ()
        self._full: tuple[Full, ...] = ()
        self._films: tuple[FilmRemark, ...] = ()
        self._web_films: tuple[FilmRemark, ...] = ()
        self._stills: dict[str, QImage] = {}
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.on_tick)
        self._tick.start()
        dress(qt, settings.theme)
        self._say_matter()
        self._say_film()

    def say_problems(self, lines: tuple[str, ...]) -> None:
        """What the lesson file's reader remarked."""
        self._problems = lines
        self._say_problems()

    def stop(self) -> None:
        """Say nothing any more."""
        self._tick.stop()

    @Slot(object)
    def on_films_told(self, films: tuple[FilmRemark, ...]) -> None:
        """Which films do not play here, as far as they have been tried."""
        self._films = films
        self._say_problems()

    @Slot(object)
    def on_full(self, found: tuple[Full, ...]) -> None:
        """These slides hold more text than one board shows legibly."""
        self._full = told_of(found)
        self._say_problems()

    @Slot(object)
    def on_web_films_told(self, films: tuple[FilmRemark, ...]) -> None:
        """Which films on the web will not play here."""
        self._web_films = films
        self._say_problems()

    @Slot(str, QImage)
    def on_still(self, slide: str, still: QImage) -> None:
        """What stands on this slide until its film plays."""
        self._stills[slide] = still

    @Slot()
    def on_tick(self) -> None:
        clock = QLocale().toString(QDateTime.currentDateTime().time(), "HH:mm")
        self._console.show_time(clock, self._now_ms())

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        before, self._seen = self._seen, seen
        self._say_address(before.view, seen.view)
        for person in removed(before.view.roster, seen.view.roster):
            self._say_removed(person)
        for hidden in newly_hidden(before, seen):
            self._say_hidden(hidden)
        self.on_tick()

    @Slot(bool)
    def on_moved(self, has_moved: bool) -> None:
        """Phones have to scan once more, or not any more."""
        address = self._seen.view.address
        typed = "" if address is None else address.typed
        self._console.moved.say(self._words.say("address.moved", typed=typed) if has_moved else "")

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

    @Slot()
    def on_screens_stayed(self) -> None:
        self._console.passing.say(self._words.say("swap.alone"))

    @Slot()
    def on_link_opening(self) -> None:
        self._console.passing.say(self._words.say("link.opened"))

    @Slot()
    def on_link_failed(self) -> None:
        self._console.passing.say(self._words.say("link.failed"))

    @Slot()
    def on_link_forbidden(self) -> None:
        self._console.passing.say(self._words.say("link.forbidden"))

    @Slot(int)
    def on_link_typed(self, number: int) -> None:
        self._console.passing.say(self._words.say("link.typed", n=number))

    @Slot(int)
    def on_link_missing(self, number: int) -> None:
        self._console.passing.say(self._words.say("link.missing", n=number) if number else self._words.say("link.none"))

    @Slot(int)
    def on_link_choice(self, count: int) -> None:
        self._console.passing.say(self._words.say("link.which", n=count))

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
    def on_web_film(self, film: FilmState) -> None:
        self._web_film = film
        self._say_film()

    @Slot(object)
    def on_settings(self, settings: Settings) -> None:
        before, self._settings = self._settings, settings
        self._say_chart(before)
        if (before.theme, before.language) == (settings.theme, settings.language):
            return
        self._words = Words(settings.language)
        dress(self._qt, settings.theme)
        self._console.wear(settings, self._words)
        self._say_problems()
        self._say_matter()
        self._say_film()
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
        dialog = RemoteDialog(self._words, self._console)
        dialog.wanted.connect(self.confirmed)
        self.code_told.connect(dialog.show_code)
        self.remotes_told.connect(dialog.show_remotes)
        dialog.show_remotes(self._remotes)
        dialog.open()
        dialog.on_again()

    @Slot(object)
    def on_remotes(self, told: RemotesPart | RemoteCode) -> None:
        if isinstance(told, RemoteCode):
            self.code_told.emit(told)
            return
        self._remotes = told
        self.remotes_told.emit(told)

    @Slot()
    def on_class_wanted(self) -> None:
        if self._seen.is_complete:
            dialog = ClassDialog(self._seen, self._words, self._console)
            dialog.wanted.connect(self.confirmed)
            dialog.open()

    @Slot()
    def on_wifi_wanted(self) -> None:
        settings = self._settings
        dialog = dialogs.WifiDialog(settings.wifi_name, settings.wifi_password, self._words, self._console)
        dialog.chosen.connect(self.wifi_chosen)
        dialog.open()

    @Slot()
    def on_phones_chosen(self) -> None:
        self._console.passing.say(self._words.say("phones.next"))

    @Slot()
    def on_grid_wanted(self) -> None:
        if self._console.is_behind_slides or not self._seen.is_complete:
            return
        theme = self._settings.theme
        pictures = Thumbnails(self._seen, THEMES[theme], self._stills)
        grid = SlideGrid(self._seen, self._words, CHROMES[theme], pictures.picture_of, self._console)
        grid.wanted.connect(self._console.wanted)
        grid.open()

    @Slot()
    def on_keys_wanted(self) -> None:
        if not self._console.is_behind_slides:
            KeyHelp(self._words, self._console).open()

    @Slot()
    def on_browser_wanted(self) -> None:
        if self._web_film.web_address:
            self.page_wanted.emit(self._web_film.web_address)

    def _say_problems(self) -> None:
        """The remarks of the lesson file's reader, then those about full slides, then those about films."""
        words = self._words
        full = tuple(
            words.say("problems.cut" if each.is_cut else "problems.full", slide=each.number, pages=each.pages)
            for each in self._full
        )
        films = sorted(self._films + self._web_films, key=lambda each: each.number)
        self._console.say_problems(self._problems + full + tuple(film_line(each, words) for each in films))

    def _reason(self, code: str) -> str:
        position = self._seen.position
        if code != "not_now" or position is None or position.ended:
            return code
        if isinstance(self._deed, Back) and position.back == "none":
            return "first"
        return "last" if isinstance(self._deed, Next | Skip) and position.next == "none" else code

    def _say_address(self, before: RoomView, now: RoomView) -> None:
        """That there is another address; where somebody was in, a line stays until they are back."""
        if before.address is None or now.address is None or before.address.typed == now.address.typed:
            return
        if before.roster is None or not before.roster.here:
            self._console.passing.say(self._words.say("address.changed", typed=now.address.typed))

    def _say_removed(self, person: ParticipantView) -> None:
        """Say who is out of the lesson, and offer to undo it; where names are covered, only that somebody is."""
        words, is_named = self._words, self._console.shows_names
        name = "removed.blocked" if person.standing == "blocked" else "removed"
        text = words.say(name, name=person.name) if is_named else words.say("removed.someone")
        self._console.passing.offer(text, words.say("removed.undo"), Readmit(person.id), is_private=is_named)

    def _say_hidden(self, hidden: Hidden) -> None:
        """Say what the class does not see any more, and offer to undo it: a finger may have slipped. A word stands in
        the sentence only where the class cannot read along."""
        words, is_named = self._words, bool(hidden.word) and self._console.shows_names
        text = words.say("item.hidden.word", word=hidden.word) if is_named else words.say("item.hidden")
        self._console.passing.offer(text, words.say("removed.undo"), Show(hidden.item), is_private=is_named)

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
        film, words = self._web_film if self._web_film.web_address else self._film, self._words
        self._console.bottom.show_video(film.has_film and not film.is_broken, film.is_playing, words)
        self._console.film.show_film(film, words)
        way_out = words.say("video.browser") if film.web_address else ""
        self._console.browser.say(film_words(film, words), way_out)


def film_words(film: FilmState, words: Words) -> str:
    """What is to be said about the film at hand; "" for a film that simply plays."""
    if film.fault is not None:
        name = "video.broken" if film.is_broken else "video.stopped"
        return words.say(name, why=words.say(f"film.why.{film.fault}"))
    if not film.web_address:
        return ""
    host = QUrl(film.web_address).host()
    return words.say("video.web.here" if film.has_film else "video.web", host=host)


def film_line(remark: FilmRemark, words: Words) -> str:
    """A film that does not play, or not to its end, in one line."""
    name = "problems.film.cut" if remark.fault is Fault.CUT else "problems.film"
    if isinstance(remark.fault, WebFault):
        name = "problems.film.web"
    why = words.say(f"film.why.{remark.fault}")
    return words.say(name, slide=remark.number, file=remark.name, why=why)


def removed(before: RosterPart | None, after: RosterPart | None) -> tuple[ParticipantView, ...]:
    """Who was in the lesson and is not any more."""
    if before is None or after is None:
        return ()
    were_in = {each.id for each in before.those_in}
    return tuple(each for each in after.participants if not each.is_in and each.id in were_in)
