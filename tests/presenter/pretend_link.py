"""A link to a room in this process: it behaves like `RoomLink` and a server, with no socket in between."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from polling import events
from polling.commands import GiveSeat
from polling.decisions import decide
from polling.parts import lesson_part, position_part, roster_part, tally_part, words_part
from polling.presence import Presence
from polling.refusal import Refused
from polling.wire import (
    AddressPart,
    AddressView,
    ChooseAddress,
    ClaimView,
    JudgeClaim,
    JudgeRemote,
    OfferRemote,
    Release,
    RemoteCode,
)
from presenter.room_link import Message
from tests.classroom import LESSON, Classroom, Phone

HOSTS = ("192.168.1.23", "10.0.0.4")


class PretendLink(QObject):
    """Sends to a classroom, and tells every part after each change as a server would."""

    part_arrived = Signal(object)
    refused = Signal(str)
    remotes_told = Signal(object)

    def __init__(self, text: str = LESSON) -> None:
        super().__init__()
        self.classroom = Classroom(text)
        self.presence = Presence()
        self.sent: list[Message] = []
        self.claims: list[ClaimView] = []
        self.shared: set[str] = set()
        self._host = HOSTS[0]
        self._revision = 0
        self._seen_events = 0

    def send(self, message: Message) -> bool:
        """Do what the teacher asks, and tell."""
        self.sent.append(message)
        if isinstance(message, ChooseAddress):
            self._host = message.host
        elif isinstance(message, JudgeClaim):
            self._judge(message)
        elif isinstance(message, OfferRemote):
            self.remotes_told.emit(RemoteCode(url=f"http://{self._host}/teacher#r.code", seconds=60))
        elif not isinstance(message, Release | JudgeRemote):
            self._obey(message)
        self.tells()
        return True

    def joins(self, name: str) -> Phone:
        """A student comes in."""
        phone = self.classroom.joins(name)
        self.presence.hear(phone.participant, 0)
        return phone

    def leaves(self, phone: Phone) -> None:
        """A phone falls asleep."""
        self.presence.leave(phone.participant)

    def sleeps_long(self, phone: Phone) -> None:
        """A phone is gone."""
        self.presence.leave(phone.participant)
        self.presence.look(10 * 60_000)

    def claims_seat(self, phone: Phone, name: str) -> None:
        """Another phone says that it is this student's."""
        number = 1 + int(self.claims[-1].id[1:]) if self.claims else 1
        self.claims.append(ClaimView(id=f"c{number}", participant=phone.participant, name=name))

    def share(self, *phones: Phone) -> None:
        """These students joined from one device."""
        self.shared.update(phone.participant for phone in phones)

    def waits(self, seconds: float) -> None:
        """Time passes."""
        self.classroom.waits(seconds)
        self.tells()

    def now_ms(self) -> int:
        """The room time."""
        return self.classroom.now_ms

    def tells(self) -> None:
        """All parts as they are now."""
        self._revision += 1
        self._follow_presence()
        room, revision = self.classroom.room, self._revision
        told = (
            lesson_part(room, revision),
            self._address(),
            position_part(room, revision, self.classroom.now_ms),
            roster_part(room, self.presence, revision, tuple(self.claims), self.shared),
            tally_part(room, self.presence, revision),
            words_part(room, revision),
        )
        for part in told:
            if part is not None:
                self.part_arrived.emit(part)

    def _follow_presence(self) -> None:
        """Do with presence what a server does after each event."""
        happened = self.classroom.happened[self._seen_events :]
        self._seen_events = len(self.classroom.happened)
        for event in happened:
            if isinstance(event, events.QuestionAsked | events.QuestionReopened):
                self.presence.expect_those_here()
            elif isinstance(event, events.Removed):
                self.presence.forget(event.participant)

    def _judge(self, judged: JudgeClaim) -> None:
        claim = next((each for each in self.claims if each.id == judged.claim), None)
        if claim is None:
            self.refused.emit("unknown_claim")
            return
        self.claims.remove(claim)
        if judged.yes:
            self.classroom.does(GiveSeat(claim.participant, "hash of another"))
            self.presence.hear(claim.participant, 0)

    def _obey(self, command: Message) -> None:
        decision = decide(self.classroom.room, command, self.classroom.now_ms)  # type: ignore[arg-type]
        if isinstance(decision, Refused):
            self.refused.emit(decision.code)
        else:
            self.classroom.does(command)  # type: ignore[arg-type]

    def _address(self) -> AddressPart:
        return AddressPart(
            revision=self._revision,
            join_url=f"http://{self._host}/4271",
            teacher_url=f"http://{self._host}/teacher#key",
            typed=self._host,
            room_code="4271",
            host=self._host,
            port=80,
            addresses=tuple(AddressView(host=host, name="wlan0") for host in HOSTS),
        )
