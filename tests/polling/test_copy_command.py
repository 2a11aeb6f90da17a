"""`python -m polling copy`, beside a session that goes on."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from lessons.package import open_lesson
from polling import __main__ as program
from polling import events, sessions
from polling.answers import Choice
from polling.room import read_back
from polling.store import Store
from tests.second_count import recount


def copied(data: Path, session: str, file: Path) -> int:
    return program.main(["copy", session, str(file), "--data", str(data)])


def test_a_copy_of_a_running_session_is_how_it_stood_at_one_moment(lesson_folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    store, room = sessions.begin(data, open_lesson(lesson_folder))
    happened: list[events.AnyEvent] = [room.started, events.SlideShown(at_ms=1, slide="s3")]
    happened.append(events.QuestionAsked(at_ms=1, slide="s3", round=1))
    for number in range(1, 31):
        happened.append(events.Joined(at_ms=1, participant=f"p{number}", name=f"L{number}", token_hash=f"{number}"))
    store.append(happened[1:])
    store.note("port", "8080")
    has_begun, has_enough = threading.Event(), threading.Event()

    def votes() -> None:
        revision = 0
        while not has_enough.is_set():
            revision += 1
            group: list[events.AnyEvent] = [
                events.Answered(
                    at_ms=revision, participant=f"p{number}", slide="s3", round=1, revision=revision,
                    value=Choice((revision % 2,)),
                )
                for number in range(1, 31)
            ]  # fmt: skip
            store.append(group)
            happened.extend(group)
            has_begun.set()

    class_votes = threading.Thread(target=votes)
    class_votes.start()
    try:
        assert has_begun.wait(10)
        copies = [tmp_path / f"copy {number}.sqlite3" for number in range(8)]
        assert [copied(data, room.started.session, copy) for copy in copies] == [0] * len(copies)
    finally:
        has_enough.set()
        class_votes.join()
        store.close()
    lengths = []
    for copy in copies:
        connection = sqlite3.connect(copy)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
        opened = Store(copy)
        read = list(opened.read())
        assert opened.noted("port") == "8080"
        opened.close()
        assert read == happened[: len(read)]
        again = read_back(read)
        assert again is not None
        kept = again.questions["s3"].rounds[0].answers
        assert {who: (each.revision, each.value) for who, each in kept.items()} == recount(read).get(("s3", 1), {})
        lengths.append(len(read))
    assert lengths == sorted(lengths)
    assert lengths[0] > 33
    assert {(length - 33) % 30 for length in lengths} == {0}


def test_what_stands_in_the_way_of_a_copy_is_said(
    lesson_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, room = sessions.begin(tmp_path / "data", open_lesson(lesson_folder))
    there = tmp_path / "there"
    there.write_text("precious", "utf-8")
    assert copied(tmp_path / "data", room.started.session, there) == 1
    assert copied(tmp_path / "data", "nothing", tmp_path / "new") == 1
    assert copied(tmp_path / "data", room.started.session, tmp_path / "no folder" / "new") == 1
    assert len(capsys.readouterr().err.splitlines()) == 3
    assert there.read_text("utf-8") == "precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "les", "there"]
    store.close()
