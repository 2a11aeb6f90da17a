"""The polling server: websockets and pages on one port. It knows connections and nothing of lessons; what is said goes
to the live session and comes back as frames."""

from __future__ import annotations

import asyncio
import contextlib
import errno
from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path
from time import monotonic

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from polling import addresses, pages, pictures, tokens
from polling.addresses import Address
from polling.gate import MOST, Gate
from polling.guesses import Tarpit, Tries
from polling.hosts import Hosts, is_own_origin
from polling.live import Gone, LiveSession, Work
from polling.pace import PHONE, SCREEN, Pace, Verdict
from polling.reception import has_room_code, known_by_token
from polling.remote_door import RemoteDoor
from polling.seats import Line, Phone
from polling.sockets import SocketLine, address_of, counted_by, is_from_here
from polling.wire import (
    MAX_FRAME,
    PROTOCOL,
    BadMessage,
    ChooseAddress,
    Heartbeat,
    HeartbeatBack,
    Hello,
    JudgeRemote,
    OfferRemote,
    Pair,
    RefusedMessage,
    Release,
    Steer,
    Teach,
    decode_first,
    decode_phone,
    decode_remote,
    decode_teacher,
    encode,
)

OPEN_WITHIN_S = 5.0
"""A connection that has not asked for something whole, or not taken the answer, is closed by then."""
HELLO_WITHIN_S = 3.0
"""A connection that has not said what it is by then is closed."""
LOOK_FOR_ADDRESSES_EVERY_S = 5.0
BACKLOG = 4096
"""Connections that may wait to be accepted: a whole school that scans at once."""
PORTS = (80, *range(8080, 8100), 0)
"""Tried in order when none is asked for; 0 is any that is free."""


class CannotListen(Exception):
    """No port could be had. `port` is the one that was asked for."""

    def __init__(self, port: int) -> None:
        super().__init__(f"cannot listen on port {port}")
        self.port = port


class _PutOut(Exception):
    """This connection has had its last chance."""


