"""Turns the room into scenes for the three canvases: the projector, the console's copy, and the slide after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QImage

from polling.commands import Cover
from presenter.room_copy import NOTHING_SEEN, RoomSeen
from presenter.settings import Settings
from presenter.stage.content import Chart
from presenter.stage.scene import Audience, RoomView, Scene, charted, scene, shown, unplayable
from presenter.stage.theme import THEMES, Theme
from presenter.stage.weblayout import repacked
from presenter.stage.webmap import View, Web
from presenter.stage.webtext import word_width
from presenter.webs import Webs

TICK_MS = 100
STORE_MS = 2_000
"""How long a word web may have changed before it is written down."""


class Screen(Protocol):
    """What a canvas must be able to do."""

    def set_scene(self, scene: Scene) -> None:
        """Show this scene."""

    def set_video_frame(self, frame: QImage) -> None:
        """Show this frame of the video."""

    def set_subtitle(self, said: str) -> None:
        """Show what is said in the video now."""


class Board(QObject):
    """Paints nothing itself. While a clock runs it makes new scenes; a canvas paints only those that differ."""

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
        self._seen = NOTHING_SEEN
        self._webs = Webs() if webs is None else webs
        self._broken = ""
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.on_tick)
        self._storing = QTimer(self, singleShot=True, interval=STORE_MS)
        self._storing.timeout.connect(self._webs.store)

    @Slot(object)
    def on_settings(self, settings: Settings) -> None:
        self._theme, self._chart, self._view = _look(settings)
        self._paint_all()

    @Slot()
    def on_repack_wanted(self) -> None:
        """Place all words of the web at hand anew: it moves there at once."""
        web = self._web()
        if web is not None:
            self._webs.keep(repacked(web, word_width))
            self._paint_all()

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        if seen.position is None:
            return
        before, self._seen = self._seen, seen
        if before.position is None or before.position.slide != seen.position.slide:
            self._broken = ""
        self._webs.begin(seen.session)
        self._paint_all()
        clocks = (seen.position.clock, seen.position.timer)
        is_running = any(clock is not None and clock.ends_at is not None for clock in clocks)
        self._tick.start() if is_running else self._tick.stop()

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
        self._projector.set_video_frame(frame)
        self._copy.set_video_frame(frame)

    @Slot(str)
    def on_video_said(self, said: str) -> None:
        self._projector.set_subtitle(said)
        self._copy.set_subtitle(said)

    @Slot(str)
    def on_video_broken(self, slide: str) -> None:
        """The video of this slide does not play: the board says so instead of staying empty."""
        self._broken = slide
        self._paint_all()

    def _paint_all(self) -> None:
        if not self._seen.is_complete:
            return
        self._paint_now()
        slide = self._seen.slide_after
        if slide is not None:
            view = RoomView(self._seen.view.lesson)
            self._after.set_scene(
                scene(slide, view, self._theme, self._seen.language, Audience.CONSOLE, self._seen.folder, 0)
            )

    def _paint_now(self) -> None:
        seen = self._seen
        if not seen.is_complete or seen.position is None:
            return
        projected = self._scene(Audience.PROJECTOR)
        is_bare = seen.position.cover is Cover.NONE and not seen.position.paused
        self._projector.set_scene(projected)
        self._copy.set_scene(projected if is_bare else self._scene(Audience.CONSOLE))

    def _scene(self, audience: Audience) -> Scene:
        seen = self._seen
        view = replace(seen.view, tally=seen.tally, words=seen.words)
        made = shown(view, self._theme, seen.language, audience, seen.folder, self._now_ms(), self._web(), self._view)
        if made.places is not None:
            self._webs.keep(made.places)
            if not self._storing.isActive():
                self._storing.start()
        is_broken = self._broken and seen.position is not None and self._broken == seen.position.slide
        return unplayable(made) if is_broken else charted(made, self._chart)

    def _web(self) -> Web | None:
        """The word web at hand as it was laid out last."""
        position = self._seen.position
        return None if position is None else self._webs.of(position.slide, position.round, self._view)


def _look(settings: Settings) -> tuple[Theme, Chart, View]:
    view = View.CLOUD if settings.is_cloud else View.WEB
    return THEMES[settings.theme], Chart(settings.is_donut, settings.counts_lead), view
