"""The film of a slide that is on the web: played by the web's own player in a view over the board, steered from here.

The view (presenter/web_view.py) is a whole browser: it is loaded when the first such slide comes up, and only then.
What it plays cannot be painted: the teacher's copy of the board shows a card, and this object tells where the film is.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol
from urllib.parse import urlencode

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, QUrl, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from lessons.model import Slide
from lessons.web_video import youtube
from polling import pages
from polling.addresses import LOOPBACK
from polling.commands import Cover
from polling.running import Running
from polling.wire import PositionPart
from presenter.loudness import LOUDEST, as_heard
from presenter.room_copy import RoomSeen
from presenter.stage.canvas import Canvas
from presenter.video import FilmState, web_address_of
from presenter.web_faults import WebFault, fault_of

ASK_EVERY_MS = 200
PATIENCE_MS = 20_000
"""A player that has not answered by then cannot be reached; when it answers later, that is taken back."""

_log = logging.getLogger(__name__)


class Told(msgspec.Struct, frozen=True):
    """What the page says of its film (polling/film/told.js)."""

    is_ready: bool
    phase: Literal["waiting", "playing", "paused", "ended"]
    at_ms: int
    whole_ms: int
    error: int


@dataclass(frozen=True)
class WebFilm:
    """What a slide wants played: a film's id at its player; times in milliseconds."""

    slide: str
    id: str
    start_ms: int = 0
    end_ms: int | None = None
    starts_itself: bool = False


class View(Protocol):
    """What the film must be able to do with a view; `presenter.web_view.WebView` is one."""

    crashed: SignalInstance
    answered: SignalInstance

    @property
    def widget(self) -> QWidget:
        """What is laid out and shown."""

    def tell(self, script: str) -> None:
        """Do this in the page."""

    def ask(self, script: str) -> None:
        """Have this answered by the page."""

    def close(self) -> None:
        """Be gone."""


MakeView = Callable[[QWidget, QUrl, str], View]


def make_web_view(over: QWidget, page: QUrl, player: str) -> View:
    """A real one. Raises ImportError where QtWebEngine, or a library that it needs, is missing.

    QtWebEngine wants the attribute to be there before it is imported. Set at start it would make the graphics driver's
    context for every lesson; set here, QtWebEngine makes it itself.
    """
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    from presenter.web_view import WebView

    return WebView(over, page, player)


def web_film_of(slide: Slide | None) -> WebFilm | None:
    """The film that this slide plays from the web; None where it has none that plays here."""
    found = youtube(web_address_of(slide))
    if slide is None or found is None:
        return None
    settings = slide.settings
    start_s = found.start_s if settings.start_s is None else settings.start_s
    end_ms = None if settings.end_s is None else round(settings.end_s * 1000)
    return WebFilm(slide.id, found.id, round(start_s * 1000), end_ms, settings.autoplay)


