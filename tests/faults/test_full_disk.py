"""A full disk: nothing is acknowledged that is not stored, the teacher hears it, the phones keep what they have, and
all of it arrives once there is room again."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from polling import commands, wire
from tests.faults.conftest import Start, StartCrowd
from tests.faults.crowd import broken_promises, counted_in_a_copy, unserved
from tests.polling_process import PollingProcess
from tests.recount import Recount
from tests.wire_clients import WireTeacher

PHONES = 30
SMALL, LARGE = "400k", "64m"
"""The disk before and after somebody has tidied up."""

StartSmall = Callable[[str], PollingProcess]


@pytest.fixture
def start_on_small_disk(needs: Callable[..., None], start_server: Start, tmp_path: Path) -> StartSmall:
    """Starts a server in a mount namespace of its own, in which its data folder is a small disk."""

    def start(modes: str) -> PollingProcess:
        needs("unshare", "nsenter", "mount")
        data = tmp_path / "data0"
        script = f'mount -t tmpfs -o size={SMALL} none "{data}" && exec "$@"'
        return start_server(modes, inside=("unshare", "--mount", "sh", "-c", script, "sh"))

    return start


def stored_by(server: PollingProcess, folder: Path) -> Recount:
    """What stands in the session file, which only the server can see: a copy, made while it holds its breath."""
    os.kill(server.pid, signal.SIGSTOP)
    try:
        return counted_in_a_copy(Path(f"/proc/{server.pid}/root{server.store}"), folder)
    finally:
        os.kill(server.pid, signal.SIGCONT)


def gets_room(server: PollingProcess) -> None:
    """Make the server's disk larger."""
    inside = ["nsenter", "--target", str(server.pid), "--mount"]
    subprocess.run([*inside, "mount", "-o", f"remount,size={LARGE}", str(server.data)], check=True)


def test_a_full_disk_acknowledges_nothing_and_all_arrives_when_there_is_room(
    start_on_small_disk: StartSmall, start_crowd: StartCrowd, size: Callable[[int, int], int], tmp_path: Path
) -> None:
    server = start_on_small_disk("")
    crowd = start_crowd(server.join_url, PHONES)
    crowd.is_here()
    teacher = WireTeacher(server.teacher_url)
    teacher.does(commands.GoTo("s1"))
    crowd.does("answer")
    teacher.waits_for(wire.RefusedMessage, lambda refused: refused.code == "not_stored")
    crowd.waits_until(lambda seen: seen["waiting"] == PHONES)
    told = crowd.does("look")["acks"]
    teacher.forgets()
    for _ in range(size(2, 10)):
        teacher.waits_for(wire.RefusedMessage, lambda refused: refused.code == "not_stored")
        teacher.forgets()
    seen = crowd.does("quiet")
    assert (seen["acks"], seen["waiting"]) == (told, PHONES)

    gets_room(server)
    assert crowd.does("settle")["waiting"] == 0
    stored = stored_by(server, tmp_path)
    histories = crowd.tells()
    assert broken_promises(histories, stored) + unserved(histories, stored) == []
    assert len(stored.answers["s1", 1]) == PHONES


def test_a_server_that_ignores_a_full_disk_is_found_out(
    start_on_small_disk: StartSmall, start_crowd: StartCrowd, tmp_path: Path
) -> None:
    server = start_on_small_disk("swallows_errors")
    crowd = start_crowd(server.join_url, PHONES)
    crowd.is_here()
    WireTeacher(server.teacher_url).does(commands.GoTo("s1"))
    crowd.does("answer")
    crowd.answers_more(400)
    stored = stored_by(server, tmp_path)
    assert any(each.startswith("lost") for each in broken_promises(crowd.tells(), stored))
