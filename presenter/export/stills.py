"""What stands for the films of an exported lesson: a picture of each, found before anything is painted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QImage

from lessons.model import Slide
from presenter.first_frame import FirstFrame
from presenter.video import Film, film_of


def stills_of(slides: tuple[Slide, ...], folder: Path) -> dict[str, QImage]:
    """The first picture of every film that plays here and has no poster in the lesson, by the id of its slide."""
    films = [film_of(slide, folder) for slide in slides if not slide.settings.poster]
    frames, waiting = FirstFrame(), QEventLoop()
    found: dict[str, QImage] = {}
    frames.failed.connect(waiting.quit)
    for film in films:
        if film is not None:
            _find(film, frames, waiting, found)
    return found


def _find(film: Film, frames: FirstFrame, waiting: QEventLoop, found: dict[str, QImage]) -> None:
    def keep(still: QImage) -> None:
        found[film.slide] = still
        waiting.quit()

    connection = frames.found.connect(keep)
    frames.find(film.path, film.start_ms)
    waiting.exec()
    frames.found.disconnect(connection)
