"""Cutting a lesson's text into front matter and slides. Lines, fences and comments only: no Markdown meaning, no model.

A line of three or more hyphens ends a slide, wherever Markdown itself would take it for a heading's underline. Inside
a fenced block or a comment it is text. A fence or a comment that is never closed counts as not opened, so that one
forgotten mark cannot swallow the rest of a lesson.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

BOM = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_BREAK = re.compile(r"-{3,}[ \t]*")
_FENCE = re.compile(r"(?:[ \t]*(?:[-*+]|\d{1,9}[.)]|>)(?=[ \t]))*[ \t]*(?P<mark>`{3,}|~{3,})(?P<info>.*)")
_FENCE_END = re.compile(r"(?:[ \t>])*(?P<mark>`{3,}|~{3,})[ \t]*")
_COMMENT = re.compile(r"(?<!\\)(?:\\\\)*(?P<open><!--)")
_TICKS = re.compile(r"(?<!\\)`+")


@dataclass(frozen=True)
class Comment:
    """A comment and where it stands: lines from 0, columns from 0, the end behind its last character."""

    first_line: int
    first_column: int
    last_line: int
    end_column: int
    text: str

    @property
    def starts_a_line(self) -> bool:
        """True when nothing but spaces stands before it (then it may span lines)."""
        return self.first_column <= 0


@dataclass(frozen=True)
class Scan:
    """What a first look at lines finds: which are inside fences, where comments are, and what is never closed."""

    fenced: frozenset[int]
    comments: tuple[Comment, ...]
    open_fences: tuple[int, ...]
    open_comments: tuple[int, ...]


@dataclass(frozen=True)
class Piece:
    """One slide of the text: the break before it, its own text (both exact) and the line it starts on (from 1)."""

    lead: str
    source: str
    line: int


@dataclass(frozen=True)
class Cut:
    """A whole text: `head` + every piece's `lead` and `source` + `tail` is the text again, character for character."""

    head: str
    pieces: tuple[Piece, ...]
    tail: str


def lines_of(text: str) -> list[str]:
    """The lines with their ends. Only LF, CRLF and CR end a line (str.splitlines knows more)."""
    return _LINE.findall(text)


def bare(line: str) -> str:
    """The line without its end and without a byte order mark."""
    return line.rstrip("\r\n").removeprefix(BOM)


def clean_lines(text: str) -> list[str]:
    """The lines of any text without their ends, and without signs that no lesson can hold (NUL, byte order marks)."""
    return [line.rstrip("\r\n").replace(BOM, "").replace("\0", "\ufffd") for line in lines_of(text)]


def is_break(line: str) -> bool:
    """True for a line of only three or more hyphens."""
    return _BREAK.fullmatch(bare(line)) is not None


def cut(text: str, head_lines: int) -> Cut:
    """Cut the text at its breaks; the first `head_lines` lines are front matter. Blank pieces are no slides."""
    lines = lines_of(text)
    body = lines[head_lines:]
    scanned = scan([bare(line) for line in body])
    inside = set(scanned.fenced)
    for comment in scanned.comments:
        inside.update(range(comment.first_line, comment.last_line + 1))
    breaks = [place for place, line in enumerate(body) if place not in inside and is_break(line)]
    starts = [0, *(place + 1 for place in breaks)]
    ends = [*breaks, len(body)]
    pieces: list[Piece] = []
    lead = ""
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if number:
            lead += body[start - 1]
        source = "".join(body[start:end])
        if source.strip(BOM + " \t\r\n"):
            pieces.append(Piece(lead, source, head_lines + start + 1))
            lead = ""
        else:
            lead += source
    return Cut("".join(lines[:head_lines]), tuple(pieces), lead)


class _Scanner:
    """Walks over lines once, remembering which closing marks are known not to come."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.fenced: set[int] = set()
        self.comments: list[Comment] = []
        self.open_fences: list[int] = []
        self.open_comments: list[int] = []
        self._missing = {"`": 1 << 60, "~": 1 << 60}
        self._no_more_comment_ends = False

    def walk(self) -> None:
        place = column = 0
        while place < len(self.lines):
            end = self._fence_end(place) if column == 0 else None
            if end is not None:
                self.fenced.update(range(place, end + 1))
                place = end + 1
                continue
            place, column = self._comments_from(place, column)

    def _fence_end(self, place: int) -> int | None:
        """The line that closes the fence opened on this line, or None."""
        match = _FENCE.fullmatch(self.lines[place])
        if match is None or ("`" in match["mark"] and "`" in match["info"]):
            return None
        sign, length = match["mark"][0], len(match["mark"])
        if length < self._missing[sign]:
            for later in range(place + 1, len(self.lines)):
                closing = _FENCE_END.fullmatch(self.lines[later])
                if closing and closing["mark"][0] == sign and len(closing["mark"]) >= length:
                    return later
            self._missing[sign] = length
        self.open_fences.append(place)
        return None

    def _comments_from(self, place: int, column: int) -> tuple[int, int]:
        """Note the comments that start on this line; where to go on. Only one at the line's start may span lines."""
        line = self.lines[place]
        spans = _code_spans(line) if "<!--" in line else []
        while match := _COMMENT.search(line, column):
            start = match.start("open")
            column = start + 4
            if any(first <= start < end for first, end in spans):
                continue
            end = line.find("-->", column)
            if end >= 0:
                self.comments.append(Comment(place, _shown_column(line, start), place, end + 3, line[column:end]))
                column = end + 3
            elif not line[:start].strip():
                if (last := self._comment_end(place)) is None:
                    self.open_comments.append(place)
                    continue
                end = self.lines[last].index("-->")
                text = "\n".join([line[column:], *self.lines[place + 1 : last], self.lines[last][:end]])
                self.comments.append(Comment(place, _shown_column(line, start), last, end + 3, text))
                return last, end + 3
        return place + 1, 0

    def _comment_end(self, place: int) -> int | None:
        if not self._no_more_comment_ends:
            for later in range(place + 1, len(self.lines)):
                if "-->" in self.lines[later]:
                    return later
            self._no_more_comment_ends = True
        return None


def _shown_column(line: str, start: int) -> int:
    """The column a comment starts on; 0 when only spaces stand before it."""
    return start if line[:start].strip() else 0


def _code_spans(line: str) -> list[tuple[int, int]]:
    """Where `code` stands in a line: pairs of equally long runs of backticks."""
    runs = [(match.start(), len(match[0])) for match in _TICKS.finditer(line)]
    last = {length: place for place, (_, length) in enumerate(runs)}
    spans = []
    place = 0
    while place < len(runs):
        start, length = runs[place]
        if last[length] > place:
            place += 1
            while runs[place][1] != length:
                place += 1
            spans.append((start, runs[place][0] + length))
        place += 1
    return spans


def scan(lines: list[str]) -> Scan:
    """Look at lines (without their ends) for fences and comments."""
    scanner = _Scanner(lines)
    scanner.walk()
    return Scan(
        frozenset(scanner.fenced),
        tuple(scanner.comments),
        tuple(scanner.open_fences),
        tuple(scanner.open_comments),
    )
