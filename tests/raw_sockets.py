"""Phones and requests on bare sockets that keep every byte the server sent. No websockets library, so that nothing is
hidden by one."""

from __future__ import annotations

import json
import socket
import struct
from typing import Any

MASK = b"\x01\x02\x03\x04"
PATIENCE_S = 20.0


def fetched(port: int, request: str) -> bytes:
    """All bytes of the answer to one HTTP request; `HOST` in it is this server."""
    with socket.create_connection(("127.0.0.1", port), PATIENCE_S) as connection:
        connection.sendall(request.replace("HOST", f"127.0.0.1:{port}").replace("\n", "\r\n").encode())
        answer = b""
        while piece := connection.recv(65_536):
            answer += piece
    return answer


class RawPhone:
    """One websocket from its first byte. `recorded` is all that came, `told` the messages in it."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE_S)
        self.recorded = b""
        self.told: list[dict[str, Any]] = []
        self._parsed = 0
        host = f"127.0.0.1:{port}"
        self._socket.sendall(
            f"GET /ws HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: AAECAwQFBgcICQoLDA0ODw==\r\n\r\n".encode()
        )
        while b"\r\n\r\n" not in self.recorded:
            self._read()
        self._parsed = self.recorded.index(b"\r\n\r\n") + 4

    def says(self, message: dict[str, Any]) -> None:
        """Send one message in one masked frame."""
        body = json.dumps(message).encode()
        masked = bytes(byte ^ MASK[place % 4] for place, byte in enumerate(body))
        length = bytes([0x80 | len(body)]) if len(body) < 126 else b"\xfe" + struct.pack("!H", len(body))
        self._socket.sendall(b"\x81" + length + MASK + masked)

    def waits_for(self, kind: str, **parts: object) -> dict[str, Any]:
        """Read until a message of this type, with these parts, was told; those before it count as well."""
        while True:
            for message in self.told:
                if message["type"] == kind and parts.items() <= message.items():
                    return message
            self._read()
            self._parse()

    def catches_up(self, number: int) -> None:
        """Read all that was sent before the answer to a heartbeat."""
        self.says({"type": "hb", "sent_ms": number})
        self.waits_for("hb", sent_ms=number)

    def closes(self) -> None:
        """Drop the connection."""
        self._socket.close()

    def _read(self) -> None:
        piece = self._socket.recv(65_536)
        assert piece, f"the server closed the connection after {self.told}"
        self.recorded += piece

    def _parse(self) -> None:
        while True:
            rest = self.recorded[self._parsed :]
            if len(rest) < 2:
                return
            start, length = 2, rest[1] & 0x7F
            if length >= 126:
                start = 4 if length == 126 else 10
                if len(rest) < start:
                    return
                length = int.from_bytes(rest[2:start], "big")
            if len(rest) < start + length:
                return
            self._parsed += start + length
            if rest[0] == 0x81:
                self.told.append(json.loads(rest[start : start + length]))
