"""What presenting costs: painting slides and films, the grid, the start. Each figure in a process of its own.

Without an argument the figures are asked for one by one, printed as one line of JSON; with a name that one is measured
here. `start` needs the moment of CLOCK_MONOTONIC at which its process was asked for.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from lessons.model import Lesson
    from presenter.room_copy import RoomSeen
    from presenter.stage.scene import Scene

ROOT = Path(__file__).parents[1]
STARTS, PAINTS, FRAMES = 7, 40, 60
THUMBNAILS, LONG = 34, 60


@dataclass(frozen=True)
class Presented:
    """Milliseconds; of the processor, but for the start. `start` is from the wish to begin until the board is painted
    for the first time, `quiz`, `text` and `film` one picture of 1920 x 1080, `thumbnails` the pictures of a whole grid,
    `fullness` the look at a long lesson for slides with too much text."""

    start_ms: float
    quiz_ms: float
    text_ms: float
    text_first_ms: float
    film_ms: float
    thumbnails_ms: float
    fullness_ms: float


def presented() -> Presented:
    """All figures, each measured in a process of its own."""
    starts = [_asked("start", repr(time.monotonic()))["start_ms"] for _ in range(STARTS)]
    rest = _asked("quiz") | _asked("text") | _asked("film") | _asked("thumbnails") | _asked("fullness")
    return Presented(start_ms=statistics.median(starts), **rest)


def _asked(*arguments: str) -> dict[str, float]:
    script = [sys.executable, __file__, *arguments]
    done = subprocess.run(script, stdout=subprocess.PIPE, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def _median_ms(deed: Callable[[], object], times: int) -> float:
    return statistics.median(_times_ms(deed, times))


def _times_ms(deed: Callable[[], object], times: int) -> Iterator[float]:
    for _ in range(times):
        began_s = time.process_time()
        deed()
        yield (time.process_time() - began_s) * 1000


def _scenes(kinds: tuple[str, ...]) -> list[Scene]:
    """The scenes of the gallery whose names begin so, in every phase."""
    from tests.gallery import exhibits

    with tempfile.TemporaryDirectory() as folder:
        return [each.scene for each in exhibits(Path(folder)) if each.name.startswith(kinds)]


def _paints(kinds: tuple[str, ...]) -> list[tuple[float, float]]:
    """Of each scene: the first picture, and the median of those that follow."""
    from PySide6.QtCore import QSize

    from presenter.stage.paint import picture

    size, found = QSize(1920, 1080), []
    for scene in _scenes(kinds):
        (first_ms,) = _times_ms(partial(picture, scene, size), 1)
        found.append((first_ms, _median_ms(partial(picture, scene, size), PAINTS)))
    return found


def quiz() -> dict[str, float]:
    """A question, in the middle of the gallery's questions."""
    return {"quiz_ms": statistics.median(again for _, again in _paints(("quiz",)))}


def text() -> dict[str, float]:
    """A slide of text, in the middle of the gallery's; and the first picture of it, when its text is laid out."""
    found = _paints(("text", "columns"))
    return {
        "text_ms": statistics.median(again for _, again in found),
        "text_first_ms": statistics.median(first for first, _ in found),
    }


def film() -> dict[str, float]:
    """One picture of a film: from the decoder's planes to the painted board."""
    from PySide6.QtCore import QSize
    from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

    from presenter.stage.canvas import Canvas
    from tests.gallery import exhibits

    with tempfile.TemporaryDirectory() as folder:
        scene = next(each.scene for each in exhibits(Path(folder)) if each.name == "video, resting")
    canvas = Canvas(reduced_motion=True)
    canvas.resize(1920, 1080)
    canvas.show()
    canvas.set_scene(scene)
    shape = QVideoFrameFormat(QSize(1920, 1080), QVideoFrameFormat.PixelFormat.Format_YUV420P)

    def shown() -> None:
        canvas.set_video_frame(QVideoFrame(shape).toImage())
        canvas.repaint()

    return {"film_ms": _median_ms(shown, FRAMES)}


