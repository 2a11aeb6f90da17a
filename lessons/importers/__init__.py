"""Lessons made elsewhere. One module per format, found by the content of the file; adding one touches nothing else.

A module of this package that reads a format has `recognises(data) -> bool` and `read(data) -> (Lesson, problems)`; the
problems are what the teacher still has to complete. Modules whose name starts with `_` help the others.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType

from lessons.model import Lesson
from lessons.problems import CannotOpen, Problem


def formats() -> tuple[ModuleType, ...]:
    """The modules that read a format, in the order of their names."""
    names = sorted(each.name for each in pkgutil.iter_modules(__path__) if not each.name.startswith("_"))
    return tuple(import_module(f"{__name__}.{name}") for name in names)


def recognised(data: bytes) -> bool:
    """True when one of the formats knows this content."""
    return any(each.recognises(data) for each in formats())


def read(data: bytes, name: str = "") -> tuple[Lesson, tuple[Problem, ...]]:
    """The lesson in this content, whatever its format. Raises CannotOpen when no format knows it."""
    for each in formats():
        if each.recognises(data):
            lesson, problems = each.read(data)
            return lesson, tuple(problems)
    raise CannotOpen("file_unknown", {"name": name})
