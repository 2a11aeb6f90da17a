"""The connection doctor: gathers what is known, opens its sheet when it is asked for or needed, and keeps it true. It
reads what the laptop knows, and changes nothing."""

from __future__ import annotations

import time
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from polling.arrivals import Reached
from polling.commands import Cover
from polling.wire import AddressPart, ReachPart
from presenter.console.window import Console, Outlook
from presenter.doctor import firewall, neighbours
from presenter.doctor.diagnosis import PATIENCE_S, Evidence, PhoneSays
from presenter.doctor.report import has_network, is_wired, listens_here_only, reported
from presenter.doctor.sheet import Sheet
from presenter.doctor.words import Advice
from presenter.room_copy import NOTHING_SEEN, RoomSeen
from presenter.settings import Settings

TICK_MS = 1_000
LISTEN_EVERY_S = 4.0
"""How often the laptop is asked whom it has heard, while the sheet is open."""


class Machine(msgspec.Struct, frozen=True):
    """What is asked of this laptop; each only looks."""

    heard: Callable[[], frozenset[str]] = neighbours.here
    is_blocked: Callable[[int], bool] = lambda port: firewall.here(port).blocks
    is_public: Callable[[], bool] = firewall.public_here
    now_s: Callable[[], float] = time.monotonic


class Doctor(QObject):
    """At most one sheet, and none while the class sees this screen."""

    address_chosen = Signal(str)

    def __init__(
        self,
        console: Console,
        settings: Settings,
        platform: str,
        machine: Machine | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._console = console
        self._platform = platform
        self._machine = machine or Machine()
        self._advice = Advice(settings.language, platform)
        self._seen = NOTHING_SEEN
        self._outlook = Outlook()
        self._reached = Reached()
        self._says = PhoneSays.UNKNOWN
        self._host = ""
        self._shown_since_s: float | None = None
        self._has_opened = False
        self._tested_since_s = 0.0
        self._neighbours: frozenset[str] = frozenset()
        self._heard_phones = False
        self._listened_s = 0.0
        self._is_blocked = self._is_public = False
        self.sheet: Sheet | None = None
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.on_tick)
        self._tick.start()

    def stop(self) -> None:
        """No sheet any more."""
        self._tick.stop()
        if self.sheet is not None:
            self.sheet.close()

    @Slot(object)
    def on_part(self, part: object) -> None:
        if isinstance(part, ReachPart):
            counted = {name: getattr(part, name) for name in Reached.__struct_fields__}
            self._reached = Reached(**counted)
            if self._reached.beats:
                self._console.nobody.say("")
            self._show()

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        self._seen = seen
        address = seen.view.address
        if address is not None and address.host != self._host:
            self._host = address.host
            self._begin_again()
        is_shown = _shows_code(seen)
        if not is_shown:
            self._shown_since_s = None
        elif self._shown_since_s is None:
            self._shown_since_s = self._machine.now_s()
        self._show()

    @Slot(object)
    def on_outlook(self, outlook: Outlook) -> None:
        self._outlook = outlook
        if self.sheet is not None and not self._may_be_seen():
            self.sheet.close()

    @Slot(object)
    def on_settings(self, settings: Settings) -> None:
        self._advice = Advice(settings.language, self._platform)
        self._show()

    @Slot()
    def on_wanted(self) -> None:
        """The teacher asks for the sheet."""
        self._console.nobody.say("")
        if self._may_be_seen():
            self._open()
            if self.sheet is not None:
                self.sheet.activateWindow()

    @Slot()
    def on_tick(self) -> None:
        if self._is_needed():
            self._has_opened = True
            if self._outlook.plan.is_private:
                self._open()
            else:
                self._console.nobody.say(self._advice.say("doctor.hint"), self._advice.say("doctor.hint.test"))
        if self.sheet is not None:
            self._listen()
            self._show()

    @Slot(object)
    def on_said(self, says: PhoneSays) -> None:
        self._says = PhoneSays.UNKNOWN if says is self._says else says
        self._show()

    @Slot()
    def on_closed(self) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
            self.sheet = None

    def _is_needed(self) -> bool:
        """Nobody came in the time that somebody should have."""
        address = self._seen.view.address
        if self._has_opened or self._shown_since_s is None or self._reached.connected or address is None:
            return False
        if listens_here_only(address) or self._is_somebody_in():
            return False
        return self._machine.now_s() - self._shown_since_s >= PATIENCE_S

    def _is_somebody_in(self) -> bool:
        roster = self._seen.view.roster
        return roster is not None and roster.here > 0

    def _may_be_seen(self) -> bool:
        return not self._console.is_behind_slides

    def _open(self) -> None:
        if self.sheet is None and self._seen.view.address is not None:
            self.sheet = Sheet(self._console)
            self.sheet.address_chosen.connect(self.address_chosen)
            self.sheet.said.connect(self.on_said)
            self.sheet.closed.connect(self.on_closed)
            self._begin_again()
            self.sheet.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            self.sheet.show()

    def _begin_again(self) -> None:
        """A test begins: who was heard before it is no sign of a phone that is tried now."""
        self._tested_since_s = self._listened_s = self._machine.now_s()
        self._says = PhoneSays.UNKNOWN
        self._heard_phones = False
        if self.sheet is None or self._seen.view.address is None:
            return
        self._neighbours = self._machine.heard()
        self._is_blocked = self._machine.is_blocked(self._seen.view.address.port)
        self._is_public = self._machine.is_public()
        self._show()

    def _listen(self) -> None:
        now_s = self._machine.now_s()
        if now_s - self._listened_s >= LISTEN_EVERY_S and not self._reached.connected and not self._heard_phones:
            self._listened_s = now_s
            self._heard_phones = bool(self._machine.heard() - self._neighbours)

    def _show(self) -> None:
        address = self._seen.view.address
        if self.sheet is not None and address is not None:
            report = reported(address, self._evidence(address), firewall.programs()[0])
            self.sheet.show_report(report, self._advice)

    def _evidence(self, address: AddressPart) -> Evidence:
        return Evidence(
            reached=self._reached,
            waited_s=self._machine.now_s() - self._tested_since_s,
            listens_here_only=listens_here_only(address),
            has_network=has_network(address),
            heard_phones=self._heard_phones,
            is_blocked=self._is_blocked,
            is_public=self._is_public,
            other_addresses=len(address.addresses) > 1,
            is_wired=is_wired(address),
            phone_says=self._says,
        )


def _shows_code(seen: RoomSeen) -> bool:
    """Whether the class sees the code to scan now."""
    position = seen.position
    if position is None or position.ended or position.paused or seen.is_locked:
        return False
    is_lobby = not position.slide and position.cover is Cover.NONE
    return is_lobby or position.cover is Cover.JOIN
