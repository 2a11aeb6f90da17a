"""presenter/completing/words.py: every sentence in every language, beside the presenter's own."""

from __future__ import annotations

from string import Formatter

import pytest

from lessons.gaps import GapCode
from lessons.model import Kind
from presenter import words as presenter_words
from presenter.completing.words import CATALOGUE, Phrases


def test_the_languages_have_the_same_sentences_with_the_same_parts() -> None:
    dutch, english = CATALOGUE["nl"], CATALOGUE["en"]
    assert dutch.keys() == english.keys()
    for name in dutch:
        assert _parts(dutch[name]) == _parts(english[name]), name


def test_no_sentence_of_the_presenter_is_said_otherwise() -> None:
    assert not CATALOGUE["nl"].keys() & presenter_words.CATALOGUE["nl"].keys()


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_every_gap_and_kind_is_said(language: str) -> None:
    phrases = Phrases(language)
    assert phrases.say("cancel")
    for code in GapCode:
        assert phrases.say(f"ask.{code}")
        assert phrases.say(f"tell.{code}", target="media/a.png")
        assert phrases.say(f"short.{code}")
    assert all(phrases.say(f"kind.{kind}") for kind in Kind)


def _parts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
