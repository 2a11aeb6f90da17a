"""`make bench`: our server beside the bare one, interleaved in one run; prints ratios and writes docs/performance.md.

Each server runs on one core and the generator on the other. Every run is a fresh process; of the runs of one size the
median is taken. Linux only: it reads /proc.
"""

from __future__ import annotations

import asyncio
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

from load import RawPhone, percentile
from servers import Bare, Ours

SERVER_CORE, LOAD_CORE = 0, 1
SIZES = (30, 300, 1000)
RUNS = 3
BURSTS = 5
PAGE = Path(__file__).parents[1] / "docs" / "performance.md"

Make = Callable[[], Bare | Ours]
SERVERS: dict[str, Make] = {
    "ours": lambda: Ours(SERVER_CORE),
    "bare": lambda: Bare(SERVER_CORE),
    "bare, stores": lambda: Bare(SERVER_CORE, stores=True),
}


@dataclass(frozen=True)
class Figures:
    """One run. Times in milliseconds, processor time in seconds, memory in kilobytes."""

    joined_ms: float
    asked_ms: float
    ack_p50_ms: float
    ack_p99_ms: float
    cpu_s_per_1000: float
    kb_per_phone: float
    frames: float


ROWS = {
    "joined_ms": ("last phone joined", (2.0, 1.5, 1.5)),
    "asked_ms": ("question to last phone", (1.5, 1.3, 1.3)),
    "ack_p99_ms": ("all answer at one instant, ack p99", (6.0, 2.0, 2.0)),
    "cpu_s_per_1000": ("processor time per 1000 answers", (3.0, 2.5, 2.5)),
    "kb_per_phone": ("memory per phone (KB, ours)", (25.0, 20.0, 20.0)),
}
"""What is measured, and the ratio to the bare server (for memory: KB) that is wanted at each size."""


async def measured(server: Bare | Ours, count: int) -> Figures:
    """Join, ask, and let everyone answer at one instant, a few times."""
    host = await RawPhone.opened(server.port)
    host.send(server.host_hello)
    empty_kb = server.memory_kb
    began = time.perf_counter()
    phones = await asyncio.gather(*(_joined(server, number) for number in range(count)))
    joined_ms = (time.perf_counter() - began) * 1000
    kb_per_phone = (server.memory_kb - empty_kb) / count

    listening = [asyncio.create_task(phone.until(b"state")) for phone in phones]
    await asyncio.sleep(0.05)
    began = time.perf_counter()
    host.send(server.ask)
    await asyncio.gather(*listening)
    asked_ms = (time.perf_counter() - began) * 1000

    acks: list[float] = []
    frames = sum(phone.frames for phone in phones)
    cpu_s = server.cpu_s
    for burst in range(1, BURSTS + 1):
        acks += await _burst(server, phones, burst)
    cpu_s = server.cpu_s - cpu_s
    answers = BURSTS * count
    frames = sum(phone.frames for phone in phones) - frames
    for phone in (*phones, host):
        phone.close()
    return Figures(
        joined_ms=joined_ms,
        asked_ms=asked_ms,
        ack_p50_ms=percentile(acks, 0.5),
        ack_p99_ms=percentile(acks, 0.99),
        cpu_s_per_1000=cpu_s * 1000 / answers,
        kb_per_phone=kb_per_phone,
        frames=frames / answers,
    )


async def _joined(server: Bare | Ours, number: int) -> RawPhone:
    phone = await RawPhone.opened(server.port)
    phone.send(server.hello(number))
    await phone.until(b"welcome")
    return phone


async def _burst(server: Bare | Ours, phones: list[RawPhone], revision: int) -> list[float]:
    """Everyone answers at one instant; how long each waits for its ack, in milliseconds."""
    began = time.perf_counter()
    for number, phone in enumerate(phones):
        phone.send(server.answer(number, revision))

    async def acked(phone: RawPhone) -> float:
        await phone.until(b"ack")
        return (time.perf_counter() - began) * 1000

    return list(await asyncio.gather(*(acked(phone) for phone in phones)))


def medians(runs: list[Figures]) -> Figures:
    """The median of each figure."""
    return Figures(
        **{field.name: statistics.median(getattr(run, field.name) for run in runs) for field in fields(Figures)}
    )


def compare(count: int) -> dict[str, Figures]:
    """Each server RUNS times, in turn."""
    runs: dict[str, list[Figures]] = {name: [] for name in SERVERS}
    for _ in range(RUNS):
        for name, make in SERVERS.items():
            server = make()
            try:
                runs[name].append(asyncio.run(measured(server, count)))
            finally:
                server.end()
    return {name: medians(each) for name, each in runs.items()}


def page(found: dict[int, dict[str, Figures]]) -> str:
    """docs/performance.md."""
    lines = [
        "# Performance",
        "",
        "Our server beside the thinnest server that the same websocket library allows (`bench/bare_server.py`): that",
        "one validates nothing, stores nothing and knows no phases. Ours writes every join and every answer to disk",
        "before it says so. Times on a shared machine mean little; the ratios of one interleaved run mean something.",
        "The load comes from one Python process, which is busy as well: that pulls ratios towards 1.",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}, {platform.system()}, {os.cpu_count()} cores,",
        f"Python {platform.python_version()};",
        f"the server on one core, the load on the other; medians of {RUNS} runs. `make bench` measures again.",
        "",
        "| what | phones | ours | bare | bare that stores | ours : bare | goal | ours : bare that stores |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, (title, goals) in ROWS.items():
        for count, goal in zip(found, goals, strict=False):
            ours, bare, stores = (getattr(found[count][server], name) for server in SERVERS)
            shown = ours if name == "kb_per_phone" else ours / bare if bare else float("nan")
            mark = "" if shown <= goal else " (missed)"
            lines.append(
                f"| {title} | {count} | {ours:.2f} | {bare:.2f} | {stores:.2f} | {ours / bare if bare else 0:.2f} "
                f"| ≤ {goal:g}{mark} | {ours / stores if stores else 0:.2f} |"
            )
    frames = {count: found[count]["ours"].frames for count in found}
    lines += [
        "",
        f"Frames to one phone for one answer of its own: {', '.join(f'{f:.2f} at {c}' for c, f in frames.items())}.",
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure, print, write."""
    os.sched_setaffinity(0, {LOAD_CORE})
    found = {count: compare(count) for count in SIZES}
    text = page(found)
    PAGE.write_text(text, "utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
