"""The stage's font is the one of its package, with a real bold."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

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


def test_the_font_of_the_console_does_not_reach_the_board(qapp: QApplication) -> None:
    before = qapp.font()
    told = QFont(before)
    told.setFeature(QFont.Tag("tnum"), 1)
    told.setItalic(True)
    qapp.setFont(told)
    made = fonts.font(40)
    qapp.setFont(before)
    assert made.featureTags() == []
    assert not made.italic()
