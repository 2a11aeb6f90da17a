"""Reading one slide from its own text. Knows nothing of the slides around it, and writes nothing.

How it goes: comments are lifted out and leave blank lines behind, so that line numbers stay true; markdown-it finds the
blocks of what remains; the blocks with a meaning (title, options, explanation, question) are taken out; the lines that
nobody took are the body, exactly as they were typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from msgspec.structs import replace

from lessons import comments, media, questions, settings
from lessons.blocks import (
    Block,
    Place,
    blocks_of,
    formulas_in,
    images_in,
    is_only_video,
    items_of,
    joined_without,
    links_in,
    one_line,
    unquoted,
)
from lessons.cutting import Comment, Scan, clean_lines, scan
from lessons.formula import stumble
from lessons.model import QUESTIONS, Kind, Media, MediaKind, Slide
from lessons.problems import Problem, error, warning

MAX_OPTIONS = 6
_SPACED_IMAGE = re.compile(r"!\[[^\]\[\n]{0,300}\]\((?P<target>[^()<>\n\"']{1,300})\)")


@dataclass(frozen=True)
class Parts:
    """Where the parts of a slide stand in its lines, and the comments with whether each holds settings."""

    title: Place | None
    question: Place | None
    options: tuple[Place, ...]
    explanation: tuple[Place, ...]
    comments: tuple[tuple[bool, Comment], ...]

    def lines(self) -> set[int]:
        """Every line that is not body."""
        places = [self.title, self.question, *self.options, *self.explanation]
        return {line for place in places if place for line in range(place.start, place.end)}


@dataclass(frozen=True)
class Read:
    """A slide, what is wrong with it, and where its parts stand."""

    slide: Slide
    problems: tuple[Problem, ...]
    parts: Parts


@dataclass(frozen=True)
class _Blocks:
    """The blocks of a slide by what they are for; `free` ones are for nothing but to be read."""

    all: list[Block]
    title: Block | None
    choice: Block | None
    quotes: list[Block]
    free: list[Block]


def read(source: str, line: int = 1, number: int = 1) -> Read:
    """Read the slide; `line` and `number` are where it stands in the lesson (from 1). Never raises."""
    original = clean_lines(source)
    scanned = scan(original)
    told = comments.read(scanned.comments)
    lines = _without(original, scanned.comments)
    kind, blocks = _sorted(blocks_of(lines), told)
    heading = one_line(blocks.title.content) if blocks.title else ""
    asked, question = None, ""
    if kind in QUESTIONS:
        asked, question = questions.question_of(blocks.free, lines, heading, blocks.choice)
    parts = Parts(
        title=_place(blocks.title) if blocks.title else None,
        question=asked,
        options=questions.option_places(blocks.choice) if blocks.choice else (),
        explanation=tuple(_place(block) for block in blocks.quotes),
        comments=tuple(zip(told.are_settings, scanned.comments, strict=True)),
    )
    slide = _slide(blocks, lines, parts, told, Slide(kind=kind, title=heading, question=question))
    problems = [
        *told.problems,
        *_unclosed(scanned, original),
        *_unfit(told, kind),
        *_media_problems(blocks.all, lines, scanned),
        *_maths_problems(blocks.all),
        *_slide_problems(slide, parts, lines),
    ]
    return Read(replace(slide, line=line, source=source), _placed(problems, line, number), parts)


def _sorted(blocks: list[Block], told: comments.Told) -> tuple[Kind, _Blocks]:
    """The kind of the slide, and its blocks by what they are for."""
    title = blocks[0] if blocks and blocks[0].is_heading else None
    tasks = next((block for block in blocks if questions.tasks_of(block)), None)
    kind = told.kind or _kind(blocks, tasks, bool(told.values.accepted))
    choice = tasks if kind in settings.CHOICES else None
    quotes = [block for block in blocks if choice and block.type == "blockquote_open" and block.start >= choice.end]
    free = [block for block in blocks if block is not title and block is not choice and block not in quotes]
    return kind, _Blocks(blocks, title, choice, quotes, free)


def _slide(blocks: _Blocks, lines: list[str], parts: Parts, told: comments.Told, begun: Slide) -> Slide:
    """The slide begun with its kind, title and question, completed with the rest."""
    shown = [token for block in ([blocks.title] if blocks.title else []) + blocks.free for token in block.tokens]
    return replace(
        begun,
        id=told.id,
        body=joined_without(lines, parts.lines()),
        options=questions.options_of(blocks.choice, begun.kind, lines) if blocks.choice else (),
        explanation="\n\n".join(unquoted(lines[block.start : block.end]) for block in blocks.quotes),
        notes=told.notes,
        media=tuple(medium for _, medium in images_in(shown) if media.is_safe(medium.target)),
        links=tuple(links_in(shown)),
        settings=told.values,
        bullets=sum(len(items_of(block)) for block in blocks.free),
    )


def is_open(source: str) -> bool:
    """True when a fence or a comment begins in this text and does not end in it."""
    scanned = scan(clean_lines(source))
    return bool(scanned.open_fences or scanned.open_comments)


def _placed(problems: list[Problem], line: int, number: int) -> tuple[Problem, ...]:
    """The problems with the lines of the lesson (their own count from 0), in order."""
    return tuple(
        Problem(each.line + line, number, each.severity, each.code, each.parameters)
        for each in sorted(problems, key=lambda each: each.line)
    )


def _place(block: Block) -> Place:
    return Place(block.start, block.end)


def _without(lines: list[str], found: tuple[Comment, ...]) -> list[str]:
    """The lines with every comment cut out of them; no line disappears."""
    cleared = list(lines)
    for comment in reversed(found):
        rest = cleared[comment.last_line][comment.end_column :]
        before = cleared[comment.first_line][: comment.first_column]
        for place in range(comment.first_line, comment.last_line):
            cleared[place] = ""
        cleared[comment.last_line] = rest.strip() if comment.starts_a_line else (before + rest).rstrip()
    return cleared


def _kind(blocks: list[Block], tasks: Block | None, has_answers: bool) -> Kind:
    """The kind of a slide that does not say it."""
    if tasks is not None:
        return Kind.QUIZ if questions.has_right(tasks) else Kind.POLL
    if has_answers:
        return Kind.OPEN
    return Kind.VIDEO if any(is_only_video(block) for block in blocks) else Kind.TEXT


# --- what is wrong with it; lines count from 0 here -----------------------------------------------------------------


def _unclosed(scanned: Scan, lines: list[str]) -> list[Problem]:
    fences = [warning("fence_not_closed", place, mark=lines[place].strip()[:3]) for place in scanned.open_fences]
    return [*fences, *(error("comment_not_closed", place) for place in scanned.open_comments)]


def _unfit(told: comments.Told, kind: Kind) -> list[Problem]:
    """The settings that do nothing on this kind of slide."""
    return [
        warning("setting_not_here", place, key=line.typed, kind=kind.value, kind_nl=settings.KIND_NAMES_NL[kind])
        for place, line in told.lines
        if kind not in settings.TABLE[line.key].kinds
    ]


def _media_problems(blocks: list[Block], lines: list[str], scanned: Scan) -> list[Problem]:
    problems = [
        warning("media_space", place, target=match["target"].strip())
        for place, line in enumerate(lines)
        if place not in scanned.fenced
        for match in _SPACED_IMAGE.finditer(line)
        if " " in match["target"].strip()
    ]
    for block in blocks:
        for place, medium in images_in(block.tokens):
            problem = _medium_problem(medium, place)
            problems += [problem] if problem else []
    return problems


def _medium_problem(medium: Media, place: int) -> Problem | None:
    if not media.is_safe(medium.target):
        return error("media_unsafe", place, target=medium.target)
    suffix = media.suffix(medium.target)
    if medium.kind is MediaKind.VIDEO and suffix not in media.VIDEO_SUFFIXES:
        return error("video_does_not_play", place, target=medium.target, suffix=suffix)
    is_file = medium.kind is MediaKind.PICTURE and not media.is_web_address(medium.target)
    if is_file and suffix not in media.PICTURE_SUFFIXES:
        return error("picture_does_not_show", place, target=medium.target, suffix=suffix)
    return None


def _maths_problems(blocks: list[Block]) -> list[Problem]:
    """The formulas that cannot be read: the board shows what was typed."""
    problems = []
    for place, latex in formulas_in([token for block in blocks for token in block.tokens]):
        strange = stumble(latex)
        if strange:
            problems.append(warning("maths_unknown", place, command=strange, formula=latex[:60]))
        elif strange is not None:
            problems.append(warning("maths_unreadable", place, formula=latex[:60]))
    return problems


def _slide_problems(slide: Slide, parts: Parts, lines: list[str]) -> list[Problem]:
    """What a question misses, said at its heading or at its first line with text."""
    first = next((place for place, line in enumerate(lines) if line.strip()), 0)
    line = parts.title.start if parts.title else first
    problems: list[Problem] = []
    if slide.asks and not slide.question:
        problems.append(warning("no_question", line))
    if slide.kind is Kind.VIDEO and all(medium.kind is MediaKind.PICTURE for medium in slide.media):
        problems.append(warning("no_video", line))
    if slide.kind not in settings.CHOICES:
        return problems
    count = len(slide.options)
    if count < 2:
        problems.append(error("too_few_options", line, count=count))
    if count > MAX_OPTIONS:
        problems.append(error("too_many_options", parts.options[MAX_OPTIONS].start, count=count))
    if slide.kind is Kind.QUIZ and count and not slide.right:
        problems.append(warning("no_right_option", line))
    for place, option in zip(parts.options, slide.options, strict=True):
        if not option.text and option.picture is None:
            problems.append(warning("empty_option", place.start, letter=chr(ord("A") + parts.options.index(place))))
    return problems
