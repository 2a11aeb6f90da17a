"""Where sound goes: a pure decision over the outputs there are, and an object that follows the plugs. Plays nothing.

What is plugged in says by its name alone whether it is a projector. QtMultimedia is loaded at the first look; without
it, and on a machine without any output, there is simply nowhere for sound to go.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance, Slot

from presenter.settings import Output

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice

FIRST_LOOK_MS = 1_500
"""So long after the start: the first slide comes first."""
SETTLE_MS = 300
"""How long the outputs must be quiet after a plug: systems send several changes for one."""
COMPUTERS = Output()
"""The choice to leave it to the computer."""

_PROJECTOR = re.compile(
    r"hdmi|display ?port|display[ -]audio|beeldscherm|projector|projektor|beamer"
    r"|(nvidia|amd|ati) high definition|\b(dp|tv|monitor|televisie|television)\b",
    re.IGNORECASE,
)
_AT_THE_EAR = re.compile(
    r"head(phone|set)|(kop|hoofd)telefoon|ear(phone|bud)|oortje|airpods|studio monitor", re.IGNORECASE
)
"""With one of these words it is no projector, whatever else it is called."""

_log = logging.getLogger(__name__)


class Why(Enum):
    """Why sound goes where it goes."""

    COMPUTER = "computer"
    CHOSEN = "chosen"
    PROJECTOR = "projector"
    AWAY = "away"
    """The chosen one is not plugged in: it is where the computer wants it."""


class Turn(Enum):
    """What happened to the sound by itself."""

    PROJECTOR = "projector"
    AWAY = "away"
    BACK = "back"
    MOVED = "moved"
    NOWHERE = "nowhere"


@dataclass(frozen=True)
class OutputFact:
    """One output as the system tells it."""

    id: str
    name: str
    is_default: bool = False


@dataclass(frozen=True)
class OutputPlan:
    """Where sound goes; without an `id` nowhere. `is_default` says that the computer would do the same."""

    why: Why = Why.COMPUTER
    id: str = ""
    name: str = ""
    is_default: bool = True


Outlets = tuple[OutputFact, ...]


def is_projector(name: str) -> bool:
    """True for the name of an output that goes with a picture: a projector, a screen on the wall, a monitor."""
    return _PROJECTOR.search(name) is not None and _AT_THE_EAR.search(name) is None


def plan(outlets: Outlets, chosen: Output | None) -> OutputPlan:
    """The plan for these outputs. `chosen` is what the teacher chose before, known again by its id, or else by its
    name; None is no choice: then a projector goes before what the computer would do."""
    default = next((each for each in outlets if each.is_default), outlets[0] if outlets else None)
    if default is None:
        return OutputPlan(Why.COMPUTER if chosen in (None, COMPUTERS) else Why.AWAY)
    if chosen is None:
        projectors = [each for each in (default, *outlets) if is_projector(each.name)]
        return _through(projectors[0], Why.PROJECTOR) if projectors else _through(default, Why.COMPUTER)
    if chosen == COMPUTERS:
        return _through(default, Why.COMPUTER)
    found = known_again(outlets, chosen)
    return _through(default, Why.AWAY) if found is None else _through(found, Why.CHOSEN)


def known_again(outlets: Outlets, chosen: Output) -> OutputFact | None:
    """The output that was chosen before, if it is plugged in: one with its id, or else one with its name."""
    by_id = next((each for each in outlets if each.id == chosen.id), None)
    return by_id or next((each for each in outlets if each.name == chosen.name), None)


def turn(before: OutputPlan | None, now: OutputPlan) -> Turn | None:
    """What the teacher should hear of when the plan became this one; `before` is None at the start."""
    if before is None:
        is_news = now.why is Why.PROJECTOR and not now.is_default
        return Turn.AWAY if now.why is Why.AWAY and now.id else Turn.PROJECTOR if is_news else None
    if now.id == before.id:
        return None
    if not now.id:
        return Turn.NOWHERE
    if now.why is Why.AWAY and before.why is Why.CHOSEN:
        return Turn.AWAY
    if now.why is Why.CHOSEN:
        return Turn.BACK
    return Turn.PROJECTOR if now.why is Why.PROJECTOR else Turn.MOVED


def instead(before: OutputPlan | None, now: OutputPlan, outlets: Outlets) -> Output:
    """The choice that takes sound away from where it goes now: to the computer's own, or where it was before."""
    if not now.is_default:
        return COMPUTERS
    others = [each for each in outlets if each.id != now.id]
    was = [each for each in others if before is not None and each.id == before.id]
    return next((Output(each.id, each.name) for each in (*was, *others)), COMPUTERS)


