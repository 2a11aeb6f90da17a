"""Branches never pass behind the bubble of another word."""

from __future__ import annotations

import pytest

from presenter.stage.branches import branches, points
from presenter.stage.weblayout import MIDDLE, Place, Web
from tests.presenter.stage.test_weblayout import CLASS, web_of


def bubble(key: str, x: float, y: float, width: float = 120, height: float = 60) -> Place:
    return Place(key, key, 1, x, y, width, height, 34, False, 0)


def inside(place: Place, x: float, y: float) -> bool:
    return abs(x - place.x) < place.width / 2 and abs(y - place.y) < place.height / 2


@pytest.mark.parametrize("count", [5, 20, 40])
def test_no_branch_passes_behind_a_foreign_bubble(count: int) -> None:
    web = web_of(*CLASS[:count])
    found = branches(web)
    assert found
    for branch in found:
        others = [place for place in web.places if place.key != branch.key]
        assert not any(inside(place, *point) for place in others for point in points(branch, 200))


def test_a_free_word_has_a_straight_branch() -> None:
    (branch,) = branches(Web(places=(bubble("zee", 1500, 532),)))
    assert (branch.bend_x, branch.bend_y) == ((MIDDLE[0] + 1500) / 2, 532)


def test_a_word_behind_another_has_a_bowed_branch_or_none() -> None:
    near, far = bubble("near", 1300, 532, 100, 30), bubble("far", 1700, 532)
    found = {branch.key: branch for branch in branches(Web(places=(near, far)))}
    assert found["far"].bend_y != 532
    wall = bubble("wall", 1300, 532, 40, 900)
    assert [branch.key for branch in branches(Web(places=(wall, far)))] == ["wall"]
