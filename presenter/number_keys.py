"""A number that is typed digit by digit: of a slide, ended by Enter, or of a link, after O. Pure: times come in as
arguments."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

FORGOTTEN_AFTER_S = 3.0
"""A digit that is followed by nothing for so long was a slip."""
ASKED_FOR_S = 10.0
"""So long a number that was asked for may be thought about."""
MOST_DIGITS = 3

_DIGITS: dict[int, str] = {getattr(Qt.Key, f"Key_{digit}").value: str(digit) for digit in range(10)}
_ENDS = frozenset({Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value})


@dataclass(frozen=True)
class Typed:
    """The number so far, of a slide or of a link; it counts when it `is_done`."""

    number: int
    is_done: bool = False
    is_link: bool = False


class NumberKeys:
    """Remembers the digits between two keys."""

    def __init__(self) -> None:
        self._digits = ""
        self._forgets_s = 0.0
        self._links = 0

    def ask_for_link(self, links: int, now_s: float) -> None:
        """The next number is that of one of so many links."""
        self._digits, self._links, self._forgets_s = "", links, now_s + ASKED_FOR_S

    def take(self, key: int, now_s: float) -> Typed | None:
        """What the number is with this key. None for a key that has nothing to do with one: then the digits before it
        are forgotten. The number of a link is done as soon as no longer one is there."""
        is_fresh = now_s <= self._forgets_s
        before, links = (self._digits, self._links) if is_fresh else ("", 0)
        self._digits, self._links, self._forgets_s = "", 0, now_s + FORGOTTEN_AFTER_S
        if key in _ENDS:
            return Typed(int(before), is_done=True, is_link=bool(links)) if before else None
        if key not in _DIGITS:
            return None
        digits = (before + _DIGITS[key])[-MOST_DIGITS:]
        if links and int(digits) * 10 > links:
            return Typed(int(digits), is_done=True, is_link=True)
        self._digits, self._links = digits, links
        return Typed(int(digits), is_link=bool(links))
