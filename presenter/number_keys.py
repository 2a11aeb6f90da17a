"""The number of a slide, typed digit by digit and ended by Enter. Pure: times come in as arguments."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

FORGOTTEN_AFTER_S = 3.0
"""A digit that is followed by nothing for so long was a slip."""
MOST_DIGITS = 3

_DIGITS: dict[int, str] = {getattr(Qt.Key, f"Key_{digit}").value: str(digit) for digit in range(10)}
_ENDS = frozenset({Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value})


@dataclass(frozen=True)
class Typed:
    """The number so far; it counts when it `is_done`."""

    number: int
    is_done: bool


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
            return Typed(int(self._digits), is_done=False)
        return Typed(int(before), is_done=True) if before and key in _ENDS else None
