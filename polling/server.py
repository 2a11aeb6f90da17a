"""The polling server: websockets and pages on one port. It knows connections and nothing of lessons; what is said goes
to the live session and comes back as frames."""

from __future__ import annotations

import asyncio
import errno
import logging
from collections.abc import Iterable, Sequence
from http import HTTPStatus
from pathlib import Path

from websockets.asyncio.server import Server, ServerConnection, broadcast, serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from polling import addresses, pages, pictures, tokens
from polling.addresses import LOOPBACK, Address
from polling.live import Gone, LiveSession, Work
from polling.seats import Line, Phone
from polling.wire import (
    MAX_FRAME,
    PROTOCOL,
    AddressPart,
    AddressView,
    BadMessage,
    ChooseAddress,
    Heartbeat,
    HeartbeatBack,
    Hello,
    RefusedMessage,
    Release,
    Teach,
    decode_first,
    decode_phone,
    decode_teacher,
    encode,
)

HELLO_WITHIN_S = 3.0
"""A connection that has not said what it is by then is closed."""
LOOK_FOR_ADDRESSES_EVERY_S = 5.0
BACKLOG = 4096
"""Connections that may wait to be accepted: a whole school that scans at once."""
BEHIND_BYTES = 64 * 1024
"""More than this unsent, and a connection gets only the latest of each kind of message."""
PORTS = (80, *range(8080, 8100), 0)
"""Tried in order when none is asked for; 0 is any that is free."""

_log = logging.getLogger(__name__)


class CannotListen(Exception):
    """No port could be had. `port` is the one that was asked for."""

    def __init__(self, port: int) -> None:
        super().__init__(f"cannot listen on port {port}")
        self.port = port


class SocketLine:
    """A websocket as the live session sees it: telling never waits. What a slow one cannot take now waits in one place
    for each kind of message, where the next of its kind replaces it."""

    def __init__(self, connection: ServerConnection) -> None:
        self.connection = connection
        self._waiting: dict[str, str] = {}
        self._task: asyncio.Task[None] | None = None

    @property
    def keeps_up(self) -> bool:
        """True while little enough of what was told still waits to be sent."""
        return self._task is None and self.connection.transport.get_write_buffer_size() < BEHIND_BYTES

    def tell(self, frame: str) -> None:
        """Send a frame, or keep it as the latest of its kind."""
        if self.keeps_up:
            broadcast([self.connection], frame)
            return
        self._waiting[frame.partition(",")[0]] = frame
        if self._task is None:
            self._task = asyncio.create_task(self._catch_up())

    def hang_up(self) -> None:
        """Close the connection after what was told."""
        self._closing = asyncio.create_task(self.connection.close())

    async def _catch_up(self) -> None:
        try:
            while self._waiting:
                await self.connection.send(self._waiting.pop(next(iter(self._waiting))))
        except ConnectionClosed:
            self._waiting.clear()
        finally:
            self._task = None


def tell_all(lines: Iterable[Line], frame: str) -> None:
    """One frame to many: those that keep up get it in one sweep, the others as their latest."""
    prompt: list[ServerConnection] = []
    for line in lines:
        if isinstance(line, SocketLine) and line.keeps_up:
            prompt.append(line.connection)
        else:
            line.tell(frame)
    broadcast(prompt, frame)


