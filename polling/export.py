"""Results as text for other programs: JSON for scripts, CSV for spreadsheets. Pure; opens no file."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence

import msgspec

from polling.answers import Choice, Text, Value, Words
from polling.results import ResultQuestion, Results, ResultWord

HEADINGS = {
    "nl": ("slide", "soort", "vraag", "ronde", "leerling", "antwoord", "goed", "seconden", "ster"),
    "en": ("slide", "kind", "question", "round", "participant", "answer", "right", "seconds", "star"),
}
WORD_HEADINGS = {
    "nl": ("woord", "aantal", "groep", "ook geschreven als"),
    "en": ("word", "count", "group", "also written as"),
}
_YES_NO = {"nl": {True: "ja", False: "nee", None: ""}, "en": {True: "yes", False: "no", None: ""}}
_DELIMITERS = {"nl": ";", "en": ","}
_FORMULA_STARTS = ("=", "+", "-", "@")
_PASSED_OVER = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_BREAKS = re.compile(r"\r\n|[,;\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""Where a spreadsheet that was told another delimiter, or that takes every new line for a row, begins another cell."""


def to_json(results: Results) -> str:
    """The whole session; the fields are those of polling/results.py and of docs/results.md."""
    return msgspec.json.format(msgspec.json.encode(results), indent=2).decode()


def to_csv(results: Results, language: str) -> str:
    """One row per answer, as a spreadsheet of this language reads it. It begins with a byte order mark, so that the
    spreadsheet knows the encoding. No cell can be taken for a formula, nor can what is left of one where the wrong
    delimiter cut it; text stands between quotes."""
    spoken = language if language in HEADINGS else "en"
    rows: list[Sequence[object]] = [HEADINGS[spoken]]
    for question in results.questions:
        for asked in question.rounds:
            for answer in asked.answers:
                said = said_as_text(question, answer.value)
                right = _YES_NO[spoken][answer.right]
                seconds = f"{answer.seconds:.1f}".replace(".", "," if spoken == "nl" else ".")
                star = _YES_NO[spoken][answer.is_starred or None]
                cells = (question.kind, question.question, answer.name, said, right, seconds, star)
                texts = [safe(cell) for cell in cells]
                rows.append([question.number, *texts[:2], asked.round, *texts[2:]])
    return _written(spoken, rows)


def words_to_csv(words: Iterable[ResultWord], language: str) -> str:
    """One row per word of a word web: its text, how many sent it, its group and what was merged into it. Written like
    `to_csv`."""
    spoken = language if language in HEADINGS else "en"
    rows = [[safe(word.text), word.count, safe(word.group), safe(", ".join(word.variants))] for word in words]
    return _written(spoken, [WORD_HEADINGS[spoken], *rows])


def _written(spoken: str, rows: Iterable[Sequence[object]]) -> str:
    """The rows, the headings first, as a spreadsheet of this language reads them."""
    text = io.StringIO(newline="")
    text.write("\ufeff")
    sheet = csv.writer(text, delimiter=_DELIMITERS[spoken], lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    sheet.writerows(rows)
    return text.getvalue()


def said_as_text(question: ResultQuestion, value: Value) -> str:
    """An answer as a person reads it."""
    match value:
        case Choice():
            return ", ".join(f"{chr(ord('A') + place)} {question.options[place].text}" for place in value.options)
        case Words():
            return ", ".join(value.words)
        case Text():
            return value.text


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, and no piece of it either: an apostrophe stands before what could
    begin one, also after white space, after a delimiter or a new line, and in compatibility forms."""
    first = "'" if _begins_formula(cell) else ""
    return first + _BREAKS.sub(lambda found: found[0] + ("'" if _begins_formula(cell[found.end() :]) else ""), cell)


def _begins_formula(text: str) -> bool:
    if text.startswith(("\t", "\r")):
        return True
    for character in text:
        if character != '"' and unicodedata.category(character) not in _PASSED_OVER:
            return unicodedata.normalize("NFKC", character).startswith(_FORMULA_STARTS)
    return False
