"""What a slide's scene holds, kind by kind: from a moment of the room to content. No painting, no files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import add
from pathlib import Path
from urllib.parse import urlsplit

from lessons.model import Kind, Layout, Lesson, Media, MediaKind, Slide, TimerMode
from polling.answers import Text
from polling.wire import PositionPart, TallyPart, WordsPart, WordView
from presenter.stage.blocks import read
from presenter.stage.clock import face, resting_face
from presenter.stage.content import (
    Answered,
    Arrangement,
    Choosable,
    Content,
    Face,
    OpenContent,
    Picture,
    QuizContent,
    Results,
    TextContent,
    VideoContent,
    WebContent,
)
from presenter.stage.textlayout import page_at, pages_of
from presenter.stage.theme import LIGHT
from presenter.stage.weblayout import woven
from presenter.stage.webmap import TOP, View, Web, Word
from presenter.stage.webtext import centre_size, head, word_width
from presenter.stage.words import say


@dataclass(frozen=True)
class Moment:
    """A slide and what the room says about it; the parts are None unless this slide is at hand."""

    slide: Slide
    lesson: Lesson
    position: PositionPart | None
    tally: TallyPart | None
    words: WordsPart | None
    timer: Face | None
    now_ms: int
    language: str
    folder: Path
    places: Web | None
    view: View = View.WEB


def content(moment: Moment) -> Content:
    """The content of the moment's slide."""
    return _BY_KIND[moment.slide.kind](moment)


def _text(moment: Moment) -> Content:
    slide = moment.slide
    arrangement = _arrangement(moment)
    overline = _overline(moment.lesson) if arrangement is Arrangement.TITLE else ""
    steps = moment.position.step if moment.position is not None and slide.steps else None
    made = TextContent(
        title=slide.title or (moment.lesson.title if arrangement is Arrangement.TITLE else ""),
        body=slide.body,
        arrangement=arrangement,
        overline=overline,
        pictures=_pictures(moment),
        bullets=steps,
        steps=bool(slide.steps),
        timer=_own_timer(moment),
    )
    told = moment.position.pages if moment.position is not None and steps is None else 1
    made = replace(made, pages=told if told > 1 else pages_of(made))
    return replace(made, page=page_at(made, moment.position.page if moment.position is not None else 0))


def _arrangement(moment: Moment) -> Arrangement:
    slide = moment.slide
    chosen = {Layout.TITLE: Arrangement.TITLE, Layout.COLUMNS: Arrangement.COLUMNS, Layout.PICTURE: Arrangement.PICTURE}
    if slide.settings.layout in chosen:
        return chosen[slide.settings.layout]
    opens = bool(moment.lesson.slides) and moment.lesson.slides[0].id == slide.id and not _is_bare_picture(slide)
    if opens and not slide.bullets and len(slide.body.split()) <= _WORDS_OF_A_SUBTITLE and "|" not in slide.body:
        return Arrangement.TITLE
    return Arrangement.TEXT


_WORDS_OF_A_SUBTITLE = 24


def _is_bare_picture(slide: Slide) -> bool:
    return bool(slide.media) and not slide.title and not read(slide.body)


def _overline(lesson: Lesson) -> str:
    level = " ".join(part for part in (lesson.level, lesson.year) if part)
    return " · ".join(part for part in (lesson.subject, level) if part)


def _question(moment: Moment) -> Content:
    slide = moment.slide
    position = moment.position
    is_revealed = position is not None and position.phase == "revealed"
    return QuizContent(
        question=slide.question or slide.title,
        overline=_title_above(slide),
        context=slide.body,
        picture=next(iter(_pictures(moment)), None),
        options=_options(moment, is_revealed),
        answered=_answered(moment) if not is_revealed else None,
        results=_results(moment),
        why=_why(moment) if is_revealed else "",
        note=_note(moment),
        timer=_question_clock(moment),
    )


def _options(moment: Moment, is_revealed: bool) -> tuple[Choosable, ...]:
    right = _right(moment) if is_revealed else ()
    return tuple(
        Choosable(
            text=option.text,
            picture=_picture(moment, option.picture) if option.picture else None,
            right=place in right if right else None,
        )
        for place, option in enumerate(moment.slide.options)
    )


def _right(moment: Moment) -> tuple[int, ...]:
    marked = moment.position.right if moment.position is not None else ()
    return marked or moment.slide.right


def _why(moment: Moment) -> str:
    options = moment.slide.options
    told = [options[place].feedback for place in _right(moment) if place < len(options) and options[place].feedback]
    return "\n\n".join(told) or moment.slide.explanation


def _results(moment: Moment) -> Results | None:
    position = moment.position
    if position is None or not position.shows_results:
        return None
    count = len(moment.slide.options)
    tally = moment.tally
    if tally is None:
        return Results(counts=(0,) * count, round=position.round)
    hands = _fitting(tally.hands, count)
    return Results(
        counts=tuple(map(add, _fitting(tally.counts, count), hands)),
        hands=hands if any(hands) else (),
        earlier=_fitting(tally.earlier, count) if tally.earlier is not None else None,
        round=tally.round,
        answered=tally.answered + sum(hands),
        sums_to_all=not moment.slide.allows_several,
    )


def _fitting(counts: tuple[int, ...], length: int) -> tuple[int, ...]:
    return (counts + (0,) * length)[:length]


