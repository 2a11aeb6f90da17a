"""The names on the roster: one typed name -> the label the class sees. Pure."""

from __future__ import annotations

from collections.abc import Set

from polling.answers import MAX_NAME
from polling.typed import line, says_something, skeleton


def label(typed: str, taken: Set[str]) -> str:
    """The label for what was typed: clean, at most MAX_NAME characters, and unlike every label whose skeleton is
    `taken` (the second Jan becomes "Jan 2"). Empty when nothing readable was typed."""
    name = line(typed)[:MAX_NAME].rstrip()
    if not says_something(name):
        return ""
    if skeleton(name) not in taken:
        return name
    number = 2
    while skeleton(numbered := f"{name[: MAX_NAME - len(str(number)) - 1].rstrip()} {number}") in taken:
        number += 1
    return numbered
