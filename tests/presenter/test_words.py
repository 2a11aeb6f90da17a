"""presenter/words.py: every sentence in every language."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from polling.moves import Move
from presenter.words import CATALOGUE, Words, computer_language


def test_the_languages_have_the_same_sentences_with_the_same_parts() -> None:
    dutch, english = CATALOGUE["nl"], CATALOGUE["en"]
    assert dutch.keys() == english.keys()
    for name in dutch:
        assert _parts(dutch[name]) == _parts(english[name]), name


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_move_of_next_is_said(language: str) -> None:
    words = Words(language)
    backward = {Move.GO_BACK, Move.CLOSE_AND_GO_BACK}
    assert all(words.say(f"move.{move}") for move in Move if move not in backward)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_refusal_of_the_protocol_is_said(language: str) -> None:
    from pathlib import Path

    page = Path(__file__).parents[2].joinpath("docs", "protocol.md").read_text("utf-8")
    told = re.search(r"Refusals to a teacher screen:(.*?)\.\n", page, re.DOTALL)
    assert told is not None
    codes = re.findall(r"`([a-z_]+)`", told[1])
    assert codes
    assert [code for code in codes if not Words(language).knows(f"refused.{code}")] == []


def test_one_is_counted_in_the_singular() -> None:
    words = Words("nl")
    assert words.count("joined", 1) == "1 doet mee"
    assert words.count("joined", 2) == "2 doen mee"
    assert words.count("people.here", 1, here=1, all=2) == "1 van 2 hier"


def test_an_unknown_language_reads_english() -> None:
    assert Words("fr").language == "en"


@pytest.mark.parametrize(("locale", "language"), [("nl_NL", "nl"), ("en_GB", "en"), ("C", "nl"), ("de_DE", "nl")])
def test_the_computer_chooses_the_first_language(locale: str, language: str) -> None:
    assert computer_language(locale) == language


def _parts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
