"""Puts the two windows on the screens, and keeps the console out of the class's sight."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QCursor

from polling.commands import Cover
from presenter.console.window import Console, Outlook
from presenter.projector import Projector
from presenter.room_copy import RoomSeen
from presenter.screens import ScreenPlan, Screens, Situation, stand_on


class Placement(QObject):
    """Follows the plan of the screens, the teacher's F5, Esc and N, the browser, and the pauses of the room. What the
    teacher asks to be seen (another slide, a cover, a pause) takes the board back from the browser.

    Names that were uncovered where the class may see them are covered again by the slides and by a pause."""

    changed = Signal(object)
    """Carries the Outlook the console shows."""

    def __init__(self, screens: Screens, projector: Projector, console: Console, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screens = screens
        self._projector = projector
        self._console = console
        self._shows_slides = False
        self._shows_names = False
        self._is_paused = False
        self._situation = screens.plan.situation
        self._is_aside = False
        self._sight: tuple[str, Cover, bool] | None = None

    @property
    def outlook(self) -> Outlook:
        """What holds now."""
        return Outlook(self._screens.plan, self._shows_names, self._shows_slides, self._is_aside)

    def begin(self) -> None:
        """Show the windows for the first time: the slides too, unless nobody but the teacher may be looking."""
        plan = self._screens.plan
        self._shows_slides = plan.projector is not None or plan.situation is Situation.MIRRORED
        self._situation = plan.situation
        self._place()

    @Slot(object)
    def on_plan(self, plan: ScreenPlan) -> None:
        """The screens changed. Names are hidden again whenever the class might see the laptop; a screen that comes
        gets the slides, and so does one that begins to copy the laptop's. When the screen of the slides goes, they
        stay on the laptop's until the teacher leaves them: many a system says the same of a plug that was pulled and
        of a projector that copies the laptop, and the class must not be left with the console."""
        self._is_aside = False
        becomes_copied = plan.situation is Situation.MIRRORED and self._situation is not Situation.MIRRORED
        self._situation = plan.situation
        self._shows_slides = self._shows_slides or becomes_copied or plan.projector is not None
        self._cover_again()
        self._place()

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        position = seen.position
        is_paused = position is not None and position.paused
        sight = None if position is None else (position.slide, position.cover, is_paused)
        before, self._sight = self._sight, sight
        if self._is_aside and before != self._sight:
            self.on_show_slides()
        if is_paused is not self._is_paused:
            self._is_paused = is_paused
            self._cover_again()
            self.changed.emit(self.outlook)

    @Slot()
    def on_show_slides(self) -> None:
        self._shows_slides, self._is_aside = True, False
        self._cover_again()
        self._place()

    @Slot()
    def on_leave_slides(self) -> None:
        self._shows_slides = self._is_aside = False
        self._place()

    @Slot()
    def on_browser_coming(self) -> None:
        """Make room for the browser on the class's screen. Systems open a window where the mouse is, so it goes there.
        The slides stay under the browser, and on a single screen the console under the slides: what the browser does
        not cover shows the class nothing new."""
        if self._shows_slides:
            self._is_aside = True
            self._projector.step_aside()
        screen = self._screens.named(self._screens.plan.projector or "")
        if screen is not None:
            QCursor.setPos(screen, screen.geometry().center())
        elif self._is_aside:
            self._console.lower()
        self.changed.emit(self.outlook)

    @Slot()
    def on_browser_failed(self) -> None:
        """It did not come: the slides that made room for it are back at once."""
        if self._is_aside:
            self.on_show_slides()

    @Slot()
    def on_switch_names(self) -> None:
        self._shows_names = not self._shows_names
        self.changed.emit(self.outlook)

    def _cover_again(self) -> None:
        if not self._screens.plan.is_private:
            self._shows_names = False

    def _place(self) -> None:
        plan = self._screens.plan
        if not self._shows_slides:
            self._projector.hide()
        console_screen = self._screens.named(plan.console)
        if console_screen is not None:
            stand_on(self._console, console_screen)
        if self._shows_slides:
            self._show_slides(plan)
        else:
            self._console.raise_()
            self._console.activateWindow()
        self.changed.emit(self.outlook)

    def _show_slides(self, plan: ScreenPlan) -> None:
        screen = self._screens.named(plan.projector or plan.console)
        if screen is None:
            return
        self._projector.show_on(screen)
        self._projector.raise_()
        if plan.projector is None:
            self._projector.activateWindow()
        else:
            self._console.activateWindow()
