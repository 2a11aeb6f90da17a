"""Phones and a teacher screen that speak the real protocol over a real websocket, for tests. No browser, no Qt."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import threading
import time
from collections.abc import Callable
from typing import ClassVar, TypeVar
from urllib.parse import urlsplit

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from polling import wire
from polling.answers import Choice, Text, Value, Words
from polling.commands import TeacherCommand

PATIENCE_S = 20.0
"""How long a test waits for what must come before it fails."""

Message = TypeVar("Message")


class WireClient:
    """One websocket whose messages are kept in order. A fixture closes those that a test leaves open."""

    open_ones: ClassVar[list[WireClient]] = []

    def __init__(
        self, url: str, decode: Callable[[str], object], origin: str | None = None, address: str = "127.0.0.1"
    ) -> None:
        parts = urlsplit(url)
        self._decode = decode
        self._until_closed = contextlib.ExitStack()
        self._socket = self._until_closed.enter_context(
            connect(
                f"ws://{parts.netloc}/ws",
                origin=origin or f"http://{parts.netloc}",
                compression=None,
                open_timeout=10,
                source_address=(address, 0),
            )
        )
        self.open_ones.append(self)
        self.heard: list[object] = []
        self.is_closed = False
        self._news = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def say(self, message: wire.Incoming | TeacherCommand) -> None:
        """Send one message."""
        self._socket.send(wire.encode(message))

    def say_raw(self, frame: str | bytes) -> None:
        """Send any frame."""
        self._socket.send(frame)

    def waits_for(self, kind: type[Message], such: Callable[[Message], bool] = lambda _: True) -> Message:
        """The latest message of this type that fits, once there is one. Fails after PATIENCE_S."""
        until = time.monotonic() + PATIENCE_S
        with self._news:
            while True:
                for message in reversed(self.heard):
                    if isinstance(message, kind) and such(message):
                        return message
                if not self._news.wait(max(0.0, until - time.monotonic())):
                    raise AssertionError(f"no {kind.__name__} came that fits; heard {self.heard[-5:]}")

    def last(self, kind: type[Message]) -> Message | None:
        """The latest message of this type, if one came."""
        with self._news:
            return next((each for each in reversed(self.heard) if isinstance(each, kind)), None)

    def waits_to_be_closed(self) -> int | None:
        """Wait until the other side has closed; the code it gave. Fails after PATIENCE_S."""
        self._reader.join(PATIENCE_S)
        assert self.is_closed
        return self._socket.close_code

    def forgets(self) -> None:
        """Drop what was heard, so that only news is waited for."""
        with self._news:
            self.heard.clear()

    def closes(self) -> None:
        """Close the connection and wait for its reader."""
        self._until_closed.close()
        self._reader.join(PATIENCE_S)
        if self in self.open_ones:
            self.open_ones.remove(self)

    def _read(self) -> None:
        try:
            while True:
                message = self._decode(str(self._socket.recv()))
                with self._news:
                    self.heard.append(message)
                    self._news.notify_all()
        except ConnectionClosed:
            pass
        with self._news:
            self.is_closed = True
            self._news.notify_all()


class WirePhone(WireClient):
    """A student's phone that counts its own revisions and has no outbox: it says when an ack does not come."""

    def __init__(
        self, join_url: str, name: str = "", token: str = "", room_code: str | None = None, address: str = "127.0.0.1"
    ) -> None:
        super().__init__(join_url, wire.decode_to_phone, address=address)
        self.room_code = urlsplit(join_url).path.strip("/") if room_code is None else room_code
        self.revision = 0
        self.say(wire.Hello(proto=wire.PROTOCOL, room_code=self.room_code, token=token, name=name))

    @property
    def welcome(self) -> wire.Welcome:
        """What the server said when this phone came in."""
        return self.waits_for(wire.Welcome)

    @property
    def state(self) -> wire.PhoneState:
        """The state with the highest revision."""
        states = [each for each in [self.last(wire.PhoneState), self.welcome.state] if each is not None]
        return max(states, key=lambda each: each.revision)

    def sees(self, such: Callable[[wire.PhoneState], bool]) -> wire.PhoneState:
        """The state, once it fits."""
        if such(self.welcome.state) and self.last(wire.PhoneState) is None:
            return self.welcome.state
        return self.waits_for(wire.PhoneState, such)

    def answers(self, value: Value) -> wire.AnswerSent:
        """Send an answer to the question at hand, without waiting."""
        question = self.state.question
        assert question is not None
        kept = [each.revision for each in self.welcome.answers if each.slide == question.slide]
        self.revision = max([self.revision, *kept]) + 1
        sent = wire.AnswerSent(slide=question.slide, round=question.round, revision=self.revision, value=value)
        self.say(sent)
        return sent

    def is_stored(self, sent: wire.AnswerSent) -> None:
        """Wait for the ack of this answer."""
        self.waits_for(wire.Ack, lambda ack: (ack.slide, ack.revision) == (sent.slide, sent.revision))

    def chooses(self, *letters: str) -> None:
        """Tap options by their letter, and see that it is stored."""
        self.is_stored(self.answers(Choice(tuple("ABCDEF".index(letter) for letter in letters))))

    def sends(self, *words: str) -> None:
        """Put words on the web, and see that they are stored."""
        self.is_stored(self.answers(Words(words)))

    def writes(self, text: str) -> None:
        """Answer an open question, and see that it is stored."""
        self.is_stored(self.answers(Text(text)))


