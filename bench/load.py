"""A load generator: thousands of phones in one process, by hand over epoll, so that it is not the bottleneck.

It masks client frames with zeros, which the protocol allows, and looks at no more of a frame than its length and the
first letters of its type. Loopback and Linux only. Times are seconds of CLOCK_MONOTONIC, which all processes share.
"""

from __future__ import annotations

import base64
import json
import os
import select
import socket
import struct
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

RECEIVE_BYTES = 1 << 18
AT_ONCE = 1000
"""So many phones may be joining at the same time: no more are let wait at the door."""
_KIND = slice(len('{"type":"'), len('{"type":"') + 3)
_OPEN, _PONG = b"\r\n\r\n", b"\x8a"

Heard = Callable[[float, bytes], None]


def framed(message: dict[str, Any]) -> bytes:
    """One text frame from a client; the zero mask leaves the payload as it is."""
    body = json.dumps(message, separators=(",", ":")).encode()
    size = bytes([0x80 | len(body)]) if len(body) < 126 else struct.pack("!BH", 0x80 | 126, len(body))
    return b"\x81" + size + b"\0\0\0\0" + body


class Client:
    """One websocket: how many frames it got, and whether it waits for one of the awaited kind."""

    __slots__ = ("awaits", "frames", "heard", "is_open", "opening", "rest", "socket")

    def __init__(self, port: int, first: bytes, heard: Heard | None) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.setblocking(False)
        self.rest = b""
        self.frames = 0
        self.is_open = False
        self.awaits = False
        self.opening = first
        self.heard = heard

    def send(self, frame: bytes) -> None:
        """Send a whole frame."""
        self.socket.send(frame)


class Crowd:
    """All clients of one process."""

    def __init__(self, port: int) -> None:
        self._port = port
        host = f"127.0.0.1:{port}"
        key = base64.b64encode(os.urandom(16)).decode()
        self._upgrade = (
            f"GET /ws HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
        ).encode()
        self._epoll = select.epoll()
        self._clients: dict[int, Client] = {}
        self._kind = b""
        self._times: list[float] = []
        self.closed = 0
        """Connections that the server closed."""
        self.weight = 0
        """Bytes of the last frame that was awaited."""

    def open(self, first: bytes, heard: Heard | None = None) -> Client:
        """Connect, upgrade, and say `first`. What it hears is handed to `heard`, when there is one."""
        client = Client(self._port, first, heard)
        self._clients[client.socket.fileno()] = client
        self._epoll.register(client.socket, select.EPOLLIN)
        client.send(self._upgrade)
        return client

    def join(self, firsts: Sequence[bytes], patience_s: float = 120) -> tuple[list[Client], list[float]]:
        """Everybody at once: the phones, and when each was welcome."""
        self.expect(b"wel", ())
        joined: list[Client] = []
        until = time.monotonic() + patience_s
        for first in firsts:
            joined.append(self.open(first))
            joined[-1].awaits = True
            if len(joined) % 16 == 0:
                self.hear(0)
            while len(joined) - len(self._times) >= AT_ONCE and time.monotonic() < until:
                self.hear(0.1)
        return joined, self.wait(len(joined), patience_s)

    def expect(self, kind: bytes, clients: Iterable[Client]) -> None:
        """From now on note when each of these gets its next frame whose type begins with these three letters."""
        self._kind, self._times = kind, []
        for client in clients:
            client.awaits = True

    def wait(self, count: int, patience_s: float = 60) -> list[float]:
        """When each of `count` clients got what was expected; fewer when patience runs out."""
        until = time.monotonic() + patience_s
        while len(self._times) < count and time.monotonic() < until:
            self.hear(0.1)
        return self._times

    def rest(self, seconds: float) -> None:
        """Go on reading for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self.hear(left)

    def hear(self, wait_s: float) -> None:
        """Read what has come; wait for the first at most so long."""
        clients = self._clients
        for number, _ in self._epoll.poll(wait_s):
            client = clients[number]
            try:
                data = client.socket.recv(RECEIVE_BYTES)
            except ConnectionError:
                data = b""
            if not data:
                self._drop(number)
                continue
            self._read(client, client.rest + data if client.rest else data, time.monotonic())

    def close(self) -> None:
        """Drop all connections."""
        for client in self._clients.values():
            client.socket.close()
        self._clients.clear()
        self._epoll.close()

    def _drop(self, number: int) -> None:
        self.closed += 1
        self._epoll.unregister(number)
        self._clients.pop(number).socket.close()

    def _read(self, client: Client, data: bytes, now: float) -> None:
        """Take whole frames off the front of what was received."""
        begin, end = 0, len(data)
        if not client.is_open:
            begin = self._opened(client, data)
        while client.is_open and end - begin >= 2:
            length, body = data[begin + 1], begin + 2
            if length == 126:
                body += 2
                length = int.from_bytes(data[begin + 2 : body], "big") if end >= body else end
            elif length == 127:
                body += 8
                length = int.from_bytes(data[begin + 2 : body], "big") if end >= body else end
            if body + length > end:
                break
            self._take(client, data[begin] & 0x0F, data[body : body + length], now)
            begin = body + length
        client.rest = data[begin:]

    def _take(self, client: Client, opcode: int, body: bytes, now: float) -> None:
        if opcode == 1:
            client.frames += 1
            if client.awaits and body[_KIND] == self._kind:
                client.awaits = False
                self._times.append(now)
                self.weight = len(body)
            if client.heard is not None:
                client.heard(now, body)
        elif opcode == 9:
            client.send(_PONG + bytes([0x80 | len(body)]) + b"\0\0\0\0" + body)

    def _opened(self, client: Client, data: bytes) -> int:
        """Read the head of the upgrade; where frames begin, 0 while it is not whole."""
        head, found, _ = data.partition(_OPEN)
        if not found:
            return 0
        if b" 101 " not in head.partition(b"\r\n")[0]:
            raise ConnectionError(head.decode("latin-1"))
        client.is_open = True
        client.send(client.opening)
        return len(head) + len(found)
