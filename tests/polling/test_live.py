"""The live session with a store that behaves badly and lines that remember: order, groups, a full disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from polling import commands, wire
from polling.answers import Words
from polling.claims import MAX_CLAIMS
from polling.live import Gone, LiveSession, Work
from polling.moves import Phase
from polling.presence import SILENT_MS
from polling.seats import Phone
from polling.settling import SETTLE_MS
from polling.store import Store
from tests.classroom import Classroom
from tests.stage import RecordingLine, ScreenLine, Stage, phases, run, told, until


def test_nothing_is_told_before_it_is_on_disk(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.live.take(Work(commands.GoTo("s3")))
        ana = stage.phone("Ana")
        await until(lambda: bool(told(ana, wire.Welcome)))
        stage.answer(ana, 0, 1)
        await until(lambda: bool(told(ana, wire.Ack)))

    stage = run(tmp_path, scene)
    kept = [entry for entry in stage.journal if entry in ("committed", "Welcome", "Ack")]
    assert kept == ["committed", "Welcome", "committed", "Ack"]


def test_what_arrives_together_is_one_group(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.live.take(Work(commands.GoTo("s3")))
        phones = [stage.phone(f"Leerling {number}") for number in range(30)]
        await until(lambda: all(told(phone, wire.Welcome) for phone in phones))
        for phone in phones:
            stage.answer(phone, 1, 1)
        await until(lambda: all(told(phone, wire.Ack) for phone in phones))

    stage = run(tmp_path, scene)
    assert [len(group) for group in stage.store.groups] == [32, 30]


def test_an_answer_causes_no_broadcast(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.live.take(Work(commands.GoTo("s3")))
        ana, bo = stage.phone("Ana"), stage.phone("Bo")
        await until(lambda: bool(told(bo, wire.Welcome)))
        before = len(told(bo, wire.PhoneState))
        stage.answer(ana, 0, 1)
        await until(lambda: bool(told(ana, wire.Ack)))
        assert len(told(bo, wire.PhoneState)) == before

    run(tmp_path, scene)


@pytest.mark.expects_log("the store refuses")
def test_a_full_disk_gives_no_ack_and_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("polling.live.STORE_AGAIN_S", 0.01)
    monkeypatch.setattr("polling.live.MARK_EVERY_S", 3600)

    async def scene(stage: Stage) -> None:
        screen = ScreenLine(stage.journal)
        stage.live.take(Work(wire.Teach(proto=1, key=""), screen=screen))
        stage.live.take(Work(commands.GoTo("s3")))
        ana = stage.phone("Ana")
        await until(lambda: bool(told(ana, wire.Welcome)))
        stage.store.is_full = True
        stage.answer(ana, 0, 1)
        await until(lambda: any(isinstance(each, wire.RefusedMessage) for each in screen.told))
        assert not told(ana, wire.Ack)
        stage.store.is_full = False
        await until(lambda: bool(told(ana, wire.Ack)))
        assert len(told(ana, wire.Ack)) == 1

    stage = run(tmp_path, scene)
    assert sum(type(event).__name__ == "Answered" for group in stage.store.groups for event in group) == 1


@pytest.mark.expects_log("the room time was not kept")
def test_a_mark_that_cannot_be_kept_stops_nothing(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.store.is_full = True
        stage.now_ms = 2000
        stage.live.take(Work(commands.Tick()))
        await until(lambda: stage.live._marked_ms == 2000)

    run(tmp_path, scene)


def test_tallies_are_told_at_once_and_then_at_a_pace(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        screen = ScreenLine(stage.journal)
        stage.live.take(Work(wire.Teach(proto=1, key=""), screen=screen))
        stage.live.take(Work(commands.GoTo("s3")))
        ana = stage.phone("Ana")
        await until(lambda: bool(told(ana, wire.Welcome)))
        stage.now_ms += 1000
        screen.told.clear()
        for revision in range(1, 20):
            stage.answer(ana, revision % 2, revision)
            await until(lambda revision=revision: len(told(ana, wire.Ack)) == revision)  # type: ignore[misc]
        tallies = [each for each in screen.told if isinstance(each, wire.TallyPart)]
        assert len(tallies) == 1
        stage.now_ms += 40
        await until(lambda: len([each for each in screen.told if isinstance(each, wire.TallyPart)]) == 2)

    run(tmp_path, scene)


def test_the_end_is_told_before_the_goodbye_however_soon_it_comes(tmp_path: Path) -> None:
    screens: list[ScreenLine] = []

    async def scene(stage: Stage) -> None:
        screens.append(ScreenLine(stage.journal))
        stage.live.take(Work(wire.Teach(proto=1, key=""), screen=screens[0]))
        stage.live.take(Work(commands.GoTo("s3")))
        await until(lambda: any(isinstance(each, wire.PositionPart) and each.slide for each in screens[0].told))
        stage.live.take(Work(commands.End()))
        await stage.live.ended.wait()

    run(tmp_path, scene)
    positions = [each for each in screens[0].told if isinstance(each, wire.PositionPart)]
    assert positions[-1].ended
    assert screens[0].told[-1] == wire.Bye(reason="ended")


def test_a_question_closes_by_the_sessions_own_clock(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.live.take(Work(commands.GoTo("s2")))
        ana = stage.phone("Ana")
        await until(lambda: bool(told(ana, wire.Welcome)))
        stage.now_ms = 30_600
        stage.live.take(Work(commands.Tick()))
        await until(lambda: "closed" in phases(ana))
        assert phases(ana) == ["asking", "closed"]

    run(tmp_path, scene)


def roster(screen: ScreenLine) -> wire.RosterPart | None:
    parts = [each for each in screen.told if isinstance(each, wire.RosterPart)]
    return parts[-1] if parts else None


def watched(stage: Stage) -> ScreenLine:
    """A teacher screen that is told at once, whatever the pace."""
    screen = ScreenLine(stage.journal)
    stage.live.take(Work(wire.Teach(proto=1, key=""), screen=screen))
    return screen


async def joined(stage: Stage, *names: str) -> list[Phone]:
    phones = [stage.phone(name) for name in names]
    await until(lambda: all(told(phone, wire.Welcome) for phone in phones))
    return phones


async def until_told(stage: Stage, condition: Callable[[], bool]) -> None:
    """Wait for this while the room's time goes on, so that screens are told."""

    def holds() -> bool:
        stage.now_ms += 10
        stage.live.take(Work(commands.Tick()))
        return condition()

    await until(holds)


