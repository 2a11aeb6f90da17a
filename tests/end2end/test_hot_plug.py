"""A projector that is plugged, unplugged, swapped and mirrored while a lesson is given, on a real X server: the class
never sees one pixel of the console."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.classroom import LESSON
from tests.end2end.app_on_x import BROWSER_COLOUR, CONSOLE_COLOUR
from tests.end2end.x_server import LAPTOP_SIZE, PATIENCE_S, PROJECTOR_SIZE, XServer

WHAT_IT_NEEDS = "needs root and the packages xserver-xorg-core, xserver-xorg-video-dummy and x11-xserver-utils"
BROWSER = tuple(bytes.fromhex(BROWSER_COLOUR[1:]))
CONSOLE = tuple(bytes.fromhex(CONSOLE_COLOUR[1:]))
LAPTOP = [0, 0, *LAPTOP_SIZE]
PROJECTOR = [LAPTOP_SIZE[0], 0, *PROJECTOR_SIZE]


class GivenLesson:
    """The app under test, and what can be seen of it."""

    def __init__(self, server: XServer, folder: Path) -> None:
        lesson = folder / "les.md"
        lesson.write_text(LESSON, "utf-8")
        self._server = server
        environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": server.display}
        self._log = (folder / "app.log").open("wb")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.end2end.app_on_x", str(lesson), str(folder / "data")],
            env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log, text=True,
        )  # fmt: skip

    def does(self, command: str = "") -> dict[str, object]:
        """Do something, or only look; says where the windows are."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{command or 'look'}\n")
        self._process.stdin.flush()
        told: dict[str, object] = json.loads(self._process.stdout.readline())
        return told

    def begins(self) -> None:
        """Leave the lobby, once the room is there."""
        self.waits_until(lambda told: told["number"] == 0)
        self.does("next")
        self.waits_until(lambda told: told["number"] == 1)

    def waits_until(self, such: Callable[[dict[str, object]], bool]) -> dict[str, object]:
        """Look again until it is so. Fails after PATIENCE_S."""
        until_s = time.monotonic() + PATIENCE_S
        while not such(told := self.does()):
            assert time.monotonic() < until_s, told
            time.sleep(0.05)
        return told

    def stands(self, situation: str, console: list[int], projector: list[int]) -> None:
        """Wait until the windows are there, and until the screens show it."""
        self.waits_until(
            lambda told: (
                (told["situation"], told["projector"]) == (situation, projector)
                and overlap(told["console"], console) > 0.8
            )
        )

    def shows_slides_on(self, place: list[int]) -> None:
        """Wait until a slide is painted there; then there is no pixel of the console."""
        assert not has_console(self.shows_on(place, is_slide))

    def shows_on(self, place: list[int], such: Callable[[Image.Image], bool]) -> Image.Image:
        """Wait until this part of the desktop looks so. Fails after PATIENCE_S."""
        until_s = time.monotonic() + PATIENCE_S
        while not such(seen := self.part(place)):
            assert time.monotonic() < until_s
            time.sleep(0.05)
        return seen

    def part(self, place: list[int]) -> Image.Image:
        """What is on this part of the desktop now."""
        x, y, width, height = place
        return self._server.picture().crop((x, y, x + width, y + height)).convert("RGB")

    def ends(self) -> None:
        """Leave, as a closed window does."""
        if self._process.poll() is None:
            self.does("leave")
        self._process.wait(PATIENCE_S)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._log.close()


def overlap(place: object, other: list[int]) -> float:
    """The share of `other` that a window covers."""
    if not isinstance(place, list) or not place:
        return 0.0
    wide = min(place[0] + place[2], other[0] + other[2]) - max(place[0], other[0])
    high = min(place[1] + place[3], other[1] + other[3]) - max(place[1], other[1])
    return max(0, wide) * max(0, high) / (other[2] * other[3])


def has_console(seen: Image.Image) -> bool:
    """True when one pixel of the console is in the picture."""
    return has_colour(seen, CONSOLE)


def has_browser(seen: Image.Image) -> bool:
    """True when the browser is in the picture."""
    return has_colour(seen, BROWSER)


def has_colour(seen: Image.Image, wanted: tuple[int, ...]) -> bool:
    colours = seen.getcolors(seen.width * seen.height)
    assert colours is not None
    return any(colour == wanted for _, colour in colours)


def is_slide(seen: Image.Image) -> bool:
    """True when the picture is little else than the paper of a slide. A server whose desktop changed its size shows
    lines of the old one, half of them paper, until all windows are painted anew."""
    colours = seen.getcolors(seen.width * seen.height)
    assert colours is not None
    count, colour = max(colours)
    return colour == (0xFB, 0xFA, 0xF6) and count > 0.7 * seen.width * seen.height


