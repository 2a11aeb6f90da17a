"""The top-level blocks of a slide's Markdown and the pictures in them. Decides nothing about what a block is for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from lessons import media
from lessons.cutting import clean_lines
from lessons.maths import TOKEN as MATHS
from lessons.model import Link, Media, MediaKind
from lessons.plain import inline_text, parser

IMAGE = re.compile(r"!\[(?:\\.|[^\]\\]){0,1000}\]\(\s*(?:<[^<>\n]*>|[^\s()<>]*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")
_BARE_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LINK_SCHEMES = ("https://", "http://", "mailto:")
_LISTS = frozenset({"bullet_list_open", "ordered_list_open"})


@dataclass(frozen=True)
class Block:
    """One top-level block: the type of its first token, its lines (from 0, the end exclusive), its tokens."""

    type: str
    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def content(self) -> str:
        """The Markdown of its text, for a heading or a paragraph."""
        return self.tokens[1].content

    @property
    def is_heading(self) -> bool:
        """True for a `#` or `##` heading."""
        return self.type == "heading_open" and self.tokens[0].tag in {"h1", "h2"}

    @property
    def is_list(self) -> bool:
        """True for a list, with bullets or numbers."""
        return self.type in _LISTS


@dataclass(frozen=True)
class Place:
    """The lines of one part of a slide in its source (from 0, the end exclusive)."""

    start: int
    end: int


def blocks_of(lines: list[str]) -> list[Block]:
    """The top-level blocks of Markdown lines, which hold no line ends of any kind."""
    tokens = parser().parse("\n".join(lines))
    blocks = []
    start = 0
    for place, token in enumerate(tokens):
        if token.level == 0 and token.nesting != 1:
            first = tokens[start]
            begin, end = first.map or (0, 0)
            while end > begin + 1 and not lines[end - 1].strip():
                end -= 1
            blocks.append(Block(first.type, begin, end, tuple(tokens[start : place + 1])))
            start = place + 1
    return blocks


def items_of(block: Block) -> list[tuple[Token, ...]]:
    """The tokens of each item of a list, its own opening token first; nothing for another block."""
    items: list[list[Token]] = []
    for token in block.tokens[1:-1] if block.is_list else ():
        if token.level == 1 and token.type == "list_item_open":
            items.append([])
        items[-1].append(token)
    return [tuple(item) for item in items]


def one_line(markdown: str) -> str:
    """Markdown on one line: a line break in it becomes a space."""
    return " ".join(markdown.replace("\\\n", "\n").split())


def unquoted(lines: Iterable[str]) -> str:
    """The lines of a quote without their `>`."""
    return stripped([re.sub(r"^[ \t]*>[ ]?|^[ \t]+", "", line) for line in lines])


def stripped(lines: list[str]) -> str:
    """Lines as text without the blank lines around them."""
    first, last = 0, len(lines)
    while first < last and not lines[first].strip():
        first += 1
    while first < last and not lines[last - 1].strip():
        last -= 1
    return "\n".join(lines[first:last]).rstrip()


def images_in(tokens: Iterable[Token]) -> Iterator[tuple[int, Media]]:
    """Every picture and video and the line it is on (from 0), also those that may not be opened."""
    for token in tokens:
        for child in token.children or ():
            if child.type == "image":
                yield (token.map or [0])[0], media.medium(str(child.attrs.get("src", "")), inline_text(child))


def formulas_in(tokens: Iterable[Token]) -> Iterator[tuple[int, str]]:
    """Every formula and the line it is on (from 0)."""
    for token in tokens:
        place = (token.map or [0])[0]
        for child in token.children or ():
            if child.type == MATHS:
                yield place, child.content
            place += child.meta["lines"] if child.type == MATHS else child.type in {"softbreak", "hardbreak"}


def media_of(markdown: str) -> tuple[Media, ...]:
    """The pictures and videos of Markdown that may be opened."""
    return tuple(medium for _, medium in images_in(parser().parse(markdown)) if media.is_safe(medium.target))


def only_images(block: Block) -> list[Media]:
    """The pictures and videos of a paragraph that holds nothing else."""
    if block.type != "paragraph_open":
        return []
    for child in block.tokens[1].children or ():
        if child.type == "text" and not child.content.strip():
            continue
        if child.type not in {"image", "softbreak", "hardbreak"}:
            return []
    return [medium for _, medium in images_in(block.tokens)]


def is_only_video(block: Block) -> bool:
    """True for a paragraph that is one video and nothing else."""
    found = only_images(block)
    return len(found) == 1 and found[0].kind is not MediaKind.PICTURE


def without_media(body: str) -> str:
    """The Markdown without the paragraphs that are only pictures or videos."""
    lines = clean_lines(body)
    gone: set[int] = set()
    for block in blocks_of(lines):
        if only_images(block):
            gone.update(range(block.start, block.end))
    return joined_without(lines, gone)


def first_bullets(body: str, count: int) -> str:
    """The Markdown with only the first `count` of the items that `Slide.bullets` counts, and of what stands after an
    item only what stands after these: a text is read from top to bottom."""
    lines = clean_lines(body)
    hidden: set[int] = set()
    seen = 0
    for block in blocks_of(lines):
        items = items_of(block)
        if not items and seen > count:
            hidden.update(range(block.start, block.end))
        for item in items:
            seen += 1
            begin, end = item[0].map or (block.start, block.end)
            if seen > count:
                hidden.update(range(begin, min(end, block.end)))
    return joined_without(lines, hidden)


def joined_without(lines: list[str], gone: set[int]) -> str:
    """The lines that are not gone: runs of them without blank lines around each, one blank line between runs."""
    runs: list[list[str]] = [[]]
    for place, line in enumerate(lines):
        if place in gone:
            runs.append([])
        else:
            runs[-1].append(line)
    return "\n\n".join(text for run in runs if (text := stripped(run)))


def links_in_text(text: str) -> tuple[Link, ...]:
    """The links of some Markdown, as in the notes of a slide."""
    return tuple(links_in(parser().parse(text)))


def links_in(tokens: Iterable[Token]) -> Iterator[Link]:
    """Every link that a browser or a mail program opens: written as one, or a bare address in the text."""
    for token in tokens:
        target = ""
        texts: list[str] = []
        for child in token.children or ():
            if child.type == "link_open":
                target, texts = str(child.attrs.get("href", "")), []
            elif child.type == "link_close":
                if target.lower().startswith(_LINK_SCHEMES):
                    yield Link(text=" ".join("".join(texts).split()) or target, target=target)
                target = ""
            elif target:
                texts.append(inline_text(Token("inline", "", 0, children=[child])) or " ")
            elif child.type == "text":
                for match in _BARE_LINK.finditer(child.content):
                    address = match[0].rstrip(".,;:!?)'")
                    yield Link(text=address, target=address)
