"""`make bench`: our server beside the bare one, interleaved in one run; prints the page and writes docs/performance.md.

Each server runs on one core and the phones on the other; every run is a fresh process. Linux only: it reads /proc.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
from pathlib import Path

from measure import Figures, measured, medians
from page import BARE, OURS, STORING, Found, missed, page, with_presenting
from painted import Painted, painted
from presented import missed as missed_presenting
from presented import presented
from servers import Bare, BareStoring, Ours, Server

SERVER_CORE, LOAD_CORE = 0, 1
SIZES, LARGE_SIZES = (30, 300, 1000), (3000, 10_000)
RUNS, CLEANEST = 5, 3
PAINTS = 2
"""The app is run so many times for each size; the run counts in which it waited least for its core."""
FIRST = " Others used the machine; what is measured went first."
PAGE = Path(__file__).parents[1] / "docs" / "performance.md"


def compare(count: int, runs: int) -> Found:
    """Each server so many times, in turn; of each the medians of its cleanest runs."""
    found: dict[str, list[Figures]] = {OURS: [], BARE: [], STORING: []}
    for number in range(runs):
        for name, figures in found.items():
            run = measured(_started(name, count, found), count)
            figures.append(run)
            print(_line(count, number, name, run), file=sys.stderr, flush=True)
    cleanest = {name: sorted(each, key=lambda run: run.waited_ms)[:CLEANEST] for name, each in found.items()}
    return {name: medians(each) for name, each in cleanest.items()}


def _started(name: str, count: int, found: dict[str, list[Figures]]) -> Server:
    if name == OURS:
        return Ours(SERVER_CORE, count)
    return (Bare if name == BARE else BareStoring)(SERVER_CORE, round(found[OURS][-1].weight))


def _line(count: int, number: int, name: str, run: Figures) -> str:
    return (
        f"{count:6} phones, run {number + 1}, {name:16}: joined {run.joined_ms:.1f}, asked {run.asked_ms:.2f}, "
        f"ack {run.ack_p50_ms:.1f}/{run.ack_p99_ms:.1f}, tally {run.tally_p99_ms:.1f} ms, "
        f"cpu {run.cpu_ms_per_1000:.1f} ms per 1000, {run.kb_per_phone:.1f} KB, lost {run.lost:.0f}; "
        f"waited {run.server_waited_ms:.0f}+{run.load_waited_ms:.0f} ms, "
        f"busy {run.server_share:.2f}+{run.load_share:.2f}"
    )


def _painted(count: int) -> Painted:
    return min((painted(count) for _ in range(PAINTS)), key=lambda run: run.waited_share)


def _how(runs: int, is_first: bool) -> str:
    told = f"Medians of the {min(runs, CLEANEST)} cleanest of {runs} runs; above 1000 phones one run."
    return told + FIRST if is_first else told


def _present(is_dry: bool, is_first: bool) -> int:
    """Measure presenting alone, and leave the rest of the page as it is."""
    shown = presented()
    text = with_presenting(PAGE.read_text("utf-8"), shown, FIRST if is_first else "")
    print(text)
    print("\n".join(missed_presenting(shown)) or "every goal is reached", file=sys.stderr)
    if not is_dry:
        PAGE.write_text(text, "utf-8")
    return 0


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of phones (default: 30 300 1000)")
    parser.add_argument("--runs", type=int, default=RUNS, help="of each server and size (default: %(default)s)")
    parser.add_argument("--large", action="store_true", help="3000 and 10,000 phones too, once")
    parser.add_argument("--no-paint", action="store_true", help="leave out the app: from a tap to the board")
    parser.add_argument("--presenting", action="store_true", help="measure only what the teacher's app does by itself")
    parser.add_argument("--first", action="store_true", help="before all else on a busy machine (needs root)")
    parser.add_argument("--dry", action="store_true", help="leave docs/performance.md as it is")
    options = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    os.sched_setaffinity(0, {LOAD_CORE})
    if options.first:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    if options.presenting:
        return _present(options.dry, options.first)
    found = {count: compare(count, options.runs) for count in options.sizes}
    found |= {count: compare(count, 1) for count in LARGE_SIZES if options.large}
    seen = {count: _painted(count) for count in options.sizes if not options.no_paint}
    shown = {} if options.no_paint else presented()
    text = page(found, seen, shown, _how(options.runs, options.first))
    print(text)
    print("\n".join([*missed(found, seen), *missed_presenting(shown)]) or "every goal is reached", file=sys.stderr)
    if not options.dry:
        PAGE.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
