"""Texts made fit for a lesson's Markdown: one-line texts on one line, typed signs that mean nothing, settings in range.

Three strengths. `tidied` only says what the format can hold at all (a title is one line; only quiz and poll have
options). `guarded` adds a backslash where a text would be taken for a part of the lesson (a break, a comment, an
option). `disarmed` makes every sign of every text literal.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from msgspec.structs import replace

from lessons import media
from lessons.blocks import blocks_of, joined_without, media_of, one_line, stripped
from lessons.comments import notes_text
from lessons.cutting import clean_lines, is_break, scan
from lessons.model import Kind, Media, Option, Settings, Slide, TimerMode
from lessons.questions import question_of
from lessons.settings import CHOICES, LONGEST_S

_SIGN = re.compile(r"(?=[\\`*\[\]<~|]|(?<![^\W_])_|_(?![^\W_])|&#?\w+;|(?<![^\W_])\$\S)")
_FIRST_SIGN = re.compile(r"^(?=[-+](?:\s|$)|#{1,6}(?:\s|$)|[>:]|(?:-[-\s]*|=+\s*)$)")
_LAST_HASHES = re.compile(r"(?<=\s)(?=#+$)")
_NUMBER = re.compile(r"^([0-9]+)(?=[.)](?:\s|$))")
_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)<!--")
_HEADING = re.compile(r"^( {0,3})#")
_TASK_MARK = re.compile(r"^([ \t>]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)\[(?=[ xX]\])", re.MULTILINE)
_FENCE_MARK = re.compile(r"^([ \t>*+.)0-9-]*)([`~]{3,})")
_IDENTITY = re.compile(r"[A-Za-z0-9_-]{1,40}")


def escaped(text: str) -> str:
    """Typed text as Markdown that shows exactly that text: `2*3*4` stays `2*3*4`, lines stay lines."""
    paragraphs: list[list[str]] = [[]]
    for line in clean_lines(text):
        if line.strip():
            paragraphs[-1].append(_escaped_line(line.strip()))
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join("\\\n".join(lines) for lines in paragraphs if lines)


def _escaped_line(line: str) -> str:
    text = _NUMBER.sub(r"\1\\", _FIRST_SIGN.sub(r"\\", _SIGN.sub(r"\\", line)))
    return _LAST_HASHES.sub(r"\\", text)


def block_text(text: str) -> str:
    """Text of several lines as a body keeps it."""
    return stripped(clean_lines(text))


# --- what the format can hold ---------------------------------------------------------------------------------------


def tidied(slide: Slide) -> Slide:
    """The slide as the format can hold it; what has no place of its own goes to the end of the body."""
    has_choice = slide.kind in CHOICES
    title, question = _line(slide.title), _line(slide.question)
    body = [block_text(slide.body)]
    if slide.question and not slide.asks and question != title:
        body.append(question)
    if not has_choice:
        body += ["\n".join(f"- [{'x' if each.right else ' '}] {_line(each.text)}".rstrip() for each in slide.options)]
        body += [quoted(block_text(slide.explanation))]
    known = {medium.target for text in (slide.title, slide.body, slide.question) for medium in media_of(text)}
    body += [image(medium) for medium in slide.media if medium.target not in known and media.is_safe(medium.target)]
    text = "\n\n".join(part for part in body if part)
    if slide.asks and not question:
        question, text = _question_from(text, title)
    return Slide(
        id=slide.id if _IDENTITY.fullmatch(slide.id) else "",
        kind=slide.kind,
        title=title,
        body=text,
        question=question if slide.asks else "",
        options=_tidy_options(slide) if has_choice else (),
        explanation=block_text(slide.explanation) if has_choice and slide.options else "",
        notes=notes_text("\n" + "\n".join(clean_lines(slide.notes))),
        settings=tidy_settings(slide.settings),
        source=slide.source,
    )


def _line(text: str) -> str:
    return one_line("\n".join(clean_lines(text)))


def _question_from(body: str, title: str) -> tuple[str, str]:
    """The question that a reader would find, and the body without it."""
    lines = body.split("\n")
    blocks = blocks_of(lines)
    gone: set[int] = set()
    while not title and blocks and blocks[0].is_heading:
        first = blocks.pop(0)
        gone.update(range(first.start, first.end))
        if heading := one_line(first.content):
            return heading, joined_without(lines, gone)
    place, question = question_of(blocks, lines, title, None)
    gone.update(range(place.start, place.end) if place else ())
    return question, joined_without(lines, gone)


def _tidy_options(slide: Slide) -> tuple[Option, ...]:
    has_right = slide.kind is Kind.QUIZ and any(option.right for option in slide.options)
    options = []
    for option in slide.options:
        text, picture = _line(option.text), option.picture
        if picture is not None:
            picture = next(iter(media_of(image(picture))), None)
        right = bool(option.right) if has_right else None
        options.append(Option(text=text, right=right, feedback=block_text(option.feedback), picture=picture))
    return tuple(options)


def tidy_settings(found: Settings) -> Settings:
    """Settings with values that can be written: whole seconds, safe files, texts on one line."""
    timer_s = _seconds(found.timer_s)
    if timer_s == 0 and found.timer_mode is not TimerMode.UP:
        timer_s = None
    return replace(
        found,
        time_s=_seconds(found.time_s) or None,
        timer_s=timer_s,
        timer_mode=TimerMode.KEY if timer_s is None else found.timer_mode,
        points=min(max(found.points, 0), 2),
        accepted=tuple(text for each in found.accepted if (text := _line(each))),
        max_words=min(max(found.max_words, 1), 10),
        centre=_line(found.centre),
        start_s=_seconds(found.start_s),
        end_s=_seconds(found.end_s),
        subtitles=found.subtitles if media.is_safe(found.subtitles) else "",
        poster=found.poster if media.is_safe(found.poster) else "",
        section=_line(found.section),
    )


def _seconds(seconds: float | None) -> float | None:
    """Whole seconds, rounded up; None for what no clock can show."""
    if seconds is None or not 0 <= seconds <= LONGEST_S:
        return None
    return float(math.ceil(seconds))


def quoted(text: str) -> str:
    """Lines as a Markdown quote; nothing for no text."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n")) if text else ""


