"""docs/performance.md: figures -> a page. It measures nothing."""

from __future__ import annotations

import os
import platform
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from math import nan

from measure import BURST_QUESTION, BURSTS, Figures
from painted import Painted
from presented import TITLE, Presented, section

OURS, BARE, STORING = "ours", "bare", "bare that stores"
Found = dict[str, Figures]
"""By the name of the server."""
POLL_GOALS_MS = {30: 60, 300: 80, 1000: 150}
WORD_GOAL_MS = 700
CLASSES = {30: "A class of 30", 300: "A hall of 300", 1000: "A school of 1000"}

INTRODUCTION = """\
# Performance

Our server beside the thinnest server that the same websocket library allows (`bench/bare_server.py`). That one
validates nothing, stores nothing and knows no phases: it is the limit of what ours could do. Ours writes every join
and every answer to disk, flushed, before it says so. A second bare one does that with answers too, with one flush
for all that have arrived. Milliseconds say little on a shared machine; the ratio of two servers measured side by side
says much.

`make bench` measures again and writes this page (Linux). `make bench BENCH=--large` adds 3000 and 10,000 phones,
`make bench BENCH="--sizes 30 --runs 1 --dry"` has a quick look and leaves the page as it is, and
`make bench BENCH=--presenting` measures only what the teacher's app does by itself.
"""
PAINTED = """
## From a tap to the board

The real app with its two windows (the board 1920 x 1080), its real server, and phones that answer one after another:
from the moment a phone sends its tap to the end of the paint event of the board that shows it. Meanwhile the board
keeps moving; the table says how many pictures a second it paints. A word counts when it has come in by half. Without a
graphics card or a screen. The app has one core, the server and the phones share the other; the last column is the share
of the time in which something else had the app's core.
"""
METHOD_TITLE = "## How it is measured"
METHOD = """
## How it is measured

- The server has one core and the phones have another. Each run is a fresh server process. Ours, the bare one and the
  one that stores take turns, and of the runs of one size the medians of the cleanest count: those in which server and
  phones waited least for their core because something else ran on it. The table below has that wait; a server's own
  two threads, one of which writes, wait for one another in it as well.
- The phones are one process that handles its sockets by hand (`bench/load.py`). The table below has the share of its
  core that it used: far from 100%, it is not what is measured.
- *Joined*: everyone connects at one instant; until the last one is welcome. Never more than 1000 at a time.
- *Question*: from the teacher's command to the last phone that has the new state; the median of {asks} questions. The
  bare server sends as many bytes. Ours first stores that it asks: a flush and two changes of thread, just under a
  millisecond whatever the number of phones, which is much beside 30 phones and nothing beside 300.
- *Burst*: everyone answers at one instant, {bursts} times.
- *Stream*: everyone answers once, spread over a second; from an answer to the tally on the teacher's screen that counts
  it. The bare server tells a tally every 50 ms.
- *Lost*: answers that were not acknowledged, or are not in the file of a server that was killed right after.
"""


@dataclass(frozen=True)
class Row:
    """One thing that is measured: its name, its field in Figures, how many digits, and the goal for each size."""

    title: str
    field: str
    goals: dict[int, float]
    digits: int = 1
    is_absolute: bool = False
    """True where the goal is for ours, and not for the ratio to the bare server."""


def _goals(thirty: float, more: float) -> dict[int, float]:
    return {30: thirty, 300: more, 1000: more, 3000: more}


ROWS = (
    Row("last phone joined, ms", "joined_ms", _goals(2.0, 1.5)),
    Row("question to the last phone, ms", "asked_ms", _goals(1.5, 1.3), 2),
    Row("burst: answer to ack, median, ms", "ack_p50_ms", {}),
    Row("burst: answer to ack, 99%, ms", "ack_p99_ms", _goals(6.0, 2.0)),
    Row("stream: answer to the teacher's tally, 99%, ms", "tally_p99_ms", {}),
    Row("processor time per 1000 answers, ms", "cpu_ms_per_1000", _goals(3.0, 2.5)),
    Row("memory per phone, KB", "kb_per_phone", _goals(25.0, 20.0), is_absolute=True),
    Row("frames to one phone in a burst, most", "frames_in_burst", _goals(4, 4), 0, is_absolute=True),
    Row("answers lost", "lost", {30: 0, 300: 0, 1000: 0, 3000: 0, 10_000: 0}, 0, is_absolute=True),
)
"""What is measured, and the ratio to the bare server (or ours itself) that is wanted at each size."""


def page(found: dict[int, Found], painted: dict[int, Painted], presented: Presented, how: str) -> str:
    """The whole page, from what was measured and a sentence that says how."""
    machine = f"{machine_of_today()}\n{how}\n"
    parts = [INTRODUCTION, "## What it means for a class\n", _meaning(found, painted)]
    parts += ["## Beside a bare server\n", machine, *_table(found)]
    if painted:
        parts += [PAINTED, *_paint_table(painted)]
    if presented:
        parts += ["", section(presented, machine)]
    parts += [METHOD.format(bursts=BURSTS, asks=BURST_QUESTION + 1), *_wait_table(found)]
    return "\n".join(parts).strip() + "\n"


