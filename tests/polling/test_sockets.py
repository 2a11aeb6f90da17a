"""Lines over websockets: telling never waits, whatever the other side does."""

from __future__ import annotations

import asyncio

from websockets.exceptions import ConnectionClosed

from polling.sockets import SocketLine, address_of, is_from_here


def test_a_slow_connection_gets_only_the_latest_of_each_kind() -> None:
    sent: list[str] = []

    class Transport:
        def __init__(self) -> None:
            self.waiting = 10**6

        def get_write_buffer_size(self) -> int:
            return self.waiting

    class Slow:
        """A connection whose other side reads again when `drained` is set."""

        def __init__(self) -> None:
            self.transport = Transport()
            self.drained = asyncio.Event()

        async def send(self, frame: str) -> None:
            await self.drained.wait()
            sent.append(frame)

    async def scene() -> None:
        slow = Slow()
        line = SocketLine(slow)  # type: ignore[arg-type]
        for revision in range(50):
            line.tell(f'{{"type":"state","revision":{revision}}}')
        line.tell('{"type":"ack","revision":1}')
        await asyncio.sleep(0)
        slow.drained.set()
        while line._task is not None:
            await asyncio.sleep(0)

    asyncio.run(scene())
    assert sent == ['{"type":"state","revision":49}', '{"type":"ack","revision":1}']


def test_a_slow_connection_that_closes_keeps_nothing() -> None:
    class Closed:
        class transport:
            @staticmethod
            def get_write_buffer_size() -> int:
                return 10**6

        async def send(self, frame: str) -> None:
            raise ConnectionClosed(None, None)

    async def scene() -> None:
        line = SocketLine(Closed())  # type: ignore[arg-type]
        line.tell('{"type":"state","revision":1}')
        while line._task is not None:
            await asyncio.sleep(0)
        assert line._waiting == {}

    asyncio.run(scene())


def test_a_connection_that_has_vanished_has_no_address() -> None:
    assert address_of(asyncio.Transport({"peername": None})) == ""
    assert address_of(asyncio.Transport({"peername": ("10.0.0.7", 5000)})) == "10.0.0.7"


def test_who_speaks_to_its_own_address_is_here() -> None:
    class Transport:
        def __init__(self, **known: object) -> None:
            self.known = known

        def get_extra_info(self, name: str) -> object:
            return self.known.get(name)

    own = ("192.168.1.23", 80)
    assert is_from_here(Transport(sockname=own, peername=("192.168.1.23", 50_000)))  # type: ignore[arg-type]
    assert not is_from_here(Transport(sockname=own, peername=("192.168.1.24", 50_000)))  # type: ignore[arg-type]
    assert not is_from_here(Transport(sockname=own))  # type: ignore[arg-type]
    assert not is_from_here(Transport())  # type: ignore[arg-type]
