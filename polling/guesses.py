"""Guessing at the door: how often one connection may be wrong about the room code or a token, and when the answer to a
wrong code is held back. Pure: time comes in as an argument. Who is right is never slowed."""

from __future__ import annotations

from collections import deque

MOST_WRONG_CODES = 5
"""The wrong room code that closes its connection."""
MOST_UNKNOWN_TOKENS = 3
"""The unknown token that closes its connection. A phone that comes back to a laptop with another lesson shows two at
most: the one it used last, and the one it remembers of this session."""
CALM = 30
"""Wrong codes within WINDOW_S that are a class at work; the answer to more is held back."""
WINDOW_S = 10.0
HELD_BACK_S = 1.0


class Tries:
    """The failures of one connection."""

    def __init__(self) -> None:
        self._wrong_codes = 0
        self._unknown_tokens = 0

    @property
    def are_up(self) -> bool:
        """True when this connection has guessed enough."""
        return self._wrong_codes >= MOST_WRONG_CODES or self._unknown_tokens >= MOST_UNKNOWN_TOKENS

    def count(self, *, wrong_code: bool, unknown_token: bool) -> None:
        """A hello came that was wrong about this."""
        self._wrong_codes += wrong_code
        self._unknown_tokens += unknown_token


class Tarpit:
    """The wrong room codes of all connections together."""

    def __init__(self) -> None:
        self._times_s: deque[float] = deque(maxlen=CALM + 1)

    def hold_s(self, now_s: float) -> float:
        """A wrong code came: how long to hold its answer back. `now_s` is any clock that never goes back."""
        self._times_s.append(now_s)
        is_flood = len(self._times_s) > CALM and now_s - self._times_s[0] < WINDOW_S
        return HELD_BACK_S if is_flood else 0.0
