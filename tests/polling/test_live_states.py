"""The live session under any order of joins, answers, lost connections and restarts: a phone that comes back sees what
one that has just come sees, whatever it missed."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path
from typing import get_args

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from polling import commands, wire
from polling.live import Gone, LiveSession, Work
from polling.phone_state import own_answers, phone_state
from polling.room import read_back
from polling.seats import Phone
from polling.store import Store
from tests.any_commands import MADE, values
from tests.classroom import Classroom
from tests.stage import RecordingLine, Stage, run, told, until

TEACHER = [kind for kind in get_args(commands.TeacherCommand) if kind is not commands.End]
LINES = 4


class ClientLine:
    """A connection of a student's browser. A slow one keeps the latest of each kind of message, as a socket that is
    behind does, until it catches up."""

    def __init__(self, browser: Browser, is_slow: bool) -> None:
        self.browser = browser
        self.is_slow = is_slow
        self.is_hung_up = False
        self._waiting: dict[str, str] = {}

    def tell(self, frame: str) -> None:
        if self.is_slow:
            self._waiting[frame.partition(",")[0]] = frame
        else:
            self.browser.hear(wire.decode_to_phone(frame))

    def hang_up(self) -> None:
        self.is_hung_up = True

    def catch_up(self) -> None:
        for frame in self._waiting.values():
            self.browser.hear(wire.decode_to_phone(frame))
        self._waiting.clear()


class Browser:
    """What the page of one phone remembers, by the rules of docs/protocol.md."""

    def __init__(self) -> None:
        self.session = ""
        self.token = ""
        self.participant = ""
        self.name = ""
        self.state: wire.PhoneState | None = None
        self.kept: dict[tuple[str, int], int] = {}
        self.revision = 0
        self.line: ClientLine | None = None
        self.phone: Phone | None = None
        self.is_in = False

    def hear(self, message: wire.ToPhone) -> None:
        match message:
            case wire.Welcome():
                if message.session != self.session or message.token != self.token:
                    self.begins_anew(message.session, message.token)
                self.participant, self.name, self.is_in = message.participant, message.name, True
                self.kept = {(each.slide, each.round): each.revision for each in message.answers}
                self.revision = max([self.revision, *self.kept.values()])
                self.see(message.state)
            case wire.PhoneState():
                self.see(message)
            case wire.Named(name=name):
                self.name = name
            case wire.Ack(slide=slide, round=round_, revision=revision):
                self.kept[slide, round_] = max(revision, self.kept.get((slide, round_), 0))
            case wire.Bye():
                self.is_in = False

    def begins_anew(self, session: str, token: str) -> None:
        """Somebody else: what was remembered is dropped."""
        self.session, self.token, self.state, self.revision, self.kept = session, token, None, 0, {}

    def see(self, state: wire.PhoneState) -> None:
        """Keep the state with the highest revision. Only a slow line may bring an older one after a newer one."""
        is_older = self.state is not None and state.revision < self.state.revision
        assert not is_older or (self.line is not None and self.line.is_slow)
        if not is_older:
            self.state = state


class Echo(RecordingLine):
    """A teacher screen that only waits for its turn."""

    def __init__(self) -> None:
        super().__init__([])
        self.came = asyncio.Event()

    def tell(self, frame: str) -> None:
        self.came.set()


class School:
    """A class of a few phones of which any may sleep, return, be slow, be removed, or ask for another's seat."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="live-states-"))
        self.runner = asyncio.Runner()
        self.now_ms = 0

        classroom = Classroom()
        store = Store(self.folder / "s.sqlite3")
        store.append(classroom.happened)
        store.close()
        self.browsers = [Browser() for _ in range(LINES)]
        self.opens()
        self.live.take(Work(commands.GoTo("s3")))
        for browser, name in zip(self.browsers, ("Ana", "Bo", "Cas"), strict=False):
            self.says_hello(browser, wire.Hello(proto=1, room_code="4271", name=name), is_slow=False)
        self.settles()

    def ends(self) -> None:
        self.runner.run(self.closes())
        self.runner.close()
        shutil.rmtree(self.folder)

    def opens(self) -> None:
        store = Store(self.folder / "s.sqlite3")
        store._events.execute("PRAGMA synchronous = OFF")  # what a disk keeps is not looked at here
        room = read_back(store.read())
        assert room is not None
        self.live = LiveSession(room, store, lambda: self.now_ms, lambda: 0.0)
        self.task = self.runner.get_loop().create_task(self.live.run())

    async def closes(self) -> None:
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)
        await self.live.close()

    def settles(self) -> None:
        """Wait until all that was sent so far was asked, stored and told; then hung up lines are gone."""
        self.runner.run(self._turn())
        for browser in self.browsers:
            if browser.line is not None and browser.line.is_hung_up:
                self.loses(browser)

    async def _turn(self) -> None:
        echo = Echo()
        self.live.take(Work(wire.JudgeClaim(claim="none", yes=False), screen=echo))
        async with asyncio.timeout(10):
            await echo.came.wait()

    def loses(self, browser: Browser) -> None:
        if browser.phone is not None:
            self.live.take(Work(Gone(), phone=browser.phone))
        browser.line, browser.phone, browser.is_in = None, None, False

    def says_hello(self, browser: Browser, hello: wire.Hello, is_slow: bool) -> None:
        if browser.phone is None:
            browser.line = ClientLine(browser, is_slow)
            browser.phone = Phone(browser.line)
            browser.phone.heard_ms = self.now_ms
        self.live.take(Work(hello, phone=browser.phone))

    def joins(self, who: int, name: str, again: str, is_slow: bool) -> None:
        browser = self.browsers[who]
        if not browser.is_in:
            hello = wire.Hello(proto=1, room_code="4271", name=name, again=again)  # type: ignore[arg-type]
            self.says_hello(browser, hello, is_slow)
            self.settles()

    def comes_back(self, who: int, is_slow: bool) -> None:
        browser = self.browsers[who]
        if browser.token:
            self.loses(browser)
            self.says_hello(browser, wire.Hello(proto=1, session=browser.session, token=browser.token), is_slow)
            self.settles()

    def drops(self, who: int) -> None:
        self.loses(self.browsers[who])
        self.settles()

    def answers(self, who: int, value: object, is_acked: bool) -> None:
        """Any phone answers what it sees; it may lose its connection before the ack comes."""
        browser = self.browsers[who]
        question = None if browser.state is None else browser.state.question
        if browser.phone is None or question is None:
            return
        browser.revision += 1
        sent = wire.AnswerSent(
            slide=question.slide,
            round=question.round,
            revision=browser.revision,
            value=value,  # type: ignore[arg-type]
        )
        self.live.take(Work(sent, phone=browser.phone))
        if not is_acked:
            self.loses(browser)
        self.settles()

    def teaches(self, command: commands.Command) -> None:
        self.live.take(Work(command))
        self.settles()

    def goes_on(self, command: commands.Command) -> None:
        self.teaches(command)

    def judges(self, yes: bool) -> None:
        for claim in self.live.seats.claim_views[:1]:
            self.live.take(Work(wire.JudgeClaim(claim=claim.id, yes=yes)))
        self.settles()

    def waits(self, seconds: float) -> None:
        self.now_ms += round(seconds * 1000)
        self.settles()

    def restarts(self) -> None:
        self.runner.run(self.closes())
        for browser in self.browsers:
            browser.line, browser.phone, browser.is_in = None, None, False
        self.opens()

    def slow_lines_catch_up(self) -> None:
        for browser in self.browsers:
            if browser.line is not None:
                browser.line.catch_up()

    def shows_what_is_there(self) -> None:
        for browser in self.browsers:
            if browser.line is None or (browser.line.is_slow and browser.line._waiting):
                continue
            if browser.is_in:
                fresh = phone_state(self.live.room, self.now_ms, {})
                assert browser.state is not None
                assert timeless(browser.state) == timeless(fresh)
                stored = own_answers(self.live.room, browser.participant)
                revisions = {(each.slide, each.round): each.revision for each in stored}
                assert browser.line.is_slow or browser.kept == revisions
                assert browser.kept.items() <= revisions.items()
                assert browser.name == self.live.room.participants[browser.participant].name

    def is_welcomed_twice(self, who: int) -> None:
        browser = self.browsers[who]
        if not browser.token:
            return
        told_to = [browser, Browser()]
        heard: list[list[object]] = []
        for each in told_to:
            line = RecordingLine([])
            phone = Phone(line)
            each_hello = wire.Hello(proto=1, session=each.session, token=browser.token)
            self.live.take(Work(each_hello, phone=phone))
            self.runner.run(self._turn())
            heard.append(line.told[:1])
            self.live.take(Work(Gone(), phone=phone))
        self.settles()
        assert heard[0] == heard[1]
        for message in heard[0]:
            if isinstance(message, wire.Welcome) and browser.state is not None:
                assert message.state.revision >= browser.state.revision


