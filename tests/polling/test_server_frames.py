"""Frames that no honest client sends, over bare sockets: each closes its own connection, and nobody else notices."""

from __future__ import annotations

import json

import pytest

from polling import commands, wire
from tests.polling.conftest import RunningServer
from tests.polling.raw_socket import BINARY, FIN, PING, RSV1, TEXT, RawSocket, frame
from tests.wire_clients import WirePhone, WireTeacher

HEARTBEAT = b'{"type":"hb","sent_ms":1}'
NEVER_ENDING = frame(b"", TEXT, 0) + frame(b"", 0, 0) * 20_000

BROKEN_FRAMES = {
    "unmasked": (frame(HEARTBEAT, masked=False), 1002),
    "compressed, which was not agreed": (frame(HEARTBEAT, TEXT, FIN | RSV1), 1002),
    "the second reserved bit": (frame(HEARTBEAT, TEXT, FIN | 0x20), 1002),
    "the third reserved bit": (frame(HEARTBEAT, TEXT, FIN | 0x10), 1002),
    "a reserved data opcode": (frame(HEARTBEAT, 0x3), 1002),
    "a reserved control opcode": (frame(b"", 0xB), 1002),
    "a continuation of nothing": (frame(HEARTBEAT, 0x0), 1002),
    "a text inside a text": (frame(b"{", TEXT, 0) + frame(b"}", TEXT), 1002),
    "a ping in pieces": (frame(b"", PING, 0), 1002),
    "a ping that is too long": (frame(b"x" * 126, PING), 1002),
    "bad UTF-8": (frame(b'{"type":"hb","sent_ms":1}\xff'), 1007),
    "a surrogate in UTF-8": (frame(b'{"type":"hello","proto":1,"name":"\xed\xa0\x80"}'), 1007),
    "too long": (frame(b" " * (wire.MAX_FRAME + 1)), 1009),
    "claims a terabyte": (frame(b"", claims=1 << 40), 1009),
    "too long in two pieces": (frame(b" " * 5000, TEXT, 0) + frame(b" " * 5000, 0), 1009),
    "empty pieces without end": (NEVER_ENDING, 1009),
}

CHOICE = '{"kind":"choice","options":[0]}'


def answer(value: str = CHOICE, round_: object = 1, revision: object = 1) -> str:
    return f'{{"type":"answer","slide":"s3","round":{round_},"revision":{revision},"value":{value}}}'


def hello(name: str) -> str:
    return f'{{"type":"hello","proto":1,"name":{name}}}'


BAD_MESSAGES = {
    "nothing": "",
    "no object": "[]",
    "no type": "{}",
    "an unknown type": '{"type":"open_sesame"}',
    "a second message behind the first": '{"type":"hb","sent_ms":1}{"type":"hb","sent_ms":1}',
    "an unknown key": '{"type":"hb","sent_ms":1,"admin":true}',
    "a type given twice": '{"type":"hb","type":"end","sent_ms":1}',
    "huge": '{"type":"hb","sent_ms":' + "1" * 8000 + "}",
    "deep": '{"type":"hb","sent_ms":' + "[" * 1000 + "]" * 1000 + "}",
    "deep in an unknown key": '{"type":"hb","x":' + '{"a":' * 1000 + "1" + "}" * 1001,
    "not a number": '{"type":"hb","sent_ms":NaN}',
    "infinite": '{"type":"hb","sent_ms":1e999}',
    "a number in a string": '{"type":"hb","sent_ms":"1"}',
    "nothing for a number": '{"type":"hb","sent_ms":null}',
    "a revision beyond JavaScript": answer(revision=2**53 + 1),
    "a revision of five thousand digits": answer(revision="9" * 5000),
    "a revision of nothing": answer(revision=0),
    "a revision below nothing": answer(revision=-1),
    "a broken revision": answer(revision=1.5),
    "a true revision": answer(revision="true"),
    "round nothing": answer(round_=0),
    "round ten thousand and one": answer(round_=10_001),
    "too many options": answer(f'{{"kind":"choice","options":{[0] * 17}}}'),
    "an option below A": answer('{"kind":"choice","options":[-1]}'),
    "an option that no board has": answer('{"kind":"choice","options":[100]}'),
    "too many words": answer(f'{{"kind":"words","words":{json.dumps(["a"] * 51)}}}'),
    "a word that is a book": answer(f'{{"kind":"words","words":["{"a" * 201}"]}}'),
    "a text that is a book": answer(f'{{"kind":"text","text":"{"a" * 2001}"}}'),
    "a value of two kinds": answer('{"kind":"choice","options":[0],"text":"a"}'),
    "a time of its own": answer()[:-1] + ',"at_ms":1}',
    "half a surrogate pair": hello('"\\ud800"'),
    "a name that is a book": hello(f'"{"a" * 201}"'),
    "a name that is a list": hello('["Ana"]'),
    "a byte order mark": '\ufeff{"type":"hb","sent_ms":1}',
}


