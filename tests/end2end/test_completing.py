"""From a copied page to a lesson on the projector, with clicks, drops and keys only, in the real app."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from lessons.model import Kind
from lessons.package import open_lesson
from polling import running
from presenter.beginning.resume_sheet import ResumeSheet
from presenter.completing.arriving import from_path
from presenter.completing.keeping import KeepDialog
from presenter.completing.window import Completing
from presenter.console.window import Console
from presenter.dialogs import Dialog
from presenter.projector import Projector
from presenter.settings import Settings
from presenter.stage.content import Content, JoinContent, TextContent
from presenter.start import Start
from tests.presenter.completing.hands import (
    FILM,
    asked,
    chooses_file,
    clicks,
    drops,
    file_mime,
    picture,
    presses,
    types,
)
from tests.presenter.completing.page import page

LOOK_MS = 20
PATIENCE = 3000
"""How many looks a step may take: a minute."""
Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
Steps = Generator[Callable[[], object], None, None]


class Teacher(QObject):
    """Does the steps of a generator while the app runs. A step yields what must hold before it goes on."""

    def __init__(self, steps: Steps) -> None:
        super().__init__()
        self._steps = steps
        self._awaited: Callable[[], object] | None = None
        self._looks = 0
        self.failure: BaseException | None = None
        self.is_done = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.on_look)
        self._timer.start()

    def on_look(self) -> None:
        """Go on when what is awaited has come; give up after a long while."""
        try:
            self._looks += 1
            assert self._looks < PATIENCE, f"what line {self._line()} waits for did not come"
            if self._awaited is None or self._awaited():
                self._looks = 0
                self._awaited = next(self._steps)
        except StopIteration:
            self._finish(None)
        except BaseException as reason:
            self._finish(reason)

    def _line(self) -> int:
        steps: object = self._steps
        while isinstance(steps, Generator) and (inner := getattr(steps, "gi_yieldfrom", None)) is not None:
            steps = inner
        return int(steps.gi_frame.f_lineno)  # type: ignore[attr-defined]

    def _finish(self, failure: BaseException | None) -> None:
        self.failure, self.is_done = failure, failure is None
        self._timer.stop()
        if failure is not None:
            for window in QApplication.topLevelWidgets():
                window.hide()
            QApplication.exit(7)


def the(kind: type) -> object:
    """The window of this sort on show."""
    return next((each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()), None)


def completing() -> Completing:
    return cast(Completing, the(Completing))


def console() -> Console:
    return cast(Console, the(Console))


def projected(kind: type[Content]) -> Content | None:
    """What the projector shows, when it is of this sort."""
    window = cast(Projector | None, the(Projector))
    scene = window.canvas.scene if window is not None else None
    return scene.content if scene is not None and isinstance(scene.content, kind) else None


def gives(start: Start, lesson: Path, data: Path, steps: Steps) -> None:
    """Run the app for this lesson while a teacher takes these steps."""
    teacher = Teacher(steps)
    code = start.give(from_path(lesson, data), "127.0.0.1", 0)
    if teacher.failure is not None:
        left = running.read(data)
        if left is not None:
            os.kill(left.pid, signal.SIGTERM)
        raise teacher.failure
    assert teacher.is_done
    assert code == 0


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    """The app before its first lesson. It listens for Ctrl-C; afterwards pytest does again."""
    before = signal.getsignal(signal.SIGINT)
    yield Start(Settings(language="nl"), tmp_path / "data", is_headless=False)
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def kept(pictures: Path) -> Path:
    folder = pictures / "completing"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.mark.timeout(300)
def test_a_pasted_page_becomes_a_lesson_on_the_projector(
    start: Start, dutch_sample: Path, tmp_path: Path, kept: Path
) -> None:
    saved = tmp_path / "De maan.lesson"
    gives(start, dutch_sample, tmp_path / "data", pastes_and_completes(tmp_path, saved, kept))
    lesson = open_lesson(saved, tmp_path / "look").lesson
    assert len(lesson.slides) == 30
    assert [lesson.slides[place - 1].right for place in (4, 9, 16)] == [(1,), (2,), (0,)]
    assert lesson.slides[23].kind is Kind.POLL
    assert lesson.slides[5].media[0].target == "https://youtu.be/maan-film"
    assert lesson.slides[19].media[0].target.startswith("media/maan-")
    assert lesson.slides[11].media[0].target.endswith(".png")
    assert running.read(tmp_path / "data") is None


def pastes_and_completes(folder: Path, saved: Path, kept: Path) -> Steps:
    """What the teacher does: 7 things to complete, one of each way to do it."""
    data = folder / "data"
    film = folder / "maan.mp4"
    film.write_bytes(FILM)
    plate = folder / "plaat.png"
    assert picture().save(str(plate))
    yield lambda: projected(JoinContent) and console() and running.read(data)
    first = running.read(data)
    QGuiApplication.clipboard().setText(page())
    presses(console(), Key.Key_V, Ctrl)
    yield completing
    window = completing()
    assert window.screen().name() == "laptop"
    assert window.head.left.text() == "nog 7 van 7"
    assert window.grab().save(str(kept / "begin.png"))
    yield from completes(window, plate, film)
    yield lambda: window.draft.work.is_done and window.draft.work.at is None
    assert window.grab().save(str(kept / "whole.png"))
    assert isinstance(projected(JoinContent), JoinContent)
    presses(window, Key.Key_Return)
    yield lambda: asked(QFileDialog)
    chooses_file(saved)
    yield lambda: console() and console().windowTitle() == "Klassikaal: De maan en haar standen"
    second = running.read(data)
    assert first is not None
    assert second is not None
    assert (second.lesson, second.pid != first.pid) == (str(saved), True)
    assert not running.is_alive(first)
    yield lambda: projected(JoinContent)
    presses(console(), Key.Key_Right)
    yield lambda: projected(TextContent)
    content = projected(TextContent)
    assert isinstance(content, TextContent)
    assert content.title == "De maan en haar standen"
    assert cast(Projector, the(Projector)).grab().save(str(kept / "projector.png"))
    console().close()


def completes(window: Completing, plate: Path, film: Path) -> Steps:
    """Clicks, drops and keys."""
    at = lambda place: window.draft.work.at == place  # noqa: E731
    clicks(window.panel.question.choices.rows[1])
    yield lambda: at(1)
    QTest.mouseClick(window.panel.medium.address, Qt.MouseButton.LeftButton)
    types(window, "youtu.be/maan-film")
    presses(window, Key.Key_Return)
    yield lambda: at(2)
    presses(window, Key.Key_C)
    yield lambda: at(3)
    assert drops(window, file_mime(plate))
    yield lambda: at(4)
    presses(window, Key.Key_A)
    yield lambda: at(5)
    presses(window, Key.Key_O, Ctrl)
    yield lambda: asked(QFileDialog)
    chooses_file(film)
    yield lambda: at(6)
    clicks(window.panel.question.poll)


@pytest.mark.timeout(300)
def test_the_text_of_a_page_can_be_given_unfinished(start: Start, tmp_path: Path) -> None:
    text = tmp_path / "pagina.txt"
    text.write_text(page(), "utf-8")
    saved = tmp_path / "later.lesson"
    gives(start, text, tmp_path / "data", gives_as_it_is(tmp_path / "data", saved))
    assert [slide.right for slide in open_lesson(saved, tmp_path / "look").lesson.slides if slide.options] == [()] * 4


def gives_as_it_is(data: Path, saved: Path) -> Steps:
    """Nothing is completed; the file's name is asked for once."""
    yield lambda: completing() and completing().isActiveWindow()
    assert the(Projector) is None
    assert running.read(data) is None
    clicks(completing().foot.give)
    yield lambda: asked(QFileDialog)
    chooses_file(saved)
    yield lambda: projected(JoinContent) and running.read(data)
    console().close()


