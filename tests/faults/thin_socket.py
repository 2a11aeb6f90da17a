"""A websocket over bare asyncio streams, as thin as it can be, so that a thousand of them fit beside the server they
load. It masks with zeros, which the protocol allows, and knows text, ping and close."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import struct
from typing import Any

_TEXT, _CLOSE, _PING, _PONG = 1, 8, 9, 10


class Refused(ConnectionError):
    """The server answered the handshake, but not with a websocket."""


class ThinSocket:
    """One open websocket."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def opened(cls, host: str, port: int) -> ThinSocket:
        """Connect and upgrade. Raises OSError, Refused, asyncio.IncompleteReadError."""
        reader, writer = await asyncio.open_connection(host, port)
        try:
            writer.write(upgrade(host, port))
            head = await reader.readuntil(b"\r\n\r\n")
        except BaseException:
            writer.transport.abort()
            raise
        if b" 101 " not in head.partition(b"\r\n")[0]:
            writer.transport.abort()
            raise Refused(head.decode("latin-1"))
        return cls(reader, writer)

    def send(self, message: dict[str, Any]) -> None:
        """One message."""
        self._write(_TEXT, json.dumps(message).encode())

    async def message(self) -> dict[str, Any]:
        """The next message; pings on the way are answered. Raises OSError, asyncio.IncompleteReadError at the end."""
        while True:
            first, second = await self._reader.readexactly(2)
            size = second & 0x7F
            if size == 126:
                (size,) = struct.unpack("!H", await self._reader.readexactly(2))
            elif size == 127:
                (size,) = struct.unpack("!Q", await self._reader.readexactly(8))
            body = await self._reader.readexactly(size)
            match first & 0x0F:
                case 1:
                    message: dict[str, Any] = json.loads(body)
                    return message
                case 8:
                    raise ConnectionResetError
                case 9:
                    self._write(_PONG, body)

    def abort(self) -> None:
        """Drop the connection with all that was not sent."""
        self._writer.transport.abort()

    def _write(self, kind: int, body: bytes) -> None:
        if len(body) < 126:
            head = struct.pack("!BB", 0x80 | kind, 0x80 | len(body))
        else:
            head = struct.pack("!BBH", 0x80 | kind, 0x80 | 126, len(body))
        self._writer.write(head + b"\0\0\0\0" + body)


def upgrade(host: str, port: int) -> bytes:
    """The request that asks for a websocket."""
    key = base64.b64encode(os.urandom(16)).decode()
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return (
        f"GET /ws HTTP/1.1\r\nHost: {place}\r\nOrigin: http://{place}\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
    ).encode()
