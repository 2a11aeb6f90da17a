"""The `.lesson` archive: the same bytes every time, and hostile archives refused with nothing left behind."""

from __future__ import annotations

import io
import os
import shutil
import stat
import struct
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons import archive
from lessons.markdown import write
from lessons.model import Lesson
from lessons.package import CannotOpen, CannotSave, Opened, autosave, open_lesson, save_lesson
from lessons.problems import sentence
from lessons.saving import replace_file
from lessons.working import MARKER_FILE, folder_for, opened

TEXT = "---\nlesson: 1\ntitle: Water\n---\n\n# Zee\n\n![zee](media/zee.png)\n"


@pytest.fixture
def lesson(tmp_path: Path) -> Opened:
    """A lesson in a folder, with a picture and a film in a folder of its own."""
    folder = tmp_path / "water"
    (folder / "media" / "film").mkdir(parents=True)
    (folder / "lesson.md").write_text(TEXT, encoding="utf-8")
    (folder / "media" / "zee.png").write_bytes(b"png" * 1000)
    (folder / "media" / "film" / "golf.mp4").write_bytes(b"mp4")
    return open_lesson(folder)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    return tmp_path / "work"


def zipped(path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as file:
        for name, data in entries:
            file.writestr(name, data)
    return path


def refusal(path: Path, work: Path) -> str:
    """The code with which the archive is refused; nothing may be left of it."""
    with pytest.raises(CannotOpen) as caught:
        open_lesson(path, work)
    assert not work.exists() or not list(work.iterdir())
    assert sentence(caught.value, "nl") != sentence(caught.value, "en")
    return caught.value.code


# --- writing --------------------------------------------------------------------------------------------------------


def test_an_archive_holds_exactly_the_folder(lesson: Opened, tmp_path: Path, work: Path) -> None:
    save_lesson(lesson, lesson.lesson, tmp_path / "water.lesson", tmp_path / "work")
    with zipfile.ZipFile(tmp_path / "water.lesson") as file:
        entries = [(entry.filename, entry.compress_type) for entry in file.infolist()]
        assert entries == [
            ("mimetype", zipfile.ZIP_STORED),
            ("lesson.md", zipfile.ZIP_DEFLATED),
            ("media/film/golf.mp4", zipfile.ZIP_STORED),
            ("media/zee.png", zipfile.ZIP_STORED),
        ]
        assert file.read("lesson.md").decode() == TEXT
        assert file.testzip() is None
    again = open_lesson(tmp_path / "water.lesson", work)
    assert (again.text, again.problems, again.source) == (TEXT, (), tmp_path / "water.lesson")
    assert (again.folder / "media" / "film" / "golf.mp4").read_bytes() == b"mp4"


def test_two_saves_are_the_same_bytes(lesson: Opened, tmp_path: Path) -> None:
    save_lesson(lesson, lesson.lesson, tmp_path / "een.lesson", tmp_path / "work")
    os.utime(lesson.folder / "media" / "zee.png", (1, 1))
    save_lesson(lesson, lesson.lesson, tmp_path / "twee.lesson", tmp_path / "work")
    assert (tmp_path / "een.lesson").read_bytes() == (tmp_path / "twee.lesson").read_bytes()


def test_the_mimetype_can_be_seen_from_outside(lesson: Opened, tmp_path: Path) -> None:
    save_lesson(lesson, lesson.lesson, tmp_path / "een.lesson", tmp_path / "work")
    assert (tmp_path / "een.lesson").read_bytes()[30:].startswith(b"mimetypeapplication/vnd.klassikaal.lesson+zip")


def test_links_and_odd_names_do_not_come_along(lesson: Opened, tmp_path: Path) -> None:
    (tmp_path / "geheim").mkdir()
    (tmp_path / "geheim" / "x.png").write_bytes(b"x")
    (lesson.folder / "media" / "link.png").symlink_to(tmp_path / "geheim" / "x.png")
    (lesson.folder / "media" / "map").symlink_to(tmp_path / "geheim")
    (lesson.folder / "media" / "a:b.png").write_bytes(b"x")
    (lesson.folder / "media" / "pak.zip").write_bytes(b"x")
    assert archive.media_in(lesson.folder) == ["media/film/golf.mp4", "media/zee.png"]


def test_a_lesson_goes_through_all_three_shapes(lesson: Opened, tmp_path: Path, work: Path) -> None:
    packed = save_lesson(lesson, lesson.lesson, tmp_path / "a" / "water.lesson", tmp_path / "work")
    opened_again = open_lesson(packed.source, work)
    folder = save_lesson(opened_again, opened_again.lesson, tmp_path / "b" / "map")
    bare = save_lesson(folder, folder.lesson, tmp_path / "c" / "les.md")
    for each in (packed, opened_again, folder, bare):
        assert (each.text, each.problems) == (TEXT, ())
    assert (tmp_path / "b" / "map" / "media" / "zee.png").is_file()
    assert (tmp_path / "c" / "media" / "film" / "golf.mp4").is_file()


def test_media_that_are_there_already_are_not_replaced(lesson: Opened, tmp_path: Path) -> None:
    (tmp_path / "b" / "media").mkdir(parents=True)
    (tmp_path / "b" / "media" / "zee.png").write_bytes(b"eigen")
    save_lesson(lesson, lesson.lesson, tmp_path / "b")
    assert (tmp_path / "b" / "media" / "zee.png").read_bytes() == b"eigen"


def test_saving_in_its_own_place_keeps_the_rest(lesson: Opened) -> None:
    saved = save_lesson(lesson, open_lesson(lesson.folder).lesson)
    assert (saved.folder, saved.source) == (lesson.folder, lesson.source)
    assert (lesson.folder / "lesson.md").read_text(encoding="utf-8") == TEXT


def test_a_newer_format_is_never_saved_again(tmp_path: Path) -> None:
    (tmp_path / "les.md").write_text("---\nlesson: 2\n---\n# Een\n", encoding="utf-8")
    found = open_lesson(tmp_path / "les.md")
    with pytest.raises(CannotSave) as caught:
        save_lesson(found, found.lesson)
    assert "2" in sentence(caught.value, "nl")


def test_a_place_that_cannot_be_written_is_told(lesson: Opened, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"")
    with pytest.raises(CannotSave) as caught:
        save_lesson(lesson, lesson.lesson, tmp_path / "bestand" / "les.lesson")
    assert caught.value.code == "file_unwritable"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    def fail(file: object) -> None:
        raise OSError("schijf vol")

    (tmp_path / "les").write_bytes(b"oud")
    with pytest.raises(OSError, match="schijf vol"):
        replace_file(tmp_path / "les", fail)
    assert [each.name for each in tmp_path.iterdir()] == ["les"]
    assert (tmp_path / "les").read_bytes() == b"oud"


# --- the working folder ---------------------------------------------------------------------------------------------


@pytest.fixture
def packed(lesson: Opened, tmp_path: Path) -> Path:
    source = save_lesson(lesson, lesson.lesson, tmp_path / "Les één.lesson", tmp_path / "eerst").source
    shutil.rmtree(tmp_path / "eerst")
    return source


def test_opening_twice_uses_the_same_folder(packed: Path, work: Path) -> None:
    one, two = open_lesson(packed, work), open_lesson(packed, work)
    assert one.folder == two.folder == folder_for(packed, work)
    assert one.folder.name.startswith("les-n-")
    assert two.problems == ()


def test_unsaved_changes_come_back(packed: Path, work: Path) -> None:
    found = open_lesson(packed, work)
    (found.folder / "lesson.md").write_text("# Nieuw\n", encoding="utf-8")
    again = open_lesson(packed, work)
    assert [slide.title for slide in again.lesson.slides] == ["Nieuw"]
    assert [problem.code for problem in again.problems] == ["autosave_kept"]


def test_autosave_writes_the_working_folder_only(packed: Path, work: Path) -> None:
    before = packed.read_bytes()
    found = open_lesson(packed, work)
    edited = Lesson(title="Anders")
    autosave(found, edited)
    assert packed.read_bytes() == before
    assert open_lesson(packed, work).lesson.title == "Anders"
    saved = save_lesson(found, edited)
    assert saved.folder == found.folder
    assert [problem.code for problem in open_lesson(packed, work).problems] == ["no_slides"]


def test_an_archive_saved_elsewhere_works_in_a_folder_of_its_own(lesson: Opened, tmp_path: Path, work: Path) -> None:
    saved = save_lesson(lesson, lesson.lesson, tmp_path / "kopie.lesson", work)
    assert saved.folder == folder_for(tmp_path / "kopie.lesson", work)
    autosave(saved, Lesson(title="Anders"))
    assert (lesson.folder / "lesson.md").read_text(encoding="utf-8") == TEXT


def test_autosave_leaves_a_folder_alone(lesson: Opened) -> None:
    autosave(lesson, Lesson())
    autosave(open_lesson(lesson.folder / "lesson.md"), Lesson())
    assert (lesson.folder / "lesson.md").read_text(encoding="utf-8") == TEXT


def test_autosave_that_cannot_write_says_so(packed: Path, work: Path) -> None:
    found = open_lesson(packed, work)
    (found.folder / "lesson.md").unlink()
    (found.folder / "lesson.md").mkdir()
    with pytest.raises(CannotSave):
        autosave(found, found.lesson)


def test_a_replaced_archive_is_unpacked_anew(lesson: Opened, packed: Path, work: Path) -> None:
    found = open_lesson(packed, work)
    zipped(packed, ("lesson.md", b"# Anders\n"))
    again = open_lesson(packed, work)
    assert (again.text, again.problems) == ("# Anders\n", ())
    assert not (found.folder / "media").exists()


def test_unsaved_changes_to_a_replaced_archive_are_put_aside(packed: Path, work: Path) -> None:
    for number in (1, 2):
        found = open_lesson(packed, work)
        (found.folder / "lesson.md").write_text(f"# Mijn werk {number}\n", encoding="utf-8")
        zipped(packed, ("lesson.md", f"# Anders {number}\n".encode()))
        again = open_lesson(packed, work)
        assert again.text == f"# Anders {number}\n"
        (problem,) = again.problems
        assert problem.code == "autosave_aside"
        aside = Path(str(problem.parameters["folder"]))
        assert (aside / "lesson.md").read_text(encoding="utf-8") == f"# Mijn werk {number}\n"


def test_a_save_that_was_cut_off_before_its_marker_leaves_nothing_aside(packed: Path, work: Path) -> None:
    found = open_lesson(packed, work)
    zipped(packed, ("lesson.md", b"# Nieuw\n"))
    (found.folder / "lesson.md").write_bytes(b"# Nieuw\n")
    again = open_lesson(packed, work)
    assert (again.text, again.problems) == ("# Nieuw\n", ())
    assert [each.name for each in work.iterdir()] == [found.folder.name]


def test_a_damaged_marker_is_no_marker(packed: Path, work: Path) -> None:
    found = open_lesson(packed, work)
    (found.folder / MARKER_FILE).write_bytes(b"{")
    assert open_lesson(packed, work).text == TEXT


def test_a_lost_text_counts_as_edited(packed: Path, work: Path) -> None:
    found = open_lesson(packed, work)
    (found.folder / "lesson.md").unlink()
    folder, problems = opened(packed, work)
    assert folder == found.folder
    assert [problem.code for problem in problems] == ["autosave_kept"]


def test_without_a_work_folder_the_users_own_is_taken(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert open_lesson(packed).folder.is_relative_to(tmp_path)


def test_a_work_folder_that_cannot_be_made_is_told(packed: Path, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"")
    with pytest.raises(CannotOpen) as caught:
        open_lesson(packed, tmp_path / "bestand")
    assert caught.value.code == "file_unreadable"


# --- hostile archives -----------------------------------------------------------------------------------------------


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize(
    "name",
    [
        *(
            "../x",
            "/etc/p",
            "C:\\x",
            "C:x",
            "a/../b",
            "CON",
            "media/aux.png",
            "media/x.png ",
            "media/x.",
            "media//x.png",
        ),
        *(
            "media/./x",
            "media/a\x01.png",
            "media/lpt1",
            "media/a?.png",
            "media/" + "x" * 300,
            "media/ x.png",
            "\\\\s\\x",
        ),
        *("media/com¹.png", "/", "./lesson.md"),
    ],
)
def test_a_name_that_could_lead_elsewhere_is_refused(name: str, tmp_path: Path, work: Path) -> None:
    path = zipped(tmp_path / "x.lesson", ("lesson.md", b"# Een"), (name, b"x"))
    assert refusal(path, work) == "archive_unsafe_name"


def test_a_name_cut_short_by_a_nul_is_refused(tmp_path: Path, work: Path) -> None:
    path = zipped(tmp_path / "x.lesson", ("lesson.md", b"# Een"), ("media/aXb", b"x"))
    path.write_bytes(path.read_bytes().replace(b"media/aXb", b"media/a\0b"))
    assert refusal(path, work) == "archive_unsafe_name"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("media/a.png", "media/A.png"),
        ("media/é.png", "media/e\u0301.png"),
        ("media/ﬁ.png", "media/fi.png"),
        ("media/a", "media/a/b"),
        ("media/a/b", "media/A"),
        ("lesson.md", "LESSON.md"),
    ],
)
def test_names_that_some_systems_take_for_one_are_refused(one: str, other: str, tmp_path: Path, work: Path) -> None:
    path = zipped(
        tmp_path / "x.lesson", ("lesson.md", b"# Een"), *((each, b"x") for each in (one, other) if each != "lesson.md")
    )
    assert refusal(path, work) == "archive_same_names"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused(tmp_path: Path, work: Path) -> None:
    path = zipped(tmp_path / "x.lesson", ("lesson.md", b"# Een"), ("lesson.md", b"# Twee"))
    assert refusal(path, work) == "archive_same_names"