def _answered(moment: Moment) -> Answered | None:
    position = moment.position
    if position is None or position.phase == "waiting":
        return None
    tally = moment.tally
    return Answered(tally.answered, tally.expected) if tally is not None else Answered(0, 0)


def _note(moment: Moment) -> str:
    position = moment.position
    if position is None or position.phase == "waiting":
        return ""
    if position.phase == "closed":
        return say(moment.language, "closed")
    if position.phase == "asking" and moment.slide.options and moment.slide.allows_several:
        return say(moment.language, "several")
    return ""


def _wordweb(moment: Moment) -> Content:
    slide = moment.slide
    centre = slide.settings.centre or slide.question or slide.title
    shows = moment.position is not None and moment.position.shows_results
    words = moment.words if shows else None
    entries = tuple(_word(word) for word in words.words if word.is_shown) if words else ()
    round_number = moment.position.round if moment.position is not None else 0
    width, height = centre_size(centre)
    is_cloud = moment.view is View.CLOUD
    question = centre if is_cloud else _beside_centre(slide, centre)
    top = head(question, slide.body, LIGHT).bottom if question else TOP
    before = Web(slide.id, round_number, centre, width, height, top, moment.view)
    if moment.places is not None and _is_of(moment.places, before):
        before = moment.places
    return WebContent(
        web=woven(before, entries, word_width),
        question=question,
        context=slide.body,
        words=sum(word.count for word in entries),
        participants=moment.words.participants if moment.words else 0,
        timer=_question_clock(moment),
    )


def _word(word: WordView) -> Word:
    return Word(word.key, word.text, word.count, word.group, word.is_pinned)


def _beside_centre(slide: Slide, centre: str) -> str:
    """What is asked, when the centre says something else."""
    return next((text for text in (slide.question, slide.title) if text.strip() not in ("", centre.strip())), "")


def _is_of(places: Web, web: Web) -> bool:
    """True when places are those of this web, whose words may have changed since."""
    return all(getattr(places, name) == getattr(web, name) for name in ("slide", "round", "centre", "top", "view"))


def _open(moment: Moment) -> Content:
    slide = moment.slide
    shows = moment.position is not None and moment.position.shows_results
    tally = moment.tally if shows else None
    answers = sorted(tally.answers, key=lambda answer: not answer.is_starred) if tally is not None else []
    cards = tuple(
        (answer.participant, answer.value.text)
        for answer in answers
        if answer.is_shown and isinstance(answer.value, Text) and answer.value.text.strip()
    )
    names = {name for name, _ in cards}
    return OpenContent(
        question=slide.question or slide.title,
        overline=_title_above(slide),
        context=slide.body,
        picture=next(iter(_pictures(moment)), None),
        cards=cards if shows else None,
        starred=frozenset(each.participant for each in answers if each.is_starred and each.participant in names),
        enlarged=tally.enlarged if tally is not None and tally.enlarged in names else "",
        answered=_answered(moment),
        note=_note(moment),
        timer=_question_clock(moment),
    )


def _video(moment: Moment) -> Content:
    slide = moment.slide
    films = [media for media in slide.media if media.kind is not MediaKind.PICTURE]
    poster = slide.settings.poster or next(
        (media.target for media in slide.media if media.kind is MediaKind.PICTURE), ""
    )
    return VideoContent(
        title=slide.title,
        body=slide.body,
        poster=Picture(moment.folder, poster) if poster else None,
        film=_film(moment, films[0]) if films else None,
        source=_source(films[0], moment.language) if films else say(moment.language, "video"),
        timer=_own_timer(moment),
    )


def _film(moment: Moment, film: Media) -> Picture | None:
    return Picture(moment.folder, film.target, film.alt) if film.kind is MediaKind.VIDEO else None


def _source(film: Media, language: str) -> str:
    if film.kind is MediaKind.WEB_VIDEO:
        return say(language, "web_video", host=urlsplit(film.target).hostname or film.target)
    return film.alt or say(language, "video")


def _title_above(slide: Slide) -> str:
    return slide.title if slide.question and slide.title.strip() != slide.question.strip() else ""


def _pictures(moment: Moment) -> tuple[Picture, ...]:
    return tuple(_picture(moment, media) for media in moment.slide.media if media.kind is MediaKind.PICTURE)


def _picture(moment: Moment, media: Media) -> Picture:
    return Picture(moment.folder, media.target, media.alt or say(moment.language, "picture"))


def _question_clock(moment: Moment) -> Face | None:
    position = moment.position
    if position is not None and position.clock is not None and position.phase == "asking":
        return face(position.clock, moment.now_ms, moment.language, stops_at_zero=True)
    if moment.timer is not None:
        return moment.timer
    waits = position is None or position.phase == "waiting"
    if waits and moment.slide.settings.time_s:
        return resting_face(moment.slide.settings.time_s, moment.language, counts_up=False, is_bare=True)
    return None


def _own_timer(moment: Moment) -> Face | None:
    settings = moment.slide.settings
    if moment.timer is not None or (settings.timer_s is None and settings.timer_mode is not TimerMode.UP):
        return moment.timer
    counts_up = settings.timer_mode is TimerMode.UP
    return resting_face(settings.timer_s or 0, moment.language, counts_up=counts_up, is_bare=False)


_BY_KIND: dict[Kind, Callable[[Moment], Content]] = {
    Kind.TEXT: _text,
    Kind.QUIZ: _question,
    Kind.POLL: _question,
    Kind.WORDWEB: _wordweb,
    Kind.OPEN: _open,
    Kind.VIDEO: _video,
}
