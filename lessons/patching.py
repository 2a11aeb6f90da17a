"""An edited slide written into its own text: only the lines of the parts that changed are written again.

A patch is a proposal. Whoever uses it reads it back, and composes the slide from scratch when it means anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessons import slides
from lessons.blocks import Place
from lessons.composing import notes_comment, option_text, settings_comment
from lessons.cutting import Comment, clean_lines
from lessons.guarding import quoted
from lessons.model import Option, Slide

Edit = tuple[int, int, list[str]]
_MARKER = re.compile(r"[ \t]*([-*+]|[0-9]{1,9}[.)])")
_KIND = re.compile(r"(?:kind|soort)[ \t]*:", re.IGNORECASE)


def patches(source: str, slide: Slide) -> Iterator[str]:
    """The source with the changed parts replaced; if that is not enough, with its kind said as well."""
    for must_say_kind in (False, True):
        if (text := _patched(source, slide, must_say_kind)) is not None:
            yield text


def _says_kind(source: str) -> bool:
    return any(
        _KIND.match(line.strip())
        for is_settings, comment in slides.read(source).parts.comments
        if is_settings
        for line in comment.text.split("\n")
    )


def _patched(source: str, slide: Slide, must_say_kind: bool) -> str | None:
    """The source with the changed parts replaced; None when a part has no place of its own in it."""
    read = slides.read(source)
    before, parts = read.slide, read.parts
    lines = clean_lines(source)
    end = "\r\n" if "\r\n" in source else "\n"
    edits: list[Edit] = []
    if slide.title != before.title:
        if parts.title is None or not slide.title:
            return None
        level = "##" if lines[parts.title.start].lstrip().startswith("##") else "#"
        edits.append((parts.title.start, parts.title.end, [f"{level} {slide.title}"]))
    if slide.question != before.question and slide.question != slide.title:
        if parts.question is None:
            return None
        is_heading = lines[parts.question.start].startswith("#")
        edits.append((parts.question.start, parts.question.end, ["## " * is_heading + slide.question]))
    if slide.body != before.body:
        if (place := _body_place(parts, lines)) is None or not slide.body:
            return None
        edits.append((place.start, place.end, slide.body.split("\n")))
    if not parts.options and (slide.options, slide.explanation) != (before.options, before.explanation):
        return None
    if slide.options != before.options:
        edits += _option_edits(slide.options, before.options, parts.options, lines)
    if slide.explanation != before.explanation:
        edits += _explanation_edits(slide, parts)
    own = [comment for is_settings, comment in parts.comments if is_settings]
    notes = [comment for is_settings, comment in parts.comments if not is_settings]
    if must_say_kind or (slide.id, slide.kind, slide.settings) != (before.id, before.kind, before.settings):
        text = settings_comment(slide, must_say_kind or _says_kind(source))
        edits += _comment_edits(text, own, _first_line(lines), above=True)
    if slide.notes != before.notes:
        edits += _comment_edits(notes_comment(slide.notes), notes, _last_line(lines), above=False)
    return _applied(lines, edits, end, source.endswith(("\n", "\r")))


def _applied(lines: list[str], edits: list[Edit], end: str, ends: bool) -> str:
    changed = list(lines)
    for start, stop, new in sorted(edits, key=lambda edit: (edit[0], edit[1]), reverse=True):
        changed[start:stop] = new
    return end.join(changed) + (end if ends else "")


def _body_place(parts: slides.Parts, lines: list[str]) -> Place | None:
    """The lines of the body when they stand together."""
    taken = parts.lines()
    for _, comment in parts.comments:
        taken.update(range(comment.first_line, comment.last_line + 1))
    body = [place for place, line in enumerate(lines) if place not in taken and line.strip()]
    if not body or any(place in taken for place in range(body[0], body[-1])):
        return None
    return Place(body[0], body[-1] + 1)


def _option_edits(
    options: tuple[Option, ...], before: tuple[Option, ...], places: tuple[Place, ...], lines: list[str]
) -> list[Edit]:
    if len(options) != len(before):
        marker = _marker(lines[places[0].start])
        new = "\n".join(option_text(option, marker) for option in options).split("\n")
        return [(places[0].start, _text_end(Place(places[0].start, places[-1].end), lines), new)]
    edits: list[Edit] = []
    for option, old, place in zip(options, before, places, strict=True):
        if option != old:
            new = option_text(option, _marker(lines[place.start])).split("\n")
            stop = _text_end(place, lines)
            if option.feedback == old.feedback:
                quotes = (spot for spot in range(place.start, stop) if lines[spot].lstrip().startswith(">"))
                stop, new = next(quotes, stop), new[:1]
            edits.append((place.start, stop, new))
    return edits


def _marker(line: str) -> str:
    match = _MARKER.match(line)
    return match[1] if match else "-"


def _text_end(place: Place, lines: list[str]) -> int:
    """The end of a place without the blank lines below its text."""
    end = place.end
    while end > place.start + 1 and not lines[end - 1].strip():
        end -= 1
    return end


def _explanation_edits(slide: Slide, parts: slides.Parts) -> list[Edit]:
    new = quoted(slide.explanation).split("\n") if slide.explanation else []
    if parts.explanation:
        first, *others = parts.explanation
        return [(first.start, first.end, new), *((place.start, place.end, []) for place in others)]
    place = parts.options[-1].end
    return [(place, place, ["", *new])]


def _comment_edits(text: str, own: list[Comment], place: int, above: bool) -> list[Edit]:
    """Put a comment in the place of the first of its sort (the others go), or above or below the slide's text."""
    new = text.split("\n") if text else []
    if own:
        first, *others = own
        gone: list[Edit] = [(comment.first_line, comment.last_line + 1, []) for comment in others]
        return [(first.first_line, first.last_line + 1, new), *gone]
    if not new:
        return []
    return [(place, place, [*new, ""] if above else ["", *new])]


def _first_line(lines: list[str]) -> int:
    return next((place for place, line in enumerate(lines) if line.strip()), 0)


def _last_line(lines: list[str]) -> int:
    return max((place + 1 for place, line in enumerate(lines) if line.strip()), default=0)
