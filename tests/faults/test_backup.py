"""A copy of a session that is going on: it opens, and it holds all that was acknowledged before it was begun."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from polling import commands
from tests.faults.conftest import Start, StartCrowd
from tests.faults.crowd import Seen, broken_promises
from tests.recount import Recount
from tests.wire_clients import WireTeacher

PHONES = 30


def with_sqlite(source: Path, copy: Path) -> None:
    """As SQLite copies a file that is in use."""
    with sqlite3.connect(source, timeout=10) as file:
        file.execute("VACUUM INTO ?", (str(copy),))
    file.close()


def without_its_log(source: Path, copy: Path) -> None:
    """As somebody does who drags the file elsewhere."""
    shutil.copy(source, copy)


def incomplete(copies: Sequence[Path], histories: Sequence[Seen]) -> list[str]:
    """What is wrong with copies that were made after every phone had heard that its first answer is stored."""
    wrong: list[str] = []
    for copy in copies:
        try:
            stored = Recount(copy)
        except sqlite3.OperationalError as reason:
            return [str(reason)]
        wrong += [each for each in broken_promises(histories, stored) if not each.startswith("lost")]
        missing = PHONES - len(stored.answers.get(("s1", 1), {}))
        wrong += [f"{missing} answers are missing"] if missing else []
    return wrong


def test_a_copy_of_a_session_that_goes_on_is_whole(
    start_server: Start, start_crowd: StartCrowd, size: Callable[[int, int], int], tmp_path: Path
) -> None:
    server = start_server()
    crowd = start_crowd(server.join_url, PHONES)
    crowd.is_here()
    WireTeacher(server.teacher_url).does(commands.GoTo("s1"))
    crowd.waits_until(lambda _: crowd.does("once")["acks"] >= PHONES)
    crowd.does("settle")
    crowd.does("answer")
    copies = [tmp_path / f"copy{number}.sqlite3" for number in range(size(5, 50))]
    for copy in copies:
        crowd.answers_more(10)
        with_sqlite(server.store, copy)
    dragged = tmp_path / "dragged.sqlite3"
    without_its_log(server.store, dragged)
    crowd.does("quiet")
    crowd.does("settle")
    histories = crowd.tells()
    assert incomplete(copies, histories) == []
    # The control: a copy without the log, where what is new stands.
    assert incomplete([dragged], histories) != []
