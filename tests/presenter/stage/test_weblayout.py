"""The word web stays still: words keep their places, never overlap and never get lost."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.stage.branches import crosses, curve
from presenter.stage.theme import SMALLEST
from presenter.stage.weblayout import FARTHEST, repacked, woven
from presenter.stage.webmap import BOTTOM, LEFT, MIDDLE, RIGHT, TOP, Place, View, Web, Word

EMPTY = Web(slide="web", round=1, centre="Water", centre_width=600, centre_height=130)
CLOUD = replace(EMPTY, view=View.CLOUD)
CLASS = [Word(f"woord{n}", f"woord {n}", 1 + (n * 7) % 5 if n % 3 == 0 else 1) for n in range(40)]
VIEWS = pytest.mark.parametrize("empty", [EMPTY, CLOUD], ids=["web", "cloud"])


def measure(text: str, size: int, is_bold: bool) -> float:
    """A font in which every letter is as wide."""
    return len(text) * size * (0.58 if is_bold else 0.54)


def web_of(*words: Word, before: Web = EMPTY) -> Web:
    return woven(before, words, measure)


def place_of(web: Web, key: str) -> Place:
    return next(place for place in web.places if place.key == key)


def must_be_tidy(web: Web) -> None:
    """No overlaps, nothing outside, nothing lost, nothing too small, no branch behind a foreign bubble."""
    for number, place in enumerate(web.places):
        assert not any(place.overlaps(other) for other in web.places[:number])
        assert not web.middle.width or not place.overlaps(web.middle)
        left, top, right, bottom = place.box()
        assert left >= LEFT
        assert top >= web.top
        assert right <= RIGHT
        assert bottom <= BOTTOM
        assert place.size >= SMALLEST
    shown = [place.key for place in web.places if not place.is_node]
    assert sorted([*shown, *web.hidden]) == sorted(word.key for word in web.words)
    groups = {place.key: place.group for place in web.places}
    for branch in web.branches:
        for place in web.places:
            if place.key != branch.key and not (place.is_node and place.group == groups[branch.key]):
                assert not any(crosses(*one, *other, place.box()) for one, other in pairwise(curve(branch)))


def moves(before: Web, after: Web) -> dict[str, float]:
    """How far each word that was there has moved."""
    places = {place.key: place for place in after.places}
    return {
        old.key: math.dist((old.x, old.y), (new.x, new.y))
        for old in before.places
        if (new := places.get(old.key)) is not None
    }


STEPS = st.lists(
    st.tuples(st.sampled_from(["say", "say", "say", "say", "take back", "group", "pin", "hide"]), st.integers(0, 40)),
    min_size=1,
    max_size=60,
)
LETTERS = ("zee", "waterkrachtcentrale", "ijs", "een lang woord met spaties erin", "🌊", "golven")


def played(step: str, number: int, words: dict[int, Word]) -> dict[int, Word]:
    """The words after one more thing happened to the word with this number."""
    word = words.get(number)
    if step == "say" or word is None:
        text = LETTERS[number % len(LETTERS)]
        said = Word(f"w{number}", text, 1) if word is None else replace(word, count=word.count + 1)
        return words | {number: said}
    if step == "take back" and word.count > 1:
        return words | {number: replace(word, count=word.count - 1)}
    if step == "group":
        return words | {number: replace(word, group=f"groep {number % 3}" if not word.group else "")}
    if step == "pin":
        return words | {number: replace(word, is_pinned=not word.is_pinned)}
    return {key: each for key, each in words.items() if key != number}


@settings(max_examples=60, deadline=None)
@given(STEPS, st.sampled_from([EMPTY, CLOUD, replace(EMPTY, top=260.0)]))
def test_whatever_happens_to_it_a_web_is_tidy(steps: list[tuple[str, int]], empty: Web) -> None:
    words: dict[int, Word] = {}
    web = empty
    for begin in range(0, len(steps), 3):
        for step, number in steps[begin : begin + 3]:
            words = played(step, number, words)
        web = woven(web, tuple(words.values()), measure)
        must_be_tidy(web)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 70), min_size=1, max_size=140), st.sampled_from([EMPTY, CLOUD]))
def test_a_word_that_comes_moves_no_other_far_unless_all_are_placed_anew(votes: list[int], empty: Web) -> None:
    words: dict[int, Word] = {}
    web = empty
    for vote in votes:
        is_new = vote not in words
        words = played("say", vote, words)
        later = woven(web, tuple(words.values()), measure)
        if later.repacks == web.repacks:
            far = {key: moved for key, moved in moves(web, later).items() if key != f"w{vote}"}
            assert max(far.values(), default=0.0) <= FARTHEST
            if is_new and later.largest == web.largest:
                assert not any(far.values())
        web = later


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 40), max_size=60), st.sampled_from([EMPTY, CLOUD]))
def test_the_same_words_in_the_same_order_give_the_same_web(votes: list[int], empty: Web) -> None:
    webs = []
    for _ in range(2):
        woven.cache_clear()
        words: dict[int, Word] = {}
        web = empty
        for vote in votes:
            words = played("say", vote, words)
            web = woven(web, tuple(words.values()), measure)
        webs.append(web)
    assert webs[0] == webs[1]


@VIEWS
@pytest.mark.parametrize("count", [1, 12, 40, 120, 300])
def test_however_many_words_come_the_web_is_tidy(count: int, empty: Web) -> None:
    must_be_tidy(web_of(*(Word(f"w{n}", f"woord nummer {n}", 1 + n % 4) for n in range(count)), before=empty))


@VIEWS
def test_a_class_with_forty_words_sees_all_of_them(empty: Web) -> None:
    assert web_of(*CLASS, before=empty).hidden == ()


def test_words_keep_below_the_top_of_their_web() -> None:
    web = web_of(*CLASS, before=replace(EMPTY, top=TOP + 101))
    must_be_tidy(web)
    assert min(place.y - place.height / 2 for place in web.places) >= TOP + 101


def test_another_slide_gives_another_web() -> None:
    assert web_of(*CLASS).places != web_of(*CLASS, before=replace(EMPTY, slide="other")).places


def test_nothing_new_changes_nothing() -> None:
    web = web_of(*CLASS)
    assert woven(web, tuple(CLASS), measure) is web


@VIEWS
def test_a_new_word_leaves_the_others_where_they_are(empty: Web) -> None:
    web = web_of(*CLASS[:20], before=empty)
    assert set(moves(web, web_of(*CLASS[:21], before=web)).values()) == {0.0}


def test_a_new_word_leaves_the_branches_as_they_are() -> None:
    web = web_of(*CLASS[:20])
    later = web_of(*CLASS[:21], before=web)
    assert set(web.branches) < set(later.branches)


def test_a_word_that_is_withdrawn_leaves_the_others_where_they_are() -> None:
    web = web_of(*CLASS[:20])
    later = web_of(*CLASS[1:20], before=web)
    assert [place.key for place in later.places] == [word.key for word in CLASS[1:20]]
    assert set(moves(web, later).values()) == {0.0}


def test_a_growing_word_grows_in_place_when_there_is_room() -> None:
    web = web_of(Word("zee", "zee", 1), Word("wolk", "wolk", 1))
    later = web_of(Word("zee", "zee", 4), Word("wolk", "wolk", 1), before=web)
    assert later.places[0].size > web.places[0].size
    assert set(moves(web, later).values()) == {0.0}


@VIEWS
def test_a_growing_word_moves_only_few_others(empty: Web) -> None:
    web = web_of(*CLASS, before=empty)
    words = [replace(word, count=4) if word.key == "woord5" else word for word in CLASS]
    still = [moved for moved in moves(web, woven(web, tuple(words), measure)).values() if moved == 0]
    assert len(still) >= len(CLASS) - 6


def test_more_votes_make_larger_letters() -> None:
    sizes = [place.size for place in web_of(Word("a", "a", 1), Word("b", "b", 2), Word("c", "c", 4)).places]
    assert sizes == sorted(set(sizes))


def test_words_said_once_have_one_middle_size() -> None:
    assert len({place.size for place in web_of(*(Word(f"w{n}", "woord", 1) for n in range(9))).places}) == 1


@pytest.mark.parametrize("count", [8, 6])
def test_one_vote_more_or_less_does_not_change_the_size_of_all(count: int) -> None:
    web = web_of(Word("a", "a", 7), Word("b", "b", 2))
    later = web_of(Word("a", "a", count), Word("b", "b", 2), before=web)
    assert later.places[1] == web.places[1]


def test_a_word_keeps_its_colour() -> None:
    web = web_of(*CLASS[:5])
    assert web.places[0].colour == web_of(*CLASS[:1]).places[0].colour


def test_when_not_all_fit_those_with_many_votes_are_shown() -> None:
    words = [Word(f"w{n}", f"een lang woord {n}", 1) for n in range(200)]
    words.append(Word("laat", "laat", 9))
    web = web_of(*words)
    assert web.hidden
    assert "laat" not in web.hidden


def test_a_word_with_many_votes_takes_the_room_of_one_with_few() -> None:
    words = [Word(f"w{n}", f"een lang woord {n}", 1) for n in range(120)]
    full = web_of(*words)
    assert full.hidden
    later = web_of(*words, Word("laat", "laat", 3), before=full)
    assert "laat" not in later.hidden
    must_be_tidy(later)


def test_a_full_canvas_is_placed_anew_once_and_not_for_every_word() -> None:
    web = EMPTY
    words: list[Word] = []
    for n in range(120):
        words.append(Word(f"w{n}", f"woord {n}", 1))
        web = web_of(*words, before=web)
    assert 1 <= web.repacks <= 3


def test_a_very_long_word_has_smaller_letters() -> None:
    (place,) = web_of(Word("w", "w" * 30, 9)).places
    assert place.width < 800


@VIEWS
def test_an_empty_web_is_empty(empty: Web) -> None:
    assert web_of(before=empty) == empty


def test_a_group_is_a_branch_with_a_node_of_its_own() -> None:
    web = web_of(*CLASS[:10])
    words = [replace(word, group="Dieren") if n < 3 else word for n, word in enumerate(CLASS[:10])]
    later = web_of(*words, before=web)
    must_be_tidy(later)
    node = place_of(later, "\0Dieren")
    assert (node.text, node.is_node) == ("Dieren", True)
    own = [place for place in later.places if place.group == "Dieren"]
    assert len({place.colour for place in own}) == 1
    for place in own:
        assert math.dist((place.x, place.y), (node.x, node.y)) < 400
    assert {key for key, moved in moves(web, later).items() if moved} <= {"woord0", "woord1", "woord2"}


def test_a_group_that_is_empty_again_has_no_node() -> None:
    grouped = web_of(replace(CLASS[0], group="Dieren"), CLASS[1])
    assert [place.key for place in web_of(*CLASS[:2], before=grouped).places] == ["woord0", "woord1"]


def test_a_cloud_has_no_nodes_and_no_branches() -> None:
    cloud = web_of(replace(CLASS[0], group="Dieren"), CLASS[1], before=CLOUD)
    assert [place.key for place in cloud.places] == ["woord0", "woord1"]
    assert cloud.branches == ()


def test_a_cloud_covers_its_middle() -> None:
    cloud = web_of(*CLASS[:20], before=CLOUD)
    assert min(math.dist((place.x, place.y), MIDDLE) for place in cloud.places) < 160


@VIEWS
def test_all_words_are_placed_anew_when_the_teacher_asks_and_pinned_ones_stay(empty: Web) -> None:
    web = web_of(*(replace(word, is_pinned=word.key == "woord9") for word in CLASS), before=empty)
    anew = repacked(web, measure)
    must_be_tidy(anew)
    assert anew.repacks == web.repacks + 1
    assert moves(web, anew)["woord9"] == 0
    assert sum(moved > 0 for moved in moves(web, anew).values()) > len(CLASS) / 2
    assert repacked(web, measure) == anew


def test_a_pinned_word_is_not_pushed() -> None:
    words = [Word("vast", "vast", 1, is_pinned=True), *(Word(f"w{n}", f"woord {n}", 1) for n in range(30))]
    web = web_of(*words)
    for n in range(30):
        words[n + 1] = replace(words[n + 1], count=4)
        web = (later := web_of(*words, before=web))
        assert moves(web, later)["vast"] == 0


def test_a_pinned_word_that_is_grouped_stays_and_hangs_on_the_node_of_its_group() -> None:
    pinned = Word("zee", "zee", 1, is_pinned=True)
    web = web_of(pinned, *CLASS[:5])
    later = web_of(replace(pinned, group="Buiten"), *CLASS[:5], before=web)
    must_be_tidy(later)
    node = place_of(later, "\0Buiten")
    assert moves(web, later)["zee"] == 0
    branch = next(branch for branch in later.branches if branch.key == "zee")
    assert branch.points[0] == (node.x, node.y)
