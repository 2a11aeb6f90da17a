"""A real server in this process, on the loopback address, for tests that need sockets."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lessons.package import open_lesson
from polling import sessions, tokens
from polling.live import LiveSession
from polling.server import PollingServer
from polling.sockets import tell_all
from tests.classroom import LESSON


class RunningServer:
    """A server in a thread of its own. `live` may be looked at, not touched. Room time goes on by itself, unless the
    test has a clock."""

    def __init__(self, folder: Path, data: Path, orphan_s: float = 0, now_ms: Callable[[], int] | None = None) -> None:
        self.store, self.room = sessions.begin(data, open_lesson(folder))
        began = time.monotonic()
        going_on = now_ms or (lambda: int((time.monotonic() - began) * 1000))
        self.live = LiveSession(self.room, self.store, going_on, time.time, tell_all)
        self.server = PollingServer(self.live, tokens.new_key(), "127.0.0.1", folder, orphan_s)
        self._loop = asyncio.new_event_loop()
        self._listens = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        assert self._listens.wait(10)

    @property
    def join_url(self) -> str:
        return self.server.join_url

    @property
    def teacher_url(self) -> str:
        return self.server.teacher_url

    def call(self, function: Callable[[], None]) -> None:
        """Run something in the server's thread."""
        self._loop.call_soon_threadsafe(function)

    def stop(self) -> None:
        """Stop as a released server does, and wait."""
        if self._thread.is_alive():
            self.call(self.server._released.set)
        self.waits_to_stop()

    def waits_to_stop(self) -> None:
        self._thread.join(15)
        assert not self._thread.is_alive()

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        await self.server.listen((0,))
        self._listens.set()
        await self.server.serve()


@pytest.fixture
def lesson_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "les"
    folder.mkdir()
    (folder / "lesson.md").write_text(LESSON, "utf-8")
    return folder


@pytest.fixture
def running_server(lesson_folder: Path, tmp_path: Path) -> Iterator[RunningServer]:
    server = RunningServer(lesson_folder, tmp_path / "data")
    yield server
    server.stop()
