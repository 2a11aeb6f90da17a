"""lessons/adding.py: pictures and videos come into a lesson by their content, under a name of our own."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from lessons import adding
from lessons.media import is_safe_path
from lessons.model import MediaKind
from lessons.problems import CannotOpen, CannotSave, sentence

PNG = b"\x89PNG\r\n\x1a\n" + b"p" * 80
MP4 = b"\x00\x00\x00\x18ftypisom" + b"f" * 80


def test_a_file_is_copied_under_a_name_of_our_own(tmp_path: Path) -> None:
    source = tmp_path / "Wolk én zee.PNG"
    source.write_bytes(PNG)
    medium = adding.add_file(source, tmp_path / "les", MediaKind.PICTURE)
    sha8 = hashlib.sha256(PNG).hexdigest()[:8]
    assert medium.target == f"media/wolk-en-zee-{sha8}.png"
    assert medium.alt == "Wolk én zee"
    assert (tmp_path / "les" / medium.target).read_bytes() == PNG
    assert adding.add_file(source, tmp_path / "les", MediaKind.PICTURE) == medium
    assert len(list((tmp_path / "les" / "media").iterdir())) == 1


@pytest.mark.parametrize(
    ("start", "suffix"),
    [
        (PNG, ".png"),
        (b"\xff\xd8\xff\xe0", ".jpg"),
        (b"GIF89a", ".gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", ".webp"),
        (MP4, ".mp4"),
        (b"\x00\x00\x00\x14ftypqt  ", ".mov"),
        (b"\x1a\x45\xdf\xa3\x42\x82\x84webm", ".webm"),
        (b"\x1a\x45\xdf\xa3\x42\x82\x88matroska", ""),
        (b"\x00\x00\x00\x18ftypheic", ""),
        (b"RIFF\x00\x00\x00\x00AVI ", ""),
        (b"<svg xmlns=", ""),
        (b"", ""),
    ],
)
def test_the_content_says_what_it_is(start: bytes, suffix: str) -> None:
    assert adding.suffix_of(start) == suffix


@pytest.mark.parametrize(
    ("data", "wanted", "code"),
    [
        (b"MZ\x90\x00", MediaKind.PICTURE, "picture_does_not_show"),
        (MP4, MediaKind.PICTURE, "picture_does_not_show"),
        (PNG, MediaKind.VIDEO, "video_does_not_play"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(
    data: bytes, wanted: MediaKind, code: str, tmp_path: Path
) -> None:
    with pytest.raises(CannotOpen) as refused:
        adding.add_bytes(data, "plaat.exe", tmp_path, wanted)
    assert refused.value.code == code
    assert ".exe" in sentence(refused.value, "nl")
    assert not (tmp_path / "media").exists()


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen) as refused:
        adding.add_file(tmp_path / "weg.png", tmp_path, MediaKind.PICTURE)
    assert refused.value.code == "file_unreadable"


def test_a_file_that_is_larger_than_any_lesson_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "LARGEST_TOTAL", 20)
    with pytest.raises(CannotOpen) as refused:
        adding.add_bytes(PNG, "wolk.png", tmp_path, MediaKind.PICTURE)
    assert refused.value.code == "file_too_large"


def test_no_room_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "media").write_text("no folder", "utf-8")
    with pytest.raises(CannotSave):
        adding.add_bytes(PNG, "wolk.png", tmp_path, MediaKind.PICTURE)
    assert [path.name for path in tmp_path.iterdir()] == ["media"]


@pytest.mark.parametrize(
    ("name", "alt"),
    [
        ("IMG_2034.png", ""),
        ("Schermafbeelding 2026.png", ""),
        ("20261123.png", ""),
        ("de_kringloop.png", "de kringloop"),
    ],
)
def test_only_a_name_with_words_describes(name: str, alt: str, tmp_path: Path) -> None:
    assert adding.add_bytes(PNG, name, tmp_path, MediaKind.PICTURE).alt == alt


@pytest.mark.parametrize("text", ["", "???", "../../etc", "CON", "a" * 300, "日本"])
def test_any_name_becomes_a_safe_one(text: str) -> None:
    assert is_safe_path(f"media/{adding.slug(text)}-01234567.png")
