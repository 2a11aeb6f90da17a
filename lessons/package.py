"""Lesson files: a folder, a `.lesson` archive or a bare `.md`, opened safely. Reads no Markdown itself."""

from __future__ import annotations

import codecs
from pathlib import Path

import msgspec

from lessons import markdown, media
from lessons.media import PICTURE_SUFFIXES, VIDEO_SUFFIXES
from lessons.model import Lesson, Slide
from lessons.problems import CannotOpen, Problem, error, warning

__all__ = ["PICTURE_SUFFIXES", "VIDEO_SUFFIXES", "CannotOpen", "Opened", "decode", "open_lesson"]

LESSON_FILE = "lesson.md"
LARGEST_TEXT = 4 * 1024 * 1024
_MARKDOWN = frozenset({".md", ".markdown"})


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """A lesson as it was opened: from `source`, its media below `folder`."""

    lesson: Lesson
    problems: tuple[Problem, ...]
    text: str
    folder: Path
    source: Path

    @property
    def is_read_only(self) -> bool:
        """True for a lesson of a newer format, which must not be saved."""
        return any(problem.code == "newer_format" for problem in self.problems)


def open_lesson(path: Path) -> Opened:
    """Open a lesson for presenting. Raises CannotOpen; what is merely wrong with it is in the problems."""
    if path.is_dir():
        if not (path / LESSON_FILE).is_file():
            raise CannotOpen("no_lesson_inside", {"name": path.name})
        return _opened(path / LESSON_FILE, folder=path, source=path)
    if not path.exists():
        raise CannotOpen("file_missing", {"name": path.name})
    if path.suffix.lower() not in _MARKDOWN:
        raise CannotOpen("file_unknown", {"name": path.name})
    return _opened(path, folder=path.parent, source=path)


def _opened(file: Path, folder: Path, source: Path) -> Opened:
    text, problems = decode(_bytes_of(file))
    lesson, more = markdown.read(text)
    return Opened(
        lesson=lesson,
        problems=(*problems, *more, *media_problems(lesson, folder)),
        text=text,
        folder=folder,
        source=source,
    )


def _bytes_of(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST_TEXT + 1)
    except OSError as reason:
        raise CannotOpen("file_unreadable", {"name": file.name, "reason": reason.strerror or str(reason)}) from reason
    if len(data) > LARGEST_TEXT:
        raise CannotOpen("file_too_large", {"name": file.name, "limit": f"{LARGEST_TEXT // 1024 // 1024} MB"})
    return data


def decode(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Bytes as text; a byte order mark and the line ends stay in it. Never raises."""
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if data.startswith(mark):
            return data.decode("utf-16", errors="replace"), (warning("not_utf8", encoding="UTF-16"),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as reason:
        line = data.count(b"\n", 0, reason.start) + 1
    text = data.decode("cp1252", errors="replace")
    return text, (warning("not_utf8", line, encoding="Windows-1252"),)


def media_problems(lesson: Lesson, folder: Path) -> tuple[Problem, ...]:
    """The files that the lesson names and that are not inside its folder."""
    problems = []
    for number, slide in enumerate(lesson.slides, start=1):
        for target in files_of(slide):
            if problem := _file_problem(target, folder, slide.line, number):
                problems.append(problem)
    return tuple(problems)


def files_of(slide: Slide) -> tuple[str, ...]:
    """Every file below `media/` that a slide names, once each, in the order of the slide."""
    found = [medium.target for medium in slide.media]
    found += [option.picture.target for option in slide.options if option.picture]
    for text in (slide.explanation, *(option.feedback for option in slide.options)):
        found += [medium.target for medium in markdown.media_of(text)]
    found += [slide.settings.poster, slide.settings.subtitles]
    return tuple(dict.fromkeys(target for target in found if media.is_safe_path(target)))


def _file_problem(target: str, folder: Path, line: int, number: int) -> Problem | None:
    try:
        path = (folder / target).resolve()
        if not path.is_relative_to(folder.resolve()):
            return error("media_outside", line, number, target=target)
        if path.is_file():
            return None
    except (OSError, RuntimeError):  # a name too long for the disk, a circle of links
        pass
    return error("media_missing", line, number, target=target)
