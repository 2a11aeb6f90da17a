"""Turns the room into scenes for the three canvases: the projector, the console's copy, and the slide after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QImage

from polling.commands import Cover
from polling.wire import PositionPart
from presenter import wifi
from presenter.console.window import Outlook
from presenter.room_copy import NOTHING_SEEN, RoomSeen
from presenter.settings import Settings
from presenter.stage.content import Chart
from presenter.stage.scene import (
    Audience,
    RoomView,
    Scene,
    black_scene,
    charted,
    elsewhere,
    rejoining,
    scene,
    shown,
    stilled,
    unplayable,
    with_points_to_come,
    with_wifi,
    without_answers,
)
from presenter.stage.theme import THEMES, Theme
from presenter.stage.weblayout import repacked
from presenter.stage.webmap import View, Web
from presenter.stage.webtext import word_width
from presenter.stage.words import say
from presenter.video import FilmState
from presenter.webs import Webs

TICK_MS = 100
STORE_MS = 2_000
"""How long a word web may have changed before it is written down."""


class Screen(Protocol):
    """What a canvas must be able to do."""

    @property
    def scene(self) -> Scene | None:
        """The scene on show."""

    def set_scene(self, scene: Scene) -> None:
        """Show this scene."""

    def set_video_frame(self, frame: QImage) -> None:
        """Show this frame of the video."""

    def set_subtitle(self, said: str) -> None:
        """Show what is said in the video now."""


class Board(QObject):
    """Paints nothing itself. While a clock runs it makes new scenes; a canvas paints only those that differ.

    While the room says that the board is frozen, the class keeps the picture it had (black, where there was none yet).
    It is a scene, so it can be painted anew on another screen. Covers and pauses that come later lie over it, and what
    students typed is taken out of it when it is hidden."""

    def __init__(
        self,
        projector: Screen,
        copy: Screen,
        after: Screen,
        now_ms: Callable[[], int],
        settings: Settings,
        webs: Webs | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._projector, self._copy, self._after = projector, copy, after
        self._now_ms = now_ms
        self._theme, self._chart, self._view = _look(settings)
        self._wifi = _wifi(settings)
        self._seen = NOTHING_SEEN
        self._webs = Webs() if webs is None else webs
        self._broken, self._fault = "", ""
        self._has_moved = self._plays_elsewhere = False
        self._stills: dict[str, QImage] = {}
        self._is_private = True
        self._kept: Scene | None = None
        self._kept_under: tuple[Cover, bool] | None = None
        """The cover and the pause that the kept picture shows already; None once others came."""
        self._frame: QImage | None = None
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.on_tick)
        self._storing = QTimer(self, singleShot=True, interval=STORE_MS)
        self._storing.timeout.connect(self._webs.store)

    @Slot(object)
    def on_settings(self, settings: Settings) -> None:
        self._theme, self._chart, self._view = _look(settings)
        self._wifi = _wifi(settings)
        self._paint_all()

    @Slot()
    def on_repack_wanted(self) -> None:
        """Place all words of the web at hand anew: it moves there at once."""
        web = self._web()
        if web is not None:
            self._webs.keep(repacked(web, word_width))
            self._paint_all()

    @Slot(object)
    def on_outlook(self, outlook: Outlook) -> None:
        """Where the class may see the console, its copy of the board shows no more than the board does."""
        if self._is_private is not outlook.plan.is_private:
            self._is_private = outlook.plan.is_private
            self._paint_all()

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        if seen.position is None:
            return
        before, self._seen = self._seen, seen
        if before.position is None or before.position.slide != seen.position.slide:
            self._broken, self._frame = "", None
        self._webs.begin(seen.session)
        self._keep(seen.position)
        self._paint_all()
        clocks = (seen.position.clock, seen.position.timer)
        is_running = any(clock is not None and clock.ends_at is not None for clock in clocks)
        self._tick.start() if is_running else self._tick.stop()

    @Slot(bool)
    def on_moved(self, has_moved: bool) -> None:
        """Phones have to scan once more, or not any more."""
        self._has_moved = has_moved
        self._paint_now()

    def stop(self) -> None:
        """Make no more scenes: the canvases are going."""
        self._tick.stop()
        self._storing.stop()
        self._webs.store()
        self._seen = NOTHING_SEEN

    @Slot()
    def on_tick(self) -> None:
        self._paint_now()

    @Slot(QImage)
    def on_video_frame(self, frame: QImage) -> None:
        self._frame = frame
        if self._kept is None:
            self._projector.set_video_frame(frame)
        self._copy.set_video_frame(frame)

    @Slot(str)
    def on_video_said(self, said: str) -> None:
        if self._kept is None:
            self._projector.set_subtitle(said)
        self._copy.set_subtitle(said)

    @Slot(str, QImage)
    def on_still(self, slide: str, still: QImage) -> None:
        """What stands on this slide until its video plays, where the lesson gives no picture for it."""
        if slide in self._stills:
            return
        self._stills[slide] = still
        self._paint_all()

    @Slot(object)
    def on_web_film(self, film: FilmState) -> None:
        """A film on the web lies over the board: no picture of it comes here."""
        self._plays_elsewhere = film.is_playing
        self._paint_all()

    @Slot(str, str)
    def on_video_broken(self, slide: str, fault: str) -> None:
        """The video of this slide does not play, and why: the board says so instead of staying empty. Without a fault
        it does after all."""
        self._broken, self._fault = (slide, fault) if fault else ("", "")
        self._paint_all()

    def _paint_all(self) -> None:
        if not self._seen.is_complete:
            return
        self._paint_now()
        slide = self._seen.slide_after
        if slide is not None:
            view = RoomView(self._seen.view.lesson)
            made = scene(slide, view, self._theme, self._seen.language, Audience.CONSOLE, self._seen.folder, 0)
            self._after.set_scene(stilled(made, self._stills))

    def _paint_now(self) -> None:
        seen = self._seen
        if not seen.is_complete or seen.position is None:
            return
        kept = self._kept_scene()
        projected = self._scene(Audience.PROJECTOR) if kept is None else kept
        is_bare = seen.position.cover is Cover.NONE and not seen.position.paused and not projected.hides_answers
        self._projector.set_scene(projected)
        may_look = self._is_private and not (is_bare and self._kept is None)
        looked_at = self._scene(Audience.CONSOLE) if may_look else projected
        copied = with_points_to_come(looked_at)
        self._copy.set_scene(elsewhere(copied) if self._plays_elsewhere else copied)

    @property
    def tapped_scene(self) -> Scene | None:
        """What a tap on the board is about; None before the first picture and on a kept one: it is only a picture."""
        return None if self._kept_scene() is not None else self._projector.scene

    def _keep(self, position: PositionPart) -> None:
        """Keep the picture of a board that is frozen now, or let it go."""
        covers = (position.cover, position.paused)
        if not position.frozen:
            was_kept, self._kept, self._kept_under = self._kept is not None, None, None
            if was_kept:
                self._show_frame()
        elif self._kept is None:
            self._kept = self._projector.scene or black_scene(self._theme)
            self._kept_under = covers
        elif covers != self._kept_under:
            self._kept_under = None

    def _show_frame(self) -> None:
        """The film has gone on out of the class's sight: show where it is."""
        self._paint_now()
        if self._frame is not None:
            self._projector.set_video_frame(self._frame)

    def _kept_scene(self) -> Scene | None:
        """The kept picture, when the class sees it."""
        position = self._seen.position
        if self._kept is None or position is None:
            return None
        if self._kept_under is None and is_covered(position):
            return None
        return without_answers(self._kept) if position.hides_answers else self._kept

    def _scene(self, audience: Audience) -> Scene:
        seen = self._seen
        view = replace(seen.view, tally=seen.tally, words=seen.words)
        made = shown(view, self._theme, seen.language, audience, seen.folder, self._now_ms(), self._web(), self._view)
        if made.places is not None:
            self._webs.keep(made.places)
            if not self._storing.isActive():
                self._storing.start()
        is_broken = self._broken and seen.position is not None and self._broken == seen.position.slide
        if is_broken:
            told = unplayable(made, say(seen.language, f"fault_{self._fault}"))
        else:
            told = stilled(with_wifi(charted(made, self._chart), *self._wifi), self._stills)
        return rejoining(told, view) if self._has_moved else told

    def _web(self) -> Web | None:
        """The word web at hand as it was laid out last."""
        position = self._seen.position
        return None if position is None else self._webs.of(position.slide, position.round, self._view)


def _look(settings: Settings) -> tuple[Theme, Chart, View]:
    view = View.CLOUD if settings.is_cloud else View.WEB
    return THEMES[settings.theme], Chart(settings.is_donut, settings.counts_lead), view


def _wifi(settings: Settings) -> tuple[str, str, str]:
    """The code of the students' wifi, its name and its password."""
    name, password = settings.wifi_name, settings.wifi_password
    return wifi.code(name, password), name, password


def is_covered(position: PositionPart) -> bool:
    """True while a cover or the pause lies over the slide; in the lobby the slide to join at is what is covered."""
    is_lobby = not position.slide and position.cover is Cover.JOIN
    return position.paused or (position.cover is not Cover.NONE and not is_lobby)
