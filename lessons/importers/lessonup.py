"""The text of a LessonUp lesson page, as a teacher copies it. What the text does not hold is listed to complete.

The page names each slide *below* its text (`Slide 3 - Quizvraag`), counts them, and puts its own words around them. The
text has no right answers, no addresses of videos and no pictures: those are never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lessons.decoding import decode
from lessons.importers import _lessonup_words as words
from lessons.importers._pasted_text import (
    Line,
    is_title,
    linked,
    logical_lines,
    markdown,
    sentences,
    tidy_lines,
)
from lessons.markdown import escaped
from lessons.model import Kind, Lesson, Option, Settings, Slide
from lessons.problems import Problem, warning
from lessons.settings import seconds_of

_CLOCK = re.compile(r"\d{1,3}:\d{2}")
_LETTERS = "ABCDEF"
_MODEL_KINDS = {
    words.QUIZ: Kind.QUIZ,
    words.WORDWEB: Kind.WORDWEB,
    words.OPEN: Kind.OPEN,
    words.VIDEO: Kind.VIDEO,
    words.POLL: Kind.POLL,
}


@dataclass(frozen=True)
class Part:
    """The lines of one slide above its label; `line` is where they begin in the page (from 1)."""

    number: int
    label: str
    lines: list[str]
    line: int
    notes: str = ""

    @property
    def kind(self) -> str:
        """The kind in our words; "" when the label is not known."""
        return words.KINDS.get(self.label.casefold(), "")


@dataclass
class _Page:
    """What has been found on the page so far."""

    fields: dict[str, object] = field(default_factory=dict)
    count: int | None = None
    language: str = ""
    problems: list[Problem] = field(default_factory=list)


def recognises(data: bytes) -> bool:
    """True for a text with a first label of a known kind, or with the sentence that counts the slides and a label."""
    lines = [line.strip() for line in tidy_lines(decode(data)[0])]
    first = [match["kind"] for line in lines if (match := words.LABEL.fullmatch(line)) and match["number"] == "1"]
    is_counted = any(pattern.fullmatch(line) for line in lines for pattern in words.COUNTS.values())
    return any(kind.casefold() in words.KINDS for kind in first) or (is_counted and bool(first))


def read(data: bytes) -> tuple[Lesson, list[Problem]]:
    """The lesson of a copied page, and what it still needs, slide by slide."""
    text, problems = decode(data)
    lines = tidy_lines(text)
    page = _Page(problems=list(problems))
    start = _read_header(lines, page)
    parts = _parts(lines, start, page)
    slides = tuple(_slide(part, page) for part in parts)
    if page.count is not None and page.count != len(slides):
        page.problems.append(warning("import_count", announced=page.count, found=len(slides)))
    title = str(page.fields.get("title", "")) or next((each.title for each in slides[:1] if not each.asks), "")
    fields = {**page.fields, "title": title, "language": page.language or _language_of(parts)}
    return Lesson(**fields, slides=slides), sorted(page.problems, key=lambda each: each.slide)  # type: ignore[arg-type]


# --- the header -----------------------------------------------------------------------------------------------------


def _read_header(lines: list[str], page: _Page) -> int:
    """Read the details above the slides; the line on which the slides begin."""
    first = next((place for place, line in enumerate(lines) if _label(line)), len(lines))
    start = 0
    for place in range(first):
        start = _read_phrase(lines[place].strip(), page, place, start)
    header = [line.strip() for line in lines[:start]]
    counter = next((place for place, line in enumerate(header) if words.COUNTER.fullmatch(line)), None)
    title = next((line for line in header if line), "")
    if title and not _is_page_words(title):
        page.fields["title"] = title
    for line in header[counter + 1 if counter is not None else 1 :]:
        _read_level(line, page)
    return start


def _read_phrase(line: str, page: _Page, place: int, start: int) -> int:
    """Note what a line of the page itself says; the slides begin below the last such line."""
    if match := words.COUNTER.fullmatch(line):
        page.count = int(match["count"])
        return place + 1
    for patterns in (words.COUNTS, words.DURATIONS, words.STARTS):
        for language, pattern in patterns.items():
            if match := pattern.fullmatch(line):
                page.language = page.language or language
                found = match.groupdict()
                if "count" in found:
                    page.count = int(found["count"])
                if "minutes" in found:
                    page.fields["duration_min"] = int(found["minutes"]) or None
                return place + 1
    return start


def _is_page_words(line: str) -> bool:
    patterns = (
        words.COUNTER,
        words.FIRST_HEADER,
        *words.COUNTS.values(),
        *words.DURATIONS.values(),
        *words.STARTS.values(),
    )
    return line.casefold() in words.NEXT or any(pattern.fullmatch(line) for pattern in patterns)


def _read_level(line: str, page: _Page) -> None:
    """Subject, level and year, which the page glues together: `BiologieMiddelbare schoolhavoLeerjaar 2`."""
    if not line or _is_page_words(line) or "level" in page.fields:
        return
    match = words.YEAR.fullmatch(line)
    rest = match["rest"].strip() if match else line
    places = [(rest.find(level), -len(level), level) for level in words.LEVELS if level in rest]
    if not places:
        return
    place, _, level = min(places)
    page.fields["subject"] = rest[:place].strip()
    page.fields["level"] = rest[place + len(level) :].strip(" ,") or level
    if match:
        page.fields["year"] = ", ".join(re.split(r"[ ,]+", match["year"].strip(" ,")))


def _language_of(parts: list[Part]) -> str:
    labels = {part.label.casefold() for part in parts}
    if labels & words.DUTCH_KINDS or not labels:
        return "nl"
    return "fr" if labels & words.FRENCH_KINDS else "en"


# --- the slides -----------------------------------------------------------------------------------------------------


def _label(line: str) -> re.Match[str] | None:
    return words.LABEL.fullmatch(line.strip())


def _parts(lines: list[str], start: int, page: _Page) -> list[Part]:
    """The page cut at its labels. A label counts only when its number is the next one."""
    labels = _labels(lines, start)
    has_notes = any(line.strip(" .").casefold() in words.FILLERS for line in lines[start:])
    parts: list[Part] = []
    for number, (place, kind) in enumerate(labels, start=1):
        above = start
        while above < place and not lines[above].strip():
            above += 1
        end = labels[number][0] if number < len(labels) else len(lines)
        notes, below = _notes(lines, place + 1, end) if has_notes else ("", place + 1)
        if notes:
            page.problems.append(warning("import_notes_guess", below, number))
        parts.append(Part(number, kind, lines[above:place], above + 1, notes))
        start = below
    rest = [line for line in lines[start:] if line.strip()] if labels else []
    if rest:
        page.problems.append(warning("import_rest", start + 1, count=len(rest)))
    return parts


def _labels(lines: list[str], start: int) -> list[tuple[int, str]]:
    """(line, kind) of every label; a line of text that only looks like one gives way to one of a known kind."""
    found = [(place, match) for place in range(start, len(lines)) if (match := _label(lines[place]))]
    labels: list[tuple[int, str]] = []
    for spot, (place, match) in enumerate(found):
        if int(match["number"]) != len(labels) + 1:
            continue
        if match["kind"].casefold() not in words.KINDS and _comes_again(found[spot + 1 :], match["number"]):
            continue
        labels.append((place, match["kind"]))
    return labels


def _comes_again(later: list[tuple[int, re.Match[str]]], number: str) -> bool:
    """True when a label of a known kind with this number follows before one with the next number."""
    for _, match in later:
        if match["kind"].casefold() in words.KINDS:
            return match["number"] == number
    return False


def _notes(lines: list[str], start: int, end: int) -> tuple[str, int]:
    """The instructions below a label, and the line behind them. Where they end is a guess: one line."""
    for place in range(start, end):
        text = lines[place].strip()
        if text:
            return ("" if text.strip(" .").casefold() in words.FILLERS else text), place + 1
    return "", start


def _slide(part: Part, page: _Page) -> Slide:
    """The slide of one part of the page."""
    lines, timer_s = _without_timer(part.lines)
    settings = Settings(timer_s=timer_s)
    kind = _MODEL_KINDS.get(part.kind, Kind.TEXT)
    if not part.kind or part.kind == words.DRAG:
        page.problems.append(warning("import_kind", part.line, part.number, label=part.label))
    if kind in (Kind.TEXT, Kind.VIDEO):
        return _text_slide(part, kind, lines, settings, page)
    return _question_slide(part, kind, lines, settings, page)


def _without_timer(lines: list[str]) -> tuple[list[str], float | None]:
    """The lines without the pair `timer`, `10:00`, and its seconds."""
    for place, line in enumerate(lines):
        if line.strip().casefold() != "timer":
            continue
        below = next((spot for spot in range(place + 1, len(lines)) if lines[spot].strip()), None)
        if below is not None and _CLOCK.fullmatch(lines[below].strip()):
            return [*lines[:place], "", *lines[below + 1 :]], seconds_of(lines[below].strip()) or None
    return lines, None


def _text_slide(part: Part, kind: Kind, lines: list[str], settings: Settings, page: _Page) -> Slide:
    if kind is Kind.VIDEO and [line.strip() for line in lines if line.strip()] == ["0"]:
        lines = []
    if part.kind == words.LINK:
        lines = [line for line in lines if line.strip() not in ("https:", "http:", "https://", "http://")]
    found = logical_lines(lines)
    if not found and part.kind in (words.TEXT, words.LINK):
        page.problems.append(
            warning("import_picture" if part.kind == words.TEXT else "import_link", part.line, part.number)
        )
    if kind is Kind.VIDEO:
        page.problems.append(warning("import_video", part.line, part.number))
    title = found.pop(0).text if len(found) > 1 and is_title(found[0]) else ""
    return Slide(kind=kind, title=escaped(title), body=markdown(found), settings=settings, notes=part.notes)


def _question_slide(part: Part, kind: Kind, lines: list[str], settings: Settings, page: _Page) -> Slide:
    above = lines
    texts: list[str] = []
    if kind in (Kind.QUIZ, Kind.POLL):
        above, texts = _lettered(lines)
    found = logical_lines(above)
    if kind is Kind.POLL and not texts:
        found, texts = _poll_options(found)
        if texts or len(found) > 1:
            page.problems.append(warning("import_poll", part.line, part.number))
    question, rest = _asked(found)
    title = rest.pop(0).text if rest and is_title(rest[0]) else question
    if kind is Kind.QUIZ:
        is_yes_no = bool(texts) and {text.strip(" .!").casefold() for text in texts} <= words.YES_NO
        page.problems.append(warning("import_yes_no" if is_yes_no else "no_right_option", part.line, part.number))
    if not question:
        page.problems.append(warning("no_question", part.line, part.number))
    if kind in (Kind.QUIZ, Kind.POLL) and len(texts) < 2:
        page.problems.append(warning("too_few_options", part.line, part.number, count=len(texts)))
    return Slide(
        kind=kind,
        title=linked(title),
        question=linked(question),
        body=markdown(rest),
        options=tuple(Option(text=linked(text)) for text in texts),
        settings=settings,
        notes=part.notes,
    )


def _lettered(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines above the options, and the texts below the letters A, B, C, ...; none when there are no letters."""
    starts = [place for place, line in enumerate(lines) if line.strip() == "A"]
    for reading in (_by_twos, _by_letters):
        for start in starts:
            texts = reading([line.strip() for line in lines[start:] if line.strip()])
            if texts:
                return lines[:start], texts
    return lines, []


