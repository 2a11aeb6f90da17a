"""The JSON form of a lesson, out and in, and its JSON Schema. For scripts, tools and language models; not for saving.

Absent things are null or empty. `number` is for readers and is ignored on the way in.
"""

from __future__ import annotations

from typing import Any

import msgspec

from lessons.media import is_safe, kind_of
from lessons.model import Kind, Layout, Lesson, Media, Option, Settings, Slide, TimerMode
from lessons.problems import CannotOpen


class MediaForm(msgspec.Struct, frozen=True, kw_only=True):
    """A picture or video: a path below `media/`, or an https address."""

    target: str
    kind: str = ""
    alt: str = ""


class OptionForm(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be chosen. `right` is null while the right option has not been chosen."""

    text: str = ""
    right: bool | None = None
    feedback: str | None = None
    picture: MediaForm | None = None


class SlideForm(msgspec.Struct, frozen=True, kw_only=True):
    """One slide. `question` is what is asked (null on text and video), `title` the heading, `body` the rest in
    Markdown. Times are in seconds."""

    number: int = 0
    id: str | None = None
    kind: Kind = Kind.TEXT
    title: str = ""
    body: str = ""
    question: str | None = None
    options: tuple[OptionForm, ...] = ()
    explanation: str | None = None
    accepted: tuple[str, ...] = ()
    timer_s: float | None = None
    timer_mode: TimerMode = TimerMode.KEY
    time_s: float | None = None
    points: int | None = None
    max_words: int | None = None
    centre: str | None = None
    asks_by_key: bool = False
    live: bool | None = None
    multi: bool | None = None
    shuffle: bool = False
    approve: bool = False
    anonymous: bool = False
    start_s: float | None = None
    end_s: float | None = None
    autoplay: bool = False
    subtitles: str | None = None
    poster: str | None = None
    layout: Layout = Layout.AUTO
    steps: bool = False
    share: bool = False
    hidden: bool = False
    section: str | None = None
    media: tuple[MediaForm, ...] = ()
    notes: str | None = None


class LessonForm(msgspec.Struct, frozen=True, kw_only=True):
    """A lesson: what is known about it, and its slides."""

    lesson: int = 1
    id: str | None = None
    title: str = ""
    subject: str | None = None
    level: str | None = None
    year: str | None = None
    language: str = "nl"
    duration_min: int | None = None
    author: str | None = None
    license: str | None = None
    description: str | None = None
    tags: tuple[str, ...] = ()
    theme: str | None = None
    extra: dict[str, str] = {}
    slides: tuple[SlideForm, ...] = ()


_TEXTS = ("id", "subject", "level", "year", "author", "license", "description", "theme")
_SAME = (
    *("timer_s", "timer_mode", "time_s", "asks_by_key", "live", "multi", "shuffle", "accepted", "approve"),
    *("anonymous", "start_s", "end_s", "autoplay", "layout", "steps", "share", "hidden"),
)
_SETTING_TEXTS = ("centre", "subtitles", "poster", "section")


def to_json(lesson: Lesson) -> bytes:
    """The lesson as indented JSON."""
    texts: dict[str, Any] = {field: getattr(lesson, field) or None for field in _TEXTS}
    form = LessonForm(
        **texts,
        title=lesson.title,
        language=lesson.language,
        duration_min=lesson.duration_min,
        tags=lesson.tags,
        extra=dict(lesson.extra),
        slides=tuple(_slide_form(slide, number) for number, slide in enumerate(lesson.slides, start=1)),
    )
    return msgspec.json.format(msgspec.json.encode(form), indent=2) + b"\n"


def _slide_form(slide: Slide, number: int) -> SlideForm:
    said = slide.settings
    fields: dict[str, Any] = {field: getattr(said, field) for field in _SAME}
    fields |= {field: getattr(said, field) or None for field in _SETTING_TEXTS}
    return SlideForm(
        **fields,
        number=number,
        id=slide.id or None,
        kind=slide.kind,
        title=slide.title,
        body=slide.body,
        question=slide.question or None,
        options=tuple(_option_form(option) for option in slide.options),
        explanation=slide.explanation or None,
        points=said.points if slide.kind is Kind.QUIZ else None,
        max_words=said.max_words if slide.kind is Kind.WORDWEB else None,
        media=tuple(_media_form(each) for each in slide.media),
        notes=slide.notes or None,
    )


def _option_form(option: Option) -> OptionForm:
    picture = _media_form(option.picture) if option.picture else None
    return OptionForm(text=option.text, right=option.right, feedback=option.feedback or None, picture=picture)


def _media_form(medium: Media) -> MediaForm:
    return MediaForm(target=medium.target, kind=medium.kind.value, alt=medium.alt)


def from_json(data: bytes) -> Lesson:
    """The lesson of a JSON form. Raises CannotOpen when it is not one, saying where."""
    try:
        form = msgspec.json.decode(data, type=LessonForm, strict=False)
    except (msgspec.DecodeError, UnicodeDecodeError) as reason:
        raise CannotOpen("json_unreadable", {"reason": str(reason)}) from reason
    if form.lesson != 1:
        raise CannotOpen("json_unreadable", {"reason": f"lesson: {form.lesson}"})
    texts = {field: getattr(form, field) or "" for field in _TEXTS}
    return Lesson(
        **texts,
        title=form.title,
        language=form.language,
        duration_min=form.duration_min,
        tags=form.tags,
        extra=tuple(form.extra.items()),
        slides=tuple(_slide(slide) for slide in form.slides),
    )


def _slide(form: SlideForm) -> Slide:
    usual = Settings()
    said: dict[str, Any] = {field: getattr(form, field) for field in _SAME}
    said |= {field: getattr(form, field) or "" for field in _SETTING_TEXTS}
    said["points"] = usual.points if form.points is None else form.points
    said["max_words"] = usual.max_words if form.max_words is None else form.max_words
    return Slide(
        id=form.id or "",
        kind=form.kind,
        title=form.title,
        body=form.body,
        question=form.question or "",
        options=tuple(_option(option) for option in form.options),
        explanation=form.explanation or "",
        notes=form.notes or "",
        media=tuple(_medium(each) for each in form.media if is_safe(each.target)),
        settings=Settings(**said),
    )


def _option(form: OptionForm) -> Option:
    picture = _medium(form.picture) if form.picture and is_safe(form.picture.target) else None
    return Option(text=form.text, right=form.right, feedback=form.feedback or "", picture=picture)


def _medium(form: MediaForm) -> Media:
    return Media(kind=kind_of(form.target), target=form.target, alt=form.alt)


def schema() -> bytes:
    """The JSON Schema of the form, generated from it, as indented JSON."""
    found = msgspec.json.schema(LessonForm)
    found = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Klassikaal lesson", **found}
    return msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"
