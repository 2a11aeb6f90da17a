"""The stage's sentences: both languages say all of them, and numbers choose the form."""

from __future__ import annotations

import string

import pytest

from presenter.stage import words
from presenter.stage.words import LANGUAGES, pieces, say


@pytest.mark.parametrize(
    ("language", "count", "told"),
    [
        ("nl", 1, "**1** doet mee"),
        ("nl", 21, "**21** doen mee"),
        ("nl-BE", 0, "**0** doen mee"),
        ("en", 1, "**1** has joined"),
        ("en", 2, "**2** have joined"),
        ("fr", 2, "**2** have joined"),
    ],
)
def test_the_number_chooses_the_form(language: str, count: int, told: str) -> None:
    assert say(language, "joined", count=count) == told


def test_every_language_says_every_sentence_with_the_same_parameters() -> None:
    def parameters(sentence: str | tuple[str, str]) -> set[str | None]:
        forms = sentence if isinstance(sentence, tuple) else (sentence,)
        return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}

    asked = [{key: parameters(told) for key, told in words._CATALOGUE[language].items()} for language in LANGUAGES]
    assert all(each == asked[0] for each in asked)


def test_what_is_filled_in_is_not_read_as_a_sentence() -> None:
    assert say("nl", "web_video", host="{count}") == "Video op {count}"


def test_a_sentence_is_cut_at_its_bold_parts() -> None:
    assert pieces("**21** van 28") == [("21", True), (" van 28", False)]
