"""Where the words of a word web stand: a pure fold, one word at a time. No painting, no clock, no fonts.

A word that has its place keeps it. One that grows does so where it stands: it pushes only the neighbours it touches, a
little, or else takes the nearest free place. A new word takes the free place nearest to the centre, found along rings
whose first angle follows from the slide and the order of arrival, so that the same words give the same web. When a word
finds no room, all letters become a twentieth smaller and everything tries again in place; at the smallest legible size
words with the lowest counts are left out and counted.

All lengths are logical pixels of the 1920 x 1080 canvas.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from presenter.stage.theme import FLOOR, SMALLEST, WIDTH

LEFT, TOP, RIGHT, BOTTOM = 72.0, 140.0, WIDTH - 72.0, FLOOR - 8.0
MIDDLE = (WIDTH / 2, 532.0)
"""Where the centre of the web stands."""

_LEAST, _MOST = 24, 68
_BOLD_FROM = 44
_STEPS = (4, 6, 9, 13, 20, 30, 45, 70, 100, 150, 250, 500, 1000, 10_000)
"""The count that has the largest letters: it rises in steps, so that one vote does not shrink every word."""
_SHRINK = 0.95
_SMALLEST_SCALE = 0.6
_WIDEST = 640.0
_GOLDEN = math.pi * (3 - math.sqrt(5))
_PUSHES = 5
_FARTHEST_PUSH = 140.0
_EVICTIONS = 6
_FAILURES = 3
_GAPS = ((9, 56.0), (15, 44.0), (22, 34.0), (32, 24.0), (100_000, 14.0))
"""The gap around a new word, by the number of words: an airy web while there is room."""
_TIGHT = 10.0
_FULL = 0.84
_BAND = 64.0
"""Bubbles are looked up in bands of this height."""

Word = tuple[str, str, int]
"""A word's key, the spelling shown, and how many participants sent it."""
Measure = Callable[[str, int, bool], float]
"""The width of a text at a size, bold or not."""


@dataclass(frozen=True)
class Place:
    """A placed word: `x`, `y` its centre, `width`, `height` its bubble, `size` its letters; `colour` names a tint."""

    key: str
    text: str
    count: int
    x: float
    y: float
    width: float
    height: float
    size: int
    is_bold: bool
    colour: int

    def overlaps(self, other: Place, gap: float = 0.0) -> bool:
        """True when the two bubbles are closer than `gap`."""
        return (
            abs(self.x - other.x) < (self.width + other.width) / 2 + gap
            and abs(self.y - other.y) < (self.height + other.height) / 2 + gap
        )


@dataclass(frozen=True)
class Web:
    """The word web of one question in one round, below `top`. `hidden` words found no room at a legible size."""

    slide: str = ""
    round: int = 0
    centre: str = ""
    centre_width: float = 0.0
    centre_height: float = 0.0
    top: float = TOP
    words: tuple[Word, ...] = ()
    places: tuple[Place, ...] = ()
    hidden: int = 0
    largest: int = _STEPS[0]
    scale: float = 1.0

    def emptied(self) -> Web:
        """The same web before its first word."""
        return Web(self.slide, self.round, self.centre, self.centre_width, self.centre_height, self.top)


@lru_cache(maxsize=16)
def woven(web: Web, words: tuple[Word, ...], measure: Measure) -> Web:
    """The web with these words, in the order in which they first came. The same web and words give the same web."""
    if words == web.words:
        return web
    largest = _largest(web, words)
    for scale, gap in _attempts(web, words, largest, measure):
        loom = _Loom(web, words, largest, scale, gap, measure)
        if loom.weave() or scale <= _SMALLEST_SCALE:
            break
    loom.make_room()
    places, hidden = loom.in_order(), len(loom.left_out)
    return replace(web, words=words, places=places, hidden=hidden, largest=largest, scale=scale)


def _attempts(web: Web, words: tuple[Word, ...], largest: int, measure: Measure) -> Iterator[tuple[float, float]]:
    """Scale and gap, from airy to tight; what cannot fit by its area alone is left out."""
    scale = web.scale if words else 1.0
    loose = next(gap for most, gap in _GAPS if len(words) <= most)
    for gap in sorted({loose, _TIGHT}, reverse=True):
        if _fill(web, words, largest, scale, gap, measure) < _FULL or gap == _TIGHT:
            yield scale, gap
    while scale > _SMALLEST_SCALE:
        scale = max(_SMALLEST_SCALE, scale * _SHRINK)
        if _fill(web, words, largest, scale, _TIGHT, measure) < _FULL or scale <= _SMALLEST_SCALE:
            yield scale, _TIGHT


