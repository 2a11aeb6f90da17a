"""A desktop on a D-Bus of its own that can be asked to stay awake, as a program: it says on its standard output what it
was asked and when it may sleep again.

    python -m tests.presenter.pretend_desktop SERVICE PATH ...
"""

from __future__ import annotations

import sys

from PySide6.QtCore import SLOT, ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection


@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class ScreenSaver(QObject):
    """The service that most desktops have. The cookie is unsigned, as the desktops agreed."""

    @Slot(str, str, result="uint")
    def Inhibit(self, program: str, reason: str) -> int:
        say(f"org.freedesktop.ScreenSaver: awake for {program}, {reason}")
        return 7


@ClassInfo({"D-Bus Interface": "org.freedesktop.PowerManagement.Inhibit"})
class PowerManagement(QObject):
    """The service that some have instead of it, or besides."""

    @Slot(str, str, result="uint")
    def Inhibit(self, program: str, reason: str) -> int:
        say(f"org.freedesktop.PowerManagement.Inhibit: awake for {program}, {reason}")
        return 7


class Callers(QObject):
    """Who leaves the bus."""

    @Slot(str, str, str)
    def on_owner(self, _name: str, before: str, after: str) -> None:
        if before and not after:
            say("may sleep")


KINDS = {"org.freedesktop.ScreenSaver": ScreenSaver, "org.freedesktop.PowerManagement": PowerManagement}


def say(text: str) -> None:
    print(text, flush=True)


def main(arguments: list[str]) -> int:
    """Offer these services at their paths until ended."""
    qt = QCoreApplication([])
    bus = QDBusConnection.sessionBus()
    offered = []
    for service, path in zip(arguments[::2], arguments[1::2], strict=True):
        offered.append(KINDS[service]())
        bus.registerObject(path, offered[-1], QDBusConnection.RegisterOption.ExportAllSlots)
        bus.registerService(service)
    callers = Callers()
    bus.connect("", "", "org.freedesktop.DBus", "NameOwnerChanged", callers, SLOT("on_owner(QString,QString,QString)"))
    say("ready")
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
