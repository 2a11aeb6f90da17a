"""The themes: what is read on them can be read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from presenter.stage.theme import THEMES, Theme, mixed


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_texts_stand_out_from_what_they_stand_on(theme: Theme) -> None:
    for text in (theme.ink, theme.soft, theme.accent, theme.ok, theme.warning, theme.error):
        assert contrast(text, theme.paper) >= 4.5
        assert contrast(text, theme.card) >= 4.5
    assert contrast(theme.ink, theme.ok_tint) >= 4.5
    assert contrast(theme.ok, theme.ok_tint) >= 4.5
    assert all(contrast(theme.ink, tint) >= 4.5 for tint in theme.tints)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_the_letter_stands_out_from_its_badge_and_the_badge_from_the_card(theme: Theme) -> None:
    assert all(contrast(colour, theme.on_option) >= 4.5 for colour in theme.options)
    assert all(contrast(colour, theme.card) >= 4.5 for colour in theme.options)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mixed("#ffffff", "#000000", 1.0) == "#ffffff"
    assert mixed("#ffffff", "#000000", 0.0) == "#000000"
    assert mixed("#ff0000", "#0000ff", 0.5) == "#800080"