class WireTeacher(WireClient):
    """A teacher screen."""

    def __init__(self, teacher_url: str, *, is_presenter: bool = False, key: str | None = None) -> None:
        super().__init__(teacher_url, wire.decode_to_teacher)
        shown = urlsplit(teacher_url).fragment if key is None else key
        self.say(wire.Teach(proto=wire.PROTOCOL, key=shown, is_presenter=is_presenter))

    @property
    def position(self) -> wire.PositionPart:
        """Where the lesson stands now."""
        return self.waits_for(wire.PositionPart)

    def does(self, command: TeacherCommand | wire.Release | wire.ChooseAddress) -> None:
        """Send a command, without waiting."""
        self.say(command)

    def sees(self, such: Callable[[wire.PositionPart], bool]) -> wire.PositionPart:
        """The position, once it fits."""
        return self.waits_for(wire.PositionPart, such)


class WireRemote(WireClient):
    """The teacher's own phone as a remote, paired by the address of the code on the laptop."""

    def __init__(self, code_url: str, address: str = "127.0.0.1") -> None:
        super().__init__(code_url, wire.decode_to_teacher, address=address)
        self.code_url = code_url
        self.number = 0
        secret = urlsplit(code_url).fragment.removeprefix("r.").encode()
        self.say(wire.Pair(proto=wire.PROTOCOL, nonce="5f2e", proof=proof(secret, "pair.5f2e")))
        paired = self.waits_for(wire.Paired)
        self.id = paired.remote
        self.key = bytes.fromhex(proof(secret, f"key.5f2e.{paired.nonce}"))

    @property
    def digits(self) -> str:
        """The two digits that stand on it."""
        return f"{int(proof(self.key, 'digits')[:8], 16) % 100:02}"

    def sealed(self, body: str) -> wire.Sealed:
        """A command, ready to be sent."""
        self.number += 1
        return wire.Sealed(n=self.number, body=body, proof=proof(self.key, f"{self.number}.{body}"))

    def does(self, command: wire.RemoteCommand) -> wire.Sealed:
        """Send a command, without waiting; what was sent."""
        said = self.sealed(wire.encode(command))
        self.say(said)
        return said


def proof(key: bytes, text: str) -> str:
    """The HMAC of a text, as remotes show it."""
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
