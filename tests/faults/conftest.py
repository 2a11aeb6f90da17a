"""What the fault tests share: servers, classes of phones, and what this machine must be able to do.

Every fault has a short version, which runs with all other tests, and a long one for `make faults`; and a control, in
which a server or a phone is broken on purpose and the same check must notice.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.faults.crowd import Crowd
from tests.faults.link import Link
from tests.faults.school import School
from tests.polling_process import PollingProcess

Start = Callable[..., PollingProcess]
StartCrowd = Callable[..., Crowd]


def lesson_of(count: int) -> str:
    """A lesson of so many questions, s1 and on, each with a clock that outlasts every test."""
    questions = (
        f"<!-- kind: poll\n     time: 60:00 -->\n\n# Vraag {number}\n\n- [ ] Een\n- [ ] Twee\n- [ ] Drie\n- [ ] Vier"
        for number in range(1, count + 1)
    )
    return "---\ntitle: Geluid\nlanguage: nl\n---\n\n" + "\n\n---\n\n".join(questions)


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    """A lesson of six questions."""
    path = tmp_path / "les.md"
    path.write_text(lesson_of(6), "utf-8")
    return path


@pytest.fixture
def start_server(tmp_path: Path, lesson: Path) -> Iterator[Start]:
    """Starts polling servers, also broken ones (`modes`), that end with the test."""
    started: list[PollingProcess] = []

    def start(modes: str = "", arguments: Sequence[str] = (), **options: Any) -> PollingProcess:
        data = tmp_path / f"data{len(started)}"
        data.mkdir()
        program = ("tests.faults.broken", modes) if modes else ("polling",)
        started.append(PollingProcess(lesson, data, *arguments, program=program, **options))
        return started[-1]

    yield start
    for process in started:
        process.ends()


@pytest.fixture
def start_crowd() -> Iterator[StartCrowd]:
    """Starts classes of phones that end with the test."""
    started: list[Crowd] = []

    def start(join_url: str, count: int, **options: Any) -> Crowd:
        started.append(Crowd(join_url, count, **options))
        return started[-1]

    yield start
    for crowd in started:
        crowd.ends()


@pytest.fixture
def needs() -> Callable[..., None]:
    """Says which programs and devices of a Linux, and whether root, a test needs. Where one is missing the test is
    skipped, but on CI it fails."""

    def needs(*tools: str, root: bool = True) -> None:
        missing = [tool for tool in tools if not shutil.which(tool) and not Path(tool).exists()]
        if sys.platform != "linux":
            missing = ["Linux"]
        elif root and os.geteuid() != 0:
            missing.append("root")
        if missing and os.environ.get("CI"):
            pytest.fail(f"this test needs {' and '.join(missing)}")
        if missing:
            pytest.skip(f"this test needs {' and '.join(missing)}")

    return needs


@pytest.fixture
def link(needs: Callable[..., None]) -> Iterator[Link]:
    """A network of this test's own; gone when the test is over."""
    needs("ip", "/dev/net/tun")
    with Link() as link:
        yield link


@pytest.fixture
def school(needs: Callable[..., None]) -> Iterator[School]:
    """Namespaces of this test's own; gone when it is over."""
    needs("ip", "nft", "sysctl")
    with School() as school:
        yield school
