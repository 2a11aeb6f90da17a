"""Presents one lesson in this process and takes the time: the next slide with the real server, then painting alone.

Arguments: the lesson's folder, a data folder, and the moment at which this was asked for. Prints one line of JSON:
milliseconds by the names of bench/presented.py. Offscreen, with a laptop's screen and a projector's.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={ROOT / 'tests' / 'two_screens.json'}"

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QImage, QPainter, QPaintEvent  # noqa: E402
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from show import lesson, text_lesson  # noqa: E402

from lessons import markdown  # noqa: E402
from lessons.model import Kind, Lesson, named  # noqa: E402
from polling.commands import Cover  # noqa: E402
from polling.wire import PositionPart, TallyPart  # noqa: E402
from presenter.app import App, Plan  # noqa: E402
from presenter.console.look import dress  # noqa: E402
from presenter.console.slide_grid import PICTURE  # noqa: E402
from presenter.opening import Decision  # noqa: E402
from presenter.server_process import Wish  # noqa: E402
from presenter.settings import Settings  # noqa: E402
from presenter.stage.canvas import Canvas  # noqa: E402
from presenter.stage.content import VideoContent  # noqa: E402
from presenter.stage.fullness import each_full  # noqa: E402
from presenter.stage.paint import paint, picture  # noqa: E402
from presenter.stage.scene import Audience, RoomView, Scene, scene  # noqa: E402
from presenter.stage.theme import LIGHT  # noqa: E402

APP_CORE, SERVER_CORE = 0, 1
PATIENCE_S = 60.0
PAINTS = 15
FRAMES = 24
BOARD = QSize(1920, 1080)


class Stage:
    """The app with its server, and what its board painted."""

    def __init__(self, qt: QApplication, folder: Path, data: Path) -> None:
        self._qt = qt
        self.painted: dict[str, tuple[float, float]] = {}
        """When each slide was first painted, and the processor time spent by then; in seconds."""
        dress(qt, "light")
        wish = Wish(lesson=folder, data=data, host="127.0.0.1", port=0)
        self.app = App(qt, Plan(wish, Decision(), Settings(language="nl", theme="light")))
        self._watch(self.app.projector.canvas)
        self.app.begin()
        self.waits_until(lambda: self.app.room.seen.is_complete)
        running = self.app.server.running
        assert running is not None
        for task in Path(f"/proc/{running.pid}/task").iterdir():
            os.sched_setaffinity(int(task.name), {SERVER_CORE})

    def waits_until(self, such: Callable[[], bool]) -> None:
        """Let the app run until this holds. Raises TimeoutError."""
        loop, until_s, waiting = QEventLoop(), time.monotonic() + PATIENCE_S, QTimer(interval=2)
        waiting.timeout.connect(lambda: loop.quit() if such() or time.monotonic() > until_s else None)
        waiting.start()
        loop.exec()
        if not such():
            raise TimeoutError

    def presses_next(self) -> tuple[float, float]:
        """From the key to the board's first picture of the next slide: milliseconds, and the app's processor time."""
        before = set(self.painted)
        began_s, used_s = time.monotonic(), time.process_time()
        QTest.keyClick(self.app.console, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        self.waits_until(lambda: len(self.painted) > len(before))
        (slide,) = set(self.painted) - before
        painted_s, spent_s = self.painted[slide]
        self.waits_until(lambda: not self.app.projector.canvas.is_moving)
        return (painted_s - began_s) * 1000, (spent_s - used_s) * 1000

    def ends(self) -> None:
        """Take everything down."""
        gone: list[bool] = []
        self.app.leaving.left.connect(lambda: gone.append(True))
        self.app.leaving.begin()
        self.waits_until(lambda: bool(gone))
        self.app.end()

    def _watch(self, canvas: Canvas) -> None:
        painted = Canvas.paintEvent

        def watched(which: Canvas, event: QPaintEvent) -> None:
            painted(which, event)
            if which is canvas and which.scene is not None:
                self.painted.setdefault(which.scene.slide, (time.monotonic(), time.process_time()))

        Canvas.paintEvent = watched  # type: ignore[assignment]


def walked(stage: Stage) -> dict[str, float]:
    """All the slides of the lesson, one after another."""
    count = len(stage.app.room.seen.view.lesson.slides)
    steps = [stage.presses_next() for _ in range(count)]
    return {"next": statistics.median(each for each, _ in steps), "next_cpu": statistics.median(u for _, u in steps)}


def filmed(stage: Stage) -> dict[str, float]:
    """Frames as a player gives them, to board and console."""
    board, console = stage.app.projector.canvas, stage.app.console.now.canvas
    for canvas in (board, console):
        assert canvas.scene is not None
        canvas.set_scene(replace(canvas.scene, slide="film", content=VideoContent(""), strip=None))
    stage.waits_until(lambda: not board.is_moving)
    frames = [_frame(number) for number in range(FRAMES)]
    whole, ours = [], []
    for frame in frames:
        began_s = time.process_time()
        image = frame.toImage()
        turned_s = time.process_time()
        stage.app.board.on_video_frame(image)
        board.repaint()
        console.repaint()
        done_s = time.process_time()
        whole.append((done_s - began_s) * 1000)
        ours.append((done_s - turned_s) * 1000)
    return {"film_frame": statistics.median(whole), "film_paint": statistics.median(ours)}


def _frame(number: int) -> QVideoFrame:
    made = QVideoFrame(QVideoFrameFormat(BOARD, QVideoFrameFormat.PixelFormat.Format_YUV420P))
    made.map(QVideoFrame.MapMode.WriteOnly)
    for plane in range(made.planeCount()):
        bits = made.bits(plane)
        bits[:] = bytes([100 + number]) * len(bits)
    made.unmap()
    return made


def overviewed(told: Lesson, folder: Path) -> dict[str, float]:
    """All slides as small pictures, with nothing laid out before, and again."""

    def make() -> None:
        for slide in told.slides:
            resting = scene(slide, RoomView(told), LIGHT, "nl", Audience.CONSOLE, folder, 0)
            picture(resting, PICTURE)

    return {"overview": _spent_ms(make), "overview_again": statistics.median(_spent_ms(make) for _ in range(PAINTS))}


def painted(told: Lesson, folder: Path) -> dict[str, float]:
    """Each slide on a picture of the board's size."""
    room = RoomView(told)
    found: dict[str, list[float]] = {"paint_cards": [], "paint_bars": [], "paint_text": [], "paint_text_first": []}
    for slide in told.slides:
        at_rest = scene(slide, room, LIGHT, "nl", Audience.PROJECTOR, folder, 0)
        if slide.kind is Kind.TEXT:
            found["paint_text_first"].append(_spent_ms(lambda shown=at_rest: picture(shown, BOARD)))
            found["paint_text"].append(_paint_ms(at_rest))
        elif slide.kind is Kind.QUIZ:
            found["paint_cards"].append(_paint_ms(at_rest))
            bars = scene(slide, _with_results(room, slide.id), LIGHT, "nl", Audience.PROJECTOR, folder, 0)
            found["paint_bars"].append(_paint_ms(bars))
    return {name: statistics.median(each) for name, each in found.items()}


