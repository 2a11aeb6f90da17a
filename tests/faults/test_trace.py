"""Written before acknowledged, seen from outside: what the server asks of the system, in which order, and what a disk
may hold that loses its power at any moment."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from polling import commands
from polling.store import Store, StoreError
from tests.faults.conftest import Start, StartCrowd
from tests.faults.crowd import Seen
from tests.faults.trace import STRACE, Disk, Flush, Sent, Step, Write, read
from tests.recount import Recount
from tests.wire_clients import PATIENCE_S, WireTeacher

Size = Callable[[int, int], int]
Told = dict[tuple[str, str, int], int]
"""The highest revision that each participant was told is stored, by question and round."""
Traced = Callable[[str, int], tuple[list[Step], list[Seen], str]]

_ACK = re.compile(rb'\{"type":"ack","slide":"(\w+)","round":(\d+),"revision":(\d+)\}')
_WELCOME = re.compile(rb'"type":"welcome".*?"participant":"(\w+)"')
_RECORD = re.compile(rb'"participant":"(\w+)","slide":"(\w+)","round":(\d+),"revision":(\d+),')


@pytest.fixture
def traced(needs: Callable[..., None], start_server: Start, start_crowd: StartCrowd, tmp_path: Path) -> Traced:
    """Lets a class answer under strace: the steps, the histories of the phones, and the path of the session file. Where
    marks are kept often, it goes on until the log was folded into the tables."""

    def run(modes: str, answers: int) -> tuple[list[Step], list[Seen], str]:
        needs("strace")
        log = tmp_path / "trace"
        server = start_server(modes, inside=(*STRACE, "-o", str(log)))
        crowd = start_crowd(server.join_url, 20)
        crowd.is_here()
        WireTeacher(server.teacher_url).does(commands.GoTo("s1"))
        crowd.does("answer")
        crowd.answers_more(answers)
        if "marks_often" in modes:
            tables = server.store.stat().st_size
            while server.store.stat().st_size == tables:
                crowd.answers_more(20)
            crowd.answers_more(20)
        server.is_killed()
        until_s = time.monotonic() + PATIENCE_S
        while f"{server.pid} +++ killed by SIGKILL" not in " ".join(log.read_text("ascii")[-400:].split()):
            assert time.monotonic() < until_s
            time.sleep(0.05)
        return read(log), crowd.tells(), str(server.store)

    return run


def acks(sent: Sent, owners: dict[str, str]) -> Iterable[tuple[tuple[str, str, int], int]]:
    """Who is told what in these bytes; `owners` learns whose socket it is."""
    welcomed = _WELCOME.search(sent.data)
    if welcomed is not None:
        owners[sent.socket] = welcomed[1].decode()
    for slide, round_, revision in _ACK.findall(sent.data):
        yield (owners[sent.socket], slide.decode(), int(round_)), int(revision)


def told_too_early(steps: Sequence[Step], store: str) -> list[str]:
    """The acks that left before their record was written to the log and flushed."""
    written: Told = {}
    flushed: Told = {}
    owners: dict[str, str] = {}
    early: list[str] = []
    for step in steps:
        match step:
            case Write(path=path, data=bytes(data)) if path == f"{store}-wal":
                for participant, slide, round_, revision in _RECORD.findall(data):
                    key = participant.decode(), slide.decode(), int(round_)
                    written[key] = max(int(revision), written.get(key, 0))
            case Flush(path=path) if path == f"{store}-wal":
                flushed = dict(written)
            case Sent():
                told = acks(step, owners)
                early += [f"{key} {revision}" for key, revision in told if flushed.get(key, 0) < revision]
    return early


def lost_with_the_power(
    steps: Sequence[Step], histories: Sequence[Seen], store: str, moments: int, folder: Path
) -> tuple[int, list[str]]:
    """How many disks were looked at, and what was wrong on them. The moments are spread over all steps; those after
    the log began anew, when it had been folded into the tables, are always among them."""
    first = next(place for place, step in enumerate(steps) if isinstance(step, Sent) and _ACK.search(step.data))
    anew = [place for place, step in enumerate(steps) if is_log_anew(step, store) and place > first]
    after = {place + more for place in anew for more in range(0, 40, 10)}
    chosen = {*random.Random(moments).sample(range(first, len(steps)), moments), *after}
    disk, told, owners = Disk(), Told(), dict[str, str]()
    looked_at, wrong = 0, list[str]()
    for place, step in enumerate(steps):
        disk.take(step)
        if isinstance(step, Sent):
            told.update(acks(step, owners))
        if place in chosen:
            for word, tables, log in disk.after_power_loss(store):
                looked_at += 1
                wrong += [f"step {place}, {word}: {each}" for each in missing(tables, log, told, histories, folder)]
    return looked_at, wrong


def is_log_anew(step: Step, store: str) -> bool:
    """Whether a write begins the log from its start."""
    return isinstance(step, Write) and step.path == f"{store}-wal" and step.offset == 0


def missing(tables: bytes, log: bytes, told: Told, histories: Sequence[Seen], folder: Path) -> list[str]:
    """What is wrong with a session file that was found after the power came back."""
    path = folder / "found.sqlite3"
    path.write_bytes(tables)
    path.with_name("found.sqlite3-wal").write_bytes(log)
    path.with_name("found.sqlite3-shm").unlink(missing_ok=True)
    try:
        store = Store(path)
        happened = list(store.read())
        store.close()
    except StoreError as reason:
        return [f"all is lost: {reason}"]
    if not happened:
        return ["all is lost: no session"]
    stored = Recount(path)
    sent = {each["participants"][0]: each["sent"] for each in histories}
    found = {
        (participant, slide, round_): kept
        for (slide, round_), answers in stored.answers.items()
        for participant, kept in answers.items()
    }
    lost = [f"{key} {revision} is lost" for key, revision in told.items() if found.get(key, (0, None))[0] < revision]
    phantoms = [
        f"{participant} never sent {revision}"
        for (participant, slide, round_), (revision, value) in found.items()
        if sent[participant][f"{slide}/{round_}"].get(str(revision)) != value
    ]
    return [*stored.faults, *lost, *phantoms]


def test_every_answer_is_flushed_before_it_is_acknowledged(traced: Traced, size: Size, tmp_path: Path) -> None:
    steps, histories, store = traced("marks_often", size(20, 800))
    assert told_too_early(steps, store) == []
    assert any(is_log_anew(step, store) for step in steps[len(steps) // 2 :])
    looked_at, wrong = lost_with_the_power(steps, histories, store, size(15, 150), tmp_path)
    print(f"{len(steps)} steps, {looked_at} disks")
    assert wrong == []


def test_a_server_that_tells_before_it_flushes_is_found_out(traced: Traced, tmp_path: Path) -> None:
    steps, histories, store = traced("tells_first", 100)
    assert told_too_early(steps, store) != []
    assert "is lost" in str(lost_with_the_power(steps, histories, store, 10, tmp_path))


def test_a_server_that_never_flushes_is_found_out(traced: Traced, tmp_path: Path) -> None:
    steps, _, store = traced("never_flushes", 50)
    assert told_too_early(steps, store) != []


def test_a_log_that_is_folded_without_a_flush_is_found_out(traced: Traced, tmp_path: Path) -> None:
    steps, histories, store = traced("marks_often,marks_unsafely", 20)
    assert told_too_early(steps, store) == []
    assert "is lost" in str(lost_with_the_power(steps, histories, store, 0, tmp_path))
