"""Websockets as the rest of the house sees them: lines that never wait, and connections that are counted. It knows no
message and no rule; the server decides who is listened to."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from time import monotonic

from websockets.asyncio.server import ServerConnection, broadcast
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode
from websockets.protocol import Event

from polling.gate import Gate
from polling.pace import PHONE, Pace, Verdict
from polling.seats import Line

BEHIND_BYTES = 64 * 1024
"""More than this unsent, and a connection gets only the latest of each kind of message."""

READ_BYTES = 4096
"""What is read from a connection in one go, where the system's event loop can be told: whoever sends ten thousand tiny
frames waits for everybody else in between."""


class SocketLine:
    """A websocket as the live session sees it: telling never waits. What a slow one cannot take now waits in one place
    for each kind of message, where the next of its kind replaces it."""

    def __init__(self, connection: ServerConnection) -> None:
        self.connection = connection
        self._waiting: dict[str, str] = {}
        self._task: asyncio.Task[None] | None = None

    @property
    def keeps_up(self) -> bool:
        """True while little enough of what was told still waits to be sent."""
        return self._task is None and self.connection.transport.get_write_buffer_size() < BEHIND_BYTES

    def tell(self, frame: str) -> None:
        """Send a frame, or keep it as the latest of its kind."""
        if self.keeps_up:
            broadcast([self.connection], frame)
            return
        self._waiting[frame.partition(",")[0]] = frame
        if self._task is None:
            self._task = asyncio.create_task(self._catch_up())

    def hang_up(self) -> None:
        """Close the connection after what was told."""
        self._closing = asyncio.create_task(self.connection.close())

    async def _catch_up(self) -> None:
        try:
            while self._waiting:
                await self.connection.send(self._waiting.pop(next(iter(self._waiting))))
        except ConnectionClosed:
            self._waiting.clear()
        finally:
            self._task = None


def tell_all(lines: Iterable[Line], frame: str) -> None:
    """One frame to many: those that keep up get it in one sweep, the others as their latest."""
    prompt: list[ServerConnection] = []
    for line in lines:
        if isinstance(line, SocketLine) and line.keeps_up:
            prompt.append(line.connection)
        else:
            line.tell(frame)
    broadcast(prompt, frame)


def counted_by(gate: Gate[ServerConnection]) -> type[ServerConnection]:
    """Connections that count from the moment they are accepted, before anything is read. One that floods the server
    with what never reaches a conversation, pings, is dropped."""

    class Counted(ServerConnection):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            transport.max_size = READ_BYTES  # type: ignore[attr-defined]
            self._pings = Pace(PHONE, monotonic())
            super().connection_made(transport)
            gone = gate.admit(self, address_of(transport))
            if gone is not None:
                gone.transport.abort()

        def connection_lost(self, exc: Exception | None) -> None:
            gate.leave(self)
            super().connection_lost(exc)

        def process_event(self, event: Event) -> None:
            is_ping = isinstance(event, Frame) and event.opcode in (Opcode.PING, Opcode.PONG)
            if is_ping and self._pings.judge(monotonic()) is Verdict.OVER:
                self.transport.abort()
            super().process_event(event)

    return Counted


def address_of(transport: asyncio.BaseTransport) -> str:
    """The address of the other side; "" when it has vanished already."""
    peer = transport.get_extra_info("peername")
    return str(peer[0]) if peer else ""


def is_from_here(transport: asyncio.BaseTransport) -> bool:
    """Whether the other side is on this same computer: it comes from the very address that it speaks to."""
    own = transport.get_extra_info("sockname")
    return own is not None and str(own[0]) == address_of(transport)
