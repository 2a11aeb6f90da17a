"""What a lesson is: frozen values. No text format, no files, no Qt.

Every text here is the author's Markdown source unless its docstring says *plain*.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

FORMAT_MAJOR = 1
"""The format's major version that this code reads and writes (front matter `lesson: 1`)."""


class Kind(StrEnum):
    """What a slide is. The four that ask are called questions."""

    TEXT = "text"
    QUIZ = "quiz"
    POLL = "poll"
    WORDWEB = "wordweb"
    OPEN = "open"
    VIDEO = "video"


class MediaKind(StrEnum):
    """How a medium is shown: painted, played from a file, or played by a web page."""

    PICTURE = "picture"
    VIDEO = "video"
    WEB_VIDEO = "web_video"


class TimerMode(StrEnum):
    """When a slide's timer starts (`key`, `auto`) or that it counts up."""

    KEY = "key"
    AUTO = "auto"
    UP = "up"


class Layout(StrEnum):
    """How a text slide is laid out; `auto` follows from its content."""

    AUTO = "auto"
    PICTURE = "picture"
    COLUMNS = "columns"
    TITLE = "title"


class Media(msgspec.Struct, frozen=True, kw_only=True):
    """A picture or video: a relative path below `media/`, or an https address."""

    kind: MediaKind
    target: str
    alt: str = ""


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A tappable link of a slide; `text` is plain."""

    text: str
    target: str


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be chosen. `right` is None while the author has not chosen the right option yet."""

    text: str
    right: bool | None = None
    feedback: str = ""
    picture: Media | None = None


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a slide's settings comment says, with the format's defaults. Times are seconds.

    A timer of 0 s that counts up has no goal.
    """

    time_s: float | None = None
    timer_s: float | None = None
    timer_mode: TimerMode = TimerMode.KEY
    asks_by_key: bool = False
    live: bool | None = None
    points: int = 1
    multi: bool | None = None
    shuffle: bool = False
    accepted: tuple[str, ...] = ()
    max_words: int = 3
    centre: str = ""
    approve: bool = False
    anonymous: bool = False
    start_s: float | None = None
    end_s: float | None = None
    autoplay: bool = False
    subtitles: str = ""
    poster: str = ""
    layout: Layout = Layout.AUTO
    steps: bool = False
    share: bool = False
    hidden: bool = False
    section: str = ""


QUESTIONS = frozenset({Kind.QUIZ, Kind.POLL, Kind.WORDWEB, Kind.OPEN})


class Slide(msgspec.Struct, frozen=True, kw_only=True):
    """One slide.

    `title` is the heading. `question` is the sentence that is asked ("" on text and video; often the same as the
    title). `body` is what is left: neither title, question, options, explanation, settings nor notes; pictures
    and videos stay in it, and stand in `media` as well (an option's own picture does not). `bullets` counts the list
    items of its top level. `line` is where the slide starts in the text (from 1), `source` its exact text and `lead`
    the exact break before it.
    """

    id: str = ""
    kind: Kind = Kind.TEXT
    title: str = ""
    body: str = ""
    question: str = ""
    options: tuple[Option, ...] = ()
    explanation: str = ""
    notes: str = ""
    media: tuple[Media, ...] = ()
    links: tuple[Link, ...] = ()
    settings: Settings = Settings()
    bullets: int = 0
    line: int = 1
    source: str = ""
    lead: str = ""

    @property
    def asks(self) -> bool:
        """True for a question."""
        return self.kind in QUESTIONS

    @property
    def all_media(self) -> tuple[Media, ...]:
        """The media of its body, then the pictures of its options."""
        return self.media + tuple(option.picture for option in self.options if option.picture is not None)

    @property
    def right(self) -> tuple[int, ...]:
        """The places of the options that are right (from 0); empty when none was chosen."""
        return tuple(place for place, option in enumerate(self.options) if option.right)

    @property
    def is_answered_at_once(self) -> bool:
        """True where one tap or one text is a whole answer: then it can be said that everyone has answered."""
        return self.kind is Kind.OPEN or (bool(self.options) and not self.allows_several)

    @property
    def allows_several(self) -> bool:
        """True when a participant may choose more than one option."""
        if self.settings.multi is not None:
            return self.settings.multi
        return len(self.right) > 1

    @property
    def is_live(self) -> bool:
        """True when results grow on the projector while the question is asked (the setting, or the kind's habit)."""
        if self.settings.live is not None:
            return self.settings.live
        return self.kind is not Kind.QUIZ

    @property
    def steps(self) -> int:
        """How many times *next* shows a bullet before it leaves the slide. A title and a caption come at once."""
        is_whole = self.settings.layout in (Layout.TITLE, Layout.PICTURE)
        return self.bullets if self.settings.steps and not is_whole else 0

    @property
    def why(self) -> str:
        """What is shown after the reveal: the feedback under the right option, else the explanation."""
        told = [option.feedback for option in self.options if option.right and option.feedback]
        return "\n\n".join(told) or self.explanation


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """A list of slides and what its front matter says. `extra` holds unknown front matter as (key, value).

    `head` is the exact text of the front matter, `tail` what stands behind the last slide. `head`, the `lead` and
    `source` of every slide, and `tail` are together the whole text.
    """

    id: str = ""
    title: str = ""
    subject: str = ""
    level: str = ""
    year: str = ""
    duration_min: int | None = None
    language: str = "nl"
    author: str = ""
    license: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    theme: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    slides: tuple[Slide, ...] = ()
    head: str = ""
    tail: str = ""


def named(lesson: Lesson) -> Lesson:
    """The lesson with an id on every slide: its own when it is the first with it, else `s` and its number."""
    taken: set[str] = set()
    slides = []
    for number, slide in enumerate(lesson.slides, start=1):
        name = slide.id if slide.id and slide.id not in taken else f"s{number}"
        while name in taken:
            name += "x"
        taken.add(name)
        slides.append(msgspec.structs.replace(slide, id=name))
    return msgspec.structs.replace(lesson, slides=tuple(slides))


def ordered(lesson: Lesson, orders: dict[str, tuple[int, ...]]) -> Lesson:
    """The lesson with the options of the named slides in the order given (places in the file, from 0)."""
    slides = tuple(
        msgspec.structs.replace(slide, options=tuple(slide.options[place] for place in orders[slide.id]))
        if slide.id in orders
        else slide
        for slide in lesson.slides
    )
    return msgspec.structs.replace(lesson, slides=slides)
