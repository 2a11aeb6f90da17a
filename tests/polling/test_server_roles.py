"""Who may say what: every message there is, from everybody. What does not stand in ALLOWED is refused."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from polling import commands, wire
from tests.polling.conftest import RunningServer
from tests.polling.raw_socket import TEXT, RawSocket, frame
from tests.wire_clients import WireTeacher, proof

TEACHER = frozenset({
    "Teach", "ChooseAddress", "Release", "Heartbeat", "Next", "Back", "Skip", "GoTo", "Again", "Reopen", "Close",
    "Reveal", "SwitchLive", "MarkRight", "Show", "Hide", "StartTimer", "PauseTimer", "ExtendTimer", "StopTimer",
    "CoverWith", "Freeze", "HideAnswers", "Pause", "Resume", "CloseByItself", "CountPages", "Rename", "CoverName",
    "Remove", "Readmit", "Lock", "JudgeClaim", "Star", "Enlarge", "NameClass", "BeginAt", "OfferRemote", "JudgeRemote",
    "AskQuick", "GiveTime", "CountHands", "End", "MergeWord", "RenameWord", "PinWord",
    "GroupWord", "Moderate",
})  # fmt: skip
PHONE = frozenset({"Hello", "AnswerSent", "Heartbeat"})
ALLOWED = {
    "nobody": frozenset({"Hello", "Teach", "Pair", "Steer"}),
    "a phone that was greeted": PHONE,
    "a phone that has joined": PHONE,
    "a teacher screen": TEACHER,
    "a remote": frozenset({"Sealed", "Heartbeat"}),
}
"""The messages that each role may send, by the names of their types."""

INTERNAL = (commands.Join, commands.Answer, commands.GiveSeat, commands.Tick)
"""Commands that only the server gives itself."""
ENDING = frozenset({"End", "Release"})
"""After these there is no server to ask whether it still listens."""


def filled(kind: msgspec.inspect.Type) -> Any:
    """The smallest value of a type."""
    match kind:
        case msgspec.inspect.StructType():
            tag = {kind.tag_field: kind.tag} if kind.tag_field else {}
            return tag | {each.encode_name: filled(each.type) for each in kind.fields if each.required}
        case msgspec.inspect.UnionType():
            return filled(kind.types[0])
        case msgspec.inspect.EnumType():
            return next(iter(kind.cls)).value
        case msgspec.inspect.LiteralType():
            return kind.values[0]
        case msgspec.inspect.IntType() | msgspec.inspect.FloatType():
            return 1
        case msgspec.inspect.BoolType():
            return False
        case msgspec.inspect.StrType():
            return "x"
        case msgspec.inspect.DictType():
            return {}
        case _:
            return []


def every_message() -> dict[str, bytes]:
    """A frame of every message of the protocol, in either direction, and of what only the server may do."""
    unions = (
        wire.FirstMessage,
        wire.RemoteMessage,
        wire.PhoneMessage,
        wire.TeacherMessage,
        wire.ToPhone,
        wire.ToTeacher,
    )
    kinds = [*(member for union in unions for member in union.__args__), *INTERNAL]
    return {kind.__name__: frame(json.dumps(filled(msgspec.inspect.type_info(kind))).encode()) for kind in kinds}


MESSAGES = every_message()


def opened(server: RunningServer, role: str) -> RawSocket:
    """A connection in this role."""
    raw = RawSocket(server.server.port)
    raw.upgrades()
    code = server.room.started.room_code
    first: dict[str, wire.Incoming] = {
        "a phone that was greeted": wire.Hello(proto=1, room_code=code),
        "a phone that has joined": wire.Hello(proto=1, room_code=code, name="Ana"),
        "a teacher screen": wire.Teach(proto=1, key=server.server._key),
    }
    if role == "a remote":
        offered = WireTeacher(server.teacher_url)
        offered.say(wire.OfferRemote())
        secret = offered.waits_for(wire.RemoteCode).url.rpartition("#r.")[2]
        first[role] = wire.Pair(proto=1, nonce="n", proof=proof(secret.encode(), "pair.n"))
    if role in first:
        raw.sends(frame(wire.encode(first[role]).encode()))
        assert raw.hears()[0] == TEXT
    return raw


def heard_before_a_heartbeat(raw: RawSocket) -> list[bytes]:
    """What comes back until a heartbeat does, or the connection closes."""
    raw.sends(frame(wire.encode(wire.Heartbeat(sent_ms=77)).encode()))
    heard: list[bytes] = []
    while True:
        opcode, payload = raw.hears()
        if opcode != TEXT or b'"sent_ms":77' in payload:
            return heard
        heard.append(payload)


def test_every_message_in_the_table_exists() -> None:
    assert frozenset[str]().union(*ALLOWED.values()) <= MESSAGES.keys()


@pytest.mark.parametrize("role", ALLOWED)
def test_what_a_role_may_not_say_is_refused_and_closes_the_connection(running_server: RunningServer, role: str) -> None:
    for name in MESSAGES.keys() - ALLOWED[role]:
        with opened(running_server, role) as raw:
            raw.sends(MESSAGES[name])
            code, texts = raw.is_closed_with()
            assert (name, code) == (name, 1008)
            assert b'"code":"bad_message"' in texts[-1], name
    assert running_server.room.place is None
    assert not running_server.room.is_ended


@pytest.mark.parametrize("role", ALLOWED)
def test_what_a_role_may_say_is_listened_to(running_server: RunningServer, role: str) -> None:
    for name in ALLOWED[role] - ENDING:
        with opened(running_server, role) as raw:
            raw.sends(MESSAGES[name])
            assert not any(b'"code":"bad_message"' in each for each in heard_before_a_heartbeat(raw)), name


@pytest.mark.parametrize("name", sorted(ENDING))
def test_only_a_teacher_screen_ends_it(running_server: RunningServer, name: str) -> None:
    with opened(running_server, "a teacher screen") as raw:
        raw.sends(MESSAGES[name])
        running_server.waits_to_stop()


def test_a_phone_that_was_only_greeted_cannot_answer(running_server: RunningServer) -> None:
    with opened(running_server, "a phone that was greeted") as raw:
        raw.sends(MESSAGES["AnswerSent"])
        (refused,) = heard_before_a_heartbeat(raw)
        assert b'"code":"not_joined"' in refused
