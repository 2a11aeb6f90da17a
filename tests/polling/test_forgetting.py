"""Wiping a session leaves nothing of it; old ones go by themselves."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lessons.package import open_lesson
from polling import commands, events, forgetting, sessions
from polling.forgetting import DAY_S, CannotWipe, forget_old, keep, wipe
from polling.store import Mark, Store, StoreError
from tests.polling_process import PollingProcess
from tests.wire_clients import WirePhone, WireTeacher

NOW_S = 1_800_000_000.0
CANARY_NAME, CANARY_TEXT = "Kanarius Geelvink", "het gele vogeltje zingt"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def make_session(lesson_folder: Path, data: Path) -> Callable[[float], Path]:
    """Makes a session whose last sign of life was so many days before NOW_S."""

    def make(days: float) -> Path:
        store, _ = sessions.begin(data, open_lesson(lesson_folder))
        store.append([events.Joined(at_ms=1, participant="p1", name=CANARY_NAME, token_hash="h")])
        store.mark(Mark(room_ms=1, wall_s=NOW_S - days * DAY_S))
        store.close()
        return store.path

    return make


@pytest.fixture
def server(lesson_folder: Path, data: Path) -> Iterator[PollingProcess]:
    process = PollingProcess(lesson_folder, data)
    yield process
    process.ends()


def left(data: Path) -> set[str]:
    return {path.name for path in (data / "sessions").iterdir()}


def holds(folder: Path, text: str) -> list[str]:
    """The files that hold this text, in any of the ways in which a program might write it."""
    wanted = [text.encode(), text.encode("utf-16-le"), text.encode().hex().encode(), text.replace(" ", "%20").encode()]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(each in path.read_bytes() for each in wanted)]


def test_after_a_whole_lesson_and_a_wipe_no_byte_of_it_is_left(server: PollingProcess, data: Path) -> None:
    phone = WirePhone(server.join_url, CANARY_NAME)
    assert phone.welcome
    teacher = WireTeacher(server.teacher_url)
    teacher.does(commands.GoTo("s5"))
    phone.sees(lambda state: state.view == "question")
    phone.writes(CANARY_TEXT)
    assert holds(data, CANARY_NAME) != []
    assert holds(data, CANARY_TEXT) != []
    assert forgetting.given(data) == server.session
    assert forgetting.is_given(data, server.session.upper())
    with pytest.raises(CannotWipe) as refused:
        wipe(data, server.session)
    assert refused.value.reason == "given"
    assert holds(data, CANARY_TEXT) != []
    teacher.does(commands.End())
    assert server.exit_code() == 0
    assert forgetting.given(data) == ""
    assert holds(data, CANARY_TEXT) != []
    wipe(data, server.session)
    assert holds(data, CANARY_NAME) + holds(data, CANARY_TEXT) == []


def test_a_session_whose_server_was_killed_is_wiped_with_its_log(server: PollingProcess, data: Path) -> None:
    assert WirePhone(server.join_url, CANARY_NAME).welcome
    server.is_killed()
    assert f"{server.session}.sqlite3-wal" in left(data)
    (data / "sessions" / f"{server.session}.sqlite3-journal").write_text(CANARY_NAME, "utf-8")
    wipe(data, server.session)
    assert left(data) == set()
    assert holds(data, CANARY_NAME) == []


def test_one_session_is_wiped_and_no_other(data: Path, make_session: Callable[[float], Path]) -> None:
    one, other = make_session(1), make_session(1)
    wipe(data, one.stem)
    assert left(data) == {other.name}


def test_a_session_that_cannot_be_read_can_be_wiped(data: Path) -> None:
    (data / "sessions").mkdir(parents=True)
    (data / "sessions" / "copy of 2B.sqlite3").write_bytes(b"x" * 5000)
    wipe(data, "copy of 2B")
    assert left(data) == set()


@pytest.mark.parametrize("session", ["", "nothing", "../settings", "a/b", "."])
def test_what_is_no_session_is_refused(session: str, data: Path, make_session: Callable[[float], Path]) -> None:
    kept = make_session(1)
    (data / "settings.sqlite3").write_text("{}", "utf-8")
    with pytest.raises(CannotWipe) as refused:
        wipe(data, session)
    assert refused.value.reason == "missing"
    assert left(data) == {kept.name}
    assert (data / "settings.sqlite3").exists()


def test_what_the_system_refuses_is_said(
    data: Path, make_session: Callable[[float], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_session(1)

    def refuses(self: Path, missing_ok: bool = False) -> None:
        raise PermissionError("in use")

    monkeypatch.setattr(Path, "unlink", refuses)
    with pytest.raises(CannotWipe, match="in use") as refused:
        wipe(data, path.stem)
    assert refused.value.reason == "refused"


def test_sessions_of_more_than_thirty_days_go_and_younger_ones_stay(
    data: Path, make_session: Callable[[float], Path]
) -> None:
    paths = {days: make_session(days) for days in (0, 29, 31, 400)}
    assert forget_old(data, 30, NOW_S) == 2
    assert left(data) == {paths[0].name, paths[29].name}
    assert forget_old(data, 30, NOW_S) == 0
    assert forget_old(data, 30, NOW_S + 2 * DAY_S) == 1


def test_a_kept_session_stays_until_it_is_kept_no_longer(data: Path, make_session: Callable[[float], Path]) -> None:
    path = make_session(400)
    keep(path, True)
    assert forget_old(data, 30, NOW_S) == 0
    keep(path, False)
    assert forget_old(data, 30, NOW_S) == 1


def test_nothing_goes_where_nothing_may_be_forgotten(data: Path, make_session: Callable[[float], Path]) -> None:
    make_session(400)
    assert forget_old(data, 0, NOW_S) == 0
    assert forget_old(data / "elsewhere", 30, NOW_S) == 0


def test_the_session_that_is_given_stays_and_so_does_the_one_that_is_spared(
    data: Path, server: PollingProcess, make_session: Callable[[float], Path]
) -> None:
    old = make_session(400)
    far_s = NOW_S * 2
    assert forget_old(data, 30, far_s, spared=old.stem) == 0
    assert {old.name, f"{server.session}.sqlite3"} <= left(data)
    assert forget_old(data, 30, far_s) == 1


def test_a_file_that_tells_no_time_is_as_old_as_it_was_written(data: Path) -> None:
    (data / "sessions").mkdir(parents=True)
    for name, days in (("young", 1), ("old", 31)):
        path = data / "sessions" / f"{name}.sqlite3"
        path.write_bytes(b"x" * 5000)
        os.utime(path, (NOW_S - days * DAY_S,) * 2)
    assert forget_old(data, 30, NOW_S) == 1
    assert left(data) == {"young.sqlite3"}


def test_a_file_in_use_is_not_old(data: Path, make_session: Callable[[float], Path]) -> None:
    path = make_session(400)
    user = sqlite3.connect(path)
    user.execute("PRAGMA locking_mode = EXCLUSIVE")
    user.execute("BEGIN EXCLUSIVE")
    user.execute("DELETE FROM notes WHERE key = 'nothing'")
    assert forgetting._last_seen(path) == float("inf")
    user.close()


@pytest.mark.expects_log("was not wiped: in use")
def test_an_old_session_that_stays_is_not_counted(
    data: Path, make_session: Callable[[float], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_session(400)

    def refuses(data: Path, session: str) -> None:
        raise CannotWipe("refused", f"session {session} was not wiped: in use")

    monkeypatch.setattr(forgetting, "wipe", refuses)
    assert forget_old(data, 30, NOW_S) == 0


def test_a_file_that_went_away_in_between_is_not_old(data: Path) -> None:
    assert not forgetting._is_old(data / "sessions" / "gone.sqlite3", NOW_S)


def test_what_is_not_there_cannot_be_kept(data: Path) -> None:
    with pytest.raises(StoreError):
        keep(data / "sessions" / "nothing.sqlite3", True)
    assert not (data / "sessions").exists()


def test_a_server_forgets_when_it_starts_and_says_how_many(
    data: Path, lesson_folder: Path, make_session: Callable[[float], Path]
) -> None:
    old, kept = make_session(20_000), make_session(20_000)
    store = Store(kept)
    store.note("kept", "yes")
    store.close()
    process = PollingProcess(lesson_folder, data)
    process.ends()
    assert old.name not in left(data)
    assert {kept.name, f"{process.session}.sqlite3"} <= left(data)
    assert "days old that were wiped: 1" in (data.parent / "polling.log").read_text("utf-8")


def test_a_server_that_is_asked_to_keep_everything_does(
    data: Path, lesson_folder: Path, make_session: Callable[[float], Path]
) -> None:
    old = make_session(20_000)
    process = PollingProcess(lesson_folder, data, "--keep-days", "0")
    process.ends()
    assert old.name in left(data)


def test_the_command_wipes_one_session(data: Path, make_session: Callable[[float], Path]) -> None:
    path = make_session(1)
    command = [sys.executable, "-m", "polling", "wipe", path.stem, "--data", str(data)]
    assert subprocess.run(command, check=False).returncode == 0
    assert left(data) == set()
