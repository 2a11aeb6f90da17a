"""The timers of a lesson from end to end with a clock that the test turns: the real room, the server's and the laptop's
clocks, the projector's scene, the console's button and the phone's own script show the same second at every step."""

from __future__ import annotations

import json
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt

from polling import __main__ as program
from polling.commands import StopTimer
from polling.phone_state import phone_state
from polling.room import read_back
from polling.store import Mark, Store
from polling.wire import ClockView
from presenter.room_clock import RoomClock
from presenter.stage.content import Face, MessageContent, QuizContent, TextContent, Tone
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import Desk
from tests.presenter.pretend_link import PretendLink

K = Qt.Key
CLOCK_JS = Path(__file__).parents[2] / "polling" / "browser" / "clock.js"
LESSON = """# Begin

---

<!-- timer: 2:00 -->

# Opdracht

1. Luister.

---

<!-- time: 30 -->

# Waarin meten we geluid?

- [x] Decibel
- [ ] Hertz

---

<!-- timer: up -->

# Hoe lang?

---

<!-- timer: 1:00 auto -->

# Snel
"""
"""Slides s1 text, s2 a timer of two minutes, s3 a question of thirty seconds, s4 counts up, s5 starts by itself."""


@dataclass(frozen=True)
class Shown:
    """What the projector and the console show, and what the phone was told, at one moment."""

    face: Face | None
    console: str
    phone: ClockView | None
    now_ms: int


