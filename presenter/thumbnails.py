"""Slides at rest as small pictures: what the board would show when the lesson comes there. No widgets."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from presenter.room_copy import RoomSeen
from presenter.stage.paint import picture
from presenter.stage.scene import Audience, RoomView, scene, stilled
from presenter.stage.theme import Theme


class Thumbnails:
    """The slides of one lesson in one theme. `stills` are what stands on slides until their films play."""

    def __init__(self, seen: RoomSeen, theme: Theme, stills: Mapping[str, QImage]) -> None:
        self._view = RoomView(seen.view.lesson)
        self._slides = {slide.id: slide for slide in seen.view.lesson.slides}
        self._language = seen.language
        self._folder = seen.folder
        self._theme = theme
        self._stills = stills

    def picture_of(self, slide: str, size: QSize) -> QImage:
        """The slide with this id, in at most so many pixels."""
        wanted = self._slides[slide]
        resting = scene(wanted, self._view, self._theme, self._language, Audience.CONSOLE, self._folder, 0)
        return picture(stilled(resting, self._stills), size)
