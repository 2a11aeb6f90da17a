"""What a question slide asks and what can be chosen. Takes blocks, gives values; the slide around them is not its own.

What is asked: a `#` or `##` heading that is not the first block and stands directly before the options (or last, where
there are none); else the last paragraph that ends in "?", when the title does not; else the title; else, without a
title, the last paragraph.
"""

from __future__ import annotations

import re

from markdown_it.token import Token

from lessons import media
from lessons.blocks import IMAGE, Block, Place, images_in, items_of, one_line, only_images, unquoted
from lessons.model import Kind, Option
from lessons.plain import plain_line

_TASK = re.compile(r"\[(?P<mark>[ xX])\](?:\s+(?P<text>.*))?", re.DOTALL)


def tasks_of(block: Block) -> list[re.Match[str]]:
    """The task mark of each item, or nothing when the block is not a list of only tasks."""
    marks = []
    for item in items_of(block):
        is_text = len(item) > 2 and item[1].type == "paragraph_open"
        match = _TASK.fullmatch(item[2].content) if is_text else None
        if match is None:
            return []
        marks.append(match)
    return marks


def has_right(block: Block) -> bool:
    """True when at least one task is ticked."""
    return any(match["mark"] in "xX" for match in tasks_of(block))


def option_places(block: Block) -> tuple[Place, ...]:
    """The lines of each option; blank lines after one belong to it."""
    starts = [(item[0].map or [0])[0] for item in items_of(block)]
    return tuple(Place(start, end) for start, end in zip(starts, [*starts[1:], block.end], strict=True))


def options_of(block: Block, kind: Kind, lines: list[str]) -> tuple[Option, ...]:
    """The options of a task list; the marks of a poll, or of a quiz without a tick, say nothing about right."""
    knows_right = kind is Kind.QUIZ and has_right(block)
    return tuple(
        _option(match, item, lines, match["mark"] in "xX" if knows_right else None)
        for match, item in zip(tasks_of(block), items_of(block), strict=True)
    )


def _option(match: re.Match[str], item: tuple[Token, ...], lines: list[str], right: bool | None) -> Option:
    own, feedback = _parted(item, lines)
    text = one_line(" ".join([match["text"] or "", *(token.content for token in own[1:])]))
    picture = next((each for _, each in images_in(own)), None)
    if picture is None or not media.is_safe(picture.target):
        return Option(text=text, right=right, feedback=feedback)
    return Option(text=one_line(IMAGE.sub("", text, count=1)), right=right, feedback=feedback, picture=picture)


def _parted(item: tuple[Token, ...], lines: list[str]) -> tuple[list[Token], str]:
    """The texts of an item itself, and what is quoted inside it."""
    own: list[Token] = []
    quotes: list[str] = []
    is_quoted = False
    for token in item:
        if token.type == "blockquote_open" and token.level == 2:
            is_quoted = True
            start, end = token.map or (0, 0)
            quotes.append(unquoted(lines[start:end]))
        elif token.type == "blockquote_close" and token.level == 2:
            is_quoted = False
        elif token.type == "inline" and not is_quoted:
            own.append(token)
    return own, "\n\n".join(quote for quote in quotes if quote)


def question_of(free: list[Block], lines: list[str], title: str, choice: Block | None) -> tuple[Place | None, str]:
    """What is asked and, when that is not the title, its lines. `free` are the blocks with no other meaning."""
    before = [block for block in free if choice is None or block.start < choice.start]
    if before and before[-1].is_heading and one_line(before[-1].content):
        return Place(before[-1].start, before[-1].end), one_line(before[-1].content)
    paragraphs = [block for block in free if block.type == "paragraph_open" and not only_images(block)]
    if paragraphs and not plain_line(title).endswith("?"):
        place = _below_pictures(lines, paragraphs[-1])
        text = one_line("\n".join(lines[place.start : place.end]))
        if not title or plain_line(text).endswith("?"):
            return place, text
    return None, title


def _below_pictures(lines: list[str], block: Block) -> Place:
    """The lines of a paragraph below the last line that is only a picture."""
    start = block.start
    for place in range(block.start, block.end - 1):
        if not IMAGE.sub("", lines[place]).strip():
            start = place + 1
    return Place(start, block.end)
