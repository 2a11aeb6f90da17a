"""Servers that are broken on purpose: `python -m tests.faults.broken MODES LESSON ...`, else as `python -m polling`.

Each mode is one mistake that a checker must notice, or (where it says so) no mistake but a server in a hurry, so that
a test need not wait; of two that change the same, the later counts. Nothing of this can be reached from the product.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

from websockets.http11 import Request, Response

from polling import __main__ as program
from polling import conversations, live, presence, seats, server
from polling import store as stores
from polling.store import Store, StoreError

LATE_S = 0.3
"""How long the server that tells first waits before it writes."""
REFUSES_EVERY = 7
"""Of so many handshakes the server that is too full refuses one."""


def tells_first() -> None:
    """Acknowledges at once and writes a moment later."""

    async def is_stored(self: live.LiveSession) -> bool:
        pending = tuple(self._pending)
        if pending:
            asyncio.get_running_loop().call_later(LATE_S, lambda: self._disk.submit(self._store.append, pending))
        return True

    live.LiveSession._is_stored = is_stored


def swallows_errors() -> None:
    """Acknowledges what the disk refused."""
    stores_it = Store.append

    def append(self: Store, happened: Any) -> None:
        with contextlib.suppress(StoreError):
            stores_it(self, happened)

    Store.append = append


def never_flushes() -> None:
    """Leaves it to the system when its answers reach the disk."""
    connects = stores._connect
    stores._connect = lambda path, synchronous, undo: connects(path, "OFF", undo)


def marks_often() -> None:
    """No mistake: keeps the room time after every group, so that marks come to fold the log into the file."""
    live.MARK_EVERY_S = 0.0


def marks_unsafely() -> None:
    """Folds the log into the file without a flush."""
    connects = stores._connect
    stores._connect = lambda path, synchronous, undo: connects(
        path, {"NORMAL": "OFF"}.get(synchronous, synchronous), undo
    )


def hurries() -> None:
    """No mistake: looks every second whether a connection is still alive, and whether its page is awake."""
    _serves_with(ping_interval=1, ping_timeout=1, close_timeout=1)
    _bears_silence(2_000)


def dozes_off_soon() -> None:
    """No mistake: takes a page for asleep after seven seconds without a word, not thirteen."""
    _bears_silence(7_000)


def trusts_sockets() -> None:
    """Takes a page for awake as long as its socket is open."""
    _bears_silence(1_000_000_000)


def never_pings() -> None:
    """Believes that every connection is alive for ever."""
    _serves_with(ping_interval=None)


def waits_for_ever() -> None:
    """Gives a connection all the time of the world to say what it is."""
    _serves_with(open_timeout=None)
    conversations.HELLO_WITHIN_S = 1e6


def keeps_everything() -> None:
    """Keeps every frame for a phone that does not read."""
    server.SocketLine.keeps_up = True


def is_too_full() -> None:
    """Refuses some handshakes."""
    answers = server.PollingServer._answer
    count = 0

    async def answer(self: server.PollingServer, connection: Any, request: Request) -> Response | None:
        nonlocal count
        count += 1
        if count % REFUSES_EVERY == 0:
            status = HTTPStatus.SERVICE_UNAVAILABLE
            return Response(status.value, status.phrase, server.Headers([("Connection", "close")]), b"")
        return await answers(self, connection, request)

    server.PollingServer._answer = answer


def counts_tasks() -> None:
    """No mistake: leaves the number of its asyncio tasks in a file of the data folder."""
    runs = live.LiveSession.run

    async def run(self: live.LiveSession) -> None:
        counting = asyncio.create_task(_count_tasks(self._store.path.parents[1] / "tasks"))
        try:
            await runs(self)
        finally:
            counting.cancel()

    live.LiveSession.run = run


async def _count_tasks(path: Path) -> None:
    while True:
        part = path.with_suffix(".part")
        part.write_text(str(len(asyncio.all_tasks())), "utf-8")
        part.replace(path)
        await asyncio.sleep(1)


def _bears_silence(ms: int) -> None:
    presence.SILENT_MS = seats.SILENT_MS = ms


def _serves_with(**changed: Any) -> None:
    serve = server.serve
    server.serve = lambda *given, **options: serve(*given, **{**options, **changed})


MODES: dict[str, Callable[[], None]] = {
    each.__name__: each
    for each in (
        tells_first,
        swallows_errors,
        never_flushes,
        marks_often,
        marks_unsafely,
        hurries,
        dozes_off_soon,
        trusts_sockets,
        never_pings,
        waits_for_ever,
        keeps_everything,
        is_too_full,
        counts_tasks,
    )
}

if __name__ == "__main__":
    for mode in reversed(sys.argv[1].split(",")):
        MODES[mode]()
    sys.exit(program.main(sys.argv[2:]))
