"""The slider for how loud it is. It knows no player: it is told, and it asks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSlider, QWidget

from presenter.loudness import LOUDEST, STEP
from presenter.settings import Settings
from presenter.words import Words


class LoudnessSlider(QSlider):
    """From silent to the loudest. A click does not take the focus: the arrow keys stay those of the lesson."""

    moved = Signal(int)
    """So loud from now on, 0 to 100."""
    chosen = Signal(int)
    """The teacher let go of it at this."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, LOUDEST)
        self.setPageStep(STEP)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.valueChanged.connect(self.on_value)
        self.sliderReleased.connect(self.on_released)

    def show_loudness(self, settings: Settings, words: Words) -> None:
        """It is so loud. A handle that is held stays where it is held."""
        self.setAccessibleName(words.say("film.loudness"))
        if not self.isSliderDown():
            self.blockSignals(True)
            self.setValue(settings.heard)
            self.blockSignals(False)

    @Slot(int)
    def on_value(self, volume: int) -> None:
        self.moved.emit(volume)
        if not self.isSliderDown():
            self.chosen.emit(volume)

    @Slot()
    def on_released(self) -> None:
        self.chosen.emit(self.value())
