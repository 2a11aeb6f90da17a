"""A word web as a file: a picture (PNG), a drawing (SVG), a page (PDF), or its words as a table (CSV). Gives bytes; it
opens no file and no window."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from polling.export import words_to_csv
from polling.results import ResultWord
from polling.wire import WordsPart
from presenter.export.files import write_pdf
from presenter.export.sheets import SLIDE
from presenter.stage.content import WebContent
from presenter.stage.paint import paint, picture
from presenter.stage.scene import Scene
from presenter.stage.theme import HEIGHT, WIDTH

FORMS = (".png", ".svg", ".pdf", ".csv")
_PIXELS = QSize(2 * WIDTH, 2 * HEIGHT)
"""A picture is twice as fine as the canvas: it is printed."""


def alone(scene: Scene) -> Scene | None:
    """The scene of a word web without what belongs to the lesson around it; None for any other."""
    if not isinstance(scene.content, WebContent):
        return None
    return replace(scene, content=replace(scene.content, timer=None), strip=None, tweens={})


def as_png(scene: Scene) -> bytes:
    """The web as a picture."""
    return _png(picture(scene, _PIXELS))


def as_svg(scene: Scene) -> bytes:
    """The web as lines and letters."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(WIDTH, HEIGHT))
    generator.setViewBox(QRectF(0, 0, WIDTH, HEIGHT))
    painter = QPainter(generator)
    paint(painter, scene, 0.0)
    painter.end()
    return bytes(buffer.data().data())


def as_pdf(scene: Scene, title: str) -> bytes:
    """The web as one page."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "web.pdf"
        write_pdf(out, SLIDE, [lambda painter: paint(painter, scene, 0.0)], title)
        return out.read_bytes()


def as_csv(part: WordsPart, language: str) -> bytes:
    """The words that the class may see, the most sent first, with what was merged into them."""
    return words_to_csv(_rows(part), language).encode("utf-8", "replace")


def _rows(part: WordsPart) -> Iterable[ResultWord]:
    for word in sorted(part.words, key=lambda word: -word.count):
        if word.is_shown:
            variants = tuple(each.text for each in word.parts)
            yield ResultWord(text=word.text, count=word.count, is_shown=True, group=word.group, variants=variants)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