class Laptop:
    """A desk whose room lives by a server's clock, over a monotonic clock that the test turns."""

    def __init__(self, make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
        self.monotonic_s = 5_000.0
        self._path = path
        self._server_clock = program._RoomClock(0, lambda: self.monotonic_s)
        self._own_clock = RoomClock()

        self._asked: list[tuple[ClockView, int, str]] = []
        monkeypatch.setattr(PretendLink, "now_ms", lambda link: self._own_clock.now_ms(self._local_ms()))
        self.desk: Desk = make_desk(LESSON)
        self._hear()

    def presses(self, *keys: Qt.Key) -> None:
        """The teacher presses keys."""
        for key in keys:
            self._hear()
            self.desk.presses(key)

    def goes_to(self, slide: str) -> None:
        self.desk.goes_to(slide)

    def passes(self, seconds: float) -> None:
        """Time goes by while the laptop is awake; the server looks at its clock every half second."""
        until_s = self.monotonic_s + seconds
        while self.monotonic_s < until_s:
            self.monotonic_s = min(until_s, self.monotonic_s + 0.5)
            self._hear()
        self._tell()

    def sleeps(self, seconds: float) -> None:
        """The lid is closed; the monotonic clock of this system goes on meanwhile."""
        self.monotonic_s += seconds
        self._hear()
        self._tell()

    def restarts(self, away_s: float) -> None:
        """The server is gone for so long; another one reads the file and goes on."""
        classroom = self.desk.link.classroom
        store = Store(self._path / f"{len(classroom.happened)}-{away_s}.sqlite3")
        store.append(classroom.happened)
        store.mark(Mark(room_ms=classroom.now_ms, wall_s=time.time() - away_s))
        room = read_back(store.read())
        assert room is not None
        program._room_clock(store, room)
        classroom.happened = list(store.read())
        store.close()
        classroom.room = room
        self.monotonic_s += away_s
        self._server_clock = program._RoomClock(classroom.now_ms, lambda: self.monotonic_s)
        self._own_clock.forget()
        self._hear()
        self._tell()

    def shows(self) -> Shown:
        """What stands on the screens now."""
        desk, now_ms = self.desk, self.desk.link.now_ms()
        desk.board.on_tick()
        desk.spokesman.on_tick()
        told = phone_state(desk.link.classroom.room, desk.link.classroom.now_ms, {})
        question = told.question
        phone = question.clock if question is not None and question.phase == "asking" else told.timer
        text = desk.console.bottom.timer.text()
        return Shown(_face(desk), "" if text == "Timer" else text.split(" ")[0], phone, now_ms)

    def agrees(self, digits: str, tone: Tone = Tone.CALM, is_paused: bool = False) -> None:
        """Projector and console show this, and the phone will be found to."""
        shown = self.shows()
        assert shown.face is not None
        assert shown.phone is not None
        bare = digits.removeprefix("0:").removeprefix("0") if _is_bare(self.desk) else digits
        assert (shown.face.digits, shown.console) == (bare, digits)
        assert (shown.face.tone, shown.face.is_paused) == (tone, is_paused)
        self._asked.append((shown.phone, shown.now_ms, digits))

    def phones_agreed(self) -> None:
        """The phone's own script shows the same for everything that was compared so far."""
        made = [[json.loads(msgspec.json.encode(clock)), now_ms] for clock, now_ms, _ in self._asked]
        script = (
            f"import {{clockText, shownMs}} from {json.dumps(CLOCK_JS.as_uri())};"
            f"const shown = {json.dumps(made)}.map(([clock, now]) => clockText(clock, shownMs(clock, now)));"
            "console.log(JSON.stringify(shown));"
        )
        run = subprocess.run(
            ["node", "--input-type=module", "-e", script], capture_output=True, text=True, check=True, timeout=60
        )
        assert json.loads(run.stdout) == [digits for _, _, digits in self._asked]

    def _local_ms(self) -> float:
        return self.monotonic_s * 1000

    def _hear(self) -> None:
        """The server looks at its clock, does what is due, and its heartbeat arrives."""
        classroom = self.desk.link.classroom
        classroom.waits((self._server_clock() - classroom.now_ms) / 1000)
        self._own_clock.hear(classroom.now_ms, self._local_ms())

    def _tell(self) -> None:
        self.desk.link.tells()


@pytest.fixture
def laptop(make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Laptop:
    return Laptop(make_desk, monkeypatch, tmp_path)


def test_a_timer_starts_pauses_goes_on_and_takes_half_a_minute_more(laptop: Laptop) -> None:
    laptop.goes_to("s2")
    assert laptop.shows().face == Face("2:00", 1.0, caption="van 2 minuten")
    laptop.presses(K.Key_T)
    laptop.agrees("2:00")
    laptop.passes(0.4)
    laptop.agrees("2:00")
    laptop.passes(41.1)
    laptop.agrees("1:19")
    laptop.presses(K.Key_T)
    laptop.passes(600)
    laptop.agrees("1:19", is_paused=True)
    laptop.desk.clicks(laptop.desk.console.bottom.more)
    laptop.agrees("1:49", is_paused=True)
    laptop.presses(K.Key_T)
    laptop.passes(60)
    laptop.agrees("0:49")
    laptop.phones_agreed()


def test_the_last_ten_seconds_the_end_and_what_comes_after_it(laptop: Laptop) -> None:
    laptop.goes_to("s2")
    laptop.presses(K.Key_T)
    laptop.passes(109)
    laptop.agrees("0:11")
    laptop.passes(1)
    laptop.agrees("0:10", Tone.WARNING)
    laptop.passes(9.5)
    laptop.agrees("0:01", Tone.WARNING)
    laptop.passes(0.5)
    laptop.agrees("0:00", Tone.WARNING)
    laptop.passes(0.5)
    laptop.agrees("0:00", Tone.OVER)
    laptop.passes(0.5)
    laptop.agrees("+0:01", Tone.OVER)
    laptop.passes(41)
    laptop.agrees("+0:42", Tone.OVER)
    laptop.presses(K.Key_T)
    laptop.passes(60)
    laptop.agrees("+0:42", Tone.OVER, is_paused=True)
    laptop.presses(K.Key_T)
    laptop.passes(3600)
    laptop.agrees("+1:00:42", Tone.OVER)
    laptop.phones_agreed()


def test_half_a_minute_more_after_the_end_goes_on_counting_down(laptop: Laptop) -> None:
    laptop.goes_to("s2")
    laptop.presses(K.Key_T)
    laptop.passes(132)
    laptop.agrees("+0:12", Tone.OVER)
    laptop.desk.clicks(laptop.desk.console.bottom.more)
    laptop.agrees("0:18")
    laptop.phones_agreed()


def test_a_timer_goes_along_to_other_slides_and_back(laptop: Laptop) -> None:
    laptop.goes_to("s2")
    laptop.presses(K.Key_T)
    laptop.passes(30)
    laptop.presses(K.Key_Left)
    strip = laptop.desk.projector.canvas.scene.strip
    assert strip is not None
    assert strip.timer is not None
    laptop.passes(10)
    laptop.agrees("1:20")
    laptop.presses(K.Key_Right)
    assert isinstance(laptop.desk.projector.canvas.scene.content, TextContent)
    laptop.passes(10)
    laptop.agrees("1:10")
    laptop.phones_agreed()


@pytest.mark.parametrize("away_s", [1.0, 3.0])
def test_a_server_that_is_back_in_a_moment_lets_the_timer_run_on(away_s: float, laptop: Laptop) -> None:
    laptop.goes_to("s2")
    laptop.presses(K.Key_T)
    laptop.passes(30)
    laptop.restarts(away_s)
    laptop.agrees("1:30")
    laptop.passes(5)
    laptop.agrees("1:25")
    laptop.phones_agreed()


def test_after_a_longer_absence_the_room_waits_with_the_time_that_was_left(laptop: Laptop) -> None:
    laptop.goes_to("s2")
    laptop.presses(K.Key_T)
    laptop.passes(30)
    laptop.restarts(900)
    assert isinstance(laptop.desk.projector.canvas.scene.content, MessageContent)
    assert laptop.shows().phone is None
    laptop.passes(60)
    assert laptop.shows().console == "1:30"
    laptop.presses(K.Key_P)
    laptop.agrees("1:30")
    laptop.passes(20)
    laptop.agrees("1:10")
    laptop.phones_agreed()


@pytest.mark.parametrize("away_s", [2.0, 900.0])
def test_a_timer_that_stood_still_stands_still_after_a_restart(away_s: float, laptop: Laptop) -> None:
    laptop.goes_to("s2")
    laptop.presses(K.Key_T)
    laptop.passes(30)
    laptop.presses(K.Key_T)
    laptop.restarts(away_s)
    laptop.passes(40)
    laptop.agrees("1:30", is_paused=True)
    laptop.presses(K.Key_T)
    laptop.passes(10)
    laptop.agrees("1:20")
    laptop.phones_agreed()


@pytest.mark.parametrize("asleep_s", [60.0, 3600.0])
def test_a_laptop_that_slept_goes_on_with_the_time_that_was_left(asleep_s: float, laptop: Laptop) -> None:
    laptop.goes_to("s2")
    laptop.presses(K.Key_T)
    laptop.passes(30)
    laptop.sleeps(asleep_s)
    laptop.agrees("1:30")
    laptop.passes(20)
    laptop.agrees("1:10")
    laptop.phones_agreed()


def test_a_timer_that_stood_still_stands_still_through_sleep(laptop: Laptop) -> None:
    laptop.goes_to("s2")
    laptop.presses(K.Key_T)
    laptop.passes(30)
    laptop.presses(K.Key_T)
    laptop.sleeps(3600)
    laptop.passes(5)
    laptop.agrees("1:30", is_paused=True)
    laptop.phones_agreed()


@pytest.mark.parametrize("stands", [False, True])
def test_the_pause_holds_through_sleep_and_gives_back_what_there_was(stands: bool, laptop: Laptop) -> None:
    laptop.goes_to("s2")
    laptop.presses(K.Key_T)
    laptop.passes(30)
    laptop.presses(*([K.Key_T] if stands else []), K.Key_P)
    laptop.passes(100)
    laptop.sleeps(3600)
    laptop.passes(100)
    assert laptop.desk.link.classroom.room.is_paused
    assert phone_state(laptop.desk.link.classroom.room, 0, {}).view == "pause"
    assert laptop.shows().console == "1:30"
    laptop.presses(K.Key_P)
    laptop.agrees("1:30", is_paused=stands)
    laptop.passes(10)
    laptop.agrees("1:30" if stands else "1:20", is_paused=stands)
    laptop.phones_agreed()


def test_a_questions_clock_agrees_and_ends_at_zero(laptop: Laptop) -> None:
    laptop.goes_to("s3")
    laptop.agrees("0:30")
    laptop.passes(11.5)
    laptop.agrees("0:19")
    laptop.presses(K.Key_T)
    laptop.sleeps(600)
    laptop.agrees("0:19", is_paused=True)
    laptop.desk.clicks(laptop.desk.console.bottom.more)
    laptop.presses(K.Key_T)
    laptop.passes(40)
    laptop.agrees("0:09", Tone.WARNING)
    laptop.passes(10)
    assert laptop.desk.link.classroom.at == ("s3", "closed")
    laptop.phones_agreed()


def test_a_timer_that_counts_up_agrees(laptop: Laptop) -> None:
    laptop.goes_to("s4")
    laptop.presses(K.Key_T)
    laptop.passes(72.5)
    laptop.agrees("1:12")
    laptop.sleeps(3600)
    laptop.restarts(1)
    laptop.passes(10)
    laptop.agrees("1:22")
    laptop.phones_agreed()


def test_a_timer_starts_with_its_slide_when_the_lesson_says_so_and_can_be_put_away(laptop: Laptop) -> None:
    laptop.goes_to("s5")
    laptop.passes(15)
    laptop.agrees("0:45")
    laptop.desk.link.send(StopTimer())
    assert (laptop.shows().console, laptop.shows().phone) == ("", None)
    laptop.phones_agreed()


def _face(desk: Desk) -> Face | None:
    """The timer as the projector shows it: on the slide, or small in the corner."""
    scene = desk.projector.canvas.scene
    own: Face | None = getattr(scene.content, "timer", None)
    corner = None if scene.strip is None else scene.strip.timer
    return own or corner


def _is_bare(desk: Desk) -> bool:
    """A question counts bare seconds."""
    return isinstance(desk.projector.canvas.scene.content, QuizContent)
