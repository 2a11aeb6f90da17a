"""What choices add up to. Pure; the tally of two groups is the merge of their tallies."""

from __future__ import annotations

from collections.abc import Iterable


class Tally:
    """How many participants chose each option of one question in one round, kept up to date as answers change."""

    def __init__(self, options: int) -> None:
        self._counts = [0] * options

    @property
    def counts(self) -> tuple[int, ...]:
        """One number per option, in the order of the board."""
        return tuple(self._counts)

    def replace(self, before: Iterable[int], after: Iterable[int]) -> None:
        """One participant's choice changes from `before` to `after` (places of options)."""
        for place in before:
            self._counts[place] -= 1
        for place in after:
            self._counts[place] += 1

    def merged(self, other: Tally) -> Tally:
        """The tally of both groups together. The question must be the same."""
        both = Tally(len(self._counts))
        both._counts = [mine + theirs for mine, theirs in zip(self._counts, other._counts, strict=True)]
        return both
