"""The names on the roster: one typed name -> the label the class sees. Pure."""

from __future__ import annotations

from collections.abc import Set

from polling.answers import MAX_NAME
from polling.typed import line, says_something, skeleton


def key(name: str) -> str:
    """What two names have in common that cannot be told apart."""
    return skeleton(name)


def cleaned(typed: str) -> str:
    """The name that was typed, readable and at most MAX_NAME characters; empty when there is none."""
    name = line(typed)[:MAX_NAME].rstrip()
    return name if says_something(name) else ""


def label(typed: str, taken: Set[str]) -> str:
    """The label for what was typed: clean, at most MAX_NAME characters, and unlike every label whose key is
    `taken` (the second Jan becomes "Jan 2"). Empty when nothing readable was typed."""
    name = cleaned(typed)
    if not name or key(name) not in taken:
        return name
    number = 2
    while key(numbered := f"{name[: MAX_NAME - len(str(number)) - 1].rstrip()} {number}") in taken:
        number += 1
    return numbered