@pytest.mark.timeout(300)
def test_leaving_the_window_before_any_lesson_leaves_the_app(start: Start, tmp_path: Path) -> None:
    text = tmp_path / "pagina.txt"
    text.write_text(page(), "utf-8")
    gives(start, text, tmp_path / "data", thinks_better_of_it())
    assert not (tmp_path / "data" / "sessions").exists()


def thinks_better_of_it() -> Steps:
    """Esc, and do not save."""
    yield lambda: completing() and completing().isActiveWindow()
    presses(completing(), Key.Key_Escape)
    yield lambda: asked(KeepDialog)
    dialog = asked(KeepDialog)
    assert dialog is not None
    clicks(dialog.drop)


@pytest.mark.timeout(300)
def test_ctrl_c_leaves_at_once_and_keeps_what_was_done(start: Start, tmp_path: Path) -> None:
    text = tmp_path / "pagina.txt"
    text.write_text(page(), "utf-8")
    gives(start, text, tmp_path / "data", is_interrupted())
    assert from_path(text, tmp_path / "data").opened.lesson.slides[3].right == (1,)


def is_interrupted() -> Steps:
    """One answer is chosen, then the terminal says stop."""
    yield lambda: completing() and completing().isActiveWindow()
    presses(completing(), Key.Key_B)
    signal.raise_signal(signal.SIGINT)


