"""One start of the app, as `python -m presenter LESSON` starts it, until the board has painted its first slide.

Arguments: the lesson, a data folder, and the moment at which this process was asked for, in seconds of
CLOCK_MONOTONIC. Prints one line of JSON: milliseconds from then on, and the processor time of this process. Offscreen.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={ROOT / 'tests' / 'two_screens.json'}"

from PySide6.QtCore import QObject, QTimer  # noqa: E402
from PySide6.QtGui import QPaintEvent  # noqa: E402

from presenter.__main__ import main  # noqa: E402


class Moments:
    """When what happened for the first time: its wall clock and the processor time spent by then."""

    def __init__(self, asked_s: float) -> None:
        self._asked_s = asked_s
        self.told: dict[str, float] = {}

    def note(self, name: str) -> None:
        """It has just happened."""
        if name not in self.told:
            self.told[name] = (time.monotonic() - self._asked_s) * 1000
            self.told[f"{name}_cpu"] = time.process_time() * 1000


def watch(moments: Moments) -> None:
    """Note when the app asks for its windows, when the console is painted, and when the board shows a slide; then
    leave."""
    from presenter.app import App
    from presenter.console.window import Console
    from presenter.stage.canvas import Canvas

    begin, paint = App.begin, Canvas.paintEvent
    apps: list[App] = []

    def begun(app: App) -> None:
        moments.note("asked")
        apps.append(app)
        begin(app)

    def painted(canvas: Canvas, event: QPaintEvent) -> None:
        paint(canvas, event)
        moments.note("window")
        window: QObject = canvas.window()
        if canvas.scene is not None and not isinstance(window, Console) and "slide" not in moments.told:
            moments.note("slide")
            QTimer.singleShot(0, apps[0].leaving.begin)

    App.begin = begun  # type: ignore[method-assign]
    Canvas.paintEvent = painted  # type: ignore[assignment]


if __name__ == "__main__":
    moments = Moments(float(sys.argv[3]))
    watch(moments)
    moments.note("imported")
    code = main([sys.argv[1], "--data", sys.argv[2], "--host", "127.0.0.1", "--port", "0"])
    print(json.dumps(moments.told), flush=True)
    sys.exit(code)
