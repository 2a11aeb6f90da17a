"""polling/__main__.py and polling/live.py with clocks that jump: a laptop that sleeps, a wall clock that is set."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from polling import __main__ as program
from polling import commands, wire
from polling.answers import Choice
from polling.live import LiveSession, Work
from polling.room import GRACE_MS, read_back
from polling.seats import Phone
from polling.store import Store
from tests.classroom import Classroom
from tests.stage import RecordingLine, Stage, phases, run, told, until

JUMPS_S = [60.0, 3600.0, -60.0, -3600.0]


class Laptop:
    """The two clocks of a computer, and a question of thirty seconds that is asked on it."""

    def __init__(self, path: Path) -> None:
        self.monotonic_s = 1000.0
        self.wall_s = 1_800_000_000.0
        self.path = path / "s.sqlite3"
        self.store = Store(self.path)
        classroom = Classroom()
        classroom.goes_to("s2")
        self.store.append(classroom.happened)
        self.clock = program._RoomClock(0, lambda: self.monotonic_s)
        self.live = LiveSession(classroom.room, self.store, self.clock, lambda: self.wall_s)
        self.ana = Phone(RecordingLine([]))

    async def passes(self, seconds: int) -> None:
        """Time goes by while the laptop is awake, and the session looks at its clock every second."""
        for _ in range(seconds):
            self.monotonic_s += 1
            self.wall_s += 1
            await self.turns()

    async def turns(self) -> None:
        """Wait until the session has looked at its clock."""
        screen = RecordingLine([])
        screen.tell = screen.journal.append  # type: ignore[method-assign]
        self.live.take(Work(wire.JudgeClaim(claim="none", yes=False), screen=screen))
        await until(lambda: bool(screen.journal))

    def plays(self, jump_s: float, is_sleep: bool) -> None:
        async def play() -> None:
            task = asyncio.create_task(self.live.run())
            self.live.take(Work(wire.Hello(proto=1, room_code="4271", name="Ana"), phone=self.ana))
            await self.passes(10)
            self.wall_s += jump_s
            self.monotonic_s += jump_s if is_sleep else 0
            await self.turns()
            await self.passes(19)
            assert phases(self.ana) == []
            (welcome,) = told(self.ana, wire.Welcome)
            assert isinstance(welcome, wire.Welcome)
            question = welcome.state.question
            assert question is not None
            assert question.clock is not None
            assert question.clock.ends_at is not None
            assert 0 < question.clock.ends_at - self.clock() <= 1_500
            await self.passes(3)
            assert phases(self.ana) == ["closed"]
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await self.live.close()

        asyncio.run(play())


@pytest.mark.parametrize("jump_s", [60.0, 3600.0])
def test_a_laptop_that_slept_goes_on_with_the_time_that_was_left(tmp_path: Path, jump_s: float) -> None:
    Laptop(tmp_path).plays(jump_s, is_sleep=True)


@pytest.mark.parametrize("jump_s", JUMPS_S)
def test_a_wall_clock_that_is_set_ends_no_question(tmp_path: Path, jump_s: float) -> None:
    laptop = Laptop(tmp_path)
    laptop.plays(jump_s, is_sleep=False)
    store = Store(laptop.path)
    mark = store.last_mark()
    assert mark is not None
    assert abs(mark.wall_s - laptop.wall_s) < 2
    assert read_back(store.read()) is not None
    store.close()


@pytest.mark.parametrize(
    ("steps_s", "room_ms"),
    [
        ([1.0, 1.0, 1.0], 3_000),
        ([1.0, 60.0, 1.0], 2_000),
        ([1.0, 3600.0, 4.5], 5_500),
        ([1.0, -3600.0, 1.0], 2_000),
        ([0.001] * 1000, 1_000),
    ],
)
def test_room_time_counts_what_the_session_was_awake_for(steps_s: list[float], room_ms: int) -> None:
    now_s = [500.0]
    clock = program._RoomClock(70_000, lambda: now_s[0])
    read = [clock()]
    for step_s in steps_s:
        now_s[0] += step_s
        read.append(clock())
    assert read == sorted(read)
    assert abs(read[-1] - 70_000 - room_ms) <= 1


@pytest.mark.parametrize(("at_ms", "is_taken"), [(29_990, True), (30_000 + GRACE_MS + 10, False)])
def test_the_deadline_is_the_servers_with_a_moment_of_grace(tmp_path: Path, at_ms: int, is_taken: bool) -> None:
    async def scene(stage: Stage) -> None:
        stage.live.take(Work(commands.GoTo("s2")))
        ana = stage.phone("Ana")
        await until(lambda: bool(told(ana, wire.Welcome)))
        stage.now_ms = at_ms
        sent = wire.AnswerSent(slide="s2", round=1, revision=1, value=Choice((0,)))
        stage.live.take(Work(sent, phone=ana))
        await until(lambda: bool(told(ana, wire.Ack) or told(ana, wire.RefusedMessage)))
        refused = [wire.RefusedMessage(code="not_asking", slide="s2", round=1, revision=1)]
        assert told(ana, wire.RefusedMessage) == ([] if is_taken else refused)

    run(tmp_path, scene)
