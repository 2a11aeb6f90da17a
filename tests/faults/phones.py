"""Many phones in one process: `python -m tests.faults.phones OPTIONS` (JSON, see `Options`). No browser, no server.

Each phone is what the phone page is: revisions that rise, an outbox that is emptied by acks and refusals alone and is
offered again after every return, heartbeats, and a socket that is given up when it falls silent. It writes down what it
sent before it sends, and what it was told, so that the history can be held against the session file afterwards.

One word on a line of standard input is obeyed and answered by one line of JSON:

    answer   answer whatever is asked, again and again
    once     every phone answers what is asked one time
    quiet    stop answering
    settle   wait until every outbox is empty, or patience is at its end
    look     how it goes
    leave N  so many phones leave, and those that had left come back
    at HOST  they look for the laptop there from now on: somebody scanned a new code
    end      tell all histories, and stop
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from tests.faults.thin_line import ThinLine
from tests.faults.thin_socket import Refused, ThinSocket

CONNECT_S, ACK_S = 5.0, 2.0
"""As in polling/browser/connection.js."""
LOOK_EVERY_S = 0.05
CHANGES_ITS_MIND = 0.2
"""How often a phone sends another answer while the one before is not acknowledged yet."""
SETTLE_WITHIN_S = 60.0


@dataclass(frozen=True)
class Options:
    """`pace_s` is about how long a phone thinks. `longest_s`, `heartbeat_s` and `silence_s` are as in
    polling/browser/connection.js. A phone without an outbox sends an answer once and forgets it; `by_requests`: on a
    network that lets no websockets through."""

    host: str
    port: int
    room_code: str
    count: int
    pace_s: float = 0.1
    longest_s: float = 8.0
    heartbeat_s: float = 5.0
    silence_s: float = 6.5
    has_outbox: bool = True
    by_requests: bool = False
    name: str = "L"


@dataclass
class History:
    """What one phone sent and was told, by question and round (`"s2/1"`) and revision."""

    name: str
    participants: list[str] = field(default_factory=list)
    sent: dict[str, dict[int, Any]] = field(default_factory=dict)
    acked: dict[str, int] = field(default_factory=dict)
    refused: dict[str, dict[int, str]] = field(default_factory=dict)


class Phone:
    """One student's phone."""

    def __init__(self, crowd: Crowd, name: str) -> None:
        self.crowd = crowd
        self.history = History(name)
        self.outbox: dict[str, tuple[int, Any]] = {}
        self.is_in = False
        self._socket: ThinSocket | ThinLine | None = None
        self._question: dict[str, Any] | None = None
        self._state_revision = -1
        self._token = self._session = ""
        self._revision = 0
        self._underway: dict[str, tuple[int, float, int]] = {}
        self._thinks_until = 0.0
        self._beat_at = self._silent_at = 0.0

    async def live(self) -> None:
        """Connect, and connect again, until cancelled."""
        attempt = 0
        while True:
            try:
                await self._converse()
            except Refused:
                self.crowd.failures["handshake refused"] += 1
            except ConnectionRefusedError:
                self.crowd.failures["nobody listened"] += 1
            except TimeoutError:
                self.crowd.failures["too slow"] += 1
            except (OSError, asyncio.IncompleteReadError):
                self.crowd.failures["lost" if self.is_in else "handshake broken"] += 1
            attempt = 0 if self.is_in else attempt + 1
            self.hang_up()
            longest_s = self.crowd.options.longest_s
            await asyncio.sleep(random.random() * min(longest_s, 0.5 * 2**attempt) if attempt else 0.05)

    @property
    def is_asked(self) -> bool:
        """Whether there is a question to answer that this phone has not answered yet."""
        question = self._question
        return question is not None and f"{question['slide']}/{question['round']}" not in self.history.sent

    def answer(self) -> None:
        """Answer what is asked, if anything is: kept before it is sent."""
        question = self._question
        if question is None or not question["options"]:
            return
        key = f"{question['slide']}/{question['round']}"
        if key in self.outbox and random.random() > CHANGES_ITS_MIND:
            return
        self._revision += 1
        value = {"kind": "choice", "options": [random.randrange(len(question["options"]))]}
        self.history.sent.setdefault(key, {})[self._revision] = value
        self.outbox[key] = (self._revision, value)
        if self.crowd.options.has_outbox:
            self._offer(key)
        else:
            self._offer(key, tries=2)
            self.outbox.clear()

    async def _converse(self) -> None:
        options = self.crowd.options
        async with asyncio.timeout(CONNECT_S):
            way = ThinLine if options.by_requests else ThinSocket
            self._socket = await way.opened(options.host, options.port)
            self._socket.send(
                {"type": "hello", "proto": 1, "room_code": options.room_code, "session": self._session}
                | {"token": self._token, "name": self.history.name}
            )
            while not self.is_in:
                self._hear(await self._socket.message())
        now = time.monotonic()
        self._beat_at, self._silent_at = now, now + options.silence_s
        for key in list(self.outbox):
            self._offer(key)
        tasks = [asyncio.create_task(self._listen(self._socket)), asyncio.create_task(self._tick())]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _listen(self, socket: ThinSocket | ThinLine) -> None:
        while True:
            self._hear(await socket.message())

    async def _tick(self) -> None:
        while True:
            now = time.monotonic()
            if now > self._beat_at:
                self._beat_at = now + self.crowd.options.heartbeat_s
                self._say({"type": "hb", "sent_ms": now * 1000})
            if now > self._silent_at:
                raise ConnectionResetError
            for key, (_, until, tries) in list(self._underway.items()):
                if now > until and tries > 1:
                    raise ConnectionResetError
                if now > until:
                    self._offer(key, tries + 1)
            if self.crowd.is_answering and now > self._thinks_until:
                self._thinks_until = now + self.crowd.options.pace_s * random.uniform(0.5, 1.5)
                self.answer()
            await asyncio.sleep(LOOK_EVERY_S)

    def _offer(self, key: str, tries: int = 1) -> None:
        if self._socket is None or not self.is_in:
            return
        revision, value = self.outbox[key]
        slide, _, round_ = key.partition("/")
        self._underway[key] = (revision, time.monotonic() + ACK_S, tries)
        self._say({"type": "answer", "slide": slide, "round": int(round_), "revision": revision, "value": value})

    def _say(self, message: dict[str, Any]) -> None:
        if self._socket is not None:
            self._socket.send(message)

    def _hear(self, message: dict[str, Any]) -> None:
        self._silent_at = time.monotonic() + self.crowd.options.heartbeat_s + self.crowd.options.silence_s
        match message["type"]:
            case "welcome":
                self._arrive(message)
            case "state":
                self._see(message)
            case "ack":
                self._settled(message)
                key = f"{message['slide']}/{message['round']}"
                self.history.acked[key] = max(message["revision"], self.history.acked.get(key, 0))
                self.crowd.acks += 1
            case "refused" if message["slide"]:
                self._settled(message)
                key = f"{message['slide']}/{message['round']}"
                self.history.refused.setdefault(key, {})[message["revision"]] = message["code"]

    def _arrive(self, welcome: dict[str, Any]) -> None:
        if welcome["session"] != self._session:
            self._state_revision = -1
        self._session, self._token = welcome["session"], welcome["token"]
        if welcome["participant"] not in self.history.participants:
            self.history.participants.append(welcome["participant"])
        self._revision = max([self._revision, *(each["revision"] for each in welcome["answers"])])
        self._state_revision = -1
        self._see(welcome["state"])
        self.is_in = True

    def _see(self, state: dict[str, Any]) -> None:
        if state["revision"] <= self._state_revision:
            return
        self._state_revision = state["revision"]
        question = state["question"]
        self._question = question if question is not None and question["phase"] == "asking" else None

    def _settled(self, told: dict[str, Any]) -> None:
        key = f"{told['slide']}/{told['round']}"
        if self.outbox.get(key, (0, None))[0] == told["revision"]:
            del self.outbox[key]
        if self._underway.get(key, (0, 0, 0))[0] == told["revision"]:
            del self._underway[key]

    def hang_up(self) -> None:
        """No socket any more."""
        if self._socket is not None:
            self._socket.abort()
        self._socket = None
        self.is_in = False
        self._underway.clear()


