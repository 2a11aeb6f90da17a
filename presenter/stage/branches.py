"""The branches of a word web: the way from its centre to each word, never behind the bubble of another. Pure geometry.

A branch is a straight line from the centre (or from the node of the word's group) where that is free. Where bubbles
stand between, it leaves the tree that is there already at the point that is nearest over free cells, like a twig, and
goes around. Branches stay as they are, like words; only those that a bubble came to stand on are found anew.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from presenter.stage.gaps import CELL, Box, Cell, Raster
from presenter.stage.webmap import Branch, Place

MARGIN = 5.0
"""What stays free between a branch and a bubble that is not its own."""
_ROUND = 22.0
"""How far before a corner a branch begins to turn."""

Point = tuple[float, float]


class Tree:
    """The branches so far, and the bubbles they must pass: changes while a web is laid out."""

    def __init__(self, middle: Place, canvas: Raster) -> None:
        self._middle = middle
        self._walls = canvas
        self._boxes: dict[str, Box] = {}
        self._places: dict[str, Place] = {}
        self._nodes: dict[str, Place] = {"": middle}
        self._traces: dict[str, list[tuple[str, Trace]]] = {}
        """By group: the branches that a twig can leave."""
        self._goals: dict[str, list[int]] = {}
        """By group: the cells of those branches, and of the bubble that they come from."""
        self._stand(middle)

    def plant(self, places: Iterable[Place], branches: Iterable[Branch]) -> None:
        """Take over a tree that was laid out before."""
        for place in places:
            self._stand(place)
        for branch in branches:
            self._grow(branch)

    def lead_to(self, place: Place) -> Branch | None:
        """Let a branch lead to this bubble, which stands from now on."""
        self._stand(place)
        branch = self._straight(place) or self._twig(place)
        if branch is not None:
            self._grow(branch)
        return branch

    def _stand(self, place: Place) -> None:
        self._places[place.key] = place
        self._boxes[place.key] = place.box(MARGIN)
        self._walls.take(place.box(MARGIN - 1))
        if place.is_node:
            self._nodes[place.group] = place
        if place.is_node or place is self._middle:
            self._goals[place.group] = self._walls.bits_of(place.box(MARGIN))

    def _grow(self, branch: Branch) -> None:
        group, found = self._group(branch.key), trace(branch, self._walls.left, self._walls.top)
        self._traces.setdefault(group, []).append((branch.key, found))
        goals = self._goals[group]
        for row, bits in found.thin:
            goals[row] |= bits

    def _group(self, key: str) -> str:
        """The group whose node a branch to this bubble comes from; "" is the centre."""
        place = self._places[key]
        return "" if place.is_node or place.group not in self._nodes else place.group

    def _straight(self, place: Place) -> Branch | None:
        origin = self._nodes[self._group(place.key)]
        ends = (origin.x, origin.y, place.x, place.y)
        own = (origin.key, place.key)
        if any(crosses(*ends, box) for key, box in self._boxes.items() if key not in own):
            return None
        return Branch(place.key, origin.key, ((origin.x, origin.y), (place.x, place.y)))

    def _twig(self, place: Place) -> Branch | None:
        group = self._group(place.key)
        origin = self._nodes[group]
        path = self._walls.way(place.box(MARGIN), self._goals[group])
        if not path:
            return None
        root, start = self._joint(group, path[0])
        points = self._tightened([start, *path[1:], (place.x, place.y)], place)
        branch = Branch(place.key, root, tuple(points))
        return branch if self._passes(branch, (place.key, origin.key)) else None

    def _joint(self, group: str, at: Point) -> tuple[str, Point]:
        """The branch that a twig leaves at this cell, and the point on it; else the bubble that all come from."""
        cell = self._walls.cell(*at)
        for key, found in self._traces.get(group, ()):
            if cell in found.points:
                return key, found.points[cell]
        origin = self._nodes[group]
        return origin.key, (origin.x, origin.y)

    def _passes(self, branch: Branch, own: tuple[str, str]) -> bool:
        """True when no stretch of the drawn branch touches a foreign bubble."""
        drawn = curve(branch)
        left, right = min(x for x, _ in drawn) - MARGIN, max(x for x, _ in drawn) + MARGIN
        top, bottom = min(y for _, y in drawn) - MARGIN, max(y for _, y in drawn) + MARGIN
        near = (
            self._places[key].box(1.0)
            for key, box in self._boxes.items()
            if box[0] < right and box[2] > left and box[1] < bottom and box[3] > top and key not in own
        )
        return not any(crosses(*one, *other, box) for box in near for one, other in pairwise(drawn))

    def _tightened(self, path: list[Point], place: Place) -> list[Point]:
        """The path without the points that a straight line can leave out."""
        kept, at = [path[0]], 0
        while at < len(path) - 1:
            seen = (end for end in range(len(path) - 1, at + 1, -1) if self._sees(path[at], path[end], place))
            at = next(seen, at + 1)
            kept.append(path[at])
        return kept

    def _sees(self, one: Point, other: Point, place: Place) -> bool:
        """True when a straight line goes free. A twig may begin closer to a bubble than it passes others."""
        left, top = min(one[0], other[0]), min(one[1], other[1])
        right, bottom = max(one[0], other[0]), max(one[1], other[1])
        near = (
            self._places[key].box(1.0) if _holds(box, one) else box
            for key, box in self._boxes.items()
            if box[0] < right and box[2] > left and box[1] < bottom and box[3] > top and key != place.key
        )
        return not any(crosses(*one, *other, box) for box in near)


def broken(branches: Iterable[Branch], standing: Mapping[str, Place], changed: Sequence[Place]) -> set[str]:
    """The keys of the branches that do not hold any more: their word is gone or has moved, one of the bubbles that
    `changed` stands on them, or they leave a branch that does not hold."""
    waiting = {branch.key: branch for branch in branches}
    gone = {key for key, branch in waiting.items() if not _holds_still(branch, standing, changed)}
    fresh = gone
    while fresh:
        fresh = {key for key, branch in waiting.items() if branch.root in fresh and key not in gone}
        gone |= fresh
    return gone


def _holds_still(branch: Branch, standing: Mapping[str, Place], changed: Sequence[Place]) -> bool:
    place, root = standing.get(branch.key), standing.get(branch.root)
    if place is None or branch.points[-1] != (place.x, place.y):
        return False
    if branch.root and root is None:
        return False
    if root is not None and root.is_node and root in changed:
        return False
    foreign = [each for each in changed if each.key != branch.key and not (each.is_node and each.key == branch.root)]
    return not any(
        crosses(*one, *other, each.box(MARGIN - 1)) for each in foreign for one, other in pairwise(branch.points)
    )


@lru_cache(maxsize=1024)
def curve(branch: Branch) -> tuple[Point, ...]:
    """Points along a branch as it is drawn: its corners are rounded."""
    drawn: list[Point] = [branch.points[0]]
    for before, corner, after in zip(branch.points, branch.points[1:], branch.points[2:], strict=False):
        begin, end = turn(before, corner, after)
        drawn += [_along(begin, corner, end, step / 4) for step in range(5)]
    return (*drawn, branch.points[-1])


def turn(before: Point, corner: Point, after: Point) -> tuple[Point, Point]:
    """Where a branch begins to turn before a corner, and where it has turned."""
    return _towards(corner, before), _towards(corner, after)


def _towards(corner: Point, end: Point) -> Point:
    length = math.dist(corner, end)
    share = min(_ROUND, length / 2) / length if length else 0.0
    return (corner[0] + (end[0] - corner[0]) * share, corner[1] + (end[1] - corner[1]) * share)


def _along(begin: Point, corner: Point, end: Point, t: float) -> Point:
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
    return (a * begin[0] + b * corner[0] + c * end[0], a * begin[1] + b * corner[1] + c * end[1])


@dataclass(frozen=True)
class Trace:
    """The cells of a branch: bits by row, as thin as it is and with a cell to each side, and where in a cell it is."""

    thin: tuple[tuple[int, int], ...]
    thick: tuple[tuple[int, int], ...]
    points: dict[Cell, Point]


@lru_cache(maxsize=2048)
def trace(branch: Branch, left: float, top: float) -> Trace:
    """Where a branch passes on a raster that begins here."""
    points: dict[Cell, Point] = {}
    for one, other in pairwise(curve(branch)):
        steps = max(1, math.ceil(math.dist(one, other) / CELL))
        for step in range(steps):
            x, y = one[0] + (other[0] - one[0]) * step / steps, one[1] + (other[1] - one[1]) * step / steps
            points.setdefault((int((y - top) // CELL), int((x - left) // CELL)), (x, y))
    thin: dict[int, int] = {}
    thick: dict[int, int] = {}
    for row, column in points:
        thin[row] = thin.get(row, 0) | 1 << column
        for each in (row - 1, row, row + 1):
            thick[each] = thick.get(each, 0) | 7 << column >> 1
    return Trace(tuple(thin.items()), tuple((row, bits) for row, bits in thick.items() if row >= 0), points)


def _holds(box: Box, point: Point) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def crosses(x1: float, y1: float, x2: float, y2: float, box: Box) -> bool:
    """True when the stretch from (x1, y1) to (x2, y2) touches the box."""
    left, top, right, bottom = box
    if (
        (x1 < left and x2 < left)
        or (x1 > right and x2 > right)
        or (y1 < top and y2 < top)
        or (y1 > bottom and y2 > bottom)
    ):
        return False
    dx, dy = x2 - x1, y2 - y1
    begin, end = 0.0, 1.0
    for delta, low, high in ((dx, left - x1, right - x1), (dy, top - y1, bottom - y1)):
        if delta == 0:
            if low > 0 or high < 0:
                return False
            continue
        near, far = sorted((low / delta, high / delta))
        begin, end = max(begin, near), min(end, far)
        if begin > end:
            return False
    return True
