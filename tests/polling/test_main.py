"""`python -m polling` from within: what it prints, what stands in its way, and how a clock goes on after an absence."""

from __future__ import annotations

import gc
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lessons.package import open_lesson
from polling import __main__ as program
from polling import commands, running, sessions, wire
from polling.decisions import decide
from polling.refusal import Refused
from polling.room import Room
from polling.server import PORTS
from polling.store import Mark, Store
from tests.polling.conftest import RunningServer
from tests.polling.raw_socket import RawSocket
from tests.wire_clients import PATIENCE_S, WirePhone, WireTeacher


class Given:
    """`main` in a thread of its own, until it is released."""

    def __init__(self, lesson: Path, data: Path, *more: str) -> None:
        self.data = data
        self.codes: list[int] = []
        self._before = running.read(data)
        arguments = [str(lesson), "--host", "127.0.0.1", "--data", str(data), *more]
        self._thread = threading.Thread(target=lambda: self.codes.append(program.main(arguments)))
        self._thread.start()

    @property
    def left(self) -> running.Running:
        """What it left in the data folder, once it listens."""
        until_s = time.monotonic() + PATIENCE_S
        while (left := running.read(self.data)) is None or not running.is_alive(left):
            assert time.monotonic() < until_s
            assert self._thread.is_alive()
        return left

    def is_released(self) -> int:
        """Let it go; its exit code."""
        WireTeacher(self.left.teacher_url).does(wire.Release())
        self._thread.join(PATIENCE_S)
        return self.codes[0]


@pytest.fixture
def given(lesson_folder: Path, tmp_path: Path) -> Iterator[Given]:
    given = Given(lesson_folder, tmp_path / "data", "--port", "0", "--label", "2B")
    yield given
    if not given.codes:
        given.is_released()


def test_it_prints_one_line_and_takes_its_word_away(given: Given, capsys: pytest.CaptureFixture[str]) -> None:
    left = given.left
    assert given.is_released() == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {
        "join_url": left.join_url,
        "teacher_url": left.teacher_url,
        "port": left.port,
        "session": left.session,
    }
    assert running.read(given.data) is None


def test_no_more_connections_are_kept_than_it_is_told(lesson_folder: Path, tmp_path: Path) -> None:
    given = Given(lesson_folder, tmp_path / "data", "--port", "0", "--most-connections", "3")
    port = given.left.port
    first, *others = (RawSocket(port) for _ in range(4))
    assert first.hears() == (0, b"")
    for each in [first, *others]:
        each.closes()
    assert given.is_released() == 0


def test_a_session_keeps_its_port_its_key_and_its_label(given: Given, lesson_folder: Path) -> None:
    left = given.left
    given.is_released()
    again = Given(lesson_folder, given.data)
    assert (again.left.session, again.left.key) == (left.session, left.key)
    assert again.left.port == left.port
    assert WireTeacher(again.left.teacher_url).waits_for(wire.LessonPart).label == "2B"
    assert again.is_released() == 0
    chosen = Given(lesson_folder, given.data, "--session", left.session)
    assert chosen.left.session == left.session
    assert chosen.is_released() == 0


def test_a_session_that_a_teacher_closed_says_so_until_it_is_given_again(given: Given, lesson_folder: Path) -> None:
    left = given.left
    (found,) = sessions.unfinished(given.data, Path(left.lesson))
    assert not found.is_let_go
    given.is_released()
    (found,) = sessions.unfinished(given.data, Path(left.lesson))
    assert found.is_let_go
    again = Given(lesson_folder, given.data, "--session", left.session)
    assert again.left.session == left.session
    (found,) = sessions.unfinished(given.data, Path(left.lesson))
    assert not found.is_let_go
    assert again.is_released() == 0


def test_what_stands_in_the_way_has_its_own_exit_code(
    running_server: RunningServer, lesson_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tmp_path / "other")]
    assert program.main([str(tmp_path / "nothing.md"), *data]) == program.EXIT_CANNOT_OPEN
    taken = ["--host", "127.0.0.1", "--port", str(running_server.server.port)]
    assert program.main([str(lesson_folder), *data, *taken]) == program.EXIT_CANNOT_LISTEN
    (tmp_path / "file").write_text("in the way")
    assert program.main([str(lesson_folder), "--data", str(tmp_path / "file")]) == program.EXIT_CANNOT_STORE
    assert program.main([str(lesson_folder), *data, "--session", "../up"]) == program.EXIT_CANNOT_STORE
    assert len(capsys.readouterr().err.splitlines()) == 4


