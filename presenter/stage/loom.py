"""One attempt to lay out words of one size: anchors what stood, grows what grew, finds gaps for the rest. Pure; what is
placed when, and how large, is decided in weblayout.py.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from presenter.stage.branches import Tree, broken, trace
from presenter.stage.gaps import CELL, Raster
from presenter.stage.webmap import BOTTOM, LEFT, MIDDLE, RIGHT, Branch, Place, View, Web, Word

FARTHEST = 140.0
"""No word moves farther than this because another came or grew; only a repack moves all."""
TIGHT = 12.0
"""The gap between bubbles that is always there, except where letters alone make a cloud."""
_CLOUD_GAP = 8.0
_PUSHES = 6
_EVICTIONS = 6
_FAILURES = 3
_GOLDEN = math.pi * (3 - math.sqrt(5))
_GAPS = ((9, 56.0), (15, 44.0), (22, 36.0), (32, 28.0), (48, 20.0))
"""The gap around a new word, by the number of words: an airy web while there is room."""
_BESIDE = (150.0, 96.0)
"""How far beside the centre the first words of a web would like to stand."""
_AROUND = (96.0, 64.0)
"""How far beside the middle of a cloud: words that all wished for the same point would stand in rows."""
_ROOM = (336.0, 200.0)
"""A node takes a gap that is so much larger than itself, where there is one: its words want to stand around it."""
_STRETCH = {View.WEB: 1.5, View.CLOUD: 1.9}


@dataclass(frozen=True)
class Thread:
    """A word to be placed, as large as it will be, and its number in the order of arrival."""

    place: Place
    number: int


class Loom:
    """The only thing here that changes while it works."""

    def __init__(self, web: Web, threads: Iterable[Thread]) -> None:
        self._web = web
        self._threads = list(threads)
        self._order = {thread.place.key: thread for thread in sorted(self._threads, key=lambda each: each.number)}
        self._before = {place.key: place for place in web.places}
        self._middle = web.middle
        self._top = math.ceil(web.top / CELL) * CELL
        self._is_web = web.view is View.WEB
        self._least = TIGHT if self._is_web else _CLOUD_GAP
        self._failed: list[tuple[float, float]] = []
        self._hidden = {word.key: word.count for word in web.words if word.key in web.hidden}
        self._seed = zlib.crc32(web.slide.encode()) % 6283 / 1000
        self._placed: dict[str, Place] = {}
        self._branches = {branch.key: branch for branch in web.branches}
        self.left_out: list[Place] = []

    def weave(self, *, is_final: bool) -> bool:
        """Place every word; False when one found no room. It goes on after that only when it `is_final`."""
        fresh = self._anchored()
        if self._has_less_room():
            hopeless = [each.place for each in fresh if self._is_hidden_still(each.place)]
            self._failed = [(place.width, place.height) for place in hopeless]
        self._mend([place for place in self._placed.values() if self._has_moved(place)])
        tree, loose, tight = self._canvas()
        for thread in fresh:
            is_close = bool(thread.place.group)
            spot = (None if is_close else self._spot(thread, loose)) or self._spot(thread, tight)
            if spot is None:
                self._failed.append((thread.place.width, thread.place.height))
                self.left_out.append(thread.place)
                if not is_final:
                    return False
                continue
            self._placed[spot.key] = spot
            self._take(spot, tree, (loose, self._gap), (tight, self._least))
        return not self.left_out

    def make_room(self) -> None:
        """Let words with higher counts take the room of those with the lowest, which then are left out."""
        failures = 0
        for wanting in sorted(self.left_out, key=lambda place: -place.count):
            if failures >= _FAILURES:
                break
            if not self._is_hidden_still(wanting):
                failures += not self._makes_room(wanting)

    def finished(self, web: Web, words: tuple[Word, ...], largest: int, scale: float) -> Web:
        """The web as it stands now."""
        hidden = tuple(key for key in self._order if key not in self._placed and not self._order[key].place.is_node)
        return replace(
            web,
            words=words,
            places=tuple(self._placed[key] for key in self._order if key in self._placed),
            branches=tuple(self._branches.values()),
            hidden=hidden,
            largest=largest,
            scale=scale,
        )

    def _is_hidden_still(self, place: Place) -> bool:
        """True for a word that was left out before and is no larger now."""
        return self._hidden.get(place.key) == place.count

    def _has_less_room(self) -> bool:
        """True when all that stood stands there still, as large as before: what was left out fits no better."""
        now = self._placed
        return all(
            (new := now.get(key)) is not None and (new.x, new.y, new.width) == (old.x, old.y, old.width)
            for key, old in self._before.items()
        )

    def _anchored(self) -> list[Thread]:
        """Put what stood where it stood, and what grew too; gives what is new, and what went to another group."""
        fresh: list[Thread] = []
        grown: list[Place] = []
        for thread in self._threads:
            old, new = self._before.get(thread.place.key), thread.place
            if old is None or (old.group != new.group and self._is_web and not new.is_pinned):
                fresh.append(thread)
                continue
            stands = replace(new, x=old.x, y=old.y)
            if new.width <= old.width and new.height <= old.height:
                self._placed[new.key] = stands
            else:
                self._placed[new.key] = old
                grown.append(stands)
        for place in grown:
            self._grow(place)
        return fresh

    @property
    def _gap(self) -> float:
        if not self._is_web:
            return _CLOUD_GAP
        return next((gap for most, gap in _GAPS if len(self._threads) <= most), self._least)

    def _has_moved(self, place: Place) -> bool:
        old = self._before.get(place.key)
        return old is None or (old.x, old.y) != (place.x, place.y) or place.width > old.width

    def _tree(self, places: Iterable[Place]) -> Tree:
        tree = Tree(self._middle, self._raster())
        tree.plant(places, self._branches.values())
        return tree

    def _lead(self, tree: Tree, place: Place) -> Branch | None:
        branch = tree.lead_to(place)
        if branch is not None:
            self._branches[place.key] = branch
        return branch

    def _canvas(self) -> tuple[Tree, Raster, Raster]:
        """The branches, and what is taken with the gap that words would like and with the least."""
        tree = self._tree(self._placed.values() if self._is_web else ())
        tight, loose = self._raster(), self._raster()
        for place in (self._middle, *self._placed.values()):
            if place.width:
                tight.take(place.box(self._least))
                loose.take(place.box(self._gap))
        for branch in self._branches.values():
            bits = trace(branch, LEFT, self._top).thick
            tight.take_bits(bits)
            loose.take_bits(bits)
        return tree, loose, tight

    def _take(self, spot: Place, tree: Tree, *rasters: tuple[Raster, float]) -> None:
        """Let a word stand, and a branch lead to it; to those that waited for this node of their group too."""
        waiting = [each for each in self._placed.values() if each.group == spot.group and not each.is_node]
        found = [spot, *(waiting if spot.is_node else ())] if self._is_web else []
        led = [self._lead(tree, each) for each in found]
        for raster, gap in rasters:
            raster.take(spot.box(gap))
            for branch in led:
                if branch is not None:
                    raster.take_bits(trace(branch, LEFT, self._top).thick)

    def _raster(self) -> Raster:
        return Raster(LEFT, self._top, RIGHT, BOTTOM)

    def _spot(self, thread: Thread, raster: Raster) -> Place | None:
        """The word in the nearest gap that fits."""
        new = thread.place
        if any(new.width >= width and new.height >= height for width, height in self._failed):
            return None
        wish, stretch = self._wish(thread), 1.0 if new.group else _STRETCH[self._web.view]
        found = None
        if new.is_node:
            found = raster.nearest(new.width + _ROOM[0], new.height + _ROOM[1], *wish, stretch)
        found = found or raster.nearest(new.width, new.height, *wish, stretch)
        return None if found is None else replace(new, x=found[0], y=found[1])

    def _wish(self, thread: Thread) -> tuple[float, float]:
        """Where a word would like to stand."""
        node = self._placed.get(f"\0{thread.place.group}")
        if node is not None and not thread.place.is_node:
            return node.x, node.y
        angle = self._seed + thread.number * _GOLDEN
        if not self._is_web:
            return (
                MIDDLE[0] + math.cos(angle) * _AROUND[0],
                (self._top + BOTTOM) / 2 + math.sin(angle) * _AROUND[1],
            )
        far = 2.2 if thread.place.is_node else 1.0
        return (
            MIDDLE[0] + math.cos(angle) * (self._middle.width / 2 + _BESIDE[0] * far),
            MIDDLE[1] + math.sin(angle) * (self._middle.height / 2 + _BESIDE[1] * far),
        )

    def _grow(self, new: Place) -> None:
        self._placed.pop(new.key)
        inside = self._moved_inside(new)
        pushed = self._pushed(inside)
        if pushed is not None:
            self._placed |= pushed
            return
        raster = self._raster()
        for place in (self._middle, *self._placed.values()):
            if place.width:
                raster.take(place.box(self._least))
        spot = raster.nearest(new.width, new.height, new.x, new.y)
        if spot is None:
            self.left_out.append(new)
        else:
            self._placed[new.key] = replace(new, x=spot[0], y=spot[1])

    def _moved_inside(self, place: Place) -> Place:
        x = min(max(place.x, LEFT + place.width / 2), RIGHT - place.width / 2)
        y = min(max(place.y, self._top + place.height / 2), BOTTOM - place.height / 2)
        return replace(place, x=x, y=y)

    def _pushed(self, grown: Place) -> dict[str, Place] | None:
        """The grown word and the neighbours it pushed aside, or None when that does not come to rest."""
        if self._touches_middle(grown):
            return None
        moved = {grown.key: grown}
        for _ in range(_PUSHES):
            pair = next(
                (
                    (pusher, other)
                    for pusher in moved.values()
                    for other in self._placed.values()
                    if other.key not in moved and pusher.overlaps(other, self._least)
                ),
                None,
            )
            if pair is None:
                return moved
            aside = self._aside(*pair)
            if aside is None or any(aside.overlaps(place, self._least) for place in moved.values()):
                return None
            moved[aside.key] = aside
        return None

    def _aside(self, pusher: Place, other: Place) -> Place | None:
        """`other`, moved the shorter way out of `pusher`; None when it would leave the web or go too far."""
        if other.is_pinned:
            return None
        dx = (pusher.width + other.width) / 2 + self._least - abs(pusher.x - other.x)
        dy = (pusher.height + other.height) / 2 + self._least - abs(pusher.y - other.y)
        across = replace(other, x=other.x + math.copysign(dx, other.x - pusher.x))
        along = replace(other, y=other.y + math.copysign(dy, other.y - pusher.y))
        for step, tried in sorted(((dx, across), (dy, along)), key=lambda pair: pair[0]):
            old = self._before.get(other.key, other)
            far = max(step, math.dist((tried.x, tried.y), (old.x, old.y)))
            if far <= FARTHEST and self._moved_inside(tried) == tried and not self._touches_middle(tried):
                return tried
        return None

    def _touches_middle(self, place: Place) -> bool:
        return bool(self._middle.width) and place.overlaps(self._middle, self._least)

    def _makes_room(self, wanting: Place) -> bool:
        evicted: list[Place] = []
        branches = self._branches
        while len(evicted) < _EVICTIONS:
            lowest = self._lowest(wanting.count)
            if lowest is None:
                break
            evicted.append(self._placed.pop(lowest.key))
            self._prune([])
            spot = self._canvas()[2].nearest(wanting.width, wanting.height, lowest.x, lowest.y)
            if spot is not None:
                self.left_out = [place for place in self.left_out if place.key != wanting.key] + evicted
                self._placed[wanting.key] = replace(wanting, x=spot[0], y=spot[1])
                self._mend([self._placed[wanting.key]])
                return True
        self._placed |= {place.key: place for place in evicted}
        self._branches = branches
        return False

    def _prune(self, changed: list[Place]) -> None:
        """Let go of the branches that do not hold, now that these bubbles have come or moved or grown."""
        gone = broken(self._branches.values(), self._placed, changed)
        self._branches = {key: branch for key, branch in self._branches.items() if key not in gone}

    def _mend(self, changed: list[Place]) -> None:
        """Lead a branch to every word whose own does not hold any more."""
        if not self._is_web:
            return
        self._prune(changed)
        missing = [place for place in self._placed.values() if place.key not in self._branches]
        if missing:
            tree = self._tree(self._placed.values())
            for place in missing:
                self._lead(tree, place)

    def _lowest(self, below: int) -> Place | None:
        found = None
        for place in self._placed.values():
            is_free = not place.is_node and not place.is_pinned and not place.group
            if is_free and place.count < below and (found is None or place.count <= found.count):
                found = place
        return found
