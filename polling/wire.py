"""The messages of docs/protocol.md as values, and the one place where they become JSON and back.

No sockets here: `decode_phone` and `decode_teacher` take the text of one frame and give a value or raise `BadMessage`.
Receivers ignore fields they do not know in messages from the server; the server refuses unknown fields.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

import msgspec

from polling.answers import Value
from polling.commands import Cover, Mode, TeacherCommand
from polling.presence import Status
from polling.quick import Added

PROTOCOL = 1
"""The protocol's version, in every hello."""
MAX_FRAME = 8192
"""Bytes of the largest frame the server accepts."""

Short = Annotated[str, msgspec.Meta(max_length=200)]
"""A name, an id or a secret that somebody sent, before anything is done with it."""

Count = Annotated[int, msgspec.Meta(ge=1, le=2**53)]
"""A whole number that JavaScript can count to."""


class BadMessage(Exception):
    """A frame that is no message of this protocol."""


class Incoming(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", forbid_unknown_fields=True):
    """The base of what clients send."""


class Outgoing(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """The base of what the server sends."""


# ---- from a phone -------------------------------------------------------------------------------------------------


class Hello(Incoming, frozen=True, kw_only=True, tag="hello"):
    """A phone's first message. With a token it comes back; with a name it joins; with neither it asks if the room
    code is right (answer: `greeting`). `again` answers `taken`: `me` asks for the seat, `other` joins as another."""

    proto: int
    room_code: Short = ""
    session: Short = ""
    token: Short = ""
    name: Short = ""
    again: Literal["", "me", "other"] = ""


class AnswerSent(Incoming, frozen=True, kw_only=True, tag="answer"):
    """The whole value for one question in one round. A revision is a whole number that JavaScript can count to."""

    slide: Short
    round: Annotated[int, msgspec.Meta(ge=1, le=10_000)]
    revision: Count
    value: Value


class Heartbeat(Incoming, frozen=True, kw_only=True, tag="hb"):
    """I am here. `sent_ms` is the client's own clock; it comes back untouched in `hb`."""

    sent_ms: float


PhoneMessage = Hello | AnswerSent | Heartbeat


# ---- from a teacher screen ----------------------------------------------------------------------------------------


class Teach(Incoming, frozen=True, kw_only=True, tag="teach"):
    """A teacher screen's first message, with the key from the teacher's address."""

    proto: int
    key: Short
    is_presenter: bool = False


class OfferRemote(Incoming, frozen=True, kw_only=True, tag="offer_remote"):
    """Open a new code with which one phone can become a remote (answer: `remote_code`)."""


class JudgeRemote(Incoming, frozen=True, kw_only=True, tag="judge_remote"):
    """Let a remote steer, or send it away, now or later."""

    remote: Short
    yes: bool


class ChooseAddress(Incoming, frozen=True, kw_only=True, tag="choose_address"):
    """Use another address of this laptop in the join address."""

    host: Short


class JudgeClaim(Incoming, frozen=True, kw_only=True, tag="judge_claim"):
    """Say whether the phone that waits (`claim`, from the roster) may have the seat it asks for."""

    claim: Short
    yes: bool


class Release(Incoming, frozen=True, kw_only=True, tag="release"):
    """Stop this server; the session stays unfinished and can be taken up again."""


# ---- from a teacher's remote --------------------------------------------------------------------------------------


class Pair(Incoming, frozen=True, kw_only=True, tag="pair"):
    """A remote's very first message: `proof` shows that it has the secret of the code that stands open."""

    proto: int
    nonce: Short
    proof: Short


class Steer(Incoming, frozen=True, kw_only=True, tag="steer"):
    """The first message of a remote that comes back."""

    proto: int
    remote: Short
    n: Count
    proof: Short


class Sealed(Incoming, frozen=True, kw_only=True, tag="sealed"):
    """A command of a remote (`body`, its JSON), with a number above the last one and the proof of both."""

    n: Count
    body: Annotated[str, msgspec.Meta(max_length=4_000)]
    proof: Short


FirstMessage = Hello | Teach | Pair | Steer
TeacherMessage = Teach | ChooseAddress | JudgeClaim | OfferRemote | JudgeRemote | Release | Heartbeat | TeacherCommand
RemoteMessage = Sealed | Heartbeat
RemoteCommand = JudgeClaim | TeacherCommand


# ---- to a phone ---------------------------------------------------------------------------------------------------


class ClockView(msgspec.Struct, frozen=True, kw_only=True):
    """A clock. While it runs `ends_at` is the room time of its zero (of its start, when it counts `up`); standing
    still it is null and `left_ms` says what is left (what has passed, when it counts up). Negative is overrun."""

    total_ms: int
    left_ms: int
    ends_at: int | None
    up: bool = False


class LinkView(msgspec.Struct, frozen=True, kw_only=True):
    text: str
    target: str


class OptionView(msgspec.Struct, frozen=True, kw_only=True):
    """An option; `right` and `feedback` stay null and empty until the reveal. `picture` is a path on this server."""

    text: str
    picture: str = ""
    right: bool | None = None
    feedback: str = ""


class QuestionView(msgspec.Struct, frozen=True, kw_only=True):
    """The question at hand as every phone may see it. Texts are plain. `number` counts questions, from 1."""

    slide: str
    round: int
    number: int
    kind: str
    phase: str
    text: str
    context: str = ""
    picture: str = ""
    options: tuple[OptionView, ...] = ()
    allows_several: bool = False
    max_words: int = 0
    max_characters: int = 0
    clock: ClockView | None = None
    explanation: str = ""


class PhoneState(Outgoing, frozen=True, kw_only=True, tag="state"):
    """The whole state all phones share. A phone ignores one whose revision is not above the last."""

    revision: int
    now: int
    view: Literal["lobby", "slide", "question", "pause", "ended"]
    lesson: str
    language: str
    heading: str = ""
    text: str = ""
    links: tuple[LinkView, ...] = ()
    timer: ClockView | None = None
    question: QuestionView | None = None


class OwnAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """An answer of this participant that is stored."""

    slide: str
    round: int
    revision: int
    value: Value


class Greeting(Outgoing, frozen=True, kw_only=True, tag="greeting"):
    """The room code is right; type a name."""

    session: str
    lesson: str
    language: str


class Taken(Outgoing, frozen=True, kw_only=True, tag="taken"):
    """Somebody of this name was here and is not now: say hello again with `again`."""

    name: str


class Waiting(Outgoing, frozen=True, kw_only=True, tag="waiting"):
    """The teacher is asked whether this phone may have the seat; `welcome` or a refusal follows."""


class Named(Outgoing, frozen=True, kw_only=True, tag="named"):
    """The teacher gave this participant another name."""

    name: str


class OwnTime(Outgoing, frozen=True, kw_only=True, tag="own_time"):
    """This participant has so many percent of a question's time; 0 is no limit."""

    percent: int


class Welcome(Outgoing, frozen=True, kw_only=True, tag="welcome"):
    """You are in. `token` is this participant's secret from now on; `answers` is all that is stored of them;
    `percent` is their part of a question's time."""

    session: str
    token: str
    participant: str
    name: str
    answers: tuple[OwnAnswer, ...]
    state: PhoneState
    percent: int = 100


class Ack(Outgoing, frozen=True, kw_only=True, tag="ack"):
    """This answer is on disk."""

    slide: str
    round: int
    revision: int


class RefusedMessage(Outgoing, frozen=True, kw_only=True, tag="refused"):
    """Something was not done. `code` names a sentence in the reader's catalogue; `slide`, `round` and
    `revision` name the answer, if it was one."""

    code: str
    parameters: dict[str, str | int] = {}
    slide: str = ""
    round: int = 0
    revision: int = 0


class HeartbeatBack(Outgoing, frozen=True, kw_only=True, tag="hb"):
    sent_ms: float
    now: int


class Bye(Outgoing, frozen=True, kw_only=True, tag="bye"):
    """The server closes this connection for a reason: `taken_over` (another tab or phone of this participant),
    `removed` or `blocked` (by the teacher), `ended`, `going` (the server stops; come back)."""

    reason: Literal["taken_over", "removed", "blocked", "ended", "going"]


# ---- to a teacher screen: whole parts, each with its own revision -------------------------------------------------


class OutlineOption(msgspec.Struct, frozen=True, kw_only=True):
    text: str
    right: bool | None


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """A slide in the teacher's list; texts are plain, notes are Markdown."""

    id: str
    kind: str
    title: str
    question: str
    notes: str
    hidden: bool
    options: tuple[OutlineOption, ...]


class LessonPart(Outgoing, frozen=True, kw_only=True, tag="lesson"):
    """The snapshot this session is given from: `text` is the lesson file, `orders` the shuffled options, `folder`
    where its media are on this laptop. `begins_at` is the slide that it begins at, "" for the first; `added` are the
    questions that the teacher put in between."""

    revision: int
    session: str
    label: str
    begins_at: str = ""
    title: str
    language: str
    duration_min: int | None
    text: str
    folder: str
    orders: dict[str, tuple[int, ...]]
    outline: tuple[Outline, ...]
    added: tuple[Added, ...] = ()


class PositionPart(Outgoing, frozen=True, kw_only=True, tag="position"):
    """Where the lesson stands. `slide` is "" in the lobby; `number` counts from 1. `page` (from 0) of `pages` of the
    slide is shown where its text takes several. `next` and `back` name what the keys will do now (the moves of
    docs/protocol.md); `clock` is the question's, `timer` the room's timer. While the board is `frozen` it keeps the
    picture it had, and while the room `hides_answers` it shows no words of students."""

    revision: int
    now: int
    slide: str
    number: int
    step: int
    page: int = 0
    pages: int = 1
    cover: Cover
    frozen: bool = False
    hides_answers: bool = False
    paused: bool
    ended: bool
    closes_by_itself: bool
    phase: str
    round: int
    rounds: int
    is_live: bool
    shows_results: bool
    right: tuple[int, ...]
    next: str
    back: str
    clock: ClockView | None
    timer: ClockView | None
    timer_slide: str


class ParticipantView(msgspec.Struct, frozen=True, kw_only=True):
    """One participant. `number` is the order of joining, from 1: what the class sees in place of a covered name.
    `standing` is `in`, or why they are not: `removed` or `blocked`. `is_flagged` where the name is rude, `is_shared`
    for one of several that joined from one address, `is_awaited` while they are expected to answer the question at hand
    and have not; `percent` is their part of a question's time (0: no limit)."""

    id: str
    name: str
    number: int
    status: Status
    has_answered: bool
    standing: Literal["in", "removed", "blocked"] = "in"
    is_covered: bool = False
    is_flagged: bool = False
    is_shared: bool = False
    is_awaited: bool = False
    percent: int = 100

    @property
    def is_here(self) -> bool:
        """True while their page is awake."""
        return self.status is Status.HERE

    @property
    def is_in(self) -> bool:
        """True unless the teacher removed them."""
        return self.standing == "in"


class ClaimView(msgspec.Struct, frozen=True, kw_only=True):
    """A phone that asks for the seat of `participant`; `name` is what was typed on it."""

    id: str
    participant: str
    name: str


class RosterPart(Outgoing, frozen=True, kw_only=True, tag="roster"):
    """Everybody who joined, in order, also those who were removed; `here` counts those who are awake."""

    revision: int
    here: int
    is_locked: bool
    participants: tuple[ParticipantView, ...]
    claims: tuple[ClaimView, ...] = ()

    def of(self, participant: str) -> ParticipantView | None:
        """The participant with this id."""
        return next((each for each in self.participants if each.id == participant), None)

    @property
    def those_in(self) -> tuple[ParticipantView, ...]:
        """Everybody who was not removed."""
        return tuple(each for each in self.participants if each.is_in)


class AnswerView(msgspec.Struct, frozen=True, kw_only=True):
    """One answer of the round at hand; `is_shown` is False while the class must not see it, and `is_held` while that
    waits for the teacher; `is_starred` what the teacher marked."""

    participant: str
    value: Value
    is_shown: bool = True
    is_held: bool = False
    is_starred: bool = False


class TallyPart(Outgoing, frozen=True, kw_only=True, tag="tally"):
    """What the answers to the question at hand add up to. `counts` is one number per option; `earlier` the counts of
    the round before; `answers` stand in order of first arrival. `answered` of `expected` have answered. `enlarged` is
    the participant whose text the board shows alone. `hands` are those raised by students without a phone, one number
    per option; they are not in `counts`."""

    revision: int
    slide: str
    round: int
    answered: int
    expected: int
    counts: tuple[int, ...]
    earlier: tuple[int, ...] | None
    answers: tuple[AnswerView, ...]
    enlarged: str = ""
    hands: tuple[int, ...] = ()


class WordPart(msgspec.Struct, frozen=True, kw_only=True):
    """A word that was merged into another."""

    key: str
    text: str


class WordView(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One word of the web: its key (what makes two spellings one), the spelling shown, how many participants;
    `is_shown` is False while the class must not see it, and `is_held` while that waits for the teacher. `group`,
    `is_pinned` and `parts` are what the teacher made of it."""

    key: str
    text: str
    count: int
    is_shown: bool = True
    is_held: bool = False
    group: str = ""
    is_pinned: bool = False
    parts: tuple[WordPart, ...] = ()


class WordsPart(Outgoing, frozen=True, kw_only=True, tag="words"):
    """The word web at hand, in the order in which the words first came; `mode` says which of them the class sees."""

    revision: int
    slide: str
    round: int
    participants: int
    words: tuple[WordView, ...]
    mode: Mode = Mode.FILTER


class AddressView(msgspec.Struct, frozen=True, kw_only=True):
    host: str
    name: str


class AddressPart(Outgoing, frozen=True, kw_only=True, tag="address"):
    """Where phones join: `typed` is the address as a person types it; `addresses` are the laptop's, best first."""

    revision: int
    join_url: str
    teacher_url: str
    typed: str
    room_code: str
    host: str
    port: int
    addresses: tuple[AddressView, ...]


class ReachPart(Outgoing, frozen=True, kw_only=True, tag="reach"):
    """How far addresses outside this laptop came, as numbers of them: they reached the port, asked for a page, opened a
    line of requests, opened a websocket, and had a heartbeat answered (`beats_by_detour`: without a websocket)."""

    revision: int
    connected: int
    pages: int
    detours: int
    sockets: int
    beats: int
    beats_by_detour: int


class RemoteCode(Outgoing, frozen=True, kw_only=True, tag="remote_code"):
    """The address in the QR code for the teacher's own phone: for one phone, and for so many seconds."""

    url: str
    seconds: int


class RemoteView(msgspec.Struct, frozen=True, kw_only=True):
    """A remote: `digits` stand on it while it waits for the teacher's yes; then it `is_in`."""

    id: str
    digits: str
    is_in: bool


class RemotesPart(Outgoing, frozen=True, kw_only=True, tag="remotes"):
    """The remotes there are."""

    revision: int
    remotes: tuple[RemoteView, ...]


class Paired(Outgoing, frozen=True, kw_only=True, tag="paired"):
    """To a new remote: who it is, and the server's half of its key. It waits for the teacher's yes."""

    remote: str
    nonce: str


ToPhone = (
    Greeting | Taken | Waiting | Welcome | Named | OwnTime | PhoneState | Ack | RefusedMessage | HeartbeatBack | Bye
)
ToTeacher = (
    LessonPart
    | PositionPart
    | RosterPart
    | TallyPart
    | WordsPart
    | AddressPart
    | ReachPart
    | RemotesPart
    | RemoteCode
    | Paired
    | Waiting
    | RefusedMessage
    | HeartbeatBack
    | Bye
)

_encoder = msgspec.json.Encoder()
_first_decoder: msgspec.json.Decoder[FirstMessage] = msgspec.json.Decoder(FirstMessage)
_phone_decoder: msgspec.json.Decoder[PhoneMessage] = msgspec.json.Decoder(PhoneMessage)
_teacher_decoder: msgspec.json.Decoder[TeacherMessage] = msgspec.json.Decoder(TeacherMessage)
_remote_decoder: msgspec.json.Decoder[RemoteMessage] = msgspec.json.Decoder(RemoteMessage)
_sealed_decoder: msgspec.json.Decoder[RemoteCommand] = msgspec.json.Decoder(RemoteCommand)
_to_teacher_decoder: msgspec.json.Decoder[ToTeacher] = msgspec.json.Decoder(ToTeacher)
_to_phone_decoder: msgspec.json.Decoder[ToPhone] = msgspec.json.Decoder(ToPhone)


def encode(message: Incoming | Outgoing | TeacherCommand) -> str:
    """The text of one frame."""
    return _encoder.encode(message).decode()


def decode_first(frame: str | bytes) -> FirstMessage:
    """The first message of a connection, which says what it is. Raises BadMessage for anything else."""
    return _decoded(_first_decoder, frame)


def decode_phone(frame: str | bytes) -> PhoneMessage:
    """What a phone sent. Raises BadMessage for anything else."""
    return _decoded(_phone_decoder, frame)


def decode_teacher(frame: str | bytes) -> TeacherMessage:
    """What a teacher screen sent. Raises BadMessage for anything else."""
    return _decoded(_teacher_decoder, frame)


def decode_remote(frame: str | bytes) -> RemoteMessage:
    """What a teacher's remote sent. Raises BadMessage for anything else."""
    return _decoded(_remote_decoder, frame)


def decode_sealed(body: str) -> RemoteCommand:
    """The command in a seal. Raises BadMessage for anything that a remote may not ask."""
    return _decoded(_sealed_decoder, body)


def decode_to_teacher(frame: str | bytes) -> ToTeacher:
    """What the server sent to a teacher screen. Raises BadMessage for anything else."""
    return _decoded(_to_teacher_decoder, frame)


def decode_to_phone(frame: str | bytes) -> ToPhone:
    """What the server sent to a phone. Raises BadMessage for anything else."""
    return _decoded(_to_phone_decoder, frame)


_Message = TypeVar("_Message")


def _decoded(decoder: msgspec.json.Decoder[_Message], frame: str | bytes) -> _Message:
    if isinstance(frame, bytes):
        raise BadMessage("a binary frame")
    try:
        return decoder.decode(frame)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as reason:
        raise BadMessage(str(reason)) from reason
