"""The words of a word web: one typed word -> its key, and the web they make together. Pure.

The key folds case, accents and outer punctuation away (not the sign of a number); it is never shown. Shown is the spelling most participants
chose, the earliest of them when it is a tie. A participant counts once per word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from polling.typed import line, says_something, skeleton

_EDGES = " \t.,;:!?\"'()[]{}<>«»“”‘’„…-–—_/\\*"
_SIGNED = re.compile(r"[-–+]\d")


def word(typed: str) -> str:
    """The word as it is shown and kept: one clean line. Empty when it says nothing."""
    cleaned = line(typed)
    return cleaned if says_something(cleaned) else ""


def key(shown: str) -> str:
    """What makes two spellings the same word."""
    folded = skeleton(shown)
    if _SIGNED.match(folded):
        return folded.rstrip(_EDGES)
    bare = folded.strip(_EDGES)
    return bare if says_something(bare) else folded


def unique(typed: Iterable[str]) -> tuple[str, ...]:
    """The words in order, cleaned, each key once."""
    kept: dict[str, str] = {}
    for each in typed:
        shown = word(each)
        if shown:
            kept.setdefault(key(shown), shown)
    return tuple(kept.values())


class Web:
    """The words of one round, kept up to date as answers change. Words stay in the order in which they first came."""

    def __init__(self) -> None:
        self._spellings: dict[str, dict[str, int]] = {}

    def replace(self, before: Iterable[str], after: Iterable[str]) -> None:
        """One participant's words change from `before` to `after` (each as `unique` gives them)."""
        for shown in before:
            self._spellings[key(shown)][shown] -= 1
        for shown in after:
            counts = self._spellings.setdefault(key(shown), {})
            counts[shown] = counts.get(shown, 0) + 1

    def words(self) -> tuple[tuple[str, str, int], ...]:
        """(key, the spelling shown, how many participants) for every word that someone wants now."""
        return tuple(
            (name, max(counts, key=lambda shown: counts[shown]), total)
            for name, counts in self._spellings.items()
            if (total := sum(counts.values())) > 0
        )
