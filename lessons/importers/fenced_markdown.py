"""A whole lesson inside a code fence, as language models answer; and breaks that a word processor made into dashes."""

from __future__ import annotations

import re

from lessons.decoding import decode
from lessons.markdown import read as read_text
from lessons.model import Lesson
from lessons.problems import Problem

_FENCED = re.compile(
    r"\s*(?P<mark>`{3,}|~{3,})[ \t]*(?:markdown|md)[ \t]*\r?\n(?P<text>.*?)\r?\n(?P=mark)\s*", re.DOTALL
)
_DASHES = re.compile(r"^(?:—|–{2,3}|—-|-—)[ \t]*(?=\r?$)", re.MULTILINE)


def recognises(data: bytes) -> bool:
    """True when everything is in one fence that says it is Markdown."""
    return _FENCED.fullmatch(decode(data)[0]) is not None


def read(data: bytes) -> tuple[Lesson, list[Problem]]:
    """The lesson inside the fence."""
    text, problems = decode(data)
    lesson, more = read_text(unwrapped(text))
    return lesson, [*problems, *more]


def unwrapped(text: str) -> str:
    """Pasted text as it was meant: out of its fence, lines of long dashes as breaks."""
    match = _FENCED.fullmatch(text)
    return _DASHES.sub("---", match["text"] if match else text)
