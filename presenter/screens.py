"""Which screen the class sees: a pure decision over what is plugged in, and an object that follows the plugs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

SETTLE_MS = 300
"""How long the screens must be quiet after a plug: systems send several changes for one."""


EDGE_PX = 4
"""Systems place a window within its frame, so that it may reach this far over the edge of its screen."""


class Situation(Enum):
    """What the class can see: a screen of its own, the same picture as the laptop, or nothing but the laptop."""

    TWO = "two"
    ONE = "one"
    MIRRORED = "mirrored"


@dataclass(frozen=True)
class ScreenFact:
    """One screen as the system tells it. `place` is (x, y, width, height) on the desktop."""

    name: str
    place: tuple[int, int, int, int]
    is_primary: bool

    @property
    def label(self) -> str:
        """Name and size: systems give the same name to the screen of every classroom."""
        return f"{self.name} {self.place[2]}x{self.place[3]}"


@dataclass(frozen=True)
class ScreenPlan:
    """Which screens the two windows go on. `projector` is None when the class has no screen of its own. A laptop
    screen that is copied somewhere is never private, even when a third screen shows the slides."""

    situation: Situation
    console: str
    projector: str | None

    @property
    def is_private(self) -> bool:
        """True when the class cannot see the console."""
        return self.situation is Situation.TWO


def stand_on(window: QWidget, screen: QScreen) -> None:
    """Let a window stand on this screen, whole, unless it does so already. Systems leave a window where it was when
    the screens around it move: then it stands before another audience."""
    if window.isVisible() and window.screen() is screen and not _strays(window, screen):
        return
    window.hide()
    window.setScreen(screen)
    window.setGeometry(screen.availableGeometry())
    window.showMaximized()


def _strays(window: QWidget, screen: QScreen) -> bool:
    """True when more than the edge of a window can be seen on a screen that does not show the same as this one."""
    inner = window.geometry().adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
    places = (each.geometry() for each in QGuiApplication.screens())
    return any(place.intersects(inner) and not place.intersects(screen.geometry()) for place in places)


def together(screens: tuple[ScreenFact, ...]) -> str:
    """What these screens are remembered by: a classroom has its own set of them."""
    return " + ".join(sorted(screen.label for screen in screens))


def plan(screens: tuple[ScreenFact, ...], chosen: str = "") -> ScreenPlan:
    """The plan for these screens. `chosen` is the label of the screen that the teacher chose for the class when these
    screens were here before; otherwise it is the largest that is not the primary one."""
    primary = next((screen for screen in screens if screen.is_primary), screens[0] if screens else None)
    if primary is None:
        return ScreenPlan(Situation.ONE, "", None)
    apart = tuple(screen for screen in screens if not _overlaps(screen, primary))
    is_copied = len(screens) - len(apart) > 1
    if not apart:
        return ScreenPlan(Situation.MIRRORED if is_copied else Situation.ONE, primary.name, None)
    largest = max(apart, key=_area)
    if is_copied:
        return ScreenPlan(Situation.MIRRORED, primary.name, largest.name)
    if chosen == primary.label:
        return ScreenPlan(Situation.TWO, largest.name, primary.name)
    projector = next((screen for screen in apart if screen.label == chosen), largest)
    return ScreenPlan(Situation.TWO, primary.name, projector.name)


def _overlaps(one: ScreenFact, other: ScreenFact) -> bool:
    """True when two screens show the same part of the desktop, as mirrored ones do."""
    x, y, width, height = one.place
    other_x, other_y, other_width, other_height = other.place
    return x < other_x + other_width and other_x < x + width and y < other_y + other_height and other_y < y + height


def _area(screen: ScreenFact) -> int:
    return screen.place[2] * screen.place[3]


def _told_apart(screens: Sequence[QScreen]) -> dict[str, QScreen]:
    """The screens by name. A second one of the same make gets a number."""
    named: dict[str, QScreen] = {}
    for screen in screens:
        alike = sum(other.name() == screen.name() for other in named.values())
        named[f"{screen.name()} ({alike + 1})" if alike else screen.name()] = screen
    return named


class Screens(QObject):
    """Follows the screens of this laptop and says so when the plan changes.

    A plan by which the class no longer sees the console waits until the screens are quiet. Every other one holds at
    once, for the class may be looking."""

    changed = Signal(object)
    """Carries the new ScreenPlan."""
    chosen = Signal(str, str)
    """The teacher chose, for these screens (see `together`), the one of this label for the class."""

    stayed = Signal()
    """The teacher wanted to swap, and there are no two screens to do it with."""

    def __init__(
        self, app: QGuiApplication, chosen: Mapping[str, str] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._chosen = dict(chosen or {})
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self.on_settled)
        app.screenAdded.connect(self.on_screen_added)
        app.screenRemoved.connect(self.on_screens_moved)
        app.primaryScreenChanged.connect(self.on_screens_moved)
        for screen in app.screens():
            screen.geometryChanged.connect(self.on_screens_moved)
        self._facts = self._look()

    @property
    def plan(self) -> ScreenPlan:
        """The plan that holds now."""
        return self._plan_of(self._facts)

    @Slot()
    def swap(self) -> None:
        """Change the two windows of place, when each has a screen."""
        console = next((screen for screen in self._facts if screen.name == self.plan.console), None)
        if console is None or not self.plan.is_private:
            self.stayed.emit()
            return
        here = together(self._facts)
        self._chosen[here] = console.label
        self.chosen.emit(here, console.label)
        self.changed.emit(self.plan)

    def named(self, name: str) -> QScreen | None:
        """The screen of this name, if it is still there."""
        return _told_apart(self._app.screens()).get(name)

    @Slot(QScreen)
    def on_screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.on_screens_moved)
        self._settling.start()

    @Slot()
    def on_screens_moved(self) -> None:
        facts = self._look()
        if facts and (self.plan.is_private or not self._plan_of(facts).is_private):
            self._follow(facts)
        self._settling.start()

    @Slot()
    def on_settled(self) -> None:
        self._follow(self._look())

    def _follow(self, facts: tuple[ScreenFact, ...]) -> None:
        before, self._facts = self._facts, facts
        if before != facts:
            self.changed.emit(self.plan)

    def _plan_of(self, facts: tuple[ScreenFact, ...]) -> ScreenPlan:
        return plan(facts, self._chosen.get(together(facts), ""))

    def _look(self) -> tuple[ScreenFact, ...]:
        primary = self._app.primaryScreen()
        return tuple(
            ScreenFact(name, screen.geometry().getRect(), screen is primary)  # type: ignore[arg-type]
            for name, screen in _told_apart(self._app.screens()).items()
        )
