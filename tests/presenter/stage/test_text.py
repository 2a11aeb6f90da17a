"""Text slides: every arrangement stays on the canvas, and pictures and timers have their place."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from lessons.model import Layout, Media, MediaKind, Settings, Slide
from polling.wire import ClockView
from presenter.stage.content import TextContent
from presenter.stage.text import bleeds, strip_right
from presenter.stage.theme import LIGHT, RIGHT
from tests.presenter.stage.board import LESSON, TEXT, Board, has_colour, pixels

RED = "#ff0000"
SHORT = "1. Teken\n2. Schrijf"
DENSE = "Bekijk de rondleiding bij het waterbedrijf en gebruik die als voorbeeld. " * 12


@pytest.fixture
def folder(board: Board, tmp_path: Path) -> Path:
    """A lesson's folder with red pictures: upright, wide, and in the canvas' proportions."""
    (tmp_path / "media").mkdir()
    for name, size in (("upright", (60, 100)), ("wide", (120, 80)), ("screen", (160, 90))):
        Image.new("RGB", size, RED).save(tmp_path / "media" / f"{name}.png")
    board.folder = tmp_path
    return tmp_path


def slide(*pictures: str, title: str = "Regen", body: str = "", **settings: object) -> Slide:
    media = tuple(Media(kind=MediaKind.PICTURE, target=f"media/{name}.png", alt=name) for name in pictures)
    return Slide(id="here", title=title, body=body, media=media, settings=Settings(**settings))  # type: ignore[arg-type]


def red(image: QImage) -> QRect:
    """The box around what is red."""
    wanted = QColor(RED).rgb()
    rows = [y for y in range(0, 1080, 4) if wanted in pixels(image, QRect(0, y, 1920, 1))]
    columns = [x for x in range(0, 1920, 4) if wanted in pixels(image, QRect(x, 0, 1, 1080))]
    return QRect(columns[0], rows[0], columns[-1] - columns[0], rows[-1] - rows[0]) if rows else QRect()


@pytest.mark.usefixtures("folder")
def test_an_upright_picture_fills_the_right_of_a_title_slide(board: Board) -> None:
    opening = slide("upright", layout=Layout.TITLE)
    image = board.picture(opening)
    box = red(image)
    assert (box.top(), box.right() >= 1912) == (0, True)
    content = board.scene(opening).content
    assert isinstance(content, TextContent)
    assert (strip_right(content) or 0) < box.left()


@pytest.mark.usefixtures("folder")
def test_a_lying_picture_stands_in_a_frame_on_a_title_slide(board: Board) -> None:
    box = red(board.picture(slide("wide", layout=Layout.TITLE)))
    assert box.top() > 100
    assert box.right() <= RIGHT


@pytest.mark.usefixtures("folder")
def test_a_picture_alone_in_the_right_proportions_fills_the_canvas(board: Board) -> None:
    alone = slide("screen", title="")
    content = board.scene(alone).content
    assert isinstance(content, TextContent)
    assert bleeds(content)
    assert strip_right(content) is None
    image = board.picture(alone)
    assert has_colour(image, RED, QRect(0, 0, 4, 4))
    assert has_colour(image, RED, QRect(1916, 1070, 4, 4))


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["upright", "wide", "screen"])
def test_a_title_stands_above_a_picture_and_not_on_it(board: Board, name: str) -> None:
    box = red(board.picture(slide(name)))
    ink = board.picture(slide(title="Regen"))
    assert box.top() > 160
    assert has_colour(ink, LIGHT.ink)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("pictures", [("upright",), ("wide",), ("wide", "wide")])
def test_text_and_pictures_stand_beside_each_other(board: Board, pictures: tuple[str, ...]) -> None:
    box = red(board.picture(slide(*pictures, body=DENSE)))
    assert box.left() > 900
    assert box.right() <= RIGHT
    image = board.picture(slide(*pictures, body=DENSE))
    beside = QRect(box.left() - 20, 100, 16, 800)
    assert not has_colour(image, LIGHT.ink, beside)


@pytest.mark.usefixtures("folder")
def test_a_caption_stands_under_a_picture(board: Board) -> None:
    box = red(board.picture(slide("wide", body="Een plaat.", layout=Layout.PICTURE)))
    assert box.bottom() < 900


def test_a_short_text_has_a_large_ring_and_a_dense_one_a_strip(board: Board) -> None:
    clock = ClockView(total_ms=600_000, left_ms=600_000, ends_at=None)
    board.stands_at(slide(), timer=clock, timer_slide="here")
    large, strip = (board.picture(slide(body=body)) for body in (SHORT, DENSE))
    middle_of_ring_edge = QRect(1187, 480, 30, 20)
    assert has_colour(large, LIGHT.accent, middle_of_ring_edge)
    assert not has_colour(strip, LIGHT.accent, middle_of_ring_edge)
    assert has_colour(strip, LIGHT.accent, QRect(1300, 60, 500, 130))


@pytest.mark.usefixtures("folder")
def test_a_timer_beside_a_picture_is_a_strip(board: Board) -> None:
    clock = ClockView(total_ms=600_000, left_ms=600_000, ends_at=None)
    board.stands_at(slide(), timer=clock, timer_slide="here")
    assert has_colour(board.picture(slide("wide", body=SHORT)), LIGHT.accent, QRect(1300, 60, 500, 130))
    board.picture(slide("wide", layout=Layout.TITLE))
    board.picture(slide("wide"))


@pytest.mark.parametrize(
    "body",
    [
        "links\n\n***\n\nrechts",
        "## Voor\n\n- a\n\n## Tegen\n\n- b",
        "- een\n- twee\n- drie\n- vier",
        DENSE + "\n\n" + DENSE,
        "",
    ],
)
def test_two_columns_have_something_left_and_right(board: Board, body: str) -> None:
    image = board.picture(slide(body=body, layout=Layout.COLUMNS))
    assert has_colour(image, LIGHT.ink, QRect(112, 230, 800, 700)) or not body
    assert has_colour(image, LIGHT.ink, QRect(1000, 230, 800, 700)) or not body


def test_a_title_alone_stands_in_the_middle(board: Board) -> None:
    image = board.picture(slide())
    assert has_colour(image, LIGHT.ink, QRect(112, 420, 800, 130))
    assert not has_colour(image, LIGHT.ink, QRect(112, 90, 800, 200))


def test_an_empty_slide_is_empty(board: Board) -> None:
    assert not has_colour(board.picture(slide(title="")), LIGHT.ink, QRect(0, 0, 1920, 950))


def test_the_opening_of_a_lesson_names_subject_and_level(board: Board) -> None:
    opening = msgspec.structs.replace(TEXT, body="Van zee naar kraan", bullets=0)
    board.with_lesson(opening)
    bare = board.picture(opening)
    board.tell(lesson=msgspec.structs.replace(LESSON, subject="Natuurkunde", slides=(opening,)))
    assert not has_colour(bare, LIGHT.accent, QRect(0, 0, 1920, 1000))
    assert has_colour(board.picture(opening), LIGHT.accent, QRect(0, 0, 1920, 1000))
