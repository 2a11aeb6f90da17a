"""From a tap on a phone to the painted board: the real app with its real server, and phones in a process of their own.

The argument is how many phones; prints the figures of bench/painted.py as one line. The app has one core to itself, the
server and the phones share the other. Offscreen, with a laptop's screen and a projector's.
"""

from __future__ import annotations

import json
import os
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={ROOT / 'tests' / 'two_screens.json'}"

from measure import percentile  # noqa: E402
from painted import Painted  # noqa: E402
from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtGui import QPaintEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from servers import use_of  # noqa: E402

from polling.commands import GoTo  # noqa: E402
from presenter.app import App, Plan  # noqa: E402
from presenter.console.look import dress  # noqa: E402
from presenter.opening import Decision  # noqa: E402
from presenter.server_process import Wish  # noqa: E402
from presenter.settings import Settings  # noqa: E402
from presenter.stage.canvas import Canvas  # noqa: E402
from presenter.stage.content import QuizContent, WebContent  # noqa: E402

APP_CORE, OTHER_CORE = 0, 1
PATIENCE_S = 90.0
NEXTS = 20
LESSON = """\
# Begin

---

# Wat vind je van huiswerk?

- [ ] Te veel
- [ ] Genoeg
- [ ] Te weinig
- [ ] Ik heb geen mening

---

<!-- kind: wordweb -->

# Waar denk je aan bij de zomer?
""" + "".join(
    f"\n---\n\n# Dia {number}\n\n- Een punt\n- Nog een punt\n- En het laatste\n" for number in range(NEXTS + 1)
)


class Watch:
    """What the board for the class has painted, and when. Times are seconds of CLOCK_MONOTONIC."""

    def __init__(self) -> None:
        self.paints: list[float] = []
        self.counts: list[tuple[float, int]] = []
        self.words: dict[str, float] = {}
        self.slides: dict[str, float] = {}

    def see(self, canvas: Canvas) -> None:
        """The canvas has just been painted."""
        now_s, scene = time.monotonic(), canvas.scene
        self.paints.append(now_s)
        if scene is None:
            return
        self.slides.setdefault(scene.slide, now_s)
        if isinstance(scene.content, QuizContent) and scene.content.results is not None:
            self.counts.append((now_s, sum(scene.content.results.counts)))
        elif isinstance(scene.content, WebContent):
            for place in scene.content.web.places:
                if place.text not in self.words and scene.value(f"in {place.key}", 1.0, canvas._now_s()) >= 0.5:
                    self.words[place.text] = now_s

    def fps(self, begin_s: float, end_s: float) -> float:
        """Pictures a second between these."""
        return sum(begin_s <= at_s <= end_s for at_s in self.paints) / (end_s - begin_s)


