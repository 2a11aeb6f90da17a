"""Starts the pretend class of a rehearsal in a process of its own, once the server listens, and ends it with the
app."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Slot

from polling.running import Running
from presenter.detached import CLASS_ARGUMENT, start_detached
from presenter.room_link import host_of

END_WITHIN_S = 5.0

Starter = Callable[[list[str], Path], "subprocess.Popen[bytes]"]


class PretendClass(QObject):
    """So many students who are not there."""

    def __init__(self, count: int, log: Path, starter: Starter = start_detached, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self._log = log
        self._starter = starter
        self._process: subprocess.Popen[bytes] | None = None

    @Slot(object)
    def on_listening(self, running: Running) -> None:
        """The server is there, maybe again: the students find it by themselves."""
        if self._process is None:
            self._process = self._starter(command(running, self._count), self._log)

    def end(self) -> None:
        """Send everybody home."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(END_WITHIN_S)


def command(running: Running, count: int) -> list[str]:
    """How the class is started: over the loopback address, with this Python or as the packaged app itself."""
    room = urlsplit(running.join_url).path
    given = [f"http://{host_of(running)}:{running.port}{room}", str(count)]
    if getattr(sys, "frozen", False):
        return [sys.executable, CLASS_ARGUMENT, *given]
    return [sys.executable, "-m", "polling.rehearsal", *given]