@pytest.fixture
def x_server(tmp_path: Path) -> Iterator[XServer]:
    """An X server of our own; in CI a machine that cannot have one fails."""
    can_start = (
        sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("Xorg") and shutil.which("xrandr")
    )
    if not can_start:
        if os.environ.get("CI"):
            pytest.fail(WHAT_IT_NEEDS)
        pytest.skip(WHAT_IT_NEEDS)
    server = XServer(tmp_path)
    yield server
    server.ends()


@pytest.fixture
def given_lesson(x_server: XServer, tmp_path: Path) -> Iterator[GivenLesson]:
    lesson = GivenLesson(x_server, tmp_path)
    yield lesson
    lesson.ends()


def test_the_class_never_sees_the_console_whatever_is_plugged(x_server: XServer, given_lesson: GivenLesson) -> None:
    given_lesson.stands("one", LAPTOP, [])
    given_lesson.shows_on(LAPTOP, has_console)

    x_server.plugs()
    given_lesson.stands("two", LAPTOP, PROJECTOR)
    given_lesson.begins()
    given_lesson.shows_slides_on(PROJECTOR)

    given_lesson.does("swap")
    given_lesson.stands("two", PROJECTOR, LAPTOP)
    given_lesson.shows_slides_on(LAPTOP)
    given_lesson.does("swap")
    given_lesson.stands("two", LAPTOP, PROJECTOR)
    given_lesson.shows_slides_on(PROJECTOR)

    x_server.unplugs()
    given_lesson.stands("one", LAPTOP, LAPTOP)
    given_lesson.shows_slides_on(LAPTOP)
    given_lesson.does("Esc")
    given_lesson.shows_on(LAPTOP, has_console)
    x_server.plugs()
    given_lesson.stands("two", LAPTOP, PROJECTOR)
    given_lesson.shows_slides_on(PROJECTOR)


def test_a_projector_that_begins_to_mirror_keeps_the_slides(x_server: XServer, given_lesson: GivenLesson) -> None:
    x_server.plugs()
    given_lesson.stands("two", LAPTOP, PROJECTOR)
    given_lesson.begins()
    given_lesson.shows_slides_on(PROJECTOR)
    x_server.plugs("same-as")
    given_lesson.stands("mirrored", LAPTOP, LAPTOP)
    given_lesson.shows_slides_on(LAPTOP)
    given_lesson.does("swap")
    given_lesson.stands("mirrored", LAPTOP, LAPTOP)
    given_lesson.shows_slides_on(LAPTOP)
    given_lesson.does("Esc")
    given_lesson.stands("mirrored", LAPTOP, [])
    x_server.plugs()
    given_lesson.stands("two", LAPTOP, PROJECTOR)
    given_lesson.shows_slides_on(PROJECTOR)


def test_a_projector_that_is_plugged_as_a_mirror_shows_the_slides_and_not_the_console(
    x_server: XServer, given_lesson: GivenLesson
) -> None:
    given_lesson.begins()
    given_lesson.shows_on(LAPTOP, has_console)
    x_server.plugs("same-as")
    given_lesson.stands("mirrored", LAPTOP, LAPTOP)
    given_lesson.shows_slides_on(LAPTOP)
    x_server.unplugs()
    given_lesson.stands("one", LAPTOP, LAPTOP)
    given_lesson.shows_slides_on(LAPTOP)


def test_screens_that_change_sides_take_their_windows_along(x_server: XServer, given_lesson: GivenLesson) -> None:
    x_server.plugs()
    given_lesson.stands("two", LAPTOP, PROJECTOR)
    given_lesson.begins()
    x_server.plugs("left-of")
    given_lesson.stands("two", [PROJECTOR_SIZE[0], 0, *LAPTOP_SIZE], [0, 0, *PROJECTOR_SIZE])
    given_lesson.shows_slides_on([0, 0, *PROJECTOR_SIZE])
    x_server.plugs("right-of")
    given_lesson.stands("two", LAPTOP, PROJECTOR)
    given_lesson.shows_slides_on(PROJECTOR)


@pytest.mark.parametrize("screens", ["one", "two"])
def test_a_link_shows_the_browser_over_the_slides_and_never_the_console(
    screens: str, x_server: XServer, given_lesson: GivenLesson
) -> None:
    place = LAPTOP
    if screens == "two":
        place = PROJECTOR
        x_server.plugs()
    given_lesson.stands(screens, LAPTOP, place if screens == "two" else [])
    given_lesson.begins()
    given_lesson.does("F5")
    given_lesson.does("browser")
    given_lesson.shows_slides_on(place)
    assert not has_browser(given_lesson.part(place))
    for back in ("link", "F5", "next"):
        given_lesson.does("link")
        seen = given_lesson.shows_on(place, has_browser)
        assert not has_console(seen)
        given_lesson.does(back)
        seen = given_lesson.shows_on(place, lambda seen: not has_browser(seen))
        assert not has_console(seen)