def _with_results(room: RoomView, slide: str) -> RoomView:
    """The question is closed, and the class sees what came in."""
    position = PositionPart(
        revision=1, now=0, slide=slide, number=1, step=0, cover=Cover.NONE, paused=False, ended=False,
        closes_by_itself=False, phase="revealed", round=1, rounds=1, is_live=False, shows_results=True, right=(1,),
        next="", back="", clock=None, timer=None, timer_slide="",
    )  # fmt: skip
    tally = TallyPart(
        revision=1, slide=slide, round=1, answered=26, expected=28, counts=(3, 12, 9, 2), earlier=None, answers=()
    )
    return replace(room, position=position, tally=tally)


def looked_through(folder: Path) -> dict[str, float]:
    """60 slides of text, looked at one by one."""
    slides = each_full(named(markdown.read(text_lesson(60))[0]), folder)
    spent = [_spent_ms(lambda: next(slides)) for _ in range(60)]
    return {"fullness": sum(spent), "fullness_longest": max(spent)}


def _paint_ms(shown: Scene) -> float:
    image = QImage(BOARD, QImage.Format.Format_RGB32)

    def once() -> None:
        painter = QPainter(image)
        paint(painter, shown, 0.0)
        painter.end()

    once()
    return statistics.median(_spent_ms(once) for _ in range(PAINTS))


def _spent_ms(deed: Callable[[], object]) -> float:
    """The processor time that this takes."""
    began_s = time.process_time()
    deed()
    return (time.process_time() - began_s) * 1000


def main() -> int:
    """Measure once and print. Painting comes first: walking through the lesson lays everything out."""
    os.sched_setaffinity(0, {APP_CORE})
    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    folder = Path(sys.argv[1])
    told = named(markdown.read((folder / "lesson.md").read_text("utf-8"))[0])
    other = named(markdown.read(lesson().replace("# ", "# Nu: "))[0])
    found = overviewed(told, folder) | painted(other, folder) | looked_through(folder)
    stage = Stage(qt, folder, Path(sys.argv[2]))
    try:
        found |= walked(stage)
        found |= filmed(stage)
    finally:
        stage.ends()
    print(json.dumps(found), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
