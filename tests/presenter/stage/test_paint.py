"""Every kind in every theme: painted at any size, above the strip, the same each time."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from PySide6.QtCore import QRect, QSize

from lessons.model import Media, MediaKind, Option, Settings, Slide
from polling.wire import ClockView
from presenter.stage.content import Content, OpenContent, QuizContent, TextContent
from presenter.stage.paint import picture
from presenter.stage.scene import black_scene, ended_scene, join_scene, pause_scene, white_scene
from presenter.stage.theme import FLOOR, THEMES, Theme
from tests.presenter.stage.board import LESSON, OPEN, POLL, QUIZ, TEXT, VIDEO, WEB, Board, full, looks_the_same

CLOCK = ClockView(total_ms=30_000, left_ms=0, ends_at=9_000)
WORDY = "Een gemeente wil minder wateroverlast na zware buien en geeft subsidie om tegels uit tuinen te halen. "
PLATE = Media(kind=MediaKind.PICTURE, target="media/zee.png", alt="De zee")


class Empty(Content):
    """A slide with nothing on it: what is painted is the strip."""


def crowded(slide: Slide) -> Slide:
    """The slide with far more text than fits well."""
    return msgspec.structs.replace(
        slide,
        title=WORDY,
        question=WORDY * 2 if slide.question else "",
        body=WORDY * 9 + "\n\n" + "\n".join(f"- {WORDY}" for _ in range(9)),
        options=tuple(Option(text=WORDY * 2) for _ in slide.options),
    )


def everything(board: Board, slide: Slide, phase: str) -> None:
    """The room at this slide with all it can have."""
    board.stands_at(slide, phase, shows_results=True, right=(1,), clock=CLOCK, timer=CLOCK, timer_slide=slide.id)
    board.counts(slide, *range(1, len(slide.options) + 1), earlier=(2,) * len(slide.options))
    if slide.id == "open":
        board.answers(slide, *[WORDY * 2] * 30)
    board.words(slide, *((f"woord {number}", 1 + number % 5) for number in range(60)))


@pytest.mark.parametrize(
    ("theme", "language"), list(zip(THEMES.values(), ["nl", "en", "nl"], strict=True)), ids=list(THEMES)
)
@pytest.mark.parametrize("slide", LESSON.slides, ids=[slide.id for slide in LESSON.slides])
@pytest.mark.parametrize("phase", ["asking", "revealed"])
def test_every_slide_is_painted_the_same_each_time(
    board: Board, theme: Theme, language: str, slide: Slide, phase: str
) -> None:
    board.theme, board.language = theme, language
    everything(board, slide, phase)
    small = QSize(683, 384)
    assert looks_the_same(picture(board.scene(slide), small), picture(board.scene(slide), small))


@pytest.mark.parametrize("slide", LESSON.slides, ids=[slide.id for slide in LESSON.slides])
@pytest.mark.parametrize("phase", ["asking", "revealed"])
@pytest.mark.parametrize("makes", [lambda slide: slide, crowded], ids=["plain", "crowded"])
@pytest.mark.parametrize("media", [(), (PLATE,)], ids=["", "picture"])
def test_nothing_touches_the_strip_or_the_margins(
    board: Board, slide: Slide, phase: str, makes: object, media: tuple[Media, ...]
) -> None:
    assert callable(makes)
    board.theme = THEMES["light"]
    slide = msgspec.structs.replace(makes(slide), media=media)
    everything(board, slide, phase)
    scene = board.scene(slide)
    image, bare = full(scene), full(replace(scene, content=Empty()))
    for edge in (
        QRect(0, FLOOR, 1920, 1080 - FLOOR),
        QRect(0, 0, 64, 1080),
        QRect(1858, 0, 62, 1080),
        QRect(0, 0, 1920, 20),
    ):
        assert looks_the_same(image.copy(edge), bare.copy(edge))


def test_the_same_scene_is_painted_alike_at_every_size(board: Board) -> None:
    board.stands_at(QUIZ, "asking", clock=CLOCK)
    large = full(board.scene(QUIZ))
    assert picture(board.scene(QUIZ), QSize(400, 400)).size() == QSize(400, 225)
    assert picture(board.scene(QUIZ), QSize(1920, 1080)).size() == large.size()


@pytest.mark.parametrize("slide", [TEXT, QUIZ, POLL, WEB, OPEN, VIDEO], ids=lambda slide: slide.id)
def test_a_preview_at_rest_needs_no_room(board: Board, slide: Slide) -> None:
    board.tell(address=None)
    content = board.scene(slide).content
    full(board.scene(slide))
    assert not isinstance(content, QuizContent) or content.results is None
    assert not isinstance(content, OpenContent) or content.cards is None
    assert not isinstance(content, TextContent) or content.bullets is None


def test_covers_are_painted(board: Board) -> None:
    assert full(black_scene(board.theme)).pixelColor(5, 1075).name() == "#000000"
    assert full(white_scene(board.theme)).pixelColor(960, 540).name() == "#ffffff"
    pause = full(pause_scene(board.room, board.theme, "nl"))
    ended = full(ended_scene(board.room, board.theme, "nl"))
    assert not looks_the_same(pause, ended)
    full(join_scene(board.room, board.theme, "nl"))


def test_a_slide_with_steps_shows_those_that_were_taken(board: Board) -> None:
    steps = msgspec.structs.replace(TEXT, settings=Settings(steps=True))
    board.stands_at(steps, step=1)
    one = board.picture(steps)
    board.stands_at(steps, step=2)
    assert not looks_the_same(board.picture(steps), one)
