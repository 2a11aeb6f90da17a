"""The thinnest server this library allows: joins, answers, acks, a tally to the host every 50 ms. It validates nothing,
stores nothing and knows no phases: the limit that ours is measured against. With --store it commits each batch first.

Prints its port as one line.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import sqlite3
from pathlib import Path

from websockets.asyncio.server import ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed

TALLY_EVERY_S = 0.05


class Bare:
    """All clients in one set; the last frame of a question goes to all."""

    def __init__(self, store: Path | None) -> None:
        self.clients: set[ServerConnection] = set()
        self.host: ServerConnection | None = None
        self.counts: dict[str, int] = {}
        self.answered = 0
        self.is_counted = True
        self.waiting: list[tuple[ServerConnection, dict[str, object]]] = []
        self.arrived = asyncio.Event()
        self.store = None if store is None else _opened(store)

    async def converse(self, connection: ServerConnection) -> None:
        first = json.loads(await connection.recv())
        if first["type"] == "teach":
            self.host = connection
        else:
            self.clients.add(connection)
            await connection.send('{"type":"welcome"}')
        try:
            async for frame in connection:
                message = json.loads(frame)
                if message["type"] == "answer":
                    self.waiting.append((connection, message))
                    self.arrived.set()
                else:
                    broadcast(self.clients, _encoded({"type": "state", "filling": message.get("filling", "")}))
        except ConnectionClosed:
            pass
        finally:
            self.clients.discard(connection)

    async def answer(self) -> None:
        while True:
            await self.arrived.wait()
            self.arrived.clear()
            batch, self.waiting = self.waiting, []
            if self.store is not None:
                await asyncio.to_thread(_commit, self.store, len(batch))
            for connection, message in batch:
                value = json.dumps(message["value"])
                self.counts[value] = self.counts.get(value, 0) + 1
                self.answered += 1
                self.is_counted = False
                broadcast([connection], _encoded({"type": "ack", "revision": message["revision"]}))

    async def tell(self) -> None:
        while True:
            await asyncio.sleep(TALLY_EVERY_S)
            if not self.is_counted and self.host is not None:
                self.is_counted = True
                tally = {"type": "tally", "answered": self.answered, "counts": self.counts}
                broadcast([self.host], _encoded(tally))


def _encoded(message: dict[str, object]) -> str:
    return json.dumps(message, separators=(",", ":"))


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE answers (body TEXT)")
    return connection


def _commit(connection: sqlite3.Connection, rows: int) -> None:
    with connection:
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO answers VALUES (?)", [("x" * 120,)] * rows)


async def _serve(store: Path | None) -> None:
    gc.set_threshold(50_000, 50, 50)  # as ours does: an early look would count against it
    bare = Bare(store)
    async with serve(bare.converse, "127.0.0.1", 0, compression=None, backlog=4096) as server:
        print(next(iter(server.sockets)).getsockname()[1], flush=True)
        await asyncio.gather(bare.answer(), bare.tell())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path)
    asyncio.run(_serve(parser.parse_args().store))
