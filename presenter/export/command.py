"""`klassikaal export LESSON OUT`: reads its arguments and the lesson, has the sheets written, and says how it went.

The exit code is 0 when all is well, 1 when nothing was written, 3 when slides were written that have a problem.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QLocale, QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from lessons.maths import readable
from lessons.model import Lesson, named
from lessons.package import CannotOpen, Opened
from lessons.problems import Severity, sentence
from polling.sentences import computer_language
from presenter.completing.arriving import from_path
from presenter.export import sheets
from presenter.export.files import Foreign, Sheet, write_pdf, write_pictures
from presenter.export.stills import stills_of
from presenter.export.words import say
from presenter.stage import fonts
from presenter.stage.fullness import too_full
from presenter.stage.scene import Audience, RoomView, on_page, pages, scene, stilled
from presenter.stage.theme import THEMES, Theme
from presenter.words import LANGUAGES

FAILED, WITH_PROBLEMS = 1, 3


@dataclass(frozen=True)
class Wanted:
    """What to write: slides on pages of their own (`per_page` 0), or so many on a sheet of paper."""

    out: Path
    theme: Theme
    language: str
    per_page: int = 0
    has_notes: bool = False


def main(arguments: Sequence[str]) -> int:
    """Export a lesson as the arguments say; the exit code."""
    options = _parser().parse_args(list(arguments))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["klassikaal"])
    fonts.load()
    language = options.language or computer_language(QLocale.system().name())
    per_page = options.per_page or (1 if options.notes else 0)
    wanted = Wanted(options.out, THEMES[options.theme], language, per_page, options.notes)
    with tempfile.TemporaryDirectory() as data:
        code = _exported(options.lesson.resolve(), wanted, Path(data))
    del application
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="klassikaal export", description="Write the slides of a lesson to files.")
    parser.add_argument("lesson", type=Path, help="a lesson: a folder or a file")
    parser.add_argument("out", type=Path, help="a file that ends in .pdf, or a folder for pictures")
    parser.add_argument("--per-page", type=int, choices=sheets.PER_PAGE, help="slides on a sheet of A4")
    parser.add_argument("--notes", action="store_true", help="with your notes beside the slides, on A4")
    parser.add_argument("--theme", choices=sorted(THEMES), default="light", help="light, dark or high contrast")
    parser.add_argument("--language", choices=LANGUAGES, help="of what is said (default: this computer's)")
    return parser


def _exported(path: Path, wanted: Wanted, data: Path) -> int:
    try:
        opened = from_path(path, data).opened
    except CannotOpen as reason:
        return _refused(sentence(reason, wanted.language))
    leaves = _leaves(opened, wanted)
    if not leaves:
        return _refused(say(wanted.language, "empty"))
    shortened: list[int] = []
    try:
        _write(leaves, opened.lesson.title, wanted, shortened.extend)
    except Foreign as reason:
        return _refused(say(wanted.language, "foreign", name=str(reason.path)))
    except OSError as reason:
        told = reason.strerror or str(reason)
        return _refused(say(wanted.language, "unwritable", out=str(wanted.out), reason=told))
    out = str(wanted.out)
    print(say(wanted.language, "written", count=len(leaves), title=opened.lesson.title, out=out))
    return _told(opened, shortened, wanted.language)


def _refused(told: str) -> int:
    print(told, file=sys.stderr)
    return FAILED


def _told(opened: Opened, shortened: list[int], language: str) -> int:
    """Say what is the matter with slides; the exit code."""
    for problem in opened.problems:
        told = sentence(problem, language)
        print(say(language, "problem", slide=problem.slide, told=told) if problem.slide else told, file=sys.stderr)
    full = too_full(opened.lesson, opened.folder)
    for each in full:
        told = say(language, "too_full" if each.is_cut else "full", slide=each.number, pages=each.pages)
        print(told, file=sys.stderr)
    for number in sorted(set(shortened)):
        print(say(language, "cut", slide=number), file=sys.stderr)
    has_errors = any(problem.severity is Severity.ERROR for problem in opened.problems)
    return WITH_PROBLEMS if has_errors or full or shortened else 0


def _leaves(opened: Opened, wanted: Wanted) -> list[sheets.Leaf]:
    """The slides that are shown in class, at rest and without how to join."""
    lesson: Lesson = named(opened.lesson)
    seen = tuple(slide for slide in lesson.slides if not slide.settings.hidden)
    room = RoomView(msgspec.structs.replace(lesson, slides=seen))
    stills = stills_of(seen, opened.folder)
    found = []
    for number, slide in enumerate(seen, 1):
        made = scene(slide, room, wanted.theme, wanted.language, Audience.PROJECTOR, opened.folder, 0)
        shown = stilled(made, stills)
        found += [
            sheets.Leaf(number, on_page(shown, page), readable(slide.notes) if page == 0 else "")
            for page in range(pages(shown))
        ]
    return found


def _write(leaves: list[sheets.Leaf], title: str, wanted: Wanted, cut: Callable[[list[int]], object]) -> None:
    size, made = _sheets(leaves, wanted, cut)
    if wanted.out.suffix.lower() == ".pdf":
        write_pdf(wanted.out, size, made, title)
    else:
        write_pictures(wanted.out, size, made, "sheet" if wanted.per_page else "slide")


def _sheets(
    leaves: list[sheets.Leaf], wanted: Wanted, cut: Callable[[list[int]], object]
) -> tuple[QSizeF, list[Sheet]]:
    if not wanted.per_page:
        box = QRectF(0, 0, sheets.SLIDE.width(), sheets.SLIDE.height())
        return sheets.SLIDE, [partial(_paint_slide, leaf, box) for leaf in leaves]
    parts = [leaves[start : start + wanted.per_page] for start in range(0, len(leaves), wanted.per_page)]
    return sheets.PAPER, [partial(_paint_paper, part, wanted, cut) for part in parts]


def _paint_slide(leaf: sheets.Leaf, box: QRectF, painter: QPainter) -> None:
    sheets.paint_slide(painter, leaf, box)


def _paint_paper(
    part: list[sheets.Leaf], wanted: Wanted, cut: Callable[[list[int]], object], painter: QPainter
) -> None:
    cut(sheets.paint_paper(painter, part, wanted.per_page, wanted.has_notes))
