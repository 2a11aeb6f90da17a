"""Pictures for phones."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from lessons.model import Lesson, Media, MediaKind, Option, Slide
from polling import pictures


def noise(size: tuple[int, int], path: Path) -> Path:
    Image.frombytes("RGB", size, os.urandom(size[0] * size[1] * 3)).save(path)
    return path


def test_a_large_picture_becomes_small_enough(tmp_path: Path) -> None:
    body = pictures.for_phone(noise((1600, 1200), tmp_path / "a.png"))
    assert body is not None
    assert len(body) <= pictures.MAX_BYTES
    with Image.open(io.BytesIO(body)) as small:
        assert small.format == "JPEG"
        assert max(small.size) <= 1000


def test_a_picture_that_was_taken_sideways_stands_upright(tmp_path: Path) -> None:
    picture = Image.new("RGB", (300, 100), "red")
    exif = picture.getexif()
    exif[0x0112] = 6
    picture.save(tmp_path / "a.jpg", exif=exif)
    body = pictures.for_phone(tmp_path / "a.jpg")
    assert body is not None
    with Image.open(io.BytesIO(body)) as upright:
        assert upright.size == (100, 300)


def test_what_was_transparent_is_white(tmp_path: Path) -> None:
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(tmp_path / "a.png")
    body = pictures.for_phone(tmp_path / "a.png")
    assert body is not None
    with Image.open(io.BytesIO(body)) as picture:
        assert picture.getpixel((25, 25)) == (255, 255, 255)


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_what_is_no_picture_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.png").write_bytes(content)
    assert pictures.for_phone(tmp_path / "a.png") is None
    assert pictures.for_phone(tmp_path / "missing.png") is None


def test_a_picture_of_too_many_pixels_is_not_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_PIXELS", 99)
    Image.new("RGB", (10, 10)).save(tmp_path / "a.png")
    assert pictures.for_phone(tmp_path / "a.png") is None


def test_only_questions_have_pictures_on_phones() -> None:
    def medium(name: str) -> Media:
        return Media(kind=MediaKind.PICTURE, target=f"media/{name}.png")

    asking = Slide(
        kind="quiz",  # type: ignore[arg-type]
        options=(Option(text="", picture=medium("b")),),
        media=(medium("a"), medium("gone")),
    )
    lesson = Lesson(slides=(Slide(media=(medium("c"),)), asking))
    hashes = {f"media/{name}.png": name * 64 for name in "abc"}
    assert pictures.paths(lesson, hashes) == {
        "media/a.png": f"/media/{'a' * 32}.jpg",
        "media/b.png": f"/media/{'b' * 32}.jpg",
    }