def with_presenting(before: str, presented: Presented, how: str) -> str:
    """The page as it was, with these figures of presenting in the place of those it had."""
    head, method, tail = before.partition(METHOD_TITLE)
    head = head.partition(f"{TITLE}\n")[0].rstrip()
    return f"{head}\n\n{section(presented, f'{machine_of_today()}{how}')}\n\n{method}{tail}"


def machine_of_today() -> str:
    """When and on what this is measured."""
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {platform.system()}, {os.cpu_count()} cores ({_processor()}), "
        f"Python {platform.python_version()}."
    )


def missed(found: dict[int, Found], painted: dict[int, Painted]) -> list[str]:
    """The goals that are not reached, in words."""
    lines = [line for line in (*_table(found), *_paint_table(painted)) if "(missed)" in line]
    return [" ".join(line.split()) for line in lines]


def _table(found: dict[int, Found]) -> Iterator[str]:
    yield "| what | phones | ours | bare | bare that stores | ours : bare | goal | ours : bare that stores |"
    yield "|---|---|---|---|---|---|---|---|"
    for row in ROWS:
        for count, each in found.items():
            ours, bare, stores = (getattr(each[name], row.field) for name in (OURS, BARE, STORING))
            ratio, other = _ratio(ours, bare), _ratio(ours, stores)
            goal = _told(ours if row.is_absolute else float(ratio or nan), row.goals.get(count))
            cells = [f"{figure:.{row.digits}f}" for figure in (ours, bare, stores)]
            if row.field == "lost":
                ratio = other = cells[1] = ""
            yield f"| {row.title} | {count} | {' | '.join(cells)} | {ratio} | {goal} | {other} |"


def _ratio(ours: float, theirs: float) -> str:
    return f"{ours / theirs:.2f}" if theirs > 0 else ""


def _told(value: float, goal: float | None) -> str:
    if goal is None:
        return ""
    return f"≤ {goal:g}" + ("" if value <= goal else " (missed)")


def _paint_table(painted: dict[int, Painted]) -> Iterator[str]:
    yield "| what | phones | median, ms | 95%, ms | goal for 95% | pictures a second | app waited |"
    yield "|---|---|---|---|---|---|---|"
    kinds: tuple[tuple[str, str, dict[int, int]], ...] = (
        ("tap to bar of a poll", "poll", POLL_GOALS_MS),
        ("word to word web", "word", dict.fromkeys(painted, WORD_GOAL_MS)),
        ("*next* to the next slide", "next", {}),
    )
    for title, name, goals in kinds:
        for count, each in painted.items():
            p50_ms, p95_ms = (getattr(each, f"{name}_{share}_ms") for share in ("p50", "p95"))
            fps = "" if name == "next" else f"{getattr(each, f'{name}_fps'):.0f}"
            goal, waited = _told(p95_ms, goals.get(count)), f"{each.waited_share:.0%}"
            yield f"| {title} | {count} | {p50_ms:.0f} | {p95_ms:.0f} | {goal} | {fps} | {waited} |"


def _wait_table(found: dict[int, Found]) -> Iterator[str]:
    yield "| phones | server | it waited, ms | phones waited, ms | it is busy in a burst | phones are busy |"
    yield "|---|---|---|---|---|---|"
    for count, each in found.items():
        for name, run in each.items():
            yield (
                f"| {count} | {name} | {run.server_waited_ms:.0f} | {run.load_waited_ms:.0f} "
                f"| {run.server_share:.0%} | {run.load_share:.0%} |"
            )


def _meaning(found: dict[int, Found], painted: dict[int, Painted]) -> str:
    """One paragraph for a teacher, with the figures of this run."""
    told = []
    for count, each in found.items():
        if count in CLASSES:
            ours = each[OURS]
            told.append(
                f"{CLASSES[count]} that scans the code at one instant is in after {ours.joined_ms:.0f} ms; a question "
                f"is on the last phone after {ours.asked_ms:.0f} ms; when all tap at one instant, their answers are on "
                f"the laptop's disk and confirmed after {ours.ack_p99_ms:.0f} ms."
            )
    told += [
        f"With {count} phones an answer moves the bar on the board {each.poll_p50_ms:.0f} ms after the tap."
        for count, each in painted.items()
    ]
    told.append(
        "A blink takes 150 ms. The wifi between phone and laptop comes on top, and is the slower part. "
        f"Answers lost: {sum(each[OURS].lost for each in found.values()):.0f}."
    )
    return textwrap.fill(" ".join(told), 118) + "\n"


def _processor() -> str:
    with open("/proc/cpuinfo", encoding="utf-8") as told:
        return next((line.partition(":")[2].strip() for line in told if line.startswith("model name")), "unknown")