class Stage:
    """The app, its server, and the phones."""

    def __init__(self, qt: QApplication, folder: Path) -> None:
        self.watch = Watch()
        self._waiting = QTimer(interval=5)
        lesson = folder / "les.md"
        lesson.write_text(LESSON, "utf-8")
        dress(qt, "light")
        wish = Wish(lesson=lesson, data=folder / "data", host="127.0.0.1", port=0)
        self.app = App(qt, Plan(wish, Decision(), Settings(language="nl", theme="light")))
        self._wrap(self.app.projector.canvas)
        self.app.begin()
        self.waits_until(lambda: self.app.room.seen.view.address is not None)
        running, address = self.app.server.running, self.app.room.seen.view.address
        assert running is not None
        assert address is not None
        for task in Path(f"/proc/{running.pid}/task").iterdir():
            os.sched_setaffinity(int(task.name), {OTHER_CORE})
        self._phones = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("taps.py")), str(running.port), address.room_code],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            preexec_fn=lambda: os.sched_setaffinity(0, {OTHER_CORE}),
        )  # fmt: skip

    def waits_until(self, such: Callable[[], bool]) -> None:
        """Let the app run until this holds. Raises TimeoutError."""
        loop, until_s = QEventLoop(), time.monotonic() + PATIENCE_S

        def look() -> None:
            if such() or time.monotonic() > until_s:
                loop.quit()

        self._waiting.timeout.connect(look)
        self._waiting.start()
        loop.exec()
        self._waiting.timeout.disconnect(look)
        if not such():
            raise TimeoutError

    def goes_to(self, slide: str) -> float:
        """Go there and wait until it is painted and stands still; when the command went out."""
        began_s = time.monotonic()
        self.app.link.send(GoTo(slide))
        self.waits_until(lambda: slide in self.watch.slides and not self.app.projector.canvas.is_moving)
        return began_s

    def phones(self, order: str) -> Any:
        """Let the phones do this while the app runs; what they say of it."""
        assert self._phones.stdin is not None
        assert self._phones.stdout is not None
        pipe = self._phones.stdout
        self._phones.stdin.write(order.encode() + b"\n")
        self._phones.stdin.flush()
        self.waits_until(lambda: bool(select.select([pipe], [], [], 0)[0]))
        return json.loads(pipe.readline())

    def ends(self) -> None:
        """Take everything down."""
        self._phones.kill()
        self._phones.wait()
        gone: list[bool] = []
        self.app.leaving.left.connect(lambda: gone.append(True))
        self.app.leaving.begin()
        self.waits_until(lambda: bool(gone))
        self.app.end()

    def _wrap(self, canvas: Canvas) -> None:
        paint = Canvas.paintEvent

        def watched(painted: Canvas, event: QPaintEvent) -> None:
            paint(painted, event)
            if painted is canvas:
                self.watch.see(canvas)

        Canvas.paintEvent = watched  # type: ignore[assignment]


def measured(stage: Stage, phones: int) -> Painted:
    """A poll, a word web, and some slides."""
    seconds = 6 if phones <= 300 else 10
    assert stage.phones(f"join {phones}") == phones
    stage.goes_to("s2")
    before, began_s = use_of(os.getpid()), time.monotonic()
    sent = stage.phones(f"poll s2 {seconds}")
    stage.waits_until(lambda: bool(stage.watch.counts) and stage.watch.counts[-1][1] == phones)
    polls = _poll_waits(sent, stage.watch.counts)
    poll_fps = stage.watch.fps(sent[0], sent[-1])
    stage.goes_to("s3")
    told = stage.phones(f"words s3 {seconds}")
    stage.waits_until(lambda: not stage.app.projector.canvas.is_moving)
    first = {text: at_s for at_s, text in reversed(told)}
    words = [(stage.watch.words[text] - at_s) * 1000 for text, at_s in first.items() if text in stage.watch.words]
    waited_share = use_of(os.getpid()).since(before).waited_s / (time.monotonic() - began_s)
    word_fps = stage.watch.fps(told[0][0], told[-1][0])
    slides = [f"s{number}" for number in range(4, NEXTS + 4)]
    nexts = [(stage.watch.slides[slide] - began_s) * 1000 for slide in slides if (began_s := stage.goes_to(slide))]
    return Painted(
        poll_p50_ms=statistics.median(polls),
        poll_p95_ms=percentile(polls, 0.95),
        poll_fps=poll_fps,
        word_p50_ms=statistics.median(words),
        word_p95_ms=percentile(words, 0.95),
        word_fps=word_fps,
        next_p50_ms=statistics.median(nexts),
        next_p95_ms=percentile(nexts, 0.95),
        waited_share=waited_share,
    )


def _poll_waits(sent: list[float], counts: list[tuple[float, int]]) -> list[float]:
    """For each tap the wait for the first picture that counts as many as were sent by then."""
    waits, place = [], 0
    for number, sent_s in enumerate(sent, 1):
        while counts[place][1] < number:
            place += 1
        waits.append((counts[place][0] - sent_s) * 1000)
    return waits


def main() -> int:
    """Measure once and print."""
    os.sched_setaffinity(0, {APP_CORE})
    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(qt, Path(folder))
        try:
            found = measured(stage, int(sys.argv[1]))
        finally:
            stage.ends()
    print(found.told(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
