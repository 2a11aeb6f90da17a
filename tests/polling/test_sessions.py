"""Sessions of a data folder: begin, find, read back."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from lessons.package import open_lesson
from polling import events, sessions
from polling.store import Mark, StoreError
from tests.classroom import LESSON


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_a_session_begins_with_a_snapshot_of_the_lesson(lesson_folder: Path, data: Path) -> None:
    store, room = sessions.begin(data, open_lesson(lesson_folder), label=" 2B\n", begins_at="s4")
    store.close()
    (lesson_folder / "lesson.md").write_text("# Heel anders\n", "utf-8")
    again, resumed = sessions.resume(data, room.started.session)
    again.close()
    assert resumed.started == room.started
    assert resumed.started.text == LESSON
    assert (resumed.label, resumed.begins_at) == ("2B", "s4")


def test_options_are_shuffled_once_and_the_order_is_kept(tmp_path: Path, data: Path) -> None:
    path = tmp_path / "les.md"
    options = "".join(f"- [ ] {number}\n" for number in range(6))
    path.write_text(f"<!-- shuffle: yes -->\n\n# Welke?\n\n{options}", "utf-8")
    store, room = sessions.begin(data, open_lesson(path))
    store.close()
    again, resumed = sessions.resume(data, room.started.session)
    again.close()
    assert sorted(room.started.orders["s1"]) == list(range(6))
    assert resumed.lesson == room.lesson


def test_media_are_known_by_their_hash(tmp_path: Path, data: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "a.png").write_bytes(b"picture")
    (tmp_path / "les.md").write_text("# 1\n\n![a](media/a.png)\n\n![b](media/b.png)\n", "utf-8")
    store, room = sessions.begin(data, open_lesson(tmp_path / "les.md"))
    store.close()
    assert list(room.started.media) == ["media/a.png"]
    assert len(room.started.media["media/a.png"]) == 64


def test_unfinished_sessions_of_this_lesson_are_found_latest_first(lesson_folder: Path, data: Path) -> None:
    opened = open_lesson(lesson_folder)
    ages = {"old": 7200, "new": 60, "ended": 5}
    names = {}
    for label, age_s in ages.items():
        store, room = sessions.begin(data, opened, label)
        store.append([events.Joined(at_ms=1, participant="p1", name="Ana", token_hash="h")])
        store.append([events.SlideShown(at_ms=2, slide="s3")])
        if label == "ended":
            store.append([events.SessionEnded(at_ms=3)])
        store.mark(Mark(room_ms=3, wall_s=time.time() - age_s))
        store.close()
        names[label] = room.started.session
    (data / "sessions" / "broken.sqlite3").write_bytes(b"x" * 4096)
    found = sessions.unfinished(data, Path(opened.source))
    assert [each.session for each in found] == [names["new"], names["old"]]
    assert (found[0].slide_number, found[0].participants, found[0].answers) == (3, 1, 0)
    snapshot = found[0].lesson
    assert snapshot is not None
    assert (found[0].slide, snapshot.text, snapshot.label) == ("s3", opened.text, "new")
    assert sessions.taken_up_by_itself(found) == names["new"]
    assert sessions.taken_up_by_itself(found[1:]) is None
    assert sessions.taken_up_by_itself([]) is None
    assert sessions.unfinished(data, lesson_folder / "other.md") == []


def test_a_session_that_is_not_there_says_so(data: Path) -> None:
    with pytest.raises(StoreError):
        sessions.resume(data, "nothing")
    for name in ("../evil", "", "a/b"):
        with pytest.raises(StoreError):
            sessions.path_of(data, name)


def test_a_file_without_a_beginning_is_no_session(data: Path, lesson_folder: Path) -> None:
    store, room = sessions.begin(data, open_lesson(lesson_folder))
    store._events.execute("DELETE FROM events")
    store.close()
    with pytest.raises(StoreError):
        sessions.resume(data, room.started.session)
    assert sessions.unfinished(data, Path(room.started.source)) == []


def test_the_latest_session_is_the_one_written_last(lesson_folder: Path, data: Path) -> None:
    assert sessions.latest(data) is None
    opened = open_lesson(lesson_folder)
    first, room = sessions.begin(data, opened)
    second, _ = sessions.begin(data, opened)
    second.close()
    for path in (data / "sessions").iterdir():
        os.utime(path, (1, 1))
    first.append([events.SessionEnded(at_ms=1)])
    assert sessions.latest(data) == room.started.session
    first.close()


def test_a_session_that_cannot_be_read_is_told_for_a_day_and_never_taken_up(lesson_folder: Path, data: Path) -> None:
    opened = open_lesson(lesson_folder)
    ids = []
    for damage in ("", "UPDATE events SET crc = 1", "DELETE FROM events"):
        store, room = sessions.begin(data, opened)
        if damage:
            store._events.execute(damage)
        store.close()
        ids.append(room.started.session)
    store, room = sessions.begin(data, opened)
    store.append([events.QuestionClosed(at_ms=1, slide="s2", round=1)])
    store.close()
    ids.append(room.started.session)
    (data / "sessions" / "old.sqlite3").write_bytes(b"?" * 5000)
    os.utime(data / "sessions" / "old.sqlite3", (0, 0))
    (data / "sessions" / "new.sqlite3").write_bytes(b"?" * 5000)
    told = {path.stem for path in sessions.unreadable(data)}
    assert told == {*ids[1:], "new"}
    assert [each.session for each in sessions.unfinished(data, opened.source)] == ids[:1]
    for session in ids[1:]:
        with pytest.raises(StoreError):
            sessions.resume(data, session)
    assert len(list((data / "sessions").glob("*.sqlite3"))) == 6
