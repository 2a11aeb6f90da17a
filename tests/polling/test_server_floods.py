"""The server over real sockets while somebody floods it: with connections, with messages, with guesses. The others
never notice. All of it stays on the loopback network."""

from __future__ import annotations

import contextlib
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed

from polling import commands, conversations, server, wire
from polling.answers import Choice
from polling.commands import Cover
from polling.gate import MOST_WAITING
from polling.guesses import CALM, MOST_UNKNOWN_TOKENS, MOST_WRONG_CODES
from polling.open_files import connections_possible
from polling.pace import Rate
from tests.polling.conftest import RunningServer
from tests.polling.raw_socket import PING, PONG, RawSocket, frame
from tests.wire_clients import PATIENCE_S, WirePhone, WireTeacher

ATTACKER = "127.0.0.66"
FLOOD = 2_000


@pytest.fixture
def running_server(lesson_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningServer]:
    """A server with so much patience that whoever is dropped was dropped to make room."""
    monkeypatch.setattr(server, "OPEN_WITHIN_S", 120.0)
    running = RunningServer(lesson_folder, tmp_path / "data")
    yield running
    running.stop()


@pytest.fixture
def teacher(running_server: RunningServer) -> WireTeacher:
    return WireTeacher(running_server.teacher_url)


