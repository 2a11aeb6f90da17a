"""The store of one session: its events in one SQLite file. Nothing is told to anyone before `append` has returned.

WAL with synchronous=FULL: a transaction that returned is on disk, as far as the disk honours a flush. Marks of the
room time go through a second connection that does not flush: losing the last second of a clock is no loss. But either
connection may find the log long enough to fold it into the file, and must flush both around that: so the marks are
written with NORMAL, not with OFF.
Each event carries a checksum over its place and its body, because SQLite has none in its main file: a disk that lost
its memory gives a StoreError, never an event that did not happen. A store is used from one thread at a time.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import msgspec

from polling.events import AnyEvent

VERSION = 2
"""The layout of the file (`PRAGMA user_version`). Version 1 had no checksums; its events are read unchecked, and it can
read and write this one."""

_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, body BLOB NOT NULL, crc INTEGER);
CREATE TABLE IF NOT EXISTS notes (key TEXT PRIMARY KEY, value TEXT NOT NULL);
PRAGMA user_version = {VERSION};
"""
_FROM_1 = f"""
BEGIN IMMEDIATE;
ALTER TABLE events ADD COLUMN crc INTEGER;
PRAGMA user_version = {VERSION};
COMMIT;
"""

_REFUSALS = (sqlite3.Error, UnicodeError)
"""How SQLite says no; it cannot always read the name of what is damaged."""
_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)


class StoreError(Exception):
    """The store cannot be read or written; what was not stored must not be acknowledged."""


class Mark(msgspec.Struct, frozen=True):
    """The last sign of life: room time, and the wall clock in seconds since 1970."""

    room_ms: int
    wall_s: float


class Store:
    """An open session file."""

    def __init__(self, path: Path) -> None:
        """Open the file, making it when it is not there. Raises StoreError."""
        self.path = path
        try:
            with ExitStack() as undo:
                self._events = _connect(path, "FULL", undo)
                self._marks = _connect(path, "NORMAL", undo)
                undo.pop_all()
        except _REFUSALS as reason:
            raise StoreError(str(reason)) from reason

    def append(self, happened: Iterable[AnyEvent]) -> None:
        """Write events in one transaction and flush it. Raises StoreError, and then none of them is stored."""
        bodies = [(type(event).__struct_config__.tag, _encoder.encode(event)) for event in happened]
        try:
            with self._events:
                self._events.execute("BEGIN IMMEDIATE")
                last: int = self._events.execute("SELECT coalesce(max(seq), 0) FROM events").fetchone()[0]
                rows = [(seq, kind, body, _crc(seq, body)) for seq, (kind, body) in enumerate(bodies, last + 1)]
                self._events.executemany("INSERT INTO events (seq, kind, body, crc) VALUES (?, ?, ?, ?)", rows)
        except _REFUSALS as reason:
            raise StoreError(str(reason)) from reason

    def read(self) -> Iterator[AnyEvent]:
        """All events in order. Kinds that this version does not know are passed over and stay in the file.

        Raises StoreError, also for an event that is not as it was written or not there.
        """
        rows = self._rows()
        for place, (seq, body, crc) in enumerate(rows, 1):
            if seq != place:
                raise StoreError(f"{self.path.name} is damaged: event {place} is missing")
            written = body.encode() if isinstance(body, str) else body
            if not isinstance(written, bytes) or crc not in (None, _crc(seq, written)):
                raise StoreError(f"{self.path.name} is damaged: event {seq} is not as it was written")
            event = _known(written)
            if event is not None:
                yield event

    def _rows(self) -> Iterator[tuple[int, object, object]]:
        """Place, body and checksum of each event, in order. Those of version 1 have no checksum."""
        try:
            rows = self._events.execute("SELECT seq, body, crc FROM events ORDER BY seq")
            while (row := rows.fetchone()) is not None:
                yield row
        except _REFUSALS as reason:
            raise StoreError(str(reason)) from reason

    def copy_to(self, path: Path) -> None:
        """Write the session as it is now into a new file, flushed; it may be in use meanwhile. The copy is there whole
        or not at all. Raises StoreError, also when there is a file already."""
        if path.exists():
            raise StoreError(f"{path} is there already")
        part = path.with_name(f"{path.name}.part")
        try:
            part.unlink(missing_ok=True)
            self._events.execute("VACUUM INTO ?", (str(part),))
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            part.replace(path)
        except (*_REFUSALS, OSError) as reason:
            part.unlink(missing_ok=True)
            raise StoreError(str(reason)) from reason

    def note(self, key: str, value: str) -> None:
        """Keep a fact about the session that is no event (its port, the teacher's key), flushed. Raises StoreError."""
        self._note(self._events, key, value)

    def noted(self, key: str) -> str | None:
        """What `note` kept, or None. Raises StoreError."""
        try:
            row = self._events.execute("SELECT value FROM notes WHERE key = ?", (key,)).fetchone()
        except _REFUSALS as reason:
            raise StoreError(str(reason)) from reason
        return None if row is None else str(row[0])

    def mark(self, mark: Mark) -> None:
        """Keep the last sign of life, without a flush. Raises StoreError."""
        self._note(self._marks, "mark", _encoder.encode(mark).decode())

    def last_mark(self) -> Mark | None:
        """The last sign of life, if one was kept. Raises StoreError."""
        text = self.noted("mark")
        try:
            return None if text is None else msgspec.json.decode(text, type=Mark)
        except msgspec.MsgspecError:
            return None

    def close(self) -> None:
        """Close the file; the log is folded into it."""
        self._marks.close()
        self._events.close()

    def _note(self, connection: sqlite3.Connection, key: str, value: str) -> None:
        try:
            with connection:
                connection.execute("BEGIN")
                connection.execute("INSERT OR REPLACE INTO notes (key, value) VALUES (?, ?)", (key, value))
        except _REFUSALS as reason:
            raise StoreError(str(reason)) from reason


def _connect(path: Path, synchronous: str, undo: ExitStack) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=5, isolation_level=None, check_same_thread=False)
    undo.callback(connection.close)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA synchronous = {synchronous}")
    connection.execute("PRAGMA fullfsync = 1")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version < VERSION:
        connection.executescript(_FROM_1 if version == 1 else _SCHEMA)
    return connection


def _crc(seq: int, body: bytes) -> int:
    return zlib.crc32(body, seq & 0xFFFF_FFFF)


def _known(body: bytes) -> AnyEvent | None:
    try:
        return _decoder.decode(body)
    except msgspec.MsgspecError:
        return None
