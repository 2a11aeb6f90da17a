"""Which words of a web may be the same to a teacher: plurals and other forms, and words that differ by a slip. Pure; it
suggests and never merges."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer
from rapidfuzz import fuzz

LIKENESS = 90
"""From so many hundredths on two words may be one with a slip in it,"""
_LONG = 5
"""if both have so many letters."""
_ENDINGS = ("en", "s", "n", "'s", "es", "eren", "je", "jes", "tje", "tjes", "pje")
_MOST = 240
"""More words than this are not compared with each other."""
_STEMMERS = {language: snowballstemmer.stemmer(name) for language, name in (("nl", "dutch"), ("en", "english"))}


@dataclass(frozen=True)
class Kin:
    """The word with this key may be the same as the other, which more students sent, or which came first."""

    word: str
    into: str


@lru_cache(maxsize=32)
def kin(words: tuple[tuple[str, int], ...], language: str) -> tuple[Kin, ...]:
    """The pairs among these words (key, how many sent it), in the order in which they came: each word once."""
    ranked = sorted(words[:_MOST], key=lambda word: -word[1])
    found: dict[str, Kin] = {}
    for place, (into, _) in enumerate(ranked):
        for word, _ in ranked[place + 1 :]:
            if word not in found and into not in found and are_kin(word, into, language):
                found[word] = Kin(word, into)
    return tuple(found[word] for word, _ in words if word in found)


@lru_cache(maxsize=65_536)
def are_kin(one: str, other: str, language: str) -> bool:
    """True when one is a form of the other, or differs from it by a slip. A number is its own."""
    if one.isdigit() or other.isdigit() or _digits(one) != _digits(other):
        return False
    if _stem(one, language) == _stem(other, language) or _is_plural(one, other) or _is_plural(other, one):
        return True
    return min(len(one), len(other)) >= _LONG and fuzz.ratio(one, other, score_cutoff=LIKENESS) > 0


def _is_plural(long: str, short: str) -> bool:
    return len(short) > 2 and any(long == short + ending for ending in _ENDINGS)


@lru_cache(maxsize=4096)
def _stem(word: str, language: str) -> str:
    stemmer = _STEMMERS.get(language, _STEMMERS["en"])
    return " ".join(stemmer.stemWord(each) if len(each) > 2 else each for each in word.split())


def _digits(word: str) -> str:
    return "".join(letter for letter in word if letter.isdigit())
