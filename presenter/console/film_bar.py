"""The row of controls for a film: where it is, how loud, and where it is heard. It knows no player: it is told, and it
asks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QWidget

from presenter.console.loudness_slider import LoudnessSlider
from presenter.console.parts import KeyButton, PlainLabel
from presenter.console.style import SMALL_CONTROL_PX
from presenter.keys import Action
from presenter.room_clock import as_digits
from presenter.settings import Settings
from presenter.video import FilmState
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
    wanted = Signal(object)
    """An Action of this laptop."""
    sound_wanted = Signal()
    """The teacher wants to choose where it is heard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "quiet")
        self.rewind, self.ahead = KeyButton(height_px=SMALL_CONTROL_PX), KeyButton(height_px=SMALL_CONTROL_PX)
        self.place, self.loudness = QSlider(Qt.Orientation.Horizontal), LoudnessSlider()
        self.sound, self.where = KeyButton("M", height_px=SMALL_CONTROL_PX), KeyButton(height_px=SMALL_CONTROL_PX)
        self.time = PlainLabel("", "soft")
        self.loudness.setFixedWidth(120)
        self.place.setPageStep(JUMP_MS)
        # A click does not take the focus: the arrow keys stay those of the lesson.
        self.place.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._arrange()
        self.rewind.clicked.connect(self.on_rewind)
        self.ahead.clicked.connect(self.on_ahead)
        self.place.actionTriggered.connect(self.on_place)
        self.loudness.moved.connect(self.volume_moved)
        self.loudness.chosen.connect(self.volume_chosen)
        self.sound.clicked.connect(self.on_sound)
        self.where.clicked.connect(self.sound_wanted)
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
        row.addWidget(self.sound)
        row.addWidget(self.loudness)
        row.addWidget(self.where)

    def show_film(self, film: FilmState, words: Words) -> None:
        """Show the controls of this film, or nothing where there is none to control."""
        self.setVisible(film.has_film and not film.is_broken)
        self.rewind.say("−10 s", words.say("film.rewind"))
        self.ahead.say("+10 s", words.say("film.ahead"))
        self.where.say(words.say("sound.where"), words.say("sound.where.long"))
        self.place.setAccessibleName(words.say("film.place"))

    def show_moment(self, at_ms: int, whole_ms: int) -> None:
        """The film is here, of so long. A handle that the teacher holds stays where it is held."""
        if self.place.isSliderDown():
            return
        self.place.setRange(0, max(0, whole_ms))
        self.place.setValue(at_ms)
        self.time.setText(f"{as_digits(at_ms, up=True)} / {as_digits(whole_ms, up=True)}")

    def show_volume(self, settings: Settings, words: Words) -> None:
        """It is so loud, or silent."""
        on, off = words.say("film.loudness"), words.say("film.silent")
        self.sound.say(on if settings.heard else off, words.say("sound.switch"))
        self.sound.keep_room_for((on, off))
        self.loudness.show_loudness(settings, words)

    @Slot()
    def on_rewind(self) -> None:
        self.sought.emit(max(0, self.place.value() - JUMP_MS))

    @Slot()
    def on_ahead(self) -> None:
        self.sought.emit(min(self.place.maximum(), self.place.value() + JUMP_MS))

    @Slot()
    def on_sound(self) -> None:
        self.wanted.emit(Action.SWITCH_SOUND)

    @Slot(int)
    def on_place(self, action: int) -> None:
        self.sought.emit(self.place.sliderPosition())
