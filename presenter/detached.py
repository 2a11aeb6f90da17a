"""Starts a program that outlives this one: the one place that knows how each system does it. No Qt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def start_detached(command: list[str], log_path: Path) -> subprocess.Popen[bytes]:
    """Start `command` in a session of its own: Ctrl-C and the end of this program do not reach it, no console window
    appears, and what it prints goes to the end of a file. Raises OSError when it cannot be started."""
    log_path.parent.mkdir(parents=True, exist_ok=True)
    with log_path.open("ab") as log:
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
            return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, creationflags=flags)
        else:  # not merely after it: so the type checker passes over it for Windows
            return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)


def server_command(arguments: list[str]) -> list[str]:
    """How the polling server is started: with this Python, or, in a packaged app, as the app itself with an argument
    (`presenter.__main__` knows it)."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SERVER_ARGUMENT, *arguments]
    return [sys.executable, "-m", "polling", *arguments]


SERVER_ARGUMENT = "--polling-server"
"""The first argument that makes the app be the server."""
CLASS_ARGUMENT = "--pretend-class"
"""The first argument that makes it be the class of a rehearsal."""
