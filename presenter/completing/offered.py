"""What is dropped or pasted, looked at once: a file of this computer, a picture, or a text. Opens nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from presenter.stage.pictures import MOST_PIXELS


@dataclass(frozen=True)
class Offered:
    """At most one of these: the first file, the picture as PNG, the text."""

    file: Path | None = None
    picture: bytes = b""
    text: str = ""


NOTHING = Offered()
TOO_LARGE = Offered(picture=b"too large")
"""A picture with more pixels than are ever shown."""


def offered(mime: QMimeData) -> Offered:
    """What there is in a drop or on the clipboard. A file counts for more than a picture of it, and that for more than
    its name as text."""
    files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()] if mime.hasUrls() else []
    if files and files[0]:
        return Offered(file=Path(files[0]))
    if mime.hasImage():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            if image.width() * image.height() > MOST_PIXELS:
                return TOO_LARGE
            return Offered(picture=as_png(image))
    return Offered(text=mime.text()) if mime.hasText() else NOTHING


def could_be_taken(mime: QMimeData, takes_text: bool) -> bool:
    """True when a drop may hold something to take; looked at while it hovers, so without reading it."""
    return mime.hasUrls() or mime.hasImage() or (takes_text and mime.hasText())


def as_png(image: QImage) -> bytes:
    """A picture as a file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())
