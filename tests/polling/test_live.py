"""The live session with a store that behaves badly and lines that remember: order, groups, a full disk."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

import pytest

from polling import commands, wire
from polling.answers import Choice
from polling.events import AnyEvent
from polling.live import LiveSession, Phone, Work
from polling.store import Mark, Store, StoreError
from tests.classroom import Classroom


class RecordingLine:
    """A connection that remembers what it was told, and when in the order of things."""

    def __init__(self, journal: list[str]) -> None:
        self.journal = journal
        self.told: list[object] = []
        self.is_hung_up = False

    def tell(self, frame: str) -> None:
        message = wire.decode_to_phone(frame)
        self.told.append(message)
        self.journal.append(type(message).__name__)

    def hang_up(self) -> None:
        self.is_hung_up = True


class ScreenLine(RecordingLine):
    """The same for a teacher screen."""

    def tell(self, frame: str) -> None:
        self.told.append(wire.decode_to_teacher(frame))


class RecordingStore(Store):
    """A store that writes down its commits, and refuses while the disk is full."""

    def __init__(self, path: Path, journal: list[str]) -> None:
        super().__init__(path)
        self.journal = journal
        self.is_full = False
        self.groups: list[tuple[AnyEvent, ...]] = []

    def append(self, happened: Iterable[AnyEvent]) -> None:
        if self.is_full:
            raise StoreError("disk full")
        group = tuple(happened)
        super().append(group)
        self.groups.append(group)
        self.journal.append("committed")

    def mark(self, mark: Mark) -> None:
        if self.is_full:
            raise StoreError("disk full")
        super().mark(mark)


class Stage:
    """A live session under test."""

    def __init__(self, path: Path) -> None:
        self.journal: list[str] = []
        self.store = RecordingStore(path / "s.sqlite3", self.journal)
        classroom = Classroom()
        self.store.append(classroom.happened)
        self.store.groups.clear()
        self.journal.clear()
        self.now_ms = 0
        self.live = LiveSession(classroom.room, self.store, lambda: self.now_ms, lambda: 0.0)

    def phone(self, name: str) -> Phone:
        phone = Phone(RecordingLine(self.journal))
        self.live.take(Work(wire.Hello(proto=1, room_code="4271", name=name), phone=phone))
        return phone

    def answer(self, phone: Phone, letter: int, revision: int) -> None:
        sent = wire.AnswerSent(slide="s3", round=1, revision=revision, value=Choice((letter,)))
        self.live.take(Work(sent, phone=phone))


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.005)


def run(path: Path, scene: Callable[[Stage], Awaitable[None]]) -> Stage:
    """Play a scene with a running session."""

    async def play() -> Stage:
        stage = Stage(path)
        task = asyncio.create_task(stage.live.run())
        await scene(stage)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await stage.live.close()
        return stage

    return asyncio.run(play())


def told(phone: Phone, kind: type) -> list[object]:
    line = phone.line
    assert isinstance(line, RecordingLine)
    return [each for each in line.told if isinstance(each, kind)]


def phases(phone: Phone) -> list[str]:
    states = told(phone, wire.PhoneState)
    return [each.question.phase for each in states if isinstance(each, wire.PhoneState) and each.question]


def test_nothing_is_told_before_it_is_on_disk(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.live.take(Work(commands.GoTo("s3")))
        ana = stage.phone("Ana")
        await until(lambda: bool(told(ana, wire.Welcome)))
        stage.answer(ana, 0, 1)
        await until(lambda: bool(told(ana, wire.Ack)))

    stage = run(tmp_path, scene)
    kept = [entry for entry in stage.journal if entry in ("committed", "Welcome", "Ack")]
    assert kept == ["committed", "Welcome", "committed", "Ack"]


def test_what_arrives_together_is_one_group(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.live.take(Work(commands.GoTo("s3")))
        phones = [stage.phone(f"Leerling {number}") for number in range(30)]
        await until(lambda: all(told(phone, wire.Welcome) for phone in phones))
        for phone in phones:
            stage.answer(phone, 1, 1)
        await until(lambda: all(told(phone, wire.Ack) for phone in phones))

    stage = run(tmp_path, scene)
    assert [len(group) for group in stage.store.groups] == [32, 30]


def test_an_answer_causes_no_broadcast(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.live.take(Work(commands.GoTo("s3")))
        ana, bo = stage.phone("Ana"), stage.phone("Bo")
        await until(lambda: bool(told(bo, wire.Welcome)))
        before = len(told(bo, wire.PhoneState))
        stage.answer(ana, 0, 1)
        await until(lambda: bool(told(ana, wire.Ack)))
        assert len(told(bo, wire.PhoneState)) == before

    run(tmp_path, scene)


@pytest.mark.expects_log("the store refuses")
def test_a_full_disk_gives_no_ack_and_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("polling.live.STORE_AGAIN_S", 0.01)
    monkeypatch.setattr("polling.live.MARK_EVERY_S", 3600)

    async def scene(stage: Stage) -> None:
        screen = ScreenLine(stage.journal)
        stage.live.take(Work(wire.Teach(proto=1, key=""), screen=screen))
        stage.live.take(Work(commands.GoTo("s3")))
        ana = stage.phone("Ana")
        await until(lambda: bool(told(ana, wire.Welcome)))
        stage.store.is_full = True
        stage.answer(ana, 0, 1)
        await until(lambda: any(isinstance(each, wire.RefusedMessage) for each in screen.told))
        assert not told(ana, wire.Ack)
        stage.store.is_full = False
        await until(lambda: bool(told(ana, wire.Ack)))
        assert len(told(ana, wire.Ack)) == 1

    stage = run(tmp_path, scene)
    assert sum(type(event).__name__ == "Answered" for group in stage.store.groups for event in group) == 1


@pytest.mark.expects_log("the room time was not kept")
def test_a_mark_that_cannot_be_kept_stops_nothing(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.store.is_full = True
        stage.now_ms = 2000
        stage.live.take(Work(commands.Tick()))
        await until(lambda: stage.live._marked_ms == 2000)

    run(tmp_path, scene)


def test_tallies_are_told_at_once_and_then_at_a_pace(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        screen = ScreenLine(stage.journal)
        stage.live.take(Work(wire.Teach(proto=1, key=""), screen=screen))
        stage.live.take(Work(commands.GoTo("s3")))
        ana = stage.phone("Ana")
        await until(lambda: bool(told(ana, wire.Welcome)))
        stage.now_ms += 1000
        screen.told.clear()
        for revision in range(1, 20):
            stage.answer(ana, revision % 2, revision)
            await until(lambda revision=revision: len(told(ana, wire.Ack)) == revision)  # type: ignore[misc]
        tallies = [each for each in screen.told if isinstance(each, wire.TallyPart)]
        assert len(tallies) == 1
        stage.now_ms += 40
        await until(lambda: len([each for each in screen.told if isinstance(each, wire.TallyPart)]) == 2)

    run(tmp_path, scene)


def test_a_question_closes_by_the_sessions_own_clock(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.live.take(Work(commands.GoTo("s2")))
        ana = stage.phone("Ana")
        await until(lambda: bool(told(ana, wire.Welcome)))
        stage.now_ms = 30_600
        stage.live.take(Work(commands.Tick()))
        await until(lambda: "closed" in phases(ana))
        assert phases(ana) == ["asking", "closed"]

    run(tmp_path, scene)
