"""The polling server as a process of its own, for tests that kill it. Started and ended by pid."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

HOUSE = Path(__file__).parents[1]


class PollingProcess:
    """`python -m polling LESSON` on the loopback address; ended when the test is over, however it ends.

    `program` may be another module with its first arguments; `inside` a command that becomes the server, as
    `ip netns exec NAME` does, and `host` the address there.
    """

    def __init__(
        self,
        lesson: Path,
        data: Path,
        *arguments: str,
        program: Sequence[str] = ("polling",),
        inside: Sequence[str] = (),
        host: str = "127.0.0.1",
    ) -> None:
        self.lesson = lesson
        self.data = data
        self._command = [*inside, sys.executable, "-m", *program, str(lesson), "--host", host, "--data", str(data)]
        self._log = (data.parent / "polling.log").open("ab")
        self._start("--port", "0", *arguments)

    @property
    def pid(self) -> int:
        """The server's process."""
        return self._process.pid

    @property
    def store(self) -> Path:
        """The file of the session."""
        return self.data / "sessions" / f"{self.session}.sqlite3"

    @property
    def connections(self) -> int:
        """How many connections it holds, as this Linux tells."""
        lines = Path(f"/proc/{self.pid}/net/tcp").read_text("ascii").splitlines()[1:]
        return sum(line.split()[1].endswith(f":{self.port:04X}") and line.split()[3] == "01" for line in lines)

    @property
    def memory_kb(self) -> int:
        """How much memory it holds, as this Linux tells."""
        status = Path(f"/proc/{self.pid}/status").read_text("ascii")
        return int(status.partition("VmRSS:")[2].split()[0])

    def is_killed(self) -> None:
        """`kill -9`: no handler runs, nothing is flushed by the program."""
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait(10)
        self._pipe().close()

    def starts_again(self) -> None:
        """The same session on the same port, as the presenter starts it after a crash."""
        self._start("--port", str(self.port), "--session", self.session)

    def ends(self) -> None:
        """Stop the process, if it still runs, and let go of its files."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(10)
        self._pipe().close()
        self._log.close()

    def exit_code(self, timeout_s: float = 20) -> int:
        """Wait until the process has ended by itself."""
        return self._process.wait(timeout_s)

    def _start(self, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [*self._command, *arguments], stdout=subprocess.PIPE, stderr=self._log, cwd=HOUSE
        )
        line = self._pipe().readline()
        assert line, (self.data.parent / "polling.log").read_text("utf-8")
        told = json.loads(line)
        self.port: int = told["port"]
        self.session: str = told["session"]
        self.join_url: str = told["join_url"]
        self.teacher_url: str = told["teacher_url"]

    def _pipe(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout
