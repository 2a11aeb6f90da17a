"""The settings comment of a slide: one table of keys, what each accepts and where it works. No slides, no files."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from lessons.media import is_safe
from lessons.model import QUESTIONS, Kind, Layout, Settings, TimerMode

ALL = frozenset(Kind)
CHOICES = frozenset({Kind.QUIZ, Kind.POLL})

KIND_ALIASES: Mapping[str, Kind] = {
    **{kind.value: kind for kind in Kind},
    "tekst": Kind.TEXT,
    "tekstslide": Kind.TEXT,
    "quizvraag": Kind.QUIZ,
    "peiling": Kind.POLL,
    "woordweb": Kind.WORDWEB,
    "word web": Kind.WORDWEB,
    "open vraag": Kind.OPEN,
    "open question": Kind.OPEN,
}
KEY_ALIASES: Mapping[str, str] = {
    "soort": "kind",
    "tijd": "time",
    "punten": "points",
    "antwoord": "answer",
    "notities": "notes",
    "center": "centre",
}
KIND_NAMES_NL: Mapping[Kind, str] = {
    Kind.TEXT: "tekst",
    Kind.QUIZ: "quizvraag",
    Kind.POLL: "peiling",
    Kind.WORDWEB: "woordweb",
    Kind.OPEN: "open vraag",
    Kind.VIDEO: "video",
}

Fields = dict[str, Any]
LONGEST_S = 24 * 3600
_YES = frozenset({"yes", "ja", "true", "on", "aan"})
_NO = frozenset({"no", "nee", "false", "off", "uit"})
_TIME = re.compile(
    r"(?:(?P<hours>[0-9]{1,2}):(?=[0-9]{2}:))?(?:(?P<minutes>[0-9]{1,4}):(?=[0-9]{2}))?(?P<seconds>[0-9]{1,5})"
)
_LINE = re.compile(r"[ \t]*(?P<key>[^\W\d_][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")


@dataclass(frozen=True)
class Setting:
    """One key: the fields its value gives (None: it does not parse), where it works, and what to type."""

    read: Callable[[str], Fields | None]
    kinds: frozenset[Kind]
    expected_nl: str
    expected_en: str


def seconds_of(text: str) -> float | None:
    """The seconds of `30`, `1:30` or `1:00:00`; None for anything else."""
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    seconds = int(match["seconds"])
    if match["minutes"] and (seconds > 59 or len(match["seconds"]) != 2):
        return None
    if match["hours"] and int(match["minutes"]) > 59:
        return None
    total = int(match["hours"] or 0) * 3600 + int(match["minutes"] or 0) * 60 + seconds
    return float(total) if total <= LONGEST_S else None


def time_text(seconds: float) -> str:
    """Seconds as a person writes them: `45`, `1:30`, `10:00`. Fractions are rounded up."""
    whole = math.ceil(seconds)
    return str(whole) if whole < 60 else f"{whole // 60}:{whole % 60:02}"


def _time(text: str) -> Fields | None:
    if text in {"none", "geen"}:
        return {"time_s": None}
    seconds = seconds_of(text)
    return {"time_s": seconds} if seconds else None


def _timer(text: str) -> Fields | None:
    words = text.split()
    modes = [word for word in words if word in {"auto", "up"}]
    times = [word for word in words if word not in modes]
    if len(modes) > 1 or len(times) > 1 or not words:
        return None
    mode = TimerMode(modes[0]) if modes else TimerMode.KEY
    if not times:
        return {"timer_s": 0.0, "timer_mode": mode} if mode is TimerMode.UP else None
    if times[0] in {"none", "geen"} and not modes:
        return {"timer_s": None}
    seconds = seconds_of(times[0])
    return {"timer_s": seconds, "timer_mode": mode} if seconds else None


def _moment(field: str) -> Callable[[str], Fields | None]:
    def read(text: str) -> Fields | None:
        seconds = seconds_of(text)
        return None if seconds is None else {field: seconds}

    return read


def _yes_no(field: str) -> Callable[[str], Fields | None]:
    def read(text: str) -> Fields | None:
        return {field: text in _YES} if text in _YES | _NO else None

    return read


def _one_of(field: str, values: Mapping[str, Any]) -> Callable[[str], Fields | None]:
    def read(text: str) -> Fields | None:
        return {field: values[text]} if text in values else None

    return read


def _kind(text: str) -> Fields | None:
    kind = KIND_ALIASES.get(" ".join(text.split()))
    return {"kind": kind} if kind else None


def _text(field: str) -> Callable[[str], Fields | None]:
    def read(text: str) -> Fields | None:
        return {field: text} if text else None

    return read


def _media(field: str) -> Callable[[str], Fields | None]:
    def read(text: str) -> Fields | None:
        return {field: text} if is_safe(text) else None

    return read


def _identity(text: str) -> Fields | None:
    return {"id": text} if re.fullmatch(r"[A-Za-z0-9_-]{1,40}", text) else None


def _answers(text: str) -> Fields | None:
    accepted = tuple(part for part in split_answers(text) if part)
    return {"accepted": accepted} if accepted else None


def split_answers(text: str) -> list[str]:
    """The texts between bars; `\\|` is a bar, `\\\\` a backslash."""
    parts = _BAR.sub("\\1\0", text.replace("\0", "\ufffd")).split("\0")
    return [re.sub(r"\\([\\|])", r"\1", part.strip()) for part in parts]


_TIME_NL, _TIME_EN = "een tijd, zoals 30 of 1:30", "a time, such as 30 or 1:30"
_YES_NL, _YES_EN = "ja of nee", "yes or no"
_FILE_NL, _FILE_EN = "een bestand in media/ of een https-adres", "a file in media/ or an https address"
_ONE_WORD = "a short word of letters and digits"

TABLE: Mapping[str, Setting] = {
    "id": Setting(_identity, ALL, "een kort woord van letters en cijfers", _ONE_WORD),
    "kind": Setting(
        _kind,
        ALL,
        "tekst, quizvraag, peiling, woordweb, open vraag of video",
        "text, quiz, poll, wordweb, open or video",
    ),
    "time": Setting(_time, QUESTIONS, _TIME_NL, _TIME_EN),
    "timer": Setting(
        _timer, ALL, "een tijd zoals 10:00, met auto of up erachter", "a time such as 10:00, then auto or up"
    ),
    "ask": Setting(_one_of("asks_by_key", {"arrive": False, "key": True}), QUESTIONS, "arrive of key", "arrive or key"),
    "live": Setting(_yes_no("live"), QUESTIONS, _YES_NL, _YES_EN),
    "points": Setting(_one_of("points", {"0": 0, "1": 1, "2": 2}), frozenset({Kind.QUIZ}), "0, 1 of 2", "0, 1 or 2"),
    "multi": Setting(_yes_no("multi"), CHOICES, _YES_NL, _YES_EN),
    "shuffle": Setting(_yes_no("shuffle"), CHOICES, _YES_NL, _YES_EN),
    "answer": Setting(
        _answers, frozenset({Kind.OPEN}), "goede antwoorden met | ertussen", "right answers with | between"
    ),
    "max": Setting(
        _one_of("max_words", {str(count): count for count in range(1, 11)}),
        frozenset({Kind.WORDWEB}),
        "een aantal woorden van 1 tot 10",
        "a number of words from 1 to 10",
    ),
    "centre": Setting(_text("centre"), frozenset({Kind.WORDWEB}), "een tekst", "a text"),
    "approve": Setting(_yes_no("approve"), frozenset({Kind.WORDWEB, Kind.OPEN}), _YES_NL, _YES_EN),
    "anonymous": Setting(_yes_no("anonymous"), QUESTIONS, _YES_NL, _YES_EN),
    "start": Setting(_moment("start_s"), frozenset({Kind.VIDEO}), _TIME_NL, _TIME_EN),
    "end": Setting(_moment("end_s"), frozenset({Kind.VIDEO}), _TIME_NL, _TIME_EN),
    "autoplay": Setting(_yes_no("autoplay"), frozenset({Kind.VIDEO}), _YES_NL, _YES_EN),
    "subtitles": Setting(_media("subtitles"), frozenset({Kind.VIDEO}), _FILE_NL, _FILE_EN),
    "poster": Setting(_media("poster"), frozenset({Kind.VIDEO}), _FILE_NL, _FILE_EN),
    "layout": Setting(
        _one_of("layout", {each.value: each for each in Layout}),
        frozenset({Kind.TEXT}),
        "auto, picture, columns of title",
        "auto, picture, columns or title",
    ),
    "steps": Setting(_yes_no("steps"), frozenset({Kind.TEXT}), _YES_NL, _YES_EN),
    "share": Setting(_yes_no("share"), frozenset({Kind.TEXT}), _YES_NL, _YES_EN),
    "hidden": Setting(_yes_no("hidden"), ALL, _YES_NL, _YES_EN),
    "section": Setting(_text("section"), ALL, "een naam", "a name"),
}
KEYS = frozenset({*TABLE, *KEY_ALIASES, "notes"})
_FREE_TEXT = frozenset({"section", "centre", "answer", "subtitles", "poster", "id"})


@dataclass(frozen=True)
class Line:
    """One line of a comment that has the shape of a setting: the key as typed, the key meant, the fields or None."""

    typed: str
    key: str
    value: str
    fields: Fields | None


def read_line(text: str) -> Line | None:
    """A line as a setting, or None when it does not even have the shape of one."""
    match = _LINE.fullmatch(text)
    if match is None:
        return None
    typed, value = match["key"], (match["value"] or "").strip()
    key = KEY_ALIASES.get(typed.lower(), typed.lower())
    setting = TABLE.get(key)
    if setting is None:
        return Line(typed, key, value, None)
    return Line(typed, key, value, setting.read(value if key in _FREE_TEXT else value.lower()))


def written(found: Settings) -> list[str]:
    """The lines that say these settings; what is as it is by itself is not said."""
    usual = Settings()
    lines = {
        key: text
        for key, field, text in _texts(found)
        if getattr(found, field) != getattr(usual, field) or (key == "timer" and found.timer_mode is not TimerMode.KEY)
    }
    return [f"{key}: {text}" for key, text in lines.items()]


def _texts(found: Settings) -> list[tuple[str, str, str]]:
    """(key, field, value as text) of every setting, in the order in which they are written."""
    mode = "" if found.timer_mode is TimerMode.KEY else f" {found.timer_mode.value}"
    timer = f"{time_text(found.timer_s)}{mode}" if found.timer_s else mode.strip()
    accepted = " | ".join(text.replace("\\", "\\\\").replace("|", "\\|") for text in found.accepted)
    times = {field: time_text(getattr(found, field) or 0) for field in ("time_s", "start_s", "end_s")}
    return [
        ("time", "time_s", times["time_s"]),
        ("timer", "timer_s", timer),
        ("ask", "asks_by_key", "key"),
        ("live", "live", _yes(found.live)),
        ("points", "points", str(found.points)),
        ("multi", "multi", _yes(found.multi)),
        ("shuffle", "shuffle", "yes"),
        ("answer", "accepted", accepted),
        ("max", "max_words", str(found.max_words)),
        ("centre", "centre", found.centre),
        ("approve", "approve", "yes"),
        ("anonymous", "anonymous", "yes"),
        ("start", "start_s", times["start_s"]),
        ("end", "end_s", times["end_s"]),
        ("autoplay", "autoplay", "yes"),
        ("subtitles", "subtitles", found.subtitles),
        ("poster", "poster", found.poster),
        ("layout", "layout", found.layout.value),
        ("steps", "steps", "yes"),
        ("share", "share", "yes"),
        ("hidden", "hidden", "yes"),
        ("section", "section", found.section),
    ]


def _yes(value: bool | None) -> str:
    return "yes" if value else "no"
