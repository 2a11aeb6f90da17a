"""presenter/completing/arriving.py: files, folders and copied texts become lessons."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessons.package import CannotOpen, open_lesson, save_lesson
from presenter.completing import arriving
from presenter.completing.arriving import from_path, from_text
from presenter.completing.draft import Draft
from tests.presenter.completing.conftest import SHORT
from tests.presenter.completing.page import page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "les").mkdir()
    (tmp_path / "les" / "lesson.md").write_text(SHORT, "utf-8")
    return tmp_path / "les"


def test_a_folder_a_file_and_an_archive_are_opened_where_they_are(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "les.lesson"
    opened = open_lesson(folder)
    save_lesson(opened, opened.lesson, archive, tmp_path / "work")
    for path in (folder, folder / "lesson.md", archive):
        arrival = from_path(path, tmp_path / "data")
        assert not arrival.is_imported
        assert arrival.opened.source == path
        assert len(arrival.opened.lesson.slides) == 4


def test_a_file_with_the_text_of_a_page_becomes_a_lesson_in_a_working_folder(tmp_path: Path) -> None:
    text = tmp_path / "pagina.txt"
    text.write_text(page(), "utf-8")
    arrival = from_path(text, tmp_path / "data")
    assert arrival.is_imported
    assert arrival.opened.source.parent == tmp_path / "data" / "work"
    assert (arrival.opened.source / "lesson.md").is_file()


def test_the_same_text_finds_back_what_was_completed(tmp_path: Path) -> None:
    first = from_text(page(), tmp_path)
    assert first is not None
    draft = Draft(first, tmp_path / "work")
    draft.on_option(1)
    again = from_text(page(), tmp_path)
    assert again is not None
    assert again.is_imported
    assert again.opened.lesson.slides[3].right == (1,)


@pytest.mark.parametrize("text", ["", "Zomaar een zin.", "https://youtu.be/a"])
def test_another_text_is_no_lesson(text: str, tmp_path: Path) -> None:
    assert from_text(text, tmp_path) is None


def test_a_text_without_end_is_no_lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arriving, "LARGEST_TEXT", 100)
    assert from_text(page(), tmp_path) is None


def test_a_file_that_is_no_lesson_is_refused(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Beste ouders,", "utf-8")
    for name in ("brief.txt", "weg.lesson"):
        with pytest.raises(CannotOpen):
            from_path(tmp_path / name, tmp_path)


def test_a_page_that_cannot_be_kept_is_refused(tmp_path: Path) -> None:
    (tmp_path / "work").write_text("no folder", "utf-8")
    with pytest.raises(CannotOpen):
        from_text(page(), tmp_path)
