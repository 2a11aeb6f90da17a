"""presenter/words.py: every sentence in every language."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from polling.moves import Move
from presenter.words import CATALOGUE, Words, isolated


def test_the_languages_have_the_same_sentences_with_the_same_parts() -> None:
    dutch, english = CATALOGUE["nl"], CATALOGUE["en"]
    assert dutch.keys() == english.keys()
    for name in dutch:
        assert _parts(dutch[name]) == _parts(english[name]), name


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_move_of_next_is_said(language: str) -> None:
    words = Words(language)
    backward = {Move.GO_BACK, Move.CLOSE_AND_GO_BACK, Move.STEP_BACK, Move.PAGE_BACK}
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


SARA, CLASS = "\u05e9\u05e8\u05d4", "\u05db\u05d9\u05ea\u05d4 \u05d2"


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Zoë", "Zoë"),
        ("/tmp/x.log", "/tmp/x.log"),
        ("", ""),
        (SARA, f"\u2068{SARA}\u2069"),
        (f"{SARA} 2", f"\u2068{SARA} 2\u2069"),
        ("\u0645\u062d\u0645\u062f", "\u2068\u0645\u062d\u0645\u062f\u2069"),
        ("\u202enaJ", "naJ"),
        (f"{SARA}\u2069\u202e!", f"\u2068{SARA}!\u2069"),
    ],
)
def test_a_name_in_a_sentence_keeps_its_own_direction(text: str, alone: str) -> None:
    assert isolated(text) == alone


def test_a_class_with_a_hebrew_name_turns_no_sentence(qapp: QApplication) -> None:
    said = Words("nl").say("resume.choice", label=CLASS, began="08:30", slide=3, participants=12)
    order = [CLASS, "08:30", "slide", "12", "leerlingen"]
    assert seen_order(said, order) == order
    bare = said.replace("\u2068", "").replace("\u2069", "")
    assert seen_order(bare, order) != order


def seen_order(sentence: str, parts: list[str]) -> list[str]:
    """These parts of a sentence as they stand from left to right once it is painted."""
    layout = QTextLayout(sentence)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    ends = {part: sentence.index(part) for part in parts}
    lefts = {part: min(line.cursorToX(at)[0], line.cursorToX(at + len(part))[0]) for part, at in ends.items()}
    return sorted(parts, key=lambda part: lefts[part])


def _parts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_a_sentence_inside_a_sentence_stays_as_it_was_said() -> None:
    words = Words("nl")
    covered = words.say("people.covered", name=SARA, number=2)
    assert isolated(covered) == covered
    assert words.say("awaited", names=covered) == f"Nog niet: \u2068{SARA}\u2069 · Leerling 2"
