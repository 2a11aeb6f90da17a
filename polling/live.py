"""The live session: the thin shell around the room. No websockets: connections are `Line`s, so tests can be one.

Theory of operation. All that arrives waits in one inbox, and one task does four steps, again and again: take what has
arrived, ask the room, store, tell. Nothing else reads the room, so nobody is told what is not on disk: while a flush
runs, new input waits and becomes the next group. When the disk refuses, the events stay in hand and are offered to it
again; until it takes them nobody gets an answer, so phones keep theirs in the outbox.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

import msgspec

from polling import commands, events, reception, tokens
from polling.commands import Command
from polling.decisions import decide
from polling.events import AnyEvent
from polling.phone_state import Pictures, concerns_phones, own_answers, phone_state
from polling.presence import SILENT_MS
from polling.refusal import Refused
from polling.room import Room
from polling.seats import Line, Phone, Seats
from polling.sessions import LET_GO
from polling.settling import Settling
from polling.store import Mark, Store, StoreError
from polling.teacher_screens import TeacherScreens
from polling.wire import (
    Ack,
    AddressPart,
    AnswerSent,
    Bye,
    Greeting,
    Hello,
    JudgeClaim,
    Named,
    OwnTime,
    PhoneState,
    RefusedMessage,
    RemotesPart,
    Taken,
    Teach,
    ToPhone,
    Waiting,
    Welcome,
    encode,
)

MARK_EVERY_S = 1.0
"""How often the room time is kept, without a flush."""
STORE_AGAIN_S = 1.0
"""How long to wait before a full disk is tried again."""

LOOK_EVERY_MS = 1_000
"""How often it is seen who fell asleep or woke up."""

_log = logging.getLogger(__name__)


class Gone(msgspec.Struct, frozen=True):
    """The connection this comes from has closed."""


class Work(msgspec.Struct, frozen=True):
    """Something that arrived. `phone` or `screen` says from whom; an address and the clock's tick come from neither."""

    message: Hello | AnswerSent | Teach | Command | JudgeClaim | AddressPart | RemotesPart | Gone
    phone: Phone | None = None
    screen: Line | None = None


Reply = Callable[[], None]
TellAll = Callable[[Iterable[Line], str], None]
"""Sends one frame to many lines."""


def one_by_one(lines: Iterable[Line], frame: str) -> None:
    """Tell each line by itself."""
    for line in lines:
        line.tell(frame)


