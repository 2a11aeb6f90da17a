"""The servers that are measured, each as a fresh process: ours, the bare one, and the bare one that stores."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

LESSON = "# Begin\n\n---\n\n# Welke?\n\n- [x] Een\n- [ ] Twee\n- [ ] Drie\n- [ ] Vier\n"
STATE_BYTES = 640
"""About what our state of a question weighs; the bare server sends as much."""


class Server:
    """A server process on one core; what to say to it."""

    def __init__(self, command: list[str], core: int) -> None:
        self._process = subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        os.sched_setaffinity(self._process.pid, {core})
        assert self._process.stdout is not None
        self.told = self._process.stdout.readline().decode()
        self.pid = self._process.pid

    def end(self) -> None:
        """Stop the process."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    @property
    def cpu_s(self) -> float:
        """Processor time used so far, in seconds."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def memory_kb(self) -> int:
        """Resident memory, in kilobytes."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


class Bare(Server):
    """The bare server; with `stores` it commits each batch before its acks."""

    name = "bare"

    def __init__(self, core: int, *, stores: bool = False) -> None:
        self._folder = tempfile.TemporaryDirectory()
        more = ["--store", str(Path(self._folder.name) / "answers.sqlite3")] if stores else []
        super().__init__([str(Path(__file__).with_name("bare_server.py")), *more], core)
        self.port = int(self.told)
        self.host_hello: dict[str, Any] = {"type": "teach"}
        self.ask: dict[str, Any] = {"type": "ask", "filling": "x" * STATE_BYTES}

    def hello(self, number: int) -> dict[str, Any]:
        """What phone `number` says first."""
        return {"type": "hello", "name": f"Leerling {number}"}

    def answer(self, number: int, revision: int) -> dict[str, Any]:
        """What phone `number` answers."""
        return {"type": "answer", "slide": "s2", "round": 1, "revision": revision, "value": [number % 4]}


class Ours(Server):
    """`python -m polling` with a lesson of one question."""

    name = "ours"

    def __init__(self, core: int) -> None:
        self._folder = tempfile.TemporaryDirectory()
        lesson = Path(self._folder.name) / "les.md"
        lesson.write_text(LESSON, "utf-8")
        data = Path(self._folder.name) / "data"
        super().__init__(
            ["-m", "polling", str(lesson), "--host", "127.0.0.1", "--port", "0", "--data", str(data)], core
        )
        told = json.loads(self.told)
        self.port = int(told["port"])
        self._code = told["join_url"].rpartition("/")[2]
        self.host_hello = {"type": "teach", "proto": 1, "key": told["teacher_url"].rpartition("#")[2]}
        self.ask = {"type": "go_to", "slide": "s2"}

    def hello(self, number: int) -> dict[str, Any]:
        """What phone `number` says first."""
        return {"type": "hello", "proto": 1, "room_code": self._code, "name": f"Leerling {number}"}

    def answer(self, number: int, revision: int) -> dict[str, Any]:
        """What phone `number` answers."""
        value = {"kind": "choice", "options": [number % 4]}
        return {"type": "answer", "slide": "s2", "round": 1, "revision": revision, "value": value}
