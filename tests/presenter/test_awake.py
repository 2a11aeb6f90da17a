"""A laptop that stays awake while a lesson is given."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from polling import commands
from presenter.awake import Awake, DesktopHold, ProcessHold, WindowsHold, hold_for
from presenter.room_copy import RoomCopy
from tests.presenter.pretend_link import PretendLink


class RecordingHold:
    """Remembers what it was asked; may refuse."""

    def __init__(self, refuses: bool = False) -> None:
        self.asked: list[str] = []
        self.refuses = refuses

    def take(self) -> None:
        self.asked.append("take")
        if self.refuses:
            raise OSError("no")

    def let_go(self) -> None:
        self.asked.append("let go")


def given(hold: RecordingHold) -> tuple[PretendLink, Awake, RoomCopy]:
    link, room, awake = PretendLink(), RoomCopy(), Awake(hold)
    link.part_arrived.connect(room.on_part)
    room.changed.connect(awake.on_room)
    link.awake = (room, awake)  # type: ignore[attr-defined]
    link.tells()
    return link, awake, room


def test_it_stays_awake_from_the_lobby_until_the_lesson_ends(qtbot: QtBot) -> None:
    hold = RecordingHold()
    link, *_kept = given(hold)
    link.send(commands.Next())
    link.send(commands.Pause())
    assert hold.asked == ["take"]
    link.send(commands.End())
    assert hold.asked == ["take", "let go"]


def test_it_lets_go_when_the_app_goes(qtbot: QtBot) -> None:
    hold = RecordingHold()
    _, awake, _room = given(hold)
    awake.stop()
    awake.stop()
    assert hold.asked == ["take", "let go"]


def test_a_system_that_refuses_is_no_trouble(qtbot: QtBot) -> None:
    hold = RecordingHold(refuses=True)
    link, *_kept = given(hold)
    link.send(commands.Next())
    assert hold.asked == ["take"]


def test_windows_is_told_to_keep_system_and_display_on() -> None:
    told: list[int] = []
    hold = WindowsHold(told.append)
    hold.take()
    hold.let_go()
    assert told == [0x80000003, 0x80000000]


def test_a_program_keeps_the_system_awake_until_it_is_ended() -> None:
    hold = ProcessHold([sys.executable, "-c", "import time; time.sleep(60)"])
    hold.take()
    process = hold.process
    assert process is not None
    assert process.poll() is None
    hold.let_go()
    hold.let_go()
    assert process.poll() is not None


def test_each_system_has_its_way() -> None:
    mac = hold_for("darwin", 42)
    assert isinstance(mac, ProcessHold)
    assert mac.command == ["caffeinate", "-d", "-i", "-w", "42"]
    assert isinstance(hold_for("linux", 42), DesktopHold)
    if sys.platform != "win32":
        with pytest.raises(OSError, match="Windows"):
            hold_for("win32", 42)


class PretendDesktop:
    """A bus of its own, and on it the services that this desktop has."""

    def __init__(self, *ways: tuple[str, str, str]) -> None:
        bus = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        self._bus = subprocess.Popen(bus, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._bus.stdout is not None
        self.address = self._bus.stdout.readline().strip()
        offered = [part for service, path, _ in ways for part in (service, path)]
        self._services = subprocess.Popen(
            [sys.executable, "-m", "tests.presenter.pretend_desktop", *offered],
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": self.address}, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.says() == "ready"

    def says(self) -> str:
        """The next line of the desktop."""
        assert self._services.stdout is not None
        return self._services.stdout.readline().strip()

    def ends(self) -> None:
        for process in (self._services, self._bus):
            process.terminate()
            process.wait()
            assert process.stdout is not None
            process.stdout.close()


SCREEN, POWER = DesktopHold.WAYS
HAS_BUS = shutil.which("dbus-daemon") is not None


@pytest.fixture
def make_desktop() -> Iterator[Callable[..., PretendDesktop]]:
    """Desktops whose bus is the one of this session; in CI a Linux that cannot have one fails."""
    if sys.platform.startswith("linux") and os.environ.get("CI") and not HAS_BUS:
        pytest.fail("needs the package dbus-daemon")
    if not sys.platform.startswith("linux") or not HAS_BUS:
        pytest.skip("asks a Linux desktop on a bus of its own: needs dbus-daemon")
    made: list[PretendDesktop] = []

    def make(*ways: tuple[str, str, str]) -> PretendDesktop:
        made.append(PretendDesktop(*ways))
        return made[-1]

    yield make
    for desktop in made:
        desktop.ends()


@pytest.mark.parametrize("ways", [(SCREEN,), (POWER,), (SCREEN, POWER)], ids=["screen", "power", "both"])
def test_a_desktop_stays_awake_until_the_lesson_lets_go(
    ways: tuple[tuple[str, str, str], ...], make_desktop: Callable[..., PretendDesktop]
) -> None:
    desktop = make_desktop(*ways)
    hold = DesktopHold(desktop.address)
    for _ in range(2):
        hold.take()
        for _, _, interface in ways:
            assert desktop.says() == f"{interface}: awake for Klassikaal, a lesson is given"
        hold.let_go()
        assert desktop.says() == "may sleep"


def test_a_desktop_that_knows_of_no_sleep_refuses(make_desktop: Callable[..., PretendDesktop]) -> None:
    hold = DesktopHold(make_desktop().address)
    with pytest.raises(OSError, match="ScreenSaver"):
        hold.take()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks a Linux desktop")
def test_without_a_desktop_asking_is_refused() -> None:
    with pytest.raises(OSError, match=r"D-Bus|bus"):
        DesktopHold("unix:path=/nowhere").take()
