"""Which slides hold more text than one board shows legibly. It shows nothing and says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lessons.model import Kind, Lesson, Slide, named
from presenter.stage.content import TextContent
from presenter.stage.scene import Audience, RoomView, scene
from presenter.stage.textlayout import shows_all
from presenter.stage.theme import LIGHT


@dataclass(frozen=True)
class Full:
    """A slide that is too full, and its number (from 1): on so many pages its text can be read, unless it `is_cut`."""

    number: int
    slide: Slide
    pages: int
    is_cut: bool


def too_full(lesson: Lesson, folder: Path) -> tuple[Full, ...]:
    """The slides whose text takes more than one page, or does not fit at all; not the hidden ones."""
    return told_of(full for full in each_full(lesson, folder) if full is not None)


def each_full(lesson: Lesson, folder: Path) -> Iterator[Full | None]:
    """Looks at one text slide after another, which takes milliseconds for each; None for one that is not too full."""
    told = named(lesson)
    room = RoomView(told)
    for number, slide in enumerate(told.slides, 1):
        if slide.kind is Kind.TEXT:
            content = scene(slide, room, LIGHT, told.language, Audience.PROJECTOR, folder, 0).content
            assert isinstance(content, TextContent)
            full = Full(number, slide, content.pages, not shows_all(content))
            yield full if full.pages > 1 or full.is_cut else None


def told_of(found: Iterable[Full]) -> tuple[Full, ...]:
    """Those that the author should hear of: not the hidden ones."""
    return tuple(full for full in found if not full.slide.settings.hidden)


def counted(found: Iterable[Full]) -> dict[str, int]:
    """How many pages those slides take that need more than one, by id; not those whose bullets turn the pages."""
    return {full.slide.id: full.pages for full in found if full.pages > 1 and not full.slide.settings.steps}