class Flood:
    """Sockets from one address that say nothing."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._sockets: list[socket.socket] = []

    def opens(self, count: int) -> None:
        """So many more; the oldest that are too many for this process are let go."""
        for _ in range(count):
            self._sockets.append(socket.create_connection(("127.0.0.1", self._port), PATIENCE_S, (ATTACKER, 0)))
            if len(self._sockets) > FLOOD:
                self._sockets.pop(0).close()

    def is_shed(self) -> None:
        """Wait until all were accepted: as many were dropped as are too many."""
        last = self._sockets[len(self._sockets) - MOST_WAITING - 1]
        with contextlib.suppress(ConnectionResetError):
            assert last.recv(1) == b""

    def stops(self) -> None:
        for each in self._sockets:
            each.close()


@pytest.fixture
def flood(running_server: RunningServer) -> Iterator[Flood]:
    assert connections_possible(2 * FLOOD + 500) == 2 * FLOOD + 500
    flood = Flood(running_server.server.port)
    yield flood
    flood.stops()


@pytest.mark.parametrize("behind_one_router", [True, False])
def test_a_class_joins_and_answers_while_one_address_floods_the_server_with_connections(
    running_server: RunningServer, teacher: WireTeacher, flood: Flood, behind_one_router: bool
) -> None:
    teacher.does(commands.GoTo("s3"))
    flood.opens(FLOOD)
    flood.is_shed()
    for number in range(40):
        flood.opens(10)
        address = "127.0.1.1" if behind_one_router else f"127.0.1.{number + 1}"
        phone = WirePhone(running_server.join_url, f"Leerling {number}", address=address)
        phone.sees(lambda state: state.view == "question")
        phone.chooses("AB"[number % 2])
    tally = teacher.waits_for(wire.TallyPart, lambda part: part.answered == 40)
    assert (tally.counts, tally.expected) == ((20, 20), 40)
    assert running_server.server._gate.waiting_count <= MOST_WAITING


def test_a_flood_costs_nobody_who_is_in_a_seat_not_even_its_own_neighbour(
    running_server: RunningServer, teacher: WireTeacher, flood: Flood
) -> None:
    ana = WirePhone(running_server.join_url, "Ana", address=ATTACKER)
    assert ana.welcome
    flood.opens(FLOOD)
    flood.is_shed()
    ana.say(wire.Heartbeat(sent_ms=1))
    assert ana.waits_for(wire.HeartbeatBack)
    assert teacher.position
    flood.stops()
    until_s = time.monotonic() + PATIENCE_S
    while running_server.server._gate.count > 2:
        assert time.monotonic() < until_s
        time.sleep(0.01)


def test_trickling_connections_are_gone_in_the_end(
    lesson_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sockets that begin a request and never end it, and sockets that upgrade and never say hello."""
    monkeypatch.setattr(conversations, "HELLO_WITHIN_S", 0.2)
    monkeypatch.setattr(server, "OPEN_WITHIN_S", 0.2)
    running_server = RunningServer(lesson_folder, tmp_path / "data")
    netloc = urlsplit(running_server.join_url).netloc
    upgrade = (
        f"GET /ws HTTP/1.1\r\nHost: {netloc}\r\nOrigin: http://{netloc}\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    )
    sockets = [socket.create_connection(("127.0.0.1", running_server.server.port), 10) for _ in range(300)]
    for number, each in enumerate(sockets):
        each.sendall([b"", b"GET / HTTP/1.1\r\nX: ", upgrade.encode()][number % 3])
    assert WirePhone(running_server.join_url, "Ana").welcome
    for each in sockets:
        each.settimeout(PATIENCE_S)
        while each.recv(4096):
            pass
        each.close()
    running_server.stop()


def test_one_who_sends_ten_thousand_messages_delays_nobodys_answer(
    running_server: RunningServer, teacher: WireTeacher
) -> None:
    noisy = WirePhone(running_server.join_url, "Herrie")
    phones = [WirePhone(running_server.join_url, f"Leerling {number}") for number in range(10)]
    teacher.does(commands.GoTo("s3"))
    for phone in [noisy, *phones]:
        phone.sees(lambda state: state.view == "question")
    begins = threading.Event()

    def shout() -> None:
        try:
            for number in range(10_000):
                noisy.say(wire.Heartbeat(sent_ms=number))
                if number == 50:
                    begins.set()
        except ConnectionClosed:
            pass

    shouting = threading.Thread(target=shout)
    shouting.start()
    assert begins.wait(PATIENCE_S)
    for phone in phones:
        for letter in "ABA":
            phone.chooses(letter)
    shouting.join(PATIENCE_S)
    assert noisy.waits_to_be_closed() == 1008
    assert [each.code for each in noisy.heard if isinstance(each, wire.RefusedMessage)] == ["too_fast"]
    teacher.waits_for(wire.TallyPart, lambda part: part.counts == (10, 0))


def test_one_who_sends_ten_thousand_pings_is_dropped_and_delays_nobodys_answer(
    running_server: RunningServer, teacher: WireTeacher
) -> None:
    ana = WirePhone(running_server.join_url, "Ana")
    teacher.does(commands.GoTo("s3"))
    ana.sees(lambda state: state.view == "question")
    with RawSocket(running_server.server.port) as raw:
        raw.upgrades()
        raw.sends(frame(b"", PING) * 10_000)
        ana.chooses("A")
        assert raw.is_closed_with()[0] == 0
    ana.chooses("B")


def test_a_few_pings_are_answered(running_server: RunningServer) -> None:
    with RawSocket(running_server.server.port) as raw:
        raw.upgrades()
        raw.sends(frame(b"there?", PING) * 10)
        assert [raw.hears() for _ in range(10)] == [(PONG, b"there?")] * 10


def test_a_muted_answer_is_not_stored_until_it_is_sent_again(
    running_server: RunningServer, teacher: WireTeacher, monkeypatch: pytest.MonkeyPatch
) -> None:
    now_s = time.monotonic()
    monkeypatch.setattr(conversations, "monotonic", lambda: now_s)
    monkeypatch.setattr(conversations, "PHONE", Rate(per_s=2, burst=3))
    ana = WirePhone(running_server.join_url, "Ana")
    teacher.does(commands.GoTo("s3"))
    ana.sees(lambda state: state.view == "question")
    for number in range(3):
        ana.say(wire.Heartbeat(sent_ms=number))
    sent = ana.answers(Choice((1,)))
    assert ana.waits_for(wire.RefusedMessage).code == "too_fast"
    assert ana.last(wire.Ack) is None
    teacher.does(commands.CoverWith(Cover.BLACK))
    teacher.sees(lambda position: position.cover is Cover.BLACK)
    now_s += 2
    ana.say(wire.Heartbeat(sent_ms=77))
    ana.waits_for(wire.HeartbeatBack, lambda back: back.sent_ms == 77)
    assert ana.last(wire.Ack) is None
    ana.say(sent)
    ana.is_stored(sent)
    teacher.waits_for(wire.TallyPart, lambda part: part.counts == (0, 1))


def test_a_teacher_screen_may_be_ten_times_as_fast(running_server: RunningServer, teacher: WireTeacher) -> None:
    for number in range(150):
        teacher.say(wire.Heartbeat(sent_ms=number))
    teacher.waits_for(wire.HeartbeatBack, lambda back: back.sent_ms == 149)
    assert teacher.last(wire.RefusedMessage) is None


def test_the_fifth_wrong_room_code_on_a_connection_closes_it(running_server: RunningServer) -> None:
    phone = WirePhone(running_server.join_url, room_code="0000")
    for guess in range(1, MOST_WRONG_CODES):
        phone.say(wire.Hello(proto=1, room_code=f"000{guess}"))
    assert phone.waits_to_be_closed() == 1008
    assert [each.code for each in phone.heard if isinstance(each, wire.RefusedMessage)] == ["room_code"] * 5


def test_four_wrong_room_codes_and_the_right_one_let_a_phone_in(running_server: RunningServer) -> None:
    phone = WirePhone(running_server.join_url, room_code="0000")
    for guess in range(1, MOST_WRONG_CODES - 1):
        phone.say(wire.Hello(proto=1, room_code=f"000{guess}"))
    phone.say(wire.Hello(proto=1, room_code=running_server.room.started.room_code, name="Ana"))
    assert phone.welcome.name == "Ana"


def test_the_third_unknown_token_on_a_connection_closes_it(running_server: RunningServer) -> None:
    phone = WirePhone(running_server.join_url, token=secrets.token_hex(16))
    for _ in range(1, MOST_UNKNOWN_TOKENS):
        phone.say(wire.Hello(proto=1, room_code=phone.room_code, token=secrets.token_hex(16)))
    assert phone.waits_to_be_closed() == 1008
    assert phone.last(wire.Welcome) is None


def test_no_guess_of_two_thousand_gets_in(running_server: RunningServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tokens near a real one and random ones, with the right room code and with a wrong one."""
    monkeypatch.setattr(conversations, "PHONE", Rate(per_s=10_000, burst=10_000))
    monkeypatch.setattr("polling.guesses.MOST_UNKNOWN_TOKENS", 10_000)
    monkeypatch.setattr("polling.guesses.MOST_WRONG_CODES", 10_000)
    monkeypatch.setattr("polling.guesses.HELD_BACK_S", 0)
    token = WirePhone(running_server.join_url, "Ana").welcome.token
    (digest,) = running_server.room.by_token
    near = [token.upper(), token[:-1], token + "0", f" {token}", token[::-1], digest]
    guesses = [*near, *(secrets.token_hex(16) for _ in range(2_000 - len(near)))]
    phone = WirePhone(running_server.join_url)
    for number, guess in enumerate(guesses):
        code = phone.room_code if number % 2 else "0000"
        phone.say(wire.Hello(proto=1, room_code=code, token=guess))
    phone.say(wire.Hello(proto=1, room_code=phone.room_code, name="Bo"))
    assert phone.welcome.name == "Bo"
    answers = [each for each in phone.heard if isinstance(each, wire.Greeting | wire.RefusedMessage | wire.Welcome)]
    assert [type(each) for each in answers[1:]] == [wire.RefusedMessage, wire.Greeting] * 1_000 + [wire.Welcome]
    assert len(running_server.room.participants) == 2


def test_answers_to_many_wrong_codes_are_held_back_and_to_right_ones_never(
    running_server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("polling.guesses.HELD_BACK_S", 3600)
    ana = WirePhone(running_server.join_url, "Ana")
    token = ana.welcome.token
    for _ in range(CALM):
        guesser = WirePhone(running_server.join_url, room_code="0000")
        assert guesser.waits_for(wire.RefusedMessage).code == "room_code"
    held_back = WirePhone(running_server.join_url, room_code="0000")
    assert WirePhone(running_server.join_url, "Bo").welcome
    assert WirePhone(running_server.join_url, token=token, room_code="").welcome
    assert held_back.heard == []
