"""polling/phone_state.py and all that leaves the server: nothing of a right answer reaches a phone before its reveal.
Two lessons that differ only in what is right give the same bytes, whatever phones ask and answer. The whole server on
real sockets, with chance and time held still."""

from __future__ import annotations

import functools
import random
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
import websockets.asyncio.server
from PIL import Image

from polling import commands, live, wire
from polling.live import Work
from polling.pace import Rate
from polling.phone_state import phone_state
from polling.room import Room
from tests.polling.conftest import RunningServer
from tests.raw_sockets import RawPhone, fetched

QUIZ = """<!-- time: 30
     shuffle: true
     points: 2 -->

# Waarin meten we hoe hard geluid is?

![Een oor](media/oor.png)

- [{0}] Decibel
  > Klopt: naar meneer Bell.
- [{1}] Hertz
  > Nee, dat is de hoogte.
- [{2}] ![Een meter](media/meter.png)
  > Nee, dat is de lengte.

> Bell vond de telefoon uit.
"""
SEVERAL = """<!-- multi: true -->

# Waar gaat geluid doorheen?

- [{0}] Lucht
- [{1}] Water
- [{2}] Niets
"""
OPEN = """<!-- answer: {0} -->

# Hoe heet een toon die je niet hoort?
"""


def lesson(quiz: str, several: str, accepted: str) -> str:
    """The lesson with these options right: `x..` is the first."""
    slides = [
        QUIZ.format(*quiz.replace(".", " ")),
        SEVERAL.format(*several.replace(".", " ")),
        OPEN.format(accepted),
        "# Klaar\n",
    ]
    return "---\ntitle: Geluid\nlanguage: nl\n---\n\n" + "\n---\n\n".join(slides)


ONE = lesson("x..", "xx.", "ultrageluid")
OTHERS = {
    "another option is right": lesson(".x.", "xx.", "ultrageluid"),
    "the picture is right": lesson("..x", "xx.", "ultrageluid"),
    "other options of several are right": lesson("x..", ".xx", "ultrageluid"),
    "another text is accepted": lesson("x..", "xx.", "infrageluid | te laag"),
    "everything else is right": lesson("..x", "x.x", "iets"),
    "other things are said of the options": ONE.replace("Klopt: naar meneer Bell.", "Ja.").replace("telefoon", "radio"),
}
REQUESTS = [
    "GET / HTTP/1.1\nHost: HOST\n\n",
    "GET / HTTP/1.1\nHost: HOST\nAccept-Encoding: gzip\n\n",
    "GET /4271 HTTP/1.1\nHost: HOST\n\n",
    "HEAD / HTTP/1.1\nHost: HOST\n\n",
    "GET /session HTTP/1.1\nHost: HOST\n\n",
    "GET /teacher HTTP/1.1\nHost: HOST\n\n",
    "GET /favicon.ico HTTP/1.1\nHost: HOST\n\n",
    "GET /lesson.md HTTP/1.1\nHost: HOST\n\n",
    "GET /media/oor.png HTTP/1.1\nHost: HOST\n\n",
    "GET /media/00000000000000000000000000000000.jpg HTTP/1.1\nHost: HOST\n\n",
    "GET / HTTP/1.1\nHost: elsewhere.example\n\n",
    "GET /ws HTTP/1.1\nHost: HOST\n\n",
]


class Turn:
    """A teacher screen that only says when everything before it was told."""

    def __init__(self) -> None:
        self.came = threading.Event()

    def tell(self, frame: str) -> None:
        self.came.set()

    def hang_up(self) -> None:
        pass


