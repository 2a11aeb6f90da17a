"""The command line of lessons: check, convert, show. A contract for scripts; everything else is done elsewhere.

`check` ends with 0 (no problems), 1 (warnings only) or 2 (errors); `convert` and `show` end with 0, or 2 when a file
cannot be read or written. Sentences are in Dutch where the system is, else in English; `--language` decides.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from lessons import importers
from lessons.interchange import to_json
from lessons.model import Lesson
from lessons.package import CannotOpen, Opened, bytes_of, is_lesson, open_lesson, save_lesson
from lessons.plain import plain_line
from lessons.problems import CannotSave, Problem, Severity, sentence
from lessons.saving import replace_bytes


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status."""
    chosen = _parser().parse_args(arguments)
    language = chosen.language or ("nl" if os.environ.get("LANG", "").startswith("nl") else "en")
    try:
        with tempfile.TemporaryDirectory(prefix="lessons-") as work:
            if chosen.command == "check":
                return max(_check(path, Path(work), language) for path in chosen.files)
            opened = read_any(chosen.file, Path(work))
            if chosen.command == "convert":
                return _convert(opened, chosen.destination, Path(work), language)
            return _show(opened.lesson, chosen.json)
    except CannotOpen as reason:
        print(sentence(reason, language), file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lessons", description="Check, convert or show lessons.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="print what is wrong with lessons")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    convert = commands.add_parser(
        "convert", help="read any format that is known, write .lesson, .md, .json or a folder"
    )
    convert.add_argument("file", type=Path, metavar="SOURCE")
    convert.add_argument("destination", type=Path, metavar="DESTINATION")
    show = commands.add_parser("show", help="print a lesson")
    show.add_argument("file", type=Path, metavar="FILE")
    show.add_argument("--json", action="store_true", help="the whole lesson as JSON")
    for command in (check, convert, show):
        command.add_argument("--language", choices=("nl", "en"), help="the language of the sentences")
    return parser


def read_any(path: Path, work: Path) -> Opened:
    """A lesson in any of the known formats, found by content. Raises CannotOpen."""
    if is_lesson(path):
        return open_lesson(path, work)
    lesson, problems = importers.read(bytes_of(path), path.name)
    empty = work / "no-media"
    empty.mkdir(exist_ok=True)
    return Opened(lesson=lesson, problems=problems, text="", folder=empty, source=path)


def _check(path: Path, work: Path, language: str) -> int:
    try:
        problems = read_any(path, work).problems
    except CannotOpen as reason:
        print(f"{path}: {sentence(reason, language)}")
        return 2
    for problem in problems:
        print(f"{path}:{problem.line}: {_said(problem, language)}")
    return max((2 if problem.severity is Severity.ERROR else 1 for problem in problems), default=0)


def _said(problem: Problem, language: str) -> str:
    where = f"slide {problem.slide}: " if problem.slide else ""
    return f"{where}{sentence(problem, language)}"


def _convert(opened: Opened, destination: Path, work: Path, language: str) -> int:
    if destination.suffix.lower() == ".json":
        try:
            replace_bytes(destination, to_json(opened.lesson))
        except OSError as reason:
            name = destination.name
            raise CannotSave("file_unwritable", {"name": name, "reason": reason.strerror or str(reason)}) from reason
    else:
        save_lesson(opened, opened.lesson, destination, work)
    for problem in opened.problems:
        print(_said(problem, language))
    return 0


def _show(lesson: Lesson, as_json: bool) -> int:
    if as_json:
        sys.stdout.buffer.write(to_json(lesson))
        sys.stdout.buffer.flush()
        return 0
    print(plain_line(lesson.title))
    for number, slide in enumerate(lesson.slides, start=1):
        print(f"{number:3} {slide.kind.value:8} {plain_line(slide.question or slide.title)}".rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
