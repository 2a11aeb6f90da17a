"""An edited lesson as text: what was not edited stays exactly as it was read. Opens no file, reads no whole lesson."""

from __future__ import annotations

from collections.abc import Iterable

from lessons import details, slides
from lessons.composing import compose, essence, means
from lessons.cutting import BOM, cut, is_break, lines_of
from lessons.guarding import tidied
from lessons.model import Lesson, Slide
from lessons.patching import patches


def rewritten(lesson: Lesson) -> str:
    """The lesson as Markdown, slide by slide."""
    head = details.head_of(lesson)
    end = "\r\n" if "\r\n" in head or any("\r\n" in slide.source for slide in lesson.slides) else "\n"
    sources = [source_of(slide, end) for slide in lesson.slides]
    text = _joined(lesson, head, sources, end)
    if _holds(text, head, sources):
        return text
    fresh = [_framed(compose(tidied(slide)), end) for slide in lesson.slides]
    return _joined(lesson, head, fresh, end)


def source_of(slide: Slide, end: str = "\n") -> str:
    """The text of one slide: its own where it still means the same, else with only the changed parts written again."""
    if slide.source and essence(slides.read(slide.source).slide) == essence(slide):
        return slide.source
    wanted = tidied(slide)
    if slide.source:
        for text in patches(slide.source, wanted):
            if means(text, wanted):
                return text
    return _framed(compose(wanted), end)


def _framed(text: str, end: str) -> str:
    return f"{end}{text.replace(chr(10), end)}{end}{end}"


def _joined(lesson: Lesson, head: str, sources: list[str], end: str) -> str:
    """The parts with a break between slides, and every part on a line of its own."""
    parts = [head]
    for number, (slide, source) in enumerate(zip(lesson.slides, sources, strict=True)):
        has_break = any(is_break(line) for line in lines_of(slide.lead))
        if number == 0:
            lead = slide.lead if lesson.head or not has_break else ""
            source = source if head or slide.source == source else source.lstrip("\r\n")
        else:
            lead = slide.lead if has_break else f"---{end}"
        _start_line(parts, end)
        parts += [lead, source]
    if lesson.tail:
        _start_line(parts, end)
    parts.append(lesson.tail)
    return "".join(parts)


def _start_line(parts: list[str], end: str) -> None:
    before = next((part for part in reversed(parts) if part), "")
    if before.strip(BOM) and not before.endswith(("\n", "\r")):
        parts.append(end)


def _holds(text: str, head: str, sources: Iterable[str]) -> bool:
    """True when the text falls apart into exactly these slides again."""
    pieces = cut(text, len(lines_of(head))).pieces
    return [piece.source.strip() for piece in pieces] == [source.strip() for source in sources]