def test_links_are_refused(tmp_path: Path, work: Path) -> None:
    path = zipped(tmp_path / "x.lesson", ("lesson.md", b"# Een"), (link("media/a.png"), b"/etc/passwd"))
    assert refusal(path, work) == "archive_link"


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_odd_compression_is_refused(compression: int, tmp_path: Path, work: Path) -> None:
    assert (
        refusal(zipped(tmp_path / "x.lesson", ("lesson.md", b"# Een"), compression=compression), work)
        == "archive_compression"
    )


def test_an_archive_in_an_archive_is_refused(tmp_path: Path, work: Path) -> None:
    assert refusal(zipped(tmp_path / "x.lesson", ("lesson.md", b"#"), ("media/a.ZIP", b"PK")), work) == "archive_nested"


def test_encryption_is_refused(tmp_path: Path, work: Path) -> None:
    path = zipped(tmp_path / "x.lesson", ("lesson.md", b"# Een"))
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)
    assert refusal(path, work) == "archive_encrypted"


def test_a_bomb_of_zeros_is_refused_in_no_time(tmp_path: Path, work: Path) -> None:
    path = zipped(tmp_path / "x.lesson", ("lesson.md", b"# Een"), ("media/a.mp4", bytes(50 * 1024 * 1024)))
    assert path.stat().st_size < 60_000
    start = time.process_time()
    assert refusal(path, work) == "archive_bomb"
    assert time.process_time() - start < 1


