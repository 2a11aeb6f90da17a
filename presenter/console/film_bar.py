"""The row of controls for a film: where it is, and how loud. It knows no player: it is told, and it asks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QWidget

from presenter.console.parts import KeyButton, PlainLabel
from presenter.console.style import SMALL_CONTROL_PX
from presenter.room_clock import as_digits
from presenter.video import LOUDEST, FilmState
from presenter.words import Words

JUMP_MS = 10_000


class FilmBar(QFrame):
    """Shown while the slide at hand has a film that plays here."""

    sought = Signal(int)
    """Go to this moment of the film, in milliseconds."""
    volume_moved = Signal(int)
    """So loud from now on, 0 to 100."""
    volume_chosen = Signal(int)
    """The teacher let go of the volume at this."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "quiet")
        self.rewind, self.ahead = KeyButton(height_px=SMALL_CONTROL_PX), KeyButton(height_px=SMALL_CONTROL_PX)
        self.place, self.loudness = QSlider(Qt.Orientation.Horizontal), QSlider(Qt.Orientation.Horizontal)
        self.time, self.loud = PlainLabel("", "soft"), PlainLabel("", "soft")
        self.loudness.setRange(0, LOUDEST)
        self.loudness.setFixedWidth(120)
        self.loudness.setPageStep(10)
        self.place.setPageStep(JUMP_MS)
        for slider in (self.place, self.loudness):
            # A click does not take the focus: the arrow keys stay those of the lesson.
            slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._arrange()
        self.rewind.clicked.connect(self.on_rewind)
        self.ahead.clicked.connect(self.on_ahead)
        self.place.actionTriggered.connect(self.on_place)
        self.loudness.valueChanged.connect(self.on_volume)
        self.loudness.sliderReleased.connect(self.on_volume_released)
        self.hide()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 16, 6)
        row.setSpacing(10)
        row.addWidget(self.rewind)
        row.addWidget(self.place, 1)
        row.addWidget(self.ahead)
        row.addWidget(self.time)
        row.addSpacing(16)
        row.addWidget(self.loud)
        row.addWidget(self.loudness)

    def show_film(self, film: FilmState, words: Words) -> None:
        """Show the controls of this film, or nothing where there is none to control."""
        self.setVisible(film.has_film and not film.is_broken)
        self.rewind.say("−10 s", words.say("film.rewind"))
        self.ahead.say("+10 s", words.say("film.ahead"))
        self.loud.setText(words.say("film.loudness"))
        self.loudness.setAccessibleName(words.say("film.loudness"))
        self.place.setAccessibleName(words.say("film.place"))

    def show_moment(self, at_ms: int, whole_ms: int) -> None:
        """The film is here, of so long. A handle that the teacher holds stays where it is held."""
        if self.place.isSliderDown():
            return
        self.place.setRange(0, max(0, whole_ms))
        self.place.setValue(at_ms)
        self.time.setText(f"{as_digits(at_ms, up=True)} / {as_digits(whole_ms, up=True)}")

    def show_volume(self, volume: int) -> None:
        """It is so loud, 0 to 100."""
        self.loudness.blockSignals(True)
        self.loudness.setValue(volume)
        self.loudness.blockSignals(False)

    @Slot()
    def on_rewind(self) -> None:
        self.sought.emit(max(0, self.place.value() - JUMP_MS))

    @Slot()
    def on_ahead(self) -> None:
        self.sought.emit(min(self.place.maximum(), self.place.value() + JUMP_MS))

    @Slot(int)
    def on_volume(self, volume: int) -> None:
        self.volume_moved.emit(volume)
        if not self.loudness.isSliderDown():
            self.volume_chosen.emit(volume)

    @Slot()
    def on_volume_released(self) -> None:
        self.volume_chosen.emit(self.loudness.value())

    @Slot(int)
    def on_place(self, action: int) -> None:
        self.sought.emit(self.place.sliderPosition())
