"""What every phone may see of the room, as one message. Pure. Nothing about a right answer before its reveal.

It is built from nothing but what is named here, so that a new field of a slide cannot leak by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from lessons.markdown import first_bullets, plain, without_media
from lessons.model import Kind, MediaKind, Option, Slide
from polling import events
from polling.answers import MAX_TEXT, MAX_WORD
from polling.clock import Clock
from polling.events import AnyEvent
from polling.moves import Phase
from polling.question import Question
from polling.room import Room
from polling.wire import ClockView, LinkView, OptionView, OwnAnswer, PhoneState, QuestionView

View = Literal["lobby", "slide", "question", "pause", "ended"]
Pictures = Mapping[str, str]
"""A picture's target in the lesson -> its path on this server, for the pictures that are ready."""
_NOT_FOR_PHONES = (
    events.Answered,
    events.Joined,
    events.Covered,
    events.BoardFrozen,
    events.AnswersHidden,
    events.Renamed,
    events.NameCovered,
    events.TimeGiven,
    events.HandsCounted,
    events.Removed,
    events.Readmitted,
    events.SeatGiven,
    events.RoomLocked,
    events.ClosingByItselfSwitched,
    events.ItemShown,
    events.ItemHidden,
    events.ItemStarred,
    events.ItemEnlarged,
    events.ClassNamed,
    events.BeginningChosen,
)
"""Events that change nothing of the state that all phones share."""


def phone_state(room: Room, now_ms: int, pictures: Pictures) -> PhoneState:
    """The whole state that all phones share."""
    view = _view(room)
    slide = room.slide if view in ("slide", "question") else None
    return PhoneState(
        revision=room.revision,
        now=now_ms,
        view=view,
        lesson=plain(room.lesson.title),
        language=room.lesson.language,
        heading="" if slide is None else plain(slide.title),
        text=_shared_text(room, slide),
        links=() if slide is None else tuple(LinkView(text=each.text, target=each.target) for each in slide.links),
        timer=None if slide is None else clock_view(room.timer, now_ms),
        question=_question(room, now_ms, pictures) if view == "question" else None,
    )


def concerns_phones(room: Room, event: AnyEvent) -> bool:
    """Whether this event changes the state that all phones share. A bullet more does where they show the text."""
    if isinstance(event, events.StepShown):
        return room.slides[room.places[event.slide]].settings.share
    return not isinstance(event, _NOT_FOR_PHONES)


def own_answers(room: Room, participant: str) -> tuple[OwnAnswer, ...]:
    """All that is stored of one participant."""
    return tuple(
        OwnAnswer(slide=slide, round=each.number, revision=kept.revision, value=kept.value)
        for slide, question in room.questions.items()
        for each in question.rounds
        if (kept := each.answers.get(participant)) is not None
    )


def clock_view(clock: Clock | None, now_ms: int) -> ClockView | None:
    """A clock as every screen is told of it."""
    if clock is None:
        return None
    shown_ms = clock.spent(now_ms) if clock.up else clock.left(now_ms)
    return ClockView(total_ms=clock.total_ms, left_ms=shown_ms, ends_at=clock.zero_ms, up=clock.up)


def _view(room: Room) -> View:
    if room.is_ended:
        return "ended"
    if room.is_paused:
        return "pause"
    if room.place is None:
        return "lobby"
    has_been_asked = room.question is not None and room.question.phase is not Phase.WAITING
    return "question" if has_been_asked else "slide"


def _shared_text(room: Room, slide: Slide | None) -> str:
    """The text of a slide that is shared, as far as the class has seen it."""
    if slide is None or not slide.settings.share:
        return ""
    body = without_media(slide.body)
    return plain(first_bullets(body, room.steps.get(slide.id, 0)) if slide.steps else body)


def _question(room: Room, now_ms: int, pictures: Pictures) -> QuestionView | None:
    question = room.question
    if question is None or question.last is None:
        return None
    slide = question.slide
    return QuestionView(
        slide=slide.id,
        round=question.last.number,
        number=_number(room, slide),
        kind=slide.kind,
        phase=question.phase,
        text=plain(slide.question),
        context=plain(without_media(slide.body)),
        picture=_picture(slide, pictures),
        options=_options(question, pictures),
        allows_several=slide.allows_several,
        max_words=slide.settings.max_words if slide.kind is Kind.WORDWEB else 0,
        max_characters={Kind.WORDWEB: MAX_WORD, Kind.OPEN: MAX_TEXT}.get(slide.kind, 0),
        clock=clock_view(question.last.clock, now_ms) if question.phase is Phase.ASKING else None,
        explanation=plain(_why(question)) if question.phase is Phase.REVEALED else "",
    )


def _number(room: Room, slide: Slide) -> int:
    """Which question of the lesson this is, from 1; hidden ones that were not given do not count."""
    before = room.slides[: room.places[slide.id] + 1]
    return sum(each.asks and not each.settings.hidden for each in before) or 1


def _options(question: Question, pictures: Pictures) -> tuple[OptionView, ...]:
    is_told = question.phase is Phase.REVEALED and bool(question.right)
    return tuple(
        OptionView(
            text=plain(option.text),
            picture=_option_picture(option, pictures),
            right=place in question.right if is_told else None,
            feedback=plain(option.feedback) if is_told else "",
        )
        for place, option in enumerate(question.slide.options)
    )


def _option_picture(option: Option, pictures: Pictures) -> str:
    return "" if option.picture is None else pictures.get(option.picture.target, "")


def _picture(slide: Slide, pictures: Pictures) -> str:
    for medium in slide.media:
        if medium.kind is MediaKind.PICTURE:
            return pictures.get(medium.target, "")
    return ""


def _why(question: Question) -> str:
    """The slide's explanation; for options marked right while presenting, their own feedback."""
    if question.slide.right:
        return question.slide.why
    told = [question.slide.options[place].feedback for place in question.right]
    return "\n\n".join(each for each in told if each) or question.slide.explanation
