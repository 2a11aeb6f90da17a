"""The gallery: every kind of slide in every phase, with short, usual, extreme and right-to-left content, as scenes.

It paints nothing. `exhibits` needs a QApplication, because words are placed by their measured width.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
from PySide6.QtGui import QColor, QImage, QPainter

from lessons import markdown
from lessons.model import Slide
from polling.wire import ClockView
from presenter import wifi
from presenter.stage.scene import (
    Scene,
    black_scene,
    elsewhere,
    ended_scene,
    join_scene,
    on_page,
    pages,
    pause_scene,
    stilled,
    unplayable,
    white_scene,
    with_wifi,
)
from presenter.stage.theme import LIGHT, Theme
from presenter.stage.webmap import View, Web
from tests.gallery_texts import CLASS, MANY_WORDS, OPEN_ANSWERS, RTL_WORDS, SCHOOL, SLIDES, WORDS
from tests.presenter.stage.board import Board
from tests.web_words import DUTCH, MIXED, all_of, growing


@dataclass(frozen=True)
class Exhibit:
    """One picture of the gallery. `covers_strip`: nothing is kept free of it, as under a picture that fills all."""

    name: str
    scene: Scene
    covers_strip: bool = False


def exhibits(folder: Path, theme: Theme = LIGHT) -> list[Exhibit]:
    """The whole gallery in one theme, the slides' pictures in `folder`."""
    hang_pictures(folder)
    return [*_slides_of(folder, theme), *_of_school(folder, theme), *_covers(folder, theme)]