def timeless(state: wire.PhoneState) -> wire.PhoneState:
    """A state without the moment at which it was told: clocks that run are known by their end."""
    question = state.question
    if question is not None:
        question = msgspec.structs.replace(question, clock=standing(question.clock))
    return msgspec.structs.replace(state, now=0, revision=0, timer=standing(state.timer), question=question)


def standing(clock: wire.ClockView | None) -> wire.ClockView | None:
    if clock is None or clock.ends_at is None:
        return clock
    return msgspec.structs.replace(clock, left_ms=0)


again = st.sampled_from(["", "", "other", "me"])
who = st.integers(0, LINES - 1)
DEEDS: dict[str, tuple[int, st.SearchStrategy[tuple[object, ...]]]] = {
    "joins": (2, st.tuples(who, st.sampled_from(["Ana", "ana", "Bo", "Dik", ""]), again, st.booleans())),
    "comes_back": (4, st.tuples(who, st.booleans())),
    "is_welcomed_twice": (3, st.tuples(who)),
    "drops": (2, st.tuples(who)),
    "answers": (8, st.tuples(who, values, st.booleans())),
    "teaches": (6, st.tuples(st.sampled_from(TEACHER).flatmap(MADE.__getitem__))),
    "goes_on": (4, st.tuples(st.sampled_from([commands.Next(), commands.Again(), commands.Resume()]))),
    "judges": (2, st.tuples(st.booleans())),
    "waits": (2, st.tuples(st.sampled_from([0.2, 5, 14, 31, 400]))),
    "restarts": (1, st.tuples()),
    "slow_lines_catch_up": (2, st.tuples()),
}
"""What may happen in this school: how often, and with what."""
WEIGHTED = [name for name, (weight, _) in DEEDS.items() for _ in range(weight)]
deeds = st.sampled_from(WEIGHTED).flatmap(lambda name: st.tuples(st.just(name), DEEDS[name][1]))


