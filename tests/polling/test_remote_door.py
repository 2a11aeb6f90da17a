"""Remotes over real sockets: how one comes in, what it may ask, and what whoever listens learns."""

from __future__ import annotations

import pytest

from polling import commands, wire
from tests.polling.conftest import RunningServer
from tests.wire_clients import WireClient, WireRemote, WireTeacher, proof


@pytest.fixture
def teacher(running_server: RunningServer) -> WireTeacher:
    """The laptop."""
    return WireTeacher(running_server.teacher_url)


def code(teacher: WireTeacher) -> str:
    """The address in a new code."""
    teacher.forgets()
    teacher.say(wire.OfferRemote())
    return teacher.waits_for(wire.RemoteCode).url


def comes_in(teacher: WireTeacher) -> WireRemote:
    """A remote that the teacher said yes to."""
    remote = WireRemote(code(teacher))
    remote.waits_for(wire.Waiting)
    shown = teacher.waits_for(wire.RemotesPart, lambda part: any(each.id == remote.id for each in part.remotes))
    assert [each.digits for each in shown.remotes if each.id == remote.id] == [remote.digits]
    teacher.say(wire.JudgeRemote(remote=remote.id, yes=True))
    remote.waits_for(wire.PositionPart)
    return remote


def test_a_remote_sees_and_steers_after_the_teachers_yes(teacher: WireTeacher) -> None:
    remote = comes_in(teacher)
    remote.does(commands.Next())
    remote.waits_for(wire.PositionPart, lambda position: position.number == 1)
    assert teacher.waits_for(wire.RemotesPart, lambda part: any(each.is_in for each in part.remotes))


def test_before_the_yes_it_sees_nothing_and_is_not_obeyed(running_server: RunningServer, teacher: WireTeacher) -> None:
    remote = WireRemote(code(teacher))
    remote.waits_for(wire.Waiting)
    remote.does(commands.Next())
    assert remote.waits_for(wire.RefusedMessage).code == "not_genuine"
    assert remote.waits_to_be_closed() == 1008
    assert {type(each) for each in remote.heard} == {wire.Paired, wire.Waiting, wire.RefusedMessage}
    assert running_server.room.place is None
    teacher.waits_for(wire.RemotesPart, lambda part: part.remotes == ())


def test_a_no_sends_it_away(teacher: WireTeacher) -> None:
    remote = WireRemote(code(teacher))
    remote.waits_for(wire.Waiting)
    teacher.say(wire.JudgeRemote(remote=remote.id, yes=False))
    assert remote.waits_for(wire.RefusedMessage).code == "not_paired"
    remote.waits_to_be_closed()


def test_one_that_is_sent_away_later_has_no_way_back(running_server: RunningServer, teacher: WireTeacher) -> None:
    remote = comes_in(teacher)
    teacher.say(wire.JudgeRemote(remote=remote.id, yes=False))
    remote.waits_to_be_closed()
    again = WireClient(remote.code_url, wire.decode_to_teacher)
    remote.number += 1
    shown = proof(remote.key, f"{remote.number}.steer")
    again.say(wire.Steer(proto=wire.PROTOCOL, remote=remote.id, n=remote.number, proof=shown))
    assert again.waits_for(wire.RefusedMessage).code == "not_paired"
    assert running_server.room.place is None


def test_one_whose_connection_broke_comes_back_without_a_question(teacher: WireTeacher) -> None:
    remote = comes_in(teacher)
    remote.closes()
    again = WireClient(remote.code_url, wire.decode_to_teacher)
    again.say(wire.Steer(proto=wire.PROTOCOL, remote=remote.id, n=5, proof=proof(remote.key, "5.steer")))
    again.waits_for(wire.PositionPart)


def test_a_code_lets_nobody_else_in(teacher: WireTeacher) -> None:
    remote = comes_in(teacher)
    other = WireClient(remote.code_url, wire.decode_to_teacher)
    secret = remote.code_url.rpartition("#r.")[2].encode()
    other.say(wire.Pair(proto=wire.PROTOCOL, nonce="n", proof=proof(secret, "pair.n")))
    assert other.waits_for(wire.RefusedMessage).code == "code_closed"
    assert other.waits_to_be_closed() == 1008


@pytest.mark.parametrize("change", ["again", "changed", "forbidden"])
def test_a_command_that_is_not_its_own_closes_the_connection(teacher: WireTeacher, change: str) -> None:
    remote = comes_in(teacher)
    said = remote.does(commands.CoverWith(commands.Cover.BLACK))
    remote.waits_for(wire.PositionPart, lambda position: position.cover == "black")
    if change == "again":
        remote.say(said)
    elif change == "changed":
        remote.say(wire.Sealed(n=9, body='{"type":"next"}', proof=said.proof))
    else:
        remote.say(remote.sealed('{"type":"release"}'))
    refused = remote.waits_for(wire.RefusedMessage)
    assert refused.code == ("bad_message" if change == "forbidden" else "not_genuine")
    assert remote.waits_to_be_closed() == 1008


def test_what_goes_over_the_network_holds_no_key(teacher: WireTeacher) -> None:
    remote = comes_in(teacher)
    remote.does(commands.Next())
    remote.waits_for(wire.PositionPart, lambda position: position.number == 1)
    secret = remote.code_url.rpartition("#r.")[2]
    heard = "".join(wire.encode(each) for each in remote.heard if isinstance(each, wire.Outgoing))
    assert secret not in heard
    assert remote.key.hex() not in heard
    assert teacher.waits_for(wire.AddressPart).teacher_url.endswith("/teacher")


def test_the_laptops_key_works_on_the_laptop_only(
    running_server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running_server.server._hosts, "is_here", lambda host: False)
    teacher = WireTeacher(running_server.teacher_url)
    assert teacher.waits_for(wire.RefusedMessage).code == "wrong_key"
    teacher.waits_to_be_closed()


def test_the_teacher_hears_of_a_remote_that_is_not_there(teacher: WireTeacher) -> None:
    teacher.say(wire.JudgeRemote(remote="r7", yes=True))
    assert teacher.waits_for(wire.RefusedMessage).code == "unknown_remote"


def test_another_version_of_the_page_is_told_so(teacher: WireTeacher) -> None:
    for first in (wire.Pair(proto=2, nonce="n", proof="p"), wire.Steer(proto=2, remote="r1", n=1, proof="p")):
        other = WireClient(code(teacher), wire.decode_to_teacher)
        other.say(first)
        assert other.waits_for(wire.RefusedMessage).code == "old_page"
        other.waits_to_be_closed()
