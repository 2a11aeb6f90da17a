"""Where the server of a data folder listens, and its teacher's key: a small file that only this user can read."""

from __future__ import annotations

import http.client
import os
from pathlib import Path

import msgspec

from lessons.saving import open_private
from polling.interfaces import LOOPBACK
from polling.listening import EVERYWHERE


class Running(msgspec.Struct, frozen=True, kw_only=True):
    """What the presenter must know to be a client of the server. `lesson` is the path it was started with."""

    pid: int
    host: str
    port: int
    key: str
    session: str
    lesson: str
    join_url: str
    teacher_url: str


def write(data: Path, running: Running) -> None:
    """Leave word in the data folder, in one step, private to the user. Raises OSError."""
    path = _path(data)
    part = path.with_suffix(".part")
    with open_private(part) as file:
        file.write(msgspec.json.encode(running))
    part.replace(path)


def read(data: Path) -> Running | None:
    """The word that was left, if there is one that can be read. It may be out of date: see `is_alive`."""
    try:
        return msgspec.json.decode(_path(data).read_bytes(), type=Running)
    except (OSError, msgspec.MsgspecError):
        return None


def is_alive(running: Running, timeout_s: float = 1.0) -> bool:
    """Whether that server answers and gives that session."""
    connection = http.client.HTTPConnection(reachable_at(running), running.port, timeout=timeout_s)
    try:
        connection.request("GET", "/session")
        return connection.getresponse().read(64).decode("ascii", "replace") == running.session
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def reachable_at(running: Running) -> str:
    """The address at which a program on this laptop reaches that server."""
    return LOOPBACK if running.host in EVERYWHERE else running.host


def forget(data: Path, session: str) -> None:
    """Take the word away, if it is still about this session."""
    left = read(data)
    if left is not None and left.session == session and left.pid == os.getpid():
        _path(data).unlink(missing_ok=True)


def _path(data: Path) -> Path:
    return data / "running.json"