def test_too_much_in_all_is_refused(tmp_path: Path, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_TOTAL", 1024)
    path = zipped(tmp_path / "x.lesson", ("lesson.md", b"# Een"), ("media/a", bytes(600)), ("media/b", bytes(600)))
    assert refusal(path, work) == "archive_too_large"


def test_an_enormous_text_is_refused(tmp_path: Path, work: Path) -> None:
    text = os.urandom(archive.LARGEST_TEXT + 1)
    assert refusal(zipped(tmp_path / "x.lesson", ("lesson.md", text)), work) == "archive_too_large"


def test_very_many_files_are_refused_before_they_are_looked_at(tmp_path: Path, work: Path) -> None:
    path = zipped(tmp_path / "x.lesson", *((f"media/{number}", b"") for number in range(2001)))
    start = time.process_time()
    assert refusal(path, work) == "archive_too_many"
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize("claimed", [10, 5_000_000])
def test_a_size_that_lies_is_found_out(claimed: int, tmp_path: Path, work: Path) -> None:
    path = zipped(tmp_path / "x.lesson", ("lesson.md", b"# Een"), ("media/a.png", os.urandom(100_000)))
    data = bytearray(path.read_bytes())
    place = data.rindex(b"PK\1\2")
    struct.pack_into("<L", data, place + 24, claimed)
    path.write_bytes(data)
    assert refusal(path, work) == "archive_broken"


def test_a_stream_longer_than_it_says_is_cut(tmp_path: Path) -> None:
    class Endless:
        def open(self, entry: zipfile.ZipInfo) -> io.BytesIO:
            return io.BytesIO(bytes(1000))

    with pytest.raises(CannotOpen) as caught:
        archive._copy(Endless(), zipfile.ZipInfo("media/a"), tmp_path / "a", 999, tmp_path)  # type: ignore[arg-type]
    assert caught.value.code == "archive_too_large"


def test_entries_that_share_bytes_are_refused(tmp_path: Path, work: Path) -> None:
    path = zipped(tmp_path / "x.lesson", ("lesson.md", b"# Een"), *((f"media/{each}", bytes(99)) for each in "abc"))
    data = bytearray(path.read_bytes())
    places = [place for place in range(len(data)) if data[place : place + 4] == b"PK\1\2"]
    for place in places[2:]:
        data[place + 42 : place + 46] = data[places[1] + 42 : places[1] + 46]
    path.write_bytes(data)
    assert refusal(path, work) == "archive_broken"


def test_an_entry_inside_another_is_refused(tmp_path: Path, work: Path) -> None:
    inner = zipped(tmp_path / "in.zip", ("media/b", b"binnen"), compression=zipfile.ZIP_STORED).read_bytes()
    record = inner[: inner.index(b"PK\1\2")]
    entries = (("lesson.md", b"# Een"), ("media/a", record), ("media/b", b"binnen"))
    path = zipped(tmp_path / "x.lesson", *entries, compression=zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, data.rindex(b"PK\1\2") + 42, data.index(record))
    path.write_bytes(data)
    assert refusal(path, work) == "archive_broken"


def test_an_entry_that_runs_into_the_directory_is_refused(tmp_path: Path, work: Path) -> None:
    path = zipped(tmp_path / "x.lesson", ("lesson.md", b"# Een"))
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, data.index(b"PK\1\2") + 20, 10_000)
    path.write_bytes(data)
    assert refusal(path, work) == "archive_broken"


