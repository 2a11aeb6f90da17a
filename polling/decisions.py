"""What follows from a command: events, or a refusal. Pure: nothing changes here, and time and ids come in as arguments.

Which command about a question is legal in which phase stands in one table, `LEGAL`; what next and back do stands in
polling/moves.py. An answer is the whole value of one participant for one question in one round, with a revision; the
highest revision counts, and sending one again is harmless.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lessons.model import Kind, Slide, TimerMode
from polling import beginning, commands, covers, curation, events, moderation, names, people, quick
from polling.commands import Command
from polling.covers import lifted
from polling.events import AnyEvent
from polling.moves import Move, Phase, back_move, next_move
from polling.question import Question, checked
from polling.refusal import Refused
from polling.room import Room

EXTENSION_MS = 30_000
"""One step of extension, everywhere."""

LEGAL: dict[type[Command], frozenset[Phase]] = {
    commands.Answer: frozenset({Phase.ASKING}),
    commands.Close: frozenset({Phase.ASKING}),
    commands.Reveal: frozenset({Phase.CLOSED}),
    commands.Again: frozenset({Phase.WAITING, Phase.CLOSED, Phase.REVEALED}),
    commands.Reopen: frozenset({Phase.CLOSED}),
    commands.SwitchLive: frozenset({Phase.WAITING, Phase.ASKING, Phase.CLOSED}),
    commands.MarkRight: frozenset(Phase),
    commands.CountHands: frozenset({Phase.ASKING, Phase.CLOSED}),
    commands.Show: frozenset({Phase.ASKING, Phase.CLOSED}),
    commands.Hide: frozenset({Phase.ASKING, Phase.CLOSED}),
    commands.MergeWord: frozenset({Phase.ASKING, Phase.CLOSED}),
    commands.RenameWord: frozenset({Phase.ASKING, Phase.CLOSED}),
    commands.PinWord: frozenset({Phase.ASKING, Phase.CLOSED}),
    commands.GroupWord: frozenset({Phase.ASKING, Phase.CLOSED}),
    commands.Moderate: frozenset({Phase.WAITING, Phase.ASKING, Phase.CLOSED}),
    commands.Star: frozenset({Phase.ASKING, Phase.CLOSED}),
    commands.Enlarge: frozenset({Phase.ASKING, Phase.CLOSED}),
}
"""The commands about a question, and the phases in which each is legal."""

_DURING_PAUSE: tuple[type[Command], ...] = (
    commands.Next,
    commands.Back,
    commands.Resume,
    commands.End,
    commands.CloseByItself,
    *beginning.DECISIONS,
    *covers.DECISIONS,
    commands.CountPages,
    *people.DECISIONS,
)
"""What a teacher can do while the room is paused."""


def decide(room: Room, command: Command, now_ms: int) -> list[AnyEvent] | Refused:
    """The events that follow from a command at this room time, or why it is refused. Changes nothing."""
    if room.is_ended:
        return Refused("ended")
    if room.is_paused and isinstance(command, commands.TeacherCommand) and not isinstance(command, _DURING_PAUSE):
        return Refused("not_now")
    if type(command) in LEGAL and not isinstance(command, commands.Answer):
        if room.question is None:
            return Refused("no_question")
        if room.question.phase not in LEGAL[type(command)]:
            return Refused("not_now")
    return _DECISIONS[type(command)](room, command, now_ms)


def _join(room: Room, command: commands.Join, now_ms: int) -> list[AnyEvent] | Refused:
    if room.is_locked:
        return Refused("locked")
    if len(room.participants) >= command.most:
        return Refused("room_full")
    label = names.label(command.name, room.names_taken)
    if not label:
        return Refused("name_empty")
    return [events.Joined(at_ms=now_ms, participant=command.participant, name=label, token_hash=command.token_hash)]


def _answer(room: Room, command: commands.Answer, now_ms: int) -> list[AnyEvent] | Refused:
    if not room.has(command.participant):
        return Refused("not_joined")
    question = room.questions.get(command.slide)
    if question is None:
        return Refused("unknown_question")
    last = question.last
    if last is None or command.round != last.number:
        return Refused("old_round" if 0 < command.round <= len(question.rounds) else "not_asking")
    kept = last.answers.get(command.participant)
    if kept is not None and kept.revision >= command.revision:
        return []
    if last.phase not in LEGAL[commands.Answer] or room.is_over_for(command.participant, now_ms):
        return Refused("not_asking")
    value = checked(question.slide, command.value)
    if isinstance(value, str):
        return Refused(value)
    return [
        events.Answered(
            at_ms=now_ms,
            participant=command.participant,
            slide=command.slide,
            round=command.round,
            revision=command.revision,
            value=value,
        )
    ]


def _next(room: Room, command: Command, now_ms: int) -> list[AnyEvent] | Refused:
    return _moved(room, next_move(room.stand), now_ms, +1)


def _back(room: Room, command: Command, now_ms: int) -> list[AnyEvent] | Refused:
    return _moved(room, back_move(room.stand), now_ms, -1)


def _skip(room: Room, command: Command, now_ms: int) -> list[AnyEvent] | Refused:
    there = room.neighbour(+1)
    return Refused("not_now") if there is None else _going(room, there, now_ms)


def _go_to(room: Room, command: commands.GoTo, now_ms: int) -> list[AnyEvent] | Refused:
    there = room.places.get(command.slide)
    return Refused("unknown_slide") if there is None else _going(room, there, now_ms)


def _ask_quick(room: Room, command: commands.AskQuick, now_ms: int) -> list[AnyEvent] | Refused:
    if len(room.added) >= quick.MOST:
        return Refused("not_now")
    number = len(room.added) + 1
    while f"quick{number}" in room.places:
        number += 1
    slide = f"quick{number}"
    before = room.slides[room.place or 0].id if room.slides else ""
    return [
        *_closed(room, now_ms),
        events.QuickAdded(at_ms=now_ms, slide=slide, quick=command.quick, before=before),
        events.SlideShown(at_ms=now_ms, slide=slide),
        events.QuestionAsked(at_ms=now_ms, slide=slide, round=1, time_ms=None),
    ]


def _again(room: Room, command: Command, now_ms: int) -> list[AnyEvent] | Refused:
    assert room.question is not None
    return [*lifted(room, now_ms), _asked(room.question, now_ms)]


def _reopen(room: Room, command: Command, now_ms: int) -> list[AnyEvent] | Refused:
    assert room.question is not None
    slide = room.question.slide.id
    return [
        *lifted(room, now_ms),
        events.QuestionReopened(at_ms=now_ms, slide=slide, round=len(room.question.rounds)),
    ]


def _close(room: Room, command: Command, now_ms: int) -> list[AnyEvent] | Refused:
    return _closed(room, now_ms)


def _reveal(room: Room, command: Command, now_ms: int) -> list[AnyEvent] | Refused:
    assert room.question is not None
    if room.question.slide.kind is not Kind.QUIZ:
        return Refused("not_now")
    return [*lifted(room, now_ms), events.AnswerRevealed(at_ms=now_ms, slide=room.question.slide.id)]


def _switch_live(room: Room, command: Command, now_ms: int) -> list[AnyEvent] | Refused:
    assert room.question is not None
    return [events.LiveSwitched(at_ms=now_ms, slide=room.question.slide.id, live=not room.question.is_live)]


def _mark_right(room: Room, command: commands.MarkRight, now_ms: int) -> list[AnyEvent] | Refused:
    assert room.question is not None
    slide = room.question.slide
    if slide.kind is not Kind.QUIZ or slide.right:
        return Refused("not_now")
    options = tuple(sorted(set(command.options)))
    if any(not 0 <= place < len(slide.options) for place in options):
        return Refused("unknown_option")
    return [events.RightMarked(at_ms=now_ms, slide=slide.id, options=options)]


def _count_hands(room: Room, command: commands.CountHands, now_ms: int) -> list[AnyEvent] | Refused:
    assert room.question is not None
    last = room.question.last
    if last is None or not 0 <= command.option < len(last.hands):
        return Refused("unknown_option")
    count = last.hands[command.option] + command.by
    if not 0 <= count <= commands.MAX_PARTICIPANTS:
        return Refused("not_now")
    slide = room.question.slide.id
    return [events.HandsCounted(at_ms=now_ms, slide=slide, round=last.number, option=command.option, count=count)]


def _start_timer(room: Room, command: commands.StartTimer, now_ms: int) -> list[AnyEvent] | Refused:
    slide, asking = room.slide, room.asking()
    if asking is not None and asking.clock is not None and slide is not None:
        if asking.clock.is_running:
            return Refused("not_now")
        return [events.QuestionResumed(at_ms=now_ms, slide=slide.id)]
    if room.timer is not None and command.minutes is None:
        return Refused("not_now") if room.timer.is_running else [events.TimerResumed(at_ms=now_ms)]
    return _new_timer(room, slide, command.minutes, now_ms)


def _new_timer(room: Room, slide: Slide | None, minutes: float | None, now_ms: int) -> list[AnyEvent] | Refused:
    if slide is None:
        return Refused("not_now")
    if minutes is not None:
        if not 0 < minutes <= 600:
            return Refused("no_timer")
        return [events.TimerStarted(at_ms=now_ms, slide=slide.id, total_ms=round(minutes * 60_000))]
    started = _own_timer(slide, now_ms)
    return Refused("no_timer") if started is None else [started]


def _pause_timer(room: Room, command: Command, now_ms: int) -> list[AnyEvent] | Refused:
    asking = room.asking()
    if asking is not None and asking.clock is not None and room.slide is not None:
        if not asking.clock.is_running:
            return Refused("not_now")
        return [events.QuestionPaused(at_ms=now_ms, slide=room.slide.id)]
    if room.timer is None or not room.timer.is_running:
        return Refused("no_timer")
    return [events.TimerPaused(at_ms=now_ms)]


def _extend_timer(room: Room, command: Command, now_ms: int) -> list[AnyEvent] | Refused:
    asking = room.asking()
    if asking is not None and asking.clock is not None and room.slide is not None:
        return [events.QuestionExtended(at_ms=now_ms, slide=room.slide.id, by_ms=EXTENSION_MS)]
    if room.timer is None:
        return Refused("no_timer")
    return [events.TimerExtended(at_ms=now_ms, by_ms=EXTENSION_MS)]


def _stop_timer(room: Room, command: Command, now_ms: int) -> list[AnyEvent] | Refused:
    return Refused("no_timer") if room.timer is None else [events.TimerStopped(at_ms=now_ms)]


def _pause(room: Room, command: Command, now_ms: int) -> list[AnyEvent] | Refused:
    return [events.PauseBegan(at_ms=now_ms)]


def _resume(room: Room, command: Command, now_ms: int) -> list[AnyEvent] | Refused:
    return [events.PauseEnded(at_ms=now_ms)] if room.is_paused else Refused("not_now")


def _end(room: Room, command: Command, now_ms: int) -> list[AnyEvent] | Refused:
    return [*_closed(room, now_ms), events.SessionEnded(at_ms=now_ms)]


def _close_by_itself(room: Room, command: commands.CloseByItself, now_ms: int) -> list[AnyEvent] | Refused:
    if command.on is room.closes_by_itself:
        return []
    return [events.ClosingByItselfSwitched(at_ms=now_ms, on=command.on)]


def _count_pages(room: Room, command: commands.CountPages, now_ms: int) -> list[AnyEvent] | Refused:
    if not command.pages.keys() <= {slide.id for slide in room.slides if not slide.asks}:
        return Refused("unknown_slide")
    return [] if command.pages == room.pages else [events.PagesCounted(at_ms=now_ms, pages=command.pages)]


def _tick(room: Room, command: Command, now_ms: int) -> list[AnyEvent] | Refused:
    return _closed(room, now_ms) if room.is_due(now_ms) else []


def _moved(room: Room, move: Move, now_ms: int, direction: int) -> list[AnyEvent] | Refused:
    slide, question = room.slide, room.question
    match move:
        case Move.NONE:
            return Refused("not_now")
        case Move.LIFT:
            return lifted(room, now_ms)
        case Move.RESUME:
            return [events.PauseEnded(at_ms=now_ms)]
        case Move.CLOSE:
            return _closed(room, now_ms)
        case Move.ASK if question is not None:
            return [_asked(question, now_ms)]
        case Move.REVEAL if slide is not None:
            return [events.AnswerRevealed(at_ms=now_ms, slide=slide.id)]
        case Move.STEP | Move.STEP_BACK if slide is not None:
            return [events.StepShown(at_ms=now_ms, slide=slide.id, step=room.steps.get(slide.id, 0) + direction)]
        case Move.PAGE | Move.PAGE_BACK if slide is not None:
            return [events.StepShown(at_ms=now_ms, slide=slide.id, step=room.page(slide) + direction)]
        case _:
            there = room.neighbour(direction)
            return Refused("not_now") if there is None else _going(room, there, now_ms)


def _going(room: Room, there: int, now_ms: int) -> list[AnyEvent]:
    """Leave this slide (what is asked here closes) and arrive at another. Who comes back to a slide from a later one
    sees all of its points, or the page that was left; who comes from before, its first page."""
    slide = room.slides[there]
    going = [] if there == room.place else _closed(room, now_ms)
    going.append(events.SlideShown(at_ms=now_ms, slide=slide.id))
    if room.place is not None and there < room.place and room.steps.get(slide.id, 0) < slide.steps:
        going.append(events.StepShown(at_ms=now_ms, slide=slide.id, step=slide.steps))
    if room.page(slide) and (room.place is None or there > room.place):
        going.append(events.StepShown(at_ms=now_ms, slide=slide.id, step=0))
    if room.has_timer_over(now_ms) and room.timer_slide != slide.id and _own_timer(slide, now_ms) is not None:
        going.append(events.TimerStopped(at_ms=now_ms))
    question = room.questions.get(slide.id)
    if question is not None and not question.rounds and not slide.settings.asks_by_key:
        going.append(_asked(question, now_ms))
    if slide.settings.timer_mode is TimerMode.AUTO and slide.id not in room.steps and not room.times(now_ms):
        started = _own_timer(slide, now_ms)
        going += [] if started is None else [started]
    return going


def _asked(question: Question, now_ms: int) -> AnyEvent:
    time_s = question.slide.settings.time_s
    return events.QuestionAsked(
        at_ms=now_ms,
        slide=question.slide.id,
        round=len(question.rounds) + 1,
        time_ms=None if time_s is None else round(time_s * 1000),
    )


def _closed(room: Room, now_ms: int) -> list[AnyEvent]:
    asking = room.asking()
    if asking is None or room.slide is None:
        return []
    return [events.QuestionClosed(at_ms=now_ms, slide=room.slide.id, round=asking.number)]


def _own_timer(slide: Slide, now_ms: int) -> events.TimerStarted | None:
    """The start of the timer that the slide itself asks for."""
    settings = slide.settings
    counts_up = settings.timer_mode is TimerMode.UP
    if settings.timer_s is None and not counts_up:
        return None
    total_ms = round((settings.timer_s or 0) * 1000)
    return events.TimerStarted(at_ms=now_ms, slide=slide.id, total_ms=total_ms, up=counts_up)


_DECISIONS: dict[type[Command], Callable[[Room, Any, int], list[AnyEvent] | Refused]] = {
    commands.Join: _join,
    commands.Answer: _answer,
    commands.Next: _next,
    commands.Back: _back,
    commands.Skip: _skip,
    commands.GoTo: _go_to,
    commands.AskQuick: _ask_quick,
    commands.Again: _again,
    commands.Reopen: _reopen,
    commands.Close: _close,
    commands.Reveal: _reveal,
    commands.SwitchLive: _switch_live,
    commands.MarkRight: _mark_right,
    commands.CountHands: _count_hands,
    commands.StartTimer: _start_timer,
    commands.PauseTimer: _pause_timer,
    commands.ExtendTimer: _extend_timer,
    commands.StopTimer: _stop_timer,
    commands.Pause: _pause,
    commands.Resume: _resume,
    commands.CloseByItself: _close_by_itself,
    commands.CountPages: _count_pages,
    commands.End: _end,
    commands.Tick: _tick,
    **curation.DECISIONS,
    **beginning.DECISIONS,
    **covers.DECISIONS,
    **moderation.DECISIONS,
    **people.DECISIONS,
}