def image(medium: Media) -> str:
    """A picture or video as Markdown."""
    target = medium.target
    if media.is_web_address(target):
        target = re.sub(r"&(?=#?\w+;)", "&amp;", target)
    else:
        target = re.sub(r"[%&\\]", lambda match: f"%{ord(match[0]):02X}", target)
    if re.search(r"[\s()\\]", target):
        target = f"<{target}>"
    return f"![{escaped(' '.join(medium.alt.split()))}]({target})"


# --- backslashes where they are needed ------------------------------------------------------------------------------


def guarded(slide: Slide) -> Slide:
    """The tidied slide with a backslash before what would be read as a part of the lesson."""
    return _mapped(slide, _guard_line, lambda text: _guard_block(text, slide))


def disarmed(slide: Slide) -> Slide:
    """The tidied slide with every sign of its texts literal."""
    return _mapped(slide, escaped, _disarm_block)


def _mapped(slide: Slide, line: Callable[[str], str], block: Callable[[str], str]) -> Slide:
    options = tuple(
        replace(option, text=line(option.text), feedback=block(option.feedback)) for option in slide.options
    )
    title = line(slide.title)
    question = title if slide.question == slide.title else line(slide.question)
    return replace(
        slide,
        title=title,
        question=question,
        body=block(slide.body),
        options=options,
        explanation=block(slide.explanation),
    )


def _guard_line(text: str) -> str:
    safe = _LAST_HASHES.sub(r"\\", _hide_comments(text))
    if [block.type for block in blocks_of([safe])] not in ([], ["paragraph_open"]):
        safe = _NUMBER.sub(r"\1\\", safe) if _NUMBER.match(safe) else f"\\{safe}"
    return safe


def _hide_comments(text: str) -> str:
    return _COMMENT.sub(r"\1\\<!--", text)


def _guard_block(text: str, slide: Slide) -> str:
    lines = text.split("\n")
    found = scan(lines)
    open_fences = set(found.open_fences)
    guarded_lines = []
    for place, line in enumerate(lines):
        if place in found.fenced:
            guarded_lines.append(line)
        elif is_break(line):
            guarded_lines.append("***")
        else:
            safe = _FENCE_MARK.sub(r"\1\\\2", line) if place in open_fences else line
            safe = _TASK_MARK.sub(r"\1\\[", safe) if slide.kind in CHOICES else safe
            guarded_lines.append(_hide_comments(safe))
    if not slide.title and text == slide.body:
        guarded_lines[0] = _HEADING.sub(r"\1\\#", guarded_lines[0])
    return "\n".join(guarded_lines)


def _disarm_block(text: str) -> str:
    """Every line as a paragraph's line of literal text."""
    paragraphs = re.split(r"\n\s*\n", text)
    return "\n\n".join(escaped(" ".join(part.split())) for part in paragraphs if part.strip())