def _cut_short(data: bytes) -> bytes:
    return data[:-5]


def _with_a_comment(data: bytes) -> bytes:
    return data[:-2] + b"\x05\x00hallo"


def _with_more_behind_it(data: bytes) -> bytes:
    return data + b"meer"


def _with_something_before_it(data: bytes) -> bytes:
    return b"MZ" + data


def _zip64(data: bytes) -> bytes:
    return data[:-22] + b"PK\6\7" + bytes(16) + data[-22:]


def _flipped(data: bytes) -> bytes:
    return data.replace(b"\x03\x04", b"\x03\x05")


def _enormous_directory(data: bytes) -> bytes:
    return data[:-10] + struct.pack("<L", 2_000_000) + data[-6:]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_cut_short, "archive_broken"),
        (_with_a_comment, "archive_broken"),
        (_with_more_behind_it, "archive_broken"),
        (_with_something_before_it, "archive_broken"),
        (_flipped, "archive_broken"),
        (_enormous_directory, "archive_broken"),
        (_zip64, "archive_too_many"),
    ],
)
def test_a_damaged_archive_is_refused(
    change: Callable[[bytes], bytes], code: str, packed: Path, tmp_path: Path, work: Path
) -> None:
    path = tmp_path / "kapot.lesson"
    path.write_bytes(change(packed.read_bytes()))
    assert refusal(path, work) == code


