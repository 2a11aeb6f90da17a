"""The front matter of a lesson: lenient lines of `key: value`. A subset of YAML, read without a YAML library.

`title: Hoofdstuk 3: Cellen` and `title: 't Kofschip` are errors in YAML and what a teacher types. A value is the
rest of its line, as it stands. What is written here is valid YAML.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lessons.cutting import bare
from lessons.model import FORMAT_MAJOR
from lessons.problems import Problem, nearest, warning

_KEY = re.compile(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_ITEM = re.compile(r"[ \t]*-(?:[ \t]+(?P<value>.*))?")
_START = re.compile(r"---[ \t]*")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_FOLDED = re.compile(r"[|>][+-]?")
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)")
_COLOURS = re.compile(r"#[0-9A-Fa-f]{6}(?:[ ,]+#[0-9A-Fa-f]{6})?")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}

TEXT_KEYS = ("id", "title", "subject", "level", "year", "language", "author", "license", "description", "theme")
KNOWN = frozenset({"lesson", "duration", "tags", *TEXT_KEYS})


@dataclass(frozen=True)
class Entry:
    """One `key: value` and the lines it covers (from 0, the end exclusive); `raw` is the value as it stands."""

    key: str
    raw: str
    start: int
    end: int


@dataclass(frozen=True)
class FrontMatter:
    """The first lines of a lesson. `lines` is how many there are; `end` is the closing line (-1 when there is none)."""

    lines: int = 0
    entries: tuple[Entry, ...] = ()
    is_present: bool = False
    end: int = -1
    strays: tuple[tuple[int, str], ...] = ()


def find(lines: list[str]) -> FrontMatter:
    """Where the front matter is. Without `key:` right below the first `---` there is none: that is a slide break."""
    start = next((place for place, line in enumerate(lines) if bare(line).strip()), len(lines))
    if start + 1 >= len(lines) or not _START.fullmatch(bare(lines[start])):
        return FrontMatter()
    if not _KEY.fullmatch(bare(lines[start + 1])):
        is_closed = _END.fullmatch(bare(lines[start + 1])) is not None
        return FrontMatter(start + 2, (), True, start + 1) if is_closed else FrontMatter()
    entries: list[Entry] = []
    strays: list[tuple[int, str]] = []
    had_blank = False
    for place in range(start + 1, len(lines)):
        line = bare(lines[place])
        if _END.fullmatch(line):
            return FrontMatter(place + 1, tuple(entries), True, place, tuple(strays))
        if match := _KEY.fullmatch(line):
            entries.append(Entry(match["key"], (match["value"] or "").strip(), place, place + 1))
        elif line[:1] in (" ", "\t", "-") and line.strip() and not had_blank:
            last = entries[-1]
            entries[-1] = Entry(last.key, f"{last.raw}\n{line.rstrip()}", last.start, place + 1)
        elif not line.strip():
            had_blank = True
        elif had_blank:
            break  # a slide has begun: the closing line was forgotten
        elif not line.startswith("#"):
            strays.append((place, line.strip()))
    return _unclosed(entries)


def _unclosed(entries: list[Entry]) -> FrontMatter:
    """Front matter whose end was forgotten: it ends where its unbroken run of entries ends."""
    kept = entries[:1]
    for entry in entries[1:]:
        if entry.start != kept[-1].end:
            break
        kept.append(entry)
    return FrontMatter(kept[-1].end, tuple(kept), True)


def read(front: FrontMatter) -> tuple[dict[str, Any], list[Problem]]:
    """The lesson's fields that the front matter gives, and what is wrong with it."""
    fields: dict[str, Any] = {}
    extra: list[tuple[str, str]] = []
    problems = [warning("front_bad_line", place + 1, text=text) for place, text in front.strays]
    if front.is_present and front.end < 0:
        problems.append(warning("front_not_closed", front.lines))
    seen: set[str] = set()
    for entry in front.entries:
        key, line = entry.key, entry.start + 1
        if key in KNOWN and key in seen:
            problems.append(warning("front_twice", line, key=key))
        seen.add(key)
        if key in _READERS:
            _READERS[key](entry, fields, problems)
        elif key in TEXT_KEYS:
            fields[key] = value_of(entry.raw)
        else:
            extra.append((key, entry.raw))
            if suggestion := nearest(key, KNOWN):
                problems.append(warning("front_misspelt", line, key=key, suggestion=suggestion))
    fields["language"] = fields.get("language") or "nl"
    fields["title"] = " ".join(str(fields.get("title", "")).split())
    return {**fields, "extra": tuple(extra)}, problems


