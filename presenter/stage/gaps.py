"""A raster of what is taken on the canvas: the nearest gap that a box fits, and the shortest way past boxes. Pure
geometry; it knows no words.

Every row of cells is one whole number, a bit for each cell. Whether a box fits anywhere is then asked of all places of
a row at once: a row that is shifted and laid over itself again and again says where w cells in a row are free, rows
laid over each other say where that holds for h rows. That is the bit mask of d3-cloud (J. Davies), turned from testing
one place of a spiral into knowing every place, so that a gap is found when there is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

CELL = 4
"""The side of a cell in logical pixels."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Point = tuple[float, float]
Cell = tuple[int, int]
"""Row and column."""


class Raster:
    """The cells within `left, top, right, bottom`, all free at first."""

    def __init__(self, left: float, top: float, right: float, bottom: float) -> None:
        self.left, self.top = left, top
        self.columns = int((right - left) / CELL)
        self.rows = [0] * int((bottom - top) / CELL)
        self._all = (1 << self.columns) - 1

    def take(self, box: Box) -> None:
        """Every cell that the box touches is taken."""
        first, last, bits = self._span(box)
        rows = self.rows
        for row in range(first, last):
            rows[row] |= bits

    def bits_of(self, box: Box) -> list[int]:
        """For every row, the bits of the cells that the box touches."""
        first, last, bits = self._span(box)
        return [bits if first <= row < last else 0 for row in range(len(self.rows))]

    def take_bits(self, bits: Iterable[tuple[int, int]]) -> None:
        """These bits of these rows are taken."""
        for row, each in bits:
            if row < len(self.rows):
                self.rows[row] |= each

    def nearest(self, width: float, height: float, x: float, y: float, stretch: float = 1.0) -> Point | None:
        """The middle of the free place for a box that is nearest to (x, y), or None. Sideways counts `stretch` times
        less. Of places as near the upper one is taken, and in a row the left one."""
        wide, high = -(-int(width) // CELL), -(-int(height) // CELL)
        if wide > self.columns or high > len(self.rows):
            return None
        fitting = (1 << (self.columns - wide + 1)) - 1
        blocked = _spread(_piled(self.rows, high), wide)
        at_column = (x - width / 2 - self.left) / CELL
        at_row = (y - height / 2 - self.top) / CELL
        column = min(max(round(at_column), 0), self.columns - wide)
        best, found = float("inf"), None
        for row in sorted(range(len(blocked)), key=lambda row: abs(row - at_row)):
            away = (row - at_row) ** 2
            if away >= best:
                break
            free = ~blocked[row] & fitting
            if not free:
                continue
            for near in _either_side(free, column):
                distance = away + ((near - at_column) / stretch) ** 2
                if distance < best:
                    best, found = distance, (near, row)
        if found is None:
            return None
        return (self.left + found[0] * CELL + width / 2, self.top + found[1] * CELL + height / 2)

    def way(self, start: Box, goals: Sequence[int]) -> list[Point]:
        """The shortest way over free cells from a goal (`goals` holds the bits of every row) to the box `start`: the
        middles of its cells; empty where there is none. Cells of the box itself count as free."""
        first, last, bits = self._span(start)
        wave = [0] * len(self.rows)
        wave[first:last] = [bits] * (last - first)
        free = [self._all & ~taken for taken in self.rows]
        free[first:last] = [row & ~bits for row in free[first:last]]
        levels, low, high = [wave], first, last
        while low < high:
            reached = next((row for row in range(low, high) if wave[row] & goals[row]), -1)
            if reached >= 0:
                return self._traced(levels, (reached, _lowest(wave[reached] & goals[reached])))
            low, high = max(0, low - 1), min(len(wave), high + 1)
            wave = _widened(wave, free, low, high)
            levels.append(wave)
            if not any(wave[low:high]):
                break
        return []

    def _traced(self, levels: list[list[int]], cell: Cell) -> list[Point]:
        row, column = cell
        path = [self.middle(cell)]
        for level in reversed(levels[:-1]):
            row, column = next(
                (row + down, column + aside)
                for down, aside in _AROUND
                if 0 <= row + down < len(level) and column + aside >= 0 and level[row + down] >> (column + aside) & 1
            )
            path.append(self.middle((row, column)))
        return path

    def middle(self, cell: Cell) -> Point:
        """The middle of a cell."""
        return (self.left + (cell[1] + 0.5) * CELL, self.top + (cell[0] + 0.5) * CELL)

    def cell(self, x: float, y: float) -> Cell:
        """The cell of a point; the nearest one for a point outside."""
        row, column = int((y - self.top) // CELL), int((x - self.left) // CELL)
        return (min(max(row, 0), len(self.rows) - 1), min(max(column, 0), self.columns - 1))

    def _span(self, box: Box) -> tuple[int, int, int]:
        """The first row that a box touches, the one after its last, and the bits of its columns."""
        first = max(0, int((box[1] - self.top) // CELL))
        last = min(len(self.rows), -int((self.top - box[3]) // CELL))
        begin = max(0, int((box[0] - self.left) // CELL))
        end = min(self.columns, -int((self.left - box[2]) // CELL))
        return first, last, ((1 << max(0, end - begin)) - 1) << begin


_NONE = [0] * 300
_AROUND = ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1))


def _widened(wave: list[int], free: list[int], low: int, high: int) -> list[int]:
    """The cells next to those of `wave` that are free; they are so no more."""
    flat = [bits | bits << 1 | bits >> 1 for bits in (0, *wave[low:high], 0)]
    room = free[low:high]
    fresh = [
        (here | above | below) & left
        for above, here, below, left in zip(flat, flat[1:], flat[2:], room, strict=False)
    ]  # fmt: skip
    free[low:high] = [left ^ new for left, new in zip(room, fresh, strict=True)]
    return [*_NONE[:low], *fresh, *_NONE[: len(wave) - high]]


def _piled(rows: list[int], high: int) -> list[int]:
    """For every row, what is taken in it or in one of the `high - 1` rows below it."""
    done = 1
    while done < high:
        step = min(done, high - done)
        rows = [row | below for row, below in zip(rows, rows[step:], strict=False)]
        done += step
    return rows


def _spread(rows: list[int], wide: int) -> list[int]:
    """For every cell, whether it or one of the `wide - 1` cells after it is taken."""
    done = 1
    while done < wide:
        step = min(done, wide - done)
        rows = [row | row >> step for row in rows]
        done += step
    return rows


def _either_side(free: int, column: int) -> list[int]:
    """The free columns nearest to this one: to the left of it, and from it to the right."""
    before, after = free & ((1 << column) - 1), free >> column
    near = [before.bit_length() - 1] if before else []
    return [*near, column + _lowest(after)] if after else near


def _lowest(bits: int) -> int:
    return (bits & -bits).bit_length() - 1
