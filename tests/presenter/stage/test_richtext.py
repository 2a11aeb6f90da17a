"""A slide's text laid out: nothing overlaps, everything fits, bullets come in one by one without moving."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from presenter.stage.richtext import Flow, Steps, fitted_flow, flowed, look
from presenter.stage.theme import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("board")
LOOK = look(LIGHT)
SHORT = "\n".join(f"- woord {number}" for number in range(8))
TEXT = "Eerst:\n\n- zee\n- wolk\n- land"


def ink(flow: Flow, bullets: float | None = None, others: float = 0.0) -> QImage:
    """The text on white."""
    image = QImage(1700, 900, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    flow.draw(painter, 0, 0, Steps(bullets, others))
    painter.end()
    return image


def lowest_ink(image: QImage) -> int:
    """The lowest row with something on it, or -1."""
    blank = QImage(image.width(), 1, image.format())
    blank.fill(0xFFFFFF)
    for y in reversed(range(image.height())):
        if image.copy(0, y, image.width(), 1) != blank:
            return y
    return -1


def test_a_text_fits_its_box_at_the_largest_size_that_does() -> None:
    flow = fitted_flow("woord " * 140, 1696, 600, 50, LOOK)
    assert flow.height <= 600
    assert flowed("woord " * 140, 1696, flow.size + 1, LOOK).height > 600


def test_a_hundred_and_forty_words_are_legible() -> None:
    bullets = "\n".join("- " + "woorden " * 20 for _ in range(7))
    assert fitted_flow(bullets, 1696, 700, 50, LOOK).size >= 28


def test_what_fits_at_no_size_is_left_out_at_the_bottom() -> None:
    flow = fitted_flow("\n\n".join("woord " * 60 for _ in range(80)), 1696, 700, 50, LOOK)
    assert flow.parts
    assert lowest_ink(ink(flow)) < 700


def test_one_endless_paragraph_is_cut() -> None:
    flow = fitted_flow("woord " * 9000, 1696, 300, 50, LOOK)
    assert 0 < flow.height <= 300


def test_seven_short_bullets_stand_in_two_columns() -> None:
    flow = flowed(SHORT, 1696, 50, LOOK)
    assert len({part.x for part in flow.parts}) == 2
    assert len({part.y for part in flow.parts}) == 4


def test_beside_a_picture_they_stand_in_one() -> None:
    assert len({part.x for part in flowed(SHORT, 900, 50, LOOK).parts}) == 1


def test_a_bullet_comes_in_without_moving_the_others() -> None:
    flow = flowed(TEXT, 1696, 50, LOOK)
    two, three = ink(flow, 2), ink(flow, 3)
    assert lowest_ink(two) < lowest_ink(three)
    assert three.copy(0, 0, 1700, lowest_ink(two)) == two.copy(0, 0, 1700, lowest_ink(two))
    assert lowest_ink(ink(flow, 0)) < lowest_ink(ink(flow, 1))


def test_a_bullet_that_is_coming_in_is_paler() -> None:
    flow = flowed(TEXT, 1696, 50, LOOK)
    assert ink(flow, 1.5) not in (ink(flow, 1), ink(flow, 2))


def test_a_text_from_right_to_left_ends_at_the_right() -> None:
    image = ink(flowed("- مرحبا", 1696, 50, LOOK))
    assert lowest_ink(image.copy(0, 0, 1000, 900)) == -1
    assert lowest_ink(image) > 0


def test_a_wide_table_keeps_to_its_width() -> None:
    source = "| a | b |\n|-|-|\n| " + "lang " * 60 + " | " + "woord " * 30 + " |"
    image = ink(flowed(source, 1600, 40, LOOK))
    assert lowest_ink(image.copy(1602, 0, 98, 900)) == -1


@settings(max_examples=30)
@given(st.text(alphabet="ab -*_`#>|\n1.[]x<>&🎉م", max_size=120), st.sampled_from([LIGHT, DARK]))
def test_any_text_is_laid_out_within_its_box(source: str, theme: object) -> None:
    flow = fitted_flow(source, 900, 400, 50, LOOK)
    assert flow.height <= 400.5
    assert all(
        one.y + one.height <= other.y + 0.5 or one.x != other.x
        for one, other in zip(flow.parts, flow.parts[1:], strict=False)
    )


def test_every_shape_is_drawn() -> None:
    source = "## Kop\n\n> citaat\n\n```\nx = 1\n```\n\n***\n\n- [ ] open\n- [x] klaar\n  - diep\n10. tien\n\n"
    source += "| a | b |\n|-|-|\n| 1 | 2 |"
    for theme in (LIGHT, DARK):
        flow = flowed(source, 1600, 40, look(theme))
        assert lowest_ink(ink(flow)) <= flow.height + 2


def test_tables_and_quotes_turn_for_texts_from_right_to_left() -> None:
    source = "> مرحبا\n\n| مرحبا | ب |\n|-|-|\n| ج | د |\n\n1. أولا\n- [x] ثانيا"
    image = ink(flowed(source, 1690, 50, LOOK))
    assert lowest_ink(image.copy(0, 0, 700, 900)) == -1


def test_points_to_come_are_dimmed_where_the_teacher_looks() -> None:
    flow = flowed(TEXT, 1000, 46, LOOK)
    hidden, dimmed, shown = ink(flow, 1.0), ink(flow, 1.0, 0.3), ink(flow, 3.0)
    assert lowest_ink(hidden) < lowest_ink(dimmed) == lowest_ink(shown)
    assert dimmed != shown
