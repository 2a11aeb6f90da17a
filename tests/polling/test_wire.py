"""The wire: every recorded message of docs/protocol.md, and anything that is none."""

import contextlib
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polling import wire
from polling.answers import Choice, Text, Words

PAGE = Path(__file__).parents[2] / "docs" / "protocol.md"
RECORDED = re.findall(r"```json ([a-z-]+)\n(.*?)\n```", PAGE.read_text("utf-8"), re.DOTALL)
DECODERS = {
    "phone": wire.decode_phone,
    "teacher": wire.decode_teacher,
    "remote-first": wire.decode_first,
    "remote": wire.decode_remote,
    "to-phone": wire.decode_to_phone,
    "to-teacher": wire.decode_to_teacher,
}


@pytest.mark.parametrize(("direction", "text"), RECORDED)
def test_a_recorded_message_comes_back_unchanged(direction: str, text: str) -> None:
    assert json.loads(wire.encode(DECODERS[direction](text))) == json.loads(text)


def test_the_page_records_every_message() -> None:
    recorded = {json.loads(text)["type"] for _, text in RECORDED}
    known = {
        member.__struct_config__.tag
        for union in (wire.PhoneMessage, wire.FirstMessage, wire.RemoteMessage, wire.ToPhone, wire.ToTeacher)
        for member in union.__args__
    }
    assert known <= recorded


def test_the_page_names_every_command() -> None:
    text = PAGE.read_text("utf-8")
    for member in wire.TeacherMessage.__args__:
        tag = member.__struct_config__.tag
        assert f"`{tag}`" in text or f'"type":"{tag}"' in text


@given(st.binary() | st.text())
def test_anything_else_is_a_bad_message(frame: bytes | str) -> None:
    for decode in (wire.decode_first, wire.decode_phone, wire.decode_teacher, wire.decode_remote):
        with pytest.raises(wire.BadMessage):
            decode(frame)


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
TWIGS = LEAVES | st.lists(LEAVES, max_size=3) | st.dictionaries(st.text(max_size=5), LEAVES, max_size=3)
JUNK = TWIGS | st.lists(TWIGS, max_size=3) | st.dictionaries(st.text(max_size=5), TWIGS, max_size=3)
TO_SERVER = [json.loads(text) for direction, text in RECORDED if direction in ("phone", "teacher")]


@given(st.sampled_from(TO_SERVER), st.data())
def test_a_message_with_junk_in_it_is_a_value_or_a_bad_message(message: dict[str, object], data: st.DataObject) -> None:
    spoilt = {**message, data.draw(st.sampled_from([*message, "other"])): data.draw(JUNK)}
    for decode in (wire.decode_first, wire.decode_phone, wire.decode_teacher, wire.decode_remote):
        with contextlib.suppress(wire.BadMessage):
            assert json.loads(wire.encode(decode(json.dumps(spoilt))))["type"] == spoilt["type"]


@pytest.mark.parametrize(("direction", "text"), RECORDED)
def test_a_message_in_a_binary_frame_is_a_bad_message(direction: str, text: str) -> None:
    with pytest.raises(wire.BadMessage):
        DECODERS[direction](text.encode())


LONGEST = "x" * 200


def test_the_limits_are_beyond_every_honest_phone() -> None:
    hello = wire.Hello(proto=1, room_code=LONGEST, session=LONGEST, token=LONGEST, name=LONGEST)
    assert wire.decode_phone(wire.encode(hello)) == hello
    for value in (Choice((99,) * 16), Words(("x" * 200,) * 30), Text("x" * 2_000)):
        sent = wire.AnswerSent(slide=LONGEST, round=10_000, revision=2**53, value=value)
        assert wire.decode_phone(wire.encode(sent)) == sent


@pytest.mark.parametrize(
    "frame",
    [
        '{"type":"answer","slide":"s1","round":1,"revision":1,"value":{"kind":"choice","options":[0]},"extra":1}',
        '{"type":"answer","slide":"s1","round":"1","revision":1,"value":{"kind":"choice","options":[0]}}',
        '{"type":"answer","slide":"s1","round":1,"revision":1,"value":{"kind":"choice","options":["0"]}}',
        '{"type":"answer","slide":"s1","round":1,"revision":1,"value":{"kind":"other"}}',
        '{"type":"next"}',
        '{"type":"join","participant":"p9","name":"x","token_hash":""}',
        "[" * 5000,
    ],
)
def test_a_phone_cannot_send(frame: str) -> None:
    with pytest.raises(wire.BadMessage):
        wire.decode_phone(frame)


@pytest.mark.parametrize("tag", ["join", "answer", "tick"])
def test_a_teacher_screen_cannot_speak_for_the_server_or_a_student(tag: str) -> None:
    with pytest.raises(wire.BadMessage):
        wire.decode_teacher(json.dumps({"type": tag}))
