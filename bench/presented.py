"""The figures of presenting: what they are, what is aimed at, and their part of the page. The measuring is done in
processes of their own, by bench/starting.py and bench/presenting.py."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from show import SLIDES, hang_photo, lesson

STARTS = 7
RUNS = 3
TITLE = "## Presenting"
INTRODUCTION = f"""\
{TITLE}

What the teacher's app does on one laptop: it starts, goes to the next slide, paints, and shows a film. Without a
graphics card or a screen, the board 1920 x 1080. A start has all cores; later the app has one and the server another.
Where others may have stood in its way, the last column has the processor time of the app; a time without it *is*
processor time.
"""
METHOD = """
- *The start* is `python -m presenter` with a lesson of {slides} slides, a fresh process and a fresh data folder each
  time, its Python files compiled before; the median of {starts} starts. *Windows asked for* is when everything is
  loaded and built; *first slide* is the end of the first paint event of the board that shows one, which is the join
  screen: for that the server was started, the lesson read and stored, and the room told.
- *Next* is a press of the arrow key on the console until the end of the first paint event of the board that shows the
  next slide, through the real server, which stores it first; the median of a walk through the lesson. Laying
  out and painting a slide for the first time is in it. The picture then still fades in.
- *Paint* is one slide on a picture of 1920 x 1080, painted before, so that its lines are laid out; the median of the
  medians of each such slide of the lesson. *Overview* is what is made when the overview of all slides opens, the first
  time with nothing laid out before; a photo of 12 million pixels is among it.
- *A film's frame* of 1920 x 1080 is one that a decoder in the processor gives (YUV 4:2:0), until board and console are
  painted. Without a graphics card most of it is Qt's change of colours: one call, which nothing of ours can make
  faster. What is ours is in the row below it. With a graphics card Qt lets that do it, which is not measured here.
- *Too much text* is the look through a lesson of 60 slides for what cannot be read from the back. It begins after the
  first slide came and takes one slide at a time, so that nothing waits for it longer than for one.
"""


@dataclass(frozen=True)
class Row:
    """One thing that is measured: its name on the page, its name in the figures, how many digits, and the aim."""

    title: str
    name: str
    aim_ms: float | None = None
    digits: int = 1


ROWS = (
    Row("start: process to windows asked for", "asked", None, 0),
    Row("start: windows asked for to the first window painted", "window_after", None, 0),
    Row("start: windows asked for to the first slide on the board", "slide_after", 500, 0),
    Row("start: process to the first slide on the board", "slide", None, 0),
    Row("*next* key to the next slide on the board", "next", 50),
    Row("paint a quiz, its options as cards", "paint_cards", 3),
    Row("paint a quiz, its results as bars", "paint_bars", 3),
    Row("paint a slide of text", "paint_text", 5),
    Row("the same for the first time", "paint_text_first"),
    Row(f"overview of {SLIDES} slides, first time", "overview", 200, 0),
    Row("overview again", "overview_again", None, 0),
    Row("a film's frame, 1920 x 1080", "film_frame", 8),
    Row("of that: painting it on board and console", "film_paint"),
    Row("too much text: 60 usual slides, in all", "fullness", None, 0),
    Row("too much text: the longest for one slide", "fullness_longest"),
)
Presented = dict[str, float]
"""Milliseconds by the names of the rows; with `_cpu` behind it, the processor time of the same."""


def presented() -> Presented:
    """Start the app and present, some times each; the medians."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "lesson").mkdir()
        hang_photo(place / "lesson")
        (place / "lesson" / "lesson.md").write_text(lesson(), "utf-8")
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = str(place / "compiled")
        starts = [_after(_run("starting.py", place, environment)) for _ in range(STARTS + 1)][1:]
        runs = [_run("presenting.py", place, environment) for _ in range(RUNS)]
    return _medians(starts) | _medians(runs)


def section(found: Presented, machine: str) -> str:
    """The part of the page."""
    how = METHOD.format(slides=SLIDES, starts=STARTS)
    return "\n".join([INTRODUCTION, f"{machine}\n", *_table(found), how.rstrip()])


def missed(found: Presented) -> list[str]:
    """The aims that are not reached, in words."""
    return [" ".join(line.split()) for line in _table(found) if "(missed)" in line]


def _table(found: Presented) -> Iterator[str]:
    yield "| what | ms | aim | processor, ms |"
    yield "|---|---|---|---|"
    for row in ROWS:
        if row.name not in found:
            continue
        aim = "" if row.aim_ms is None else f"≤ {row.aim_ms:g}" + ("" if found[row.name] <= row.aim_ms else " (missed)")
        used = found.get(f"{row.name}_cpu")
        spent = "" if used is None else f"{used:.{row.digits}f}"
        yield f"| {row.title} | {found[row.name]:.{row.digits}f} | {aim} | {spent} |"


def _run(script: str, place: Path, environment: dict[str, str]) -> Presented:
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, str(Path(__file__).with_name(script)), str(place / "lesson"), data]
        asked = str(time.monotonic())
        done = subprocess.run(
            [*command, asked], stdout=subprocess.PIPE, text=True, check=True, env=environment,
            preexec_fn=lambda: os.sched_setaffinity(0, range(os.cpu_count() or 1)),
        )  # fmt: skip
    return {name: float(value) for name, value in json.loads(done.stdout.splitlines()[-1]).items()}


def _after(moments: Presented) -> Presented:
    """The moments of a start, those after the windows were asked for from then on."""
    told = {name: moments[name] for name in ("asked", "asked_cpu", "slide", "slide_cpu")}
    for name in ("window", "slide"):
        told |= {f"{name}_after{of}": moments[name + of] - moments["asked" + of] for of in ("", "_cpu")}
    return told


def _medians(runs: list[Presented]) -> Presented:
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}