def status_of(screen: ScreenLine, name: str) -> str:
    part = roster(screen)
    return "" if part is None else next((each.status for each in part.participants if each.name == name), "")


def test_a_page_that_says_nothing_is_shown_asleep_and_awake_once_it_speaks(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        screen = watched(stage)
        ana, bo = await joined(stage, "Ana", "Bo")
        stage.now_ms += SILENT_MS + 1
        bo.heard_ms = stage.now_ms
        await until_told(stage, lambda: status_of(screen, "Ana") == "asleep")
        assert status_of(screen, "Bo") == "here"
        ana.heard_ms = stage.now_ms
        await until_told(stage, lambda: status_of(screen, "Ana") == "here")

    run(tmp_path, scene)


def test_a_removed_phone_is_told_and_hung_up(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        screen = watched(stage)
        ana, bo = await joined(stage, "Ana", "Bo")
        stage.live.take(Work(commands.Remove("p1")))
        stage.live.take(Work(commands.Remove("p2", block=True)))
        await until(lambda: bool(told(ana, wire.Bye) and told(bo, wire.Bye)))
        assert [*told(ana, wire.Bye), *told(bo, wire.Bye)] == [wire.Bye(reason="removed"), wire.Bye(reason="blocked")]
        for phone in (ana, bo):
            assert isinstance(phone.line, RecordingLine)
            assert phone.line.is_hung_up
        await until_told(stage, lambda: (part := roster(screen)) is not None and part.here == 0)
        part = roster(screen)
        assert part is not None
        assert [each.standing for each in part.participants] == ["removed", "blocked"]
        assert part.those_in == ()

    run(tmp_path, scene)


def test_a_renamed_phone_hears_its_name_and_nobody_else_does(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        ana, bo = await joined(stage, "Xx", "Bo")
        stage.live.take(Work(commands.Rename("p1", "Ana")))
        stage.live.take(Work(commands.Rename("p9", "Ana")))
        await until(lambda: bool(told(ana, wire.Named)))
        assert told(ana, wire.Named) == [wire.Named(name="Ana")]
        assert told(bo, wire.Named) == []

    run(tmp_path, scene)


async def claiming(stage: Stage, screen: ScreenLine) -> tuple[Phone, Phone, str]:
    """Ana's old phone, asleep, the new one that asks for her seat, and what the teacher is asked."""
    (old,) = await joined(stage, "Ana")
    stage.now_ms += SILENT_MS + 1
    await until_told(stage, lambda: status_of(screen, "Ana") == "asleep")
    new = Phone(RecordingLine(stage.journal))
    stage.live.take(Work(wire.Hello(proto=1, room_code="4271", name="ana"), phone=new))
    await until(lambda: told(new, wire.Taken) == [wire.Taken(name="Ana")])
    stage.live.take(Work(wire.Hello(proto=1, room_code="4271", name="ana", again="me"), phone=new))
    await until(lambda: bool(told(new, wire.Waiting)))
    await until_told(stage, lambda: (part := roster(screen)) is not None and bool(part.claims))
    part = roster(screen)
    assert part is not None
    assert [(each.participant, each.name) for each in part.claims] == [("p1", "ana")]
    return old, new, part.claims[0].id


def test_another_phone_gets_the_seat_with_the_teachers_yes(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        screen = watched(stage)
        old, new, claim = await claiming(stage, screen)
        stage.live.take(Work(wire.JudgeClaim(claim=claim, yes=True), screen=screen))
        await until(lambda: bool(told(new, wire.Welcome)))
        (welcome,) = told(new, wire.Welcome)
        assert isinstance(welcome, wire.Welcome)
        assert (welcome.participant, welcome.name) == ("p1", "Ana")
        assert told(old, wire.Bye) == [wire.Bye(reason="taken_over")]
        (before,) = told(old, wire.Welcome)
        assert isinstance(before, wire.Welcome)
        assert before.token != welcome.token
        assert before.token not in stage.live.room.by_token
        await until_told(stage, lambda: (part := roster(screen)) is not None and not part.claims)

    run(tmp_path, scene)


def test_without_it_the_seat_stays_and_nobody_is_judged_twice(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        screen = watched(stage)
        _, new, claim = await claiming(stage, screen)
        for _ in range(2):
            stage.live.take(Work(wire.JudgeClaim(claim=claim, yes=False), screen=screen))
        await until(lambda: bool(told(new, wire.RefusedMessage)))
        assert told(new, wire.RefusedMessage) == [wire.RefusedMessage(code="claim_refused")]
        await until(lambda: wire.RefusedMessage(code="unknown_claim") in screen.told)
        assert stage.live.room.participants["p1"].token_hash in stage.live.room.by_token

    run(tmp_path, scene)


def test_a_seat_that_was_taken_away_meanwhile_cannot_be_given(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        screen = watched(stage)
        _, new, claim = await claiming(stage, screen)
        stage.live.take(Work(commands.Remove("p1")))
        stage.live.take(Work(wire.JudgeClaim(claim=claim, yes=True)))
        await until(lambda: told(new, wire.RefusedMessage) == [wire.RefusedMessage(code="claim_refused")])

    run(tmp_path, scene)


def test_a_phone_that_gives_up_waiting_is_asked_about_no_more(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        screen = watched(stage)
        _, new, claim = await claiming(stage, screen)
        stage.live.take(Work(Gone(), phone=new))
        stage.live.take(Work(wire.JudgeClaim(claim=claim, yes=True)))
        await until_told(stage, lambda: (part := roster(screen)) is not None and not part.claims)
        assert told(new, wire.Welcome) == []

    run(tmp_path, scene)


def test_a_phone_that_goes_back_to_the_name_asks_for_no_seat_any_more(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        screen = watched(stage)
        _, new, claim = await claiming(stage, screen)
        stage.live.take(Work(wire.Hello(proto=1, room_code="4271"), phone=new))
        await until_told(stage, lambda: (part := roster(screen)) is not None and not part.claims)
        stage.live.take(Work(wire.JudgeClaim(claim=claim, yes=True), screen=screen))
        await until(lambda: wire.RefusedMessage(code="unknown_claim") in screen.told)
        assert told(new, wire.Welcome) == []

    run(tmp_path, scene)


def test_no_crowd_of_phones_can_ask_for_seats(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        screen = watched(stage)
        await claiming(stage, screen)
        crowd = [Phone(RecordingLine(stage.journal)) for _ in range(MAX_CLAIMS)]
        for phone in crowd:
            stage.live.take(Work(wire.Hello(proto=1, room_code="4271", name="Ana", again="me"), phone=phone))
        await until(lambda: bool(told(crowd[-1], wire.RefusedMessage)))
        assert sum(bool(told(phone, wire.Waiting)) for phone in crowd) == MAX_CLAIMS - 1

    run(tmp_path, scene)


def test_a_phone_removed_while_it_joins_is_not_let_in(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        ana = stage.phone("Ana")
        stage.live.take(Work(commands.Remove("p1")))
        (bo,) = await joined(stage, "Bo")
        assert told(ana, wire.Welcome) == []
        assert told(bo, wire.Welcome)

    run(tmp_path, scene)


def is_closed(stage: Stage) -> bool:
    question = stage.live.room.question
    return question is not None and question.phase is Phase.CLOSED


def test_a_question_closes_by_itself_once_everyone_who_is_here_has_answered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.live.take(Work(commands.CloseByItself(True)))
        stage.live.take(Work(commands.GoTo("s3")))
        ana, bo = await joined(stage, "Ana", "Bo")
        stage.answer(ana, 0, 1)
        await until(lambda: bool(told(ana, wire.Ack)))
        assert stage.live._settling.due_ms is None
        stage.answer(bo, 0, 1)
        await until(lambda: bool(told(bo, wire.Ack)))
        assert stage.live._settling.due_ms == stage.now_ms + SETTLE_MS
        assert not is_closed(stage)
        stage.now_ms += SETTLE_MS
        await until(lambda: "closed" in phases(ana))

    run(tmp_path, scene)


def test_a_question_stays_open_where_nobody_asked_it_to_close(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.live.take(Work(commands.GoTo("s3")))
        (ana,) = await joined(stage, "Ana")
        stage.answer(ana, 0, 1)
        await until(lambda: bool(told(ana, wire.Ack)))
        assert stage.live._settling.due_ms is None

    run(tmp_path, scene)


def test_a_word_web_never_closes_by_itself(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.live.take(Work(commands.CloseByItself(True)))
        stage.live.take(Work(commands.GoTo("s4")))
        (ana,) = await joined(stage, "Ana")
        sent = wire.AnswerSent(slide="s4", round=1, revision=1, value=Words(("zee",)))
        stage.live.take(Work(sent, phone=ana))
        await until(lambda: bool(told(ana, wire.Ack)))
        assert stage.live._settling.due_ms is None

    run(tmp_path, scene)


def test_after_a_restart_a_question_waits_for_those_who_are_not_back_yet(tmp_path: Path) -> None:
    classroom, now_ms = Classroom(), [60_000]
    ana, _ = classroom.joins("Ana"), classroom.joins("Bo")
    classroom.does(commands.CloseByItself(True))
    classroom.goes_to("s3")
    ana.chooses("A")
    store = Store(tmp_path / "s.sqlite3")
    live = LiveSession(classroom.restarted(), store, lambda: now_ms[0], lambda: 0.0)
    live.seats.presence.hear(ana.participant, now_ms[0])
    assert not live._has_heard_all()
    now_ms[0] += SILENT_MS
    assert live._has_heard_all()
    asyncio.run(live.close())