def _through(outlet: OutputFact, why: Why) -> OutputPlan:
    return OutputPlan(why, outlet.id, outlet.name, outlet.is_default)


class Devices(Protocol):
    """What tells the outputs of this computer, as QMediaDevices does."""

    audioOutputsChanged: SignalInstance

    def audioOutputs(self) -> list[QAudioDevice]:
        """All of them."""

    def defaultAudioOutput(self) -> QAudioDevice:
        """The computer's own choice."""


def system_devices() -> Devices | None:
    """Those of the system; None where QtMultimedia cannot be loaded."""
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError as reason:
        _log.info("no sound here: %s", reason)
        return None
    return QMediaDevices()


class Outputs(QObject):
    """Follows the outputs of this computer and says where sound goes."""

    changed = Signal()
    """The outputs, the choice or the plan changed."""
    rerouted = Signal(object)
    """Play through this QAudioDevice from now on."""
    turned = Signal(object)
    """The sound went elsewhere by itself; carries a Turn. `undo` holds what takes it away from there."""
    chosen = Signal(object)
    """The teacher chose this Output."""

    def __init__(
        self,
        choice: Output | None = None,
        find: Callable[[], Devices | None] = system_devices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.choice = choice
        self.outlets: Outlets = ()
        self.undo = COMPUTERS
        self._find = find
        self._devices: Devices | None = None
        self._plan: OutputPlan | None = None
        self._looking = QTimer(self, singleShot=True)
        self._looking.timeout.connect(self.look)

    @property
    def plan(self) -> OutputPlan:
        """Where sound goes now."""
        return self._plan or OutputPlan()

    def begin(self) -> None:
        """Look soon."""
        self._looking.start(FIRST_LOOK_MS)

    def stop(self) -> None:
        """Look no more."""
        self._looking.stop()
        if self._devices is not None:
            self._devices.audioOutputsChanged.disconnect(self.on_plugged)
            self._devices = None

    @Slot()
    def on_plugged(self) -> None:
        self._looking.start(SETTLE_MS)

    @Slot()
    def look(self) -> None:
        """See what is plugged in now."""
        if self._devices is None:
            self._devices = self._find()
            if self._devices is None:
                return
            self._devices.audioOutputsChanged.connect(self.on_plugged)
        default = _id(self._devices.defaultAudioOutput())
        self.outlets = tuple(
            OutputFact(_id(each), each.description(), _id(each) == default) for each in self._devices.audioOutputs()
        )
        before, now = self._plan, plan(self.outlets, self.choice)
        self._follow(now)
        turned = turn(before, now)
        if turned is not None:
            self.undo = instead(before, now, self.outlets)
            self.turned.emit(turned)

    def choose(self, choice: Output) -> None:
        """The teacher wants sound to go there."""
        self.choice = choice
        self.chosen.emit(choice)
        self._follow(plan(self.outlets, choice))

    def device(self) -> QAudioDevice | None:
        """What to play through now; None where there is nothing."""
        every = () if self._devices is None else self._devices.audioOutputs()
        return next((each for each in every if _id(each) == self.plan.id), None)

    def _follow(self, now: OutputPlan) -> None:
        before, self._plan = self.plan, now
        device = self.device()
        if device is not None and now.id != before.id:
            self.rerouted.emit(device)
        self.changed.emit()


def _id(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")
