"""What a server asked of the system, read from strace: writes, flushes and what left its sockets, in their order. And
what may stand on a disk that lost its power somewhere in between. Knows no server and no lesson."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

STRACE = (
    "strace",
    "-D",
    "-f",
    "-y",
    "-xx",
    "-s",
    "70000",
    "-e",
    "trace=pwrite64,write,fdatasync,fsync,sendto,ftruncate",
)
"""-D: the server stays the process that was started, and strace looks on."""
SECTOR = 512

_LINE = re.compile(
    r"(?P<pid>\d+) +(?:<\.\.\. (?P<resumed>\w+) resumed>|(?P<call>\w+)\((?P<fd>\d+)<(?P<path>[^>]*)>)(?P<rest>.*)"
)
_DATA = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_RESULT = re.compile(r"\) += (-?\d+)")


@dataclass(frozen=True)
class Write:
    """Bytes that were given to the system for a place in a file; None for one cut or grown to that length."""

    path: str
    offset: int
    data: bytes | None


@dataclass(frozen=True)
class Flush:
    """A flush of a file that has come back."""

    path: str


@dataclass(frozen=True)
class Sent:
    """Bytes on their way out of a socket."""

    socket: str
    data: bytes


Step = Write | Flush | Sent


def read(path: Path) -> list[Step]:
    """All steps, those that wait at the moment they came back, what is sent at the moment it was begun."""
    begun: dict[str, Step] = {}
    steps: list[Step] = []
    for line in path.read_text("ascii", "replace").splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        pid, rest = found["pid"], found["rest"]
        if found["resumed"]:
            step = begun.pop(pid, None)
        else:
            step = _step(found["call"], _text(found["path"]), rest)
            if isinstance(step, Sent):
                steps.append(step)
                step = None
            elif step is not None and rest.endswith("<unfinished ...>"):
                begun[pid] = step
                step = None
        result = _RESULT.search(rest)
        if step is not None and result is not None and int(result[1]) >= 0:
            steps.append(step)
    return steps


def _step(call: str, path: str, rest: str) -> Step | None:
    data = _DATA.search(rest)
    match call:
        case "fdatasync" | "fsync":
            return Flush(path)
        case "sendto" if data is not None:
            return Sent(path, _bytes(data[1]))
        case "pwrite64" if data is not None:
            return Write(path, int(rest[data.end() :].split(",")[2].split(")")[0].split("<")[0]), _bytes(data[1]))
        case "ftruncate":
            return Write(path, int(rest.lstrip(", ").split(")")[0]), None)
    return None


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


def _text(escaped: str) -> str:
    return _bytes(escaped).decode("utf-8", "replace")


@dataclass
class Disk:
    """The files after some steps: what is certain, and the writes since each file's last flush, which may or may not
    have come through."""

    certain: dict[str, bytearray] = field(default_factory=dict)
    waiting: dict[str, list[Write]] = field(default_factory=dict)

    def take(self, step: Step) -> None:
        """One more step happened."""
        match step:
            case Write(path=path):
                self.waiting.setdefault(path, []).append(step)
            case Flush(path=path):
                for write in self.waiting.pop(path, []):
                    _apply(self.certain.setdefault(path, bytearray()), write)

    def after_power_loss(self, database: str) -> Iterator[tuple[str, bytes, bytes]]:
        """What may be found in a database and in its log, with a word for each case."""
        log = f"{database}-wal"
        tables, records = self.waiting.get(database, []), self.waiting.get(log, [])
        yield "nothing unflushed came through", self._with(database, []), self._with(log, [])
        yield "all came through", self._with(database, tables), self._with(log, records)
        yield "only the log came through", self._with(database, []), self._with(log, records)
        yield "only the tables came through", self._with(database, tables), self._with(log, [])
        for count in sorted({1, len(records) // 2, len(records)}):
            for word, torn in _torn(records[:count]):
                yield f"the log to {count}, {word}", self._with(database, []), self._with(log, torn)

    def _with(self, path: str, writes: Sequence[Write]) -> bytes:
        content = bytearray(self.certain.get(path, b""))
        for write in writes:
            _apply(content, write)
        return bytes(content)


def _torn(writes: Sequence[Write]) -> Iterator[tuple[str, list[Write]]]:
    """The last write in halves: cut off at a sector, or with its last sector empty."""
    if not writes or writes[-1].data is None or len(writes[-1].data) <= SECTOR:
        return
    *before, last = writes
    assert last.data is not None
    cut = len(last.data) // 2 // SECTOR * SECTOR
    yield "cut off", [*before, Write(last.path, last.offset, last.data[:cut])]
    yield "zeroed", [*before, Write(last.path, last.offset, last.data[:-SECTOR] + bytes(SECTOR))]


def _apply(content: bytearray, write: Write) -> None:
    if write.data is None:
        del content[write.offset :]
        content.extend(bytes(write.offset - len(content)))
        return
    content.extend(bytes(max(0, write.offset - len(content))))
    content[write.offset : write.offset + len(write.data)] = write.data
