"""A bare TCP connection to a server, for tests that send what no library would: odd requests and odd frames."""

from __future__ import annotations

import contextlib
import os
import socket
import struct

PATIENCE_S = 20.0

TEXT, BINARY, CLOSE, PING, PONG = 0x1, 0x2, 0x8, 0x9, 0xA
FIN, RSV1 = 0x80, 0x40


def frame(
    payload: bytes, opcode: int = TEXT, flags: int = FIN, *, masked: bool = True, claims: int | None = None
) -> bytes:
    """A frame as a browser sends it, unless told otherwise. `claims` is the length it says it has."""
    length = len(payload) if claims is None else claims
    mask_bit = 0x80 if masked else 0
    if length < 126:
        head = bytes([flags | opcode, mask_bit | length])
    elif length < 1 << 16:
        head = struct.pack("!BBH", flags | opcode, mask_bit | 126, length)
    else:
        head = struct.pack("!BBQ", flags | opcode, mask_bit | 127, length)
    if not masked:
        return head + payload
    mask = os.urandom(4)
    return head + mask + bytes(byte ^ mask[place % 4] for place, byte in enumerate(payload))


class RawSocket:
    """One connection to the loopback address."""

    def __init__(self, port: int) -> None:
        self.netloc = f"127.0.0.1:{port}"
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE_S)
        self._unread = b""

    def __enter__(self) -> RawSocket:
        return self

    def __exit__(self, *raised: object) -> None:
        self.closes()

    def closes(self) -> None:
        """Let go of the connection."""
        self._socket.close()

    def sends(self, data: bytes) -> None:
        """Send bytes as they are; a server that has closed already is no fault."""
        with contextlib.suppress(OSError):
            self._socket.sendall(data)

    def asks(self, *lines: str) -> tuple[int, dict[str, str], bytes]:
        """Send a request of these lines; the status, headers and body that come back. Status 0: nothing came."""
        self.sends("".join(f"{line}\r\n" for line in (*lines, "")).encode("utf-8"))
        answer = self._rest()
        head, _, body = answer.partition(b"\r\n\r\n")
        first, *rest = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in rest)}
        return (int(first.split(" ")[1]) if first else 0), headers, body

    def upgrades(self, *more: str) -> dict[str, str]:
        """Open a websocket; the headers that come back."""
        lines = (
            "GET /ws HTTP/1.1",
            f"Host: {self.netloc}",
            f"Origin: http://{self.netloc}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            "Sec-WebSocket-Version: 13",
            *more,
            "",
        )
        self.sends("".join(f"{line}\r\n" for line in lines).encode())
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += self._exactly(1)
        first, *rest = head.decode("latin-1").strip().split("\r\n")
        assert " 101 " in first, first
        return {name.lower(): value for name, _, value in (line.partition(": ") for line in rest)}

    def hears(self) -> tuple[int, bytes]:
        """The opcode and payload of the next frame; 0 when the connection is gone."""
        try:
            first, second = self._exactly(2)
            length = second & 0x7F
            if length == 126:
                (length,) = struct.unpack("!H", self._exactly(2))
            return first & 0x0F, self._exactly(length)
        except ConnectionError:
            return 0, b""

    def is_closed_with(self) -> tuple[int, list[bytes]]:
        """The code with which the server closes the websocket, and the texts that came before."""
        texts: list[bytes] = []
        while True:
            opcode, payload = self.hears()
            if opcode == TEXT:
                texts.append(payload)
            elif opcode == CLOSE:
                self.sends(frame(payload, CLOSE))
                return int.from_bytes(payload[:2], "big"), texts
            elif opcode == 0:
                return 0, texts

    def _exactly(self, count: int) -> bytes:
        got = b""
        while len(got) < count:
            more = self._socket.recv(count - len(got))
            if not more:
                raise ConnectionError
            got += more
        return got

    def _rest(self) -> bytes:
        got = b""
        with contextlib.suppress(ConnectionError):
            while more := self._socket.recv(65536):
                got += more
        return got
