"""presenter/kinship.py: what may be one word is suggested, what is not is left alone."""

from __future__ import annotations

from itertools import combinations

import pytest

from presenter.kinship import Kin, are_kin, kin


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("dijk", "dijken", "nl"), ("zee", "zeeen", "nl"), ("vis", "vissen", "nl"), ("boot", "boten", "nl"),
        ("foto", "foto's", "nl"), ("kind", "kinderen", "nl"), ("molen", "molens", "nl"), ("huis", "huisje", "nl"),
        ("dike", "dikes", "en"), ("swim", "swimming", "en"), ("river", "rivers", "en"),
        ("overstroming", "overstrooming", "nl"), ("watersnoodramp", "watersnoodrmap", "nl"), 
        ("rivieren", "rivierren", "nl"),
    ],
)  # fmt: skip
def test_forms_and_slips_of_one_word_are_kin(one: str, other: str, language: str) -> None:
    assert are_kin(one, other, language)
    assert are_kin(other, one, language)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zee", "meer"), ("regen", "zegen"), ("bad", "bed"), ("1953", "1954"), ("groep 1", "groep 2"), ("ei", "eis"),
        ("water", "wafer"), ("🌊", "🌧"), ("ja", "nee"),
    ],
)  # fmt: skip
def test_other_words_are_not(one: str, other: str) -> None:
    assert not are_kin(one, other, "nl")


def test_the_word_that_fewer_sent_is_merged_into_the_other() -> None:
    assert kin((("dijken", 1), ("zee", 2), ("dijk", 4)), "nl") == (Kin("dijken", "dijk"),)
    assert kin((("dijken", 1), ("dijk", 1)), "nl") == (Kin("dijk", "dijken"),)


def test_no_word_is_suggested_twice_and_none_into_one_that_goes() -> None:
    words = tuple((word, 1) for word in ("vis", "vissen", "visje", "visjes", "dijk", "dijken", "boot"))
    found = kin(words, "nl")
    assert len({each.word for each in found}) == len(found)
    assert not {each.word for each in found} & {each.into for each in found}


def test_of_a_class_hardly_any_pair_is_suggested_that_is_not_one() -> None:
    from tests.web_words import DUTCH

    pairs = [pair for pair in combinations([word.casefold() for word in DUTCH], 2) if are_kin(*pair, "nl")]
    assert len(pairs) <= 12, pairs
