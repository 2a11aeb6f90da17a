"""Where the words of a word web stand: a pure fold over its words. No painting, no clock, no fonts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A placed word: `x`, `y` its centre, `width`, `height` its bubble, `size` its letters, in logical pixels."""

    key: str
    text: str
    count: int
    x: float
    y: float
    width: float
    height: float
    size: float
    colour: int


@dataclass(frozen=True)
class Web:
    """The word web of one question in one round. `hidden` words did not fit at a legible size."""

    slide: str = ""
    round: int = 0
    centre: str = ""
    places: tuple[Place, ...] = ()
    hidden: int = 0


def woven(web: Web, words: tuple[tuple[str, str, int], ...]) -> Web:
    """The web with these words (key, text, count), in the order in which they first came."""
    return web