def test_an_archive_without_a_lesson_is_refused(tmp_path: Path, work: Path) -> None:
    assert refusal(zipped(tmp_path / "x.lesson", ("media/a.png", b"x")), work) == "no_lesson_inside"
    assert refusal(zipped(tmp_path / "x.zip", ("readme.txt", b"x")), work) == "no_lesson_inside"


def test_folders_and_unknown_files_in_an_archive_harm_nothing(tmp_path: Path, work: Path) -> None:
    path = zipped(
        tmp_path / "x.lesson", ("media/", b""), ("lesson.md", b"# Een"), ("media/a.png", b"x"), ("later.json", b"{}")
    )
    found = open_lesson(path, work)
    assert sorted(each.name for each in found.folder.iterdir()) == [MARKER_FILE, "lesson.md", "media"]


def test_a_text_that_is_no_archive_is_refused(tmp_path: Path, work: Path) -> None:
    (tmp_path / "x.lesson").write_bytes(b"# Een\n")
    assert refusal(tmp_path / "x.lesson", work) == "archive_broken"


@given(st.binary(max_size=300), st.data())
def test_any_damage_gives_a_lesson_or_a_refusal(noise: bytes, data: st.DataObject) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("lesson.md", TEXT)
        file.writestr("media/a.png", noise)
    damaged = bytearray(whole.getvalue())
    for place in data.draw(st.lists(st.integers(0, len(damaged) - 1), max_size=4)):
        damaged[place] = data.draw(st.integers(0, 255))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.lesson"
        path.write_bytes(damaged)
        try:
            found = open_lesson(path, Path(folder) / "work")
        except CannotOpen:
            return
        assert isinstance(write(found.lesson), str)
        assert {each.name for each in Path(folder).iterdir()} == {"x.lesson", "work"}
