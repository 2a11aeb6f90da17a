"""The lessons that were given: one line for each session of a data folder. Reads; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from lessons.markdown import plain_line
from polling import sessions
from polling.store import StoreError


class PastLesson(msgspec.Struct, frozen=True, kw_only=True):
    """One session. Of one that cannot be read only `session` is known, the name of its file."""

    session: str
    title: str = ""
    label: str = ""
    started_at: str = ""
    participants: int = 0
    is_ended: bool = False
    is_readable: bool = False


def past_lessons(data: Path) -> Iterator[PastLesson]:
    """The sessions of this folder, those written last first. Each is read when it is asked for (some 10 ms), so that
    a long list need not be waited for."""
    paths = [path for path in (data / "sessions").glob("*.sqlite3") if path.is_file()]
    for path in sorted(paths, key=sessions.last_written, reverse=True):
        yield past_lesson(data, path.stem)


def past_lesson(data: Path, session: str) -> PastLesson:
    """One session as a line."""
    try:
        store, room = sessions.resume(data, session)
    except StoreError:
        return PastLesson(session=session)
    store.close()
    return PastLesson(
        session=session,
        title=plain_line(room.lesson.title),
        label=room.label,
        started_at=room.started.started_at,
        participants=sum(not each.is_out for each in room.participants.values()),
        is_ended=room.is_ended,
        is_readable=True,
    )