class Recording:
    """A lesson that is given twice to the same class by the same script, and all bytes that came back."""

    def __init__(self, folder: Path, text: str) -> None:
        (folder / "les" / "media").mkdir(parents=True)
        (folder / "les" / "lesson.md").write_text(text, "utf-8")
        for name, colour in (("oor", "pink"), ("meter", "grey")):
            Image.new("RGB", (90, 60), colour).save(folder / "les" / "media" / f"{name}.png")
        self.now_ms = 0
        self.server = RunningServer(folder / "les", folder / "data", now_ms=lambda: self.now_ms)
        self.port = self.server.server.port
        self.phones: list[RawPhone] = []
        self.pages: list[bytes] = []
        self._beats = 0

    def bytes_so_far(self) -> list[bytes]:
        """Everything, with the port that the system chose left out."""
        self.catches_up()
        port = f":{self.port}".encode()
        return [each.replace(port, b":PORT") for each in (*self.pages, *(phone.recorded for phone in self.phones))]

    def fetches_pages(self) -> None:
        self.pages += [fetched(self.port, request) for request in REQUESTS]

    def opens(self, **hello: object) -> RawPhone:
        phone = RawPhone(self.port)
        phone.says({"type": "hello", "proto": 1, "room_code": "4271", **hello})
        self.phones.append(phone)
        return phone

    def joins(self, name: str) -> RawPhone:
        phone = self.opens(name=name)
        phone.waits_for("welcome")
        return phone

    def teaches(self, command: commands.Command) -> None:
        self._takes(Work(command))
        self.catches_up()

    def answers(self, phone: RawPhone, slide: str, revision: int, value: dict[str, Any], reply: str = "ack") -> None:
        phone.says({"type": "answer", "slide": slide, "round": 1, "revision": revision, "value": value})
        phone.waits_for(reply, slide=slide, revision=revision)

    def catches_up(self) -> None:
        """Wait until the session has told all, and all phones have read it."""
        turn = Turn()
        self._takes(Work(wire.JudgeClaim(claim="none", yes=False), screen=turn))
        assert turn.came.wait(20)
        self._beats += 1
        for phone in self.phones:
            phone.catches_up(self._beats)

    def leaves(self, phone: RawPhone) -> bytes:
        self.catches_up()
        self.phones.remove(phone)
        self.pages.append(phone.recorded)
        phone.closes()
        return phone.recorded

    def ends(self) -> None:
        for phone in self.phones:
            phone.closes()
        self.server.stop()

    def _takes(self, work: Work) -> None:
        self.server.call(lambda: self.server.live.take(work))


def choice(*options: int) -> dict[str, Any]:
    return {"kind": "choice", "options": options}


def until_the_reveal(class_: Recording) -> None:
    """Everything a class does before anything is revealed, and what students try who want to know more."""
    class_.fetches_pages()
    class_.opens().waits_for("greeting")
    ana, bo, cas = (class_.joins(name) for name in ("Ana", "Bo", "Cas"))
    class_.opens(name="Dik", room_code="0000").waits_for("refused", code="room_code")
    stranger = class_.opens()
    stranger.waits_for("greeting")
    class_.teaches(commands.GoTo("s1"))
    class_.answers(stranger, "s1", 1, choice(0), "refused")
    asked = ana.waits_for("state", view="question")["question"]
    pictures = [asked["picture"], *(each["picture"] for each in asked["options"] if each["picture"])]
    assert len(pictures) == 2
    class_.pages += [fetched(class_.port, f"GET {path} HTTP/1.1\nHost: HOST\n\n") for path in pictures]
    for revision, option in enumerate((0, 1, 2), 1):
        for phone in (ana, bo):
            class_.answers(phone, "s1", revision, choice((option + (phone is bo)) % 3))
    class_.now_ms += 4000
    class_.answers(cas, "s1", 1, choice(0, 1), "refused")
    class_.answers(cas, "s1", 2, choice(9), "refused")
    class_.answers(cas, "s2", 3, choice(0), "refused")
    token = cas.waits_for("welcome")["token"]
    class_.leaves(cas)
    cas = class_.opens(token=token, room_code="")
    cas.waits_for("welcome")
    class_.answers(cas, "s1", 5, choice(2))
    class_.teaches(commands.SwitchLive())
    class_.teaches(commands.Pause())
    class_.teaches(commands.Resume())
    class_.teaches(commands.Close())
    class_.answers(ana, "s1", 9, choice(0), "refused")
    class_.teaches(commands.GoTo("s2"))
    class_.answers(ana, "s2", 10, choice(0, 1))
    class_.answers(bo, "s2", 10, choice(1, 2))
    class_.answers(cas, "s2", 10, choice(0, 2))
    class_.teaches(commands.Close())
    class_.teaches(commands.GoTo("s3"))
    class_.answers(ana, "s3", 11, {"kind": "text", "text": "Ultrageluid"})
    class_.answers(bo, "s3", 11, {"kind": "text", "text": "infrageluid"})
    class_.teaches(commands.Close())
    class_.teaches(commands.GoTo("s1"))
    class_.joins("Els")
    class_.fetches_pages()


