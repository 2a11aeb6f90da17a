"""Results as text for other programs: JSON for scripts, CSV for spreadsheets. Pure; opens no file."""

from __future__ import annotations

import csv
import io
import unicodedata

import msgspec

from polling.answers import Choice, Text, Value, Words
from polling.results import ResultQuestion, Results

HEADINGS = {
    "nl": ("slide", "soort", "vraag", "ronde", "leerling", "antwoord", "goed", "seconden"),
    "en": ("slide", "kind", "question", "round", "participant", "answer", "right", "seconds"),
}
_YES_NO = {"nl": {True: "ja", False: "nee", None: ""}, "en": {True: "yes", False: "no", None: ""}}
_DELIMITERS = {"nl": ";", "en": ","}
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def to_json(results: Results) -> str:
    """The whole session; the fields are those of polling/results.py and of docs/results.md."""
    return msgspec.json.format(msgspec.json.encode(results), indent=2).decode()


def to_csv(results: Results, language: str) -> str:
    """One row per answer, as a spreadsheet of this language reads it. It begins with a byte order mark, so that the
    spreadsheet knows the encoding. No cell can be taken for a formula."""
    spoken = language if language in HEADINGS else "en"
    text = io.StringIO(newline="")
    text.write("\ufeff")
    sheet = csv.writer(text, delimiter=_DELIMITERS[spoken], lineterminator="\r\n")
    sheet.writerow(HEADINGS[spoken])
    for question in results.questions:
        for asked in question.rounds:
            for answer in asked.answers:
                said = said_as_text(question, answer.value)
                right = _YES_NO[spoken][answer.right]
                seconds = f"{answer.seconds:.1f}".replace(".", "," if spoken == "nl" else ".")
                cells = (question.kind, question.question, asked.round, answer.name, said, right, seconds)
                sheet.writerow([question.number, *(safe(str(cell)) for cell in cells)])
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
    """A cell that no spreadsheet takes for a formula, not even after the compatibility forms are folded away."""
    folded = unicodedata.normalize("NFKC", cell[:1])
    return f"'{cell}" if folded.startswith(_FORMULA_STARTS) else cell
