"""The room: the live lesson. No sockets, no clock, no files, no threads, no random numbers, no Qt.

Theory of operation. The room is what its events add up to. A command goes into `decide` (polling/decisions.py), which
changes nothing and gives the events that follow; `apply` lets one event happen. Times (room time in milliseconds)
and ids come in as arguments, so the same events give the same room, always: that is how a session is read back after
a crash.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from typing import Any

import msgspec

from lessons import markdown
from lessons.model import Lesson, Slide, named, ordered
from polling import events, extra_time, names
from polling.clock import Clock
from polling.commands import Cover
from polling.decency import is_rude
from polling.events import AnyEvent
from polling.lookalikes import looks
from polling.moves import Phase, Stand
from polling.question import Kept, Question, Round
from polling.quick import Added, with_added

GRACE_MS = 500
"""A question that ran out of time still takes answers for so long: what was tapped in time may arrive late."""


class Participant(msgspec.Struct, frozen=True):
    """One student of this session. One who `is_out` was removed: they are kept, and do not count. `number` is the
    order of joining, from 1: what the class sees where the name is covered, as a rude one `is_flagged` is at first."""

    id: str
    name: str
    token_hash: str
    number: int
    is_covered: bool = False
    is_flagged: bool = False
    is_out: bool = False
    is_blocked: bool = False
    percent: int = extra_time.USUAL


class Room:
    """The state that the events so far add up to."""

    def __init__(self, started: events.SessionStarted) -> None:
        lesson, _ = markdown.read(started.text)
        self.started = started
        self._file: Lesson = ordered(named(lesson), started.orders)
        self.added: tuple[Added, ...] = ()
        self._lay_out()
        self.questions = {slide.id: Question(slide) for slide in self.slides if slide.asks}
        self.participants: dict[str, Participant] = {}
        self.by_token: dict[str, str] = {}
        self.name_holders: dict[str, str] = {}
        self.label = started.label
        self.begins_at = started.begins_at
        self.is_locked = False
        self.place: int | None = None
        self.steps: dict[str, int] = {}
        self.pages: dict[str, int] = {}
        self.cover = Cover.JOIN
        self.is_frozen = False
        self.hides_answers = False
        self.timer: Clock | None = None
        self.timer_slide = ""
        self.held: frozenset[str] = frozenset()
        self.is_paused = False
        self.is_ended = False
        self.closes_by_itself = False
        self.revision = 1
        self.last_ms = started.at_ms

    def _lay_out(self) -> None:
        """The slides in their order, with what was put in between."""
        self.lesson = with_added(self._file, self.added)
        self.slides = self.lesson.slides
        self.places = {slide.id: place for place, slide in enumerate(self.slides)}

    @property
    def names_taken(self) -> Set[str]:
        """What the names of those who are in look like."""
        return self.name_holders.keys()

    def has(self, participant: str) -> bool:
        """True for a participant who is in the room, whether awake or not."""
        known = self.participants.get(participant)
        return known is not None and not known.is_out

    def holder(self, typed: str) -> Participant | None:
        """Who is in under this name, or one that cannot be told from it."""
        found = (self.name_holders.get(look) for look in looks(names.cleaned(typed)))
        return self.participants.get(next(filter(None, found), ""))

    @property
    def slide(self) -> Slide | None:
        """The slide at hand; None in the lobby."""
        return None if self.place is None else self.slides[self.place]

    @property
    def question(self) -> Question | None:
        """The question at hand, if the slide asks."""
        return None if self.slide is None else self.questions.get(self.slide.id)

    @property
    def stand(self) -> Stand:
        """Where the lesson stands, for the table of moves."""
        slide, question = self.slide, self.question
        if slide is None:
            return Stand(kind=None, is_paused=self.is_paused)
        return Stand(
            kind=slide.kind,
            phase=None if question is None else question.phase,
            is_paused=self.is_paused,
            is_covered=self.cover is not Cover.NONE,
            has_step=self.steps.get(slide.id, 0) < slide.steps,
            has_shown_step=0 < self.steps.get(slide.id, 0) <= slide.steps,
            has_page=self.page(slide) < self.pages_of(slide) - 1,
            has_page_before=self.page(slide) > 0,
            is_first=self.neighbour(-1) is None,
            is_last=self.neighbour(+1) is None,
        )

    def pages_of(self, slide: Slide) -> int:
        """How many pages of the board this slide takes; one where its bullets come in one by one."""
        return 1 if slide.steps else self.pages.get(slide.id, 1)

    def page(self, slide: Slide) -> int:
        """The page of the slide that is shown, or will be when the lesson comes back to it, from 0."""
        return min(self.steps.get(slide.id, 0), self.pages_of(slide) - 1)

    def due_ms(self) -> int | None:
        """The room time at which a `Tick` will close the question at hand; None when nothing is due."""
        asking = self.asking()
        if asking is None or self.is_paused:
            return None
        zero_ms = extra_time.last_zero_ms(asking.clock, self.participants, asking.answered)
        return None if zero_ms is None else zero_ms + GRACE_MS

    def asking(self) -> Round | None:
        """The round that takes answers now, if there is one."""
        question = self.question
        return question.last if question is not None and question.phase is Phase.ASKING else None

    def is_due(self, now_ms: int) -> bool:
        """True when the time of the question at hand and its grace have passed, even if no tick has closed it yet."""
        due_ms = self.due_ms()
        return due_ms is not None and now_ms >= due_ms

    def is_over_for(self, participant: str, now_ms: int) -> bool:
        """True when the time of this participant for the question at hand has passed, and its grace."""
        asking = self.asking()
        if asking is None or self.is_paused:
            return False
        zero_ms = extra_time.own_zero_ms(asking.clock, self.participants[participant].percent)
        return zero_ms is not None and now_ms >= zero_ms + GRACE_MS

    def times(self, now_ms: int) -> bool:
        """True while a timer runs that has not reached its end."""
        return self.timer is not None and self.timer.is_running and (self.timer.up or self.timer.left(now_ms) > 0)

    @property
    def is_timing(self) -> bool:
        """True when any clock runs."""
        asking = self.asking()
        clocks = (self.timer, None if asking is None else asking.clock)
        return any(clock is not None and clock.is_running for clock in clocks)

    def has_timer_over(self, now_ms: int) -> bool:
        """True when the timer has come to its end; it makes room for that of another slide."""
        return self.timer is not None and not self.timer.up and self.timer.left(now_ms) <= 0

    def neighbour(self, direction: int) -> int | None:
        """The place of the nearest slide in this direction that is not hidden. From the lobby it is where the lesson
        begins."""
        if self.place is None and direction > 0 and self.begins_at in self.places:
            return self.places[self.begins_at]
        there = direction + (-1 if self.place is None else self.place)
        while 0 <= there < len(self.slides):
            if not self.slides[there].settings.hidden:
                return there
            there += direction
        return None

    def apply(self, event: AnyEvent) -> None:
        """Let one event happen."""
        self.revision += 1
        self.last_ms = event.at_ms
        happened = _HAPPENINGS.get(type(event))
        if happened is not None:
            happened(self, event)

    def _joined(self, event: events.Joined) -> None:
        number = len(self.participants) + 1
        self.participants[event.participant] = Participant(event.participant, event.name, event.token_hash, number)
        self.by_token[event.token_hash] = event.participant
        self._hold_name(event.participant, event.name)
        if is_rude(event.name):
            self._change(event.participant, is_covered=True, is_flagged=True)

    def _renamed(self, event: events.Renamed) -> None:
        self._free_name(event.participant)
        self._change(event.participant, name=event.name, is_flagged=False)
        self._hold_name(event.participant, event.name)

    def _name_covered(self, event: events.NameCovered) -> None:
        self._change(event.participant, is_covered=event.covered)

    def _time_given(self, event: events.TimeGiven) -> None:
        self._change(event.participant, percent=event.percent)

    def _removed(self, event: events.Removed) -> None:
        if self.has(event.participant):
            self._free_name(event.participant)
            for round_ in self._rounds():
                round_.set_aside(event.participant)
        self._change(event.participant, is_out=True, is_blocked=event.blocked)

    def _readmitted(self, event: events.Readmitted) -> None:
        self._change(event.participant, name=event.name, is_out=False, is_blocked=False)
        self._hold_name(event.participant, event.name)
        for round_ in self._rounds():
            round_.put_back(event.participant)

    def _seat_given(self, event: events.SeatGiven) -> None:
        del self.by_token[self.participants[event.participant].token_hash]
        self._change(event.participant, token_hash=event.token_hash)
        self.by_token[event.token_hash] = event.participant

    def _room_locked(self, event: events.RoomLocked) -> None:
        self.is_locked = event.locked

    def _slide_shown(self, event: events.SlideShown) -> None:
        if self.question is not None and self.question.last is not None:
            self.question.last.enlarged = ""
        self.place = self.places[event.slide]
        self.steps.setdefault(event.slide, 0)
        self.cover = Cover.NONE

    def _quick_added(self, event: events.QuickAdded) -> None:
        here = self.slide
        self.added += (Added(id=event.slide, quick=event.quick, before=event.before),)
        self._lay_out()
        self.place = None if here is None else self.places[here.id]
        self.questions[event.slide] = Question(self.slides[self.places[event.slide]])

    def _step_shown(self, event: events.StepShown) -> None:
        self.steps[event.slide] = event.step

    def _question_asked(self, event: events.QuestionAsked) -> None:
        question = self.questions[event.slide]
        clock = None if event.time_ms is None else Clock(total_ms=event.time_ms, since_ms=event.at_ms)
        question.begin(Round(question.slide, event.round, event.at_ms, clock))

    def _question_reopened(self, event: events.QuestionReopened) -> None:
        last = self._round(event.slide)
        last.phase = Phase.ASKING
        if last.clock is not None and last.clock.left(event.at_ms) <= 0:
            last.clock = None
        elif last.clock is not None:
            last.clock = last.clock.resumed(event.at_ms)

    def _question_closed(self, event: events.QuestionClosed) -> None:
        last = self._round(event.slide)
        last.phase = Phase.CLOSED
        if last.clock is not None:
            last.clock = last.clock.paused(event.at_ms)

    def _answer_revealed(self, event: events.AnswerRevealed) -> None:
        self._round(event.slide).phase = Phase.REVEALED

    def _answered(self, event: events.Answered) -> None:
        round_ = self.questions[event.slide].rounds[event.round - 1]
        round_.keep(event.participant, Kept(event.revision, event.value, event.at_ms))

    def _live_switched(self, event: events.LiveSwitched) -> None:
        self.questions[event.slide].is_live = event.live

    def _right_marked(self, event: events.RightMarked) -> None:
        self.questions[event.slide].right = event.options

    def _item_shown(self, event: events.ItemShown) -> None:
        self.questions[event.slide].rounds[event.round - 1].show(event.item)

    def _item_hidden(self, event: events.ItemHidden) -> None:
        self.questions[event.slide].rounds[event.round - 1].hide(event.item)

    def _item_starred(self, event: events.ItemStarred) -> None:
        starred = self.questions[event.slide].rounds[event.round - 1].starred
        starred.add(event.item) if event.starred else starred.discard(event.item)

    def _item_enlarged(self, event: events.ItemEnlarged) -> None:
        self.questions[event.slide].rounds[event.round - 1].enlarged = event.item

    def _word_merged(self, event: events.WordMerged) -> None:
        self.questions[event.slide].curation.merge(event.word, event.into)

    def _word_renamed(self, event: events.WordRenamed) -> None:
        self.questions[event.slide].curation.rename(event.word, event.text)

    def _word_pinned(self, event: events.WordPinned) -> None:
        self.questions[event.slide].curation.pin(event.word, event.pinned)

    def _word_grouped(self, event: events.WordGrouped) -> None:
        self.questions[event.slide].curation.group(event.word, event.group)

    def _moderation_chosen(self, event: events.ModerationChosen) -> None:
        self.questions[event.slide].moderate(event.mode)

    def _hands_counted(self, event: events.HandsCounted) -> None:
        self.questions[event.slide].rounds[event.round - 1].hands[event.option] = event.count

    def _timer_started(self, event: events.TimerStarted) -> None:
        self.timer = Clock(total_ms=event.total_ms, since_ms=event.at_ms, up=event.up)
        self.timer_slide = event.slide

    def _timer_paused(self, event: events.TimerPaused) -> None:
        if self.timer is not None:
            self.timer = self.timer.paused(event.at_ms)

    def _timer_resumed(self, event: events.TimerResumed) -> None:
        if self.timer is not None:
            self.timer = self.timer.resumed(event.at_ms)

    def _timer_extended(self, event: events.TimerExtended) -> None:
        if self.timer is not None:
            self.timer = self.timer.extended(event.by_ms)

    def _timer_stopped(self, event: events.TimerStopped) -> None:
        self.timer = None
        self.timer_slide = ""

    def _question_paused(self, event: events.QuestionPaused) -> None:
        last = self._round(event.slide)
        last.clock = last.clock and last.clock.paused(event.at_ms)

    def _question_resumed(self, event: events.QuestionResumed) -> None:
        last = self._round(event.slide)
        last.clock = last.clock and last.clock.resumed(event.at_ms)

    def _question_extended(self, event: events.QuestionExtended) -> None:
        last = self._round(event.slide)
        last.clock = last.clock and last.clock.extended(event.by_ms)

    def _covered(self, event: events.Covered) -> None:
        self.cover = event.cover

    def _board_frozen(self, event: events.BoardFrozen) -> None:
        self.is_frozen = event.frozen

    def _answers_hidden(self, event: events.AnswersHidden) -> None:
        self.hides_answers = event.hidden

    def _pause_began(self, event: events.PauseBegan) -> None:
        self.is_paused = True
        asking = self.asking()
        if asking is not None and asking.clock is not None and asking.clock.is_running:
            asking.clock = asking.clock.paused(event.at_ms)
            self.held |= {"question"}
        if self.timer is not None and self.timer.is_running:
            self.timer = self.timer.paused(event.at_ms)
            self.held |= {"timer"}

    def _pause_ended(self, event: events.PauseEnded) -> None:
        self.is_paused = False
        asking = self.asking()
        if "question" in self.held and asking is not None and asking.clock is not None:
            asking.clock = asking.clock.resumed(event.at_ms)
        if "timer" in self.held and self.timer is not None:
            self.timer = self.timer.resumed(event.at_ms)
        self.held = frozenset()

    def _closing_by_itself_switched(self, event: events.ClosingByItselfSwitched) -> None:
        self.closes_by_itself = event.on

    def _class_named(self, event: events.ClassNamed) -> None:
        self.label = event.label

    def _beginning_chosen(self, event: events.BeginningChosen) -> None:
        self.begins_at = event.slide

    def _pages_counted(self, event: events.PagesCounted) -> None:
        self.pages = dict(event.pages)

    def _session_ended(self, event: events.SessionEnded) -> None:
        self.is_ended = True
        self.is_frozen = False

    def _round(self, slide: str) -> Round:
        return self.questions[slide].rounds[-1]

    def _rounds(self) -> Iterator[Round]:
        for question in self.questions.values():
            yield from question.rounds

    def _hold_name(self, participant: str, name: str) -> None:
        for look in looks(name):
            self.name_holders[look] = participant

    def _free_name(self, participant: str) -> None:
        """Names that were unlike in an older version may be alike in this one, so only its holder frees a name."""
        for look in looks(self.participants[participant].name):
            if self.name_holders.get(look) == participant:
                del self.name_holders[look]

    def _change(self, participant: str, **changes: object) -> None:
        known = self.participants[participant]
        self.participants[participant] = msgspec.structs.replace(known, **changes)


def read_back(stored: Iterable[AnyEvent]) -> Room | None:
    """The room that these events add up to; None when the first is not the start of a session."""
    told = iter(stored)
    started = next(told, None)
    if not isinstance(started, events.SessionStarted):
        return None
    room = Room(started)
    for event in told:
        room.apply(event)
    return room


_HAPPENINGS: dict[type[events.Event], Callable[[Room, Any], None]] = {
    events.Joined: Room._joined,
    events.Renamed: Room._renamed,
    events.NameCovered: Room._name_covered,
    events.TimeGiven: Room._time_given,
    events.Removed: Room._removed,
    events.Readmitted: Room._readmitted,
    events.SeatGiven: Room._seat_given,
    events.RoomLocked: Room._room_locked,
    events.SlideShown: Room._slide_shown,
    events.QuickAdded: Room._quick_added,
    events.StepShown: Room._step_shown,
    events.QuestionAsked: Room._question_asked,
    events.QuestionReopened: Room._question_reopened,
    events.QuestionClosed: Room._question_closed,
    events.AnswerRevealed: Room._answer_revealed,
    events.Answered: Room._answered,
    events.LiveSwitched: Room._live_switched,
    events.RightMarked: Room._right_marked,
    events.HandsCounted: Room._hands_counted,
    events.ItemShown: Room._item_shown,
    events.ItemHidden: Room._item_hidden,
    events.WordMerged: Room._word_merged,
    events.WordRenamed: Room._word_renamed,
    events.WordPinned: Room._word_pinned,
    events.WordGrouped: Room._word_grouped,
    events.ModerationChosen: Room._moderation_chosen,
    events.ItemStarred: Room._item_starred,
    events.ItemEnlarged: Room._item_enlarged,
    events.TimerStarted: Room._timer_started,
    events.TimerPaused: Room._timer_paused,
    events.TimerResumed: Room._timer_resumed,
    events.TimerExtended: Room._timer_extended,
    events.TimerStopped: Room._timer_stopped,
    events.QuestionPaused: Room._question_paused,
    events.QuestionResumed: Room._question_resumed,
    events.QuestionExtended: Room._question_extended,
    events.Covered: Room._covered,
    events.BoardFrozen: Room._board_frozen,
    events.AnswersHidden: Room._answers_hidden,
    events.PauseBegan: Room._pause_began,
    events.PauseEnded: Room._pause_ended,
    events.ClosingByItselfSwitched: Room._closing_by_itself_switched,
    events.ClassNamed: Room._class_named,
    events.BeginningChosen: Room._beginning_chosen,
    events.PagesCounted: Room._pages_counted,
    events.SessionEnded: Room._session_ended,
}
