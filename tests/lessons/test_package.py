"""Opening lessons from disk: what opens, what is refused, and what is told about the files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.package import PICTURE_SUFFIXES, VIDEO_SUFFIXES, CannotOpen, decode, open_lesson

TEXT = "---\ntitle: Water\n---\n# Zee\n\n![zee](media/zee.png)\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A lesson in a folder, with its picture."""
    lesson = tmp_path / "water"
    (lesson / "media").mkdir(parents=True)
    (lesson / "lesson.md").write_text(TEXT, encoding="utf-8")
    (lesson / "media" / "zee.png").write_bytes(b"png")
    return lesson


def refusal(path: Path) -> str:
    with pytest.raises(CannotOpen) as caught:
        open_lesson(path)
    return caught.value.code


def codes(path: Path) -> list[str]:
    return [problem.code for problem in open_lesson(path).problems]


def test_a_folder_opens(folder: Path) -> None:
    opened = open_lesson(folder)
    assert (opened.lesson.title, opened.text, opened.folder, opened.source) == ("Water", TEXT, folder, folder)
    assert opened.problems == ()
    assert not opened.is_read_only


def test_a_bare_markdown_file_opens_with_the_media_beside_it(folder: Path) -> None:
    opened = open_lesson(folder / "lesson.md")
    assert (opened.folder, opened.source) == (folder, folder / "lesson.md")
    assert opened.problems == ()


def test_line_ends_and_byte_order_mark_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "les.md"
    path.write_bytes(b"\xef\xbb\xbf# Een\r\n")
    assert open_lesson(path).text == "\ufeff# Een\r\n"


def test_what_is_no_lesson_is_refused(tmp_path: Path) -> None:
    (tmp_path / "foto.png").write_bytes(b"png")
    (tmp_path / "leeg").mkdir()
    assert refusal(tmp_path / "weg.md") == "file_missing"
    assert refusal(tmp_path / "foto.png") == "file_unknown"
    assert refusal(tmp_path / "leeg") == "no_lesson_inside"


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "les.md").mkdir()
    (tmp_path / "les.md" / "lesson.md").symlink_to("/proc/self/mem")
    assert refusal(tmp_path / "les.md") == "file_unreadable"


def test_an_enormous_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "les.md").write_bytes(b"a" * (4 * 1024 * 1024 + 1))
    assert refusal(tmp_path / "les.md") == "file_too_large"


def test_a_newer_format_is_read_only(tmp_path: Path) -> None:
    (tmp_path / "les.md").write_text("---\nlesson: 2\n---\n# Een\n", encoding="utf-8")
    assert open_lesson(tmp_path / "les.md").is_read_only


def test_a_missing_file_is_told_with_its_slide(folder: Path) -> None:
    (folder / "media" / "zee.png").unlink()
    (problem,) = open_lesson(folder).problems
    assert (problem.code, problem.slide, problem.line) == ("media_missing", 1, 4)
    assert problem.parameters == {"target": "media/zee.png"}


@pytest.mark.parametrize(
    "text",
    [
        "# V?\n\n- [x] ![a](media/weg.png) a\n- [ ] b\n",
        "# V?\n\n- [x] a\n  > ![a](media/weg.png)\n- [ ] b\n",
        "# V?\n\n- [x] a\n- [ ] b\n\n> ![a](media/weg.png)\n",
        "<!-- poster: media/weg.png -->\n# V\n\n![a](https://youtu.be/x)\n",
        "<!-- subtitles: media/weg.vtt -->\n# V\n\n![a](https://youtu.be/x)\n",
    ],
)
def test_every_file_of_a_slide_is_looked_for(folder: Path, text: str) -> None:
    (folder / "lesson.md").write_text(text, encoding="utf-8")
    assert codes(folder) == ["media_missing"]


def test_one_file_named_twice_is_told_once(folder: Path) -> None:
    (folder / "lesson.md").write_text("![a](media/weg.png) ![b](media/weg.png)", encoding="utf-8")
    assert codes(folder) == ["media_missing"]


def test_a_link_that_leads_outside_the_lesson_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "geheim.png").write_bytes(b"png")
    (folder / "media" / "zee.png").unlink()
    (folder / "media" / "zee.png").symlink_to(tmp_path / "geheim.png")
    assert codes(folder) == ["media_outside"]


def test_a_media_folder_elsewhere_is_outside(folder: Path, tmp_path: Path) -> None:
    os.rename(folder / "media", tmp_path / "elders")
    (folder / "media").symlink_to(tmp_path / "elders", target_is_directory=True)
    assert codes(folder) == ["media_outside"]


def test_links_in_a_circle_are_missing(folder: Path) -> None:
    (folder / "media" / "zee.png").unlink()
    (folder / "media" / "zee.png").symlink_to("zee.png")
    assert codes(folder) == ["media_missing"]


@pytest.mark.parametrize(
    ("data", "text", "line"),
    [
        (b"# Een\n# Caf\xe9", "# Een\n# Café", 2),
        ("# Café".encode("utf-16"), "\ufeff# Café", 0),
        (b"\xfe\xff\x00#\x00 \x00A", "\ufeff# A", 0),
    ],
)
def test_another_encoding_is_read_and_told(data: bytes, text: str, line: int) -> None:
    found, (problem,) = decode(data)
    assert (found.removeprefix("\ufeff"), problem.code, problem.line) == (text.removeprefix("\ufeff"), "not_utf8", line)


@given(st.one_of(st.binary(), st.builds(bytes.__add__, st.sampled_from([b"\xff\xfe", b"\xfe\xff"]), st.binary())))
def test_any_bytes_are_some_text(data: bytes) -> None:
    text, problems = decode(data)
    text.encode("utf-8")
    assert problems or text.encode("utf-8") == data


def test_what_plays_is_known_in_one_place() -> None:
    assert {".png", ".jpg", ".webp"} <= PICTURE_SUFFIXES
    assert {".mp4", ".webm"} <= VIDEO_SUFFIXES
    assert not PICTURE_SUFFIXES & VIDEO_SUFFIXES