class LiveSession:
    """A room with its store and everybody who listens to it."""

    def __init__(
        self,
        room: Room,
        store: Store,
        now_ms: Callable[[], int],
        wall_s: Callable[[], float],
        tell_all: TellAll = one_by_one,
        most_participants: int = commands.MAX_PARTICIPANTS,
    ) -> None:
        self.room = room
        self._tell_all = tell_all
        self._most_participants = most_participants
        self.now_ms = now_ms
        self.seats = Seats()
        self.screens = TeacherScreens(room, self.seats)
        self.pictures: Pictures = {}
        self._store = store
        self._wall_s = wall_s
        self._inbox: asyncio.Queue[Work] = asyncio.Queue()
        self._settling = Settling()
        # After a restart those who are not back yet are here all the same, for as long as a phone may be silent.
        self._all_back_ms = now_ms() + SILENT_MS if room.participants else 0
        self._looked_ms = 0
        self._pending: list[AnyEvent] = []
        self._replies: list[Reply] = []
        self._disk = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._marked_ms = -1_000_000
        self.ended = asyncio.Event()
        self.is_let_go = False
        """Whether a teacher closed the app; noted at the end, for who opens the lesson again."""

    def take(self, work: Work) -> None:
        """Something arrived."""
        self._inbox.put_nowait(work)

    async def run(self) -> None:
        """Take, ask, store, tell, until cancelled."""
        while True:
            batch = await self._drain()
            for work in batch:
                self._ask(work)
            self._look_around()
            if await self._is_stored():
                self._tell()
            await self._keep_mark()

    async def close(self) -> None:
        """Say goodbye to everyone and close the store."""
        reason: Bye = Bye(reason="ended" if self.room.is_ended else "going")
        for phone in list(self.seats):
            phone.dismiss(reason.reason)
        self.screens.say_goodbye(reason)
        await asyncio.get_running_loop().run_in_executor(self._disk, self._last_words)
        self._disk.shutdown()

    async def _drain(self) -> list[Work]:
        """All that has arrived; waits for the first until something of our own is due."""
        batch: list[Work] = []
        try:
            async with asyncio.timeout(self._idle_s()):
                batch.append(await self._inbox.get())
        except TimeoutError:
            pass
        while not self._inbox.empty():
            batch.append(self._inbox.get_nowait())
        if self.room.is_due(self.now_ms()):
            batch.append(Work(commands.Tick()))
        return batch

    def _idle_s(self) -> float:
        if self._pending:
            return STORE_AGAIN_S
        waits = [MARK_EVERY_S]
        for due_ms in (self.room.due_ms(), self._settling.due_ms):
            if due_ms is not None:
                waits.append((due_ms - self.now_ms()) / 1000)
        if self.screens.is_due:
            waits.append(self.screens.wait_s(self.now_ms()))
        return max(0.0, min(waits))

    def _ask(self, work: Work) -> None:
        match work.message:
            case Hello() as hello if work.phone is not None:
                self._greet(work.phone, hello)
            case AnswerSent() as sent if work.phone is not None:
                self._answer(work.phone, sent)
            case Teach() if work.screen is not None:
                self._attach(work.screen)
            case Gone():
                self._leave(work.phone, work.screen)
            case AddressPart() as address:
                self.screens.show_address(address)
            case RemotesPart() as remotes:
                self.screens.show_remotes(remotes)
            case JudgeClaim() as judged:
                self._judge(work.screen, judged)
            case Command() as command:
                self._obey(work.screen, command)

    def _attach(self, screen: Line) -> None:
        self._replies.append(lambda: self.screens.attach(screen, self.now_ms()))

    def _leave(self, phone: Phone | None, screen: Line | None) -> None:
        if screen is not None:
            self._replies.append(lambda: self.screens.detach(screen))
        if phone is not None and self.seats.leave(phone):
            self.screens.mark("roster")

    def _greet(self, phone: Phone, hello: Hello) -> None:
        if self.seats.claims.drop(phone):
            self.screens.mark("roster")
        match reception.receive(self.room, self.seats.presence, hello):
            case Refused() as refused:
                self._refuse(phone, refused)
            case reception.ComesBack(participant):
                self._welcome(phone, participant, hello.token)
            case reception.MustSayName():
                state = self._state()
                session = self.room.started.session
                self._reply(phone, Greeting(session=session, lesson=state.lesson, language=state.language))
            case reception.MaySitThere(name):
                self._reply(phone, Taken(name=name))
            case reception.ClaimsSeat(participant, name):
                self._claim(phone, participant, name)
            case reception.WantsToJoin(name):
                self._join(phone, name)

    def _join(self, phone: Phone, name: str) -> None:
        token = tokens.new_token()
        participant = f"p{len(self.room.participants) + 1}"
        decision = self._decided(commands.Join(participant, name, tokens.digest(token), self._most_participants))
        if isinstance(decision, Refused):
            self._refuse(phone, decision)
        else:
            self._welcome(phone, participant, token)

    def _claim(self, phone: Phone, participant: str, name: str) -> None:
        if self.seats.claims.add(phone, participant, name):
            self._reply(phone, Waiting())
            self.screens.mark("roster")
        else:
            self._refuse(phone, Refused("claim_refused"))

    def _judge(self, screen: Line | None, judged: JudgeClaim) -> None:
        claim = self.seats.claims.take(judged.claim)
        self.screens.mark("roster")
        if claim is None:
            self._refuse_screen(screen, Refused("unknown_claim"))
        elif not judged.yes:
            self._refuse(claim.phone, Refused("claim_refused"))
        else:
            self._give_seat(claim.phone, claim.participant)

    def _give_seat(self, phone: Phone, participant: str) -> None:
        token = tokens.new_token()
        decision = self._decided(commands.GiveSeat(participant, tokens.digest(token)))
        if isinstance(decision, Refused):
            self._refuse(phone, Refused("claim_refused"))
        else:
            self._welcome(phone, participant, token)

    def _welcome(self, phone: Phone, participant: str, token: str) -> None:
        def told() -> None:
            if not self.room.has(participant):
                return
            self.seats.claims.drop(phone)
            self.seats.seat(phone, participant, self.now_ms())
            self.screens.mark("roster", "tally")
            phone.tell(
                Welcome(
                    session=self.room.started.session,
                    token=token,
                    participant=participant,
                    name=self.room.participants[participant].name,
                    answers=own_answers(self.room, participant),
                    state=self._state(),
                    percent=self.room.participants[participant].percent,
                )
            )

        self._replies.append(told)

    def _answer(self, phone: Phone, sent: AnswerSent) -> None:
        answer = commands.Answer(phone.participant, sent.slide, sent.round, sent.revision, sent.value)
        decision = self._decided(answer)
        if isinstance(decision, Refused):
            self._reply(
                phone,
                RefusedMessage(
                    code=decision.code,
                    parameters=decision.parameters,
                    slide=sent.slide,
                    round=sent.round,
                    revision=sent.revision,
                ),
            )
        else:
            self._reply(phone, Ack(slide=sent.slide, round=sent.round, revision=sent.revision))

    def _obey(self, screen: Line | None, command: Command) -> None:
        decision = self._decided(command)
        if isinstance(decision, Refused):
            self._refuse_screen(screen, decision)

    def _decided(self, command: Command) -> list[AnyEvent] | Refused:
        decision = decide(self.room, command, self.now_ms())
        if not isinstance(decision, Refused):
            for event in decision:
                self.room.apply(event)
                if isinstance(event, events.QuestionAsked | events.QuestionReopened):
                    self.seats.presence.expect_those_here()
            self._pending += decision
        return decision

    def _look_around(self) -> None:
        """Who is awake, and has everyone answered?"""
        now_ms = self.now_ms()
        if now_ms - self._looked_ms >= LOOK_EVERY_MS:
            self._looked_ms = now_ms
            if self.seats.look(now_ms):
                self.screens.mark("roster", "tally")
        has_news = any(isinstance(event, events.Answered) for event in self._pending)
        if self._settling.see(self._has_heard_all(), has_news, now_ms):
            self._decided(commands.Close())

    def _has_heard_all(self) -> bool:
        question, asking = self.room.question, self.room.asking()
        if question is None or asking is None or self.room.is_paused or not self.room.closes_by_itself:
            return False
        if self.now_ms() < self._all_back_ms:
            return False
        return question.is_answered_at_once and self.seats.presence.has_heard_all(asking.answered)

    def _refuse(self, phone: Phone, refused: Refused) -> None:
        self._reply(phone, RefusedMessage(code=refused.code, parameters=refused.parameters))

    def _refuse_screen(self, screen: Line | None, refused: Refused) -> None:
        if screen is not None:
            frame = encode(RefusedMessage(code=refused.code, parameters=refused.parameters))
            self._replies.append(lambda: screen.tell(frame))

    def _reply(self, phone: Phone, message: ToPhone) -> None:
        self._replies.append(lambda: phone.tell(message))

    async def _is_stored(self) -> bool:
        """Put what is pending on disk. False when the disk refuses; it all stays pending."""
        if not self._pending:
            return True
        try:
            await asyncio.get_running_loop().run_in_executor(self._disk, self._store.append, tuple(self._pending))
        except StoreError as reason:
            _log.error("the store refuses: %s", reason)
            self.screens.tell_all(RefusedMessage(code="not_stored"))
            return False
        return True

    async def _keep_mark(self) -> None:
        now_ms = self.now_ms()
        if self._pending or now_ms - self._marked_ms < MARK_EVERY_S * 1000:
            return
        self._marked_ms = now_ms
        mark = Mark(room_ms=now_ms, wall_s=self._wall_s())
        try:
            await asyncio.get_running_loop().run_in_executor(self._disk, self._store.mark, mark)
        except StoreError as reason:
            _log.warning("the room time was not kept: %s", reason)

    def _last_words(self) -> None:
        try:
            self._store.mark(Mark(room_ms=self.now_ms(), wall_s=self._wall_s()))
            if self.is_let_go:
                self._store.note(LET_GO, "1")
        except StoreError as reason:
            _log.warning("the room time was not kept: %s", reason)
        self._store.close()

    def _tell(self) -> None:
        happened, self._pending = self._pending, []
        replies, self._replies = self._replies, []
        for reply in replies:
            reply()
        for event in happened:
            self._tell_phone(event)
        if any(concerns_phones(self.room, event) for event in happened):
            self._tell_all([phone.line for phone in self.seats], encode(self._state()))
        self.screens.mark_for(happened)
        self.screens.tell_what_is_due(self.now_ms())
        if self.room.is_ended:
            self.ended.set()

    def _tell_phone(self, event: AnyEvent) -> None:
        """What one phone alone must know."""
        if isinstance(event, events.Removed):
            self.seats.dismiss(event.participant, "blocked" if event.blocked else "removed")
        elif isinstance(event, events.Renamed) and (phone := self.seats.of(event.participant)) is not None:
            phone.tell(Named(name=event.name))
        elif isinstance(event, events.TimeGiven) and (phone := self.seats.of(event.participant)) is not None:
            phone.tell(OwnTime(percent=event.percent))

    def _state(self) -> PhoneState:
        return phone_state(self.room, self.now_ms(), self.pictures)
