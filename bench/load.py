"""A load generator: many phones in one process over raw asyncio streams, so that it is not the bottleneck.

It masks client frames with zeros, which the protocol allows, and reads frames by their length only. Loopback only.
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
import struct
import time
from collections.abc import Callable
from typing import Any


class RawPhone:
    """One websocket, as thin as it can be."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self.frames = 0
        self.token = ""

    @classmethod
    async def opened(cls, port: int) -> RawPhone:
        """Connect and upgrade."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        key = base64.b64encode(os.urandom(16)).decode()
        host = f"127.0.0.1:{port}"
        writer.write(
            f"GET /ws HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
            f"Upgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        head = await reader.readuntil(b"\r\n\r\n")
        if b" 101 " not in head.partition(b"\r\n")[0]:
            raise ConnectionError(head.decode("latin-1"))
        return cls(reader, writer)

    def send(self, message: dict[str, Any]) -> None:
        """One text frame; the zero mask leaves the payload as it is."""
        body = json.dumps(message).encode()
        size = bytes([0x80 | len(body)]) if len(body) < 126 else struct.pack("!BH", 0x80 | 126, len(body))
        self._writer.write(b"\x81" + size + b"\0\0\0\0" + body)

    async def frame(self) -> bytes:
        """The next data frame; control frames are passed over."""
        while True:
            first, second = await self._reader.readexactly(2)
            size = second & 0x7F
            if size == 126:
                (size,) = struct.unpack("!H", await self._reader.readexactly(2))
            elif size == 127:
                (size,) = struct.unpack("!Q", await self._reader.readexactly(8))
            body = await self._reader.readexactly(size)
            if first & 0x0F in (1, 2):
                self.frames += 1
                return body

    async def until(self, kind: bytes) -> bytes:
        """The next frame of this type."""
        while not (body := await self.frame()).startswith(b'{"type":"' + kind) and not body.startswith(
            b'{"type": "' + kind
        ):
            pass
        return body

    def close(self) -> None:
        """Drop the connection."""
        self._writer.close()


def percentile(times_ms: list[float], share: float) -> float:
    """The time that this share of all is at or under."""
    ordered = sorted(times_ms)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


async def timed_ms(call: Callable[[], Any]) -> float:
    """How long an awaitable takes, in milliseconds."""
    began = time.perf_counter()
    await call()
    return (time.perf_counter() - began) * 1000