class PollingServer:
    """Listens for one live session until it is released, ended or abandoned."""

    def __init__(self, live: LiveSession, key: str, bind: str, folder: Path, orphan_s: float = 0) -> None:
        """`bind` is the address to listen on ("0.0.0.0" for all); `orphan_s` 0 means: never let go by itself."""
        self._live = live
        self._key = key
        self._bind = bind
        self._folder = folder
        self._orphan_s = orphan_s
        self._originals = {
            path: target for target, path in pictures.paths(live.room.lesson, live.room.started.media).items()
        }
        live.pictures = {target: path for path, target in self._originals.items()}
        self._table = pages.build_table()
        self._listener: Server | None = None
        self._released = asyncio.Event()
        self._presenters = 0
        self._abandoned: asyncio.TimerHandle | None = None
        self._chosen: str | None = None
        self._found: tuple[Address, ...] = ()
        self._hosts: frozenset[str] = frozenset()
        self.port = 0

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
                    max_size=MAX_FRAME,
                    open_timeout=5,
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
            self.port = next(iter(self._listener.sockets)).getsockname()[1]
            await self._look_for_addresses()
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
    def host(self) -> str:
        """The address that phones are told."""
        hosts = [each.host for each in self._found]
        return self._chosen if self._chosen in hosts else hosts[0]

    @property
    def join_url(self) -> str:
        """The address and room code in the QR code."""
        return addresses.join_url(self.host, self.port, self._live.room.started.room_code)

    @property
    def teacher_url(self) -> str:
        """The teacher page, with the key in the fragment, which never leaves the browser."""
        return f"http://{addresses.typed(self.host, self.port)}/teacher#{self._key}"

    # ---- pages -------------------------------------------------------------------------------------------------

    async def _answer(self, connection: ServerConnection, request: Request) -> Response | None:
        """A page, or None to go on with a websocket. Everything foreign is refused before it is looked at."""
        hosts = request.headers.get_all("Host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return _response(pages.Page(421, (("Content-Length", "0"),), b""))
        path = request.path.partition("?")[0]
        if path == "/ws":
            is_own = request.headers.get_all("Origin") == [f"http://{hosts[0]}"]
            return None if is_own else _response(pages.Page(403, (("Content-Length", "0"),), b""))
        if path == "/session":
            session = self._live.room.started.session.encode()
            return _response(pages.Page(200, (("Content-Type", "text/plain"),), session))
        if path in self._originals and path not in self._table.resources:
            await self._add_picture(path)
        page = pages.respond(self._table, request.method, request.path, request.headers.raw_items(), hosts[0])
        return _response(page)

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
                await self._with_phone(connection, Phone(line, connection.remote_address[0]), first)
            else:
                await self._with_teacher(connection, line, first)
        except BadMessage:
            line.tell(encode(RefusedMessage(code="bad_message")))
            await connection.close(1008)
        except TimeoutError:
            await connection.close(1008)
        except ConnectionClosed:
            pass

    async def _with_phone(self, connection: ServerConnection, phone: Phone, hello: Hello) -> None:
        self._live.take(Work(hello, phone=phone))
        try:
            async for frame in connection:
                message = decode_phone(frame)
                phone.heard_ms = self._live.now_ms()
                if isinstance(message, Heartbeat):
                    self._beat(phone.line, message)
                else:
                    self._live.take(Work(message, phone=phone))
        finally:
            self._live.take(Work(Gone(), phone=phone))

    async def _with_teacher(self, connection: ServerConnection, line: SocketLine, teach: Teach) -> None:
        if teach.proto != PROTOCOL or not tokens.is_key(teach.key, self._key):
            line.tell(encode(RefusedMessage(code="wrong_key" if teach.proto == PROTOCOL else "old_page")))
            await connection.close(1008)
            return
        self._live.take(Work(teach, screen=line))
        self._presenter_came(teach)
        try:
            async for frame in connection:
                self._obey(line, decode_teacher(frame))
        finally:
            self._live.take(Work(Gone(), screen=line))
            self._presenter_left(teach)

    def _obey(self, line: SocketLine, message: object) -> None:
        match message:
            case Heartbeat() as heartbeat:
                self._beat(line, heartbeat)
            case Release():
                self._released.set()
            case ChooseAddress(host=host):
                self._choose(line, host)
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
            await self._look_for_addresses()

    async def _look_for_addresses(self) -> None:
        found = (Address(self._bind, ""),) if self._bind != "0.0.0.0" else await asyncio.to_thread(addresses.find)
        if found != self._found:
            self._found = found
            self._hosts = frozenset(_hosts(found, self.port))
            self._tell_address()

    def _choose(self, line: SocketLine, host: str) -> None:
        if all(each.host != host for each in self._found):
            line.tell(encode(RefusedMessage(code="unknown_address")))
            return
        self._chosen = host
        self._tell_address()

    def _tell_address(self) -> None:
        self._live.take(
            Work(
                AddressPart(
                    revision=0,
                    join_url=self.join_url,
                    teacher_url=self.teacher_url,
                    typed=addresses.typed(self.host, self.port),
                    room_code=self._live.room.started.room_code,
                    host=self.host,
                    port=self.port,
                    addresses=tuple(AddressView(host=each.host, name=each.name) for each in self._found),
                )
            )
        )


def _hosts(found: Iterable[Address], port: int) -> Iterable[str]:
    """What a Host header may say."""
    for host in (*(each.host for each in found), LOOPBACK, "localhost"):
        yield f"{host}:{port}"
        if port == 80:
            yield host


def _response(page: pages.Page) -> Response:
    headers = Headers([*page.headers, ("Connection", "close")])
    return Response(page.status, HTTPStatus(page.status).phrase, headers, page.body)
