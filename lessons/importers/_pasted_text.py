"""Text copied from a page, as Markdown: wrapped sentences joined, bullets and numbers as lists, addresses as links."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lessons.markdown import escaped

_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_UNSEEN = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]")
_BULLET = re.compile(r"(?P<indent> *)[•◦▪‣●○·] *(?P<text>.*)")
_NUMBER = re.compile(r"(?P<indent> *)(?P<number>\d{1,3})\. (?P<text>.*)")
_OWN_LINE = re.compile(r" *(?:[a-z][.)] |https?://)")
_ADDRESS = re.compile(r"https?://[^\s<>]+")
_SENTENCE = re.compile(r"(?<=[.!?:])[\"'”’)]*\s+")
LONGEST_TITLE = 70


@dataclass(frozen=True)
class Line:
    """One line of thought: a bullet, a numbered item or text; `opens` is True when a blank line stands before it."""

    text: str
    mark: str = ""
    depth: int = 0
    opens: bool = False


def tidy_lines(text: str) -> list[str]:
    """The lines without trailing and odd spaces; a line of only spaces is empty."""
    lines = re.split(r"\r\n|\r|\n", text)
    return [_SPACES.sub(" ", _UNSEEN.sub("", line)).rstrip() for line in lines]


def logical_lines(lines: list[str]) -> list[Line]:
    """The lines with what was wrapped joined again."""
    found: list[Line] = []
    was_blank = True
    for raw in lines:
        if not raw.strip():
            was_blank = True
            continue
        line = _line(raw, was_blank)
        if found and not was_blank and not line.mark and _continues(found[-1], raw):
            last = found[-1]
            found[-1] = Line(f"{last.text} {line.text}", last.mark, last.depth, last.opens)
        else:
            found.append(line)
        was_blank = False
    return found


def _line(raw: str, opens: bool) -> Line:
    bullet, number = _BULLET.fullmatch(raw), _NUMBER.fullmatch(raw)
    if bullet:
        return Line(_one_space(bullet["text"]), "-", int(len(bullet["indent"]) >= 4), opens)
    if number:
        return Line(_one_space(number["text"]), f"{int(number['number'])}.", 0, opens)
    return Line(_one_space(raw), opens=opens)


def _one_space(text: str) -> str:
    return " ".join(text.split())


def _continues(last: Line, raw: str) -> bool:
    """True when this line goes on with the one before: indented below an item, or small letters in mid-sentence."""
    if last.mark and raw.startswith("  "):
        return True
    if _OWN_LINE.match(raw):
        return False
    return last.text[-1:] not in tuple(".!?:;") and raw.lstrip()[0].islower()


def is_title(line: Line) -> bool:
    """True for a line that can head a slide: short, no list item, no punctuation at its end."""
    return not line.mark and 0 < len(line.text) <= LONGEST_TITLE and line.text[-1] not in ".!?:;,"


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part for part in _SENTENCE.split(text) if part]


def markdown(lines: list[Line]) -> str:
    """The lines as Markdown: what was a line on the page stays one."""
    blocks: list[str] = []
    before: Line | None = None
    for line in lines:
        if line.mark:
            text = f"{'  ' * line.depth}{line.mark} {linked(line.text)}".rstrip()
            separator = "\n" if before and _same_list(before, line) else "\n\n"
        else:
            text = linked(line.text)
            separator = "\\\n" if before and not before.mark and not line.opens else "\n\n"
        blocks.append(separator + text if blocks else text)
        before = line
    return "".join(blocks)


def _same_list(before: Line, line: Line) -> bool:
    return bool(before.mark) and (before.mark == "-") == (line.mark == "-")


def linked(text: str) -> str:
    """Typed text as Markdown, its addresses as links without the full stop that follows them."""
    parts: list[str] = []
    end = 0
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(".,;:!?'\"”’")
        if address.endswith(")") and "(" not in address:
            address = address[:-1]
        parts += [_escaped_piece(text[end : match.start()]), f"<{address}>"]
        end = match.start() + len(address)
    return "".join([*parts, _escaped_piece(text[end:])])


def _escaped_piece(text: str) -> str:
    """Literal text that keeps the spaces around it."""
    inner = text.strip()
    if not inner:
        return text
    start = text.index(inner)
    return text[:start] + escaped(inner) + text[start + len(inner) :]
