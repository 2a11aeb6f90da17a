"""Where the teacher's remotes come in: joins `remotes`, which says who may steer, with the live session, which obeys.
No websockets: connections are `Line`s."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from polling import tokens
from polling.live import LiveSession, Work
from polling.remotes import PAIR_WITHIN_S, Remote, Remotes
from polling.seats import Line
from polling.wire import (
    PROTOCOL,
    JudgeRemote,
    Outgoing,
    Pair,
    RefusedMessage,
    RemoteCode,
    RemoteCommand,
    RemotesPart,
    Sealed,
    Steer,
    Teach,
    Waiting,
    decode_sealed,
    encode,
)


class RemoteDoor:
    """The remotes of one server and the connections they have."""

    def __init__(
        self, live: LiveSession, teacher_url: Callable[[str], str], now_s: Callable[[], float] = monotonic
    ) -> None:
        """`teacher_url` makes the address of the teacher page with a secret in its fragment."""
        self._live = live
        self._teacher_url = teacher_url
        self._now_s = now_s
        self._remotes = Remotes(tokens.new_key)
        self._lines: dict[str, Line] = {}

    def offer(self, screen: Line) -> None:
        """A new code, told to this screen alone."""
        url = self._teacher_url(f"r.{self._remotes.offer(self._now_s())}")
        screen.tell(encode(RemoteCode(url=url, seconds=round(PAIR_WITHIN_S))))

    def come_in(self, line: Line, asked: Pair | Steer) -> Remote | None:
        """A phone says that it is a remote, or wants to be one. None (and it was told) when it is not let in."""
        remote = self._steering(line, asked) if isinstance(asked, Steer) else self._paired(line, asked)
        if remote is None:
            return None
        self._lines[remote.id] = line
        if remote.is_in:
            self._attach(line)
        else:
            _tell(line, Waiting())
            self._tell_screens()
        return remote

    def _steering(self, line: Line, asked: Steer) -> Remote | None:
        remote = self._remotes.steers(asked) if asked.proto == PROTOCOL else None
        if remote is None:
            _refuse(line, "not_paired" if asked.proto == PROTOCOL else "old_page")
        return remote

    def _paired(self, line: Line, asked: Pair) -> Remote | None:
        paired = self._remotes.pair(asked, self._now_s()) if asked.proto == PROTOCOL else None
        if paired is None:
            _refuse(line, "code_closed" if asked.proto == PROTOCOL else "old_page")
            return None
        _tell(line, paired[1])
        return paired[0]

    def command(self, remote: Remote, sealed: Sealed) -> RemoteCommand | None:
        """What a remote asks; None when it must not be obeyed. Raises BadMessage for what a remote may not ask."""
        body = self._remotes.opened(remote, sealed)
        return None if body is None else decode_sealed(body)

    def judge(self, screen: Line, judged: JudgeRemote) -> None:
        """The teacher lets a remote steer, or sends it away."""
        if not self._remotes.judge(judged.remote, judged.yes):
            _refuse(screen, "unknown_remote")
            return
        line = self._lines.get(judged.remote)
        if line is not None and judged.yes:
            self._attach(line)
        elif line is not None:
            _refuse(line, "not_paired")
            line.hang_up()
        self._tell_screens()

    def leave(self, remote: Remote, line: Line) -> None:
        """This connection is gone. Who was not let in yet has to begin anew."""
        if self._lines.get(remote.id) is line:
            del self._lines[remote.id]
            if self._remotes.has(remote) and not remote.is_in:
                self._remotes.judge(remote.id, yes=False)
                self._tell_screens()

    def _attach(self, line: Line) -> None:
        self._live.take(Work(Teach(proto=PROTOCOL, key=""), screen=line))

    def _tell_screens(self) -> None:
        self._live.take(Work(RemotesPart(revision=0, remotes=self._remotes.views)))


def _refuse(line: Line, code: str) -> None:
    _tell(line, RefusedMessage(code=code))


def _tell(line: Line, message: Outgoing) -> None:
    line.tell(encode(message))