class PollingServer:
    """Listens for one live session until it is released, ended or abandoned."""

    def __init__(
        self,
        live: LiveSession,
        key: str,
        bind: str,
        folder: Path,
        orphan_s: float = 0,
        most_connections: int = MOST,
        has_screen: bool = True,
    ) -> None:
        """`bind` is the address to listen on ("0.0.0.0" for all); `orphan_s` 0 means: never let go by itself. Where the
        laptop has no screen to show a remote's code on, its own key steers from anywhere."""
        self._live = live
        self._key = key
        self._has_screen = has_screen
        self._bind = bind
        self._folder = folder
        self._orphan_s = orphan_s
        self._originals = {
            path: target for target, path in pictures.paths(live.room.lesson, live.room.started.media).items()
        }
        live.pictures = {target: path for path, target in self._originals.items()}
        self._table = pages.with_text(pages.build_table(), "/session", live.room.started.session)
        self._pictures_made: dict[str, asyncio.Task[None]] = {}
        self._listener: Server | None = None
        self._released = asyncio.Event()
        self._presenters = 0
        self._abandoned: asyncio.TimerHandle | None = None
        self._hosts = Hosts()
        self._gate: Gate[ServerConnection] = Gate(most_connections)
        self._tarpit = Tarpit()
        self._remotes = RemoteDoor(live, self._hosts.teacher_url)

    async def listen(self, ports: Sequence[int] = PORTS) -> None:
        """Listen on the first of these ports that is free. Raises CannotListen."""
        for port in ports:
            try:
                self._listener = await serve(
                    self._converse,
                    self._bind,
                    port,
                    process_request=self._answer,
                    compression=None,
                    create_connection=counted_by(self._gate),
                    max_size=MAX_FRAME,
                    max_queue=4,
                    open_timeout=OPEN_WITHIN_S,
                    ping_interval=10,
                    ping_timeout=10,
                    close_timeout=2,
                    server_header=None,
                    backlog=BACKLOG,
                )
            except OSError as reason:
                if reason.errno not in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL):
                    raise
                continue
            await self._look_for_addresses(next(iter(self._listener.sockets)).getsockname()[1])
            self._wait_for_a_presenter()
            return
        raise CannotListen(ports[0])

    async def serve(self) -> None:
        """Give the session until it is released, ended or abandoned; then say goodbye to everyone."""
        assert self._listener is not None
        running = [
            asyncio.create_task(self._live.run()),
            asyncio.create_task(self._follow_addresses()),
            asyncio.create_task(self._live.ended.wait()),
            asyncio.create_task(self._released.wait()),
        ]
        try:
            done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)
            await self._live.close()
            self._listener.close()
            await self._listener.wait_closed()

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self._hosts.port

    @property
    def join_url(self) -> str:
        """The address and room code in the QR code."""
        return self._hosts.join_url(self._live.room.started.room_code)

    @property
    def teacher_url(self) -> str:
        """The teacher page, with the key in the fragment, which never leaves the browser."""
        return self._hosts.teacher_url(self._key)

    # ---- pages -------------------------------------------------------------------------------------------------

    async def _answer(self, connection: ServerConnection, request: Request) -> Response | None:
        """A page, or None to go on with a websocket. Everything foreign is refused before it is looked at."""
        host = self._hosts.own(request.headers.get_all("Host"))
        if host is None:
            return _response(pages.Page(421, (("Content-Length", "0"),), b""))
        path = request.path.partition("?")[0]
        if path == "/ws" and request.method == "GET":
            is_own = is_own_origin(request.headers.get_all("Origin"), host)
            return None if is_own else _response(pages.Page(403, (("Content-Length", "0"),), b""))
        if path == pages.FILM and not is_from_here(connection.transport):
            return _response(pages.Page(403, (("Content-Length", "0"),), b""))
        if path in self._originals:
            await self._make_picture(path)
        page = pages.respond(self._table, request.method, request.path, request.headers.raw_items(), host)
        return _response(page)

    async def _make_picture(self, path: str) -> None:
        """Make a picture when it is asked for the first time, once, however many ask and whatever becomes of it."""
        if path not in self._pictures_made:
            self._pictures_made[path] = asyncio.create_task(self._add_picture(path))
        await asyncio.shield(self._pictures_made[path])

    async def _add_picture(self, path: str) -> None:
        original = self._folder / self._originals[path]
        body = await asyncio.to_thread(pictures.for_phone, original)
        if body is not None:
            self._table = pages.with_pictures(self._table, {path: body})

    # ---- conversations -----------------------------------------------------------------------------------------

    async def _converse(self, connection: ServerConnection) -> None:
        line = SocketLine(connection)
        try:
            async with asyncio.timeout(HELLO_WITHIN_S):
                first = decode_first(await connection.recv())
            if isinstance(first, Hello):
                await self._with_phone(connection, Phone(line, address_of(connection.transport)), first)
            elif isinstance(first, Teach):
                await self._with_teacher(connection, line, first)
            else:
                await self._with_remote(connection, line, first)
        except BadMessage:
            line.tell(encode(RefusedMessage(code="bad_message")))
            await connection.close(1008)
        except (TimeoutError, _PutOut):
            await connection.close(1008)
        except ConnectionClosed:
            pass

    async def _with_phone(self, connection: ServerConnection, phone: Phone, hello: Hello) -> None:
        pace, tries = Pace(PHONE, monotonic()), Tries()
        try:
            await self._greet(connection, phone, hello, tries)
            async for frame in connection:
                if not _is_heard(pace, phone.line):
                    continue
                message = decode_phone(frame)
                phone.heard_ms = self._live.now_ms()
                match message:
                    case Heartbeat():
                        self._beat(phone.line, message)
                    case Hello():
                        await self._greet(connection, phone, message, tries)
                    case _:
                        self._live.take(Work(message, phone=phone))
        finally:
            self._live.take(Work(Gone(), phone=phone))

    async def _greet(self, connection: ServerConnection, phone: Phone, hello: Hello, tries: Tries) -> None:
        """Hand a hello on to the session, which answers it. Who guesses is held back, and put out in the end."""
        room = self._live.room
        is_known = known_by_token(room, hello) is not None
        is_right = is_known or has_room_code(room, hello)
        if is_right:
            self._gate.let_in(connection)
        else:
            await _closes_within(connection, self._tarpit.hold_s(monotonic()))
        tries.count(wrong_code=not is_right, unknown_token=bool(hello.token) and not is_known)
        if tries.are_up:
            phone.tell(RefusedMessage(code="room_code"))
            raise _PutOut
        self._live.take(Work(hello, phone=phone))

    async def _with_teacher(self, connection: ServerConnection, line: SocketLine, teach: Teach) -> None:
        is_near = not self._has_screen or self._hosts.is_here(address_of(connection.transport))
        is_key = is_near and tokens.is_key(teach.key, self._key)
        if teach.proto != PROTOCOL or not is_key:
            line.tell(encode(RefusedMessage(code="wrong_key" if teach.proto == PROTOCOL else "old_page")))
            raise _PutOut
        self._gate.let_in(connection)
        self._live.take(Work(teach, screen=line))
        self._presenter_came(teach)
        pace = Pace(SCREEN, monotonic())
        try:
            async for frame in connection:
                if _is_heard(pace, line):
                    self._obey(line, decode_teacher(frame))
        finally:
            self._live.take(Work(Gone(), screen=line))
            self._presenter_left(teach)

    async def _with_remote(self, connection: ServerConnection, line: SocketLine, asked: Pair | Steer) -> None:
        """Only what is sealed by a remote that the teacher let in is obeyed; anything else ends the connection."""
        remote = self._remotes.come_in(line, asked)
        if remote is None:
            await _closes_within(connection, self._tarpit.hold_s(monotonic()))
            raise _PutOut
        self._gate.let_in(connection)
        pace = Pace(SCREEN, monotonic())
        try:
            async for frame in connection:
                if not _is_heard(pace, line):
                    continue
                message = decode_remote(frame)
                if isinstance(message, Heartbeat):
                    self._beat(line, message)
                    continue
                command = self._remotes.command(remote, message)
                if command is None:
                    line.tell(encode(RefusedMessage(code="not_genuine")))
                    raise _PutOut
                self._obey(line, command)
        finally:
            self._live.take(Work(Gone(), screen=line))
            self._remotes.leave(remote, line)

    def _obey(self, line: SocketLine, message: object) -> None:
        match message:
            case Heartbeat() as heartbeat:
                self._beat(line, heartbeat)
            case Release():
                self._live.is_let_go = True
                self._released.set()
            case ChooseAddress(host=host):
                self._choose(line, host)
            case OfferRemote():
                self._remotes.offer(line)
            case JudgeRemote() as judged:
                self._remotes.judge(line, judged)
            case Teach():
                pass
            case command:
                self._live.take(Work(command, screen=line))  # type: ignore[arg-type]

    def _beat(self, line: object, heartbeat: Heartbeat) -> None:
        assert isinstance(line, SocketLine)
        line.tell(encode(HeartbeatBack(sent_ms=heartbeat.sent_ms, now=self._live.now_ms())))

    # ---- presenters --------------------------------------------------------------------------------------------

    def _presenter_came(self, teach: Teach) -> None:
        if teach.is_presenter:
            self._presenters += 1
            if self._abandoned is not None:
                self._abandoned.cancel()

    def _presenter_left(self, teach: Teach) -> None:
        if teach.is_presenter:
            self._presenters -= 1
            self._wait_for_a_presenter()

    def _wait_for_a_presenter(self) -> None:
        if self._orphan_s and not self._presenters:
            self._abandoned = asyncio.get_running_loop().call_later(self._orphan_s, self._released.set)

    # ---- addresses ---------------------------------------------------------------------------------------------

    async def _follow_addresses(self) -> None:
        while True:
            await asyncio.sleep(LOOK_FOR_ADDRESSES_EVERY_S)
            await self._look_for_addresses(self.port)

    async def _look_for_addresses(self, port: int) -> None:
        found = (Address(self._bind, ""),) if self._bind != "0.0.0.0" else await asyncio.to_thread(addresses.find)
        if self._hosts.find(found, port):
            self._tell_address()

    def _choose(self, line: SocketLine, host: str) -> None:
        if self._hosts.choose(host):
            self._tell_address()
        else:
            line.tell(encode(RefusedMessage(code="unknown_address")))

    def _tell_address(self) -> None:
        self._live.take(
            Work(self._hosts.part(self._live.room.started.room_code, "" if self._has_screen else self._key))
        )


async def _closes_within(connection: ServerConnection, seconds: float) -> None:
    """Wait so long, or until the connection is closed."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await connection.wait_closed()


def _is_heard(pace: Pace, line: Line) -> bool:
    """Whether a message that came now is looked at. Raises _PutOut for one too many."""
    verdict = pace.judge(monotonic())
    if verdict is Verdict.OVER:
        raise _PutOut
    if verdict is Verdict.TOLD:
        line.tell(encode(RefusedMessage(code="too_fast")))
    return verdict is Verdict.HEARD


def _response(page: pages.Page) -> Response:
    headers = Headers([*page.headers, ("Connection", "close")])
    return Response(page.status, HTTPStatus(page.status).phrase, headers, page.body)
