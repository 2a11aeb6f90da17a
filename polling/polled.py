"""Phones that ask again and again, where a network lets pages through and no websockets: each is a line that looks like
a websocket to the rest of the server. It knows requests and frames, and neither websockets nor what is said.

A page makes up the name of its line and sends it in a header, which a page from elsewhere cannot do. Request 0 opens
the line, request 1 and on each bring one frame, and a request without a number waits for frames until there are some.
Whatever goes wrong, the line is gone, and the page opens another one and says hello, as after a lost websocket.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Coroutine, Mapping
from http import HTTPStatus
from urllib.parse import unquote

import msgspec

from polling.gate import Gate

HOLD_S = 3.5
"""How long a request waits for something to tell: shorter than a connection may take to be answered."""
DEAF_AFTER_S = 12.0
"""A line that nobody asked after for so long is gone."""
MOST_UNREAD = 32
"""Frames of one line that may wait to be looked at."""
MOST_LINES, MOST_WAITING = 1_500, 500
"""Lines altogether, and those that have not shown a room code, a token or a key that is right."""
_NAME = re.compile(r"[0-9-]{16,60}")
_EACH_COUNTS = ('{"type":"ack"', '{"type":"hb"', '{"type":"refused"')
"""Frames of which a later one does not take the place of an earlier one."""


class LineClosed(Exception):
    """There is nothing more to read on this line."""


class Asked(msgspec.Struct, frozen=True):
    """What one request says: the name of its line, its number, and a frame."""

    line: str
    number: str
    frame: str


def asked(headers: Mapping[str, str]) -> Asked:
    """The request with these headers (names in any case)."""
    return Asked(headers.get("Line", ""), headers.get("Number", ""), unquote(headers.get("Say", "")))


class PolledLine:
    """One page's line. To the session it is a `Line`, to a conversation it is what a websocket is."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.is_closed = False
        self._said: asyncio.Queue[str | None] = asyncio.Queue()
        self._told: list[str] = []
        self._number = 0
        self._news = asyncio.Event()
        self._gone = asyncio.Event()
        self._listening = 0

    def tell(self, frame: str) -> None:
        """Keep a frame for the next request; a state takes the place of the one before."""
        if not frame.startswith(_EACH_COUNTS):
            kind = frame.partition(",")[0]
            self._told = [each for each in self._told if each.partition(",")[0] != kind]
        self._told.append(frame)
        self._news.set()

    def hang_up(self) -> None:
        """Nothing is told after this."""
        self.is_closed = True
        self._said.put_nowait(None)
        self._news.set()
        self._gone.set()

    async def recv(self) -> str:
        """The next frame of the page. Raises LineClosed."""
        frame = None if self.is_closed else await self._said.get()
        if frame is None:
            raise LineClosed
        return frame

    def __aiter__(self) -> PolledLine:
        return self

    async def __anext__(self) -> str:
        try:
            return await self.recv()
        except LineClosed:
            raise StopAsyncIteration from None

    async def close(self, code: int = 1000) -> None:
        """As `hang_up`; a line has no room for the code."""
        self.hang_up()

    async def wait_closed(self) -> None:
        """Until nothing is told any more."""
        await self._gone.wait()

    def hear(self, number: int, frame: str) -> bool:
        """The page sent a frame. One that came before is passed over. False when too many wait."""
        if number <= self._number:
            return True
        if self._said.qsize() >= MOST_UNREAD:
            return False
        self._number = number
        self._said.put_nowait(frame)
        return True

    async def news(self) -> str | None:
        """What is to be told, a frame a line, after a while nothing; None when the line is closed and all was told. A
        later request takes the place of one that still waits."""
        self._listening += 1
        mine = self._listening
        self._news.set()
        if not self._told and not self.is_closed:
            self._news.clear()
            try:
                async with asyncio.timeout(HOLD_S):
                    await self._news.wait()
            except TimeoutError:
                return ""
        if mine != self._listening:
            return ""
        told, self._told = self._told, []
        return None if self.is_closed and not told else "\n".join(told)


class PolledLines:
    """All lines of one server."""

    def __init__(self, converse: Callable[[PolledLine], Coroutine[object, object, None]]) -> None:
        """`converse` is what a new line leads to; the line is gone when it ends."""
        self._converse = converse
        self._lines: dict[str, PolledLine] = {}
        self._gate: Gate[PolledLine] = Gate(MOST_LINES, MOST_WAITING)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._deaf: dict[str, asyncio.TimerHandle] = {}
        self._trusted: set[PolledLine] = set()

    def let_in(self, line: PolledLine) -> None:
        """This one has shown something that is right."""
        self._gate.let_in(line)
        self._trusted.add(line)

    def is_in(self, request: Asked) -> bool:
        """Whether a request belongs to a line that was let in."""
        return self._lines.get(request.line) in self._trusted

    async def answer(self, request: Asked, address: str) -> tuple[HTTPStatus, str]:
        """The answer to one request: frames, one on each line of text, or a refusal after which the line is gone."""
        if request.number == "0":
            return self._open(request.line, address)
        line = self._lines.get(request.line)
        if line is None:
            return HTTPStatus.GONE, ""
        self._is_heard(request.line)
        if request.number:
            is_heard = request.number.isdecimal() and line.hear(int(request.number[:9]), request.frame)
            return (HTTPStatus.OK if is_heard else HTTPStatus.TOO_MANY_REQUESTS), ""
        news = await line.news()
        self._is_heard(request.line)
        return (HTTPStatus.GONE, "") if news is None else (HTTPStatus.OK, news)

    async def close(self) -> None:
        """No line any more."""
        for line in list(self._lines.values()):
            line.hang_up()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        for handle in self._deaf.values():
            handle.cancel()

    def _open(self, name: str, address: str) -> tuple[HTTPStatus, str]:
        if not _NAME.fullmatch(name) or name in self._lines:
            return HTTPStatus.GONE, ""
        line = PolledLine(address)
        gone = self._gate.admit(line, address)
        if gone is not None:
            gone.hang_up()
        self._lines[name] = line
        self._is_heard(name)
        self._tasks[name] = asyncio.create_task(self._live(name, line))
        return HTTPStatus.OK, ""

    async def _live(self, name: str, line: PolledLine) -> None:
        try:
            await self._converse(line)
        finally:
            line.hang_up()
            self._gate.leave(line)
            self._trusted.discard(line)
            del self._tasks[name]
            if name not in self._deaf:
                self._lines.pop(name, None)

    def _is_heard(self, name: str) -> None:
        """The page asked: the line lives on. One that is closed is kept until then, for its last words."""
        if name in self._deaf:
            self._deaf[name].cancel()
        self._deaf[name] = asyncio.get_running_loop().call_later(DEAF_AFTER_S, self._drop, name)

    def _drop(self, name: str) -> None:
        del self._deaf[name]
        line = self._lines.pop(name, None)
        if line is not None:
            line.hang_up()