class Crowd:
    """All phones of this process, and what they are told to do."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.is_answering = False
        self.acks = 0
        self.failures: Counter[str] = Counter()
        self._joined = 0
        self._away: list[Phone] = []
        self._tasks: dict[Phone, asyncio.Task[None]] = {}

    async def obey(self, word: str) -> dict[str, Any]:
        """Do what this line says; the answer."""
        match word.split():
            case ["answer"]:
                self.is_answering = True
            case ["quiet"]:
                self.is_answering = False
            case ["once"]:
                for phone in self._tasks:
                    phone.answer()
            case ["settle"]:
                await self._settle()
            case ["at", host]:
                self.options = replace(self.options, host=host)
            case ["leave", count]:
                await self._replace(int(count))
            case ["end"]:
                here = list(self._tasks)
                for phone in here:
                    await self._leave(phone)
                return {"histories": [phone.history.__dict__ for phone in (*here, *self._away)]}
        return {
            "acks": self.acks,
            "here": sum(phone.is_in for phone in self._tasks),
            "asked": sum(phone.is_asked for phone in self._tasks),
            "waiting": sum(bool(phone.outbox) for phone in self._tasks),
            "failures": dict(self.failures),
        }

    def join(self, count: int) -> None:
        """So many more phones."""
        for _ in range(count):
            self._joined += 1
            phone = Phone(self, f"{self.options.name}{self._joined}")
            self._tasks[phone] = asyncio.create_task(phone.live())

    async def _replace(self, count: int) -> None:
        back, self._away = self._away, list(self._tasks)[:count]
        for phone in self._away:
            await self._leave(phone)
        for phone in back:
            self._tasks[phone] = asyncio.create_task(phone.live())

    async def _leave(self, phone: Phone) -> None:
        task = self._tasks.pop(phone)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        phone.hang_up()

    async def _settle(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SETTLE_WITHIN_S):
                while any(phone.outbox for phone in self._tasks):
                    await asyncio.sleep(LOOK_EVERY_S)


async def serve(options: Options) -> None:
    """Obey standard input until it says end, or closes."""
    crowd = Crowd(options)
    crowd.join(options.count)
    while word := (await asyncio.to_thread(sys.stdin.readline)).strip():
        print(json.dumps(await crowd.obey(word)), flush=True)
        if word == "end":
            return


if __name__ == "__main__":
    asyncio.run(serve(Options(**json.loads(sys.argv[1]))))
