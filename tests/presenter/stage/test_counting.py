"""How many have answered: the line's painted length is the share."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from presenter.stage.content import Answered
from presenter.stage.counting import MIDDLE, counted, draw_count, draw_line, sentence
from presenter.stage.theme import FLOOR, HIGH_CONTRAST, LIGHT
from tests.presenter.stage.board import looks_the_same, pixels

pytestmark = pytest.mark.usefixtures("board")


def line(share: float) -> QImage:
    image = QImage(1100, 100, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    draw_line(painter, QRectF(50, 40, 1000, 20), share, LIGHT)
    painter.end()
    return image


@pytest.mark.parametrize("share", [0.0, 0.25, 0.75, 1.0])
def test_the_line_is_filled_for_its_share(share: float) -> None:
    middle = pixels(line(share).copy(0, 50, 1100, 1))
    assert middle.count(int("ff" + LIGHT.accent[1:], 16)) == pytest.approx(1000 * share, abs=3)


def test_one_answer_is_seen() -> None:
    assert not looks_the_same(line(0.001), line(0.0))


def test_the_sentence_is_bold_where_it_counts() -> None:
    made = sentence("**21** van 28", 42, LIGHT)
    assert made.layout.text() == "21 van 28"
    (bold,) = [each for each in made.layout.formats() if each.format.fontWeight() == 700]
    assert (bold.start, bold.length) == (0, 2)


def test_while_nobody_is_asked_nothing_is_counted() -> None:
    assert counted(Answered(0, 0), "nl") == "Nog geen antwoorden"
    assert counted(Answered(0, 0), "en") == "No answers yet"
    assert counted(Answered(0, 28), "nl") == "**0** van 28 hebben geantwoord"


def test_one_of_many_has_answered() -> None:
    assert counted(Answered(1, 28), "nl") == "**1** van 28 heeft geantwoord"
    assert counted(Answered(1, 28), "en") == "**1** of 28 has answered"
    assert counted(Answered(21, 28), "en") == "**21** of 28 have answered"


def test_line_note_and_sentence_stand_above_the_strip() -> None:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    draw_count(painter, Answered(21, 28), 0.75, "Deze vraag is gesloten", HIGH_CONTRAST, "nl")
    painter.end()
    assert set(pixels(image.copy(0, FLOOR, 1920, 1080 - FLOOR))) == {0xFFFFFFFF}
    assert set(pixels(image.copy(0, 0, 1920, int(MIDDLE) - 40))) == {0xFFFFFFFF}
