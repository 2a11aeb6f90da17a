"""Lessons that come in: opened from a file or a folder, or read from the text of a page. Shows nothing.

A text becomes a lesson in a working folder of its own, named after the text: the same text again finds back what was
completed of it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from lessons import importers
from lessons.adding import slug
from lessons.archive import LARGEST_TEXT, LESSON_FILE
from lessons.package import Opened, bytes_of, is_lesson, open_lesson, save_lesson
from lessons.plain import plain_line
from lessons.problems import CannotOpen
from presenter.completing.draft import Arrival


def working_folders(data: Path) -> Path:
    """Where the lessons are that are worked in."""
    return data / "work"


def from_path(path: Path, data: Path) -> Arrival:
    """The lesson in a file or folder. Raises CannotOpen."""
    try:
        if is_lesson(path):
            return Arrival(open_lesson(path, working_folders(data)))
        return _imported(bytes_of(path), path.name, data)
    except OSError as reason:
        raise CannotOpen("file_unreadable", {"name": path.name, "reason": reason.strerror or str(reason)}) from reason


def from_text(text: str, data: Path) -> Arrival | None:
    """The lesson in a text that was copied; None when it is no lesson. Raises CannotOpen when it cannot be kept."""
    content = text.encode("utf-8", "replace")
    if len(content) > LARGEST_TEXT or not importers.recognised(content):
        return None
    return _imported(content, "", data)


def _imported(content: bytes, name: str, data: Path) -> Arrival:
    lesson, problems = importers.read(content, name)
    sha8 = hashlib.sha256(content).hexdigest()[:8]
    folder = working_folders(data) / f"{slug(plain_line(lesson.title))}-{sha8}"
    if (folder / LESSON_FILE).is_file():
        return Arrival(open_lesson(folder), is_imported=True)
    fresh = Opened(lesson=lesson, problems=problems, text="", folder=folder, source=folder)
    return Arrival(save_lesson(fresh, lesson), is_imported=True)
