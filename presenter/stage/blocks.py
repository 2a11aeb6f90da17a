"""A slide's Markdown -> blocks of runs: frozen values. No Qt, no resources; raw HTML is text, pictures are left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from lessons.maths import TOKEN as MATHS
from lessons.maths import with_maths

STAND_IN = "□"
"""The one character of a run that is a formula: it has no direction and is no letter."""


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style, or a formula: then `text` is STAND_IN and `latex` what it stands for."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False
    link: bool = False
    tone: str = ""
    """A colour of its own, as `#rrggbb`; never from a lesson's text."""
    latex: str = ""
    is_large: bool = False
    """True for a formula with a line of its own."""


Runs = tuple[Run, ...]


class Shape(Enum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"


@dataclass(frozen=True)
class Block:
    """A piece of a slide's text. `marker` is "" on what continues an item; `-`, `[ ]` and `[x]` are drawn as shapes.

    `bullet` counts the list items of the top level up to and with this block. `list_number` names the list it is of.
    """

    shape: Shape
    runs: Runs = ()
    depth: int = 0
    marker: str = ""
    bullet: int = 0
    list_number: int = 0
    rows: tuple[tuple[Runs, ...], ...] = ()

    @property
    def text(self) -> str:
        """The block's characters without style."""
        return "".join(run.text for run in self.runs)

    @property
    def is_formula(self) -> bool:
        """True for a formula with a line of its own."""
        return len(self.runs) == 1 and self.runs[0].is_large


_PARSER = with_maths(MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]))
_ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]'*]")
_LETTERED = re.compile(r"([a-z][.)])\s+")
_TASK = re.compile(r"\[([ xX])\]\s+")
_TERM = re.compile(r"([^:.!?\n]{1,40}):\s+\S")
_BREAK = "\n"
_SOFT_BREAK = "\r"


@lru_cache(maxsize=512)
def inline(source: str) -> Runs:
    """The runs of one line of Markdown, a title or an option: line breaks become spaces."""
    tokens = _PARSER.parseInline(source.strip())
    runs = _runs(tokens[0].children or []) if tokens else ()
    return tuple(replace(run, text=re.sub(r"[\r\n]+", " ", run.text), is_large=False) for run in runs)


@lru_cache(maxsize=256)
def read(source: str) -> tuple[Block, ...]:
    """The blocks of a slide's Markdown."""
    return _with_terms(tuple(_Reader().blocks(_PARSER.parse(source))))


def literal(text: str) -> Runs:
    """Text that somebody typed, exactly as it is: one run, no Markdown."""
    return (Run(text),) if text else ()


def plain(runs: Iterable[Run]) -> str:
    """The characters of some runs."""
    return "".join(run.text for run in runs)


