"""The names on the roster: one typed name -> the label the class sees. Pure."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from polling.answers import MAX_NAME
from polling.lookalikes import looks
from polling.typed import cut, line, says_something


@lru_cache(maxsize=128)
def cleaned(typed: str) -> str:
    """The name that was typed, readable and at most MAX_NAME characters; empty when there is none."""
    name = cut(line(typed), MAX_NAME)
    return name if says_something(name) else ""


def label(typed: str, taken: Set[str]) -> str:
    """The label for what was typed: clean, at most MAX_NAME characters, and with none of the looks that are `taken`
    (the second Jan becomes "Jan 2", also when one of them is spelt with a Cyrillic а). Empty when nothing readable was
    typed."""
    name = shown = cleaned(typed)
    number = 1
    while shown and not taken.isdisjoint(looks(shown)):
        number += 1
        shown = f"{cut(name, MAX_NAME - len(str(number)) - 1)} {number}".lstrip()
    return shown
