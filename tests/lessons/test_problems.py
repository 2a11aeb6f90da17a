"""The sentences for problems: every code in both languages, with every parameter it is given."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

import lessons
from lessons.problems import CannotOpen, Severity, distance, error, nearest, sentence, warning
from lessons.sentences import CATALOGUE

_MAKERS = frozenset({"warning", "error", "CannotOpen", "CannotSave", "_refuse"})


def _codes_in_the_code() -> set[str]:
    """The first argument of every problem made anywhere in the package."""
    found: set[str] = set()
    for path in Path(lessons.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MAKERS and node.args:
                told = node.args[0]
                found |= {
                    each.value for each in ast.walk(told) if isinstance(each, ast.Constant) and type(each.value) is str
                }
    return found


def test_every_problem_has_a_sentence_and_every_sentence_a_problem() -> None:
    assert _codes_in_the_code() == set(CATALOGUE)


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_both_languages_say_the_same_in_different_words(code: str) -> None:
    dutch, english = CATALOGUE[code]
    assert dutch != english
    assert dutch.rstrip()[-1] in ".!?}" or dutch.endswith(")")
    spared = {"expected_nl", "expected_en", "kind_nl", "kind", "limit"}
    assert _names(dutch) - spared == _names(english) - spared


def test_a_problem_is_told_in_the_readers_language() -> None:
    problem = warning("setting_misspelt", 3, 1, key="tiemr", suggestion="timer")
    assert sentence(problem, "nl") == "Onbekende instelling `tiemr`. Bedoelde je `timer`?"
    assert sentence(problem, "en") == "Unknown setting `tiemr`: did you mean `timer`?"
    assert sentence(problem, "fr") == sentence(problem, "en")
    assert (problem.line, problem.slide, problem.severity) == (3, 1, Severity.WARNING)
    assert error("no_slides").severity is Severity.ERROR


def test_a_file_that_cannot_be_opened_says_why() -> None:
    reason = CannotOpen("file_missing", {"path": "lessen/les.md"})
    assert sentence(reason, "nl") == (
        "lessen/les.md is er niet (meer). Kijk of de naam klopt en of de schijf of USB-stick is aangesloten."
    )
    assert str(reason).startswith("lessen/les.md is not there")


@pytest.mark.parametrize(
    ("one", "other", "keystrokes"),
    [
        ("timer", "timer", 0),
        ("tiemr", "timer", 1),
        ("tmer", "timer", 1),
        ("timers", "timer", 1),
        ("tamar", "timer", 2),
        ("", "ab", 2),
    ],
)
def test_distance_counts_keystrokes(one: str, other: str, keystrokes: int) -> None:
    assert distance(one, other) == distance(other, one) == keystrokes


@pytest.mark.parametrize(
    ("word", "meant"),
    [("team", ""), ("tiem", "time"), ("tiemers", "timer"), ("tip", ""), ("wordweb", ""), ("point", "points")],
)
def test_a_suggestion_is_close(word: str, meant: str) -> None:
    assert nearest(word, frozenset({"time", "timer", "points"})) == meant
