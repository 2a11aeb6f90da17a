"""Pictures come from the lesson's folder and from nowhere else; what cannot be shown is a card."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from presenter.stage import pictures
from presenter.stage.content import Picture
from presenter.stage.pictures import aspect, contained, draw_picture, file_of, image_of
from presenter.stage.theme import LIGHT
from tests.presenter.stage.board import has_colour

pytestmark = pytest.mark.usefixtures("board")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A lesson's folder with a red picture of 40 x 20, beside it a picture that is not the lesson's."""
    media = tmp_path / "lesson" / "media"
    media.mkdir(parents=True)
    Image.new("RGB", (40, 20), "#ff0000").save(media / "rood.png")
    Image.new("RGB", (40, 20), "#ff0000").save(tmp_path / "buiten.png")
    return tmp_path / "lesson"


def painted(picture: Picture) -> QImage:
    image = QImage(800, 400, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    draw_picture(painter, picture, QRectF(0, 0, 800, 400), LIGHT)
    painter.end()
    return image


def test_a_picture_of_the_lesson_is_painted(folder: Path) -> None:
    picture = Picture(folder, "media/rood.png")
    assert aspect(picture) == 2.0
    assert has_colour(painted(picture), "#ff0000")


@pytest.mark.parametrize(
    "target",
    ["../buiten.png", "media/../../buiten.png", "https://example.org/x.png", "", "media", "a\0b", "%2e%2e/buiten.png"],
)
def test_nothing_outside_the_folder_is_opened(folder: Path, target: str) -> None:
    assert file_of(Picture(folder, target)) is None
    assert not has_colour(painted(Picture(folder, target, "Een plaat")), "#ff0000")


def test_an_absolute_path_is_not_opened(folder: Path) -> None:
    assert file_of(Picture(folder, str(folder.parent / "buiten.png"))) is None


def test_a_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    try:
        (folder / "media" / "link.png").symlink_to(folder.parent / "buiten.png")
    except OSError:
        pytest.skip("this system makes no links")
    assert file_of(Picture(folder, "media/link.png")) is None


def test_a_broken_picture_is_a_card(folder: Path) -> None:
    (folder / "media" / "stuk.png").write_bytes(b"\x89PNG\r\n\x1a\nstuk")
    picture = Picture(folder, "media/stuk.png", "De kringloop")
    assert image_of(picture) is None
    assert has_colour(painted(picture), LIGHT.soft)


def test_a_picture_that_may_hold_addresses_is_not_opened(folder: Path) -> None:
    (folder / "media" / "x.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    assert image_of(Picture(folder, "media/x.svg")) is None


def test_a_picture_that_is_too_large_is_not_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 799)
    assert image_of(Picture(folder, "media/rood.png")) is None


def test_a_photo_is_turned_upright(folder: Path) -> None:
    photo = Image.new("RGB", (40, 20))
    exif = photo.getexif()
    exif[0x0112] = 6
    photo.save(folder / "media" / "foto.jpg", exif=exif)
    assert aspect(Picture(folder, "media/foto.jpg")) == 0.5


def test_a_large_picture_is_scaled_to_the_stage(folder: Path) -> None:
    Image.new("RGB", (4000, 1000)).save(folder / "media" / "groot.png")
    image = image_of(Picture(folder, "media/groot.png"))
    assert image is not None
    assert (image.width(), image.height()) == (2560, 640)


def test_a_picture_that_changed_is_read_again(folder: Path) -> None:
    picture = Picture(folder, "media/rood.png")
    assert aspect(picture) == 2.0
    Image.new("RGB", (50, 50), "#00ff00").save(folder / "media" / "rood.png")
    assert aspect(picture) == 1.0


def test_a_picture_keeps_its_proportions_unless_they_nearly_fit(folder: Path) -> None:
    picture = Picture(folder, "media/rood.png")
    assert contained(picture, QRectF(0, 0, 400, 400)) == QRectF(0, 0, 400, 200)
    assert contained(picture, QRectF(0, 0, 400, 190)) == QRectF(0, 0, 400, 190)
