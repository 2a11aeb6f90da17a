"""What happened in the room: frozen values, told in the past tense. The same events always give the same room.

`at_ms` is room time: milliseconds since the session began, not counting the time in which no server ran.
"""

from __future__ import annotations

import msgspec

from polling.answers import Value
from polling.commands import Cover, Mode
from polling.quick import Quick


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """The base of all events; the tag names the event in the store."""

    at_ms: int


class SessionStarted(Event, frozen=True, kw_only=True, tag="session_started"):
    """The first event: a snapshot of the lesson. `begins_at` is the slide that the lesson begins at, if it is not the
    first; `orders` holds the shuffled options (places in the file) by slide; `media` the SHA-256 of each file below
    `folder`; `started_at` the wall clock as ISO 8601, for people."""

    session: str
    started_at: str
    text: str
    source: str = ""
    folder: str = ""
    label: str = ""
    begins_at: str = ""
    room_code: str = ""
    orders: dict[str, tuple[int, ...]] = {}
    media: dict[str, str] = {}


class Joined(Event, frozen=True, kw_only=True, tag="joined"):
    participant: str
    name: str
    token_hash: str


class Renamed(Event, frozen=True, kw_only=True, tag="renamed"):
    participant: str
    name: str


class NameCovered(Event, frozen=True, kw_only=True, tag="name_covered"):
    participant: str
    covered: bool


class TimeGiven(Event, frozen=True, kw_only=True, tag="time_given"):
    participant: str
    percent: int


class Removed(Event, frozen=True, kw_only=True, tag="removed"):
    participant: str
    blocked: bool = False


class Readmitted(Event, frozen=True, kw_only=True, tag="readmitted"):
    """`name` is the one that was free when they came in again."""

    participant: str
    name: str


class SeatGiven(Event, frozen=True, kw_only=True, tag="seat_given"):
    """Another phone is this participant's from now on; the token of the one before is worth nothing."""

    participant: str
    token_hash: str


class RoomLocked(Event, frozen=True, kw_only=True, tag="room_locked"):
    locked: bool


class SlideShown(Event, frozen=True, kw_only=True, tag="slide_shown"):
    slide: str


class QuickAdded(Event, frozen=True, kw_only=True, tag="quick_added"):
    """A question was put in between; `slide` is the id it got, `before` the slide it stands before."""

    slide: str
    quick: Quick
    before: str


class StepShown(Event, frozen=True, kw_only=True, tag="step_shown"):
    slide: str
    step: int


class QuestionAsked(Event, frozen=True, kw_only=True, tag="question_asked"):
    slide: str
    round: int
    time_ms: int | None = None


class QuestionReopened(Event, frozen=True, kw_only=True, tag="question_reopened"):
    slide: str
    round: int


class QuestionClosed(Event, frozen=True, kw_only=True, tag="question_closed"):
    slide: str
    round: int


class AnswerRevealed(Event, frozen=True, kw_only=True, tag="answer_revealed"):
    slide: str


class Answered(Event, frozen=True, kw_only=True, tag="answered"):
    participant: str
    slide: str
    round: int
    revision: int
    value: Value


class LiveSwitched(Event, frozen=True, kw_only=True, tag="live_switched"):
    slide: str
    live: bool


class RightMarked(Event, frozen=True, kw_only=True, tag="right_marked"):
    slide: str
    options: tuple[int, ...]


class HandsCounted(Event, frozen=True, kw_only=True, tag="hands_counted"):
    """`count` hands stand beside an option now."""

    slide: str
    round: int
    option: int
    count: int


class ItemShown(Event, frozen=True, kw_only=True, tag="item_shown"):
    slide: str
    round: int
    item: str


class ItemHidden(Event, frozen=True, kw_only=True, tag="item_hidden"):
    slide: str
    round: int
    item: str


class WordMerged(Event, frozen=True, kw_only=True, tag="word_merged"):
    """`into` is "" when the word is its own again."""

    slide: str
    word: str
    into: str


