"""presenter/room_link.py: against the real server."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from polling.commands import Next, Reopen
from polling.running import Running
from polling.wire import AddressPart, ChooseAddress, LessonPart, PositionPart, Release, RosterPart
from presenter.room_link import RoomLink, host_of
from presenter.server_process import ServerProcess, Wish
from tests.classroom import LESSON

PATIENCE_MS = 30_000


@pytest.fixture
def running(qtbot: QtBot, tmp_path: Path) -> Iterator[Running]:
    """A server that gives a small lesson."""
    (tmp_path / "lesson.md").write_text(LESSON, "utf-8")
    server = ServerProcess()
    with qtbot.waitSignal(server.listening, timeout=PATIENCE_MS):
        server.start(Wish(lesson=tmp_path, data=tmp_path / "data", host="127.0.0.1", port=0))
    found = server.running
    assert found is not None
    yield found
    server.expect_end()
    with qtbot.waitSignal(server.gone, timeout=PATIENCE_MS):
        os.kill(found.pid, signal.SIGKILL)


@pytest.fixture
def link(qtbot: QtBot) -> Iterator[RoomLink]:
    """A link that is closed with the test."""
    made = RoomLink(lambda: time.monotonic() * 1000)
    yield made
    made.close()


def parts_of(link: RoomLink) -> list[object]:
    """The parts that arrive from now on."""
    parts: list[object] = []
    link.part_arrived.connect(parts.append)
    return parts


def arrived(parts: list[object], kind: type) -> bool:
    """True when a part of this kind is among them."""
    return any(isinstance(part, kind) for part in parts)


def test_a_teacher_screen_is_told_every_part(qtbot: QtBot, link: RoomLink, running: Running) -> None:
    parts = parts_of(link)
    link.connect_to(running)
    wanted = (LessonPart, AddressPart, PositionPart, RosterPart)
    qtbot.waitUntil(lambda: all(arrived(parts, kind) for kind in wanted), timeout=PATIENCE_MS)


def test_commands_move_the_lesson_and_refusals_come_back(qtbot: QtBot, link: RoomLink, running: Running) -> None:
    parts = parts_of(link)
    link.connect_to(running)
    qtbot.waitUntil(lambda: arrived(parts, PositionPart), timeout=PATIENCE_MS)
    assert link.send(Next())
    qtbot.waitUntil(
        lambda: any(isinstance(part, PositionPart) and part.slide == "s1" for part in parts), timeout=PATIENCE_MS
    )
    with qtbot.waitSignal(link.refused, timeout=PATIENCE_MS) as heard:
        link.send(Reopen())
    assert heard.args == ["no_question"]
    with qtbot.waitSignal(link.refused, timeout=PATIENCE_MS) as heard:
        link.send(ChooseAddress(host="203.0.113.9"))
    assert heard.args == ["unknown_address"]


def test_the_room_time_runs_on_this_laptop(qtbot: QtBot, link: RoomLink, running: Running) -> None:
    parts = parts_of(link)
    link.connect_to(running)
    qtbot.waitUntil(lambda: arrived(parts, PositionPart), timeout=PATIENCE_MS)
    before = link.now_ms()
    link.on_heartbeat()
    qtbot.waitUntil(lambda: link.now_ms() > before, timeout=PATIENCE_MS)


def test_with_another_key_it_is_refused(qtbot: QtBot, link: RoomLink, running: Running) -> None:
    with qtbot.waitSignal(link.refused, timeout=PATIENCE_MS) as heard:
        link.connect_to(msgspec.structs.replace(running, key="wrong"))
    assert heard.args == ["wrong_key"]


def test_a_server_that_is_not_there_is_tried_again(qtbot: QtBot, link: RoomLink, running: Running) -> None:
    nobody = msgspec.structs.replace(running, port=1)
    with qtbot.waitSignals([link.lost, link.lost], timeout=PATIENCE_MS):
        link.connect_to(nobody)
    assert not link.send(Next())


def test_a_released_server_says_goodbye(qtbot: QtBot, link: RoomLink, running: Running) -> None:
    parts = parts_of(link)
    link.connect_to(running)
    qtbot.waitUntil(lambda: arrived(parts, PositionPart), timeout=PATIENCE_MS)
    with qtbot.waitSignal(link.ended, timeout=PATIENCE_MS) as heard:
        link.send(Release())
    assert heard.args == ["going"]


@pytest.mark.expects_log("what is no message")
def test_a_frame_that_is_no_message_is_passed_over(link: RoomLink) -> None:
    parts = parts_of(link)
    link.on_frame('{"type":"what"}')
    assert parts == []


def test_a_server_on_all_addresses_is_reached_on_the_loopback(running: Running) -> None:
    assert host_of(msgspec.structs.replace(running, host="0.0.0.0")) == "127.0.0.1"
    assert host_of(msgspec.structs.replace(running, host="192.168.1.23")) == "192.168.1.23"
    assert host_of(msgspec.structs.replace(running, host="fd00::7")) == "[fd00::7]"


def test_a_link_that_is_there_already_is_kept(qtbot: QtBot, link: RoomLink, running: Running) -> None:
    with qtbot.waitSignal(link.opened, timeout=PATIENCE_MS):
        link.connect_to(running)
    socket = link._socket
    link.connect_to(msgspec.structs.replace(running, pid=running.pid + 1))
    assert link._socket is socket
    with qtbot.waitSignal(link.part_arrived, timeout=PATIENCE_MS):
        assert link.send(Next())
