"""presenter/console/word_deeds.py: for every deed there is one that takes it back."""

from __future__ import annotations

import pytest

from polling.commands import GroupWord, Hide, MergeWord, Mode, Moderate, PinWord, RenameWord, Show
from polling.wire import WordPart, WordsPart, WordView
from presenter.console.word_deeds import WordDeed, undoing, word_choices, word_of
from presenter.words import Words

ZEE = WordView(
    key="zee", text="Zee", count=2, group="Buiten", is_pinned=True, parts=(WordPart(key="zeeen", text="zeeën"),)
)  # fmt: skip
KUT = WordView(key="kut", text="kut", count=1, is_shown=False, is_held=True)
PART = WordsPart(revision=1, slide="s4", round=1, participants=2, words=(ZEE, KUT))


@pytest.mark.parametrize(
    ("deed", "back"),
    [
        (Hide("zee"), Show("zee")),
        (Show("kut"), Hide("kut")),
        (MergeWord("kut", "zee"), MergeWord("kut", "")),
        (MergeWord("zeeen", ""), MergeWord("zeeen", "zee")),
        (RenameWord("zee", "Noordzee"), RenameWord("zee", "Zee")),
        (PinWord("zee", False), PinWord("zee", True)),
        (GroupWord("zee", ""), GroupWord("zee", "Buiten")),
        (Moderate(Mode.OPEN), Moderate(Mode.FILTER)),
        (Hide("niets"), None),
        (PinWord("niets", True), None),
    ],
)
def test_what_takes_a_deed_back(deed: WordDeed, back: WordDeed | None) -> None:
    assert undoing(deed, PART) == back


def test_a_word_is_found_by_what_was_merged_into_it() -> None:
    assert word_of(PART, "zeeen") is ZEE
    assert word_of(PART, "niets") is None


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_choices_fit_the_word(language: str) -> None:
    choices = dict(word_choices(ZEE, PART, Words(language)))
    assert Hide("zee") in choices.values()
    assert PinWord("zee", False) in choices.values()
    assert MergeWord("zeeen", "") in choices.values()
    assert GroupWord("zee", "") in choices.values()
    rude = dict(word_choices(KUT, PART, Words(language)))
    assert Show("kut") in rude.values()
    assert GroupWord("kut", "Buiten") in rude.values()
