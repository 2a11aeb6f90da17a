"""The colours of a school: as they are where they can be read, else as near to that as can be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from presenter.stage.school import FOR_MARKS, FOR_WORDS, changed, contrast, is_light, readable, worn
from presenter.stage.theme import DARK, HIGH_CONTRAST, LIGHT, Theme

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
COLOURED = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def test_black_and_white_are_as_far_apart_as_can_be() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert (is_light(LIGHT.paper), is_light(DARK.paper)) == (True, False)


@COLOURED
@given(first=COLOURS, second=COLOURS)
def test_words_and_marks_can_be_read_in_any_colours(theme: Theme, first: str, second: str) -> None:
    made = worn(theme, f"{first} {second}")
    for ground in (made.paper, made.card):
        assert contrast(made.accent, ground) >= FOR_WORDS
        assert contrast(made.mark, ground) >= FOR_MARKS
    assert contrast(made.ink, made.accent_tint) >= FOR_WORDS


def test_a_colour_that_can_be_read_is_kept_as_it_is() -> None:
    made = worn(LIGHT, "#004B87 #B8402A")
    assert (made.accent, made.mark) == ("#004B87", "#B8402A")
    assert made.options == LIGHT.options
    assert changed("#004B87 #B8402A") == ()


@pytest.mark.parametrize("colour", ["#F2B600", "#9FE0FF", "#FF66CC"])
def test_a_colour_that_is_too_light_keeps_its_hue(colour: str) -> None:
    shown = readable(colour, (LIGHT.paper, LIGHT.card), FOR_WORDS)
    hues = [QColor(each).hslHueF() for each in (colour, shown)]
    assert hues[0] == pytest.approx(hues[1], abs=0.02)
    assert contrast(shown, LIGHT.paper) < FOR_WORDS + 0.5
    assert changed(colour) == (colour,)


def test_one_colour_is_for_words_and_for_marks() -> None:
    made = worn(DARK, "#93A0FF")
    assert made.accent == made.mark == "#93A0FF"


def test_no_colours_change_nothing_and_high_contrast_shows_none() -> None:
    assert worn(LIGHT, "light") is LIGHT
    assert worn(LIGHT, "") is LIGHT
    assert worn(HIGH_CONTRAST, "#004B87 #B8402A") is HIGH_CONTRAST