def _fill(web: Web, words: tuple[Word, ...], largest: int, scale: float, gap: float, measure: Measure) -> float:
    """The share of the canvas that the bubbles and the gaps around them would take."""
    loom = _Loom(web, words, largest, scale, gap, measure)
    bubbles = (loom.bubble(key, text, count, 0, 0) for key, text, count in words)
    taken = sum((bubble.width + gap) * (bubble.height + gap) for bubble in bubbles)
    return taken / ((RIGHT - LEFT) * (BOTTOM - web.top) - web.centre_width * web.centre_height)


def _largest(web: Web, words: tuple[Word, ...]) -> int:
    most = max((count for _, _, count in words), default=0)
    needed = next((step for step in _STEPS if step >= most), most)
    return max(needed, web.largest) if most * 3 > web.largest else needed


def _size(count: int, largest: int) -> float:
    return _LEAST + (_MOST - _LEAST) * math.sqrt(count / largest)


@dataclass
class _Loom:
    """One attempt to lay out the words at one scale: the only thing here that changes while it works."""

    web: Web
    words: tuple[Word, ...]
    largest: int
    scale: float
    gap: float
    measure: Measure
    placed: dict[str, Place] = field(default_factory=dict)
    left_out: list[Place] = field(default_factory=list)

    def __post_init__(self) -> None:
        width, height = self.web.centre_width, self.web.centre_height
        self._centre = Place("", "", 0, *MIDDLE, width, height, 0, False, 0)
        self._failed: list[tuple[float, float]] = []
        self._seed = zlib.crc32(self.web.slide.encode()) % 6283 / 1000

    def weave(self) -> bool:
        """Place every word; False when one found no room."""
        before = {place.key: place for place in self.web.places}
        grown = []
        for key, text, count in self.words:
            if key in before:
                old = before[key]
                new = self.bubble(key, text, count, old.x, old.y)
                shrinks = new.width <= old.width and new.height <= old.height
                self.placed[key] = new if shrinks else old
                if not shrinks:
                    grown.append(new)
        for new in grown:
            self._grow(new)
        for number, (key, text, count) in enumerate(self.words):
            if key not in before:
                self._add(self.bubble(key, text, count, *MIDDLE), number)
            if self.left_out and self.scale > _SMALLEST_SCALE:
                return False
        return not self.left_out

    def in_order(self) -> tuple[Place, ...]:
        """The placed words in the order in which they came."""
        return tuple(self.placed[key] for key, _, _ in self.words if key in self.placed)

    def make_room(self) -> None:
        """Let words with higher counts take the room of those with the lowest, which then are left out."""
        failures = 0
        for wanting in sorted(self.left_out, key=lambda place: -place.count):
            if failures >= _FAILURES:
                return
            evicted: list[Place] = []
            spot = None
            while spot is None and len(evicted) < _EVICTIONS:
                lowest = self._lowest(wanting.count)
                if lowest is None:
                    break
                evicted.append(self.placed.pop(lowest.key))
                spot = self._free(replace(wanting, x=lowest.x, y=lowest.y), lowest.x, lowest.y, 0.0, near=True)
            if spot is None:
                self.placed |= {place.key: place for place in evicted}
                failures += 1
            else:
                self.placed[wanting.key] = spot
                self.left_out = [place for place in self.left_out if place.key != wanting.key] + evicted

    def _lowest(self, below: int) -> Place | None:
        found = None
        for key, _, count in self.words:
            if key in self.placed and count < below and (found is None or count <= found.count):
                found = self.placed[key]
        return found

    def bubble(self, key: str, text: str, count: int, x: float, y: float) -> Place:
        size = _size(count, self.largest)
        is_bold = size >= _BOLD_FROM and count > 1
        letters = max(SMALLEST, round(size * self.scale))
        width = self.measure(text, letters, is_bold)
        while width > _WIDEST and letters > SMALLEST:
            letters = max(SMALLEST, int(letters * _WIDEST / width))
            width = self.measure(text, letters, is_bold)
        return Place(
            key,
            text,
            count,
            x,
            y,
            width + letters * 1.15,
            letters * 1.72,
            letters,
            is_bold,
            zlib.crc32(key.encode()) % 6,
        )

    def _add(self, new: Place, number: int) -> None:
        if any(new.width >= width and new.height >= height for width, height in self._failed):
            self.left_out.append(new)
            return
        spot = self._free(new, *MIDDLE, self._seed + number * _GOLDEN)
        if spot is None:
            self._failed.append((new.width, new.height))
            self.left_out.append(new)
        else:
            self.placed[new.key] = spot

    def _grow(self, new: Place) -> None:
        self.placed.pop(new.key)
        inside = self._moved_inside(new)
        pushed = self._pushed(inside)
        if pushed is not None:
            self.placed |= pushed
            return
        spot = self._free(new, new.x, new.y, 0.0, near=True) or self._free(new, *MIDDLE, self._seed)
        if spot is None:
            self.left_out.append(new)
        else:
            self.placed[new.key] = spot

    def _moved_inside(self, place: Place) -> Place:
        x = min(max(place.x, LEFT + place.width / 2), RIGHT - place.width / 2)
        y = min(max(place.y, self.web.top + place.height / 2), BOTTOM - place.height / 2)
        return replace(place, x=x, y=y)

    def _pushed(self, grown: Place) -> dict[str, Place] | None:
        """The grown word and the neighbours it pushed aside, or None when that does not come to rest."""
        if grown.overlaps(self._centre, 6):
            return None
        moved = {grown.key: grown}
        others = dict(self.placed)
        gap = 6.0
        for _ in range(_PUSHES):
            pair = next(
                (
                    (pusher, other)
                    for pusher in moved.values()
                    for other in others.values()
                    if other.key not in moved and pusher.overlaps(other, gap)
                ),
                None,
            )
            if pair is None:
                return moved
            aside = self._aside(*pair, gap)
            if aside is None or any(aside.overlaps(place, gap - 0.1) for place in moved.values()):
                return None
            moved[aside.key] = aside
        return None

    def _aside(self, pusher: Place, other: Place, gap: float) -> Place | None:
        """`other`, moved the shorter way out of `pusher`; None when it would leave the web or go too far."""
        dx = (pusher.width + other.width) / 2 + gap - abs(pusher.x - other.x)
        dy = (pusher.height + other.height) / 2 + gap - abs(pusher.y - other.y)
        across = replace(other, x=other.x + math.copysign(dx, other.x - pusher.x))
        along = replace(other, y=other.y + math.copysign(dy, other.y - pusher.y))
        for step, tried in sorted(((dx, across), (dy, along)), key=lambda pair: pair[0]):
            if step <= _FARTHEST_PUSH and self._is_inside(tried) and not tried.overlaps(self._centre, 6):
                return tried
        return None

    def _is_inside(self, place: Place) -> bool:
        return (
            place.x - place.width / 2 >= LEFT
            and place.x + place.width / 2 <= RIGHT
            and place.y - place.height / 2 >= self.web.top
            and place.y + place.height / 2 <= BOTTOM
        )

    def _free(self, new: Place, x: float, y: float, angle: float, *, near: bool = False) -> Place | None:
        """`new` at the free place nearest to (x, y), searched along rings that begin at `angle`."""
        gap = 6.0 if near else self.gap
        half_w, half_h = new.width / 2, new.height / 2
        low_x, high_x, low_y, high_y = LEFT + half_w, RIGHT - half_w, self.web.top + half_h, BOTTOM - half_h
        bands = self._bands(half_w, half_h, gap)
        cos, sin = math.cos(angle), math.sin(angle)
        last = (0.0, 0.0, -1.0, -1.0)
        for dx, dy in _rings():
            at_x = x + (dx * cos - dy * sin) * 1.7
            at_y = y + dx * sin + dy * cos
            if not (low_x <= at_x <= high_x and low_y <= at_y <= high_y):
                continue
            if abs(at_x - last[0]) < last[2] and abs(at_y - last[1]) < last[3]:
                continue
            for wall in bands[int(at_y / _BAND)]:
                if abs(at_x - wall[0]) < wall[2] and abs(at_y - wall[1]) < wall[3]:
                    last = wall
                    break
            else:
                return replace(new, x=at_x, y=at_y)
        return None

    def _bands(self, half_w: float, half_h: float, gap: float) -> list[list[tuple[float, float, float, float]]]:
        """For every band of heights the places where a bubble of this half size would collide: (x, y, reach, reach)."""
        bands: list[list[tuple[float, float, float, float]]] = [[] for _ in range(int(FLOOR / _BAND) + 1)]
        for other in (self._centre, *self.placed.values()):
            wall = (other.x, other.y, other.width / 2 + half_w + gap, other.height / 2 + half_h + gap)
            first, last = int(max(0.0, wall[1] - wall[3]) / _BAND), int((wall[1] + wall[3]) / _BAND)
            for band in bands[first : last + 1]:
                band.append(wall)
        return bands


@lru_cache(maxsize=1)
def _rings() -> tuple[tuple[float, float], ...]:
    """Points on rings of growing radius, on each ring from the first angle to both sides in turn."""
    points = [(0.0, 0.0)]
    radius = 12.0
    while radius < 640:
        count = max(8, int(2 * math.pi * radius / 24))
        for step in range(count):
            turn = (step + 1) // 2 * (1 if step % 2 else -1) * 2 * math.pi / count
            points.append((radius * math.cos(turn), radius * math.sin(turn)))
        radius += 16.0
    return tuple(points)
