"""The lessons that were given."""

from __future__ import annotations

import os
from pathlib import Path

from lessons.package import open_lesson
from polling import events, sessions
from polling.history import PastLesson, past_lessons


def begun(folder: Path, data: Path, label: str, *happened: events.AnyEvent) -> str:
    store, room = sessions.begin(data, open_lesson(folder), label)
    store.append(happened)
    store.close()
    return room.started.session


def joined(number: int) -> events.Joined:
    return events.Joined(at_ms=number, participant=f"p{number}", name=f"Naam {number}", token_hash=str(number))


def test_every_lesson_is_a_line_the_latest_first(lesson_folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    removed = events.Removed(at_ms=4, participant="p3")
    first = begun(lesson_folder, data, "2B", joined(1), joined(2), joined(3), removed, events.SessionEnded(at_ms=5))
    second = begun(lesson_folder, data, "", joined(1))
    for age, session in enumerate((second, first)):
        os.utime(data / "sessions" / f"{session}.sqlite3", (1000 - age, 1000 - age))
    later, earlier = past_lessons(data)
    assert (later.session, later.title, later.label, later.participants) == (second, "Geluid", "", 1)
    assert (earlier.session, earlier.label, earlier.participants) == (first, "2B", 2)
    assert (later.is_ended, earlier.is_ended) == (False, True)
    assert len(later.started_at) == len("2026-11-24T09:05:00+01:00")


def test_what_cannot_be_read_is_named(lesson_folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    begun(lesson_folder, data, "2B", events.SlideShown(at_ms=1, slide="of another lesson"))
    (data / "sessions" / "kapot.sqlite3").write_bytes(b"x" * 5000)
    (data / "sessions" / "copy of 2B.sqlite3").write_bytes(b"")
    found = list(past_lessons(data))
    assert [each.is_readable for each in found] == [False] * 3
    assert PastLesson(session="kapot") in found


def test_a_folder_without_sessions_has_no_lessons(tmp_path: Path) -> None:
    assert list(past_lessons(tmp_path)) == []
