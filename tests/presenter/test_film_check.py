"""presenter/film_check.py: which films of a lesson do not play, and what stands for the others."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from presenter.film_check import FilmCheck, FilmRemark
from presenter.film_file import Fault
from presenter.room_copy import RoomCopy, RoomSeen
from tests.presenter.conftest import MakeDesk
from tests.presenter.film_desk import CLIPS, WAIT_MS, colour_of
from tests.presenter.pretend_link import PretendLink

pytestmark = pytest.mark.qt_log_ignore("No RHI backend", "Could not open media", extend=True)
FILMS = ("good.mp4", "junk.mp4", "part.mp4", "lost.mp4", "late.webm")
SLIDE = "<!-- start: 2 -->\n\n# Film\n\n![Film](media/{})\n"


class Checker:
    """A check over the lesson of these films, and all it told."""

    def __init__(self, folder: Path, films: tuple[str, ...]) -> None:
        self.link = PretendLink("\n\n---\n\n".join(SLIDE.format(name) for name in films))
        self.folder = folder
        self.check = FilmCheck(begin_after_ms=0)
        self.told: list[tuple[FilmRemark, ...]] = []
        self.stills: dict[str, str] = {}
        self.room = RoomCopy()
        self.link.part_arrived.connect(self.room.on_part)
        self.room.changed.connect(self._pass_on)
        self.check.told.connect(self.told.append)
        self.check.still.connect(self._keep)

    def _pass_on(self, seen: RoomSeen) -> None:
        self.check.on_room(replace(seen, folder=self.folder))

    def _keep(self, slide: str, still: QImage) -> None:
        self.stills[slide] = colour_of(still)


@pytest.fixture
def make_checker(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[tuple[str, ...]], Checker]]:
    """Makes checks over a folder of good and bad films."""
    media = tmp_path / "media"
    media.mkdir()
    shutil.copy(CLIPS / "h264.mp4", media / "good.mp4")
    shutil.copy(CLIPS / "vp9.webm", media / "late.webm")
    (media / "junk.mp4").write_bytes(b"this is no film" * 100)
    (media / "part.mp4").write_bytes((CLIPS / "h264.mp4").read_bytes()[:8_000])
    made: list[Checker] = []

    def make(films: tuple[str, ...]) -> Checker:
        made.append(Checker(tmp_path, films))
        return made[-1]

    yield make
    for checker in made:
        checker.check.stop()


def test_every_film_is_tried_and_each_that_does_not_play_is_told(
    qtbot: QtBot, make_checker: Callable[[tuple[str, ...]], Checker]
) -> None:
    checker = make_checker(FILMS)
    checker.link.tells()
    assert checker.told == []
    qtbot.waitUntil(lambda: checker.check.is_done, timeout=WAIT_MS)
    junk, part = FilmRemark(2, "junk.mp4", Fault.DAMAGED), FilmRemark(3, "part.mp4", Fault.CUT)
    assert checker.told == [(junk,), (junk, part)]
    assert checker.stills == {"s1": "blue", "s5": "lime"}


def test_a_lesson_is_looked_at_once(qtbot: QtBot, make_checker: Callable[[tuple[str, ...]], Checker]) -> None:
    checker = make_checker(("junk.mp4",))
    checker.link.tells()
    qtbot.waitUntil(lambda: checker.check.is_done, timeout=WAIT_MS)
    checker.link.tells()
    assert checker.check.is_done
    assert len(checker.told) == 1


def test_a_lesson_without_films_needs_no_player(make_checker: Callable[[tuple[str, ...]], Checker]) -> None:
    checker = make_checker(())
    checker.link.tells()
    assert checker.check.is_done
    assert checker.check._frames._player is None


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "nl",
            "Slide 2: de film junk.mp4 speelt op deze computer niet. Het bestand is beschadigd",
        ),
        ("en", "Slide 2: the video junk.mp4 does not play on this computer. Its file is damaged"),
    ],
)
def test_the_console_lists_them_after_the_remarks_about_the_file(
    language: str, lines: str, make_desk: MakeDesk
) -> None:
    desk = make_desk(language=language)
    desk.spokesman.say_problems(("Regel 3: iets",))
    remarks = (FilmRemark(2, "junk.mp4", Fault.DAMAGED), FilmRemark(3, "part.mp4", Fault.CUT))
    desk.spokesman.on_films_told(remarks)
    told = desk.console.problems.list.text().split("\n")
    assert told[0] == "Regel 3: iets"
    assert told[1].startswith(lines)
    assert "part.mp4" in told[2]
    assert "3" in desk.console.problems.text.text()