def hang_pictures(folder: Path) -> None:
    """Write the pictures the slides show: lying, standing, square and of the canvas' proportions."""
    media = folder / "media"
    media.mkdir(parents=True, exist_ok=True)
    for name, width, height in (
        ("lying", 1200, 800),
        ("standing", 600, 1000),
        ("wide", 1600, 900),
        ("square", 700, 700),
    ):
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("#BFD3C1"))
        painter = QPainter(image)
        painter.fillRect(0, height * 2 // 3, width, height // 3, QColor("#4A6FAE"))
        painter.fillRect(width // 3, height // 4, width // 4, height // 2, QColor("#8A5A00"))
        painter.end()
        image.save(str(media / f"{name}.png"))


def slide_of(text: str) -> Slide:
    """The one slide of a lesson's text."""
    return msgspec.structs.replace(markdown.read(text)[0].slides[0], id="this")


def _board(folder: Path, theme: Theme, slide: Slide, is_first: bool = False) -> Board:
    board = Board()
    board.folder, board.theme = folder, theme
    before = [msgspec.structs.replace(slide, id=f"before{number}") for number in range(0 if is_first else 3)]
    after = [msgspec.structs.replace(slide, id=f"after{number}") for number in range(5)]
    board.with_lesson(*before, slide, *after)
    lesson = msgspec.structs.replace(board.room.lesson, subject="Aardrijkskunde", level="havo", year="2")
    board.tell(lesson=lesson)
    return board


def _slides_of(folder: Path, theme: Theme) -> Iterator[Exhibit]:
    for name, text in SLIDES.items():
        slide = slide_of(text)
        board = _board(folder, theme, slide, is_first=name.startswith("title"))
        covers = name in ("picture wide", "title standing")
        phases = _PHASES[slide.kind.value] | (_CLASSES if name == "web" else {})
        for phase, at in phases.items():
            yield Exhibit(f"{name}, {phase}", at(board, slide), covers)
        resting = _resting(board, slide)
        for page in range(1, pages(resting)):
            yield Exhibit(f"{name}, page {page + 1}", on_page(resting, page), covers)


def _of_school(folder: Path, theme: Theme) -> Iterator[Exhibit]:
    """Slides of a lesson in the two colours of a school, the second of which is too light for lines on white."""
    for name in ("text bullets", "text quote", "quiz four", "text own timer"):
        slide = slide_of(SLIDES[name])
        board = _board(folder, theme, slide)
        board.tell(lesson=msgspec.structs.replace(board.room.lesson, theme=SCHOOL))
        yield Exhibit(f"school {name}", board.scene(slide))


def _resting(board: Board, slide: Slide) -> Scene:
    return board.scene(slide)


def _strip_of_timer(board: Board, slide: Slide) -> Scene:
    clock = ClockView(total_ms=600_000, left_ms=0, ends_at=412_000)
    board.stands_at(slide, timer=clock, timer_slide="before1")
    scene = board.scene(slide)
    board.tell(position=None)
    return scene


def _running(left_ms: int, pauses: bool = False) -> Callable[[Board, Slide], Scene]:
    def at(board: Board, slide: Slide) -> Scene:
        clock = ClockView(total_ms=600_000, left_ms=left_ms, ends_at=None if pauses else left_ms)
        board.stands_at(slide, timer=clock, timer_slide=slide.id)
        scene = board.scene(slide)
        board.tell(position=None)
        return scene

    return at


def _asking(board: Board, slide: Slide) -> Scene:
    board.stands_at(slide, "asking", clock=ClockView(total_ms=30_000, left_ms=0, ends_at=18_000))
    board.counts(slide, *_counts(slide), answered=21)
    return board.scene(slide)


def _closed(board: Board, slide: Slide) -> Scene:
    board.stands_at(slide, "closed")
    board.counts(slide, *_counts(slide), answered=28)
    return board.scene(slide)


def _results(board: Board, slide: Slide) -> Scene:
    board.stands_at(slide, "closed", shows_results=True)
    board.counts(slide, *_counts(slide))
    return board.scene(slide)


def _revealed(board: Board, slide: Slide) -> Scene:
    board.stands_at(slide, "revealed", shows_results=True, right=slide.right)
    board.counts(slide, *_counts(slide))
    return board.scene(slide)


def _second_round(board: Board, slide: Slide) -> Scene:
    counts = _counts(slide)
    board.stands_at(slide, "revealed", shows_results=True, right=slide.right, round=2, rounds=2)
    board.counts(slide, *counts, round=2, earlier=tuple(reversed(counts)))
    return board.scene(slide)


def _counts(slide: Slide) -> tuple[int, ...]:
    return (3, 14, 7, 2, 0, 2)[: len(slide.options)]


def _words(*words: tuple[str, int], view: View = View.WEB) -> Callable[[Board, Slide], Scene]:
    def at(board: Board, slide: Slide) -> Scene:
        board.stands_at(slide, "asking", shows_results=True, is_live=True)
        board.words(slide, *words)
        return board.scene(slide, view=view)

    return at


def _came(words: tuple[str, ...], view: View = View.WEB) -> Callable[[Board, Slide], Scene]:
    """The words came one after the other, a few at a time."""
    laid: list[Web] = []

    def at(board: Board, slide: Slide) -> Scene:
        board.stands_at(slide, "asking", shows_results=True, is_live=True)
        seen = list(growing(all_of(words), 10))
        for number, told in enumerate(seen):
            if laid and number < len(seen) - 1:
                continue
            board.words(slide, *((word.text, word.count) for word in told))
            places = laid[-1] if laid else None
            laid[:] = [web] if (web := board.scene(slide, view=view, places=places).places) else []
        return board.scene(slide, view=view, places=laid[-1])

    return at


_GROUPS = {"douchen": "Thuis", "koken": "Thuis", "thee": "Thuis", "de wc": "Thuis", "planten": "Tuin", "hond": "Tuin"}


def _grouped(board: Board, slide: Slide) -> Scene:
    board.stands_at(slide, "asking", shows_results=True, is_live=True)
    board.words(slide, *WORDS)
    part = board.room.words
    assert part is not None
    words = tuple(msgspec.structs.replace(word, group=_GROUPS.get(word.text, "")) for word in part.words)
    board.tell(words=msgspec.structs.replace(part, words=words))
    return board.scene(slide)


def _cards(*texts: str) -> Callable[[Board, Slide], Scene]:
    def at(board: Board, slide: Slide) -> Scene:
        board.stands_at(slide, "asking", shows_results=True, is_live=True)
        board.answers(slide, *texts)
        return board.scene(slide)

    return at


def _still(board: Board, slide: Slide) -> Scene:
    still = QImage(str(board.folder / "media" / "wide.png"))
    return stilled(board.scene(slide), {slide.id: still})


def _elsewhere(board: Board, slide: Slide) -> Scene:
    return elsewhere(board.scene(slide))


def _broken(board: Board, slide: Slide) -> Scene:
    return unplayable(board.scene(slide))


_CHOICE: dict[str, Callable[[Board, Slide], Scene]] = {
    "resting": _resting,
    "asking": _asking,
    "closed": _closed,
    "results": _results,
    "revealed": _revealed,
    "round 2": _second_round,
}
_CLASSES: dict[str, Callable[[Board, Slide], Scene]] = {
    "five": _came(DUTCH[:5]),
    "thirty": _came(DUTCH[:30]),
    "ninety": _came(DUTCH[:90]),
    "two hundred": _came(DUTCH[:200]),
    "mixed": _came(MIXED),
    "cloud five": _came(DUTCH[:5], View.CLOUD),
    "cloud thirty": _came(DUTCH[:30], View.CLOUD),
    "cloud ninety": _came(DUTCH[:90], View.CLOUD),
    "cloud two hundred": _came(DUTCH[:200], View.CLOUD),
    "cloud mixed": _came(MIXED, View.CLOUD),
}
"""Word webs of every size; one slide is enough to see them."""
_PHASES: dict[str, dict[str, Callable[[Board, Slide], Scene]]] = {
    "text": {
        "resting": _resting,
        "timer": _running(430_000),
        "corner": _strip_of_timer,
        "last": _running(8_000),
        "paused": _running(95_000, pauses=True),
        "over": _running(-42_000),
    },
    "quiz": _CHOICE,
    "poll": {phase: at for phase, at in _CHOICE.items() if phase not in ("revealed", "round 2")},
    "wordweb": {
        "resting": _resting,
        "asking": _asking,
        "one word": _words(("regen", 3)),
        "words": _words(*WORDS),
        "many": _words(*MANY_WORDS),
        "rtl": _words(*RTL_WORDS),
        "groups": _grouped,
        "cloud": _words(*WORDS, view=View.CLOUD),
        "cloud rtl": _words(*RTL_WORDS, view=View.CLOUD),
    },
    "open": {
        "resting": _resting,
        "asking": _asking,
        "one": _cards(OPEN_ANSWERS[0]),
        "some": _cards(*OPEN_ANSWERS[:5]),
        "many": _cards(*OPEN_ANSWERS * 4),
        "longest": _cards("w" * 240, "Een heel lang antwoord dat doorgaat. " * 6),
    },
    "video": {"resting": _resting, "still": _still, "elsewhere": _elsewhere, "broken": _broken},
}


def _with_wifi(scene: Scene) -> Scene:
    name, password = "Leerlingen", "zonnebloem-12"
    return with_wifi(scene, wifi.code(name, password), name, password)


def _covers(folder: Path, theme: Theme) -> Iterator[Exhibit]:
    board = _board(folder, theme, slide_of("# Les\n\nTekst"))
    room = board.room
    yield Exhibit("join, nobody", join_scene(room, theme, "nl"), True)
    board.join("Ana", "Bo", "Chaima", "Daan")
    yield Exhibit("join, some", join_scene(board.room, theme, "nl"), True)
    yield Exhibit("join, wifi first", _with_wifi(join_scene(board.room, theme, "nl")), True)
    board.join(*CLASS)
    yield Exhibit("join, wifi, many", _with_wifi(join_scene(board.room, theme, "en")), True)
    yield Exhibit("join, many", join_scene(board.room, theme, "en"), True)
    board.locks()
    yield Exhibit("join, locked", join_scene(board.room, theme, "nl"), True)
    yield Exhibit("join, no network", join_scene(replace(room, address=None), theme, "nl"), True)
    yield Exhibit("pause", pause_scene(room, theme, "nl"), True)
    yield Exhibit("ended", ended_scene(room, theme, "nl"), True)
    yield Exhibit("black", black_scene(theme), True)
    yield Exhibit("white", white_scene(theme), True)
