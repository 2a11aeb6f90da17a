"""The app's icon, painted: three bars on a tile. No file holds it, and it chooses no window."""

from __future__ import annotations

import sys

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from presenter.stage.theme import LIGHT

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Those that title bars, task bars, docks and file managers ask for."""
APP_ID = "klassikaal"
_GRID = 16
_BARS = ((3, 8, 13), (7, 3, 13), (11, 6, 13))
"""Left, top and bottom of each bar on a grid of 16, so that even the smallest icon has sharp edges."""
_WIDTH = 2


def icon() -> QIcon:
    """The icon in all its sizes."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(picture(size))
    return made


def picture(size: int) -> QPixmap:
    """The icon, `size` pixels square."""
    made = QPixmap(size, size)
    made.fill(Qt.GlobalColor.transparent)
    unit = size / _GRID
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.accent))
    painter.drawRoundedRect(QRectF(0, 0, size, size), unit * 4, unit * 4)
    painter.setBrush(QColor(LIGHT.card))
    corner = unit * 0.75 if size >= 32 else 0.0
    for left, top, bottom in _BARS:
        edges = [round(edge * unit) for edge in (left, top, left + _WIDTH, bottom)]
        box = QRectF(edges[0], edges[1], edges[2] - edges[0], edges[3] - edges[1])
        painter.drawRoundedRect(box, corner, corner)
    painter.end()
    return made


def claim_taskbar() -> None:
    """On Windows: the task bar shows this app's own icon, not that of the Python that runs it."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)
