"""`kill -9` again and again while a class answers: what was acknowledged is stored, once, and the lesson stands where
it stood. The same for the presenter, which may also hang."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from polling import commands, running, wire
from tests.faults.conftest import Start, StartCrowd
from tests.faults.crowd import Crowd, broken_promises, counted_in_a_copy, unserved
from tests.polling_process import HOUSE, PollingProcess
from tests.recount import Recount
from tests.wire_clients import PATIENCE_S, WireTeacher

Size = Callable[[int, int], int]
PHONES = 50


class Lesson:
    """A server that is killed now and then, with a teacher who moves on now and then."""

    def __init__(self, server: PollingProcess, chance: random.Random, folder: Path) -> None:
        self.server = server
        self.teacher = WireTeacher(server.teacher_url)
        self._chance = chance
        self._folder = folder
        self.goes_to("s1")

    def goes_to(self, slide: str) -> None:
        """Go to a question and see that it is asked."""
        self.teacher.does(commands.GoTo(slide))
        self.teacher.sees(lambda position: (position.slide, position.phase) == (slide, "asking"))

    def moves_on(self) -> None:
        """Another question, or the same once more; what was asked before can be asked again."""
        slide = self._chance.choice([f"s{number}" for number in range(1, 7)])
        self.teacher.does(commands.GoTo(slide))
        at = self.teacher.sees(lambda position: position.slide == slide)
        if at.phase != "asking":
            self.teacher.does(commands.Again())
            self.teacher.sees(lambda position: (position.slide, position.phase) == (slide, "asking"))

    def is_killed_and_stands_where_it_stood(self) -> None:
        """Kill the server, start it again, and compare what a teacher sees."""
        before, roster = self.teacher.position, self.teacher.waits_for(wire.RosterPart)
        self.server.is_killed()
        self.teacher.closes()
        stored = counted_in_a_copy(self.server.store, self._folder)
        assert stored.faults == []
        self.server.starts_again()
        self.teacher = WireTeacher(self.server.teacher_url)
        after, again = self.teacher.position, self.teacher.waits_for(wire.RosterPart)
        assert (after.slide, after.phase, after.round) == (before.slide, before.phase, before.round)
        assert {each.id: each.name for each in again.participants} == {
            each.id: each.name for each in roster.participants
        }
        assert before.clock is not None
        assert after.clock is not None
        if after.paused:
            # The machine was so busy that the lesson was gone for more than five seconds.
            self.teacher.does(commands.Resume())
            self.teacher.sees(lambda position: not position.paused)
        else:
            assert after.clock.ends_at == before.clock.ends_at
            assert after.now >= stored.last_ms


def stored_and_told(server: PollingProcess) -> Recount:
    """The session counted again, once the printed results and the teacher's tally say the same."""
    teacher = WireTeacher(server.teacher_url)
    stored = Recount(server.store)
    command = [sys.executable, "-m", "polling", "results", server.session, "--data", str(server.data)]
    printed = subprocess.run(command, cwd=HOUSE, capture_output=True, check=True)
    assert stored.differs_from(json.loads(printed.stdout)) == []
    tally = teacher.waits_for(wire.TallyPart)
    assert list(tally.counts) == stored.counts((tally.slide, tally.round), len(tally.counts))
    teacher.closes()
    return stored


