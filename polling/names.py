"""The names on the roster: one typed name -> the label the class sees. Pure."""

from __future__ import annotations

from collections.abc import Collection

from polling.answers import MAX_NAME
from polling.typed import line, says_something, skeleton


def label(typed: str, taken: Collection[str]) -> str:
    """The label for what was typed: clean, at most MAX_NAME characters, and unlike every label in `taken`
    (the second Jan becomes "Jan 2"). Empty when nothing readable was typed."""
    name = line(typed)[:MAX_NAME].rstrip()
    if not says_something(name):
        return ""
    folded = {skeleton(other) for other in taken}
    if skeleton(name) not in folded:
        return name
    number = 2
    while skeleton(numbered := f"{name[: MAX_NAME - len(str(number)) - 1].rstrip()} {number}") in folded:
        number += 1
    return numbered
