"""The JSON form of a lesson (see `lessons.interchange`)."""

from __future__ import annotations

from lessons.interchange import from_json
from lessons.markdown import read as read_text
from lessons.markdown import write
from lessons.model import Lesson
from lessons.problems import Problem


def recognises(data: bytes) -> bool:
    """True for a JSON object."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def read(data: bytes) -> tuple[Lesson, list[Problem]]:
    """The lesson, and what a reader of its text would remark. Raises CannotOpen."""
    lesson, problems = read_text(write(from_json(data.removeprefix(b"\xef\xbb\xbf"))))
    return lesson, list(problems)