def test_the_garbage_collector_looks_seldom_while_a_lesson_is_given(lesson_folder: Path, tmp_path: Path) -> None:
    before = gc.get_threshold()
    given = Given(lesson_folder, tmp_path / "data", "--port", "0")
    assert given.left.port
    assert gc.get_threshold() == program.COLLECT != before
    assert given.is_released() == 0
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_it_lets_no_more_in_than_it_was_told(lesson_folder: Path, tmp_path: Path) -> None:
    given = Given(lesson_folder, tmp_path / "data", "--port", "0", "--most-participants", "1")
    assert WirePhone(given.left.join_url, "Ana").welcome.name == "Ana"
    refused = WirePhone(given.left.join_url, "Bo").waits_for(wire.RefusedMessage)
    assert refused.code == "room_full"
    assert given.is_released() == 0


def asking(lesson_folder: Path, data: Path) -> tuple[Store, Room]:
    """A session in the middle of a question with a clock."""
    store, room = sessions.begin(data, open_lesson(lesson_folder))
    happened = decide(room, commands.GoTo("s2"), 1_000)
    assert not isinstance(happened, Refused)
    store.append(happened)
    for event in happened:
        room.apply(event)
    return store, room


@pytest.mark.parametrize(("away_s", "is_paused"), [(1, False), (60, True), (-3600, True)])
def test_clocks_run_on_after_a_moment_and_wait_after_a_while(
    lesson_folder: Path, tmp_path: Path, away_s: float, is_paused: bool
) -> None:
    store, room = asking(lesson_folder, tmp_path / "data")
    store.mark(Mark(room_ms=11_000, wall_s=time.time() - away_s))
    clock = program._room_clock(store, room)
    assert 11_000 <= clock() < 60_000
    assert room.is_paused is is_paused
    store.close()
    again, resumed = sessions.resume(tmp_path / "data", room.started.session)
    assert resumed.is_paused is is_paused
    again.close()


def test_a_session_that_was_never_marked_goes_on_from_its_last_event(lesson_folder: Path, tmp_path: Path) -> None:
    store, room = asking(lesson_folder, tmp_path / "data")
    assert 1_000 <= program._room_clock(store, room)() < 60_000
    assert not room.is_paused
    store.close()


@pytest.mark.parametrize(
    ("language", "said"), [("nl_NL", "kan geen les bewaard worden"), ("en_GB", "No lesson can be")]
)
def test_a_folder_that_a_service_synchronises_is_refused_and_left_alone(
    lesson_folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    said: str,
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (language, "UTF-8"))
    data = tmp_path / "OneDrive - Lyceum" / "les"
    assert program.main([str(lesson_folder), "--data", str(data)]) == program.EXIT_CANNOT_STORE
    error = capsys.readouterr().err
    assert said in error
    assert "OneDrive" in error
    assert "--data" in error
    assert not data.parent.exists()


def test_a_session_that_cannot_be_read_is_said_and_kept(
    lesson_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "data" / "sessions" / "damaged.sqlite3"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"This was a session once. " * 100)
    given = Given(lesson_folder, tmp_path / "data", "--port", "0")
    assert given.left.session != "damaged"
    assert given.is_released() == 0
    assert f"{path} cannot be read any more" in capsys.readouterr().err
    assert path.read_bytes() == b"This was a session once. " * 100


@pytest.mark.parametrize(
    ("noted", "tried"), [(None, ()), ("8123", (8123,)), ("0", ()), ("65536", ()), ("?", ()), ("-1", ())]
)
def test_a_session_takes_its_old_port_if_it_is_one(noted: str | None, tried: tuple[int, ...]) -> None:
    assert program._ports(None, noted) == (*tried, *PORTS)
    assert program._ports(0, noted) == (0,)
