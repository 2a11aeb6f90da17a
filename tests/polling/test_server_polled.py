"""A phone on a network that lets no websockets through: the same protocol over requests, on real sockets."""

from __future__ import annotations

import http.client
import json
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from polling import commands, wire
from polling.answers import Choice
from tests.polling.conftest import RunningServer
from tests.wire_clients import WirePhone, WireTeacher

NAME = "1234567890-1234567890"


class PolledPhone:
    """A page that asks, one request after another."""

    def __init__(self, join_url: str, name: str = NAME) -> None:
        parts = urlsplit(join_url)
        self._netloc, self.room_code, self._name = parts.netloc, parts.path.strip("/"), name
        self._number = 0
        self.told: list[dict[str, Any]] = []
        self.status = self.asks("0")

    def says(self, message: wire.Incoming) -> int:
        self._number += 1
        return self.asks(str(self._number), wire.encode(message))

    def hears(self, kind: str, **parts: object) -> dict[str, Any]:
        """Ask until a message of this type with these parts was told."""
        while True:
            for message in self.told:
                if message["type"] == kind and parts.items() <= message.items():
                    return message
            status = self.asks("")
            assert status == HTTPStatus.OK, (status, self.told)

    def asks(self, number: str, frame: str = "", method: str = "GET") -> int:
        connection = http.client.HTTPConnection(self._netloc, timeout=20)
        headers = (
            {"Line": self._name} | ({"Number": number} if number else {}) | ({"Say": quote(frame)} if frame else {})
        )
        connection.request(method, "/poll", headers={key: said for key, said in headers.items() if said})
        response = connection.getresponse()
        body = response.read().decode()
        connection.close()
        if response.status == HTTPStatus.OK:
            self.told += [json.loads(line) for line in body.splitlines()]
        return response.status


@pytest.fixture
def teacher(running_server: RunningServer) -> WireTeacher:
    return WireTeacher(running_server.teacher_url)


@pytest.fixture
def phone(running_server: RunningServer) -> PolledPhone:
    phone = PolledPhone(running_server.join_url)
    phone.says(wire.Hello(proto=1, room_code=phone.room_code, name="Ana"))
    return phone


def test_a_phone_joins_answers_and_is_acknowledged_when_it_is_stored(
    running_server: RunningServer, teacher: WireTeacher, phone: PolledPhone
) -> None:
    assert phone.hears("welcome")["name"] == "Ana"
    teacher.does(commands.GoTo("s2"))
    phone.hears("state", view="question")
    phone.says(wire.AnswerSent(slide="s2", round=1, revision=1, value=Choice((1,))))
    phone.hears("ack", slide="s2", revision=1)
    assert teacher.waits_for(wire.TallyPart, lambda part: part.answered == 1).counts == (0, 1, 0)


def test_it_comes_back_with_its_token_and_answers_on_a_websocket_or_another_line(
    running_server: RunningServer, teacher: WireTeacher, phone: PolledPhone
) -> None:
    welcome = phone.hears("welcome")
    teacher.does(commands.GoTo("s2"))
    phone.hears("state", view="question")
    phone.says(wire.AnswerSent(slide="s2", round=1, revision=4, value=Choice((1,))))
    phone.hears("ack")
    other = PolledPhone(running_server.join_url, "9876543210-9876543210")
    other.says(wire.Hello(proto=1, token=welcome["token"]))
    again = other.hears("welcome")
    assert (again["participant"], again["answers"][0]["revision"]) == (welcome["participant"], 4)
    assert phone.hears("bye")["reason"] == "taken_over"
    assert phone.asks("") == HTTPStatus.GONE
    socket = WirePhone(running_server.join_url, token=welcome["token"])
    assert socket.welcome.participant == welcome["participant"]


def test_heartbeats_come_back_and_a_teacher_screen_is_let_in_by_its_key(
    running_server: RunningServer, phone: PolledPhone
) -> None:
    phone.says(wire.Heartbeat(sent_ms=12.5))
    assert phone.hears("hb")["sent_ms"] == 12.5
    screen = PolledPhone(running_server.join_url, "5555555555-5555555555")
    screen.says(wire.Teach(proto=1, key=urlsplit(running_server.teacher_url).fragment))
    assert screen.hears("roster")["here"] == 1
    screen.says(wire.Heartbeat(sent_ms=1))
    screen.hears("hb")


def test_wrong_codes_close_a_line_as_they_close_a_websocket(running_server: RunningServer) -> None:
    stranger = PolledPhone(running_server.join_url, "1111111111-1111111111")
    wrong = "0000" if stranger.room_code != "0000" else "1111"
    for _ in range(5):
        stranger.says(wire.Hello(proto=1, room_code=wrong))
    while (status := stranger.asks("")) == HTTPStatus.OK:
        pass
    assert status == HTTPStatus.GONE
    assert {message["code"] for message in stranger.told} == {"room_code"}


def test_what_is_no_message_closes_the_line(phone: PolledPhone) -> None:
    phone.hears("welcome")
    phone.asks("7", '{"type":"what"}')
    assert phone.hears("refused")["code"] == "bad_message"
    assert phone.asks("") == HTTPStatus.GONE


def test_only_pages_of_ours_can_ask(running_server: RunningServer, phone: PolledPhone) -> None:
    """A page from elsewhere cannot send these headers without asking first, and that is refused."""
    assert phone.asks("", method="OPTIONS") == HTTPStatus.METHOD_NOT_ALLOWED
    nameless = PolledPhone(running_server.join_url, "")
    assert nameless.status == HTTPStatus.GONE


def test_a_server_that_goes_says_so(running_server: RunningServer, phone: PolledPhone) -> None:
    phone.hears("welcome")
    running_server.call(running_server.server.release)
    assert phone.hears("bye")["reason"] == "going"
    running_server.waits_to_stop()


@pytest.fixture
def outsiders(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever comes from 127.0.0.9 counts as outside this laptop."""
    monkeypatch.setattr("polling.hosts.Hosts.is_here", lambda self, address: address != "127.0.0.9")


@pytest.mark.usefixtures("outsiders")
def test_a_teacher_screen_is_told_how_far_those_from_outside_came(
    running_server: RunningServer, teacher: WireTeacher, phone: PolledPhone
) -> None:
    phone.hears("welcome")
    teacher.waits_for(wire.RosterPart, lambda part: part.here == 1)
    assert teacher.last(wire.ReachPart) is None
    ana = WirePhone(running_server.join_url, "Ana 2", address="127.0.0.9")
    assert ana.welcome
    reach = teacher.waits_for(wire.ReachPart, lambda part: part.sockets == 1)
    assert (reach.connected, reach.pages, reach.beats) == (1, 1, 0)
    ana.say(wire.Heartbeat(sent_ms=1))
    teacher.waits_for(wire.ReachPart, lambda part: part.beats == 1 and part.beats_by_detour == 0)
    late = WireTeacher(running_server.teacher_url)
    assert late.waits_for(wire.ReachPart).beats == 1
