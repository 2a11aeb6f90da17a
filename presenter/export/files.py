"""Writing sheets: one PDF, or a folder of pictures. What somebody else put there is never overwritten."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPageLayout, QPageSize, QPainter, QPdfWriter

from lessons.saving import replace_bytes
from presenter.export.sheets import DPI

MAKER = "klassikaal"
"""Stands in every file that is written, so that it may be written again."""
_PAGE = re.compile(r"(slide|sheet)-\d+\.png")
_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing

Sheet = Callable[[QPainter], None]


class Foreign(Exception):
    """There is something here that we did not write; `path` is what."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def write_pdf(out: Path, size: QSizeF, sheets: Sequence[Sheet], title: str) -> None:
    """One page of `size` for each sheet, as vectors. Raises Foreign and OSError."""
    if out.exists() and not _is_our_pdf(out):
        raise Foreign(out)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator(MAKER)
    writer.setTitle(title)
    writer.setResolution(DPI)
    points = QSizeF(size.width() * 72 / DPI, size.height() * 72 / DPI)
    page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    way = QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(page, way, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    for number, sheet in enumerate(sheets):
        if number:
            writer.newPage()
        _paint(painter, sheet)
    painter.end()
    replace_bytes(out, bytes(buffer.data().data()))


def write_pictures(out: Path, size: QSizeF, sheets: Sequence[Sheet], name: str) -> None:
    """A picture `name`-01.png for each sheet; those that we wrote earlier and are no more are removed. Raises Foreign
    and OSError."""
    paths = [out / f"{name}-{number:02}.png" for number in range(1, len(sheets) + 1)]
    for path in paths:
        if path.exists() and not _is_our_picture(path):
            raise Foreign(path)
    if out.exists() and not out.is_dir():
        raise Foreign(out)
    out.mkdir(parents=True, exist_ok=True)
    for path, sheet in zip(paths, sheets, strict=True):
        replace_bytes(path, _png(size, sheet))
    for path in sorted(out.iterdir()):
        if path not in paths and _PAGE.fullmatch(path.name) and _is_our_picture(path):
            path.unlink()


def _png(size: QSizeF, sheet: Sheet) -> bytes:
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    image.setText("Software", MAKER)
    painter = QPainter(image)
    _paint(painter, sheet)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _paint(painter: QPainter, sheet: Sheet) -> None:
    painter.save()
    painter.setRenderHints(_SMOOTH)
    sheet(painter)
    painter.restore()


def _is_our_picture(path: Path) -> bool:
    return path.is_file() and QImageReader(str(path)).text("Software") == MAKER


def _is_our_pdf(path: Path) -> bool:
    return path.is_file() and MAKER.encode("utf-16-be") in path.read_bytes()
