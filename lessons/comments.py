"""What the comments of a slide say: settings or the speaker's notes. Finds no comments itself and reads no slides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lessons import settings
from lessons.cutting import Comment
from lessons.model import Kind, Settings
from lessons.problems import Problem, nearest, warning

_NOTES = re.compile(r"\s*(?:notes|notities)[ \t]*:(?P<text>.*)", re.DOTALL | re.IGNORECASE)
_HIDDEN_END = re.compile(r"--&(?P<more>(?:amp;)*)gt;")


@dataclass(frozen=True)
class Told:
    """What the comments say together. `lines` are (line from 0, setting); `are_settings` tells which comment is."""

    id: str
    kind: Kind | None
    values: Settings
    notes: str
    lines: tuple[tuple[int, settings.Line], ...]
    problems: tuple[Problem, ...]
    are_settings: tuple[bool, ...]


def read(comments: tuple[Comment, ...]) -> Told:
    """Read every comment; a later setting wins. Lines in the problems count from 0."""
    fields: settings.Fields = {}
    notes: list[str] = []
    found: list[tuple[int, settings.Line]] = []
    problems: list[Problem] = []
    kinds: list[bool] = []
    for comment in comments:
        lines = settings_in(comment)
        kinds.append(lines is not None)
        if lines is None:
            problems += _looks_like_settings(comment)
            notes.append(notes_in(comment))
            continue
        found += lines
        for _, line in lines:
            fields.update(line.fields or {})
    identity, kind = fields.pop("id", ""), fields.pop("kind", None)
    text = "\n\n".join(note for note in notes if note)
    return Told(identity, kind, Settings(**fields), text, tuple(found), tuple(problems), tuple(kinds))


def settings_in(comment: Comment) -> list[tuple[int, settings.Line]] | None:
    """The settings of a comment, or None when one line of it is something else (then it is notes)."""
    lines = []
    for place, text in enumerate(unhidden(comment.text).split("\n"), comment.first_line):
        if not text.strip():
            continue
        line = settings.read_line(text.strip())
        if line is None or line.fields is None:
            return None
        lines.append((place, line))
    return lines or None


def notes_in(comment: Comment) -> str:
    """The notes of a comment, without the word `notes:` that may open it."""
    match = _NOTES.fullmatch(comment.text)
    return notes_text(unhidden(match["text"] if match else comment.text))


def notes_text(text: str) -> str:
    """Notes without the spaces around them and without the indent that their lines share."""
    first, *more = text.split("\n")
    indents = [len(line) - len(line.lstrip(" \t")) for line in more if line.strip()]
    shared = min(indents, default=0)
    return "\n".join([first.strip(), *(line[shared:].rstrip() for line in more)]).strip()


def unhidden(text: str) -> str:
    """The text of a comment as it is meant: `--&gt;` stands for the sign that would end it."""
    return _HIDDEN_END.sub(lambda match: f"--&{match['more'][4:]}gt;" if match["more"] else "-->", text)


def hidden(text: str) -> str:
    """A text as it can stand in a comment; `unhidden` gives it back."""
    return _HIDDEN_END.sub(lambda match: f"--&amp;{match['more']}gt;", text).replace("-->", "--&gt;")


def _looks_like_settings(comment: Comment) -> list[Problem]:
    """What to say about notes that were probably meant as settings."""
    if _NOTES.fullmatch(comment.text):
        return []
    texts = [(place, text.strip()) for place, text in enumerate(comment.text.split("\n"), comment.first_line)]
    lines = [(place, settings.read_line(text)) for place, text in texts if text]
    shaped = [(place, line) for place, line in lines if line is not None]
    known = any(line.key in settings.TABLE for _, line in shaped)
    near = len(shaped) == len(lines) and any(nearest(line.typed.lower(), settings.KEYS) for _, line in shaped)
    if not known and not near:
        return []
    told = [problem for place, line in shaped if (problem := _about(place, line))]
    return [warning("settings_are_notes", comment.first_line), *told]


def _about(place: int, line: settings.Line) -> Problem | None:
    """What is wrong with one line that has the shape of a setting."""
    setting = settings.TABLE.get(line.key)
    if setting is None:
        suggestion = nearest(line.typed.lower(), settings.KEYS)
        if not suggestion:
            return warning("setting_unknown", place, key=line.typed)
        return warning("setting_misspelt", place, key=line.typed, suggestion=suggestion)
    if line.fields is not None:
        return None
    nl, en = setting.expected_nl, setting.expected_en
    return warning("setting_bad_value", place, key=line.typed, value=line.value, expected_nl=nl, expected_en=en)
