"""A class that is not there, so that a teacher can try a lesson alone: students who join, think, answer, change their
mind, sleep and come back, over the same websocket and with the same messages as phones.

    python -m polling.rehearsal http://127.0.0.1:8080/4271 24

Ends when the lesson does, or when the server has been away for a while.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Sequence
from random import Random
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidHandshake, WebSocketException
from websockets.typing import Origin

from polling import pretending
from polling.wire import (
    PROTOCOL,
    AnswerSent,
    Bye,
    Greeting,
    Heartbeat,
    Hello,
    PhoneState,
    QuestionView,
    Taken,
    Welcome,
    decode_to_phone,
    encode,
)

MOST = 60
ARRIVE_WITHIN_S = 8.0
HEARTBEAT_S = 5.0
ASLEEP_S = (6.0, 20.0)
GIVE_UP_S = 20.0
RETRY_S = 1.0


class Student:
    """One of them, with a phone of their own."""

    def __init__(self, join_url: str, number: int, chance: Random) -> None:
        self._place, self._code = urlsplit(join_url).netloc, urlsplit(join_url).path.strip("/")
        self._number = number
        self._chance = chance
        self._token = ""
        self._language = "nl"
        self._asked: tuple[str, int] | None = None
        self._revision = 0
        self._thinking: asyncio.Task[None] | None = None

    async def takes_part(self) -> None:
        """Join, and come back as often as the connection breaks, until the lesson is over."""
        await asyncio.sleep(self._chance.uniform(0, ARRIVE_WITHIN_S))
        loop = asyncio.get_running_loop()
        heard_s = loop.time()
        while loop.time() - heard_s < GIVE_UP_S:
            try:
                origin = Origin(f"http://{self._place}")
                async with connect(f"ws://{self._place}/ws", origin=origin, compression=None) as line:
                    if await self._listens(line):
                        return
                heard_s = loop.time()
            except (OSError, TimeoutError, InvalidHandshake, WebSocketException):
                pass
            await asyncio.sleep(RETRY_S)

    async def _listens(self, line: ClientConnection) -> bool:
        """Until the connection closes; True when the lesson is over."""
        await line.send(encode(Hello(proto=PROTOCOL, room_code=self._code, token=self._token)))
        beating = asyncio.create_task(_beats(line))
        try:
            async for frame in line:
                message = decode_to_phone(frame)
                if isinstance(message, Bye) and message.reason != "going":
                    return True
                if isinstance(message, PhoneState | Welcome) and self._falls_asleep(message):
                    await line.close()
                    await asyncio.sleep(self._chance.uniform(*ASLEEP_S))
                    return False
                await self._hears(line, message)
        finally:
            beating.cancel()
            self._stop_thinking()
        return False

    async def _hears(self, line: ClientConnection, message: object) -> None:
        match message:
            case Greeting(language=language):
                self._language = language
                name = pretending.name(language, self._number)
                await line.send(encode(Hello(proto=PROTOCOL, room_code=self._code, name=name)))
            case Taken(name=name):
                await line.send(encode(Hello(proto=PROTOCOL, room_code=self._code, name=name, again="other")))
            case Welcome(token=token, state=state):
                self._token = token
                self._sees(line, state)
            case PhoneState() as state:
                self._sees(line, state)

    def _sees(self, line: ClientConnection, state: PhoneState) -> None:
        question = state.question
        if question is None or question.phase != "asking":
            self._asked = None
            self._stop_thinking()
        elif self._asked != (question.slide, question.round):
            self._asked = (question.slide, question.round)
            self._stop_thinking()
            self._thinking = asyncio.create_task(self._thinks(line, question))

    async def _thinks(self, line: ClientConnection, question: QuestionView) -> None:
        thinks_s = pretending.thinks_s(self._chance)
        if thinks_s is None:
            return
        with contextlib.suppress(WebSocketException):
            await asyncio.sleep(thinks_s)
            await self._answers(line, question)
            if self._chance.random() < pretending.CHANGE_SHARE:
                await asyncio.sleep(thinks_s / 2)
                await self._answers(line, question)

    async def _answers(self, line: ClientConnection, question: QuestionView) -> None:
        self._revision += 1
        value = pretending.answer(question, self._language, self._chance)
        sent = AnswerSent(slide=question.slide, round=question.round, revision=self._revision, value=value)
        await line.send(encode(sent))

    def _falls_asleep(self, message: PhoneState | Welcome) -> bool:
        return isinstance(message, PhoneState) and self._chance.random() < pretending.SLEEP_SHARE

    def _stop_thinking(self) -> None:
        if self._thinking is not None:
            self._thinking.cancel()


async def _beats(line: ClientConnection) -> None:
    with contextlib.suppress(WebSocketException):
        while True:
            await line.send(encode(Heartbeat(sent_ms=0.0)))
            await asyncio.sleep(HEARTBEAT_S)


async def rehearse(join_url: str, count: int, seed: int | None = None) -> None:
    """So many students take part until the lesson is over."""
    chance = Random(seed)
    students = [Student(join_url, number, Random(chance.random())) for number in range(1, count + 1)]
    await asyncio.gather(*(student.takes_part() for student in students))


def main(arguments: Sequence[str] | None = None) -> int:
    """The class of the command line."""
    join_url, count = list(sys.argv[1:] if arguments is None else arguments)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(rehearse(join_url, max(1, min(MOST, int(count)))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
