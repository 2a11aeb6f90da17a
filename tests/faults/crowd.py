"""A class of phones in a process of its own (tests/faults/phones.py), and the checks that hold what they were told
against what is stored. Knows nothing of the server but where it listens."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.polling_process import HOUSE
from tests.recount import Recount
from tests.wire_clients import PATIENCE_S

Seen = dict[str, Any]


class Crowd:
    """So many phones at a join address. `inside` is a command to run them in, as `ip netns exec NAME`."""

    def __init__(self, join_url: str, count: int, *, inside: Sequence[str] = (), **options: Any) -> None:
        parts = urlsplit(join_url)
        told = {"host": parts.hostname, "port": parts.port or 80, "room_code": parts.path.strip("/"), "count": count}
        self.count = count
        self._process = subprocess.Popen(
            [*inside, sys.executable, "-m", "tests.faults.phones", json.dumps(told | options)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=HOUSE,
            text=True,
        )

    def does(self, word: str) -> Seen:
        """Say one word; how the phones do."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the phones stopped"
        seen: Seen = json.loads(line)
        return seen

    def waits_until(self, such: Callable[[Seen], bool], within_s: float = PATIENCE_S) -> Seen:
        """Look until this holds. Fails after a while."""
        until_s = time.monotonic() + within_s
        while not such(seen := self.does("look")):
            assert time.monotonic() < until_s, seen
            time.sleep(0.05)
        return seen

    def is_here(self, within_s: float = PATIENCE_S) -> None:
        """Wait until every phone is in."""
        self.waits_until(lambda seen: seen["here"] == self.count, within_s)

    def answers_more(self, count: int) -> None:
        """Wait until so many more answers were acknowledged."""
        before: int = self.does("look")["acks"]
        self.waits_until(lambda seen: seen["acks"] >= before + count)

    def tells(self) -> list[Seen]:
        """All histories; the phones stop."""
        histories: list[Seen] = self.does("end")["histories"]
        self._process.wait(10)
        return histories

    def ends(self) -> None:
        """Stop the process, if it still runs, and let go of its pipes."""
        if self._process.poll() is None:
            self._process.kill()
        with self._process:
            pass


def broken_promises(histories: Sequence[Seen], stored: Recount) -> list[str]:
    """Where the file is not what the phones were told: an acknowledged answer that is gone, an answer that nobody
    sent, a student who is somebody else, a row that must not be."""
    wrong = list(stored.faults)
    owners = {each["participants"][0]: each for each in histories if each["participants"]}
    wrong += [f"{each['name']} came back as {each['participants']}" for each in histories if each["participants"][1:]]
    for participant, history in owners.items():
        for key, revision in history["acked"].items():
            kept, _ = _stored(stored, key, participant)
            if kept < revision:
                wrong.append(f"lost: {participant} {key} was told {revision}, stored is {kept}")
    for (slide, round_), answers in stored.answers.items():
        for participant, (revision, value) in answers.items():
            sent = owners.get(participant, {"sent": {}})["sent"].get(f"{slide}/{round_}", {})
            if sent.get(str(revision)) != value:
                wrong.append(f"phantom: {participant} {slide}/{round_} {revision} {value}")
    return wrong


def unserved(histories: Sequence[Seen], stored: Recount) -> list[str]:
    """The last answers of students that were neither stored nor refused: nobody told them, nobody counts them."""
    wrong: list[str] = []
    for history in histories:
        for key, sent in history["sent"].items():
            last = max(map(int, sent))
            kept, _ = _stored(stored, key, history["participants"][0])
            if kept < last and str(last) not in history["refused"].get(key, {}):
                wrong.append(f"unserved: {history['name']} {key} sent {last}, stored is {kept}")
    return wrong


def counted_in_a_copy(store: Path, folder: Path) -> Recount:
    """What stands in a session file that nobody writes now. The file itself is left as it was found."""
    for name in (store.name, f"{store.name}-wal"):
        if store.with_name(name).exists():
            shutil.copy(store.with_name(name), folder / name)
    return Recount(folder / store.name)


def _stored(stored: Recount, key: str, participant: str) -> tuple[int, Any]:
    slide, _, round_ = key.partition("/")
    return stored.answers.get((slide, int(round_)), {}).get(participant, (0, None))
