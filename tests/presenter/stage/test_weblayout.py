"""The word web stays still: words keep their places, never overlap and never get lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.stage.theme import SMALLEST
from presenter.stage.weblayout import BOTTOM, LEFT, MIDDLE, RIGHT, TOP, Place, Web, Word, woven

EMPTY = Web(slide="web", round=1, centre="Water", centre_width=600, centre_height=130)
CLASS = [(f"woord{n}", f"woord {n}", 1 + (n * 7) % 5 if n % 3 == 0 else 1) for n in range(40)]


ROUNDING = 1e-9
"""Half a width taken from a place and added again may miss the edge by this much."""


def measure(text: str, size: int, is_bold: bool) -> float:
    """A font in which every letter is as wide."""
    return len(text) * size * (0.58 if is_bold else 0.54)


def web_of(*words: Word, before: Web = EMPTY) -> Web:
    return woven(before, words, measure)


def centre(web: Web) -> Place:
    return Place("", "", 0, *MIDDLE, web.centre_width, web.centre_height, 0, False, 0)


def must_be_tidy(web: Web, words: tuple[Word, ...]) -> None:
    """No overlaps, nothing outside, nothing lost, nothing too small."""
    for number, place in enumerate(web.places):
        assert not any(place.overlaps(other) for other in web.places[:number])
        assert not place.overlaps(centre(web))
        assert place.x - place.width / 2 >= LEFT - ROUNDING
        assert place.x + place.width / 2 <= RIGHT + ROUNDING
        assert place.y - place.height / 2 >= web.top - ROUNDING
        assert place.y + place.height / 2 <= BOTTOM + ROUNDING
        assert place.size >= SMALLEST
    assert len(web.places) + web.hidden == len(words)


VOTES = st.lists(st.integers(0, 30), min_size=1, max_size=120)


@settings(max_examples=40)
@given(VOTES)
def test_a_web_is_tidy_after_every_word(votes: list[int]) -> None:
    counts: dict[int, int] = {}
    web = EMPTY
    for begin in range(0, len(votes), 3):
        for vote in votes[begin : begin + 3]:
            counts[vote] = counts.get(vote, 0) + 1
        words = tuple((f"w{key}", "woord" * (1 + key % 3), count) for key, count in counts.items())
        web = woven(web, words, measure)
        must_be_tidy(web, words)


@pytest.mark.parametrize("count", [1, 12, 40, 120, 400])
def test_however_many_words_come_the_web_is_tidy(count: int) -> None:
    words = tuple((f"w{n}", f"woord nummer {n}", 1 + n % 4) for n in range(count))
    must_be_tidy(web_of(*words), words)


def test_a_class_with_forty_words_sees_all_of_them() -> None:
    assert web_of(*CLASS).hidden == 0


def test_words_keep_below_the_top_of_their_web() -> None:
    low = replace(EMPTY, top=TOP + 100)
    web = web_of(*CLASS, before=low)
    must_be_tidy(web, tuple(CLASS))
    assert min(place.y - place.height / 2 for place in web.places) >= TOP + 100


def test_the_same_words_give_the_same_web() -> None:
    assert web_of(*CLASS) == web_of(*CLASS)


def test_another_slide_gives_another_web() -> None:
    assert web_of(*CLASS).places != web_of(*CLASS, before=replace(EMPTY, slide="other")).places


def test_nothing_new_changes_nothing() -> None:
    web = web_of(*CLASS)
    assert woven(web, tuple(CLASS), measure) is web


def test_a_new_word_leaves_the_others_where_they_are() -> None:
    web = web_of(*CLASS[:20])
    later = web_of(*CLASS[:21], before=web)
    assert [(place.x, place.y) for place in later.places[:20]] == [(place.x, place.y) for place in web.places]


def test_a_word_that_is_withdrawn_leaves_the_others_where_they_are() -> None:
    web = web_of(*CLASS[:20])
    later = web_of(*CLASS[1:20], before=web)
    assert [place.key for place in later.places] == [key for key, _, _ in CLASS[1:20]]
    assert [(place.x, place.y) for place in later.places] == [(place.x, place.y) for place in web.places[1:]]


def test_a_growing_word_grows_in_place_when_there_is_room() -> None:
    web = web_of(("zee", "zee", 1), ("wolk", "wolk", 1))
    later = web_of(("zee", "zee", 4), ("wolk", "wolk", 1), before=web)
    assert later.places[0].size > web.places[0].size
    assert (later.places[0].x, later.places[0].y) == (web.places[0].x, web.places[0].y)


def test_a_growing_word_moves_only_few_others() -> None:
    web = web_of(*CLASS)
    words = [(key, text, 4 if key == "woord5" else count) for key, text, count in CLASS]
    later = woven(web, tuple(words), measure)
    still = sum((a.x, a.y) == (b.x, b.y) for a, b in zip(web.places, later.places, strict=True))
    assert still >= len(CLASS) - 6


def test_more_votes_make_larger_letters() -> None:
    sizes = [place.size for place in web_of(("a", "a", 1), ("b", "b", 2), ("c", "c", 4)).places]
    assert sizes == sorted(set(sizes))


def test_words_said_once_have_one_middle_size() -> None:
    assert len({place.size for place in web_of(*((f"w{n}", "woord", 1) for n in range(9))).places}) == 1


def test_one_more_vote_does_not_shrink_everyone() -> None:
    web = web_of(("a", "a", 7), ("b", "b", 2))
    later = web_of(("a", "a", 8), ("b", "b", 2), before=web)
    assert later.places[1] == web.places[1]


def test_a_withdrawn_vote_does_not_make_everyone_grow() -> None:
    web = web_of(("a", "a", 7), ("b", "b", 2))
    later = web_of(("a", "a", 6), ("b", "b", 2), before=web)
    assert later.places[1] == web.places[1]


def test_a_word_keeps_its_colour() -> None:
    web = web_of(*CLASS[:5])
    assert web.places[0].colour == web_of(*CLASS[:1]).places[0].colour


def test_when_not_all_fit_those_with_many_votes_are_shown() -> None:
    words = [(f"w{n}", f"een lang woord {n}", 1) for n in range(300)]
    words.append(("laat", "laat", 9))
    web = web_of(*words)
    assert web.hidden > 0
    assert "laat" in {place.key for place in web.places}


def test_a_very_long_word_has_smaller_letters() -> None:
    (place,) = web_of(("w", "w" * 30, 9)).places
    assert place.width < 800


def test_an_empty_web_is_empty() -> None:
    assert web_of() == EMPTY
