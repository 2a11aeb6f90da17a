"""The sessions of a data folder: begin one, find the unfinished ones, read one back. One SQLite file each."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from lessons.model import Lesson, named
from lessons.package import Opened
from polling import beginning, tokens
from polling.events import SessionStarted
from polling.parts import lesson_part
from polling.room import Room, read_back
from polling.store import Store, StoreError
from polling.wire import LessonPart

TAKEN_UP_WITHIN_S = 30 * 60
"""An unfinished session whose last sign of life is younger is taken up without a question."""
RUNS_ON_WITHIN_S = 5
"""After a shorter absence the clocks run on; after a longer one the room is paused until the teacher continues."""
TOLD_WITHIN_S = 24 * 60 * 60
"""A session that cannot be read is spoken of for a day."""


LET_GO = "let_go"
"""The note in a store that says that a teacher let the session go."""


class Unfinished(msgspec.Struct, frozen=True, kw_only=True):
    """A session that was not ended: what a teacher must know to choose it. `last_seen_s` is how long ago, `slide` the
    id of where it stood ("" in the lobby), `lesson` its snapshot. `is_let_go`: a teacher closed it, nothing broke."""

    session: str
    label: str
    started_at: str
    slide_number: int
    participants: int
    answers: int
    last_seen_s: float
    slide: str = ""
    lesson: LessonPart | None = None
    is_let_go: bool = False


def path_of(data: Path, session: str) -> Path:
    """Where a session is stored. Raises StoreError for what cannot be the id of one."""
    if not session.isalnum() or not session.isascii():
        raise StoreError(f"no session {session!r}")
    return data / "sessions" / f"{session}.sqlite3"


def begin(data: Path, opened: Opened, label: str = "", begins_at: str = "") -> tuple[Store, Room]:
    """A new session with a snapshot of this lesson, stored. `begins_at` is the id of the slide that it begins at, ""
    for the first. Raises StoreError, OSError."""
    session = tokens.new_session_id()
    path = path_of(data, session)
    path.parent.mkdir(parents=True, exist_ok=True)
    started = SessionStarted(
        at_ms=0,
        session=session,
        started_at=datetime.now().astimezone().isoformat(timespec="seconds"),
        text=opened.text,
        source=str(opened.source),
        folder=str(opened.folder),
        label=beginning.label(label),
        begins_at=begins_at,
        room_code=tokens.new_room_code(),
        orders=_orders(opened.lesson),
        media=_hashes(opened),
    )
    store = Store(path)
    store.append([started])
    return store, Room(started)


def resume(data: Path, session: str) -> tuple[Store, Room]:
    """A stored session, as it was. Raises StoreError, also when there is no such session."""
    store = stored(data, session)
    try:
        return store, _room_of(store)
    except StoreError:
        store.close()
        raise


def stored(data: Path, session: str) -> Store:
    """The store of a session that is there. Raises StoreError."""
    path = path_of(data, session)
    if not path.exists():
        raise StoreError(f"no session {session}")
    return Store(path)


def unreadable(data: Path) -> list[Path]:
    """The session files of the last day that cannot be read, for a teacher to be told. They are left as they are."""
    since_s = time.time() - TOLD_WITHIN_S
    found = sorted((data / "sessions").glob("*.sqlite3"))
    return [path for path in found if last_written(path) >= since_s and not _is_readable(path)]


def latest(data: Path) -> str | None:
    """The session that was written to last, if there is any."""
    paths = sorted((data / "sessions").glob("*.sqlite3"), key=last_written)
    return paths[-1].stem if paths else None


def unfinished(data: Path, lesson: Path) -> list[Unfinished]:
    """The sessions of this lesson that were not ended, the latest first. Files that cannot be read are passed over."""
    found = [each for path in (data / "sessions").glob("*.sqlite3") for each in _looked_at(path, lesson)]
    return sorted(found, key=lambda each: each.last_seen_s)


def taken_up_by_itself(found: list[Unfinished]) -> str | None:
    """The session that is gone on with unasked: the latest, if it lost its screens less than half an hour ago."""
    return found[0].session if found and found[0].last_seen_s < TAKEN_UP_WITHIN_S else None


def last_written(path: Path) -> float:
    """When a session was last written, in seconds since 1970: what is new stands in its log first. One that went away
    was written longest ago."""
    log = path.with_name(f"{path.name}-wal")
    return max((each.stat().st_mtime for each in (path, log) if each.exists()), default=0.0)


def _room_of(store: Store) -> Room:
    """The room that a store's events add up to. Raises StoreError, also where they do not fit each other."""
    try:
        room = read_back(store.read())
    except LookupError as reason:
        raise StoreError(f"what happened in {store.path.name} does not fit its lesson") from reason
    if room is None:
        raise StoreError(f"{store.path.name} holds no session")
    return room


def _is_readable(path: Path) -> bool:
    try:
        store = Store(path)
    except StoreError:
        return False
    try:
        _room_of(store)
    except StoreError:
        return False
    finally:
        store.close()
    return True


def _looked_at(path: Path, lesson: Path) -> Iterator[Unfinished]:
    try:
        store = Store(path)
        try:
            if not _is_of(store, lesson):
                return
            room, mark, let_go = _room_of(store), store.last_mark(), store.noted(LET_GO)
        finally:
            store.close()
    except StoreError:
        return
    if room.is_ended:
        return
    last_seen = path.stat().st_mtime if mark is None else mark.wall_s
    yield Unfinished(
        session=room.started.session,
        label=room.label,
        started_at=room.started.started_at,
        slide_number=0 if room.place is None else room.place + 1,
        participants=len(room.participants),
        answers=sum(len(each.answers) for question in room.questions.values() for each in question.rounds),
        last_seen_s=max(0.0, time.time() - last_seen),
        slide="" if room.slide is None else room.slide.id,
        lesson=lesson_part(room, 0),
        is_let_go=bool(let_go),
    )


def _is_of(store: Store, lesson: Path) -> bool:
    """True when this lesson is given in a stored session. Reads no more than its first event. Raises StoreError."""
    started = next(store.read(), None)
    return isinstance(started, SessionStarted) and Path(started.source) == lesson


def _orders(lesson: Lesson) -> dict[str, tuple[int, ...]]:
    """The order of the options for each slide that shuffles them."""
    return {slide.id: tokens.shuffled(len(slide.options)) for slide in named(lesson).slides if slide.settings.shuffle}


def _hashes(opened: Opened) -> dict[str, str]:
    """The SHA-256 of every medium of the lesson that is a file in its folder."""
    targets = {medium.target for slide in opened.lesson.slides for medium in slide.all_media}
    hashes: dict[str, str] = {}
    for target in sorted(targets):
        path = opened.folder / target
        if path.is_file() and path.resolve().is_relative_to(opened.folder.resolve()):
            with path.open("rb") as file:
                hashes[target] = hashlib.file_digest(file, "sha256").hexdigest()
    return hashes
