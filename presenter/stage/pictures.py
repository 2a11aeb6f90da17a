"""The lesson's pictures: opened from its folder and nowhere else, scaled once; a quiet card where one is missing.

`QImageReader` lets go of the interpreter's lock while it decodes. Lengths are logical pixels.
"""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageReader, QPainter, QPainterPath, QPen

from presenter.stage.blocks import literal
from presenter.stage.content import Picture
from presenter.stage.fit import Style, fitted
from presenter.stage.theme import CARD_CORNER, SMALLEST, Theme

MOST_PIXELS = 50_000_000
"""A larger picture is not opened."""
_ALLOCATION_MB = 256
_FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"gif", b"webp", b"bmp"})
_LARGEST = QSize(2560, 1440)
"""A picture is kept at most this large."""
_NEARLY = 1.14
"""A picture whose proportions differ less from its box than this fills it, a little cropped."""


def file_of(picture: Picture) -> Path | None:
    """Where the picture is: a file inside its folder, or None."""
    if "://" in picture.target or not picture.target:
        return None
    for target in (picture.target, unquote(picture.target)):
        try:
            path = (picture.folder / target).resolve()
            if path.is_relative_to(picture.folder.resolve()) and path.is_file():
                return path
        except (OSError, ValueError):
            continue
    return None


def image_of(picture: Picture) -> QImage | None:
    """The picture, upright and scaled to the stage; None when it cannot be shown."""
    path = file_of(picture)
    if path is None:
        return None
    try:
        state = path.stat()
    except OSError:
        return None
    return _image(str(path), state.st_mtime_ns, state.st_size)


def aspect(picture: Picture) -> float:
    """Width over height; 4:3 for a picture that cannot be shown."""
    image = image_of(picture)
    return image.width() / image.height() if image is not None and image.height() else 4 / 3


def contained(picture: Picture, box: QRectF) -> QRectF:
    """Where the picture lies in the box: as large as fits, from the top and in the middle."""
    ratio = aspect(picture)
    if 1 / _NEARLY < ratio * box.height() / box.width() < _NEARLY:
        return box
    width = min(box.width(), box.height() * ratio)
    return QRectF(box.center().x() - width / 2, box.y(), width, width / ratio)


def draw_picture(painter: QPainter, picture: Picture, box: QRectF, theme: Theme, corner: float = CARD_CORNER) -> None:
    """Fill the box with the picture, cropped where the proportions differ, or with a card that says what is missing."""
    image = image_of(picture)
    if image is None:
        draw_missing(painter, picture.alt, box, theme, corner)
        return
    painter.save()
    if corner:
        path = QPainterPath()
        path.addRoundedRect(box, corner, corner)
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.drawImage(box, image, QRectF(_cropped(image, box)))
    painter.restore()


def draw_missing(painter: QPainter, alt: str, box: QRectF, theme: Theme, corner: float = CARD_CORNER) -> None:
    """A quiet card with the text that stands for the picture."""
    painter.setPen(QPen(QColor(theme.line), theme.stroke))
    painter.setBrush(QColor(theme.card))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), corner, corner)
    pad = min(44.0, box.width() * 0.08, box.height() * 0.12)
    inner = box.adjusted(pad, pad, -pad, -pad)
    mark = min(120.0, inner.height() * 0.36, inner.width() * 0.5)
    room = inner.height() - mark * 0.75 - 20
    style = Style(align="centre", is_balanced=True)
    made = fitted(literal(alt), inner.width(), max(SMALLEST * 1.4, room), 40, SMALLEST, style) if alt else None
    height = (made.height + 20 if made else 0) + mark * 0.75
    if made and (height > inner.height() + 1 or mark < 40):
        made.draw(painter, inner.x(), inner.center().y() - made.height / 2, theme.soft)
        return
    top = inner.center().y() - height / 2
    _draw_mark(painter, QRectF(inner.center().x() - mark / 2, top, mark, mark * 0.75), theme)
    if made:
        made.draw(painter, inner.x(), top + mark * 0.75 + 20, theme.soft)


def _draw_mark(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A frame with a hill and a sun."""
    colour = QColor(theme.soft)
    pen = QPen(colour, max(3.0, box.width() * 0.045))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, box.width() * 0.1, box.width() * 0.1)
    at = [(0.08, 0.82), (0.36, 0.42), (0.54, 0.68), (0.68, 0.5), (0.92, 0.82)]
    painter.drawPolyline([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in at])
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(
        QPointF(box.x() + 0.72 * box.width(), box.y() + 0.28 * box.height()), *(box.width() * 0.06,) * 2
    )


def _cropped(image: QImage, box: QRectF) -> QRect:
    scale = max(box.width() / image.width(), box.height() / image.height())
    width = min(image.width(), math.ceil(box.width() / scale))
    height = min(image.height(), math.ceil(box.height() / scale))
    return QRect((image.width() - width) // 2, (image.height() - height) // 2, width, height)


@lru_cache(maxsize=24)
def _image(path: str, mtime_ns: int, length: int) -> QImage | None:
    """The file as it was at `mtime_ns` with `length` bytes: both are part of the key of the cache."""
    QImageReader.setAllocationLimit(_ALLOCATION_MB)
    reader = QImageReader(path)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in _FORMATS or size.isEmpty():
        return None
    if size.width() * size.height() > MOST_PIXELS:
        return None
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    limit = _LARGEST.transposed() if turned else _LARGEST
    if size.width() > limit.width() or size.height() > limit.height():
        reader.setScaledSize(size.scaled(limit, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
