"""presenter/completing/draft.py: what the teacher does is kept at once, and saved whole or not at all."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessons import package
from lessons.package import open_lesson, save_lesson
from presenter.completing.arriving import from_path, working_folders
from presenter.completing.draft import Arrival, Draft, Lies, Refusal
from presenter.completing.offered import as_png
from tests.presenter.completing.conftest import SHORT, MakeDraft
from tests.presenter.completing.hands import FILM, picture

PICTURE, FILE = 2, 3


@pytest.fixture
def plate(tmp_path: Path) -> Path:
    path = tmp_path / "De wolk.png"
    path.write_bytes(as_png(picture()))
    return path


def at(draft: Draft, place: int) -> Draft:
    draft.on_place(place)
    return draft


def archived(tmp_path: Path) -> Draft:
    """A lesson in an archive."""
    (tmp_path / "bron").mkdir()
    (tmp_path / "bron" / "lesson.md").write_text(SHORT, "utf-8")
    opened = open_lesson(tmp_path / "bron")
    save_lesson(opened, opened.lesson, tmp_path / "les.lesson", working_folders(tmp_path / "data"))
    return Draft(from_path(tmp_path / "les.lesson", tmp_path / "data"), working_folders(tmp_path / "data"))


def test_a_step_is_told_and_a_done_task_too(qtbot: QtBot, make_draft: MakeDraft) -> None:
    draft = make_draft()
    with qtbot.waitSignals([draft.changed, draft.filled]):
        draft.on_option(1)
    assert draft.lesson.slides[0].right == (1,)
    assert draft.is_unsaved
    with qtbot.assertNotEmitted(draft.changed):
        draft.on_option(9)
    with qtbot.assertNotEmitted(draft.filled):
        draft.on_option(1)


def test_several_right_options_wait_for_the_teacher(qtbot: QtBot, make_draft: MakeDraft) -> None:
    draft = make_draft()
    with qtbot.assertNotEmitted(draft.filled):
        draft.on_several()
        draft.on_option(0)
        draft.on_option(2)
    assert draft.lesson.slides[0].right == (0, 2)
    draft.on_onward()
    assert draft.work.at == 1


def test_a_poll_is_a_way_to_be_done(qtbot: QtBot, make_draft: MakeDraft) -> None:
    draft = make_draft()
    with qtbot.waitSignal(draft.filled):
        draft.on_poll()
    assert draft.work.has_done(0)


def test_a_picture_is_copied_with_a_name_of_its_own(make_draft: MakeDraft, plate: Path) -> None:
    draft = at(make_draft(), PICTURE)
    draft.add_file(plate)
    medium = draft.lesson.slides[2].media[0]
    assert medium.target.startswith("media/de-wolk-")
    assert (draft.work.folder / medium.target).read_bytes() == plate.read_bytes()


def test_a_pasted_picture_has_no_description(make_draft: MakeDraft) -> None:
    draft = at(make_draft(), PICTURE)
    draft.add_picture(as_png(picture()))
    medium = draft.lesson.slides[2].media[0]
    assert medium.alt == ""
    assert (draft.work.folder / medium.target).is_file()


@pytest.mark.parametrize("content", [b"MZ\x90\x00", FILM, b""])
def test_a_file_that_is_no_picture_is_refused_and_changes_nothing(
    qtbot: QtBot, make_draft: MakeDraft, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "vreemd.png").write_bytes(content)
    draft = at(make_draft(), PICTURE)
    with qtbot.waitSignal(draft.refused) as heard, qtbot.assertNotEmitted(draft.changed):
        draft.add_file(tmp_path / "vreemd.png")
    assert heard.args is not None
    assert heard.args[0].problem.code == "picture_does_not_show"
    with qtbot.waitSignal(draft.refused):
        draft.add_picture(content)
    assert not (draft.work.folder / "media").exists()


def test_an_address_that_is_no_video_is_refused(qtbot: QtBot, make_draft: MakeDraft) -> None:
    draft = at(make_draft(), 1)
    with qtbot.waitSignal(draft.refused) as heard:
        draft.on_address("hallo")
    assert heard.args == [Refusal(name="refused.address")]


def test_a_question_takes_no_files(qtbot: QtBot, make_draft: MakeDraft, plate: Path) -> None:
    draft = make_draft()
    with qtbot.assertNotEmitted(draft.changed), qtbot.assertNotEmitted(draft.refused):
        draft.add_file(plate)
        draft.add_picture(b"")


def test_a_lesson_in_a_folder_is_written_when_it_is_saved(make_draft: MakeDraft, plate: Path) -> None:
    draft = make_draft()
    text = draft.path / "lesson.md"
    assert draft.lies is Lies.IN_FOLDER
    draft.on_option(1)
    assert text.read_text("utf-8") == SHORT
    assert draft.save()
    assert text.read_text("utf-8") == SHORT.replace("- [ ] Bladgroen", "- [x] Bladgroen")
    assert not draft.is_unsaved


def test_a_lesson_in_an_archive_is_kept_at_once_in_its_working_folder(tmp_path: Path) -> None:
    draft = archived(tmp_path)
    assert draft.lies is Lies.IN_ARCHIVE
    before = draft.path.read_bytes()
    draft.on_option(1)
    assert draft.path.read_bytes() == before
    again = from_path(draft.path, tmp_path / "data")
    assert again.opened.lesson.slides[0].right == (1,)
    assert draft.save()
    assert open_lesson(draft.path, tmp_path / "elders").lesson.slides[0].right == (1,)


def test_only_the_media_that_the_lesson_names_are_packed(tmp_path: Path, plate: Path) -> None:
    draft = at(archived(tmp_path), PICTURE)
    draft.add_picture(as_png(picture("#ff0000")))
    draft.add_file(plate)
    assert len(list((draft.work.folder / "media").iterdir())) == 2
    assert draft.save()
    with zipfile.ZipFile(draft.path) as archive:
        media = [name for name in archive.namelist() if name.startswith("media/")]
    assert media == [draft.lesson.slides[2].media[0].target]


def test_an_imported_lesson_is_saved_where_the_teacher_says(
    qtbot: QtBot, make_draft: MakeDraft, tmp_path: Path
) -> None:
    draft = make_draft(None)
    assert (draft.lies, draft.is_unsaved) == (Lies.NOWHERE, True)
    with qtbot.waitSignal(draft.saved):
        assert draft.save(tmp_path / "De maan.lesson")
    assert (draft.path, draft.lies, draft.is_unsaved) == (tmp_path / "De maan.lesson", Lies.IN_ARCHIVE, False)
    draft.on_option(1)
    assert draft.save()
    assert open_lesson(draft.path, tmp_path / "elders").lesson.slides[3].right == (1,)


def test_a_full_disk_is_said_and_loses_nothing(
    qtbot: QtBot, make_draft: MakeDraft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = make_draft(None)
    draft.on_option(1)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(package, "replace_file", full)
        with qtbot.waitSignal(draft.refused) as heard:
            assert not draft.save(tmp_path / "De maan.lesson")
        assert heard.args is not None
        assert heard.args[0].problem.code == "file_unwritable"
    assert not (tmp_path / "De maan.lesson").exists()
    assert draft.is_unsaved
    assert draft.lesson.slides[3].right == (1,)
    with monkeypatch.context() as patched:
        patched.setattr(package, "replace_bytes", full)
        with qtbot.waitSignal(draft.refused):
            draft.on_option(2)
    assert draft.save(tmp_path / "De maan.lesson")
    assert open_lesson(draft.path, tmp_path / "elders").lesson.slides[3].right == (2,)


def test_a_missing_file_is_found_again(make_draft: MakeDraft, plate: Path) -> None:
    draft = at(make_draft(), FILE)
    draft.add_file(plate)
    assert draft.work.has_done(FILE)
    assert draft.lesson.slides[3].media[0].alt == "De wolk"


def test_a_read_only_lesson_is_not_saved(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "lesson.md").write_text(f"---\nlesson: 99\n---\n\n{SHORT}", "utf-8")
    draft = Draft(Arrival(open_lesson(tmp_path)), tmp_path / "work")
    with qtbot.waitSignal(draft.refused):
        assert not draft.save()


def test_saving_leaves_no_part(make_draft: MakeDraft, tmp_path: Path) -> None:
    draft = make_draft(None)
    assert draft.save(tmp_path / "a.lesson")
    assert list(tmp_path.glob("*.part")) == []
