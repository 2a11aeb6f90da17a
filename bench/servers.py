"""The servers that are measured, each as a fresh process: ours, the bare one, and the bare one that stores."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from abc import ABC, abstractmethod
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
QUESTIONS = 8
"""They are asked one after another; everyone answers the last but one in bursts, and the last in a stream."""
LESSON = "# Begin\n" + "".join(
    f"\n---\n\n# Vraag {number}\n\nWelke van deze vier past het best bij wat je net hebt gehoord?\n\n"
    "- [x] De eerste\n- [ ] De tweede\n- [ ] De derde\n- [ ] De vierde\n"
    for number in range(1, QUESTIONS + 1)
)
Message = dict[str, Any]


@dataclass(frozen=True)
class Use:
    """What a process has had of a core, in seconds: `cpu_s` used, `waited_s` for one while it could have run."""

    cpu_s: float = 0.0
    waited_s: float = 0.0

    def since(self, before: Use) -> Use:
        """What came on top of `before`."""
        return Use(self.cpu_s - before.cpu_s, self.waited_s - before.waited_s)

    def plus(self, other: Use) -> Use:
        """Both together."""
        return Use(self.cpu_s + other.cpu_s, self.waited_s + other.waited_s)


def use_of(pid: int) -> Use:
    """What all threads of this process have had so far."""
    told = [path.read_text().split() for path in Path(f"/proc/{pid}/task").glob("*/schedstat")]
    return Use(sum(int(each[0]) for each in told) / 1e9, sum(int(each[1]) for each in told) / 1e9)


class Server(ABC):
    """A server process on one core, and what to say to it. Questions are counted from 0."""

    host_hello: Message

    def __init__(self, core: int) -> None:
        self._made = tempfile.TemporaryDirectory()
        self.folder = Path(self._made.name)
        self._process = subprocess.Popen(
            [sys.executable, *self.command()],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            preexec_fn=lambda: os.sched_setaffinity(0, {core}),
        )
        assert self._process.stdout is not None
        self.port = self.listens(self._process.stdout.readline().decode())

    @abstractmethod
    def command(self) -> list[str]:
        """What Python is started with."""

    @abstractmethod
    def listens(self, told: str) -> int:
        """The port, from the line that it prints."""

    @abstractmethod
    def ask(self, question: int) -> Message:
        """What the host says to ask a question."""

    @abstractmethod
    def hello(self, number: int) -> Message:
        """What phone `number` says first."""

    @abstractmethod
    def answer(self, number: int, question: int, revision: int) -> Message:
        """What phone `number` answers."""

    @abstractmethod
    def kept(self) -> int | None:
        """How many answers are in its file; None for one that keeps nothing."""

    def kill(self) -> None:
        """End the process without a chance to write anything more."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    @property
    def use(self) -> Use:
        """What it has had of its core so far."""
        return use_of(self._process.pid)

    @property
    def memory_kb(self) -> int:
        """Resident memory, in kilobytes."""
        lines = Path(f"/proc/{self._process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


class Bare(Server):
    """The bare server. What it tells the phones when it asks weighs as much as what ours tells them."""

    stores = False

    def __init__(self, core: int, weight: int) -> None:
        super().__init__(core)
        self.host_hello = {"type": "teach"}
        self._filling = "x" * max(0, weight - len('{"type":"state","filling":""}'))

    def command(self) -> list[str]:
        script = str(Path(__file__).with_name("bare_server.py"))
        return [script, "--store", str(self.folder / "answers.sqlite3")] if self.stores else [script]

    def listens(self, told: str) -> int:
        return int(told)

    def ask(self, question: int) -> Message:
        return {"type": "ask", "filling": self._filling}

    def hello(self, number: int) -> Message:
        return {"type": "hello", "name": f"Leerling {number}"}

    def answer(self, number: int, question: int, revision: int) -> Message:
        return {"type": "answer", "slide": f"s{question}", "round": 1, "revision": revision, "value": [number % 4]}

    def kept(self) -> int | None:
        if not self.stores:
            return None
        with closing(sqlite3.connect(self.folder / "answers.sqlite3")) as connection:
            return int(connection.execute("SELECT count(*) FROM answers").fetchone()[0])


class BareStoring(Bare):
    """The bare server that commits each batch, flushed, before its acks."""

    stores = True


class Ours(Server):
    """`python -m polling` with a lesson of questions."""

    def __init__(self, core: int, phones: int) -> None:
        self._phones = phones
        super().__init__(core)

    def command(self) -> list[str]:
        lesson = self.folder / "les.md"
        lesson.write_text(LESSON, "utf-8")
        places = ["--host", "127.0.0.1", "--port", "0", "--data", str(self.folder / "data")]
        most = ["--most-participants", str(self._phones), "--most-connections", str(self._phones + 100)]
        return ["-m", "polling", str(lesson), *places, *most]

    def listens(self, told: str) -> int:
        room = json.loads(told)
        self._code = room["join_url"].rpartition("/")[2]
        self._session = room["session"]
        self.host_hello = {"type": "teach", "proto": 1, "key": room["teacher_url"].rpartition("#")[2]}
        return int(room["port"])

    def ask(self, question: int) -> Message:
        return {"type": "go_to", "slide": f"s{question + 2}"}

    def hello(self, number: int) -> Message:
        return {"type": "hello", "proto": 1, "room_code": self._code, "name": f"Leerling {number}"}

    def answer(self, number: int, question: int, revision: int) -> Message:
        value = {"kind": "choice", "options": [number % 4]}
        return {"type": "answer", "slide": f"s{question + 2}", "round": 1, "revision": revision, "value": value}

    def kept(self) -> int | None:
        """Each answer of each participant once, however often it stands there."""
        with closing(sqlite3.connect(self.folder / "data" / "sessions" / f"{self._session}.sqlite3")) as connection:
            rows = [
                json.loads(body) for (body,) in connection.execute("SELECT body FROM events WHERE kind = 'answered'")
            ]
        return len({(row["participant"], row["slide"], row["round"], row["revision"]) for row in rows})
