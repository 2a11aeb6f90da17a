"""What can be asked of the room: frozen values, the same on the wire. Answers and joins come from phones, the rest
from teacher screens."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from polling.answers import Value
from polling.quick import Quick

MAX_PARTICIPANTS = 2_000
"""More than a school hall; a bound on memory, not on a class."""


class Cover(StrEnum):
    """What lies over the slide on the projector."""

    NONE = "none"
    JOIN = "join"
    BLACK = "black"
    WHITE = "white"


class Mode(StrEnum):
    """What the class sees of what is typed: all of it, what is not rude, or what the teacher let through."""

    OPEN = "open"
    FILTER = "filter"
    APPROVE = "approve"


class Command(msgspec.Struct, frozen=True, tag_field="type", forbid_unknown_fields=True):
    """The base of all commands; the tag is the command's name on the wire."""


class Join(Command, frozen=True, tag="join"):
    """A new participant. The id and the token's hash are made by the server; the name is what the phone typed. `most`
    is how many the room holds."""

    participant: str
    name: str
    token_hash: str
    most: int = MAX_PARTICIPANTS


class Answer(Command, frozen=True, tag="answer"):
    """The whole value of one participant for one question (a slide's id) in one round (from 1).

    `revision` rises by at least one with each change on that phone; the highest one counts.
    """

    participant: str
    slide: str
    round: int
    revision: int
    value: Value


class Next(Command, frozen=True, tag="next"):
    """Do what comes next here: the table in polling/room.py."""


class Back(Command, frozen=True, tag="back"):
    """Go to the slide before; a question that is asked closes."""


class Skip(Command, frozen=True, tag="skip"):
    """Go to the next slide whatever stands open here."""


class GoTo(Command, frozen=True, tag="go_to"):
    """Go to a slide by its id."""

    slide: str


class Again(Command, frozen=True, tag="again"):
    """Ask the question at hand in a new round; the rounds before it are kept."""


class Reopen(Command, frozen=True, tag="reopen"):
    """Go on with the last round of the question at hand."""


class Close(Command, frozen=True, tag="close"):
    """Close the question at hand."""


class Reveal(Command, frozen=True, tag="reveal"):
    """Show the right option of the closed quiz at hand."""


class AskQuick(Command, frozen=True, tag="ask_quick"):
    """Put a question in between, here and now; *next* leads back to the slide at hand."""

    quick: Quick


class SwitchLive(Command, frozen=True, tag="switch_live"):
    """Turn live results of the question at hand on or off."""


class MarkRight(Command, frozen=True, tag="mark_right"):
    """Say which options of the quiz at hand are right (places, from 0), when the lesson did not."""

    options: tuple[int, ...]


class CountHands(Command, frozen=True, tag="count_hands"):
    """So many hands more (or fewer) were raised for an option of the question at hand, by those without a phone."""

    option: int
    by: int


class Show(Command, frozen=True, tag="show"):
    """Let an answer be seen by the class: a participant's text by their id, a word by its key."""

    item: str


class Hide(Command, frozen=True, tag="hide"):
    """Keep an answer from the class: a participant's text by their id, a word by its key."""

    item: str


class MergeWord(Command, frozen=True, tag="merge_word"):
    """Let a word of the word web at hand (by its key) count as another; with an empty `into` it is its own again."""

    word: str
    into: str


class RenameWord(Command, frozen=True, tag="rename_word"):
    """Show another text for a word of the word web at hand; an empty one is what was typed."""

    word: str
    text: str


class PinWord(Command, frozen=True, tag="pin_word"):
    """Let a word of the word web at hand keep its place whatever happens, or not any more."""

    word: str
    pinned: bool


class GroupWord(Command, frozen=True, tag="group_word"):
    """Put a word of the word web at hand into a group; an empty `group` takes it out."""

    word: str
    group: str


class Moderate(Command, frozen=True, tag="moderate"):
    """Choose what the class sees of what is typed to the question at hand."""

    mode: Mode


class Star(Command, frozen=True, tag="star"):
    """Mark an open answer with a star, or take the star off: a participant's text by their id."""

    item: str
    starred: bool


class Enlarge(Command, frozen=True, tag="enlarge"):
    """Show one open answer alone, large: a participant's text by their id. An empty item is all of them again."""

    item: str


