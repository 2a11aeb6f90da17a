"""The CSV of a report: the name it is given, the dialog that asks where, and the writing."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from lessons.media import is_safe_name
from lessons.saving import replace_bytes
from polling.export import to_csv
from polling.results import Results
from presenter.report.facts import title
from presenter.report.words import Phrases

SUFFIX = ".csv"


def proposed_name(results: Results, phrases: Phrases) -> str:
    """The lesson, the class and the day, such as `Geluid 2B 2026-11-24.csv`, as every system can hold it."""
    day = results.started_at[:10] if re.fullmatch(r"\d{4}-\d{2}-\d{2}", results.started_at[:10]) else ""
    lesson, label = plain_name(title(results, phrases), 100), plain_name(results.label, 50)
    name = " ".join(part for part in (lesson, label, day) if part)
    return f"{name}{SUFFIX}" if is_safe_name(name) else f"les {day}".strip() + SUFFIX


def with_suffix(path: Path) -> Path:
    """The path that was chosen; without an ending it is a `.csv`."""
    return path if path.suffix else path.with_name(path.name + SUFFIX)


def write(path: Path, results: Results, language: str) -> None:
    """Write the CSV, whole or not at all. Raises OSError."""
    replace_bytes(path, to_csv(results, language).encode("utf-8", "replace"))


def save_dialog(parent: QWidget, results: Results, phrases: Phrases) -> QFileDialog:
    """Asks where the CSV goes."""
    dialog = QFileDialog(parent, phrases.say("csv.title"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{phrases.say('csv.kind')} (*{SUFFIX})")
    dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    if Path(folder).is_dir():
        dialog.setDirectory(folder)
    dialog.selectFile(proposed_name(results, phrases))
    return dialog


def plain_name(text: str, longest: int) -> str:
    """Text that a file name may hold, of so many bytes at most."""
    name = " ".join(re.sub(r'[\x00-\x1f\x7f<>:"/|?*\\]+', " ", text).split()).strip(" .")
    while len(name.encode("utf-8", "replace")) > longest:
        name = name[:-1].rstrip()
    return name
