"""Branches lead from the centre to each word and never pass behind the bubble of another."""

from __future__ import annotations

from itertools import pairwise

import pytest

from presenter.stage.branches import MARGIN, Tree, broken, crosses, curve, trace
from presenter.stage.gaps import Raster
from presenter.stage.webmap import BOTTOM, LEFT, MIDDLE, RIGHT, TOP, Branch, Place, Web
from tests.presenter.stage.test_weblayout import CLASS, web_of


def bubble(key: str, x: float, y: float, width: float = 120, height: float = 60, **more: object) -> Place:
    return Place(key, key, 1, x, y, width, height, 34, **more)  # type: ignore[arg-type]


def grown(*places: Place) -> dict[str, Branch]:
    middle = Web(centre_width=400, centre_height=120).middle
    tree = Tree(middle, Raster(LEFT, TOP, RIGHT, BOTTOM))
    found = [tree.lead_to(place) for place in places]
    return {branch.key: branch for branch in found if branch is not None}


def must_be_free(web: Web) -> None:
    """No branch passes behind a foreign bubble, as it is drawn."""
    for branch in web.branches:
        own = next(place for place in web.places if place.key == branch.key)
        for place in web.places:
            if place.key == branch.key or (place.is_node and place.group == own.group):
                continue
            assert not any(crosses(*one, *other, place.box()) for one, other in pairwise(curve(branch)))


@pytest.mark.parametrize("count", [5, 20, 40])
def test_every_word_has_a_branch_that_passes_no_other(count: int) -> None:
    web = web_of(*CLASS[:count])
    assert {branch.key for branch in web.branches} == {place.key for place in web.places}
    must_be_free(web)


def test_a_free_word_has_a_straight_branch() -> None:
    assert grown(bubble("zee", 1500, 532))["zee"].points == (MIDDLE, (1500, 532))


def test_a_word_behind_another_has_a_branch_around_it() -> None:
    found = grown(bubble("near", 1300, 532, 100, 60), bubble("far", 1700, 532))
    assert found["far"].root == "near"
    assert len(found["far"].points) > 2
    assert found["far"].points[-1] == (1700, 532)


def test_a_word_behind_a_wall_has_no_branch() -> None:
    wall = bubble("wall", 1304, 544, 40, BOTTOM - TOP)
    assert list(grown(wall, bubble("far", 1700, 532))) == ["wall"]


def test_the_words_of_a_group_hang_on_its_node() -> None:
    node = bubble("\0Dieren", 1400, 300, group="Dieren", is_node=True)
    found = grown(node, bubble("vis", 1600, 300, group="Dieren"), bubble("zee", 500, 300))
    assert found["vis"].points == ((1400, 300), (1600, 300))
    assert found["zee"].points[0] == found[node.key].points[0] == MIDDLE


def test_a_branch_holds_until_a_bubble_stands_on_it() -> None:
    near, far = bubble("near", 1300, 532, 100, 60), bubble("far", 1700, 532)
    branches = grown(near, far).values()
    standing = {"near": near, "far": far}
    assert broken(branches, standing, []) == set()
    assert broken(branches, standing, [near, far]) == set()
    assert broken(branches, standing, [bubble("new", 1190, 532)]) == {"near", "far"}


def test_a_branch_goes_with_its_word_and_with_the_branch_that_it_leaves() -> None:
    near, far = bubble("near", 1300, 532, 100, 60), bubble("far", 1700, 532)
    branches = grown(near, far).values()
    assert broken(branches, {"near": near}, []) == {"far"}
    assert broken(branches, {"far": far}, []) == {"near", "far"}
    assert broken(branches, {"near": near, "far": bubble("far", 1704, 532)}, []) == {"far"}


def test_a_branch_goes_when_the_node_that_it_comes_from_moves() -> None:
    node = bubble("\0Dieren", 1400, 300, group="Dieren", is_node=True)
    fish = bubble("vis", 1600, 300, group="Dieren")
    branches = grown(node, fish).values()
    moved = bubble("\0Dieren", 1404, 300, group="Dieren", is_node=True)
    assert "vis" in broken(branches, {node.key: moved, "vis": fish}, [moved])
    assert broken(branches, {node.key: node, "vis": fish}, [fish]) == set()


def test_a_trace_has_a_cell_to_each_side() -> None:
    found = trace(Branch("a", "", ((100.0, 202.0), (120.0, 202.0))), 0.0, 0.0)
    assert dict(found.thin) == {50: 0b11111 << 25}
    assert dict(found.thick) == dict.fromkeys((49, 50, 51), 0b1111111 << 24)


def test_a_corner_is_rounded_within_its_margin() -> None:
    drawn = curve(Branch("a", "", ((0.0, 0.0), (100.0, 0.0), (100.0, 100.0))))
    assert (100.0, 0.0) not in drawn
    nearest = min((100 - x) ** 2 + y**2 for x, y in drawn) ** 0.5
    assert nearest < 2 * MARGIN
