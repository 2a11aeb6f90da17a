"""The branches of a word web: from its centre to each word, never behind the bubble of another. Pure geometry.

A word whose way is closed by others gets a bowed branch, and none when that is closed as well.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from presenter.stage.weblayout import MIDDLE, Place, Web

_MARGIN = 9.0
_BOWS = (0.14, -0.14)
_SAMPLES = 22

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Branch:
    """A curve from the centre over (bend_x, bend_y) to the word with this key."""

    key: str
    bend_x: float
    bend_y: float
    end_x: float
    end_y: float


@lru_cache(maxsize=8)
def branches(web: Web) -> tuple[Branch, ...]:
    """The branches of a web, in the order of its words."""
    boxes = {place.key: _box(place) for place in web.places}
    found = (_branch(place, [box for key, box in boxes.items() if key != place.key]) for place in web.places)
    return tuple(branch for branch in found if branch is not None)


def _branch(place: Place, foreign: list[Box]) -> Branch | None:
    x, y = MIDDLE
    middle = ((x + place.x) / 2, (y + place.y) / 2)
    if not any(_crosses(x, y, place.x, place.y, box) for box in foreign):
        return Branch(place.key, *middle, place.x, place.y)
    for bow in _BOWS:
        bend_x = middle[0] - (place.y - y) * bow
        bend_y = middle[1] + (place.x - x) * bow
        branch = Branch(place.key, bend_x, bend_y, place.x, place.y)
        if _is_clear(branch, foreign):
            return branch
    return None


def points(branch: Branch, count: int = _SAMPLES) -> list[tuple[float, float]]:
    """Points along a branch, from the centre to the word."""
    x, y = MIDDLE
    along = []
    for step in range(count + 1):
        t = step / count
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        along.append((a * x + b * branch.bend_x + c * branch.end_x, a * y + b * branch.bend_y + c * branch.end_y))
    return along


def _is_clear(branch: Branch, foreign: list[Box]) -> bool:
    x, y = MIDDLE
    low_x, high_x = min(x, branch.bend_x, branch.end_x), max(x, branch.bend_x, branch.end_x)
    low_y, high_y = min(y, branch.bend_y, branch.end_y), max(y, branch.bend_y, branch.end_y)
    near = [box for box in foreign if box[0] < high_x and box[2] > low_x and box[1] < high_y and box[3] > low_y]
    if not near:
        return True
    along = points(branch, max(6, int(math.hypot(branch.end_x - x, branch.end_y - y) / 40)))
    pairs = list(pairwise(along))
    return not any(_crosses(*one, *other, box) for box in near for one, other in pairs)


def _box(place: Place) -> Box:
    half_w, half_h = place.width / 2 + _MARGIN, place.height / 2 + _MARGIN
    return (place.x - half_w, place.y - half_h, place.x + half_w, place.y + half_h)


def _crosses(x1: float, y1: float, x2: float, y2: float, box: Box) -> bool:
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
