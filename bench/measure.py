"""One run: phones join, are asked, answer at one instant and in a stream; what came of it. It starts no process."""

from __future__ import annotations

import os
import random
import re
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields

from load import Client, Crowd, framed
from servers import QUESTIONS, Server, Use, use_of

BURSTS = 5
BURST_QUESTION, STREAM_QUESTION = QUESTIONS - 2, QUESTIONS - 1
STREAM_S = 1.0
SETTLE_S = 0.15
"""How long nothing happens between two things, so that each begins in peace."""
_ANSWERED = re.compile(rb'^{"type":"tally".*?"answered":(\d+)')


@dataclass(frozen=True)
class Figures:
    """What one run gave. A core was waited for by a process that could have run: others were in its way."""

    joined_ms: float
    asked_ms: float
    ack_p50_ms: float
    ack_p99_ms: float
    tally_p99_ms: float
    cpu_ms_per_1000: float
    kb_per_phone: float
    frames_in_burst: float
    """The most that any phone got while everyone answered once."""
    lost: float
    """Answers that were sent and are not in the file, or were not acknowledged."""
    server_waited_ms: float
    load_waited_ms: float
    server_share: float
    """The share of its core that the server used while answers came in bursts."""
    load_share: float
    """The same for the phones: near 1 they, and not the server, would be what is measured."""
    weight: float
    """Bytes of the frame that tells a phone of a question."""

    @property
    def waited_ms(self) -> float:
        """How long the two waited for a core together: the less, the cleaner the run."""
        return self.server_waited_ms + self.load_waited_ms


class Meter:
    """How long something took, and what the server and the phones used of their cores meanwhile."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self.passed_s = 0.0
        self.server = Use()
        self.load = Use()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Measure what happens in this block, on top of what was measured before."""
        server, load, began_s = self._server.use, use_of(os.getpid()), time.monotonic()
        yield
        self.passed_s += time.monotonic() - began_s
        self.server = self.server.plus(self._server.use.since(server))
        self.load = self.load.plus(use_of(os.getpid()).since(load))


def measured(server: Server, count: int) -> Figures:
    """Let so many phones live through all of it. The server is gone afterwards."""
    crowd = Crowd(server.port)
    tallies: list[tuple[float, int]] = []
    host = crowd.open(framed(server.host_hello), lambda at_s, body: _note(tallies, at_s, body))
    crowd.rest(SETTLE_S)
    empty_kb = server.memory_kb
    whole, bursts = Meter(server), Meter(server)
    with whole.running():
        began_s = time.monotonic()
        phones, joined = crowd.join([framed(server.hello(number)) for number in range(count)])
        kb_per_phone = (server.memory_kb - empty_kb) / count
        crowd.rest(SETTLE_S)
        asked = [_asked(crowd, host, phones, server, question) for question in range(BURST_QUESTION + 1)]
        weight = crowd.weight
        before, most = [phone.frames for phone in phones], 0
        acks: list[float] = []
        for revision in range(1, BURSTS + 1):
            with bursts.running():
                acks += _burst(crowd, phones, server, revision)
            crowd.rest(SETTLE_S)
            after = [phone.frames for phone in phones]
            most, before = max(most, *(now - then for now, then in zip(after, before, strict=True))), after
        _asked(crowd, host, phones, server, STREAM_QUESTION)
        waits, streamed = _stream(crowd, phones, server, tallies)
    crowd.close()
    server.kill()
    sent, acknowledged, kept = (BURSTS + 1) * count, len(acks) + streamed, server.kept()
    return Figures(
        joined_ms=(joined[-1] - began_s) * 1000,
        asked_ms=statistics.median(asked),
        ack_p50_ms=percentile(acks, 0.5),
        ack_p99_ms=percentile(acks, 0.99),
        tally_p99_ms=percentile(waits, 0.99),
        cpu_ms_per_1000=bursts.server.cpu_s * 1e6 / (BURSTS * count),
        kb_per_phone=kb_per_phone,
        frames_in_burst=most,
        lost=sent - min(acknowledged, sent if kept is None else kept),
        server_waited_ms=whole.server.waited_s * 1000,
        load_waited_ms=whole.load.waited_s * 1000,
        server_share=bursts.server.cpu_s / bursts.passed_s,
        load_share=bursts.load.cpu_s / bursts.passed_s,
        weight=weight,
    )


def medians(runs: Sequence[Figures]) -> Figures:
    """The median of each figure; of lost answers the most."""
    middle = {field.name: statistics.median(getattr(run, field.name) for run in runs) for field in fields(Figures)}
    return Figures(**middle | {"lost": max(run.lost for run in runs)})


def percentile(times: Sequence[float], share: float) -> float:
    """The time that this share of all is at or under."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))] if ordered else float("nan")


def _note(tallies: list[tuple[float, int]], at_s: float, body: bytes) -> None:
    found = _ANSWERED.match(body)
    if found is not None:
        tallies.append((at_s, int(found[1])))


def _asked(crowd: Crowd, host: Client, phones: list[Client], server: Server, question: int) -> float:
    """How long until the last phone has the question, in milliseconds."""
    frame = framed(server.ask(question))
    crowd.expect(b"sta", phones)
    began_s = time.monotonic()
    host.send(frame)
    last_s = crowd.wait(len(phones))[-1]
    crowd.rest(SETTLE_S)
    return (last_s - began_s) * 1000


def _burst(crowd: Crowd, phones: list[Client], server: Server, revision: int) -> list[float]:
    """Everyone answers at one instant; how long each waits for its ack, in milliseconds."""
    frames = [framed(server.answer(number, BURST_QUESTION, revision)) for number in range(len(phones))]
    crowd.expect(b"ack", phones)
    began_s = time.monotonic()
    for phone, frame in zip(phones, frames, strict=True):
        phone.send(frame)
    return [(at_s - began_s) * 1000 for at_s in crowd.wait(len(phones))]


def _stream(
    crowd: Crowd, phones: list[Client], server: Server, tallies: list[tuple[float, int]]
) -> tuple[list[float], int]:
    """Everyone answers once, spread over a second: how long until the host has a tally that counts so many answers as
    were sent by then, in milliseconds; and how many were acknowledged."""
    count = len(phones)
    frames = [framed(server.answer(number, STREAM_QUESTION, BURSTS + 1)) for number in range(count)]
    order = random.Random(1).sample(range(count), count)
    begun = _told(tallies)
    crowd.expect(b"ack", phones)
    began_s, sent = time.monotonic(), []
    for place, number in enumerate(order):
        while (early_s := began_s + place * STREAM_S / count - time.monotonic()) > 0:
            crowd.hear(early_s)
        sent.append(time.monotonic())
        phones[number].send(frames[number])
    acknowledged = len(crowd.wait(count))
    until_s = time.monotonic() + 5
    while _told(tallies) < begun + count and time.monotonic() < until_s:
        crowd.hear(0.05)
    return list(_waits(sent, tallies, begun)), acknowledged


def _told(tallies: list[tuple[float, int]]) -> int:
    return tallies[-1][1] if tallies else 0


def _waits(sent: list[float], tallies: list[tuple[float, int]], begun: int) -> Iterator[float]:
    """For each answer in the order of sending, the wait for the first tally that counts it."""
    place = 0
    told = [(at_s, answered - begun) for at_s, answered in tallies if at_s >= sent[0]]
    for number, sent_s in enumerate(sent, 1):
        while place < len(told) and told[place][1] < number:
            place += 1
        if place < len(told):
            yield (told[place][0] - sent_s) * 1000
