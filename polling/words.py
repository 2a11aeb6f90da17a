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
        self._senders: dict[str, set[str]] = {}

    def replace(self, who: str, before: Iterable[str], after: Iterable[str]) -> None:
        """The words of the participant `who` change from `before` to `after` (each as `unique` gives them)."""
        for shown in before:
            self._spellings[key(shown)][shown] -= 1
            self._senders[key(shown)].discard(who)
        for shown in after:
            counts = self._spellings.setdefault(key(shown), {})
            counts[shown] = counts.get(shown, 0) + 1
            self._senders.setdefault(key(shown), set()).add(who)

    def has_seen(self, name: str) -> bool:
        """True when somebody sent a word with this key, also one that was withdrawn."""
        return name in self._spellings

    def senders(self, names: Iterable[str]) -> frozenset[str]:
        """Who wants one of the words with these keys now."""
        return frozenset().union(*(self._senders.get(name, ()) for name in names))

    def words(self) -> tuple[tuple[str, str, int], ...]:
        """(key, the spelling shown, how many participants) for every word that someone wants now."""
        return tuple(
            (name, max(counts, key=lambda shown: counts[shown]), total)
            for name, counts in self._spellings.items()
            if (total := sum(counts.values())) > 0
        )


class Curation:
    """What the teacher made of the words of one slide, by their keys: which were merged into which, the texts and groups
    they were given, and those that keep their place."""

    def __init__(self) -> None:
        self.merged: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.groups: dict[str, str] = {}
        self.pinned: set[str] = set()

    def root(self, name: str) -> str:
        """The key of the word that this one was merged into in the end; its own when it was not."""
        while name in self.merged:
            name = self.merged[name]
        return name

    def merge(self, name: str, into: str) -> None:
        """Let a word count as another; an empty `into` takes that back."""
        _put(self.merged, name, into)

    def rename(self, name: str, text: str) -> None:
        """Show another text; an empty one is what participants typed."""
        _put(self.texts, name, text)

    def group(self, name: str, group: str) -> None:
        """Put a word into a group; an empty name takes it out."""
        _put(self.groups, name, group)

    def pin(self, name: str, pinned: bool) -> None:
        """Let a word keep its place, or not any more."""
        (self.pinned.add if pinned else self.pinned.discard)(name)


def _put(kept: dict[str, str], name: str, value: str) -> None:
    kept.pop(name, None)
    if value:
        kept[name] = value
