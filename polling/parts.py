"""What teacher screens are told: the room as whole parts, one function each. Pure; the caller counts revisions."""

from __future__ import annotations

from collections.abc import Set

from lessons.markdown import plain
from lessons.maths import readable
from lessons.model import Kind
from polling.curation import curated
from polling.moves import Phase, back_move, next_move
from polling.phone_state import clock_view
from polling.presence import Presence
from polling.room import Room
from polling.wire import (
    AnswerView,
    ClaimView,
    LessonPart,
    Outline,
    OutlineOption,
    ParticipantView,
    PositionPart,
    RosterPart,
    TallyPart,
    WordPart,
    WordsPart,
    WordView,
)


def lesson_part(room: Room, revision: int) -> LessonPart:
    """The snapshot of the lesson and its outline."""
    started = room.started
    return LessonPart(
        revision=revision,
        session=started.session,
        label=room.label,
        begins_at=room.begins_at,
        title=plain(room.lesson.title),
        language=room.lesson.language,
        duration_min=room.lesson.duration_min,
        text=started.text,
        folder=started.folder,
        orders=started.orders,
        added=room.added,
        outline=tuple(
            Outline(
                id=slide.id,
                kind=slide.kind,
                title=plain(slide.title),
                question=plain(slide.question),
                notes=readable(slide.notes),
                hidden=slide.settings.hidden,
                options=tuple(OutlineOption(text=plain(each.text), right=each.right) for each in slide.options),
            )
            for slide in room.slides
        ),
    )


def position_part(room: Room, revision: int, now_ms: int) -> PositionPart:
    """Where the lesson stands, and what the keys will do."""
    slide, question, stand = room.slide, room.question, room.stand
    last = None if question is None else question.last
    return PositionPart(
        revision=revision,
        now=now_ms,
        slide="" if slide is None else slide.id,
        number=0 if room.place is None else room.place + 1,
        step=0 if slide is None else room.steps.get(slide.id, 0),
        page=0 if slide is None else room.page(slide),
        pages=1 if slide is None else room.pages_of(slide),
        cover=room.cover,
        frozen=room.is_frozen,
        hides_answers=room.hides_answers,
        paused=room.is_paused,
        ended=room.is_ended,
        closes_by_itself=room.closes_by_itself,
        phase="" if question is None else question.phase,
        round=0 if last is None else last.number,
        rounds=0 if question is None else len(question.rounds),
        is_live=question is not None and question.is_live,
        shows_results=question is not None and question.shows_results,
        right=() if question is None else question.right,
        next=next_move(stand),
        back=back_move(stand),
        clock=clock_view(last.clock, now_ms) if last is not None and last.phase is Phase.ASKING else None,
        timer=clock_view(room.timer, now_ms),
        timer_slide=room.timer_slide,
    )


def roster_part(
    room: Room,
    presence: Presence,
    revision: int,
    claims: tuple[ClaimView, ...] = (),
    shared: Set[str] = frozenset(),
) -> RosterPart:
    """Everybody who joined, in order. `shared` are those that joined from one address with several others."""
    last = None if room.question is None else room.question.last
    answered = frozenset() if last is None else frozenset(last.answered)
    awaited = presence.expected - answered if room.asking() is not None else frozenset()
    return RosterPart(
        revision=revision,
        here=len(presence.here),
        is_locked=room.is_locked,
        participants=tuple(
            ParticipantView(
                id=each.id,
                name=each.name,
                number=each.number,
                status=presence.status(each.id),
                has_answered=each.id in answered,
                standing="blocked" if each.is_blocked else "removed" if each.is_out else "in",
                is_covered=each.is_covered,
                is_flagged=each.is_flagged,
                is_shared=each.id in shared,
                is_awaited=each.id in awaited,
                percent=each.percent,
            )
            for each in room.participants.values()
        ),
        claims=claims,
    )


def tally_part(room: Room, presence: Presence, revision: int) -> TallyPart | None:
    """What the answers to the question at hand add up to; None where nothing was asked."""
    question = room.question
    if question is None or question.last is None:
        return None
    last = question.last
    answered = last.answered
    earlier = question.rounds[-2].tally.counts if len(question.rounds) > 1 else None
    return TallyPart(
        revision=revision,
        slide=question.slide.id,
        round=last.number,
        answered=len(answered),
        expected=len(presence.expected.union(answered)),
        counts=last.tally.counts,
        earlier=earlier,
        answers=tuple(
            AnswerView(
                participant=who,
                value=last.answers[who].value,
                is_shown=last.shows(who),
                is_starred=who in last.starred,
                is_held=last.waits(who),
            )
            for who in answered
        ),
        enlarged=last.enlarged,
        hands=tuple(last.hands),
    )


def words_part(room: Room, revision: int) -> WordsPart | None:
    """The word web at hand; None elsewhere."""
    question = room.question
    if question is None or question.last is None or question.slide.kind is not Kind.WORDWEB:
        return None
    last = question.last
    return WordsPart(
        revision=revision,
        slide=question.slide.id,
        round=last.number,
        participants=len(last.answered),
        words=tuple(
            WordView(
                key=word.key,
                text=word.text,
                count=word.count,
                is_shown=last.shows(word.key),
                is_held=last.waits(word.key),
                group=word.group,
                is_pinned=word.is_pinned,
                parts=tuple(WordPart(key=key, text=text) for key, text in word.parts),
            )
            for word in curated(last.web, question.curation)
        ),
        mode=last.mode,
    )
