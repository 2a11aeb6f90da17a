"""The desk with a lesson of one film: what the class and the teacher see of it is read from the painted pixels.

The clips of tests/media have a colour for each second (scripts/film_clips.py): red, lime, blue.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from polling.wire import LessonPart
from presenter.room_copy import Part
from presenter.stage.canvas import Canvas
from presenter.stage.theme import LIGHT
from presenter.video import PATIENCE_MS, FilmState, Video
from tests.presenter.desk import TWO, Desk

CLIPS = Path(__file__).parent.parent / "media"
COLOURS = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "black": (0, 0, 0)}
WAIT_MS = 40_000
"""A wait ends when its condition holds; only a fault makes it so long."""


class FilmDesk(Desk):
    """A desk, a player, and one slide with a film. `settings` is what the slide's comment says."""

    def __init__(
        self, qt: QApplication, qtbot: QtBot, folder: Path, settings: str = "", patience_ms: int = PATIENCE_MS
    ) -> None:
        self.qtbot, self.folder = qtbot, folder
        (folder / "media").mkdir(exist_ok=True)
        self.video = Video(patience_ms=patience_ms)
        self.states: list[FilmState] = []
        comment = f"<!-- {settings} -->\n\n" if settings else ""
        super().__init__(qt, qtbot, f"{comment}# Film\n\n![De film](media/film)\n\n---\n\n# Klaar\n", TWO, "nl")
        self.projector.resize(640, 360)
        self.projector.show()

    def _connect(self) -> None:
        super()._connect()
        video = self.video
        self.room.changed.connect(video.on_room)
        self.deeds.video_switched.connect(video.on_switch)
        video.frame.connect(self.board.on_video_frame)
        video.still.connect(self.board.on_still)
        video.said.connect(self.board.on_video_said)
        video.broken.connect(self.board.on_video_broken)
        video.moved.connect(self.console.film.show_moment)
        video.state_changed.connect(self.spokesman.on_film)
        video.state_changed.connect(self.states.append)
        self.console.film.sought.connect(video.seek)

    def hears(self, part: Part) -> None:
        if isinstance(part, LessonPart):
            text = part.text.replace("(media/film)", f"(media/{self.name})")
            part = msgspec.structs.replace(part, folder=str(self.folder), text=text)
        super().hears(part)

    name = "film.mp4"

    def has(self, clip: str) -> None:
        """The film of the lesson is this clip."""
        self.name = clip
        shutil.copy(CLIPS / clip, self.folder / "media" / clip)

    def has_file(self, name: str, data: bytes) -> None:
        """The film of the lesson is a file with these bytes."""
        self.name = name
        (self.folder / "media" / name).write_bytes(data)

    def switches(self) -> None:
        """Press V: play, or stand still."""
        self.presses(Qt.Key.Key_V)

    def ends(self) -> None:
        self.video.stop()
        super().ends()

    # ---- what is seen ----------------------------------------------------------------------------------------------

    def waits_until_both_show(self, *colours: str) -> None:
        """Until the board and the teacher's copy of it both show the film in one of these colours."""
        self.waits_until(lambda: self.colour in colours and self.copied_colour in colours)

    def waits_until(self, holds: object) -> None:
        """Until this holds; what is on the board is told when it never does."""
        assert callable(holds)
        try:
            self.qtbot.waitUntil(holds, timeout=WAIT_MS)
        except BaseException as reason:
            raise AssertionError(f"board {self.colour}, copy {self.copied_colour}, {self.video.state}") from reason

    @property
    def colour(self) -> str:
        """The colour of the film on the board."""
        return colour_of(painted(self.projector.canvas))

    @property
    def copied_colour(self) -> str:
        """The colour of the film on the console's copy of the board."""
        return colour_of(painted(self.console.now.canvas))

    @property
    def invites_to_play(self) -> bool:
        """True while the sign to play is painted, on the board and its copy."""
        signs = (has_near(painted(canvas), LIGHT.accent, (0.45, 0.45, 0.1, 0.2)) for canvas in self._canvases)
        return all(signs)

    @property
    def tells_of_a_fault(self) -> bool:
        """True while the card with the exclamation mark is painted, on the board and its copy."""
        return all(has_near(painted(canvas), LIGHT.error, (0.4, 0.3, 0.2, 0.4)) for canvas in self._canvases)

    @property
    def has_subtitle(self) -> bool:
        """True while white letters stand low on the film, on the board and its copy."""
        return all(has_near(painted(canvas), "#ffffff", (0.1, 0.8, 0.8, 0.15)) for canvas in self._canvases)

    @property
    def line(self) -> str:
        """What the console says about the film."""
        return self.console.browser.text.text() if self.console.browser.isVisible() else ""

    @property
    def _canvases(self) -> tuple[Canvas, Canvas]:
        return self.projector.canvas, self.console.now.canvas


def painted(canvas: Canvas) -> QImage:
    """The picture on the canvas' stage, without the bars around it."""
    return canvas.grab(canvas.stage_rect().toRect()).toImage()


def colour_of(image: QImage) -> str:
    """The colour left of the middle, where neither the sign to play nor a subtitle stands."""
    seen = image.pixelColor(int(image.width() * 0.35), int(image.height() * 0.6))
    return next((name for name, rgb in COLOURS.items() if _is_near(seen, QColor(*rgb))), "other")


def has_near(image: QImage, colour: str, share: tuple[float, float, float, float]) -> bool:
    """Whether this part of the picture (x, y, width, height as shares) has a pixel of about this colour."""
    x, y, width, height = share
    box = QRect(
        round(x * image.width()),
        round(y * image.height()),
        round(width * image.width()),
        round(height * image.height()),
    )
    wanted = QColor(colour)
    return any(
        _is_near(image.pixelColor(column, row), wanted)
        for row in range(box.top(), box.bottom(), 2)
        for column in range(box.left(), box.right(), 2)
    )


def _is_near(seen: QColor, wanted: QColor) -> bool:
    pairs = ((seen.red(), wanted.red()), (seen.green(), wanted.green()), (seen.blue(), wanted.blue()))
    return all(abs(one - other) < 48 for one, other in pairs)