class WebFilms(QObject):
    """Plays the web film of the slide at hand. Like `Video`: it stops when the slide is left, and stands still, unseen,
    under a pause or a cover."""

    moved = Signal(int, int)
    """Where the film is and how long it is, in milliseconds."""
    state_changed = Signal(object)
    """Carries a FilmState."""
    broken = Signal(str, str)
    """The film of this slide (its id) does not play, and the WebFault; "" when it does after all."""

    def __init__(
        self,
        canvas: Canvas,
        volume: int = LOUDEST,
        make_view: MakeView = make_web_view,
        player: str = pages.PLAYER,
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        super().__init__()
        self._canvas, self._make_view, self._player, self._volume = canvas, make_view, player, volume
        self._home = ""
        self._film: WebFilm | None = None
        self._view: View | None = None
        self._state = FilmState()
        self._told: Told | None = None
        self._wants_play = False
        self._is_on_show = False
        """True once it was started: from then on the view lies over the board."""
        self._is_covered = False
        self._language = "nl"
        self._ask = QTimer(self, interval=ASK_EVERY_MS)
        self._ask.timeout.connect(self.on_ask)
        self._patience = QTimer(self, singleShot=True, interval=patience_ms)
        self._patience.timeout.connect(self.on_patience_over)
        canvas.installEventFilter(self)

    @property
    def state(self) -> FilmState:
        """What holds now."""
        return self._state

    @Slot(object)
    def on_listening(self, running: Running) -> None:
        """Our own pages are there."""
        host = LOOPBACK if running.host in ("0.0.0.0", "") else running.host
        self._home = f"http://{host}:{running.port}"

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        self._language = seen.language
        film, address = web_film_of(seen.slide), web_address_of(seen.slide)
        if film != self._film:
            self._load(film, address)
        elif address != self._state.web_address:
            self._tell(FilmState(web_address=address))
        self._is_covered = _hides_film(seen.position)
        if self._is_covered:
            self.pause()
        self._show()

    @Slot()
    def on_switch(self) -> None:
        """V: play, or stand still. At its end it begins anew."""
        if self._film is None or self._state.is_broken:
            return
        if self._told is None or not self._told.is_ready:
            self._wants_play = not self._wants_play
        elif self._state.is_playing:
            self.pause()
        else:
            self._play()

    @Slot(int)
    def seek(self, at_ms: int) -> None:
        """Go to this moment of the film, within the part that the slide shows."""
        if self._film is None or self._told is None or self._state.is_broken:
            return
        end_ms = self._told.whole_ms if self._film.end_ms is None else self._film.end_ms
        self._steer(f"film.seek({min(max(at_ms, self._film.start_ms), end_ms)})")

    @Slot(int)
    def set_volume(self, volume: int) -> None:
        """Be so loud from now on, 0 to 100 as people hear it."""
        self._volume = volume
        self._steer(f"film.loudness({round(LOUDEST * as_heard(volume))})")

    def pause(self) -> None:
        """Stand still, also where the page has not told yet that it plays."""
        self._wants_play = False
        if self._is_on_show:
            self._steer("film.pause()")

    def stop(self) -> None:
        """Play nothing any more."""
        self._load(None, "")

    @Slot()
    def on_ask(self) -> None:
        if self._view is not None:
            self._view.ask("window.film ? film.told() : ''")

    @Slot(str)
    def on_answered(self, answer: str) -> None:
        try:
            told = msgspec.json.decode(answer, type=Told)
        except msgspec.MsgspecError:
            return  # The page is not there yet.
        if self._film is not None and told != self._told:
            before, self._told = self._told, told
            self._hear(before, told)

    @Slot()
    def on_crashed(self) -> None:
        self._break(WebFault.CRASHED)

    @Slot()
    def on_patience_over(self) -> None:
        self._break(WebFault.OFFLINE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._show()
        return super().eventFilter(watched, event)

    def _load(self, film: WebFilm | None, address: str) -> None:
        self._close()
        self._film = film
        self._wants_play = film is not None and film.starts_itself
        self._tell(FilmState(has_film=film is not None, web_address=address))
        if film is None:
            return
        page = QUrl(f"{self._home}{pages.FILM}#{urlencode({'film': film.id, 'language': self._language})}")
        try:
            view = self._make_view(self._canvas, page, self._player)
        except ImportError as reason:
            _log.info("films on the web do not play here: %s", reason)
            self._break(WebFault.NO_BROWSER)
            return
        view.answered.connect(self.on_answered)
        view.crashed.connect(self.on_crashed)
        self._view = view
        self._ask.start()
        self._patience.start()

    def _close(self) -> None:
        self._ask.stop()
        self._patience.stop()
        view, self._view, self._told, self._is_on_show = self._view, None, None, False
        if view is not None:
            view.close()

    def _hear(self, before: Told | None, told: Told) -> None:
        """The page says something new."""
        assert self._film is not None
        if told.error:
            self._break(fault_of(told.error))
            return
        if not told.is_ready:
            return
        if before is None or not before.is_ready:
            self._patience.stop()
            self.set_volume(self._volume)
        if self._state.is_broken:
            self.broken.emit(self._film.slide, "")
        self._tell(FilmState(True, told.phase == "playing", web_address=self._state.web_address))
        self.moved.emit(told.at_ms, told.whole_ms)
        if self._film.end_ms is not None and told.at_ms >= self._film.end_ms:
            self.pause()
        if self._wants_play and not self._is_covered:
            self._wants_play = False
            self._play()
        self._show()

    def _play(self) -> None:
        """Go on, or begin: at the moment that the slide names, and anew after the end."""
        assert self._film is not None
        assert self._told is not None
        is_over = self._film.end_ms is not None and self._told.at_ms >= self._film.end_ms
        if is_over or self._told.phase == "ended" or (self._film.start_ms and not self._is_on_show):
            self._steer(f"film.seek({self._film.start_ms})")
        self._is_on_show = True
        self._steer("film.play()")
        self._show()

    def _show(self) -> None:
        """Lay the view over the board, or take it away."""
        if self._view is None:
            return
        widget = self._view.widget
        widget.setGeometry(self._canvas.stage_rect().toRect())
        widget.setVisible(self._is_on_show and not self._is_covered and not self._state.is_broken)

    def _break(self, fault: WebFault) -> None:
        if self._film is None or self._state.is_broken:
            return
        self._steer("film.pause()")
        self._tell(FilmState(True, is_broken=True, fault=fault, web_address=self._state.web_address))
        self.broken.emit(self._film.slide, fault)
        self._show()

    def _steer(self, script: str) -> None:
        if self._view is not None and self._told is not None:
            self._view.tell(script)

    def _tell(self, state: FilmState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)


def _hides_film(position: PositionPart | None) -> bool:
    """Whether the class may not see the film now; a frozen board keeps the picture that it had."""
    if position is None or position.paused or position.ended or position.frozen:
        return True
    return position.cover is not Cover.NONE
