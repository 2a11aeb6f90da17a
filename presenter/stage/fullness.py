"""Which slides hold more text than can be read from the back of a room. It shows nothing and says nothing."""

from __future__ import annotations

from pathlib import Path

from lessons.model import Kind, Lesson, named
from presenter.stage.content import TextContent
from presenter.stage.scene import Audience, RoomView, scene
from presenter.stage.text import body_size
from presenter.stage.theme import LIGHT, SMALLEST


def too_full(lesson: Lesson, folder: Path) -> tuple[int, ...]:
    """The numbers (from 1) of the slides whose text comes out smaller than the smallest size, or not as a whole."""
    told = named(lesson)
    room = RoomView(told)
    found = []
    for number, slide in enumerate(told.slides, 1):
        if slide.kind is not Kind.TEXT or slide.settings.hidden:
            continue
        content = scene(slide, room, LIGHT, told.language, Audience.PROJECTOR, folder, 0).content
        size = body_size(content, LIGHT) if isinstance(content, TextContent) else None
        if size is not None and size < SMALLEST:
            found.append(number)
    return tuple(found)
