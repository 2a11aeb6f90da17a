"""A small room for the tests of the stage: one lesson, and the parts as the server would tell them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage

from lessons.model import Kind, Lesson, Option, Settings, Slide
from polling.answers import Text
from polling.commands import Cover
from polling.presence import Status
from polling.wire import (
    AddressPart,
    AnswerView,
    ParticipantView,
    PositionPart,
    RosterPart,
    TallyPart,
    WordsPart,
    WordView,
)
from presenter.stage.paint import picture
from presenter.stage.scene import Audience, RoomView, Scene, scene, shown
from presenter.stage.theme import LIGHT, Theme

QUIZ = Slide(
    id="quiz",
    kind=Kind.QUIZ,
    title="Hoe heet water in de grond?",
    question="Hoe heet water in de grond?",
    options=(
        Option(text="Oppervlaktewater", right=False),
        Option(text="Grondwater", right=True, feedback="Het zakt door het zand."),
        Option(text="Regenwater", right=False),
        Option(text="Leidingwater", right=False),
    ),
)
POLL = Slide(
    id="poll",
    kind=Kind.POLL,
    title="Een regenton?",
    question="Een regenton?",
    options=(Option(text="Ja"), Option(text="Nee")),
)
WEB = Slide(id="web", kind=Kind.WORDWEB, title="Water", question="Water")
OPEN = Slide(id="open", kind=Kind.OPEN, title="Wat als?", question="Wat als?", body="Een zin is genoeg.")
TEXT = Slide(id="text", title="Regen", body="Eerst:\n\n- zee\n- wolk\n- land", bullets=3)
STEPS = msgspec.structs.replace(TEXT, id="steps", settings=Settings(steps=True))
VIDEO = Slide(id="video", kind=Kind.VIDEO, title="Film")
LESSON = Lesson(title="Water", slides=(TEXT, QUIZ, POLL, WEB, OPEN, STEPS, VIDEO))
ADDRESS = AddressPart(
    revision=1,
    join_url="http://192.168.1.23/4271",
    teacher_url="",
    typed="192.168.1.23",
    room_code="4271",
    host="192.168.1.23",
    port=80,
    addresses=(),
)


class Board:
    """The stage of a lesson: says what the room tells it and gives scenes and pictures of them."""

    def __init__(self) -> None:
        self.room = RoomView(lesson=LESSON, address=ADDRESS)
        self.theme: Theme = LIGHT
        self.language = "nl"
        self.folder = Path("nowhere")

    def with_lesson(self, *slides: Slide) -> None:
        """The lesson has these slides."""
        self.tell(lesson=Lesson(title="Water", slides=slides))

    def tell(self, **parts: Any) -> None:
        """The server tells these parts."""
        self.room = replace(self.room, **parts)

    def stands_at(self, slide: Slide, phase: str = "", **told: Any) -> None:
        """The room is at this slide."""
        number = next((place for place, each in enumerate(self.room.lesson.slides, 1) if each.id == slide.id), 1)
        whole: dict[str, Any] = {
            "revision": 1, "now": 0, "slide": slide.id, "number": number, "step": 0, "cover": Cover.NONE,
            "paused": False, "ended": False, "closes_by_itself": False, "phase": phase, "round": 1, "rounds": 1,
            "is_live": False, "shows_results": False, "right": (), "next": "", "back": "", "clock": None, "timer": None,
            "timer_slide": "",
        }  # fmt: skip
        self.tell(position=PositionPart(**{**whole, **told}))

    def counts(self, slide: Slide, *counts: int, answered: int | None = None, **told: Any) -> None:
        """The answers to the slide add up to this."""
        whole: dict[str, Any] = {"round": 1, "expected": 28, "earlier": None, "answers": ()}
        answered = sum(counts) if answered is None else answered
        part = TallyPart(revision=1, slide=slide.id, answered=answered, counts=counts, **{**whole, **told})
        self.tell(tally=part)

    def answers(self, slide: Slide, *texts: str, starred: tuple[int, ...] = (), enlarged: str = "") -> None:
        """These open answers came in, from p0 on; some have a star, one may be large."""
        views = tuple(
            AnswerView(participant=f"p{n}", value=Text(text=text), is_starred=n in starred)
            for n, text in enumerate(texts)
        )
        self.counts(slide, answered=len(texts), answers=views, enlarged=enlarged)

    def words(self, slide: Slide, *words: tuple[str, int]) -> None:
        """These words came in, each from so many."""
        views = tuple(WordView(key=text.lower(), text=text, count=count) for text, count in words)
        self.tell(words=WordsPart(revision=1, slide=slide.id, round=1, participants=26, words=views))

    def join(self, *names: str) -> None:
        """These participants joined."""
        views = tuple(
            ParticipantView(id=name, name=name, number=number, status=Status.HERE, has_answered=False)
            for number, name in enumerate(names, 1)
        )
        self.tell(roster=RosterPart(revision=1, here=len(names), is_locked=False, participants=views))

    def covers_name(self, name: str) -> None:
        """The teacher keeps this name from the class."""
        roster = self.room.roster
        assert roster is not None
        told = (msgspec.structs.replace(each, is_covered=each.name == name) for each in roster.participants)
        self.tell(roster=msgspec.structs.replace(roster, participants=tuple(told)))

    def locks(self) -> None:
        """Nobody new may join."""
        if self.room.roster is None:
            self.join()
        assert self.room.roster is not None
        self.tell(roster=msgspec.structs.replace(self.room.roster, is_locked=True))

    def scene(self, slide: Slide, **more: Any) -> Scene:
        """The scene of a slide for the class."""
        now_ms = more.pop("now_ms", 0)
        return scene(slide, self.room, self.theme, self.language, Audience.PROJECTOR, self.folder, now_ms, **more)

    def shown(self, audience: Audience = Audience.PROJECTOR) -> Scene:
        """The scene the room is at."""
        return shown(self.room, self.theme, self.language, audience, self.folder, 0)

    def picture(self, slide: Slide, t: float = 0.0) -> QImage:
        """The slide as a picture of 1920 x 1080."""
        return full(self.scene(slide), t)


def full(scene: Scene, t: float = 0.0) -> QImage:
    """A scene as a picture of 1920 x 1080."""
    return picture(scene, QSize(1920, 1080), t)


def has_colour(image: QImage, colour: str, box: QRect | None = None) -> bool:
    """True when the picture holds a pixel of exactly this colour (in the box)."""
    return QColor(colour).rgb() in pixels(image, box)


def pixels(image: QImage, box: QRect | None = None) -> list[int]:
    """The colours of the picture's pixels (in the box)."""
    part = (image.copy(box) if box is not None else image).convertToFormat(QImage.Format.Format_ARGB32)
    return list(memoryview(part.constBits()).cast("B").cast("I"))


def looks_the_same(one: QImage, other: QImage) -> bool:
    """True when no pixel differs by more than a breath: Qt smooths the edges of large letters a little differently
    once it has drawn them before."""
    if one.size() != other.size() or one == other:
        return one.size() == other.size()
    apart = zip(pixels(one), pixels(other), strict=True)
    return all(_is_near(a, b) for a, b in apart if a != b)


def _is_near(one: int, other: int) -> bool:
    return all(abs((one >> shift & 255) - (other >> shift & 255)) <= 24 for shift in (0, 8, 16))
