"""How each student did: right, wrong or absent, for every time a question was asked. Pure.

A round of an anonymous question is nobody's, so it is not in it.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from lessons.model import Kind
from polling.answers import Choice, Text, Value
from polling.question import Question, Round, is_empty
from polling.room import Participant, Room
from polling.typed import skeleton

Judgement = Literal["right", "wrong", "absent", "given"]
"""`given` is an answer to what has no right answer; `absent` is no answer, whatever the question."""


class ScoreMark(msgspec.Struct, frozen=True, kw_only=True):
    """How one round of one question went for one student; `number` counts slides from 1, `round` from 1."""

    number: int
    slide: str
    round: int
    mark: Judgement


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """One student. `right`, `wrong` and `absent` count the rounds that have a right answer, and no others; `marks` has
    one for every round of every question that is not anonymous, in the order of the lesson, the same for everybody."""

    participant: str
    name: str
    right: int
    wrong: int
    absent: int
    marks: tuple[ScoreMark, ...]


def scores(room: Room) -> tuple[Score, ...]:
    """A score for everybody who is in the class, in order of joining. Who was removed from it has none."""
    return tuple(_score(room, each) for each in room.participants.values() if not each.is_out)


def is_judged(question: Question) -> bool:
    """True for a question that has a right answer: a quiz whose right options are known, or accepted texts."""
    if question.slide.kind is Kind.QUIZ:
        return bool(question.right)
    return question.slide.kind is Kind.OPEN and bool(question.slide.settings.accepted)


def is_right(question: Question, value: Value) -> bool | None:
    """Whether an answer is right: the right options and no other, or one of the accepted texts. None where the
    question has no right answer."""
    if not is_judged(question):
        return None
    match value:
        case Choice():
            return value.options == question.right
        case Text():
            return skeleton(value.text) in {skeleton(text) for text in question.slide.settings.accepted}
        case _:
            return None


def _score(room: Room, participant: Participant) -> Score:
    marks: list[ScoreMark] = []
    judged: list[Judgement] = []
    for number, slide in enumerate(room.slides, start=1):
        question = room.questions.get(slide.id)
        if question is None or slide.settings.anonymous:
            continue
        for asked in question.rounds:
            mark = _mark(question, asked, participant.id)
            marks.append(ScoreMark(number=number, slide=slide.id, round=asked.number, mark=mark))
            if is_judged(question):
                judged.append(mark)
    return Score(
        participant=participant.id,
        name=participant.name,
        right=judged.count("right"),
        wrong=judged.count("wrong"),
        absent=judged.count("absent"),
        marks=tuple(marks),
    )


def _mark(question: Question, asked: Round, participant: str) -> Judgement:
    kept = asked.answers.get(participant)
    if kept is None or is_empty(kept.value):
        return "absent"
    is_so = is_right(question, kept.value)
    if is_so is None:
        return "given"
    return "right" if is_so else "wrong"