def after_the_reveal(class_: Recording) -> None:
    for slide in ("s1", "s2"):
        class_.teaches(commands.GoTo(slide))
        class_.teaches(commands.Reveal())


def held_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """No chance and no time: the same script gives the same bytes."""
    seeded = random.Random(4271)
    monkeypatch.setattr("polling.tokens.new_token", lambda: f"{seeded.getrandbits(128):032x}")
    monkeypatch.setattr("polling.tokens.new_key", lambda: "key")
    monkeypatch.setattr("polling.tokens.new_room_code", lambda: "4271")
    monkeypatch.setattr("polling.tokens.new_session_id", lambda: "testsession")
    monkeypatch.setattr("polling.tokens.shuffled", lambda count: tuple(seeded.sample(range(count), count)))
    monkeypatch.setattr("email.utils.formatdate", lambda *_, **__: "Wed, 25 Nov 2026 09:00:00 GMT")
    monkeypatch.setattr("polling.conversations.PHONE", Rate(per_s=1_000, burst=10_000))
    without_pings = functools.partial(_served_without_pings, websockets.asyncio.server.serve)
    monkeypatch.setattr("polling.server.serve", without_pings)


def _served_without_pings(serve: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    """A ping holds random bytes, and comes when ten seconds have passed."""
    return serve(*arguments, **{**named, "ping_interval": None})


def recorded(folder: Path, text: str) -> tuple[list[bytes], list[bytes]]:
    """All bytes until the reveal, and all with it."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        held_still(monkeypatch)
        class_ = Recording(folder, text)
        try:
            until_the_reveal(class_)
            before = class_.bytes_so_far()
            after_the_reveal(class_)
            return before, class_.bytes_so_far()
        finally:
            class_.ends()


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[bytes], list[bytes]]:
    return recorded(tmp_path_factory.mktemp("one"), ONE)


@pytest.mark.parametrize("difference", OTHERS)
def test_a_lesson_in_which_something_else_is_right_gives_the_same_bytes_until_the_reveal(
    one: tuple[list[bytes], list[bytes]], tmp_path: Path, difference: str
) -> None:
    before, after = recorded(tmp_path, OTHERS[difference])
    assert before == one[0]
    assert (after != one[1]) == (difference != "another text is accepted")


def test_what_was_recorded_is_what_phones_see(one: tuple[list[bytes], list[bytes]]) -> None:
    before = b"".join(one[0])
    for expected in (b"HTTP/1.1 101", b"HTTP/1.1 421", b"HTTP/1.1 404", b"HTTP/1.1 403", b"image/jpeg", b'"greeting"'):
        assert expected in before
    for expected in (b'"ack"', b'"refused"', b"not_joined", b"too_many_options", b"bad_value", b"Decibel", b'"closed"'):
        assert expected in before
    for secret in (b"Klopt", b"Bell vond", b'"right":true', b'"right":false', b"ultrageluid"):
        assert secret not in before
    assert b"Klopt" in b"".join(one[1])


def leaking(room: Room, now_ms: int, pictures: Any) -> wire.PhoneState:
    """A state that tells the right options while they are asked."""
    state = phone_state(room, now_ms, pictures)
    if state.question is None or room.question is None:
        return state
    options = tuple(
        msgspec.structs.replace(option, right=place in room.question.right)
        for place, option in enumerate(state.question.options)
    )
    return msgspec.structs.replace(state, question=msgspec.structs.replace(state.question, options=options))


def test_a_state_that_leaks_is_noticed(
    one: tuple[list[bytes], list[bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "phone_state", leaking)
    first, _ = recorded(tmp_path / "1", ONE)
    second, _ = recorded(tmp_path / "2", OTHERS["another option is right"])
    assert first != second
