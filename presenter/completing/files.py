"""The file dialogs of the completing window and of opening a lesson: what they show, and the names they propose."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from lessons.markdown import plain_line
from lessons.media import PICTURE_SUFFIXES, VIDEO_SUFFIXES, is_safe_name
from lessons.model import Lesson, MediaKind
from lessons.package import ARCHIVE_SUFFIX
from presenter.completing.words import Phrases

LESSON_PATTERNS = "*.lesson *.md *.markdown *.txt *.json"
_SAVED = frozenset({ARCHIVE_SUFFIX, ".md", ".markdown"})


def titled(lesson: Lesson, phrases: Phrases) -> str:
    """What the lesson is called, or that it has no title."""
    return plain_line(lesson.title) or lesson.title.strip() or phrases.say("untitled")


def proposed_name(lesson: Lesson, phrases: Phrases) -> str:
    """The title as a file name that every system can hold."""
    name = re.sub(r'[\x00-\x1f\x7f<>:"/|?*\\]+', " ", titled(lesson, phrases))
    name = " ".join(name.split())[:80].strip(" .")
    while len(name.encode()) > 180:
        name = name[:-1]
    return f"{name}{ARCHIVE_SUFFIX}" if is_safe_name(name) else f"les{ARCHIVE_SUFFIX}"


def with_suffix(path: Path) -> Path:
    """The path the teacher chose; without an ending we know it is a `.lesson`."""
    return path if path.suffix.lower() in _SAVED else path.with_name(path.name + ARCHIVE_SUFFIX)


def documents() -> str:
    """The teacher's folder for documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def save_dialog(parent: QWidget, lesson: Lesson, phrases: Phrases) -> QFileDialog:
    """Where to save a lesson that has no file yet."""
    dialog = _dialog(parent, phrases.say("save.file"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{phrases.say('files.lesson')} (*{ARCHIVE_SUFFIX})")
    dialog.setDefaultSuffix(ARCHIVE_SUFFIX.removeprefix("."))
    folder = documents()
    if Path(folder).is_dir():
        dialog.setDirectory(folder)
    dialog.selectFile(proposed_name(lesson, phrases))
    return dialog


def medium_dialog(parent: QWidget, wanted: MediaKind, phrases: Phrases) -> QFileDialog:
    """Which picture or video to bring."""
    is_film = wanted is MediaKind.VIDEO
    dialog = _dialog(parent, phrases.say("ask.video" if is_film else "ask.picture"))
    patterns = " ".join(f"*{suffix}" for suffix in sorted(VIDEO_SUFFIXES if is_film else PICTURE_SUFFIXES))
    named = phrases.say("files.video" if is_film else "files.picture")
    dialog.setNameFilters([f"{named} ({patterns})", f"{phrases.say('files.any')} (*)"])
    return dialog


def open_dialog(parent: QWidget, phrases: Phrases) -> QFileDialog:
    """Which lesson, or text of one, to open."""
    dialog = _dialog(parent, phrases.say("open.file"))
    dialog.setNameFilters([f"{phrases.say('files.lesson')} ({LESSON_PATTERNS})", f"{phrases.say('files.any')} (*)"])
    folder = documents()
    if Path(folder).is_dir():
        dialog.setDirectory(folder)
    return dialog


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    return dialog
