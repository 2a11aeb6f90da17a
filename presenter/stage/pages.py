"""Splits a text that is too full for one board over pages: blocks in, pages of blocks out. It paints nothing.

Theory. A page is full when its text does not fit at the smallest size. How many pages a text needs follows from its box
alone. To split it over so many, the lowest height is sought with which they suffice: pages come out about equally full,
and their letters as large as they can be. What belongs together stays together: a heading and what follows it, a line
that ends in a colon and the list after it. A block that is too high for any page is cut into pieces.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from presenter.stage.blocks import Block, Run, Runs, Shape
from presenter.stage.richtext import laid_out, look
from presenter.stage.theme import LIGHT, SMALLEST

Blocks = tuple[Block, ...]

TIGHT = replace(look(LIGHT), leading=1.3, gap=0.36)
"""How a text is set where it is dense."""
_FINEST = 4.0
"""Pages that differ by less than this are equally full."""


@dataclass(frozen=True)
class Room:
    """What a page has: its width and its height. In `steps` a page only begins where a bullet comes in."""

    width: float
    height: float
    steps: bool = False


@lru_cache(maxsize=256)
def count(blocks: Blocks, room: Room) -> int:
    """How many pages the text takes; 1 when it fits at the smallest size."""
    return len(_filled(_units(blocks, room), room))


@lru_cache(maxsize=256)
def split(blocks: Blocks, room: Room, pages: int) -> tuple[Blocks, ...]:
    """The text on at most so many pages, equally full; on fewer when there is not so much to part."""
    if pages <= 1:
        return (blocks,)
    units = _units(blocks, room)
    low, high = 0.0, _height(blocks, room.width) + 1.0
    while high - low > _FINEST:
        middle = (low + high) / 2
        if len(_filled(units, replace(room, height=middle))) <= pages:
            high = middle
        else:
            low = middle
    return _filled(units, replace(room, height=high))


def fits(blocks: Blocks, room: Room) -> bool:
    """True when the text fits on one page at the smallest size."""
    return _height(blocks, room.width) <= room.height


def _height(blocks: Blocks, width: float) -> float:
    return laid_out(blocks, width, SMALLEST, TIGHT).height


def _filled(units: tuple[Blocks, ...], room: Room) -> tuple[Blocks, ...]:
    """Pages that fit the room, but never without a unit."""
    pages: list[Blocks] = []
    page: Blocks = ()
    for unit in units:
        if page and not fits(page + unit, room):
            pages.append(page)
            page = ()
        page += unit
    return (*pages, page)


def _units(blocks: Blocks, room: Room) -> tuple[Blocks, ...]:
    """What cannot be parted, from the top."""
    if room.steps:
        return _by_bullets(blocks)
    pieces = [piece for block in blocks for piece in _pieces(block, room)]
    units: list[Blocks] = []
    for piece in pieces:
        is_tied = bool(units) and _leads(units[-1][-1], piece)
        if is_tied and fits((*units[-1], piece), room):
            units[-1] = (*units[-1], piece)
        else:
            units.append((piece,))
    return tuple(units)


def _by_bullets(blocks: Blocks) -> tuple[Blocks, ...]:
    units: list[Blocks] = []
    for block in blocks:
        begins = block.shape is Shape.ITEM and bool(block.marker) and not block.depth
        if units and not begins:
            units[-1] = (*units[-1], block)
        else:
            units.append((block,))
    return tuple(units)


def _leads(block: Block, after: Block) -> bool:
    """True when a page must not end with this block."""
    is_part = after.shape is Shape.ITEM and bool(after.list_number) and not after.marker
    return block.shape is Shape.HEADING or is_part or block.text.rstrip().endswith(":")


# ---- a block that is too high for any page ---------------------------------------------------------------------------


def _pieces(block: Block, room: Room) -> Blocks:
    """The block, or parts of it that fit."""
    needed = math.ceil(_height((block,), room.width) / max(1.0, room.height))
    parts = _parts(block, 1 / needed) if needed > 1 else (block,)
    return parts if len(parts) == 1 else tuple(piece for part in parts for piece in _pieces(part, room))


def _parts(block: Block, share: float) -> Blocks:
    """The first share of the block and the rest, two of its kind; itself when it holds nothing to part."""
    if block.shape is Shape.TABLE:
        return _tables(block, share)
    at = _nearest(block.text, "\n" if block.shape is Shape.CODE else " ", share)
    if at is None:
        return (block,)
    first, rest = _parted(block.runs, at)
    return (replace(block, runs=first), replace(block, runs=rest, marker=""))


def _nearest(text: str, sign: str, share: float) -> int | None:
    """The last place of the sign in the first share of the text, else its first; the end of a sentence goes before the
    end of a word."""
    most = len(text) * share
    places = [place for place, each in enumerate(text) if each == sign and 0 < place < len(text) - 1]
    before = [place for place in places if place <= most]
    ends = [place for place in before if text[place - 1] in ".!?" and place > most * 0.6]
    return next(reversed(ends or before), places[0] if places else None)


def _tables(block: Block, share: float) -> Blocks:
    """Both parts of a table have its head."""
    head, rows = block.rows[:1], block.rows[1:]
    if len(rows) < 2:
        return (block,)
    count = max(1, int(len(rows) * share))
    return (replace(block, rows=head + rows[:count]), replace(block, rows=head + rows[count:]))


def _parted(runs: Runs, at: int) -> tuple[Runs, Runs]:
    """The runs before and after the character at this place, which goes."""
    before: list[Run] = []
    after: list[Run] = []
    for run in runs:
        here, rest = run.text[: max(0, at)], run.text[max(0, at + 1) :]
        at -= len(run.text)
        before += [replace(run, text=here)] if here else []
        after += [replace(run, text=rest)] if rest else []
    return tuple(before), tuple(after)
