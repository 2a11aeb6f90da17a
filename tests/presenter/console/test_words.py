"""presenter/console/words.py: a part of the presenter's catalogue."""

from __future__ import annotations

from presenter.console.words import DUTCH, ENGLISH
from presenter.words import _EN, _NL, CATALOGUE


def test_every_sentence_of_the_panels_is_in_the_catalogue() -> None:
    assert DUTCH.items() <= CATALOGUE["nl"].items()
    assert ENGLISH.items() <= CATALOGUE["en"].items()


def test_no_sentence_has_two_places() -> None:
    assert not DUTCH.keys() & _NL.keys()
    assert not ENGLISH.keys() & _EN.keys()
