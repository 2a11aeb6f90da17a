"""Forgetting what a class said: wiping one session, keeping one, and wiping those that are old. Files only; no room.

A session is one SQLite file and what is laid beside it under its name, so wiping it is deleting those. The
log and its index go first: what is left when the disk refuses halfway is still a session that can be named, and wiped
once more.
"""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path
from typing import Literal

from polling import running
from polling.sessions import last_written
from polling.store import Store, StoreError

KEEP_DAYS = 30
"""After so many days without a sign of life a session is wiped, unless it is kept."""
WEBS = "-webs"
"""What the presenter adds for how it laid out the word webs of a session: they hold its words."""
SUFFIXES = (WEBS, f"{WEBS}.part", "-wal", "-shm", "-journal", "")
"""What is added to the name of a database, and the database itself."""
DAY_S = 24 * 60 * 60

Reason = Literal["missing", "given", "refused"]
_log = logging.getLogger(__name__)


class CannotWipe(Exception):
    """The session is still there. `reason`: it is `missing` (there is none of that name), it is `given` at this moment,
    or the system `refused`; the text says more, for a log or a terminal."""

    def __init__(self, reason: Reason, text: str) -> None:
        super().__init__(text)
        self.reason = reason


def wipe(data: Path, session: str) -> None:
    """Delete every file of a session, also of one that cannot be read. Raises CannotWipe."""
    path = data / "sessions" / f"{session}.sqlite3"
    files = [each for suffix in SUFFIXES if (each := path.with_name(path.name + suffix)).is_file()]
    if path.name != f"{session}.sqlite3" or not session or not files:
        raise CannotWipe("missing", f"no session {session!r}")
    if is_given(data, session):
        raise CannotWipe("given", f"session {session} is given now")
    try:
        for each in files:
            each.unlink(missing_ok=True)
    except OSError as reason:
        raise CannotWipe("refused", f"session {session} was not wiped: {reason}") from reason


def given(data: Path) -> str:
    """The session that a server gives now; "" when there is none."""
    left = running.read(data)
    return left.session if left is not None and running.is_alive(left) else ""


def is_given(data: Path, session: str) -> bool:
    """Whether a server gives this session now. Some systems find a file in capitals too."""
    left = running.read(data)
    return left is not None and left.session.casefold() == session.casefold() and running.is_alive(left)


def keep(path: Path, is_kept: bool) -> None:
    """Keep this session however old it gets, or no longer. Raises StoreError."""
    if not path.exists():
        raise StoreError(f"no session {path.stem}")
    store = Store(path)
    try:
        store.note("kept", "yes" if is_kept else "no")
    finally:
        store.close()


def is_kept(store: Store) -> bool:
    """Whether this session is kept however old it gets. Raises StoreError."""
    return store.noted("kept") == "yes"


def forget_old(data: Path, keep_days: int, now_s: float, spared: str | None = None) -> int:
    """Wipe the sessions that gave their last sign of life more than `keep_days` days before `now_s` (seconds since
    1970); 0 days wipe nothing. Kept ones stay, the one that is given stays, and so does `spared`. The number that was
    wiped; what the system refuses to delete is logged and tried again the next time."""
    if keep_days <= 0:
        return 0
    before_s = now_s - keep_days * DAY_S
    old = [path for path in (data / "sessions").glob("*.sqlite3") if path.stem != spared and _is_old(path, before_s)]
    return sum(_is_wiped(data, path.stem) for path in old)


def _is_wiped(data: Path, session: str) -> bool:
    try:
        wipe(data, session)
    except CannotWipe as reason:
        if reason.reason != "given":
            _log.warning("%s", reason)
        return False
    return True


def _is_old(path: Path, before_s: float) -> bool:
    seen_s = _last_seen(path)
    return (last_written(path) if seen_s is None else seen_s) < before_s


def _last_seen(path: Path) -> float | None:
    """The last sign of life in seconds since 1970, for ever where it is kept; None where the file does not tell. A
    file that is in use, or cannot be opened now, is not old: the next time will tell."""
    try:
        store = Store(path)
        try:
            mark = store.last_mark()
            return float("inf") if is_kept(store) else None if mark is None else mark.wall_s
        finally:
            store.close()
    except StoreError as reason:
        return float("inf") if isinstance(reason.__cause__, sqlite3.OperationalError) else None