def thumbnails() -> dict[str, float]:
    """The pictures of the slide grid for a lesson of 34 slides, none of them painted before."""
    from PySide6.QtCore import QSize

    from presenter.stage.theme import LIGHT
    from presenter.thumbnails import Thumbnails

    seen = _seen(THUMBNAILS)
    pictures, size = Thumbnails(seen, LIGHT), QSize(256, 144)
    ids = [slide.id for slide in seen.view.lesson.slides]
    (whole_ms,) = _times_ms(lambda: [pictures.picture_of(slide, size) for slide in ids], 1)
    return {"thumbnails_ms": whole_ms}


def fullness() -> dict[str, float]:
    """The look at a long lesson before its windows come."""
    from presenter.stage.fullness import too_full

    lesson = _lesson(LONG)
    (whole_ms,) = _times_ms(lambda: too_full(lesson, Path()), 1)
    return {"fullness_ms": whole_ms}


def start(began_s: float) -> dict[str, float]:
    """From the wish to begin until the class sees the first picture."""
    from presenter.app import App, Plan
    from presenter.opening import Decision
    from presenter.server_process import Wish
    from presenter.settings import Settings
    from presenter.stage.canvas import Canvas

    painted: list[float] = []
    paint = Canvas.paintEvent

    def watched(canvas: Canvas, event: object) -> None:
        paint(canvas, event)  # type: ignore[arg-type]
        if canvas is app.projector.canvas and canvas.scene is not None and not painted:
            painted.append(time.monotonic())

    with tempfile.TemporaryDirectory() as folder:
        lesson = Path(folder) / "les.md"
        lesson.write_text("# Begin\n\n---\n\n# Vraag\n\n- [x] Ja\n- [ ] Nee\n", "utf-8")
        wish = Wish(lesson=lesson, data=Path(folder) / "data", host="127.0.0.1", port=0)
        app = App(_qt(), Plan(wish, Decision(), Settings(language="nl", theme="light")))
        Canvas.paintEvent = watched  # type: ignore[assignment]
        app.begin()
        _let_run(lambda: bool(painted))
        gone: list[bool] = []
        app.leaving.left.connect(lambda: gone.append(True))
        app.leaving.begin()
        _let_run(lambda: bool(gone))
        app.end()
    return {"start_ms": (painted[0] - began_s) * 1000}


def _let_run(such: Callable[[], bool]) -> None:
    from PySide6.QtTest import QTest

    until_s = time.monotonic() + 60.0
    while not such():
        if time.monotonic() > until_s:
            raise TimeoutError
        QTest.qWait(2)


def _lesson(slides: int) -> Lesson:
    """A lesson of so many slides as teachers make them, over and over."""
    from lessons import markdown
    from tests.gallery_texts import SLIDES

    texts = list(SLIDES.values())
    lesson, _ = markdown.read("\n\n---\n\n".join(texts[place % len(texts)].strip() for place in range(slides)))
    return lesson


def _seen(slides: int) -> RoomSeen:
    from lessons.model import named
    from presenter.room_copy import NOTHING_SEEN
    from presenter.stage.scene import RoomView

    return replace(NOTHING_SEEN, view=RoomView(named(_lesson(slides))))


def _qt() -> QApplication:
    from PySide6.QtWidgets import QApplication

    from presenter.console.look import dress

    there = QApplication.instance()
    qt = there if isinstance(there, QApplication) else QApplication([])
    dress(qt, "light")
    return qt


def main() -> int:
    """Measure what the argument names, or everything; one line of JSON."""
    if len(sys.argv) == 1:
        print(json.dumps(asdict(presented())))
        return 0
    sys.path.insert(0, str(ROOT))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={ROOT / 'tests' / 'two_screens.json'}"
    figures = {each.__name__: each for each in (quiz, text, film, thumbnails, fullness)}
    if sys.argv[1] == "start":
        print(json.dumps(start(float(sys.argv[2]))))
    else:
        application = _qt()
        print(json.dumps(figures[sys.argv[1]]()))
        del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
