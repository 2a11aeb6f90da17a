"""The stage's fonts: loaded once from their package, and asked for by size. No text is measured here."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import fontpkg_atkinson_hyperlegible
from PySide6.QtGui import QFont, QFontDatabase

FAMILIES = ["Atkinson Hyperlegible", "Noto Sans", "DejaVu Sans", "Noto Color Emoji"]
CODE_FAMILIES = ["DejaVu Sans Mono", "Consolas", "Menlo", "monospace"]


def load() -> None:
    """Make the stage's font known to Qt. Call it after QApplication; a second call does nothing."""
    _loaded()


@lru_cache(maxsize=1)
def _loaded() -> tuple[int, ...]:
    files = sorted(Path(fontpkg_atkinson_hyperlegible.__file__).parent.glob("files/**/*.?tf"))
    return tuple(QFontDatabase.addApplicationFont(str(file)) for file in files)


def font(size: float, *, bold: bool = False, italic: bool = False, tabular: bool = False) -> QFont:
    """The stage's font at `size` logical pixels: not hinted, so that lines break alike at every scale.

    `tabular` gives digits one width, for numbers that count. Nothing of the application's own font is taken over: the
    console's has such digits everywhere.
    """
    load()
    made = QFont(FAMILIES)
    made.setPixelSize(max(1, round(size)))
    made.setBold(bold)
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
