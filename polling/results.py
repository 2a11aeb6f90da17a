"""What a session's answers mean: per question and round who answered what, how fast, and whether it was right. Pure.

Everything here is computed from the room that the stored events give; nothing of it is stored.
"""

from __future__ import annotations

import msgspec

from lessons.markdown import plain
from lessons.model import Kind, Slide
from polling.answers import Value
from polling.curation import CuratedWord, curated
from polling.question import Kept, Question, Round, is_empty
from polling.room import Room
from polling.scores import Score, is_judged, is_right, scores


class ResultOption(msgspec.Struct, frozen=True, kw_only=True):
    """An option as it stood on the board; `right` is None where no right option was chosen."""

    text: str
    right: bool | None


class ResultAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The answer of one participant that counts. `seconds` since the question was asked; `right` is None where
    nothing is right or wrong. `is_starred` is what the teacher marked."""

    participant: str
    name: str
    revision: int
    seconds: float
    right: bool | None
    value: Value
    is_starred: bool


class ResultWord(msgspec.Struct, frozen=True, kw_only=True):
    """A word of a word web; `is_shown` is False for one that the class could not see. `variants` are the words that the
    teacher merged into it, `senders` the ids of who sent it (none where the question is anonymous)."""

    text: str
    count: int
    is_shown: bool
    group: str = ""
    variants: tuple[str, ...] = ()
    senders: tuple[str, ...] = ()


class ResultRound(msgspec.Struct, frozen=True, kw_only=True):
    """One time a question was asked. `counts` is one number per option, and so is `hands`: those raised by
    students without a phone, who are not in `counts`; `words` come with the biggest first, and of
    those as big as each other with the earliest first."""

    round: int
    asked_s: float
    counts: tuple[int, ...]
    hands: tuple[int, ...]
    words: tuple[ResultWord, ...]
    answers: tuple[ResultAnswer, ...]


class ResultQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A question that was asked; `number` counts slides from 1, `points` is what a right answer is worth. `is_judged`
    where there is a right answer."""

    number: int
    slide: str
    kind: str
    question: str
    points: int
    is_anonymous: bool
    is_judged: bool
    options: tuple[ResultOption, ...]
    rounds: tuple[ResultRound, ...]


class ResultParticipant(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    name: str


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """A whole session: who was in it, what was asked, what was answered."""

    session: str
    label: str
    title: str
    started_at: str
    is_ended: bool
    participants: tuple[ResultParticipant, ...]
    questions: tuple[ResultQuestion, ...]
    scores: tuple[Score, ...]


def results(room: Room) -> Results:
    """What the answers of this room mean. Answers to anonymous questions come without a participant."""
    return Results(
        session=room.started.session,
        label=room.label,
        title=plain(room.lesson.title),
        started_at=room.started.started_at,
        is_ended=room.is_ended,
        participants=tuple(ResultParticipant(id=each.id, name=each.name) for each in room.participants.values()),
        questions=tuple(
            _question(room, number, slide)
            for number, slide in enumerate(room.slides, start=1)
            if slide.id in room.questions and room.questions[slide.id].rounds
        ),
        scores=scores(room),
    )


def _question(room: Room, number: int, slide: Slide) -> ResultQuestion:
    question = room.questions[slide.id]
    return ResultQuestion(
        number=number,
        slide=slide.id,
        kind=slide.kind,
        question=plain(slide.question),
        points=slide.settings.points if slide.kind is Kind.QUIZ else 0,
        is_anonymous=slide.settings.anonymous,
        is_judged=is_judged(question),
        options=tuple(
            ResultOption(text=plain(option.text), right=place in question.right if question.right else None)
            for place, option in enumerate(slide.options)
        ),
        rounds=tuple(_round(room, question, each) for each in question.rounds),
    )


def _round(room: Room, question: Question, asked: Round) -> ResultRound:
    return ResultRound(
        round=asked.number,
        asked_s=asked.asked_ms / 1000,
        counts=asked.tally.counts,
        hands=tuple(asked.hands),
        words=tuple(
            _word(room, question, asked, word)
            for word in sorted(curated(asked.web, question.curation), key=lambda word: -word.count)
        ),
        answers=tuple(
            _answer(room, question, asked, participant, kept)
            for participant, kept in asked.answers.items()
            if not is_empty(kept.value)
        ),
    )


def _word(room: Room, question: Question, asked: Round, word: CuratedWord) -> ResultWord:
    names = (word.key, *(key for key, _ in word.parts))
    senders = frozenset() if question.slide.settings.anonymous else asked.web.senders(names)
    return ResultWord(
        text=word.text,
        count=word.count,
        is_shown=asked.shows(word.key),
        group=word.group,
        variants=tuple(text for _, text in word.parts),
        senders=tuple(each for each in room.participants if each in senders),
    )


def _answer(room: Room, question: Question, asked: Round, participant: str, kept: Kept) -> ResultAnswer:
    is_anonymous = question.slide.settings.anonymous
    return ResultAnswer(
        participant="" if is_anonymous else participant,
        name="" if is_anonymous else room.participants[participant].name,
        revision=kept.revision,
        seconds=max(0, kept.at_ms - asked.asked_ms) / 1000,
        right=is_right(question, kept.value),
        value=kept.value,
        is_starred=participant in asked.starred,
    )
