"""What is said before a lesson runs."""

from __future__ import annotations

import pytest

from polling import sentences


def test_every_sentence_exists_in_both_languages_with_the_same_parts() -> None:
    assert sentences.CATALOGUE["nl"].keys() == sentences.CATALOGUE["en"].keys()
    for name, dutch in sentences.CATALOGUE["nl"].items():
        parts = [part for part in ("{folder}", "{service}", "{file}", "--data") if part in dutch]
        assert [part for part in parts if part not in sentences.CATALOGUE["en"][name]] == []


def test_another_language_reads_english() -> None:
    assert sentences.say("unreadable", "fr", file="a.sqlite3").startswith("The lesson in a.sqlite3")
    assert sentences.say("unreadable", "nl", file="a.sqlite3").startswith("De les in a.sqlite3")


@pytest.mark.parametrize(
    ("name", "language"),
    [("nl_NL", "nl"), ("Dutch_Netherlands", "nl"), ("en_GB", "en"), ("C", "nl"), ("POSIX", "nl"), ("de_DE", "en")],
)
def test_the_language_is_that_of_the_computer(name: str, language: str) -> None:
    assert sentences.computer_language(name) == language


def test_a_computer_that_says_nothing_reads_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert sentences.computer_language() == "nl"
