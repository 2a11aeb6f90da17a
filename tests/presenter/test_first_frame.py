"""presenter/first_frame.py: the picture that stands for a film, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from presenter.film_file import Fault
from presenter.first_frame import FirstFrame
from tests.presenter.film_desk import CLIPS, WAIT_MS, colour_of

pytestmark = pytest.mark.qt_log_ignore("No RHI backend", "Could not open media", extend=True)


class Looker:
    """Asks for frames and keeps the answers: the colour of a picture, or the fault."""

    def __init__(self, patience_ms: int = WAIT_MS) -> None:
        self.frames = FirstFrame(patience_ms)
        self.answers: list[str] = []
        self.frames.found.connect(self._keep)
        self.frames.failed.connect(self.answers.append)

    def _keep(self, image: QImage) -> None:
        self.answers.append(colour_of(image))


@pytest.fixture
def looker(qtbot: QtBot) -> Iterator[Looker]:
    made = Looker()
    yield made
    made.frames.stop()


@pytest.mark.parametrize("clip", ["h264.mp4", "silent.mp4", "index-last.mp4", "vp8.webm", "vp9.webm"])
def test_it_finds_the_picture_at_a_moment_of_a_film(clip: str, qtbot: QtBot, looker: Looker) -> None:
    for start_ms, colour in ((0, "red"), (1_500, "lime"), (2_500, "blue")):
        looker.frames.find(CLIPS / clip, start_ms)
        qtbot.waitUntil(lambda: bool(looker.answers), timeout=WAIT_MS)
        assert looker.answers.pop() == colour


def test_a_start_after_the_end_is_the_fault_of_no_film_but_has_an_answer(qtbot: QtBot, looker: Looker) -> None:
    looker.frames.find(CLIPS / "h264.mp4", 60_000)
    qtbot.waitUntil(lambda: bool(looker.answers), timeout=WAIT_MS)


def test_what_does_not_play_has_its_reason_and_the_next_film_is_found(qtbot: QtBot, tmp_path: Path) -> None:
    looker = Looker(patience_ms=2_000)
    (tmp_path / "junk.mp4").write_bytes(b"this is no film" * 100)
    (tmp_path / "empty.mp4").touch()
    asked = {
        CLIPS / "av1.mp4": Fault.KIND,
        CLIPS / "av1-silent.mp4": Fault.KIND,
        CLIPS / "sound-only.mp4": Fault.NO_PICTURE,
        tmp_path / "junk.mp4": Fault.DAMAGED,
        tmp_path / "empty.mp4": Fault.EMPTY,
        tmp_path / "nowhere.mp4": Fault.MISSING,
        CLIPS / "vp9.webm": "red",
    }
    for path in asked:
        before = len(looker.answers)
        looker.frames.find(path)
        assert len(looker.answers) == before
        qtbot.waitUntil(lambda before=before: len(looker.answers) > before, timeout=WAIT_MS)  # type: ignore[misc]
    assert looker.answers == list(asked.values())
    looker.frames.stop()


def test_the_next_film_may_be_asked_for_in_an_answer(qtbot: QtBot, looker: Looker) -> None:
    waiting = [CLIPS / "vp8.webm", CLIPS / "av1-silent.mp4", CLIPS / "silent.mp4"]

    def ask() -> None:
        if waiting:
            looker.frames.find(waiting.pop(0), 1_500)

    looker.frames.found.connect(ask)
    looker.frames.failed.connect(ask)
    looker.frames.find(CLIPS / "h264.mp4")
    qtbot.waitUntil(lambda: len(looker.answers) == 4, timeout=WAIT_MS)
    assert looker.answers == ["red", "lime", "kind", "lime"]


def test_after_a_stop_nothing_is_answered(qtbot: QtBot, looker: Looker) -> None:
    looker.frames.find(CLIPS / "h264.mp4")
    looker.frames.stop()
    other = Looker()
    other.frames.find(CLIPS / "vp9.webm")
    qtbot.waitUntil(lambda: other.answers == ["red"], timeout=WAIT_MS)
    assert looker.answers == []
    other.frames.stop()
