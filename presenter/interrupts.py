"""Ctrl-C and a polite request to stop, as a Qt signal. The presenter's one place that knows signals of the system."""

from __future__ import annotations

import signal
from types import FrameType

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_MS = 150
"""Python hears a signal only when it runs: a timer lets it run so often."""


class Interrupts(QObject):
    """Says so when the user pressed Ctrl-C in the terminal or the system asks to stop."""

    interrupted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_asked = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._remember)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.on_look)
        self._look.start()

    def on_look(self) -> None:
        """Tell what was heard; a second Ctrl-C is the system's own, at once."""
        if self._was_asked:
            self._look.stop()
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            self.interrupted.emit()

    def _remember(self, number: int, frame: FrameType | None) -> None:
        self._was_asked = True
