"""presenter/server_process.py: with the real server, and with ones that fail."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from polling import running as word
from polling.__main__ import EXIT_CANNOT_LISTEN, EXIT_CANNOT_OPEN, EXIT_CANNOT_STORE
from polling.running import Running
from polling.wire import Release
from presenter import server_process
from presenter.detached import start_detached
from presenter.room_link import RoomLink
from presenter.server_process import REASONS, ServerProcess, Wish
from tests.classroom import LESSON

PATIENCE_MS = 30_000


@pytest.fixture
def wish(tmp_path: Path) -> Wish:
    """A small lesson, on any free port of this machine."""
    lesson = tmp_path / "les" / "lesson.md"
    lesson.parent.mkdir()
    lesson.write_text(LESSON, "utf-8")
    return Wish(lesson=lesson.parent, data=tmp_path / "data", host="127.0.0.1", port=0)


@pytest.fixture
def server(qtbot: QtBot, wish: Wish) -> Iterator[ServerProcess]:
    """A server that is ended with the test."""
    made = ServerProcess()
    yield made
    if made.running is not None:
        os.kill(made.running.pid, signal.SIGTERM)
        made.expect_end()
        with qtbot.waitSignal(made.gone, timeout=PATIENCE_MS):
            pass


def started(qtbot: QtBot, server: ServerProcess, wish: Wish) -> Running:
    """The server once it listens."""
    with qtbot.waitSignal(server.listening, timeout=PATIENCE_MS) as heard:
        server.start(wish)
    assert heard.args is not None
    running = heard.args[0]
    assert isinstance(running, Running)
    return running


def test_it_starts_a_server_that_answers(qtbot: QtBot, server: ServerProcess, wish: Wish) -> None:
    running = started(qtbot, server, wish)
    assert word.is_alive(running)
    assert running.pid != os.getpid()


def test_a_killed_server_is_back_on_the_same_port_with_the_same_session(
    qtbot: QtBot, server: ServerProcess, wish: Wish
) -> None:
    first = started(qtbot, server, wish)
    with qtbot.waitSignals([server.lost, server.listening], timeout=PATIENCE_MS, order="strict"):
        os.kill(first.pid, signal.SIGKILL)
    second = server.running
    assert second is not None
    assert (second.port, second.session, second.key) == (first.port, first.session, first.key)
    assert second.pid != first.pid


def test_another_presenter_attaches_to_a_server_that_was_left_behind(
    qtbot: QtBot, server: ServerProcess, wish: Wish
) -> None:
    running = started(qtbot, server, wish)
    second = ServerProcess()
    with qtbot.waitSignal(second.listening, timeout=PATIENCE_MS):
        second.attach(running, wish)
    assert second.running == running


def test_an_attached_server_that_died_is_started_again_when_the_link_breaks(qtbot: QtBot, wish: Wish) -> None:
    first, second = ServerProcess(), ServerProcess()
    running = started(qtbot, first, wish)
    second.attach(running, wish)
    first.expect_end()
    with qtbot.waitSignal(first.gone, timeout=PATIENCE_MS):
        os.kill(running.pid, signal.SIGKILL)
    with qtbot.waitSignal(second.listening, timeout=PATIENCE_MS):
        second.on_link_lost()
    again = second.running
    assert again is not None
    assert again.session == running.session
    second.expect_end()
    with qtbot.waitSignal(second.gone, timeout=PATIENCE_MS):
        os.kill(again.pid, signal.SIGKILL)


def failing(code: int, log: list[int]) -> server_process.Starter:
    """Starts a program that ends at once with this code, and counts."""

    def start(command: list[str], path: Path) -> subprocess.Popen[bytes]:
        log.append(code)
        return start_detached([sys.executable, "-c", f"raise SystemExit({code})"], path)

    return start


def test_a_server_that_keeps_failing_is_given_up_with_its_reason(
    qtbot: QtBot, wish: Wish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_process, "PAUSES_S", (0.0, 0.01, 0.01))
    starts: list[int] = []
    server = ServerProcess(failing(EXIT_CANNOT_LISTEN, starts))
    with qtbot.waitSignal(server.failed, timeout=PATIENCE_MS) as heard:
        server.start(wish)
    assert heard.args == ["port_taken"]
    assert len(starts) == 4
    with qtbot.waitSignal(server.failed, timeout=PATIENCE_MS):
        server.try_again()
    assert len(starts) == 8


def test_a_lesson_that_cannot_be_opened_is_not_tried_again(qtbot: QtBot, wish: Wish) -> None:
    starts: list[int] = []
    server = ServerProcess(failing(EXIT_CANNOT_OPEN, starts))
    with qtbot.waitSignal(server.failed, timeout=PATIENCE_MS) as heard:
        server.start(wish)
    assert (heard.args, len(starts)) == (["lesson"], 1)


def test_a_server_that_was_released_is_not_started_again(qtbot: QtBot, server: ServerProcess, wish: Wish) -> None:
    link = RoomLink(time.monotonic)
    running = started(qtbot, server, wish)
    with qtbot.waitSignal(link.opened, timeout=PATIENCE_MS):
        link.connect_to(running)
    with qtbot.waitSignal(server.gone, timeout=PATIENCE_MS):
        link.send(Release())
    link.close()
    assert server.running is None


def test_the_exit_codes_are_those_of_the_server() -> None:
    assert REASONS == {
        EXIT_CANNOT_OPEN: "lesson", EXIT_CANNOT_LISTEN: "port_taken", EXIT_CANNOT_STORE: "store",
    }  # fmt: skip
