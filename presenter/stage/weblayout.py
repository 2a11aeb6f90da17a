"""Where the words of a word web stand: a pure fold of words and their last places to places. No painting, no clock, no
fonts: the width of a text is asked of a function that is handed in.

Theory of operation. A class looks at a word web while it grows, so what is there must keep still. A word that has its
place is anchored to it:

* A new word takes the nearest gap that fits (`gaps.py` finds it where there is one): in a cloud nearest to the middle,
  in a web nearest to a point beside the centre that turns by the golden angle from word to word, so that few words
  stand all around it. It is not put on a branch, and a branch is led to it (`branches.py`). Nothing else moves.
* A word that grows does so where it stands. Neighbours that it touches are pushed aside, each at most `FARTHEST` and
  no more than a few; where that does not come to rest, the grown word itself takes the nearest gap.
* When a word finds no gap, all letters become a twentieth smaller where they stand, until it fits.
* At the smallest legible size everything is placed anew, once, as one move (`repacks` counts these, so that whoever
  shows the web can say so), and again only when a quarter more words have come or the teacher asks for it. A repack
  takes the largest size at which all words fit. Words that still find no room are `hidden`: those with the lowest
  counts, and of these the latest.
* A word's size follows the root of its count; the count that has the largest letters rises in steps and falls late, so
  that one vote does not shrink every word.

There is no chance in it: angles follow from the slide and the order of arrival. Places lie on the cells of the raster,
and bubbles are whole cells wide, so that between two of them there is always room for a branch.

Sources: Wordle's greedy placing from the middle (J. Feinberg, in Beautiful Visualization, 2010); keeping words near
where they were, with collisions resolved by pushing locally, as EdWordle does (Wang et al., IEEE TVCG 24(1), 2018);
measuring a cloud's calm by how far words travel, as studies of stable word clouds do (Cui et al., PacificVis 2010).
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from presenter.stage.loom import FARTHEST, Loom, Thread
from presenter.stage.theme import SMALLEST
from presenter.stage.webmap import BOTTOM, LEFT, RIGHT, Place, View, Web, Word

__all__ = ["FARTHEST", "Measure", "repacked", "woven"]

Measure = Callable[[str, int, bool], float]
"""The width of a text at a size, bold or not."""

_SIZES = {View.WEB: (24, 68), View.CLOUD: (22, 104)}
"""The smallest and the largest letters, before they are scaled."""
_PADS = {View.WEB: (1.1, 1.6), View.CLOUD: (0.0, 1.16)}
"""How much wider than its text and how much higher than its letters a word's box is, in letters."""
_BOLD_FROM = 44
_STEPS = (4, 6, 9, 13, 20, 30, 45, 70, 100, 150, 250, 500, 1000, 10_000)
"""The count that has the largest letters: it rises in steps, so that one vote does not shrink every word."""
_SHRINK = 0.95
_SMALLEST_SCALE = 0.6
_WIDEST = 640.0
_FULL = 0.92
_AGAIN = 1.25
_GRAIN = 8
"""Bubbles are whole cells wide and high to both sides of their middle."""
_NODE_SIZE = 38


@lru_cache(maxsize=16)
def woven(web: Web, words: tuple[Word, ...], measure: Measure) -> Web:
    """The web with these words, in the order in which they first came. The same web and words give the same web."""
    if words == web.words:
        return web
    largest = _largest(web, words)
    loom = None
    for scale in _scales(web.scale if words else 1.0):
        threads = _threads(web.view, words, largest, scale, measure)
        if scale > _SMALLEST_SCALE and _fill(web, threads) > _FULL:
            continue
        loom = Loom(web, threads)
        if loom.weave(is_final=scale <= _SMALLEST_SCALE):
            break
    assert loom is not None
    if loom.left_out and len(words) >= web.packed * _AGAIN:
        packed = _packed(web, words, largest, measure)
        if len(packed.hidden) < len(loom.left_out):
            return packed
    loom.make_room()
    return loom.finished(web, words, largest, scale)