@given(happened=st.lists(deeds, min_size=10, max_size=40))
@settings(max_examples=settings.default.max_examples // 4)
def test_a_phone_that_comes_back_sees_what_a_new_one_sees(happened: list[tuple[str, tuple[object, ...]]]) -> None:
    school = School()
    try:
        for name, given_ in happened:
            getattr(school, name)(*given_)
            school.shows_what_is_there()
    finally:
        school.ends()


def test_a_phone_of_another_session_gets_nothing_but_this_one(tmp_path: Path) -> None:
    """Its token says nothing here: it is greeted with the id of this session, and drops what it remembered."""

    async def scene(stage: Stage) -> None:
        stage.live.take(Work(commands.GoTo("s3")))
        ana = stage.phone("Ana")
        await until(lambda: bool(told(ana, wire.Welcome)))
        stage.answer(ana, 0, 1)
        stranger = Phone(RecordingLine([]))
        before = Browser()
        before.begins_anew("yesterday", "token of yesterday")
        before.kept = {("s3", 1): 7}
        before.revision = 7
        hello = wire.Hello(proto=1, session="yesterday", token="token of yesterday", room_code="4271")
        stage.live.take(Work(hello, phone=stranger))
        await until(lambda: bool(told(stranger, wire.Greeting)))
        assert told(stranger, wire.Greeting)[0].session == "testsession"  # type: ignore[attr-defined]
        named = wire.Hello(proto=1, session="yesterday", token="token of yesterday", room_code="4271", name="Bo")
        stage.live.take(Work(named, phone=stranger))
        await until(lambda: bool(told(stranger, wire.Welcome)))
        (welcome,) = told(stranger, wire.Welcome)
        assert isinstance(welcome, wire.Welcome)
        before.hear(welcome)
        assert (before.session, before.participant, before.kept, before.revision) == ("testsession", "p2", {}, 0)

    run(tmp_path, scene)
