"""What can be wrong with a lesson, as values, and the sentence for each. Finds nothing itself, prints nothing."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from lessons import sentences

Parameters = dict[str, str | int]


class Severity(StrEnum):
    """A warning can be given as it is; an error is something that will not work in class."""

    WARNING = "warning"
    ERROR = "error"


class Problem(msgspec.Struct, frozen=True):
    """One thing to tell the author. `line` (from 1) and `slide` (from 1) are 0 when it is about the whole lesson."""

    line: int
    slide: int
    severity: Severity
    code: str
    parameters: Parameters = {}


class CannotOpen(Exception):
    """This file is not opened at all; `code` names a sentence in the same catalogue."""

    def __init__(self, code: str, parameters: Parameters | None = None) -> None:
        super().__init__(code, parameters or {})
        self.code = code
        self.parameters: Parameters = parameters or {}

    def __str__(self) -> str:
        return sentences.fill(self.code, self.parameters, "en")


class CannotSave(CannotOpen):
    """This lesson is not saved; the file is as it was."""


def warning(code: str, line: int = 0, slide: int = 0, **parameters: str | int) -> Problem:
    """A problem a lesson can be given with."""
    return Problem(line, slide, Severity.WARNING, code, parameters)


def error(code: str, line: int = 0, slide: int = 0, **parameters: str | int) -> Problem:
    """A problem that will show in class."""
    return Problem(line, slide, Severity.ERROR, code, parameters)


def sentence(problem: Problem | CannotOpen, language: str) -> str:
    """The problem in words, in Dutch ("nl") or, for any other language, in English."""
    return sentences.fill(problem.code, problem.parameters, language)


def nearest(word: str, known: frozenset[str]) -> str:
    """The known word this one may be a slip of: within two keystrokes, one for a short word; "" if there is none."""
    reach = 1 if len(word) <= 4 else 2
    distances = sorted((distance(word, each), each) for each in known if abs(len(each) - len(word)) <= reach)
    return distances[0][1] if distances and distances[0][0] <= reach else ""


def distance(one: str, other: str) -> int:
    """How many keystrokes lie between two words: inserted, left out, replaced or swapped letters."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        older, before, row = before, row, [place]
        for spot, sign in enumerate(other, start=1):
            cost = min(before[spot] + 1, row[spot - 1] + 1, before[spot - 1] + (letter != sign))
            if place > 1 and spot > 1 and letter == other[spot - 2] and one[place - 2] == sign:
                cost = min(cost, older[spot - 2] + 1)
            row.append(cost)
    return row[-1]
