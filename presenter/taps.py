"""What a tap on the slides asks for: a word or an answer under the finger is hidden, a large one put back among the
others, else it goes on or back. No windows."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Signal, Slot

from polling.commands import Back, Enlarge, Hide, Next
from presenter.stage.content import OpenContent
from presenter.stage.scene import Scene
from presenter.stage.theme import WIDTH
from presenter.stage.touch import item_at

BACK_SHARE = 0.3
"""So much of the left of the slides goes back."""
APART_S = 0.5
"""A second tap within this time is the same one: boards and fingers tremble."""


def deed_at(scene: Scene, point: QPointF) -> Next | Back | Hide | Enlarge:
    """What a tap at this point of the stage's canvas asks for."""
    item = item_at(scene, point)
    if item is not None:
        is_large = isinstance(scene.content, OpenContent) and bool(scene.content.enlarged)
        return Enlarge("") if is_large else Hide(item)
    return Back() if point.x() < WIDTH * BACK_SHARE else Next()


class Taps(QObject):
    """Hears taps and says what they ask for."""

    wanted = Signal(object)

    def __init__(
        self,
        scene: Callable[[], Scene | None],
        now_s: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._scene = scene
        self._now_s = now_s
        self._last_s = float("-inf")

    @Slot(QPointF)
    def on_tapped(self, point: QPointF) -> None:
        scene, now_s = self._scene(), self._now_s()
        is_again = now_s - self._last_s < APART_S
        self._last_s = now_s
        if scene is not None and not is_again:
            self.wanted.emit(deed_at(scene, point))
