"""A slide as text, written from scratch. Reads back what it wrote: a text is only used when it means the same slide.

Most slides come out right as they are. When a text of the slide would be read as something else (a body with a line of
hyphens, an option that looks like a comment), the slide is tried again with backslashes before what is in the way, and
in the end with every sign literal: the shape of a slide always survives.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from lessons import slides
from lessons.comments import hidden
from lessons.cutting import cut
from lessons.guarding import disarmed, guarded, image, quoted
from lessons.model import Option, Slide
from lessons.plain import plain_line
from lessons.settings import written

_DERIVED = {"media": (), "links": (), "bullets": 0, "line": 1, "source": "", "lead": ""}


def essence(slide: Slide) -> Slide:
    """The slide without what follows from the rest or says where it stands."""
    return replace(slide, **_DERIVED)


def means(source: str, slide: Slide) -> bool:
    """True when this text is one slide and is read as this (tidied) one."""
    return len(cut(source, 0).pieces) == 1 and essence(slides.read(source).slide) == essence(slide)


def compose(slide: Slide) -> str:
    """The text of a tidied slide, without blank lines around it."""
    for wanted in (slide, guarded(slide), disarmed(slide)):
        for text in _attempts(wanted):
            if means(text, wanted) and not slides.is_open(text):
                return text
    return text


def _attempts(slide: Slide) -> Iterator[str]:
    """The slide as text, plainest first: with its kind only if needed, a question as heading, other bullets."""
    for says_kind in (False, True):
        for marker in "-*" if slide.options else "-":
            for question in _question_forms(slide):
                yield _text(slide, says_kind, question, marker)


def _question_forms(slide: Slide) -> list[str]:
    if not slide.question:
        return [""]
    as_heading = f"## {slide.question}"
    if slide.question == slide.title:
        return ["", as_heading]
    is_sentence = plain_line(slide.question).endswith("?") and not plain_line(slide.title).endswith("?")
    return [slide.question, as_heading] if is_sentence or not slide.title else [as_heading]


def _text(slide: Slide, says_kind: bool, question: str, marker: str) -> str:
    options = "\n".join(option_text(option, marker) for option in slide.options)
    parts = [
        settings_comment(slide, says_kind),
        f"# {slide.title}" if slide.title else "",
        slide.body,
        question,
        options,
        quoted(slide.explanation),
        notes_comment(slide.notes),
    ]
    return "\n\n".join(part for part in parts if part)


def option_text(option: Option, marker: str) -> str:
    """An option as its list item, feedback included."""
    picture = image(option.picture) if option.picture else ""
    first = " ".join(part for part in (f"{marker} [{'x' if option.right else ' '}]", picture, option.text) if part)
    feedback = [f"  {line}" for line in quoted(option.feedback).split("\n")] if option.feedback else []
    return "\n".join([first, *feedback])


def settings_comment(slide: Slide, says_kind: bool) -> str:
    """The settings as a comment; nothing when all is as it is by itself."""
    lines = [f"id: {slide.id}"] if slide.id else []
    lines += [f"kind: {slide.kind.value}"] if says_kind else []
    lines += written(slide.settings)
    return f"<!-- {hidden(chr(10).join(lines)).replace(chr(10), chr(10) + '     ')} -->" if lines else ""


def notes_comment(notes: str) -> str:
    """The notes as a comment; nothing for no notes."""
    return f"<!-- notes:\n{hidden(notes)}\n-->" if notes else ""
