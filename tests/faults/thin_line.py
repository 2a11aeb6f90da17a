"""A line of requests in place of a websocket, as thin as it can be: what a page does on a network that lets no
websockets through. The same calls as `ThinSocket`."""

from __future__ import annotations

import asyncio
import json
import secrets
from typing import Any
from urllib.parse import quote

from tests.faults.thin_socket import Refused


class ThinLine:
    """One open line."""

    def __init__(self, host: str, port: int) -> None:
        self._place = (host, port)
        self._name = "-".join(str(secrets.randbits(32)) for _ in range(4))
        self._number = 0
        self._told: asyncio.Queue[dict[str, Any] | ConnectionResetError] = asyncio.Queue()
        self._unsaid: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._tasks: list[asyncio.Task[None]] = []

    @classmethod
    async def opened(cls, host: str, port: int) -> ThinLine:
        """Open a line. Raises OSError, Refused, asyncio.IncompleteReadError."""
        line = cls(host, port)
        await line._ask("0")
        line._tasks = [asyncio.create_task(line._listen()), asyncio.create_task(line._speak())]
        return line

    def send(self, message: dict[str, Any]) -> None:
        """One message, after those before it."""
        self._unsaid.put_nowait(message)

    async def message(self) -> dict[str, Any]:
        """The next message. Raises OSError at the end."""
        told = await self._told.get()
        if isinstance(told, ConnectionResetError):
            raise told
        return told

    def abort(self) -> None:
        """Ask no more, and drop all that was not said."""
        for task in self._tasks:
            task.cancel()

    async def _listen(self) -> None:
        while True:
            for line in (await self._guarded("")).splitlines():
                self._told.put_nowait(json.loads(line))

    async def _speak(self) -> None:
        while True:
            message = await self._unsaid.get()
            self._number += 1
            await self._guarded(str(self._number), json.dumps(message))

    async def _guarded(self, number: str, frame: str = "") -> str:
        """As `_ask`; when that fails, the line is at its end."""
        try:
            return await self._ask(number, frame)
        except (OSError, asyncio.IncompleteReadError) as reason:
            self._told.put_nowait(ConnectionResetError())
            raise asyncio.CancelledError from reason

    async def _ask(self, number: str, frame: str = "") -> str:
        host, port = self._place
        reader, writer = await asyncio.open_connection(host, port)
        try:
            writer.write(request(host, port, self._name, number, frame))
            head = await reader.readuntil(b"\r\n\r\n")
            body = await reader.read()
        finally:
            writer.transport.abort()
        if b" 200 " not in head.partition(b"\r\n")[0]:
            raise Refused(head.decode("latin-1"))
        if f"Content-Length: {len(body)}\r\n".encode() not in head:
            raise ConnectionResetError
        return body.decode()


def request(host: str, port: int, line: str, number: str, frame: str = "") -> bytes:
    """One request of a line."""
    said = f"Number: {number}\r\n" if number else ""
    said += f"Say: {quote(frame)}\r\n" if frame else ""
    bare = f"[{host}]" if ":" in host else host
    return f"GET /poll HTTP/1.1\r\nHost: {bare}:{port}\r\nLine: {line}\r\n{said}\r\n".encode()
