"""A gap is found when there is one, and a way goes around what stands in it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.stage.gaps import CELL, Raster

SMALL = (0.0, 0.0, 120.0, 80.0)
BOXES = st.lists(
    st.tuples(st.integers(-3, 28), st.integers(-3, 18), st.integers(1, 9), st.integers(1, 9)).map(
        lambda box: (box[0] * 4.0, box[1] * 4.0, (box[0] + box[2]) * 4.0, (box[1] + box[3]) * 4.0)
    ),
    max_size=12,
)


def taken(*boxes: tuple[float, float, float, float]) -> Raster:
    raster = Raster(*SMALL)
    for box in boxes:
        raster.take(box)
    return raster


def is_apart(box: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return box[2] <= other[0] or box[0] >= other[2] or box[3] <= other[1] or box[1] >= other[3]


def around(x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
    return (x - width / 2, y - height / 2, x + width / 2, y + height / 2)


@given(BOXES, st.integers(1, 8), st.integers(1, 6), st.integers(0, 120), st.integers(0, 80))
def test_the_nearest_gap_is_the_nearest_of_all(
    boxes: list[tuple[float, float, float, float]], wide: int, high: int, x: int, y: int
) -> None:
    width, height = wide * CELL, high * CELL
    fitting = [
        spot
        for column in range(31 - wide)
        for row in range(21 - high)
        if (spot := (column * CELL + width / 2, row * CELL + height / 2))
        and all(is_apart(around(*spot, width, height), box) for box in boxes)
    ]
    found = taken(*boxes).nearest(width, height, x, y)
    if found is None:
        assert not fitting
        return
    assert found in fitting
    best = min((spot[0] - x) ** 2 + (spot[1] - y) ** 2 for spot in fitting)
    assert (found[0] - x) ** 2 + (found[1] - y) ** 2 == pytest.approx(best)


def test_what_is_wider_or_higher_than_the_canvas_fits_nowhere() -> None:
    assert taken().nearest(124, 8, 60, 40) is None
    assert taken().nearest(8, 84, 60, 40) is None


def test_sideways_counts_less_where_it_is_stretched() -> None:
    raster = taken((32.0, 20.0, 88.0, 60.0))
    assert raster.nearest(8, 8, 60, 40)[1] in (16, 64)
    assert raster.nearest(8, 8, 60, 40, 3.0)[0] in (28, 92)


def test_bits_and_boxes_take_the_same_cells() -> None:
    raster = taken()
    raster.take_bits(enumerate(raster.bits_of((8.0, 8.0, 20.0, 16.0))))
    assert raster.rows == taken((8.0, 8.0, 20.0, 16.0)).rows
    raster.take_bits([(400, 1)])
    assert len(raster.rows) == 20


def test_a_way_goes_around_what_stands_in_it() -> None:
    raster = taken((48.0, 0.0, 56.0, 72.0))
    goals = raster.bits_of((0.0, 0.0, 8.0, 8.0))
    path = raster.way((100.0, 0.0, 108.0, 8.0), goals)
    assert path[0] == (6.0, 2.0) or raster.cell(*path[0])[1] <= 1
    assert max(y for _, y in path) > 72
    assert all(abs(a[0] - b[0]) <= CELL and abs(a[1] - b[1]) <= CELL for a, b in pairwise(path))
    assert not any(raster.rows[row] >> column & 1 for row, column in (raster.cell(*at) for at in path))


def test_there_is_no_way_through_a_wall() -> None:
    raster = taken((48.0, 0.0, 56.0, 80.0))
    assert raster.way((100.0, 0.0, 108.0, 8.0), raster.bits_of((0.0, 0.0, 8.0, 8.0))) == []


def test_a_point_outside_has_the_nearest_cell() -> None:
    assert taken().cell(-50.0, 500.0) == (19, 0)
