"""Keeps the laptop and its screens awake while a lesson is given: a screen saver over a question stops a class.

Each system has its own way, and all of them let go by themselves when this program is gone. A system that refuses costs
nothing but a line in the log.
"""

from __future__ import annotations

import ctypes
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Slot

from presenter.room_copy import RoomSeen

_log = logging.getLogger(__name__)

_CONTINUOUS, _SYSTEM_REQUIRED, _DISPLAY_REQUIRED = 0x8000_0000, 0x1, 0x2
"""What SetThreadExecutionState of Windows is told."""


class Hold(Protocol):
    """One system's way to stay awake. Neither call raises anything but OSError."""

    def take(self) -> None:
        """Stay awake from now on."""

    def let_go(self) -> None:
        """Sleep when the system likes."""


class WindowsHold:
    """Says so for this thread, which must stay the same one."""

    def __init__(self, set_state: Callable[[int], object]) -> None:
        self._set_state = set_state

    def take(self) -> None:
        self._set_state(_CONTINUOUS | _SYSTEM_REQUIRED | _DISPLAY_REQUIRED)

    def let_go(self) -> None:
        self._set_state(_CONTINUOUS)


class ProcessHold:
    """A small program that keeps the system awake for as long as it runs."""

    def __init__(self, command: list[str]) -> None:
        self.command = command
        self.process: subprocess.Popen[bytes] | None = None

    def take(self) -> None:
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(self.command, stdin=quiet, stdout=quiet, stderr=quiet)

    def let_go(self) -> None:
        process, self.process = self.process, None
        if process is not None:
            process.terminate()
            process.wait()


class DesktopHold:
    """Asks the desktop over D-Bus, as Linux desktops agreed to be asked: some answer for the screen, some for sleep,
    many for both. It lets go by hanging up: a desktop forgets a program that has left the bus."""

    WAYS = (
        ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
        (
            "org.freedesktop.PowerManagement",
            "/org/freedesktop/PowerManagement/Inhibit",
            "org.freedesktop.PowerManagement.Inhibit",
        ),
    )
    """Each as service, path and interface."""
    LINE = "klassikaal-awake"
    """The name of the connection."""

    def __init__(self, bus: str = "") -> None:
        self._bus = bus
        """The address of the bus; "" is that of this session."""

    def take(self) -> None:
        refusals = self._refusals()
        if len(refusals) == len(self.WAYS):
            self.let_go()
            raise OSError(refusals[0])

    def let_go(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        QDBusConnection.disconnectFromBus(self.LINE)

    def _refusals(self) -> list[str]:
        """Ask in every way; what those said that refused."""
        from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage

        line = QDBusConnection.connectToBus(self._bus or QDBusConnection.BusType.SessionBus, self.LINE)
        answers = [QDBusInterface(*way, line).call("Inhibit", "Klassikaal", "a lesson is given") for way in self.WAYS]
        return [each.errorMessage() for each in answers if each.type() is not QDBusMessage.MessageType.ReplyMessage]


def hold_for(platform: str, pid: int) -> Hold:
    """The way of this system (`sys.platform`). `pid` is the program whose end lets go."""
    if platform == "win32":
        return WindowsHold(_windows_state())
    if platform == "darwin":
        return ProcessHold(["caffeinate", "-d", "-i", "-w", str(pid)])
    return DesktopHold()


def _windows_state() -> Callable[[int], object]:
    windows = getattr(ctypes, "windll", None)
    if windows is None:
        raise OSError("this is no Windows")
    found: Callable[[int], object] = windows.kernel32.SetThreadExecutionState
    return found


class Awake(QObject):
    """Stays awake from the first word of the room until its end."""

    def __init__(self, hold: Hold | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hold = hold
        self._is_held = False

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        is_given = seen.position is not None and not seen.position.ended
        if is_given is not self._is_held:
            self._is_held = is_given
            self._do(is_given)

    def stop(self) -> None:
        """The app goes."""
        if self._is_held:
            self._is_held = False
            self._do(False)

    def _do(self, stays_awake: bool) -> None:
        try:
            if self._hold is None:
                self._hold = hold_for(sys.platform, os.getpid())
            self._hold.take() if stays_awake else self._hold.let_go()
        except (OSError, ImportError) as reason:
            _log.info("the system may fall asleep during the lesson: %s", reason)