@lru_cache(maxsize=1024)
def is_right_to_left(text: str) -> bool:
    """True when the first letter with a direction runs from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


class _Reader:
    """Walks the tokens of a text once; keeps where in which list it is."""

    def __init__(self) -> None:
        self._markers: list[int | None] = []
        self._pending = ""
        self._bullet = 0
        self._list = 0
        self._quotes = 0

    def blocks(self, tokens: list[Token]) -> Iterator[Block]:
        place = 0
        while place < len(tokens):
            token = tokens[place]
            if token.type == "table_open":
                end = next(i for i in range(place, len(tokens)) if tokens[i].type == "table_close")
                yield self._table(tokens[place:end])
                place = end
            else:
                self._enter(token)
                yield from self._told(token, tokens[place - 1] if place else None)
            place += 1

    def _enter(self, token: Token) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            if not self._markers:
                self._list += 1
            start = token.attrGet("start")
            ordered = token.type == "ordered_list_open"
            self._markers.append((int(start) if start is not None else 1) if ordered else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._markers.pop()
        elif token.type == "list_item_open":
            self._open_item()
        elif token.type == "blockquote_open":
            self._quotes += 1
        elif token.type == "blockquote_close":
            self._quotes -= 1

    def _open_item(self) -> None:
        number = self._markers[-1]
        self._pending = "-" if number is None else str(number)
        if number is not None:
            self._markers[-1] = number + 1
        if len(self._markers) == 1 and not self._quotes:
            self._bullet += 1

    def _told(self, token: Token, before: Token | None) -> Iterator[Block]:
        if token.type == "inline":
            is_heading = before is not None and before.type == "heading_open"
            yield from self._inline(_runs(token.children or []), is_heading)
        elif token.type in ("fence", "code_block"):
            yield self._block(Shape.CODE, (Run(token.content.rstrip("\n"), code=True),))
        elif token.type == "hr":
            yield self._block(Shape.RULE)

    def _inline(self, runs: Runs, is_heading: bool) -> Iterator[Block]:
        if not plain(runs).strip():
            return
        if self._markers:
            yield self._item(runs)
        elif is_heading:
            yield self._block(Shape.HEADING, _joined(runs))
        elif self._quotes:
            yield self._block(Shape.QUOTE, _joined(runs))
        else:
            yield from self._paragraphs(runs)

    def _item(self, runs: Runs) -> Block:
        marker, self._pending = self._pending, ""
        task = _TASK.match(plain(runs)) if marker == "-" else None
        if task:
            marker = f"[{task[1].lower()}]"
            runs = _without_start(runs, task.end())
        return self._block(Shape.ITEM, _joined(runs), depth=len(self._markers) - 1, marker=marker)

    def _paragraphs(self, runs: Runs) -> Iterator[Block]:
        gathered: list[Run] = []
        marker = ""
        for line in _lines(runs):
            if len(line) == 1 and line[0].latex:
                yield from self._gathered(gathered, marker)
                yield self._block(Shape.PARAGRAPH, (replace(line[0], is_large=True),))
                gathered, marker = [], ""
                continue
            lettered = _LETTERED.match(plain(line))
            if lettered:
                yield from self._gathered(gathered, marker)
                gathered, marker = [], ""
            if lettered:
                marker = lettered[1]
                line = _without_start(line, lettered.end())
            gathered += [*([Run(_SOFT_BREAK)] if gathered else []), *line]
        yield from self._gathered(gathered, marker)

    def _gathered(self, runs: list[Run], marker: str) -> Iterator[Block]:
        if runs or marker:
            yield self._paragraph(tuple(runs), marker)

    def _paragraph(self, runs: Runs, marker: str) -> Block:
        return self._block(Shape.ITEM if marker else Shape.PARAGRAPH, _joined(runs), marker=marker)

    def _table(self, tokens: list[Token]) -> Block:
        rows: list[list[Runs]] = []
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(_joined(_runs(token.children or [])))
        return self._block(Shape.TABLE, rows=tuple(tuple(row) for row in rows))

    def _block(
        self,
        shape: Shape,
        runs: Runs = (),
        depth: int = 0,
        marker: str = "",
        rows: tuple[tuple[Runs, ...], ...] = (),
    ) -> Block:
        number = self._list if self._markers else 0
        return Block(shape, runs, depth, marker, self._bullet, number, rows)


def _runs(tokens: list[Token]) -> Runs:
    runs: list[Run] = []
    style = Run("")
    for token in tokens:
        if token.type in _STYLES:
            style = _styled(style, _STYLES[token.type], token.nesting == 1)
        elif token.type == "code_inline":
            runs.append(replace(style, text=token.content, code=True))
        elif token.type == MATHS:
            runs.append(replace(style, text=STAND_IN, latex=token.content))
        elif token.type == "softbreak":
            runs.append(replace(style, text=_SOFT_BREAK))
        elif token.type == "hardbreak":
            runs.append(replace(style, text=_BREAK))
        elif token.type != "image" and token.content:
            runs += _with_addresses(replace(style, text=token.content))
    return tuple(runs)


_STYLES = {
    f"{name}_{edge}": style
    for name, style in (("strong", "bold"), ("em", "italic"), ("s", "strike"), ("link", "link"))
    for edge in ("open", "close")
}


def _styled(run: Run, style: str, is_on: bool) -> Run:
    return replace(
        run,
        bold=is_on if style == "bold" else run.bold,
        italic=is_on if style == "italic" else run.italic,
        strike=is_on if style == "strike" else run.strike,
        link=is_on if style == "link" else run.link,
    )


def _with_addresses(run: Run) -> list[Run]:
    if run.link:
        return [run]
    found: list[Run] = []
    start = 0
    for address in _ADDRESS.finditer(run.text):
        found.append(replace(run, text=run.text[start : address.start()]))
        found.append(replace(run, text=address[0], link=True))
        start = address.end()
    found.append(replace(run, text=run.text[start:]))
    return [each for each in found if each.text]


def _joined(runs: Runs) -> Runs:
    return tuple(replace(run, text=run.text.replace(_SOFT_BREAK, " ")) for run in runs)


def _lines(runs: Runs) -> list[Runs]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.text == _SOFT_BREAK:
            lines.append([])
        else:
            lines[-1].append(run)
    return [tuple(line) for line in lines]


def _without_start(runs: Runs, length: int) -> Runs:
    kept = []
    for run in runs:
        dropped = min(length, len(run.text))
        length -= dropped
        if run.text[dropped:]:
            kept.append(replace(run, text=run.text[dropped:]))
    return tuple(kept)


def _with_terms(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Bullets of the form "Term: what it is" get their term in bold, where at least half of a list has that form."""
    termed: dict[int, list[bool]] = {}
    for block in blocks:
        if block.shape is Shape.ITEM and block.marker and block.depth == 0 and block.list_number:
            termed.setdefault(block.list_number, []).append(_term_length(block) > 0)
    lists = {number for number, found in termed.items() if len(found) > 1 and sum(found) * 2 >= len(found)}
    return tuple(_with_term(block) if block.list_number in lists and block.marker else block for block in blocks)


def _term_length(block: Block) -> int:
    term = _TERM.match(block.text)
    if term is None or len(term[1].split()) > 4 or not block.runs:
        return 0
    return len(term[1]) + 1


def _with_term(block: Block) -> Block:
    length = _term_length(block)
    if not length or block.depth:
        return block
    runs: list[Run] = []
    for run in block.runs:
        term, rest = run.text[: max(0, length)], run.text[max(0, length) :]
        length -= len(run.text)
        runs += [replace(run, text=term, bold=True)] if term else []
        runs += [replace(run, text=rest)] if rest else []
    return replace(block, runs=tuple(runs))