def repacked(web: Web, measure: Measure) -> Web:
    """The same words placed anew, as large as they all fit; those that are pinned keep their places."""
    return _packed(web, web.words, _largest(web, web.words), measure)


def _packed(web: Web, words: tuple[Word, ...], largest: int, measure: Measure) -> Web:
    pinned = tuple(place for place in web.places if place.is_pinned)
    bare = replace(web, places=pinned, branches=(), words=(), hidden=(), scale=1.0)
    loom, scale = None, 1.0
    for scale in _scales(1.0):
        threads = _threads(web.view, words, largest, scale, measure)
        if scale > _SMALLEST_SCALE and _fill(web, threads) > _FULL:
            continue
        loom = Loom(bare, sorted(threads, key=lambda thread: (not thread.place.is_node, -thread.place.count)))
        if loom.weave(is_final=scale <= _SMALLEST_SCALE):
            break
    assert loom is not None
    loom.make_room()
    made = loom.finished(bare, words, largest, scale)
    return replace(made, repacks=web.repacks + 1, packed=len(words))


def _scales(scale: float) -> Iterator[float]:
    yield scale
    while scale > _SMALLEST_SCALE:
        scale = max(_SMALLEST_SCALE, scale * _SHRINK)
        yield scale


def _fill(web: Web, threads: list[Thread]) -> float:
    """The share of the canvas that the bubbles and the smallest gaps around them would take."""
    taken = sum((each.place.width + 8) * (each.place.height + 8) for each in threads)
    middle = web.middle
    return taken / ((RIGHT - LEFT) * (BOTTOM - web.top) - middle.width * middle.height)


def _largest(web: Web, words: tuple[Word, ...]) -> int:
    most = max((word.count for word in words), default=0)
    needed = next((step for step in _STEPS if step >= most), most)
    return max(needed, web.largest) if most * 3 > web.largest else needed


def _threads(view: View, words: tuple[Word, ...], largest: int, scale: float, measure: Measure) -> list[Thread]:
    """What has to be placed, each as large as it will be: the words in order, a group's node before its first."""
    groups = list(dict.fromkeys(word.group for word in words if word.group))
    found: list[Thread] = []
    met: set[str] = set()
    for number, word in enumerate(words):
        if word.group and word.group not in met:
            met.add(word.group)
            if view is View.WEB:
                found.append(Thread(_node(word.group, groups.index(word.group), scale, measure), number))
        colour = groups.index(word.group) % 6 if word.group else zlib.crc32(word.key.encode()) % 6
        found.append(Thread(_bubble(view, word, largest, scale, colour, measure), number))
    return found


def _node(group: str, number: int, scale: float, measure: Measure) -> Place:
    letters = max(SMALLEST, round(_NODE_SIZE * scale))
    width = measure(group, letters, True) + letters * 1.3
    return Place(
        f"\0{group}", group, 0, 0.0, 0.0, _whole(width), _whole(letters * 1.7), letters, True, number % 6, group,
        is_node=True,
    )  # fmt: skip


def _bubble(view: View, word: Word, largest: int, scale: float, colour: int, measure: Measure) -> Place:
    least, most = _SIZES[view]
    size = least + (most - least) * math.sqrt(word.count / largest)
    is_bold = size >= _BOLD_FROM and word.count > 1
    letters = max(SMALLEST, round(size * scale))
    width = measure(word.text, letters, is_bold)
    while width > _WIDEST and letters > SMALLEST:
        letters = max(SMALLEST, int(letters * _WIDEST / width))
        width = measure(word.text, letters, is_bold)
    aside, high = _PADS[view]
    return Place(
        word.key, word.text, word.count, 0.0, 0.0, _whole(width + letters * aside), _whole(letters * high), letters,
        is_bold, colour, word.group, word.is_pinned,
    )  # fmt: skip


def _whole(length: float) -> float:
    return float(-(-math.ceil(length) // _GRAIN) * _GRAIN)