@pytest.fixture
def ana(running_server: RunningServer) -> WirePhone:
    """Somebody else, who is in."""
    phone = WirePhone(running_server.join_url, "Ana")
    WireTeacher(running_server.teacher_url).does(commands.GoTo("s3"))
    phone.sees(lambda state: state.view == "question")
    return phone


def joined(running_server: RunningServer) -> RawSocket:
    raw = RawSocket(running_server.server.port)
    raw.upgrades()
    said = wire.Hello(proto=1, room_code=running_server.room.started.room_code, name="Bo")
    raw.sends(frame(wire.encode(said).encode()))
    assert b'"welcome"' in raw.hears()[1]
    return raw


@pytest.mark.parametrize("name", BROKEN_FRAMES)
def test_a_broken_frame_closes_its_connection(running_server: RunningServer, ana: WirePhone, name: str) -> None:
    broken, code = BROKEN_FRAMES[name]
    with joined(running_server) as raw:
        raw.sends(broken)
        assert raw.is_closed_with() == (code, [])
    ana.chooses("A")


@pytest.mark.parametrize("name", BAD_MESSAGES)
def test_a_bad_message_is_refused_and_closes_its_connection(
    running_server: RunningServer, ana: WirePhone, name: str
) -> None:
    with joined(running_server) as raw:
        raw.sends(frame(BAD_MESSAGES[name].encode()))
        code, texts = raw.is_closed_with()
        assert code == 1008
        assert [wire.decode_to_phone(text.decode()) for text in texts] == [wire.RefusedMessage(code="bad_message")]
    ana.chooses("B")


def test_who_has_not_said_hello_is_treated_no_better(running_server: RunningServer) -> None:
    bad = [(frame(text.encode()), 1008) for text in BAD_MESSAGES.values()]
    for broken, code in [*BROKEN_FRAMES.values(), *bad]:
        with RawSocket(running_server.server.port) as raw:
            raw.upgrades()
            raw.sends(broken)
            assert raw.is_closed_with()[0] == code
    assert WirePhone(running_server.join_url, "Ana").welcome


def test_a_binary_frame_is_no_message(running_server: RunningServer, ana: WirePhone) -> None:
    with joined(running_server) as raw:
        raw.sends(frame(HEARTBEAT, BINARY))
        code, texts = raw.is_closed_with()
        assert (code, len(texts)) == (1008, 1)
    ana.chooses("A")


def test_a_message_in_many_pieces_is_one_message(running_server: RunningServer) -> None:
    with joined(running_server) as raw:
        first, *rest, last = (bytes([byte]) for byte in HEARTBEAT)
        raw.sends(frame(first, TEXT, 0) + b"".join(frame(byte, 0, 0) for byte in rest) + frame(last, 0))
        assert b'"hb"' in raw.hears()[1]


def test_of_a_number_that_is_given_twice_the_last_one_counts(running_server: RunningServer) -> None:
    with joined(running_server) as raw:
        raw.sends(frame(b'{"type":"hb","sent_ms":1,"sent_ms":2}'))
        back = wire.decode_to_phone(raw.hears()[1].decode())
        assert isinstance(back, wire.HeartbeatBack)
        assert back.sent_ms == 2


def test_compression_is_offered_in_vain(running_server: RunningServer) -> None:
    with RawSocket(running_server.server.port) as raw:
        answered = raw.upgrades("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits")
        assert "sec-websocket-extensions" not in answered


def test_a_name_of_loose_accents_as_long_as_a_message_ends_nothing(running_server: RunningServer) -> None:
    """What is left of it says nothing, so it is no name; and cleaning it is not what stops the server."""
    phone = WirePhone(running_server.join_url, "\u00b4" * 200)
    assert phone.waits_for(wire.RefusedMessage).code == "name_empty"
    assert WirePhone(running_server.join_url, "Ana").welcome
