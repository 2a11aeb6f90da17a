"""Lesson files: a folder, a `.lesson` archive or a bare `.md`, opened safely and saved whole. Parses nothing itself."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import msgspec
import platformdirs

from lessons import archive, importers, markdown, media, working
from lessons.archive import LARGEST_TEXT, LESSON_FILE
from lessons.decoding import decode
from lessons.media import PICTURE_SUFFIXES, VIDEO_SUFFIXES
from lessons.model import Lesson, Slide
from lessons.problems import CannotOpen, CannotSave, Problem, error
from lessons.saving import replace_bytes, replace_file

__all__ = [
    "PICTURE_SUFFIXES",
    "VIDEO_SUFFIXES",
    "CannotOpen",
    "CannotSave",
    "Opened",
    "autosave",
    "decode",
    "is_lesson",
    "open_lesson",
    "save_lesson",
]

ARCHIVE_SUFFIX = ".lesson"
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


def is_lesson(path: Path) -> bool:
    """True for what `open_lesson` opens (or says why not); False for a file that an importer may know."""
    if path.is_dir() or not path.exists() or path.suffix.lower() == ARCHIVE_SUFFIX:
        return True
    start = _start_of(path)
    if archive.is_archive(start):
        return True
    return path.suffix.lower() in _MARKDOWN and not importers.recognised(bytes_of(path))


def open_lesson(path: Path, work: Path | None = None) -> Opened:
    """Open a lesson. Raises CannotOpen; what is merely wrong with it is in the problems.

    A `.lesson` is unpacked to a folder of its own below `work` (by default in the data folder of the user).
    """
    if path.is_dir():
        if not (path / LESSON_FILE).is_file():
            raise CannotOpen("no_lesson_inside", {"name": path.name})
        return _opened(path / LESSON_FILE, folder=path, source=path)
    if not path.exists():
        raise CannotOpen("file_missing", {"path": str(path)})
    if path.suffix.lower() == ARCHIVE_SUFFIX or archive.is_archive(_start_of(path)):
        folder, problems = working.opened(path, work or platformdirs.user_data_path("klassikaal") / "work")
        found = _opened(folder / LESSON_FILE, folder=folder, source=path)
        return msgspec.structs.replace(found, problems=(*problems, *found.problems))
    if path.suffix.lower() not in _MARKDOWN:
        raise CannotOpen("file_unknown", {"name": path.name})
    return _opened(path, folder=path.parent, source=path)


def save_lesson(opened: Opened, lesson: Lesson, destination: Path | None = None, work: Path | None = None) -> Opened:
    """Save the lesson where it was opened, or elsewhere: as a `.lesson`, an `.md`, else a folder. Raises CannotSave.

    A file is replaced whole or not at all. The media come along; files that were already there stay. The answer is the
    lesson at its new place; an archive saved elsewhere gets a working folder of its own below `work`.
    """
    if opened.is_read_only:
        raise CannotSave("newer_format", {"version": _version_of(opened)})
    target = destination or opened.source
    text = markdown.write(lesson)
    data = text.encode("utf-8", "replace")
    try:
        folder = _write(target, data, opened.folder)
        if folder is None and target == opened.source:
            replace_bytes(opened.folder / LESSON_FILE, data)
            working.mark(target, opened.folder)
            folder = opened.folder
    except OSError as reason:
        raise CannotSave("file_unwritable", {"name": target.name, "reason": reason.strerror or str(reason)}) from reason
    if folder is None:
        return open_lesson(target, work)
    again, problems = markdown.read(text)
    problems = (*problems, *media_problems(again, folder))
    return Opened(lesson=again, problems=problems, text=text, folder=folder, source=target)


def autosave(opened: Opened, lesson: Lesson) -> None:
    """Keep the lesson of an archive in its working folder, so that a crash loses nothing. Raises CannotSave."""
    if opened.folder == opened.source or opened.source.parent == opened.folder:
        return
    try:
        replace_bytes(opened.folder / LESSON_FILE, markdown.write(lesson).encode("utf-8", "replace"))
    except OSError as reason:
        name = opened.source.name
        raise CannotSave("file_unwritable", {"name": name, "reason": reason.strerror or str(reason)}) from reason


def _write(target: Path, data: bytes, media_folder: Path) -> Path | None:
    """Write the lesson; the folder in which its media then are, None for an archive."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.suffix.lower() == ARCHIVE_SUFFIX and not target.is_dir():
        replace_file(target, lambda file: archive.pack(data, media_folder, file))
        return None
    if target.suffix.lower() in _MARKDOWN and not target.is_dir():
        _bring_media(media_folder, target.parent)
        replace_bytes(target, data)
        return target.parent
    target.mkdir(exist_ok=True)
    _bring_media(media_folder, target)
    replace_bytes(target / LESSON_FILE, data)
    return target


def _bring_media(source: Path, folder: Path) -> None:
    """Copy the media that are not there yet; a file that is there is not replaced."""
    if source.resolve() == folder.resolve():
        return
    for name in archive.media_in(source):
        place = folder / name
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            part = place.with_name(place.name + ".part")
            shutil.copyfile(source / name, part)
            os.replace(part, place)


def _version_of(opened: Opened) -> str | int:
    return next(problem.parameters["version"] for problem in opened.problems if problem.code == "newer_format")


def _start_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4)
    except OSError as reason:
        raise CannotOpen("file_unreadable", {"name": path.name, "reason": reason.strerror or str(reason)}) from reason


def _opened(file: Path, folder: Path, source: Path) -> Opened:
    text, problems = decode(bytes_of(file))
    lesson, more = markdown.read(text)
    return Opened(
        lesson=lesson,
        problems=(*problems, *more, *media_problems(lesson, folder)),
        text=text,
        folder=folder,
        source=source,
    )


def bytes_of(file: Path) -> bytes:
    """The bytes of a file that can be the text of a lesson. Raises CannotOpen, also when it is too large for that."""
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST_TEXT + 1)
    except OSError as reason:
        raise CannotOpen("file_unreadable", {"name": file.name, "reason": reason.strerror or str(reason)}) from reason
    if len(data) > LARGEST_TEXT:
        raise CannotOpen("file_too_large", {"name": file.name, "limit": f"{LARGEST_TEXT // 1024 // 1024} MB"})
    return data


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
