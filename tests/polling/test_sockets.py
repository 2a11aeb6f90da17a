"""Lines over websockets: telling never waits, whatever the other side does."""

from __future__ import annotations

import asyncio

from websockets.exceptions import ConnectionClosed

from polling.sockets import SocketLine, address_of


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