def kill_again_and_again(server: PollingProcess, crowd: Crowd, times: int, folder: Path) -> Recount:
    """The loop; what is stored at its end, when every phone has emptied its outbox."""
    chance = random.Random(times)
    lesson = Lesson(server, chance, folder)
    crowd.does("answer")
    for _ in range(times):
        crowd.waits_until(lambda seen: seen["here"] > PHONES // 2)
        crowd.answers_more(chance.randrange(20, 200))
        if chance.random() < 0.4:
            lesson.moves_on()
            crowd.answers_more(chance.randrange(1, 50))
        lesson.is_killed_and_stands_where_it_stood()
    crowd.does("quiet")
    crowd.does("settle")
    crowd.is_here()
    return stored_and_told(server)


@pytest.mark.parametrize("by_requests", [False, True], ids=["websockets", "requests"])
def test_killed_at_any_moment_no_answer_is_lost_or_counted_twice(
    start_server: Start, start_crowd: StartCrowd, size: Size, tmp_path: Path, by_requests: bool
) -> None:
    server = start_server()
    crowd = start_crowd(server.join_url, PHONES, longest_s=0.5, by_requests=by_requests)
    crowd.is_here()
    stored = kill_again_and_again(server, crowd, size(8, 60), tmp_path)
    histories = crowd.tells()
    print(f"{size(8, 60)} kills, {sum(len(each['acked']) for each in histories)} answers that count")
    assert broken_promises(histories, stored) == []
    assert unserved(histories, stored) == []
    assert sum(len(answers) for answers in stored.answers.values()) > PHONES


@pytest.mark.parametrize("by_requests", [False, True], ids=["websockets", "requests"])
def test_a_server_that_tells_before_it_writes_is_found_out(
    start_server: Start, start_crowd: StartCrowd, by_requests: bool
) -> None:
    server = start_server("tells_first")
    crowd = start_crowd(server.join_url, PHONES, by_requests=by_requests)
    crowd.is_here()
    WireTeacher(server.teacher_url).does(commands.GoTo("s1"))
    crowd.does("answer")
    crowd.answers_more(100)
    server.is_killed()
    stored = Recount(server.store)
    assert any(each.startswith("lost") for each in broken_promises(crowd.tells(), stored))


@pytest.fixture
def start_presenter(lesson: Path, tmp_path: Path) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Starts the real app, offscreen, on one data folder; what still runs is ended, its server as well."""
    started: list[subprocess.Popen[bytes]] = []
    data = tmp_path / "presented"
    command = [sys.executable, "-m", "presenter", str(lesson), "--data", str(data), "--host", "127.0.0.1"]

    def start() -> subprocess.Popen[bytes]:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        quiet = subprocess.DEVNULL
        started.append(subprocess.Popen(command, cwd=HOUSE, env=environment, stdout=quiet, stderr=quiet))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait(10)
    left = running.read(data)
    if left is not None and running.is_alive(left):
        WireTeacher(left.teacher_url).does(wire.Release())
        until(lambda: not running.is_alive(left))


def test_a_presenter_that_hangs_or_dies_holds_nobody_up(
    needs: Callable[..., None],
    start_presenter: Callable[[], subprocess.Popen[bytes]],
    start_crowd: StartCrowd,
    size: Size,
    tmp_path: Path,
) -> None:
    needs(root=False)
    data = tmp_path / "presented"
    presenter = start_presenter()
    until(lambda: (left := running.read(data)) is not None and running.is_alive(left))
    left = running.read(data)
    assert left is not None
    until(lambda: is_connected(presenter.pid, left.port))
    crowd = start_crowd(left.join_url, PHONES)
    crowd.is_here()
    teacher = WireTeacher(left.teacher_url)
    teacher.does(commands.GoTo("s1"))
    crowd.does("answer")

    os.kill(presenter.pid, signal.SIGSTOP)
    crowd.answers_more(size(500, 5000))
    os.kill(presenter.pid, signal.SIGCONT)
    crowd.answers_more(100)

    presenter.kill()
    presenter.wait(10)
    crowd.answers_more(100)
    again = start_presenter()
    until(lambda: is_connected(again.pid, left.port))
    now = running.read(data)
    assert now is not None
    assert (now.pid, now.session) == (left.pid, left.session)
    crowd.does("quiet")
    crowd.does("settle")
    seen = crowd.does("look")
    stored = Recount(data / "sessions" / f"{left.session}.sqlite3")
    histories = crowd.tells()
    assert broken_promises(histories, stored) + unserved(histories, stored) == []
    assert seen["failures"] == {}


def test_a_server_that_goes_with_its_presenter_is_found_out(start_server: Start, start_crowd: StartCrowd) -> None:
    server = start_server(arguments=("--orphan-s", "0.1"))
    presenter = WireTeacher(server.teacher_url, is_presenter=True)
    crowd = start_crowd(server.join_url, PHONES)
    crowd.is_here()
    assert presenter.position
    presenter.closes()
    crowd.waits_until(lambda seen: seen["failures"] != {})


def until(such: Callable[[], bool]) -> None:
    """Wait until this holds. Fails after PATIENCE_S."""
    until_s = time.monotonic() + PATIENCE_S
    while not such():
        assert time.monotonic() < until_s
        time.sleep(0.05)


def is_connected(pid: int, port: int) -> bool:
    """Whether this process has an established connection to that port of this machine."""
    lines = Path("/proc/net/tcp").read_text("ascii").splitlines()[1:]
    rows = [line.split() for line in lines]
    inodes = {f"socket:[{row[9]}]" for row in rows if row[3] == "01" and row[2] == f"0100007F:{port:04X}"}
    return any(os.readlink(each) in inodes for each in Path(f"/proc/{pid}/fd").iterdir() if each.is_symlink())
