"""presenter/pretend_class.py: a class of its own for one server, sent home in the end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec

from polling.running import Running
from presenter.pretend_class import PretendClass, command

RUNNING = Running(
    pid=1, host="", port=8080, key="k", session="s", lesson="", join_url="http://192.168.1.23:8080/4271", teacher_url=""
)


def test_the_class_joins_over_the_loopback_address() -> None:
    assert command(RUNNING, 24)[-3:] == ["polling.rehearsal", "http://127.0.0.1:8080/4271", "24"]


def test_it_is_started_once_and_ended_with_the_app(tmp_path: Path) -> None:
    started: list[subprocess.Popen[bytes]] = []

    def start(wanted: list[str], log: Path) -> subprocess.Popen[bytes]:
        assert wanted[-1] == "24"
        started.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))
        return started[-1]

    pretend = PretendClass(24, tmp_path / "class.log", start)
    pretend.end()
    pretend.on_listening(RUNNING)
    pretend.on_listening(msgspec.structs.replace(RUNNING, pid=2))
    pretend.end()
    assert len(started) == 1
    assert started[0].returncode is not None
    assert started[0].stdin is not None
    started[0].stdin.close()
