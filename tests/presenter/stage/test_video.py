"""A video slide: its frame, its poster, or a card that says what is the matter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from lessons.model import Media, MediaKind, Settings
from presenter.stage.content import VideoContent
from presenter.stage.scene import Scene, elsewhere, stilled, unplayable
from presenter.stage.theme import LIGHT
from tests.presenter.stage.board import TEXT, VIDEO, Board, full, has_colour


def playing(scene: Scene, width: int, height: int) -> Scene:
    """The scene while a blue frame shows."""
    frame = QImage(width, height, QImage.Format.Format_RGB32)
    frame.fill(0x336699)
    assert isinstance(scene.content, VideoContent)
    return replace(scene, content=replace(scene.content, frame=frame))


@pytest.mark.parametrize(
    ("size", "black"), [((640, 360), None), ((640, 480), QRect(0, 0, 200, 1080)), ((200, 50), QRect(0, 0, 1920, 200))]
)
def test_a_frame_is_letter_boxed_and_covers_the_strip(board: Board, size: tuple[int, int], black: QRect | None) -> None:
    image = full(playing(board.scene(VIDEO), *size))
    assert image.pixelColor(960, 540).name() == "#336699"
    assert not has_colour(image, LIGHT.accent)
    if black is not None:
        assert not has_colour(image, "#336699", black)


def test_before_it_plays_its_poster_shows(board: Board, tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    Image.new("RGB", (160, 90), "#ff0000").save(tmp_path / "media" / "poster.png")
    board.folder = tmp_path
    image = board.picture(msgspec.structs.replace(VIDEO, settings=Settings(poster="media/poster.png")))
    assert has_colour(image, "#ff0000")
    assert has_colour(image, LIGHT.accent, QRect(860, 400, 200, 300))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_film_whose_file_is_missing_does_not_invite_to_play(board: Board, tmp_path: Path, language: str) -> None:
    (tmp_path / "media").mkdir()
    Image.new("RGB", (160, 90), "#ff0000").save(tmp_path / "media" / "poster.png")
    board.folder, board.language = tmp_path, language
    film = msgspec.structs.replace(
        VIDEO,
        settings=Settings(poster="media/poster.png"),
        media=(Media(kind=MediaKind.VIDEO, target="media/film.mp4"),),
    )
    lost = board.picture(film)
    assert has_colour(lost, LIGHT.error)
    assert not has_colour(lost, "#ff0000")
    (tmp_path / "media" / "film.mp4").write_bytes(b"film")
    found = board.picture(film)
    assert has_colour(found, "#ff0000")
    assert not has_colour(found, LIGHT.error)


def test_a_film_on_the_web_has_no_file_to_miss(board: Board) -> None:
    film = msgspec.structs.replace(VIDEO, media=(Media(kind=MediaKind.WEB_VIDEO, target="https://example.org/film"),))
    assert not has_colour(board.picture(film), LIGHT.error)


def test_one_that_cannot_play_says_so_without_its_frame(board: Board) -> None:
    broken = full(unplayable(playing(board.scene(VIDEO), 640, 360), "Dit bestand ontbreekt"))
    assert has_colour(broken, LIGHT.error)
    assert not has_colour(broken, "#336699")


@pytest.mark.parametrize(
    "said", ["Luister.", "Een lange zin die over twee regels gaat. " * 6, "שלום לכולם", "een\ntwee"]
)
def test_a_subtitle_stands_readable_within_the_lower_part_of_the_frame(board: Board, said: str) -> None:
    plain = playing(board.scene(VIDEO), 640, 360)
    assert isinstance(plain.content, VideoContent)
    image = full(replace(plain, content=replace(plain.content, said=said)))
    assert has_colour(image, "#ffffff", QRect(100, 760, 1720, 280))
    for outside in (
        QRect(0, 0, 1920, 760),
        QRect(0, 1040, 1920, 40),
        QRect(0, 0, 100, 1080),
        QRect(1820, 0, 100, 1080),
    ):
        assert not has_colour(image, "#ffffff", outside)


def test_a_caption_stands_under_it(board: Board) -> None:
    full(board.scene(msgspec.structs.replace(VIDEO, title="", body="Let op de kleuren.")))


def test_before_it_plays_its_first_frame_stands_there_when_the_lesson_gives_no_picture(
    board: Board, tmp_path: Path
) -> None:
    still = QImage(64, 36, QImage.Format.Format_RGB32)
    still.fill(0x336699)
    image = full(stilled(board.scene(VIDEO), {VIDEO.id: still}))
    assert image.pixelColor(700, 700).name() == "#336699"
    assert has_colour(image, LIGHT.accent, QRect(860, 400, 200, 300))
    (tmp_path / "media").mkdir()
    Image.new("RGB", (160, 90), "#ff0000").save(tmp_path / "media" / "poster.png")
    board.folder = tmp_path
    given = board.scene(msgspec.structs.replace(VIDEO, settings=Settings(poster="media/poster.png")))
    image = full(stilled(given, {VIDEO.id: still}))
    assert image.pixelColor(700, 700).name() == "#ff0000"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_where_it_cannot_be_shown_it_is_said_to_play_on_the_board(board: Board, language: str) -> None:
    board.language = language
    still = QImage(64, 36, QImage.Format.Format_RGB32)
    still.fill(0x336699)
    before = stilled(board.scene(VIDEO), {VIDEO.id: still})
    image = full(elsewhere(before))
    assert not has_colour(image, "#336699")
    assert has_colour(image, LIGHT.accent)
    assert elsewhere(before) != before
    assert elsewhere(board.scene(TEXT)) == board.scene(TEXT)


def test_a_still_is_for_its_own_slide_and_for_videos(board: Board) -> None:
    still = QImage(64, 36, QImage.Format.Format_RGB32)
    assert stilled(board.scene(VIDEO), {"other": still}) == board.scene(VIDEO)
    assert stilled(board.scene(TEXT), {TEXT.id: still}) == board.scene(TEXT)
