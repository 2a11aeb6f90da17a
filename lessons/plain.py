"""Markdown as plain text, as a phone shows it. Nothing about slides."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from lessons.formula import plain_formula
from lessons.maths import TOKEN as MATHS
from lessons.maths import with_maths

_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


@cache
def parser() -> MarkdownIt:
    """The one Markdown dialect of lessons: CommonMark with tables, ~~struck~~ text and $maths$."""
    return with_maths(MarkdownIt("commonmark").enable(["table", "strikethrough"]))


@lru_cache(maxsize=4096)
def plain(markdown: str) -> str:
    """The text without marks: list items as lines, links as their text, pictures and raw HTML gone.

    It is kept: the same few texts go to every phone and every teacher screen, again and again.
    """
    writer = _Writer()
    for token in parser().parse(markdown):
        writer.take(token)
    return writer.text()


def plain_line(markdown: str) -> str:
    """One line (a title, a question, an option) without marks; what starts it is text, even `- ` or `1. `."""
    return " ".join("".join(inline_text(token) for token in parser().parseInline(markdown)).split())


def inline_text(token: Token) -> str:
    """The text of an inline token: its marks gone, its pictures gone, a soft break a space."""
    parts = []
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type == MATHS:
            parts.append(plain_formula(child.content))
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak" or _LINE_BREAK.fullmatch(child.content):
            parts.append("\n")
    return "\n".join(" ".join(line.split()) for line in "".join(parts).split("\n")).strip()


class _Writer:
    """Gathers lines from block tokens; a blank line between blocks, none between the items of a list."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._depth = 0
        self._item = ""
        self._cells: list[str] | None = None
        self._gap = False

    def text(self) -> str:
        return "\n".join(self._lines).strip("\n")

    def take(self, token: Token) -> None:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            self._depth += 1
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self._depth -= 1
            self._gap = not self._depth
        elif token.type == "list_item_open":
            indent = "  " * (self._depth - 1)
            self._item = f"{indent}{token.info}{token.markup} " if token.info else f"{indent}• "
        elif token.type == "tr_open":
            self._cells = []
        elif token.type == "tr_close":
            self._add(" | ".join(self._cells or ()))
            self._cells = None
        elif token.type in {"paragraph_close", "heading_close", "table_close", "hr"}:
            self._gap = not self._depth
        else:
            self._take_text(token)

    def _take_text(self, token: Token) -> None:
        if token.type in {"fence", "code_block"}:
            self._add(token.content.rstrip("\n"))
            self._gap = not self._depth
        elif token.type == "inline" and self._cells is not None:
            self._cells.append(inline_text(token))
        elif token.type == "inline":
            self._add(inline_text(token))

    def _add(self, text: str) -> None:
        mark, self._item = self._item, ""
        for box, sign in (("[ ]", "☐"), ("[x]", "☑"), ("[X]", "☑")):
            if mark and (text == box or text.startswith(box + " ")):
                text = sign + text[3:]
        if not text and not mark:
            return
        if self._gap and self._lines:
            self._lines.append("")
        self._gap = False
        first, *more = text.split("\n")
        self._lines.extend([(mark + first).rstrip(), *more])