class StartTimer(Command, frozen=True, tag="start_timer"):
    """Go on with the timer that stands still, wherever it was started; where there is none, start the slide's own.
    With `minutes` a new timer takes the place of any other."""

    minutes: float | None = None


class PauseTimer(Command, frozen=True, tag="pause_timer"):
    """Stop the clock at hand for a while: the question's while it is asked, else the timer's."""


class ExtendTimer(Command, frozen=True, tag="extend_timer"):
    """Thirty seconds more on the clock at hand."""


class StopTimer(Command, frozen=True, tag="stop_timer"):
    """Put the timer away."""


class CoverWith(Command, frozen=True, tag="cover"):
    """Lay a cover over the projector, or lift it (`none`)."""

    cover: Cover


class Freeze(Command, frozen=True, tag="freeze"):
    """Let the projector keep the picture it shows while the lesson goes on, or let it follow the lesson again."""

    frozen: bool


class HideAnswers(Command, frozen=True, tag="hide_answers"):
    """Take everything that students typed (answers, names) off the projector, on every slide, or bring it back. What
    is counted stays."""

    hidden: bool


class Pause(Command, frozen=True, tag="pause"):
    """Pause the whole room: all clocks stop, phones say so."""


class Resume(Command, frozen=True, tag="resume"):
    """End the pause of the room."""


class CloseByItself(Command, frozen=True, tag="close_by_itself"):
    """Let a question close when everyone who is here has answered, or not any more."""

    on: bool


class CountPages(Command, frozen=True, tag="count_pages"):
    """How many pages of the board these slides (by id) take, 2 or more: what only a screen that paints can know. They
    do not ask. Every other slide takes one."""

    pages: dict[str, Annotated[int, msgspec.Meta(ge=2, le=50)]]


class Rename(Command, frozen=True, tag="rename"):
    """Give a participant another name."""

    participant: str
    name: str


class CoverName(Command, frozen=True, tag="cover_name"):
    """Keep a participant's name from the class (the board shows a number in its place), or show it again."""

    participant: str
    covered: bool


class GiveTime(Command, frozen=True, tag="give_time"):
    """Let a participant take so many percent of a question's time: 100, 125, 150, or 0 for no limit."""

    participant: str
    percent: int


class Remove(Command, frozen=True, tag="remove"):
    """Take a participant out of the room; their answers do not count any more. With `block` their phone cannot come
    back; without it they may join anew."""

    participant: str
    block: bool = False


class Readmit(Command, frozen=True, tag="readmit"):
    """Let a participant who was removed in again, with all their answers."""

    participant: str


class Lock(Command, frozen=True, tag="lock"):
    """Let nobody new join, or open the room again. Who was in comes back in either case."""

    locked: bool


class GiveSeat(Command, frozen=True, tag="give_seat"):
    """A participant has another phone from now on, whose token has this hash. Only the server says this, after the
    teacher's yes."""

    participant: str
    token_hash: str


class NameClass(Command, frozen=True, tag="name_class"):
    """Say which class this session is for; an empty label is no class."""

    label: str


class BeginAt(Command, frozen=True, tag="begin_at"):
    """Let the lesson begin at this slide instead of the first. Only before it has begun."""

    slide: str


class End(Command, frozen=True, tag="end"):
    """End the session for good."""


class Tick(Command, frozen=True, tag="tick"):
    """Time has passed: close what is due. Only the server says this."""


TeacherCommand = (
    Next
    | Back
    | Skip
    | GoTo
    | Again
    | Reopen
    | Close
    | Reveal
    | AskQuick
    | SwitchLive
    | MarkRight
    | CountHands
    | Show
    | Hide
    | MergeWord
    | RenameWord
    | PinWord
    | GroupWord
    | Moderate
    | Star
    | Enlarge
    | StartTimer
    | PauseTimer
    | ExtendTimer
    | StopTimer
    | CoverWith
    | Freeze
    | HideAnswers
    | Pause
    | Resume
    | CloseByItself
    | CountPages
    | Rename
    | CoverName
    | GiveTime
    | Remove
    | Readmit
    | Lock
    | NameClass
    | BeginAt
    | End
)
