"""A whole lesson in which much goes wrong, and what the logs say about it: nothing of what anybody typed or holds."""

from __future__ import annotations

import re
import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from polling import commands, wire
from polling.answers import Choice, Text, Words
from tests.classroom import LESSON
from tests.polling.raw_socket import RawSocket, frame
from tests.polling_process import PollingProcess
from tests.wire_clients import WirePhone, WireTeacher

Start = Callable[..., PollingProcess]
NAME, WORD, TEXT, GUESS = "Zqnaam", "zqwoord", "zqtekst", "zqgok"
STAMP = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} ", re.MULTILINE)


def gives_the_lesson(teacher: WireTeacher, phone: WirePhone) -> None:
    """Every kind of question, answered."""
    for slide, value in (("s2", Choice((0,))), ("s4", Words((WORD,))), ("s5", Text(TEXT))):
        teacher.does(commands.GoTo(slide))
        phone.sees(lambda state, slide=slide: state.question is not None and state.question.slide == slide)  # type: ignore[misc]
        phone.is_stored(phone.answers(value))


def misbehaves(server: PollingProcess, room_code: str) -> None:
    """Bad frames, bad messages, bad requests, wrong codes, keys and tokens: all of them hold a canary."""
    hello = f'{{"type":"hello","proto":1,"room_code":"{room_code}","name":"{NAME}"'
    for sent in (
        frame(f'{hello},"x":"{GUESS}"}}'.encode()),
        frame(f"{hello}\udcff".encode("utf-8", "surrogateescape")),
        frame(f"{hello}}}".encode(), masked=False),
        frame(f"{hello}}}".encode() + b" " * wire.MAX_FRAME),
        frame(f"{hello}}}".encode()) + frame(f'{{"type":"answer","value":"{GUESS}"}}'.encode()),
    ):
        with RawSocket(server.port) as raw:
            raw.upgrades(f"X-Canary: {GUESS}")
            raw.sends(sent)
            raw.is_closed_with()
    for line in (f"GET /{room_code}/{GUESS} HTTP/1.1", f"POST /{GUESS} HTTP/1.1", f"GET /{GUESS}é HTTP/1.1", GUESS):
        with RawSocket(server.port) as raw:
            raw.asks(line, f"Host: 127.0.0.1:{server.port}", f"X-Canary: {GUESS}")
    for _ in range(2):
        stranger = WirePhone(server.join_url, GUESS, token=secrets.token_hex(16), room_code=GUESS)
        assert stranger.waits_for(wire.RefusedMessage).code == "room_code"
    WireTeacher(server.teacher_url, key=GUESS).waits_to_be_closed()


def finds_a_full_disk(server: PollingProcess, teacher: WireTeacher, phone: WirePhone) -> None:
    """The store cannot grow for a while; then it takes what had to wait."""
    import resource

    log = next((server.data / "sessions").glob("*-wal"))
    unlimited = resource.prlimit(server.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (log.stat().st_size, unlimited[1]))
    sent = phone.answers(Text(f"{TEXT} " * 20))
    teacher.waits_for(wire.RefusedMessage, lambda refused: refused.code == "not_stored")
    assert phone.last(wire.Ack) is None
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, unlimited)
    phone.is_stored(sent)


@pytest.mark.skipif(sys.platform != "linux", reason="only here can a full disk be had for one process")
def test_no_name_answer_code_token_or_key_is_in_a_log(start_polling: Start, tmp_path: Path) -> None:
    (tmp_path / "les.md").write_text(LESSON, "utf-8")
    server = start_polling(tmp_path / "les.md")
    room_code, key = urlsplit(server.join_url).path.strip("/"), urlsplit(server.teacher_url).fragment
    teacher, phone = WireTeacher(server.teacher_url), WirePhone(server.join_url, NAME)
    token = phone.welcome.token
    gives_the_lesson(teacher, phone)
    misbehaves(server, room_code)
    phone.forgets()
    again = WirePhone(server.join_url, token=token)
    assert again.welcome.name == NAME
    finds_a_full_disk(server, teacher, again)
    sessions = b"".join(path.read_bytes() for path in (server.data / "sessions").iterdir())
    assert NAME.encode() in sessions
    assert token.encode() not in sessions
    teacher.does(commands.End())
    assert server.exit_code() == 0
    logs = [tmp_path / "polling.log", *(path for path in (server.data / "logs").rglob("*") if path.is_file())]
    said = STAMP.sub("", "\n".join(path.read_text("utf-8") for path in logs))
    assert "the store refuses" in said
    assert "Traceback" not in said
    for canary in (NAME, WORD, TEXT, GUESS, token, key):
        assert canary not in said
    assert not re.search(rf"(?<!\d){room_code}(?!\d)", said)
