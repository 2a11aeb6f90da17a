"""A line of requests, without sockets: what it brings, what it tells, and when it is gone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any

import pytest

from polling import polled
from polling.polled import Asked, LineClosed, PolledLine, PolledLines, asked

NAME = "1234567890-1234567890"
OPEN = Asked(NAME, "0", "")
LISTEN = Asked(NAME, "", "")


def say(number: int, frame: str) -> Asked:
    return Asked(NAME, str(number), frame)


async def echo(line: PolledLine) -> None:
    """A conversation that tells what it hears, until the page says bye."""
    async for frame in line:
        line.tell(f'{{"type":"ack","frame":{frame}}}')
        if frame == "bye":
            return


def run(body: Callable[[PolledLines], Coroutine[Any, Any, None]], converse: Any = echo) -> None:
    async def all_of_it() -> None:
        lines = PolledLines(converse)
        try:
            await body(lines)
        finally:
            await lines.close()

    asyncio.run(all_of_it())


def test_what_a_page_says_is_heard_and_what_is_told_reaches_it() -> None:
    async def body(lines: PolledLines) -> None:
        assert await lines.answer(OPEN, "10.0.0.5") == (HTTPStatus.OK, "")
        listening = asyncio.create_task(lines.answer(LISTEN, "10.0.0.5"))
        assert await lines.answer(say(1, "7"), "10.0.0.5") == (HTTPStatus.OK, "")
        assert await listening == (HTTPStatus.OK, '{"type":"ack","frame":7}')

    run(body)


def test_a_request_that_comes_twice_is_heard_once() -> None:
    async def body(lines: PolledLines) -> None:
        await lines.answer(OPEN, "")
        for number in (1, 1, 2):
            await lines.answer(say(number, str(number)), "")
        told = ""
        while told.count("ack") < 2:
            told += (await lines.answer(LISTEN, ""))[1]
        assert told.replace("\n", "") == '{"type":"ack","frame":1}{"type":"ack","frame":2}'

    run(body)


def test_a_later_request_takes_the_place_of_one_that_waits() -> None:
    async def body(lines: PolledLines) -> None:
        await lines.answer(OPEN, "")
        first = asyncio.create_task(lines.answer(LISTEN, ""))
        await asyncio.sleep(0)
        second = asyncio.create_task(lines.answer(LISTEN, ""))
        assert await first == (HTTPStatus.OK, "")
        await lines.answer(say(1, "7"), "")
        assert (await second)[1]

    run(body)


def test_a_request_waits_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polled, "HOLD_S", 0.01)

    async def body(lines: PolledLines) -> None:
        await lines.answer(OPEN, "")
        assert await lines.answer(LISTEN, "") == (HTTPStatus.OK, "")

    run(body)


def test_the_last_words_are_told_before_the_line_is_gone() -> None:
    async def body(lines: PolledLines) -> None:
        await lines.answer(OPEN, "")
        await lines.answer(say(1, "bye"), "")
        told = ""
        while not told:
            _, told = await lines.answer(LISTEN, "")
        assert "bye" in told
        assert await lines.answer(LISTEN, "") == (HTTPStatus.GONE, "")

    run(body)


@pytest.mark.parametrize("name", ["", "short", "x" * 20, "1" * 61, "1234567890-123456789\n"])
def test_a_line_must_have_a_name_that_nobody_guesses(name: str) -> None:
    async def body(lines: PolledLines) -> None:
        assert await lines.answer(Asked(name, "0", ""), "") == (HTTPStatus.GONE, "")

    run(body)


def test_a_line_is_opened_once_and_none_that_was_not() -> None:
    async def body(lines: PolledLines) -> None:
        assert await lines.answer(LISTEN, "") == (HTTPStatus.GONE, "")
        assert await lines.answer(say(1, "7"), "") == (HTTPStatus.GONE, "")
        await lines.answer(OPEN, "")
        assert await lines.answer(OPEN, "") == (HTTPStatus.GONE, "")

    run(body)


def test_a_line_that_nobody_asks_after_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polled, "DEAF_AFTER_S", 0.02)
    ended = asyncio.Event()

    async def converse(line: PolledLine) -> None:
        with pytest.raises(LineClosed):
            await line.recv()
        ended.set()

    async def body(lines: PolledLines) -> None:
        await lines.answer(OPEN, "")
        async with asyncio.timeout(5):
            await ended.wait()
        assert await lines.answer(LISTEN, "") == (HTTPStatus.GONE, "")

    run(body, converse)


def test_a_page_that_floods_its_line_is_told_so() -> None:
    async def deaf(line: PolledLine) -> None:
        await line.wait_closed()

    async def body(lines: PolledLines) -> None:
        await lines.answer(OPEN, "")
        answers = [await lines.answer(say(number, "7"), "") for number in range(1, polled.MOST_UNREAD + 2)]
        assert answers[-1][0] is HTTPStatus.TOO_MANY_REQUESTS
        assert {status for status, _ in answers[:-1]} == {HTTPStatus.OK}
        assert (await lines.answer(Asked(NAME, "x", "7"), ""))[0] is HTTPStatus.TOO_MANY_REQUESTS

    run(body, deaf)


def test_a_flood_of_lines_puts_out_the_oldest_but_none_that_is_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polled, "MOST_WAITING", 2)
    opened: list[PolledLine] = []

    async def converse(line: PolledLine) -> None:
        opened.append(line)
        await line.wait_closed()

    async def body(lines: PolledLines) -> None:
        names = [f"{number}-1234567890-1234567890" for number in range(4)]
        for name in names:
            await lines.answer(Asked(name, "0", ""), "10.0.0.66")
            await asyncio.sleep(0)
            if name == names[0]:
                lines.let_in(opened[0])
        assert lines.is_in(Asked(names[0], "", ""))
        assert not lines.is_in(Asked(names[3], "", ""))
        assert [line.is_closed for line in opened] == [False, True, False, False]

    run(body, converse)


def test_a_state_takes_the_place_of_the_one_before_and_an_ack_does_not() -> None:
    async def body() -> None:
        line = PolledLine("")
        for frame in (
            '{"type":"state","revision":1}',
            '{"type":"ack","revision":1}',
            '{"type":"state","revision":2}',
            '{"type":"ack","revision":2}',
        ):
            line.tell(frame)
        told = await line.news()
        assert told is not None
        assert told.splitlines() == [
            '{"type":"ack","revision":1}',
            '{"type":"state","revision":2}',
            '{"type":"ack","revision":2}',
        ]

    asyncio.run(body())


def test_a_request_is_read_from_its_headers() -> None:
    assert asked({"Line": "1", "Number": "2", "Say": "%7B%22a%22%3A%22%C3%A9%22%7D"}) == Asked("1", "2", '{"a":"é"}')
    assert asked({}) == Asked("", "", "")
