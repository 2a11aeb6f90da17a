"""A phone that scans the code of the test page: `python -m tests.faults.scanning URL` does what the page does, and says
in one line of JSON what whoever holds the phone would see: `loads`, `refused`, `other_page`, `failing` or `works`."""

from __future__ import annotations

import asyncio
import json
import sys
from urllib.parse import SplitResult, urlsplit

from tests.faults.thin_line import ThinLine
from tests.faults.thin_socket import Refused, ThinSocket

PAGE_WITHIN_S, WORD_WITHIN_S = 4.0, 5.0
TRIES = (ThinSocket, ThinSocket, ThinSocket, ThinLine)
"""As polling/browser/connection.js tries them."""


async def scan(url: SplitResult) -> str:
    """What the phone shows in the end."""
    try:
        async with asyncio.timeout(PAGE_WITHIN_S):
            page = await fetched(url)
    except ConnectionRefusedError:
        return "refused"
    except (OSError, TimeoutError):
        return "loads"
    if not page.startswith(b"HTTP/1.1 200") or b"Klassikaal" not in page:
        return "other_page"
    for way in TRIES:
        try:
            async with asyncio.timeout(WORD_WITHIN_S):
                return await beats(way, url)
        except (Refused, OSError, TimeoutError, asyncio.IncompleteReadError):
            continue
    return "failing"


async def fetched(url: SplitResult) -> bytes:
    """The whole answer to a request for the page."""
    reader, writer = await asyncio.open_connection(url.hostname, url.port)
    writer.write(f"GET {url.path} HTTP/1.1\r\nHost: {url.netloc}\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    return answer


async def beats(way: type[ThinSocket | ThinLine], url: SplitResult) -> str:
    """Say the room code, and a heartbeat that comes back."""
    assert url.hostname is not None
    assert url.port is not None
    channel = await way.opened(url.hostname, url.port)
    try:
        channel.send({"type": "hello", "proto": 1, "room_code": url.fragment})
        while (await channel.message())["type"] != "greeting":
            pass
        channel.send({"type": "hb", "sent_ms": 1})
        while (await channel.message())["type"] != "hb":
            pass
        return "works"
    finally:
        channel.abort()


if __name__ == "__main__":
    print(json.dumps(asyncio.run(scan(urlsplit(sys.argv[1])))))
