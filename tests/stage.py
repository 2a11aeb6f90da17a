"""A live session without sockets: lines that remember what they were told, a store that can be full, and a clock that
the test turns. No websockets, no threads of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

from polling import wire
from polling.answers import Choice
from polling.events import AnyEvent
from polling.live import LiveSession, Work
from polling.seats import Phone
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
