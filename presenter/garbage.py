"""Garbage is collected in the thread of the windows, and nowhere else.

Python looks for garbage in whichever thread has just made something. A thread of Qt's media player that has a remark
for the log makes something too, and may then be the one that destroys a forgotten widget or timer. Those belong to the
thread of the windows: destroyed elsewhere, they take the whole app with them.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000
"""How often the collector looks whether it is time. A look at all generations takes about 10 ms."""


class Garbage(QObject):
    """Takes collecting over from Python, as long as the event loop of this thread runs."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_due)
        self._timer.start(EVERY_MS)


def collect_due() -> None:
    """Collect in this thread what Python's own thresholds say is due; often nothing."""
    due = [generation for generation, most in enumerate(gc.get_threshold()) if gc.get_count()[generation] > most]
    if due:
        gc.collect(due[-1])
