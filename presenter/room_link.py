"""The websocket to the polling server: commands go out, frozen parts come in. It knows no widgets and keeps no state
of the room but its clock."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtNetwork import QNetworkProxy, QNetworkRequest
from PySide6.QtWebSockets import QWebSocket

from polling.addresses import LOOPBACK
from polling.commands import TeacherCommand
from polling.running import Running
from polling.wire import (
    PROTOCOL,
    BadMessage,
    Bye,
    ChooseAddress,
    Heartbeat,
    HeartbeatBack,
    JudgeClaim,
    JudgeRemote,
    OfferRemote,
    PositionPart,
    RefusedMessage,
    Release,
    RemoteCode,
    RemotesPart,
    Teach,
    decode_to_teacher,
    encode,
)
from presenter.room_clock import RoomClock

RETRY_MS = 150
HEARTBEAT_MS = 5_000

Message = TeacherCommand | ChooseAddress | JudgeClaim | OfferRemote | JudgeRemote | Release
_log = logging.getLogger(__name__)


class RoomLink(QObject):
    """Keeps one connection to one server and makes it again when it breaks, until it is told to stop."""

    part_arrived = Signal(object)
    """A part of polling.wire (lesson, position, roster, tally, words, address), whole."""
    remotes_told = Signal(object)
    """What is told of the teacher's remotes: a RemotesPart, or the RemoteCode that was asked for."""
    refused = Signal(str)
    """The code of what the server refused."""
    opened = Signal()
    lost = Signal()
    """The connection broke or could not be made; it is tried again."""
    ended = Signal(str)
    """The server said goodbye; carries the reason."""

    def __init__(self, local_ms: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._local_ms = local_ms
        self._running: Running | None = None
        self._socket: QWebSocket | None = None
        self.clock = RoomClock()
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self.on_retry)
        self._heart = QTimer(self, interval=HEARTBEAT_MS)
        self._heart.timeout.connect(self.on_heartbeat)

    def connect_to(self, running: Running) -> None:
        """Be a teacher screen of this server from now on. One that came back where it was may have us already."""
        before, self._running = self._running, running
        is_there = self._socket is not None and self._socket.isValid()
        if is_there and before is not None and (before.port, before.key) == (running.port, running.key):
            return
        self.close()
        self._running = running
        self._connect()

    def close(self) -> None:
        """Be nobody's screen any more."""
        self._running = None
        self._retry.stop()
        self._drop()

    def send(self, message: Message) -> bool:
        """Send a command. False when there is no connection: the teacher presses again rather than be surprised by
        a command that arrives late."""
        if self._socket is None or not self._socket.isValid():
            return False
        self._socket.sendTextMessage(encode(message))
        self._socket.flush()
        return True

    def now_ms(self) -> int:
        """The room time now."""
        return self.clock.now_ms(self._local_ms())

    @Slot()
    def on_connected(self) -> None:
        if self._running is None or self._socket is None:
            return
        self.clock.forget()
        self._socket.sendTextMessage(encode(Teach(proto=PROTOCOL, key=self._running.key, is_presenter=True)))
        self._heart.start()
        self.opened.emit()

    @Slot()
    def on_disconnected(self) -> None:
        if self._running is None or self._retry.isActive():
            return
        self._heart.stop()
        self._retry.start()
        self.lost.emit()

    @Slot(str)
    def on_frame(self, frame: str) -> None:
        try:
            message = decode_to_teacher(frame)
        except BadMessage as reason:
            _log.warning("the server sent what is no message: %s", reason)
            return
        match message:
            case HeartbeatBack():
                self.clock.hear(message.now, self._local_ms())
            case RefusedMessage():
                self.refused.emit(message.code)
            case Bye():
                self.ended.emit(message.reason)
            case RemotesPart() | RemoteCode():
                self.remotes_told.emit(message)
            case _:
                if isinstance(message, PositionPart):
                    self.clock.hear(message.now, self._local_ms())
                self.part_arrived.emit(message)

    @Slot()
    def on_retry(self) -> None:
        if self._running is not None:
            self._connect()

    @Slot()
    def on_heartbeat(self) -> None:
        if self._socket is not None and self._socket.isValid():
            self._socket.sendTextMessage(encode(Heartbeat(sent_ms=self._local_ms())))

    def prepare(self) -> None:
        """Do now what the first socket of a process waits for (Qt loads its libraries for encryption): the server needs
        about as long to start."""
        QWebSocket().deleteLater()

    def _connect(self) -> None:
        self._drop()
        if self._running is None:
            return
        place = f"{host_of(self._running)}:{self._running.port}"
        socket = QWebSocket(f"http://{place}", parent=self)
        socket.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        socket.connected.connect(self.on_connected)
        socket.disconnected.connect(self.on_disconnected)
        socket.errorOccurred.connect(self.on_disconnected)
        socket.textMessageReceived.connect(self.on_frame)
        self._socket = socket
        socket.open(QNetworkRequest(QUrl(f"ws://{place}/ws")))

    def _drop(self) -> None:
        self._heart.stop()
        socket, self._socket = self._socket, None
        if socket is not None:
            socket.blockSignals(True)
            socket.abort()
            socket.deleteLater()


def host_of(running: Running) -> str:
    """Where this laptop reaches its own server: the loopback address, unless the server listens on one address only."""
    return LOOPBACK if running.host in ("", "0.0.0.0") else running.host
