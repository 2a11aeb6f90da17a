"""The completing window before any lesson is given: the app was started with the text of a page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from presenter.completing.arriving import working_folders
from presenter.completing.draft import Arrival, Draft
from presenter.interrupts import Interrupts
from presenter.screens import Screens, stand_on
from presenter.settings import Settings


def completed(qt: QApplication, arrival: Arrival, settings: Settings, data: Path) -> Path | None:
    """Show the window until the teacher gives the lesson or leaves; the lesson to give, None for nothing now. Ctrl-C
    in the terminal leaves at once: what was done is in the working folder."""
    from presenter.completing.window import Completing

    outcome = _Outcome(qt)
    screens = Screens(qt, settings.projectors)
    window = Completing(Draft(arrival, working_folders(data)), settings)
    window.given.connect(outcome.on_given)
    window.closed.connect(outcome.on_closed)
    interrupts = Interrupts()
    interrupts.interrupted.connect(window.leave)
    window.show_privacy(screens.plan.is_private)
    screen = screens.named(screens.plan.console)
    if screen is not None:
        stand_on(window, screen)
    qt.exec()
    return outcome.path


class _Outcome(QObject):
    def __init__(self, qt: QApplication) -> None:
        super().__init__()
        self._qt = qt
        self.path: Path | None = None

    @Slot(object)
    def on_given(self, path: Path) -> None:
        self.path = path

    @Slot()
    def on_closed(self) -> None:
        self._qt.exit(0)
