"""Where the server listens: the private file."""

import os
import stat
import sys
from pathlib import Path

import pytest

from polling import running
from polling.running import Running
from tests.polling.conftest import RunningServer


def word(port: int = 1, session: str = "s") -> Running:
    return Running(
        pid=os.getpid(), host="0.0.0.0", port=port, key="k", session=session, lesson="l", join_url="", teacher_url=""
    )


def test_what_was_written_is_read(tmp_path: Path) -> None:
    assert running.read(tmp_path) is None
    running.write(tmp_path, word())
    running.write(tmp_path, word(port=2))
    assert running.read(tmp_path) == word(port=2)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folder private by itself")
def test_only_this_user_can_read_it(tmp_path: Path) -> None:
    running.write(tmp_path, word())
    assert stat.S_IMODE((tmp_path / "running.json").stat().st_mode) == 0o600


def test_half_a_file_is_none(tmp_path: Path) -> None:
    (tmp_path / "running.json").write_text('{"pid":', "utf-8")
    assert running.read(tmp_path) is None


def test_only_the_server_it_is_about_takes_it_away(tmp_path: Path) -> None:
    running.write(tmp_path, word())
    running.forget(tmp_path, "another")
    assert running.read(tmp_path) is not None
    running.forget(tmp_path, "s")
    assert running.read(tmp_path) is None


def test_a_server_is_alive_when_it_gives_that_session(running_server: RunningServer) -> None:
    port = running_server.server.port
    assert running.is_alive(word(port, running_server.room.started.session))
    assert not running.is_alive(word(port, "another"))
    running_server.stop()
    assert not running.is_alive(word(port, running_server.room.started.session))
