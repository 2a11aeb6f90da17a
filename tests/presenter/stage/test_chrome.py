"""The bottom strip."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from presenter.stage.chrome import draw_strip
from presenter.stage.content import Face, Strip
from presenter.stage.theme import HIGH_CONTRAST, LIGHT, RIGHT, Theme
from tests.presenter.stage.board import has_colour, looks_the_same, pixels

pytestmark = pytest.mark.usefixtures("board")
STRIP = Strip(counter="6 / 24", progress=0.25, address="192.168.1.23", code="4271")
PAPER = int("ff" + LIGHT.paper[1:], 16)


def drawn(strip: Strip, theme: Theme = LIGHT, right: float = RIGHT) -> QImage:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    image.fill(int(theme.paper[1:], 16))
    painter = QPainter(image)
    draw_strip(painter, strip, theme, "nl", right)
    painter.end()
    return image


def test_the_line_along_the_edge_is_as_long_as_the_lesson_is_far() -> None:
    edge = pixels(drawn(STRIP), QRect(0, 1076, 1920, 1))
    assert edge.count(int("ff" + LIGHT.accent[1:], 16)) == 480


def test_without_progress_there_is_no_line() -> None:
    assert set(pixels(drawn(Strip()))) == {PAPER}


@pytest.mark.parametrize("right", [RIGHT, 1208.0])
def test_its_texts_end_where_they_should(right: float) -> None:
    image = drawn(STRIP, right=right)
    assert set(pixels(image, QRect(int(right) + 4, 980, 1900 - int(right), 80))) == {PAPER}
    assert has_colour(image, LIGHT.ink, QRect(int(right) - 200, 980, 200, 80))


def test_once_everyone_is_in_it_no_longer_says_how_to_join() -> None:
    image = drawn(replace(STRIP, address="", code=""))
    assert set(pixels(image, QRect(960, 980, 960, 80))) == {PAPER}


def test_a_note_stands_where_how_to_join_was_and_gives_way_to_the_rest() -> None:
    noted = replace(STRIP, address="", code="", note="De les is op slot")
    image = drawn(noted)
    assert has_colour(image, LIGHT.soft, QRect(int(RIGHT) - 260, 980, 264, 80))
    assert set(pixels(image, QRect(int(RIGHT) + 4, 980, 1900 - int(RIGHT), 80))) == {PAPER}
    assert looks_the_same(drawn(noted, right=300.0), drawn(replace(noted, note=""), right=300.0))


def test_the_timer_of_another_slide_stands_beside_the_counter() -> None:
    image = drawn(replace(STRIP, timer=Face("7:18", 0.7)))
    assert has_colour(image, LIGHT.accent, QRect(200, 980, 300, 80))


def test_a_long_address_never_touches_the_counter() -> None:
    long = replace(STRIP, address="laptop-van-mevrouw-de-vries.school.local:8080", timer=Face("7:18", 0.7))
    image = drawn(long, right=1208.0)
    assert looks_the_same(
        image.copy(QRect(0, 980, 420, 80)), drawn(replace(long, address="")).copy(QRect(0, 980, 420, 80))
    )


def test_in_high_contrast_the_line_has_no_tint() -> None:
    image = drawn(STRIP, HIGH_CONTRAST)
    assert set(pixels(image, QRect(0, 1076, 1920, 1))) == {0xFF000000, 0xFFFFFFFF}
