"""What a school may put between phones and laptop: `python -m tests.faults.middleman MOOD HOST PORT` listens on a port
of its own, says which, and treats each connection as its mood is:

    portal     answers every request with 302 to a page to log in at
    no_upgrade passes requests on, but answers 403 to who wants a websocket
    pages_only as that, and passes on nothing but pages
"""

from __future__ import annotations

import asyncio
import contextlib
import sys

LOG_IN = (
    b"HTTP/1.1 302 Found\r\nLocation: http://login.school.example/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
)
FORBIDDEN = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


async def serve(mood: str, host: str, port: int) -> None:
    """Stand in between until killed."""

    async def treat(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            is_upgrade = b"upgrade: websocket" in head.lower()
            is_page = not is_upgrade and not head.startswith(b"GET /poll")
            if mood == "portal":
                writer.write(LOG_IN)
            elif is_upgrade or (mood == "pages_only" and not is_page):
                writer.write(FORBIDDEN)
            else:
                await pass_on(head, reader, writer, host, port)
            await writer.drain()
        writer.close()

    listener = await asyncio.start_server(treat, "0.0.0.0", 0)
    print(listener.sockets[0].getsockname()[1], flush=True)
    await listener.serve_forever()


async def pass_on(
    head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str, port: int
) -> None:
    """One request to the laptop, and its answer back."""
    to_laptop = await asyncio.open_connection(host, port)
    to_laptop[1].write(head)
    while piece := await to_laptop[0].read(65_536):
        writer.write(piece)
    to_laptop[1].close()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], sys.argv[2], int(sys.argv[3])))
