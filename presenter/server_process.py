"""The polling server as a process of its own: starts it, watches it, starts it again on the same port. No threads:
everything happens on a timer's tick."""

from __future__ import annotations

import logging
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from polling import running as word
from polling.running import Running
from presenter.detached import server_command, start_detached

TICK_MS = 100
START_WITHIN_S = 20.0
"""A server that does not listen by then is given up; a slow laptop with a cold disk needs a few seconds."""
PAUSES_S = (0.0, 0.5, 1.0, 2.0, 4.0)
"""How long to wait before each attempt to start it again; after the last one it has failed."""
CALM_AFTER_S = 60.0
"""A server that held out so long has all its attempts again."""
LEAVE_WITHIN_S = 5.0
"""A server that was told to go has this long; then we leave without it."""
ORPHAN_S = 30 * 60
"""How long a server waits for a presenter that vanished."""
REASONS = {3: "lesson", 4: "port_taken", 5: "store"}
"""What the exit codes of polling.__main__ mean, by the names of our sentences."""

Starter = Callable[[list[str], Path], "subprocess.Popen[bytes]"]
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Wish:
    """What the server is asked to give. An empty `session` leaves the choice to the server, unless `is_new`."""

    lesson: Path
    data: Path
    host: str = ""
    port: int | None = None
    session: str = ""
    is_new: bool = False
    label: str = ""
    begins_at: str = ""
    has_screen: bool = True

    def arguments(self) -> list[str]:
        """The command line of the server."""
        given = [str(self.lesson), "--data", str(self.data)]
        given += ["--host", self.host] if self.host else []
        given += ["--port", str(self.port)] if self.port is not None else []
        given += ["--session", self.session] if self.session else []
        given += ["--new"] if self.is_new and not self.session else []
        given += ["--label", self.label] if self.label else []
        given += ["--begin-at", self.begins_at] if self.begins_at else []
        given += [] if self.has_screen else ["--no-screen"]
        # What is old was wiped, and told, before the server starts.
        return [*given, "--keep-days", "0", "--orphan-s", str(ORPHAN_S)]

    @property
    def log(self) -> Path:
        """Where the server's output goes."""
        return self.data / "logs" / "server.log"


class ServerProcess(QObject):
    """One server at a time: a child of ours, or one that an earlier presenter left behind."""

    listening = Signal(object)
    """The server listens; carries its Running."""
    lost = Signal()
    """The server is gone; it is being started again."""
    failed = Signal(str)
    """It does not start, or keeps dying; carries the code of the reason."""
    gone = Signal()
    """The server stopped in good order: it was told to, or the lesson is over."""

    def __init__(self, starter: Starter = start_detached, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._starter = starter
        self._wish: Wish | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._running: Running | None = None
        self._stale: Running | None = None
        self._stumbles = 0
        self._since_s = 0.0
        self._code: int | None = None
        self._is_leaving = False
        self._watch = QTimer(self, interval=TICK_MS)
        self._watch.timeout.connect(self.on_tick)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.on_again)

    @property
    def running(self) -> Running | None:
        """The server that listens now, if there is one."""
        return self._running

    def start(self, wish: Wish) -> None:
        """Start a server. `listening` or `failed` follows."""
        self._wish, self._stumbles, self._is_leaving = wish, 0, False
        self._spawn()

    def attach(self, running: Running, wish: Wish) -> None:
        """Watch a server that is there already; `listening` follows at once."""
        self._wish, self._stumbles, self._is_leaving = wish, 0, False
        self._child = None
        self._adopt(running)

    def expect_end(self) -> None:
        """The server was told to go: `gone` follows, and it is not started again. One that does not listen yet cannot
        have heard it, and is stopped."""
        self._is_leaving = True
        if self._running is None and self._child is not None:
            self._child.terminate()
        self._again.stop()
        self._since_s = time.monotonic()
        self._watch.start()

    def try_again(self) -> None:
        """The teacher wants another series of attempts."""
        if self._wish is not None:
            self._stumbles, self._is_leaving = 0, False
            self._spawn()

    @Slot()
    def on_link_lost(self) -> None:
        """The link broke: look whether an attached server is still there. (A child is watched by its exit.)"""
        if self._is_leaving or self._child is not None or self._running is None:
            return
        if not word.is_alive(self._running):
            self._died()

    @Slot()
    def on_tick(self) -> None:
        if self._is_leaving:
            self._look_for_end()
        elif self._running is None:
            self._look_for_start()
        elif self._has_exited():
            self._leave() if self._code == 0 else self._died()

    @Slot()
    def on_again(self) -> None:
        self._spawn()

    def _spawn(self) -> None:
        if self._wish is None:
            return
        self._running, self._since_s = None, time.monotonic()
        self._stale = word.read(self._wish.data)
        self._code = None
        try:
            self._child = self._starter(server_command(self._wish.arguments()), self._wish.log)
        except OSError as reason:
            _log.warning("the server could not be started: %s", reason)
            self._child = None
            self._stumble()
            return
        self._watch.start()

    def _look_for_start(self) -> None:
        assert self._wish is not None
        left = word.read(self._wish.data)
        if left is not None and left != self._stale and word.is_alive(left):
            self._adopt(left)
        elif self._has_exited():
            self._stumble()
        elif time.monotonic() - self._since_s > START_WITHIN_S:
            self._kill()
            self._stumble()

    def _look_for_end(self) -> None:
        is_silent = self._child is None and (self._running is None or not word.is_alive(self._running, 0.2))
        if self._has_exited() or is_silent:
            self._leave()
        elif time.monotonic() - self._since_s > LEAVE_WITHIN_S:
            # It keeps what it has stored; a server that nobody watches would only keep the port.
            self._kill()
            self._leave()

    def _has_exited(self) -> bool:
        self._code = None if self._child is None else self._child.poll()
        return self._code is not None

    def _leave(self) -> None:
        self._watch.stop()
        self._child = self._running = None
        self.gone.emit()

    def _adopt(self, running: Running) -> None:
        assert self._wish is not None
        self._running, self._since_s = running, time.monotonic()
        self._wish = replace(self._wish, session=running.session, port=running.port, is_new=False)
        self._watch.start()
        self.listening.emit(running)

    def _died(self) -> None:
        if time.monotonic() - self._since_s > CALM_AFTER_S:
            self._stumbles = 0
        self._running = self._child = None
        self.lost.emit()
        self._stumble()

    def _stumble(self) -> None:
        self._watch.stop()
        reason = REASONS.get(self._code or 0, "unknown")
        if self._stumbles < len(PAUSES_S) and reason != "lesson":
            self._again.start(round(PAUSES_S[self._stumbles] * 1000))
            self._stumbles += 1
        else:
            self.failed.emit(reason)

    def _kill(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.wait()
            self._child = None
