"""The store of one session: its events in one SQLite file. Nothing is told to anyone before `append` has returned.

WAL with synchronous=FULL: a transaction that returned is on disk, as far as the disk honours a flush. Marks of the
room time go through a second connection that does not flush: losing the last second of a clock is no loss. But either
connection may find the log long enough to fold it into the file, and must flush both around that: so the marks are
written with NORMAL, not with OFF.
A store is used from one thread at a time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from polling.events import AnyEvent

VERSION = 1
"""The layout of the file (`PRAGMA user_version`)."""

_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS notes (key TEXT PRIMARY KEY, value TEXT NOT NULL);
PRAGMA user_version = {VERSION};
"""

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
            self._events = _connect(path, "FULL")
            self._marks = _connect(path, "NORMAL")
        except sqlite3.Error as reason:
            raise StoreError(str(reason)) from reason

    def append(self, happened: Iterable[AnyEvent]) -> None:
        """Write events in one transaction and flush it. Raises StoreError, and then none of them is stored."""
        rows = [(type(event).__struct_config__.tag, _encoder.encode(event)) for event in happened]
        try:
            with self._events:
                self._events.execute("BEGIN")
                self._events.executemany("INSERT INTO events (kind, body) VALUES (?, ?)", rows)
        except sqlite3.Error as reason:
            raise StoreError(str(reason)) from reason

    def read(self) -> Iterator[AnyEvent]:
        """All events in order. Kinds that this version does not know are passed over and stay in the file.

        Raises StoreError.
        """
        try:
            rows = self._events.execute("SELECT body FROM events ORDER BY seq")
            for (body,) in rows:
                event = _known(body)
                if event is not None:
                    yield event
        except sqlite3.Error as reason:
            raise StoreError(str(reason)) from reason

    def note(self, key: str, value: str) -> None:
        """Keep a fact about the session that is no event (its port, the teacher's key), flushed. Raises StoreError."""
        self._note(self._events, key, value)

    def noted(self, key: str) -> str | None:
        """What `note` kept, or None. Raises StoreError."""
        try:
            row = self._events.execute("SELECT value FROM notes WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as reason:
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
        except sqlite3.Error as reason:
            raise StoreError(str(reason)) from reason


def _connect(path: Path, synchronous: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=5, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA synchronous = {synchronous}")
    connection.execute("PRAGMA fullfsync = 1")
    if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
        connection.executescript(_SCHEMA)
    return connection


def _known(body: bytes) -> AnyEvent | None:
    try:
        return _decoder.decode(body)
    except msgspec.MsgspecError:
        return None