def _read_format(entry: Entry, fields: dict[str, Any], problems: list[Problem]) -> None:
    version = value_of(entry.raw)
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})*", version):
        problems.append(_bad(entry, "een versienummer, 1", "a version number, 1"))
    elif int(version.partition(".")[0]) > FORMAT_MAJOR:
        problems.append(warning("newer_format", entry.start + 1, version=version))


def _read_duration(entry: Entry, fields: dict[str, Any], problems: list[Problem]) -> None:
    match = re.fullmatch(r"([0-9]{1,4})(?: *(?:min|minuten|minutes)\.?)?", value_of(entry.raw))
    if match and int(match[1]) > 0:
        fields["duration_min"] = int(match[1])
    elif entry.raw:
        problems.append(_bad(entry, "een aantal minuten, zoals 50", "a number of minutes, such as 50"))


def _read_tags(entry: Entry, fields: dict[str, Any], problems: list[Problem]) -> None:
    fields["tags"] = list_of(entry.raw)


def _read_theme(entry: Entry, fields: dict[str, Any], problems: list[Problem]) -> None:
    """Any word may stand here; colours are `#` and six digits, one of them or two."""
    fields["theme"] = value = value_of(entry.raw)
    if "#" in value and not _COLOURS.fullmatch(value):
        dutch, english = "een of twee kleuren, zoals #004b87 #f28c00", "one or two colours, such as #004b87 #f28c00"
        problems.append(_bad(entry, dutch, english))


_READERS: dict[str, Callable[[Entry, dict[str, Any], list[Problem]], None]] = {
    "lesson": _read_format,
    "duration": _read_duration,
    "tags": _read_tags,
    "theme": _read_theme,
}


def _bad(entry: Entry, dutch: str, english: str) -> Problem:
    return warning(
        "front_bad_value",
        entry.start + 1,
        key=entry.key,
        value=entry.raw,
        expected_nl=dutch,
        expected_en=english,
    )


def value_of(raw: str) -> str:
    """A value as text: balanced quotes removed, lines below it joined."""
    first, *more = raw.split("\n")
    if _FOLDED.fullmatch(first) and more:
        return ("\n" if first[0] == "|" else " ").join(line.strip() for line in more)
    text = " ".join([first, *(line.strip() for line in more)]).strip()
    if len(text) >= 2 and text[0] == text[-1] == "'" and "'" not in text[1:-1].replace("''", ""):
        return text[1:-1].replace("''", "'")
    if re.fullmatch(r'"(?:[^"\\]|\\.)*"', text):
        return _ESCAPE.sub(_unescaped, text[1:-1])
    return text


def _unescaped(match: re.Match[str]) -> str:
    letter = match[1]
    if len(letter) == 5:
        code = int(letter[1:], 16)
        return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)
    return _ESCAPES.get(letter, letter)


def list_of(raw: str) -> tuple[str, ...]:
    """A value as a list: `[a, b]`, `- a` lines, or one text with commas."""
    first, *more = raw.split("\n")
    items = [value_of((match["value"] or "").strip()) for line in more if (match := _ITEM.fullmatch(line))]
    if items and not first:
        return tuple(item for item in items if item)
    text = " ".join([first, *(line.strip() for line in more)]).strip()
    inner = text[1:-1] if text.startswith("[") and text.endswith("]") else text
    parts = re.findall(r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]*)\s*(?:,|$)""", inner)
    return tuple(value for part in parts if (value := value_of(part.strip())))
