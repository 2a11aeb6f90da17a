"""A lesson's text <-> the model. Opens no files: see `lessons.package` for those."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from lessons import frontmatter, slides
from lessons.blocks import first_bullets, media_of, without_media
from lessons.cutting import cut, lines_of
from lessons.guarding import escaped
from lessons.model import Lesson, Slide
from lessons.plain import plain, plain_line
from lessons.problems import Problem, error, warning
from lessons.writing import rewritten, source_of

__all__ = ["escaped", "first_bullets", "media_of", "plain", "plain_line", "read", "source_of", "without_media", "write"]


@lru_cache(maxsize=4)
def read(text: str) -> tuple[Lesson, tuple[Problem, ...]]:
    """Any text as a lesson, and what is wrong with it. Never raises.

    What was read last is kept: the app reads a lesson when it opens, and again when the room tells it. The lesson's
    `head`, each slide's `lead` and `source`, and its `tail` are together exactly the text.
    """
    front = frontmatter.find(lines_of(text))
    fields, problems = frontmatter.read(front)
    pieces = cut(text, front.lines)
    found: list[Slide] = []
    for number, piece in enumerate(pieces.pieces, start=1):
        result = slides.read(piece.source, piece.line, number)
        found.append(_with_lead(result.slide, piece.lead))
        problems += result.problems
    problems += _same_ids(found)
    if not found:
        problems.append(error("no_slides"))
    lesson = Lesson(**fields, slides=tuple(found), head=pieces.head, tail=pieces.tail)
    return lesson, tuple(problems)


def write(lesson: Lesson) -> str:
    """The lesson as Markdown; for an unedited lesson exactly the text it was read from.

    Of an edited slide only the parts that changed are written again. Texts that would be read as something else get
    backslashes; what the format cannot hold (a title of two lines) is brought into the form it can.
    """
    text = lesson.head + "".join(slide.lead + slide.source for slide in lesson.slides) + lesson.tail
    return text if read(text)[0] == lesson else rewritten(lesson)


def _with_lead(slide: Slide, lead: str) -> Slide:
    return msgspec.structs.replace(slide, lead=lead)


def _same_ids(found: list[Slide]) -> list[Problem]:
    """A warning for every slide whose id an earlier slide has."""
    first: dict[str, int] = {}
    problems = []
    for number, slide in enumerate(found, start=1):
        if slide.id and first.setdefault(slide.id, number) != number:
            problems.append(warning("duplicate_id", slide.line, number, id=slide.id, other=first[slide.id]))
    return problems
