"""The stage's font is the one of its package, with a real bold."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetricsF

from presenter.stage import fonts

pytestmark = pytest.mark.usefixtures("board")


def test_the_font_is_loaded_from_its_package() -> None:
    fonts.load()
    assert fonts.FAMILIES[0] in QFontDatabase.families()
    assert QFontInfo(fonts.font(40)).family() == fonts.FAMILIES[0]


def test_bold_is_bold_and_italic_is_italic() -> None:
    assert QFontInfo(fonts.font(40, bold=True)).bold()
    assert QFontInfo(fonts.font(40, italic=True)).italic()


def test_digits_that_count_are_equally_wide() -> None:
    metrics = QFontMetricsF(fonts.font(100, tabular=True))
    assert len({round(metrics.horizontalAdvance(digit), 2) for digit in "0123456789"}) == 1
