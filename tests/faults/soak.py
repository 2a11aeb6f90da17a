"""`make soak`: a long lesson for a large class with joins and leaves, while the server's memory, files and tasks are
watched. Not a test that pytest runs: it takes half an hour, or `--minutes`. Linux only: it reads /proc.

First the class answers every question once, quickly, for what is kept of an answer costs memory by right. Then all are
asked again, and what comes now only replaces what is there: the memory should stand still. The exit code is 1 when it
grows by more than 1 MB in ten minutes after the warm-up, or when files or tasks have become more.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from polling import commands
from tests.faults.conftest import lesson_of
from tests.faults.crowd import Crowd, broken_promises, unserved
from tests.polling_process import PollingProcess
from tests.recount import Recount
from tests.wire_clients import WireTeacher

PHONES, QUESTIONS, LEAVE = 300, 60, 10
WARM_UP = 0.2
"""The share of the time that is not judged."""
MAY_GROW_MB = 1.0
"""In ten minutes."""
MAY_DIFFER = 10
"""Files and tasks that come and go."""


@dataclass(frozen=True)
class Sample:
    """The server at one moment, in seconds since the start."""

    at_s: float
    memory_mb: float
    files: int
    tasks: int


def main() -> int:
    """Run, print a line for each question, and judge."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.soak", description="A long lesson, watched.")
    parser.add_argument("--minutes", type=float, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lesson, data = Path(folder) / "les.md", Path(folder) / "data"
        lesson.write_text(lesson_of(QUESTIONS), "utf-8")
        data.mkdir()
        server = PollingProcess(lesson, data, program=("tests.faults.broken", "counts_tasks"))
        crowd = Crowd(server.join_url, PHONES, pace_s=options.minutes * 60 / QUESTIONS / 2)
        try:
            crowd.is_here()
            samples = give(server, crowd, options.minutes * 60)
            stored = Recount(server.store)
            histories = crowd.tells()
            wrong = broken_promises(histories, stored) + unserved(histories, stored) + verdict(samples)
        finally:
            crowd.ends()
            server.ends()
    print("\n".join(wrong) or "all well")
    return 1 if wrong else 0


def give(server: PollingProcess, crowd: Crowd, duration_s: float) -> list[Sample]:
    """Ask all questions once, and all again in that time; some students leave during each, others come back."""
    teacher = WireTeacher(server.teacher_url)
    for number in range(QUESTIONS):
        asks(teacher, commands.GoTo(f"s{number + 1}"))
        crowd.waits_until(lambda seen: seen["asked"] == crowd.count)
        crowd.does("once")
        crowd.does("settle")
    samples: list[Sample] = []
    began_s = time.monotonic()
    for number in range(QUESTIONS):
        teacher.does(commands.GoTo(f"s{number + 1}"))
        asks(teacher, commands.Reopen())
        crowd.does("answer")
        until_s = began_s + duration_s * (number + 1) / QUESTIONS
        time.sleep(max(0.0, until_s - time.monotonic()) / 2)
        crowd.does(f"leave {LEAVE}")
        time.sleep(max(0.0, until_s - time.monotonic()))
        crowd.does("quiet")
        crowd.does("settle")
        crowd.waits_until(lambda seen: seen["here"] == crowd.count - LEAVE)
        samples.append(sample(server, time.monotonic() - began_s))
        print(samples[-1], flush=True)
    crowd.does("leave 0")
    crowd.is_here()
    crowd.does("settle")
    teacher.closes()
    return samples


def asks(teacher: WireTeacher, command: commands.Command) -> None:
    """Do this and see that a question is asked."""
    teacher.forgets()
    teacher.does(command)
    teacher.sees(lambda position: position.phase == "asking")


def sample(server: PollingProcess, at_s: float) -> Sample:
    """The server now."""
    files = len(list(Path(f"/proc/{server.pid}/fd").iterdir()))
    tasks = int((server.data / "tasks").read_text("utf-8"))
    return Sample(round(at_s, 1), server.memory_kb / 1024, files, tasks)


def verdict(samples: Sequence[Sample]) -> list[str]:
    """What is wrong with how the server did, after the warm-up."""
    judged = samples[int(len(samples) * WARM_UP) :]
    times = [each.at_s for each in judged]
    growth = statistics.linear_regression(times, [each.memory_mb for each in judged]).slope * 600
    print(f"memory: {growth:+.2f} MB in ten minutes")
    wrong = [] if growth <= MAY_GROW_MB else [f"the memory grows by {growth:.2f} MB in ten minutes"]
    for what in ("files", "tasks"):
        counts = [getattr(each, what) for each in judged]
        print(f"{what}: {min(counts)} to {max(counts)}")
        if counts[-1] - counts[0] > MAY_DIFFER:
            wrong.append(f"{what}: {counts[0]} after the warm-up, {counts[-1]} at the end")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