class WordRenamed(Event, frozen=True, kw_only=True, tag="word_renamed"):
    slide: str
    word: str
    text: str


class WordPinned(Event, frozen=True, kw_only=True, tag="word_pinned"):
    slide: str
    word: str
    pinned: bool


class WordGrouped(Event, frozen=True, kw_only=True, tag="word_grouped"):
    slide: str
    word: str
    group: str


class ModerationChosen(Event, frozen=True, kw_only=True, tag="moderation_chosen"):
    slide: str
    mode: Mode


class ItemStarred(Event, frozen=True, kw_only=True, tag="item_starred"):
    slide: str
    round: int
    item: str
    starred: bool


class ItemEnlarged(Event, frozen=True, kw_only=True, tag="item_enlarged"):
    """`item` is "" when all answers are shown again."""

    slide: str
    round: int
    item: str


class TimerStarted(Event, frozen=True, kw_only=True, tag="timer_started"):
    slide: str
    total_ms: int
    up: bool = False


class TimerPaused(Event, frozen=True, kw_only=True, tag="timer_paused"):
    pass


class TimerResumed(Event, frozen=True, kw_only=True, tag="timer_resumed"):
    pass


class TimerExtended(Event, frozen=True, kw_only=True, tag="timer_extended"):
    by_ms: int


class TimerStopped(Event, frozen=True, kw_only=True, tag="timer_stopped"):
    pass


class QuestionPaused(Event, frozen=True, kw_only=True, tag="question_paused"):
    slide: str


class QuestionResumed(Event, frozen=True, kw_only=True, tag="question_resumed"):
    slide: str


class QuestionExtended(Event, frozen=True, kw_only=True, tag="question_extended"):
    slide: str
    by_ms: int


class Covered(Event, frozen=True, kw_only=True, tag="covered"):
    cover: Cover


class BoardFrozen(Event, frozen=True, kw_only=True, tag="board_frozen"):
    frozen: bool


class AnswersHidden(Event, frozen=True, kw_only=True, tag="answers_hidden"):
    hidden: bool


class PauseBegan(Event, frozen=True, kw_only=True, tag="pause_began"):
    pass


class PauseEnded(Event, frozen=True, kw_only=True, tag="pause_ended"):
    pass


class ClosingByItselfSwitched(Event, frozen=True, kw_only=True, tag="closing_by_itself_switched"):
    on: bool


class ClassNamed(Event, frozen=True, kw_only=True, tag="class_named"):
    label: str


class BeginningChosen(Event, frozen=True, kw_only=True, tag="beginning_chosen"):
    slide: str


class PagesCounted(Event, frozen=True, kw_only=True, tag="pages_counted"):
    """How many pages these slides take; every other slide takes one."""

    pages: dict[str, int]


class SessionEnded(Event, frozen=True, kw_only=True, tag="session_ended"):
    pass


AnyEvent = (
    SessionStarted
    | Joined
    | Renamed
    | NameCovered
    | TimeGiven
    | Removed
    | Readmitted
    | SeatGiven
    | RoomLocked
    | SlideShown
    | QuickAdded
    | StepShown
    | QuestionAsked
    | QuestionReopened
    | QuestionClosed
    | AnswerRevealed
    | Answered
    | LiveSwitched
    | RightMarked
    | HandsCounted
    | ItemShown
    | ItemHidden
    | WordMerged
    | WordRenamed
    | WordPinned
    | WordGrouped
    | ModerationChosen
    | ItemStarred
    | ItemEnlarged
    | TimerStarted
    | TimerPaused
    | TimerResumed
    | TimerExtended
    | TimerStopped
    | QuestionPaused
    | QuestionResumed
    | QuestionExtended
    | Covered
    | BoardFrozen
    | AnswersHidden
    | PauseBegan
    | PauseEnded
    | ClosingByItselfSwitched
    | ClassNamed
    | BeginningChosen
    | PagesCounted
    | SessionEnded
)
