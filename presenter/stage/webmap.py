"""A laid out word web as values: its words, where each stands, the branches between them. No laying out, no painting.

All lengths are logical pixels of the 1920 x 1080 canvas.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from presenter.stage.theme import FLOOR, WIDTH

LEFT, TOP, RIGHT, BOTTOM = 72.0, 140.0, WIDTH - 72.0, FLOOR - 8.0
MIDDLE = (WIDTH / 2, 532.0)
"""Where the centre of the web stands."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class View(Enum):
    """How the same words are drawn: bubbles on branches around the subject, or a cloud of words alone."""

    WEB = "web"
    CLOUD = "cloud"


@dataclass(frozen=True, slots=True)
class Word:
    """A word to lay out: its key, the spelling shown, how many participants sent it, and what the teacher made of it.
    A word that `is_pinned` keeps its place whatever happens."""

    key: str
    text: str
    count: int
    group: str = ""
    is_pinned: bool = False


@dataclass(frozen=True)
class Place:
    """A placed word, or the node of a group: `x`, `y` its centre, `width`, `height` its bubble, `size` its letters;
    `colour` names a tint."""

    key: str
    text: str
    count: int
    x: float
    y: float
    width: float
    height: float
    size: int
    is_bold: bool = False
    colour: int = 0
    group: str = ""
    is_pinned: bool = False
    is_node: bool = False

    def overlaps(self, other: Place, gap: float = 0.0) -> bool:
        """True when the two bubbles are closer than `gap`."""
        return (
            abs(self.x - other.x) < (self.width + other.width) / 2 + gap
            and abs(self.y - other.y) < (self.height + other.height) / 2 + gap
        )

    def box(self, margin: float = 0.0) -> Box:
        """The bubble with a margin around it."""
        half_w, half_h = self.width / 2 + margin, self.height / 2 + margin
        return (self.x - half_w, self.y - half_h, self.x + half_w, self.y + half_h)


@dataclass(frozen=True)
class Branch:
    """The line to the word with this key, over `points`, from the centre, from the node of its group, or from where it
    leaves the branch `root`."""

    key: str
    root: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Web:
    """The word web of one question in one round, below `top`. `hidden` are the keys of the words that found no room at
    a legible size. `repacks` counts how often all words were placed anew; `packed` is how many words the last time was
    about."""

    slide: str = ""
    round: int = 0
    centre: str = ""
    centre_width: float = 0.0
    centre_height: float = 0.0
    top: float = TOP
    view: View = View.WEB
    words: tuple[Word, ...] = ()
    places: tuple[Place, ...] = ()
    branches: tuple[Branch, ...] = ()
    hidden: tuple[str, ...] = ()
    largest: int = 0
    scale: float = 1.0
    repacks: int = 0
    packed: int = 0

    def emptied(self) -> Web:
        """The same web before its first word."""
        size = (self.centre_width, self.centre_height)
        return Web(self.slide, self.round, self.centre, *size, self.top, self.view)

    @property
    def middle(self) -> Place:
        """The bubble in the centre; a cloud has none, and its place has no extent."""
        size = (self.centre_width, self.centre_height) if self.view is View.WEB else (0.0, 0.0)
        return Place("", self.centre, 0, *MIDDLE, *size, 0)
