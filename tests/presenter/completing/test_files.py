"""presenter/completing/files.py: names that are proposed, endings that are meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lessons.media import is_safe_name
from lessons.model import Lesson, MediaKind
from presenter.completing import files
from presenter.completing.words import Phrases


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("De maan", "De maan.lesson"),
        ("Wat is 1/2? Of: een **half**", "Wat is 1 2 Of een half.lesson"),
        ("  ...  ", "les.lesson"),
        ("CON", "les.lesson"),
        ("", "Les zonder titel.lesson"),
        ("é" * 200, f"{'é' * 80}.lesson"),
        ("月" * 200, f"{'月' * 60}.lesson"),
    ],
)
def test_the_title_becomes_a_name_that_every_system_can_hold(title: str, name: str) -> None:
    proposed = files.proposed_name(Lesson(title=title), Phrases("nl"))
    assert proposed == name
    assert is_safe_name(proposed)


@pytest.mark.parametrize(
    ("chosen", "path"), [("a", "a.lesson"), ("a.lesson", "a.lesson"), ("a.MD", "a.MD"), ("a 1.2", "a 1.2.lesson")]
)
def test_a_path_without_an_ending_we_know_is_a_lesson(chosen: str, path: str) -> None:
    assert files.with_suffix(Path("/lessen") / chosen) == Path("/lessen") / path


def test_the_dialogs_begin_in_documents_where_there_are_any(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    for folder in (tmp_path, tmp_path / "weg"):
        monkeypatch.setattr(files, "documents", lambda folder=folder: str(folder))
        saving = files.save_dialog(parent, Lesson(title="De maan"), Phrases("nl"))
        opening = files.open_dialog(parent, Phrases("nl"))
        for dialog in (saving, opening):
            assert Path(dialog.directory().path()).is_dir()
            assert Path(dialog.directory().path()) == tmp_path or not folder.is_dir()


@pytest.mark.parametrize(("wanted", "ending"), [(MediaKind.VIDEO, "*.mp4"), (MediaKind.PICTURE, "*.png")])
def test_only_what_can_be_shown_is_proposed(wanted: MediaKind, ending: str, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    first, second = files.medium_dialog(parent, wanted, Phrases("en")).nameFilters()
    assert ending in first
    assert second == "All files (*)"
