"""The polling server: websockets and pages on one port. It knows connections and nothing of lessons; what is said goes
to the live session and comes back as frames."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path

import msgspec
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from polling import addresses, listening, pages, pictures, polled
from polling.addresses import Address
from polling.arrivals import Arrivals, Step
from polling.conversations import Around, Conversations
from polling.gate import MOST, Gate
from polling.hosts import Hosts, is_own_origin
from polling.listening import EVERYWHERE, PORTS
from polling.live import LiveSession, Work
from polling.networks import Networks
from polling.polled import Asked, LineClosed, PolledLine, PolledLines
from polling.remote_door import RemoteDoor
from polling.sockets import SocketLine, address_of, counted_by, is_from_here
from polling.wire import MAX_FRAME, ReachPart

OPEN_WITHIN_S = 5.0
"""A connection that has not asked for something whole, or not taken the answer, is closed by then."""
LOOK_FOR_ADDRESSES_EVERY_S = 1.0
"""How soon it is seen that this laptop has another address."""
POLL_PATH = "/poll"
"""Where requests take the place of a websocket."""
BACKLOG = 4096
"""Connections that may wait to be accepted: a whole school that scans at once."""


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
        networks: Networks | None = None,
    ) -> None:
        """`bind` is the address to listen on ("" for all); `orphan_s` 0 means: never let go by itself. Where the laptop
        has no screen to show a remote's code on, its own key steers from anywhere. `networks` are the addresses chosen
        in earlier lessons."""
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
        self._hosts = Hosts(networks or Networks())
        self._gate: Gate[ServerConnection] = Gate(most_connections)
        self._arrivals = Arrivals()
        self._remotes = RemoteDoor(live, self._hosts.teacher_url)
        self._conversations = Conversations(live, key, self, self._remotes)
        self._polled = PolledLines(self._converse_by_requests)

    async def listen(self, ports: Sequence[int] = PORTS) -> None:
        """Listen on the first of these ports that is free. Raises listening.CannotListen."""
        door = listening.opened(self._bind, ports)
        self._listener = await serve(
            self._converse,
            sock=door,
            process_request=self._answer,
            compression=None,
            create_connection=counted_by(self._gate, lambda address: self._note(address, Step.CONNECTED)),
            max_size=MAX_FRAME,
            max_queue=4,
            open_timeout=OPEN_WITHIN_S,
            ping_interval=10,
            ping_timeout=10,
            close_timeout=2,
            server_header=None,
            backlog=BACKLOG,
        )
        await self._look_for_addresses(door.getsockname()[1])
        self._wait_for_a_presenter()

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
            await self._polled.close()
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
        address = address_of(connection.transport)
        self._note(address, Step.READ)
        if path == POLL_PATH and request.method == "GET":
            return await self._answer_poll(connection, polled.asked(request.headers), address)
        if path == "/ws" and request.method == "GET":
            is_own = is_own_origin(request.headers.get_all("Origin"), host)
            return None if is_own else _response(pages.Page(403, (("Content-Length", "0"),), b""))
        if path == pages.FILM and not is_from_here(connection.transport):
            return _response(pages.Page(403, (("Content-Length", "0"),), b""))
        if path in self._originals:
            await self._make_picture(path)
        page = pages.respond(self._table, request.method, request.path, request.headers.raw_items(), host)
        return _response(page)

    async def _answer_poll(self, connection: ServerConnection, asked: Asked, address: str) -> Response:
        if self._polled.is_in(asked):
            self._gate.let_in(connection)
        status, told = await self._polled.answer(asked, address)
        return _response(pages.told(status, told))

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
        address = address_of(connection.transport)
        self._note(address, Step.SOCKET)
        around = Around(lambda: self._gate.let_in(connection), lambda: self._note(address, Step.BEAT))
        with contextlib.suppress(ConnectionClosed):
            await self._conversations.converse(connection, SocketLine(connection), address, around)

    async def _converse_by_requests(self, line: PolledLine) -> None:
        self._note(line.address, Step.DETOUR)
        around = Around(lambda: self._polled.let_in(line), lambda: self._note(line.address, Step.BEAT))
        with contextlib.suppress(LineClosed):
            await self._conversations.converse(line, line, line.address, around)

    def _note(self, address: str, step: Step) -> None:
        """Somebody came so far; who comes from this laptop itself proves nothing."""
        if address and not self._hosts.is_here(address) and self._arrivals.note(address, step):
            self._tell_reach()

    def _tell_reach(self) -> None:
        self._live.take(Work(ReachPart(revision=0, **msgspec.structs.asdict(self._arrivals.reached()))))

    # ---- what teacher screens ask of the server itself ---------------------------------------------------------

    def presenter_came(self) -> None:
        """A presenter is here: the server does not let go by itself."""
        self._presenters += 1
        if self._abandoned is not None:
            self._abandoned.cancel()

    def presenter_left(self) -> None:
        """A presenter is gone."""
        self._presenters -= 1
        self._wait_for_a_presenter()

    def is_near(self, address: str) -> bool:
        """Whether the key of this laptop opens from this address."""
        return not self._has_screen or self._hosts.is_here(address)

    def release(self) -> None:
        """Stop; the session stays unfinished and can be taken up again."""
        self._live.is_let_go = True
        self._released.set()

    def choose_address(self, host: str) -> bool:
        """Tell phones this address; False when it is not one of ours."""
        is_ours = self._hosts.choose(host)
        if is_ours:
            self._tell_address()
        return is_ours

    def _wait_for_a_presenter(self) -> None:
        if self._orphan_s and not self._presenters:
            self._abandoned = asyncio.get_running_loop().call_later(self._orphan_s, self._released.set)

    # ---- addresses ---------------------------------------------------------------------------------------------

    async def _follow_addresses(self) -> None:
        seen = await asyncio.to_thread(addresses.glance)
        while True:
            await asyncio.sleep(LOOK_FOR_ADDRESSES_EVERY_S)
            before, seen = seen, await asyncio.to_thread(addresses.glance)
            if seen != before:
                await self._look_for_addresses(self.port)

    async def _look_for_addresses(self, port: int) -> None:
        is_bound = self._bind not in EVERYWHERE
        found = (Address(self._bind, ""),) if is_bound else await asyncio.to_thread(addresses.find)
        if self._hosts.find(found, port):
            self._tell_address()

    def _tell_address(self) -> None:
        if self._arrivals.forget():
            self._tell_reach()
        key = "" if self._has_screen else self._key
        self._live.take(Work(self._hosts.part(self._live.room.started.room_code, key)))


def _response(page: pages.Page) -> Response:
    headers = Headers([*page.headers, ("Connection", "close")])
    return Response(page.status, HTTPStatus(page.status).phrase, headers, page.body)
