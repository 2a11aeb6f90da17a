"""The real phone page in a real browser with a server that says what the test wants, to bring it into any state at
once. No server process and no network: the browser's requests and its websocket are answered from here."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from playwright.sync_api import BrowserContext, Page, Route, WebSocketRoute, expect

from polling import pages, wire
from tests.browser_phone import PATIENCE_MS

HOST = "klas.test"
TABLE = pages.build_table()


class ScriptedPhone:
    """One page in a context of its own. Set what the server is like, then open it."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if "Security" in said.text else None)
        self.requested: list[str] = []
        self.picture = b""
        self.language = ""
        self._sockets: list[WebSocketRoute] = []
        context.route("**/*", self._answer)
        self.page.route_web_socket(f"ws://{HOST}/ws", self._connected)
        self.begins()

    def begins(self) -> None:
        """A server that answers as ours does, in the lobby, and knows nobody."""
        self.is_mute = False
        self.acks = True
        self.refuses: str = ""
        self.is_taken = False
        self.answers: list[wire.OwnAnswer] = []
        self.revision = 10
        self.extra: dict[str, Any] = {}
        self.room = wire.PhoneState(revision=10, now=60_000, view="lobby", lesson="Geluid", language="nl")

    def opens(self, path: str = "/4271") -> None:
        """Open the page anew, as a phone that remembers nothing."""
        self._sockets.clear()
        self.page.goto(f"http://{HOST}/nowhere")
        self.page.evaluate("localStorage.clear()")
        self.page.goto(f"http://{HOST}{path}")

    def joins(self, name: str = "Amira") -> None:
        """Open the page, give a name, and be in the room."""
        self.opens()
        self.page.locator("#name").fill(name)
        self.page.locator("#name").press("Enter")
        expect(self.page.locator("#name")).to_have_count(0)

    def is_told(self, **changes: Any) -> None:
        """The room changes, and the phone is told."""
        self.revision += 1
        self.room = msgspec.structs.replace(self.room, revision=self.revision, **changes)
        self.says(self.room)

    def says(self, message: wire.Outgoing) -> None:
        """One message of the server."""
        self._sockets[-1].send(wire.encode(message))

    def goes_away(self) -> None:
        """The server is gone."""
        self.is_mute = True
        self.drops()

    def drops(self) -> None:
        """The connection at hand is lost."""
        self._sockets[-1].close()

    # ---- the server --------------------------------------------------------------------------------------------

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(f"http://{HOST}")
        self.requested.append(path)
        if path.startswith("/media/"):
            route.fulfill(status=200, content_type="image/jpeg", body=self.picture)
            return
        page = pages.respond(TABLE, "GET", path, (), HOST)
        route.fulfill(status=page.status, headers=dict(page.headers), body=page.body)

    def _connected(self, socket: WebSocketRoute) -> None:
        self._sockets.append(socket)
        socket.on_message(lambda frame: self._hears(socket, json.loads(frame)))

    def _hears(self, socket: WebSocketRoute, message: dict[str, Any]) -> None:
        if self.is_mute:
            return
        match message["type"]:
            case "hb":
                self._tell(socket, wire.HeartbeatBack(sent_ms=message["sent_ms"], now=self.room.now))
            case "answer" if self.acks:
                where = {name: message[name] for name in ("slide", "round", "revision")}
                self._tell(socket, wire.Ack(**where))
            case "hello":
                self._tell(socket, self._greeting(wire.decode_first(json.dumps(message))))

    def _greeting(self, hello: wire.FirstMessage) -> wire.Outgoing:
        assert isinstance(hello, wire.Hello)
        if self.refuses:
            return wire.RefusedMessage(code=self.refuses)
        if hello.again == "me":
            return wire.Waiting()
        if hello.token or (hello.name and not self.is_taken):
            return wire.Welcome(
                session="k3",
                token="secret",
                participant="p1",
                name=hello.name or "Amira",
                answers=tuple(self.answers),
                state=self.room,
                **self.extra,
            )
        if hello.name:
            return wire.Taken(name=hello.name)
        return wire.Greeting(session="k3", lesson=self.room.lesson, language=self.room.language)

    def _tell(self, socket: WebSocketRoute, message: wire.Outgoing) -> None:
        socket.send(wire.encode(message))
