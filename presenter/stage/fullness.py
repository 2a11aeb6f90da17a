"""Which slides hold more text than one board shows legibly. It shows nothing and says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lessons.model import Kind, Lesson, Slide, named
from presenter.stage.content import TextContent
from presenter.stage.scene import Audience, RoomView, scene
from presenter.stage.textlayout import shows_all
from presenter.stage.theme import LIGHT


@dataclass(frozen=True)
class Full:
    """A slide that is too full, by its number (from 1): on so many pages its text can be read, unless it `is_cut`."""

    number: int
    pages: int
    is_cut: bool


def too_full(lesson: Lesson, folder: Path) -> tuple[Full, ...]:
    """The slides whose text takes more than one page, or does not fit at all."""
    found = (
        Full(number, content.pages, not shows_all(content))
        for number, slide, content in _texts(lesson, folder)
        if not slide.settings.hidden
    )
    return tuple(full for full in found if full.pages > 1 or full.is_cut)


def pages(lesson: Lesson, folder: Path) -> dict[str, int]:
    """How many pages those slides take that need more than one, by id; not those whose bullets turn the pages."""
    return {
        slide.id: content.pages
        for _, slide, content in _texts(lesson, folder)
        if content.pages > 1 and not slide.settings.steps
    }


def _texts(lesson: Lesson, folder: Path) -> Iterator[tuple[int, Slide, TextContent]]:
    """Every text slide at rest: its number, the slide, what is painted of it."""
    told = named(lesson)
    room = RoomView(told)
    for number, slide in enumerate(told.slides, 1):
        if slide.kind is Kind.TEXT:
            content = scene(slide, room, LIGHT, told.language, Audience.PROJECTOR, folder, 0).content
            assert isinstance(content, TextContent)
            yield number, slide, content