def _by_twos(lines: list[str]) -> list[str]:
    """Letter, text, letter, text, to the end; so an option may itself be the text `B`."""
    letters, texts = lines[::2], lines[1::2]
    if not 2 <= len(texts) == len(letters) <= len(_LETTERS) or "".join(letters) != _LETTERS[: len(letters)]:
        return []
    return texts


def _by_letters(lines: list[str]) -> list[str]:
    """Each letter and the lines up to the next one."""
    texts: list[list[str]] = []
    for line in lines:
        if len(texts) < len(_LETTERS) and line == _LETTERS[len(texts)]:
            texts.append([])
        else:
            texts[-1].append(line)
    return [" ".join(text) for text in texts] if len(texts) > 1 else []


def _poll_options(found: list[Line]) -> tuple[list[Line], list[str]]:
    """The options of a poll are lines like any other: those below the last line that asks, else below the first."""
    last = max((place for place, line in enumerate(found) if line.text.endswith("?")), default=0)
    below = found[last + 1 :]
    if 2 <= len(below) <= len(_LETTERS):
        return found[: last + 1], [line.text for line in below]
    return found, []


def _asked(found: list[Line]) -> tuple[str, list[Line]]:
    """The last sentence that ends in a question mark, else the last line; and the lines without it."""
    for place in range(len(found) - 1, -1, -1):
        parts = sentences(found[place].text)
        asking = [spot for spot, part in enumerate(parts) if part.endswith("?")]
        if asking:
            rest = " ".join([*parts[: asking[-1]], *parts[asking[-1] + 1 :]])
            kept = [Line(rest, found[place].mark, found[place].depth, found[place].opens)] if rest else []
            return parts[asking[-1]], [*found[:place], *kept, *found[place + 1 :]]
    return (found[-1].text, found[:-1]) if found else ("", [])
