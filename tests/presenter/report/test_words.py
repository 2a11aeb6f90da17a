"""presenter/report/words.py: every sentence in every language, beside the presenter's own."""

from __future__ import annotations

from string import Formatter
from typing import get_args

import pytest

from lessons.model import Kind
from polling.forgetting import Reason
from polling.scores import Judgement
from presenter import words as presenter_words
from presenter.report.page import ORDERS
from presenter.report.past import COLUMNS
from presenter.report.words import CATALOGUE, Phrases, forgotten
from presenter.settings import Settings


def test_the_languages_have_the_same_sentences_with_the_same_parts() -> None:
    dutch, english = CATALOGUE["nl"], CATALOGUE["en"]
    assert dutch.keys() == english.keys()
    for name in dutch:
        assert _parts(dutch[name]) == _parts(english[name]), name


def test_no_sentence_of_the_presenter_is_said_otherwise() -> None:
    assert not CATALOGUE["nl"].keys() & presenter_words.CATALOGUE["nl"].keys()


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_whatever_there_is_to_say_is_said(language: str) -> None:
    phrases = Phrases(language)
    names = [f"kind.{kind}" for kind in Kind if kind not in (Kind.TEXT, Kind.VIDEO)]
    names += [f"wipe.{reason}" for reason in get_args(Reason)]
    names += [f"mark.{mark}" for mark in get_args(Judgement)]
    names += [f"order.{order}" for order in ORDERS] + [f"past.{column}" for column in COLUMNS]
    assert [name for name in names if not phrases.knows(name)] == []


def test_old_lessons_that_went_are_counted() -> None:
    assert forgotten(3, Settings(language="nl")) == "3 lessen van meer dan 30 dagen oud zijn gewist."
    assert forgotten(1, Settings(language="nl", keep_days=7)) == "1 les van meer dan 7 dagen oud is gewist."


def _parts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
