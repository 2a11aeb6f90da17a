"""Those who waste the server's time: they dribble a handshake, say nothing, or never read. They are shown the door, and
nobody else waits for them."""

from __future__ import annotations

import json
import select
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from polling import commands, wire
from tests.faults.conftest import Start
from tests.faults.link import LAPTOP, Link
from tests.faults.thin_socket import upgrade
from tests.polling_process import PollingProcess
from tests.wire_clients import PATIENCE_S, WirePhone, WireTeacher

Size = Callable[[int, int], int]
DRIBBLE_EVERY_S = 0.25
STALLED_KB = 256
"""What a phone that does not read may cost at most."""
STALLED = 50
TOLD = 150
"""How often all phones are told something."""
LONG = "De zee is zout. " * 400
"""A text that weighs something on the wire."""
SMALL_BUFFERS = "4096 8192 16384"
"""What the system may hold for a connection, so that what the server keeps is seen soon."""


class Dribblers:
    """Sockets that send one byte now and then: half of them of their handshake, half of their first message."""

    def __init__(self, port: int, count: int) -> None:
        self._rest: dict[socket.socket, bytes] = {}
        for number in range(count):
            dribbler = socket.create_connection(("127.0.0.1", port), timeout=10)
            rest = upgrade("127.0.0.1", port)
            if number % 2:
                dribbler.sendall(rest)
                rest = b"\x81\xfe\x01\x00\0\0\0\0" + b"{" * 200
            dribbler.setblocking(False)
            self._rest[dribbler] = rest

    @property
    def left(self) -> int:
        """How many the server has not closed."""
        return len(self._rest)

    def dribble(self) -> None:
        """One byte from each."""
        select.select(self._rest, [], [], DRIBBLE_EVERY_S)
        for dribbler, rest in list(self._rest.items()):
            self._rest[dribbler] = rest[1:] or b"x"
            if not self._is_open(dribbler, rest[:1]):
                dribbler.close()
                del self._rest[dribbler]

    def close(self) -> None:
        """Let go of those that are left."""
        for dribbler in self._rest:
            dribbler.close()

    def _is_open(self, dribbler: socket.socket, byte: bytes) -> bool:
        try:
            dribbler.send(byte)
            while dribbler.recv(4096):
                pass
        except BlockingIOError:
            return True
        except OSError:
            return False
        return False


def test_those_who_dribble_are_shown_the_door_and_hold_nobody_up(start_server: Start, size: Size) -> None:
    server, patient = start_server(), start_server("waits_for_ever")
    dribblers, others = Dribblers(server.port, size(60, 300)), Dribblers(patient.port, 20)
    WireTeacher(server.teacher_url).does(commands.GoTo("s1"))
    phone = WirePhone(server.join_url, "Ana")
    phone.sees(lambda state: state.question is not None)
    phone.chooses("A")
    assert dribblers.left == size(60, 300)
    until_s = time.monotonic() + PATIENCE_S
    while dribblers.left:
        assert time.monotonic() < until_s
        dribblers.dribble()
        others.dribble()
    # The control: a server without such limits still has them all.
    assert others.left == 20
    others.close()


@pytest.fixture
def laptop(link: Link) -> Link:
    """A network whose system keeps little for those who do not read."""
    command = [*link.laptop, "sh", "-c", f'echo "{SMALL_BUFFERS}" > /proc/sys/net/ipv4/tcp_wmem']
    subprocess.run(command, check=True)
    return link


def stalled(server: PollingProcess, count: int) -> list[socket.socket]:
    """Phones that are in and never read again."""
    sockets = []
    for number in range(count):
        phone = socket.socket()
        phone.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        phone.settimeout(10)
        phone.connect((LAPTOP, server.port))
        phone.sendall(upgrade(LAPTOP, server.port) + hello(server, f"S{number}"))
        heard = b""
        while b'"type":"welcome"' not in heard:
            heard += phone.recv(1024)
        sockets.append(phone)
    return sockets


def hello(server: PollingProcess, name: str) -> bytes:
    """The first message of a phone, as a frame."""
    code = urlsplit(server.join_url).path.strip("/")
    said = {"type": "hello", "proto": 1, "room_code": code, "session": "", "token": "", "name": name}
    body = json.dumps(said).encode()
    return bytes([0x81, 0x80 | 126, 0, len(body)]) + b"\0\0\0\0" + body


def cost_kb(laptop: Link, server: PollingProcess) -> float:
    """Tell all phones a lot, while one of them reads it all; the kilobytes that each of those who do not read costs."""
    with laptop.at_the_laptop():
        teacher, phone = WireTeacher(server.teacher_url), WirePhone(server.join_url, "Ana")
        teacher.does(commands.GoTo("s1"))
        seen = phone.sees(lambda state: state.question is not None).revision
        sockets = stalled(server, STALLED)
    before = server.memory_kb
    for number in range(TOLD):
        teacher.does(commands.GoTo(f"s{number % 2 + 2}"))
        seen = phone.waits_for(wire.PhoneState, lambda state, before=seen: state.revision > before).revision
    assert server.connections == STALLED + 2
    cost = (server.memory_kb - before) / STALLED
    for each in sockets:
        each.close()
    return cost


def test_phones_that_never_read_cost_little_and_hold_nobody_up(laptop: Link, start_server: Start, lesson: Path) -> None:
    lesson.write_text(lesson.read_text("utf-8").replace("\n\n- [ ] Een", f"\n\n{LONG}\n\n- [ ] Een"), "utf-8")
    good, bad = (start_server(modes, inside=laptop.laptop, host=LAPTOP) for modes in ("", "keeps_everything"))
    bounded, unbounded = cost_kb(laptop, good), cost_kb(laptop, bad)
    print(f"{bounded:.0f} KB for each that does not read; {unbounded:.0f} KB where every frame is kept")
    assert bounded <= STALLED_KB
    # The control: a server that keeps every frame for them.
    assert unbounded > STALLED_KB


def test_phones_that_never_read_are_removed(laptop: Link, start_server: Start, size: Size) -> None:
    is_short = size(1, 0)
    good, bad = (
        start_server(modes, inside=laptop.laptop, host=LAPTOP)
        for modes in ("hurries" if is_short else "", "hurries,never_pings")
    )
    with laptop.at_the_laptop():
        sockets = stalled(good, STALLED) + stalled(bad, STALLED)
    until_s = time.monotonic() + 3 * PATIENCE_S
    while good.connections:
        assert time.monotonic() < until_s
        time.sleep(0.1)
    # The control: a server that never asks whether they are alive.
    assert bad.connections == STALLED
    for each in sockets:
        each.close()