@pytest.mark.timeout(300)
def test_from_one_lesson_to_another_and_back(start: Start, tmp_path: Path) -> None:
    lessons = []
    for title in ("Licht", "Geluid"):
        (tmp_path / title).mkdir()
        (tmp_path / title / "lesson.md").write_text(
            f"---\ntitle: {title}\n---\n\n# {title}\n\n---\n\n# Twee\n", "utf-8"
        )
        lessons.append(tmp_path / title)
    gives(start, lessons[0], tmp_path / "data", changes_lessons(tmp_path / "data", *lessons))


def changes_lessons(data: Path, light: Path, sound: Path) -> Steps:
    """Light is given, then sound; light again is asked about, and left as it was: sound goes on where it stood."""
    yield lambda: given(data, light)
    first = running.read(data)
    assert first is not None
    presses(console(), Key.Key_Right)
    yield lambda: projected(TextContent)
    yield from chooses(sound)
    yield lambda: given(data, sound)
    assert not running.is_alive(first)
    second = running.read(data)
    assert second is not None
    assert second.session != first.session
    presses(console(), Key.Key_Right)
    yield lambda: projected(TextContent)
    yield from chooses(light)
    yield lambda: asked(ResumeSheet)
    presses(cast(ResumeSheet, asked(ResumeSheet)), Key.Key_Escape)
    yield lambda: given(data, sound) and projected(TextContent)
    third = running.read(data)
    assert third is not None
    assert third.session == second.session
    yield from chooses(light)
    yield lambda: asked(ResumeSheet)
    presses(cast(ResumeSheet, asked(ResumeSheet)), Key.Key_Return)
    yield lambda: given(data, light) and projected(TextContent)
    fourth = running.read(data)
    assert fourth is not None
    assert fourth.session == first.session
    console().close()


@pytest.mark.timeout(300)
def test_a_lesson_that_is_gone_in_the_meantime_leaves_the_one_that_is_given(start: Start, tmp_path: Path) -> None:
    for title in ("Licht", "Geluid"):
        (tmp_path / f"{title}.md").write_text(f"---\ntitle: {title}\n---\n\n# {title}\n", "utf-8")
    light, sound = tmp_path / "Licht.md", tmp_path / "Geluid.md"
    gives(start, light, tmp_path / "data", loses(tmp_path / "data", light, sound))


def loses(data: Path, light: Path, sound: Path) -> Steps:
    """The file is removed while the app asks whether to give it."""
    yield lambda: given(data, light)
    before = running.read(data)
    assert drops(console(), file_mime(sound))
    yield lambda: asked(Dialog)
    sound.unlink()
    presses(cast(Dialog, asked(Dialog)), Key.Key_Return)
    yield lambda: running.read(data) != before and asked(Dialog)
    presses(cast(Dialog, asked(Dialog)), Key.Key_Return)
    yield lambda: given(data, light)
    after = running.read(data)
    assert before is not None
    assert after is not None
    assert after.session == before.session
    console().close()


@pytest.mark.timeout(300)
def test_without_a_display_the_text_of_a_page_is_given_as_it_is(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "pagina.txt"
    text.write_text(page(), "utf-8")
    start = Start(Settings(language="nl"), tmp_path / "data", is_headless=True)
    gives(start, text, tmp_path / "data", gives_from_the_terminal(tmp_path / "data"))
    assert "Afstandsbediening: http" in capsys.readouterr().out


def gives_from_the_terminal(data: Path) -> Steps:
    """Nobody is asked anything."""
    yield lambda: projected(JoinContent) and running.read(data)
    now = running.read(data)
    assert now is not None
    assert Path(now.lesson).parent == data / "work"
    console().close()


def given(data: Path, lesson: Path) -> bool:
    """True when this lesson is given, and the console knows."""
    now = running.read(data)
    shown = console()
    return now is not None and now.lesson == str(lesson) and shown is not None and lesson.stem in shown.windowTitle()


def chooses(lesson: Path) -> Steps:
    """Drop a whole lesson on the console and say yes."""
    assert drops(console(), file_mime(lesson))
    yield lambda: asked(Dialog)
    presses(cast(Dialog, asked(Dialog)), Key.Key_Return)
