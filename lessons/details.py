"""Writing the front matter: only the details that changed, as valid YAML. For reading see `lessons.frontmatter`."""

from __future__ import annotations

import re
from typing import Any

from lessons import frontmatter
from lessons.cutting import BOM, bare, lines_of
from lessons.frontmatter import KNOWN, TEXT_KEYS, FrontMatter
from lessons.model import FORMAT_MAJOR, Lesson

_ORDER = (
    *("id", "title", "subject", "level", "year", "duration", "language"),
    *("author", "license", "description", "tags", "theme"),
)
_PLAIN = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f\x85\u2028\u2029\ufeff:#]|:(?=[^\s])|(?<=\S)#)*")
_PLAIN_ITEM = re.compile(r"[^\W_][^\x00-\x1f\x7f\x85\u2028\u2029\ufeff:#,\[\]{}\"']*")
_NAMES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def head_of(lesson: Lesson) -> str:
    """The front matter of the lesson: its own text where that still says the same."""
    wanted = tidied(lesson)
    front = frontmatter.find(lines_of(lesson.head))
    if _means(lesson.head, wanted) and (front.end >= 0 or not front.is_present):
        return lesson.head
    if front.end >= 0 and _means(patched := _patched(lesson.head, front, wanted), wanted):
        return patched
    return _composed(lesson.head, wanted)


def tidied(lesson: Lesson) -> dict[str, Any]:
    """What the front matter can hold of a lesson, by key."""
    values: dict[str, Any] = {key: _clean(str(getattr(lesson, key))) for key in TEXT_KEYS}
    values["title"] = " ".join(values["title"].split())
    values["language"] = values["language"] or "nl"
    minutes = lesson.duration_min
    values["duration"] = minutes if minutes is not None and 0 < minutes <= 9999 else None
    values["tags"] = tuple(tag for each in lesson.tags if (tag := _clean(each)))
    values["extra"] = tuple(each for each in lesson.extra if _can_stand(*each))
    return values


def _clean(text: str) -> str:
    return text.replace("\0", "\ufffd").strip()


def _can_stand(key: str, raw: str) -> bool:
    """True for an unknown detail that would be read back as it is."""
    if key in KNOWN:
        return False
    text = f"---\n{key}: {raw}\n---\n"
    front = frontmatter.find(lines_of(text))
    return front.lines == len(lines_of(text)) and [(entry.key, entry.raw) for entry in front.entries] == [(key, raw)]


def _means(head: str, wanted: dict[str, Any]) -> bool:
    """True when this text is front matter and nothing more, and says what is wanted."""
    lines = lines_of(head)
    front = frontmatter.find(lines)
    if front.lines != len(lines):
        return False
    found, _ = frontmatter.read(front)
    return tidied(Lesson(**found)) == wanted


def _patched(head: str, front: FrontMatter, wanted: dict[str, Any]) -> str:
    """The front matter with the changed details replaced, and new ones above its closing line."""
    lines = lines_of(head)
    end = "\r\n" if "\r\n" in head else "\n"
    found, _ = frontmatter.read(front)
    before = tidied(Lesson(**found))
    added: list[str] = []
    places = {entry.key: entry for entry in front.entries}
    for key in _ORDER:
        if wanted[key] == before[key]:
            continue
        text = f"{key}: {_value(wanted[key])}{end}" if wanted[key] else ""
        if entry := places.get(key):
            lines[entry.start : entry.end] = [text, *[""] * (entry.end - entry.start - 1)]
        else:
            added.append(text)
    return "".join([*lines[: front.end], *added, *lines[front.end :]])


def _composed(head: str, wanted: dict[str, Any]) -> str:
    """New front matter; none when there is nothing to say."""
    end = "\r\n" if "\r\n" in head else "\n"
    mark = BOM if head.startswith(BOM) else ""
    lines = [f"{key}: {_value(wanted[key])}" for key in _ORDER if wanted[key]]
    lines += [f"{key}: {raw}".rstrip() for key, raw in wanted["extra"]]
    if lines == ["language: nl"]:
        return mark
    return mark + "".join(bare(line) + end for line in ["---", f"lesson: {FORMAT_MAJOR}", *_split(lines), "---"])


def _split(lines: list[str]) -> list[str]:
    return [part for line in lines for part in line.split("\n")]


def _value(value: str | int | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(item if _PLAIN_ITEM.fullmatch(item) else _in_quotes(item) for item in value) + "]"
    text = str(value)
    return text if _PLAIN.fullmatch(text) and text[-1] != ":" else _in_quotes(text)


def _in_quotes(text: str) -> str:
    signs = (_NAMES.get(sign) or (sign if sign.isprintable() else _code(sign)) for sign in text)
    return '"' + "".join(signs) + '"'


def _code(sign: str) -> str:
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else sign
