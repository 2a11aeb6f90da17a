"""Write the gallery of slides as pictures and contact sheets: `python scripts/hang_gallery.py [FOLDER] [--theme dark]`.

It judges nothing; the tests of the gallery do.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))

from PySide6.QtCore import QRect, QSize  # noqa: E402
from PySide6.QtGui import QColor, QImage, QPainter  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from presenter.stage import fonts  # noqa: E402
from presenter.stage.paint import picture  # noqa: E402
from presenter.stage.theme import THEMES  # noqa: E402
from tests.gallery import exhibits  # noqa: E402

_ACROSS, _DOWN = 4, 6
_SMALL = QSize(480, 270)
_LABEL = 22


def main() -> int:
    """Write the pictures of the chosen themes; says where they are."""
    parser = argparse.ArgumentParser(description="Write the gallery of slides as pictures and contact sheets.")
    parser.add_argument("folder", type=Path, nargs="?", default=HOUSE / "artefacts" / "gallery")
    parser.add_argument("--theme", choices=sorted(THEMES), action="append", help="only this theme (may be repeated)")
    options = parser.parse_args()
    application = QApplication([])
    fonts.load()
    for name in options.theme or THEMES:
        folder = options.folder / name
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for exhibit in exhibits(options.folder / "lesson", THEMES[name]):
            image = picture(exhibit.scene, QSize(1920, 1080))
            image.save(str(folder / f"{re.sub('[^a-z0-9]+', '-', exhibit.name)}.png"))
            written.append((exhibit.name, image))
            if len(written) % (_ACROSS * _DOWN) == 0:
                _hang(written[-_ACROSS * _DOWN :], options.folder / f"sheet-{name}-{len(written):03}.png")
        rest = len(written) % (_ACROSS * _DOWN)
        if rest:
            _hang(written[-rest:], options.folder / f"sheet-{name}-{len(written):03}.png")
    print(options.folder)
    del application
    return 0


def _hang(pictures: list[tuple[str, QImage]], path: Path) -> None:
    """One contact sheet, a name under each picture."""
    cell = QSize(_SMALL.width() + 12, _SMALL.height() + _LABEL + 12)
    sheet = QImage(cell.width() * _ACROSS, cell.height() * _DOWN, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setFont(fonts.font(15))
    for place, (name, image) in enumerate(pictures):
        x, y = place % _ACROSS * cell.width() + 6, place // _ACROSS * cell.height() + 6
        painter.drawImage(QRect(x, y, _SMALL.width(), _SMALL.height()), image)
        painter.drawText(x, y + _SMALL.height() + _LABEL - 6, name)
    painter.end()
    sheet.save(str(path))


if __name__ == "__main__":
    sys.exit(main())
