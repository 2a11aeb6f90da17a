"""Dresses the application: the style, the font, the colours of a theme."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from presenter.console.style import CHROMES, FAMILIES, TEXT_PX, palette, sheet
from presenter.stage import fonts


def dress(qt: QApplication, theme: str) -> None:
    """Give every window of the app this theme, unless they wear it already. The projector paints itself."""
    fonts.load()
    chrome = CHROMES[theme]
    if qt.styleSheet() == sheet(chrome):
        return
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(TEXT_PX)
    font.setFeature(QFont.Tag("tnum"), 1)
    qt.setStyle("Fusion")
    qt.setFont(font)
    qt.setPalette(palette(chrome))
    qt.setStyleSheet(sheet(chrome))
