"""A number that is typed digit by digit: of a slide when Enter ends it, of a link when O does. Pure: times come in as
arguments."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt

FORGOTTEN_AFTER_S = 3.0
"""A digit that is followed by nothing for so long was a slip."""
MOST_DIGITS = 3

_DIGITS: dict[int, str] = {getattr(Qt.Key, f"Key_{digit}").value: str(digit) for digit in range(10)}


class End(Enum):
    """What the key after the digits makes of the number."""

    NONE = "none"
    SLIDE = "slide"
    LINK = "link"


_ENDS = {Qt.Key.Key_Return.value: End.SLIDE, Qt.Key.Key_Enter.value: End.SLIDE, Qt.Key.Key_O.value: End.LINK}


@dataclass(frozen=True)
class Typed:
    """The number so far, and what it is the number of once that is known."""

    number: int
    end: End = End.NONE


class NumberKeys:
    """Remembers the digits between two keys."""

    def __init__(self) -> None:
        self._digits = ""
        self._last_s = 0.0

    def take(self, key: int, now_s: float) -> Typed | None:
        """What the number is with this key. None for a key that has nothing to do with one: then the digits before it
        are forgotten."""
        before = self._digits if now_s - self._last_s <= FORGOTTEN_AFTER_S else ""
        self._digits, self._last_s = "", now_s
        if key in _DIGITS:
            self._digits = (before + _DIGITS[key])[-MOST_DIGITS:]
            return Typed(int(self._digits))
        return Typed(int(before), _ENDS[key]) if before and key in _ENDS else None
