"""What is said on one connection, from its first frame to its last: who may speak, how fast, and what becomes of each
message. It knows no websockets: a connection is a `Channel`, so a line of requests can be one."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from time import monotonic
from typing import Protocol

import msgspec

from polling import tokens
from polling.guesses import Tarpit, Tries
from polling.live import Gone, LiveSession, Work
from polling.pace import PHONE, SCREEN, Pace, Verdict
from polling.reception import has_room_code, known_by_token
from polling.remote_door import RemoteDoor
from polling.seats import Line, Phone
from polling.wire import (
    PROTOCOL,
    BadMessage,
    ChooseAddress,
    Heartbeat,
    HeartbeatBack,
    Hello,
    JudgeRemote,
    OfferRemote,
    Pair,
    RefusedMessage,
    Release,
    Steer,
    Teach,
    decode_first,
    decode_phone,
    decode_remote,
    decode_teacher,
    encode,
)

HELLO_WITHIN_S = 3.0
"""A connection that has not said what it is by then is closed."""


class Channel(Protocol):
    """One connection, as far as a conversation cares."""

    async def recv(self) -> str | bytes:
        """The next frame."""

    def __aiter__(self) -> AsyncIterator[str | bytes]:
        """The frames that follow, until it is closed."""

    async def close(self, code: int = 1000) -> None:
        """Close it, after what was told."""

    async def wait_closed(self) -> None:
        """Until it is closed."""


class Around(msgspec.Struct, frozen=True):
    """What a conversation leads to outside the session. Nothing here waits."""

    let_in: Callable[[], None]
    """This connection has shown something that is right."""
    beats: Callable[[], None]
    """It was heard, and answered."""


class Desk(Protocol):
    """What teacher screens can ask of the server itself."""

    def is_near(self, address: str) -> bool:
        """Whether the key of this laptop opens from this address."""

    def presenter_came(self) -> None:
        """A presenter is here."""

    def presenter_left(self) -> None:
        """It is not any more."""

    def release(self) -> None:
        """Stop the server."""

    def choose_address(self, host: str) -> bool:
        """Tell phones this address; False when it is not one of ours."""


class _PutOut(Exception):
    """This connection has had its last chance."""


class Conversations:
    """The conversations of one server."""

    def __init__(self, live: LiveSession, key: str, desk: Desk, remotes: RemoteDoor) -> None:
        self._live = live
        self._key = key
        self._desk = desk
        self._remotes = remotes
        self._tarpit = Tarpit()

    async def converse(self, channel: Channel, line: Line, address: str, around: Around) -> None:
        """Talk until one of both closes. What the channel raises when it is closed, this raises too."""
        try:
            async with asyncio.timeout(HELLO_WITHIN_S):
                first = decode_first(await channel.recv())
            if isinstance(first, Hello):
                await self._with_phone(channel, Phone(line, address), first, around)
            elif isinstance(first, Teach):
                await self._with_teacher(channel, line, first, address, around)
            else:
                await self._with_remote(channel, line, first, around)
        except BadMessage:
            line.tell(encode(RefusedMessage(code="bad_message")))
            await channel.close(1008)
        except (TimeoutError, _PutOut):
            await channel.close(1008)

    async def _with_phone(self, channel: Channel, phone: Phone, hello: Hello, around: Around) -> None:
        pace, tries = Pace(PHONE, monotonic()), Tries()
        try:
            await self._greet(channel, phone, hello, tries, around)
            async for frame in channel:
                if not _is_heard(pace, phone.line):
                    continue
                message = decode_phone(frame)
                phone.heard_ms = self._live.now_ms()
                match message:
                    case Heartbeat():
                        self._beat(phone.line, message, around)
                    case Hello():
                        await self._greet(channel, phone, message, tries, around)
                    case _:
                        self._live.take(Work(message, phone=phone))
        finally:
            self._live.take(Work(Gone(), phone=phone))

    async def _greet(self, channel: Channel, phone: Phone, hello: Hello, tries: Tries, around: Around) -> None:
        """Hand a hello on to the session, which answers it. Who guesses is held back, and put out in the end."""
        room = self._live.room
        is_known = known_by_token(room, hello) is not None
        is_right = is_known or has_room_code(room, hello)
        if is_right:
            around.let_in()
        else:
            await _closes_within(channel, self._tarpit.hold_s(monotonic()))
        tries.count(wrong_code=not is_right, unknown_token=bool(hello.token) and not is_known)
        if tries.are_up:
            phone.tell(RefusedMessage(code="room_code"))
            raise _PutOut
        self._live.take(Work(hello, phone=phone))

    async def _with_teacher(self, channel: Channel, line: Line, teach: Teach, address: str, around: Around) -> None:
        is_key = self._desk.is_near(address) and tokens.is_key(teach.key, self._key)
        if teach.proto != PROTOCOL or not is_key:
            line.tell(encode(RefusedMessage(code="wrong_key" if teach.proto == PROTOCOL else "old_page")))
            raise _PutOut
        around.let_in()
        self._live.take(Work(teach, screen=line))
        if teach.is_presenter:
            self._desk.presenter_came()
        pace = Pace(SCREEN, monotonic())
        try:
            async for frame in channel:
                if _is_heard(pace, line):
                    self._obey(line, decode_teacher(frame), around)
        finally:
            self._live.take(Work(Gone(), screen=line))
            if teach.is_presenter:
                self._desk.presenter_left()

    async def _with_remote(self, channel: Channel, line: Line, asked: Pair | Steer, around: Around) -> None:
        """Only what is sealed by a remote that the teacher let in is obeyed; anything else ends the connection."""
        remote = self._remotes.come_in(line, asked)
        if remote is None:
            await _closes_within(channel, self._tarpit.hold_s(monotonic()))
            raise _PutOut
        around.let_in()
        pace = Pace(SCREEN, monotonic())
        try:
            async for frame in channel:
                if not _is_heard(pace, line):
                    continue
                message = decode_remote(frame)
                if isinstance(message, Heartbeat):
                    self._beat(line, message, around)
                    continue
                command = self._remotes.command(remote, message)
                if command is None:
                    line.tell(encode(RefusedMessage(code="not_genuine")))
                    raise _PutOut
                self._obey(line, command, around)
        finally:
            self._live.take(Work(Gone(), screen=line))
            self._remotes.leave(remote, line)

    def _obey(self, line: Line, message: object, around: Around) -> None:
        match message:
            case Heartbeat() as heartbeat:
                self._beat(line, heartbeat, around)
            case Release():
                self._desk.release()
            case ChooseAddress(host=host):
                if not self._desk.choose_address(host):
                    line.tell(encode(RefusedMessage(code="unknown_address")))
            case OfferRemote():
                self._remotes.offer(line)
            case JudgeRemote() as judged:
                self._remotes.judge(line, judged)
            case Teach():
                pass
            case command:
                self._live.take(Work(command, screen=line))  # type: ignore[arg-type]

    def _beat(self, line: Line, heartbeat: Heartbeat, around: Around) -> None:
        line.tell(encode(HeartbeatBack(sent_ms=heartbeat.sent_ms, now=self._live.now_ms())))
        around.beats()


async def _closes_within(channel: Channel, seconds: float) -> None:
    """Wait so long, or until the connection is closed."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await channel.wait_closed()


def _is_heard(pace: Pace, line: Line) -> bool:
    """Whether a message that came now is looked at. Raises _PutOut for one too many."""
    verdict = pace.judge(monotonic())
    if verdict is Verdict.OVER:
        raise _PutOut
    if verdict is Verdict.TOLD:
        line.tell(encode(RefusedMessage(code="too_fast")))
    return verdict is Verdict.HEARD
