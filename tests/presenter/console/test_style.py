"""presenter/console/style.py: everything is readable in every theme."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from presenter.console.style import CHROMES, DARK, LETTERS, LIGHT, sheet
from presenter.stage import badge, theme
from presenter.stage.theme import THEMES


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2 between two colours."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", list(CHROMES))
def test_text_stands_out_from_what_it_is_written_on(name: str) -> None:
    chrome = CHROMES[name]
    for ink in (chrome.ink, chrome.soft, chrome.accent, chrome.ok, chrome.warning, chrome.error, *chrome.options):
        assert contrast(ink, chrome.card) >= 4.5, ink
    for ground in (chrome.desk, chrome.tint, chrome.track):
        assert contrast(chrome.ink, ground) >= 4.5, ground
        assert contrast(chrome.soft, ground) >= 4.5, ground
    assert contrast(chrome.on_accent, chrome.accent) >= 4.5


def test_the_console_has_the_themes_of_the_stage() -> None:
    assert CHROMES.keys() == THEMES.keys()


@pytest.mark.parametrize("name", list(CHROMES))
def test_an_option_has_the_letter_of_the_stage_and_a_colour(name: str) -> None:
    assert [badge.letter(place) for place in range(len(LETTERS))] == list(LETTERS)
    assert len(CHROMES[name].options) == len(LETTERS)


def test_light_and_dark_wear_the_colours_of_the_stage() -> None:
    for chrome, stage in ((LIGHT, theme.LIGHT), (DARK, theme.DARK)):
        assert (chrome.ink, chrome.soft, chrome.accent) == (stage.ink, stage.soft, stage.accent)
        assert chrome.options[: len(stage.options)] == stage.options


@pytest.mark.parametrize("name", list(CHROMES))
def test_no_colour_in_the_sheet_is_left_to_the_system(name: str) -> None:
    assert "None" not in sheet(CHROMES[name])
    assert CHROMES[name].desk in sheet(CHROMES[name])


def _luminance(colour: str) -> float:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
