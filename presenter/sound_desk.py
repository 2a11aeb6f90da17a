"""What the teacher hears about sound and does about it: lines on the console, the sheet, the tone. It plays no film."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from presenter.console.sound_sheet import SoundSheet, loudness_words
from presenter.console.window import Console
from presenter.keys import Action
from presenter.outputs import Outputs, Turn
from presenter.settings import Output, Settings
from presenter.tone import Tone, Trial
from presenter.words import Words


class SoundDesk(QObject):
    """Between the outputs, the choices and the console."""

    volume_moved = Signal(int)
    """So loud from now on, 0 to 100."""
    volume_chosen = Signal(int)
    """The teacher let go of the volume at this."""

    def __init__(
        self, console: Console, outputs: Outputs, tone: Tone, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._console = console
        self._outputs = outputs
        self._tone = tone
        self._settings = settings
        self._words = Words(settings.language)
        self._sheet: SoundSheet | None = None
        outputs.changed.connect(self.on_outputs)
        outputs.turned.connect(self.on_turned)
        tone.tried.connect(self.on_tried)
        console.film.volume_moved.connect(self.volume_moved)
        console.film.volume_chosen.connect(self.volume_chosen)
        console.film.show_volume(settings, self._words)

    @Slot(object)
    def on_settings(self, settings: Settings) -> None:
        self._settings = settings
        self._words = Words(settings.language)
        self._console.film.show_volume(settings, self._words)
        if self._sheet is not None:
            self._sheet.show_loudness(settings)

    @Slot()
    def on_key(self) -> None:
        """A key made it louder, softer or silent."""
        self._console.passing.say(self._words.say("loudness.said", loud=loudness_words(self._settings, self._words)))

    @Slot()
    def on_sheet_wanted(self) -> None:
        """Open the sheet, never over slides that the class sees on this same screen."""
        if self._console.is_behind_slides or self._sheet is not None:
            return
        self._outputs.look()
        sheet = self._sheet = SoundSheet(self._words, self._console)
        sheet.show_loudness(self._settings)
        self.on_outputs()
        sheet.chosen.connect(self.on_chosen)
        sheet.loudness.moved.connect(self.volume_moved)
        sheet.loudness.chosen.connect(self.volume_chosen)
        sheet.trial_wanted.connect(self.on_trial_wanted)
        sheet.finished.connect(self.on_sheet_closed)
        sheet.open()

    @Slot()
    def on_sheet_closed(self) -> None:
        self._sheet = None
        self._tone.stop()

    @Slot()
    def on_trial_wanted(self) -> None:
        self._tone.play(self._outputs.device(), self._settings.heard)

    @Slot(object)
    def on_tried(self, trial: Trial) -> None:
        if self._sheet is not None:
            self._sheet.show_trial(trial, self._outputs.plan.name)

    @Slot(object)
    def on_chosen(self, output: Output) -> None:
        self._outputs.choose(output)

    @Slot()
    def on_undone(self) -> None:
        """The teacher does not want sound where it went by itself."""
        self._outputs.choose(self._outputs.undo)
        self._console.passing.say(self._words.say("sound.turned.moved", name=self._outputs.plan.name))

    @Slot()
    def on_outputs(self) -> None:
        if self._sheet is not None:
            self._sheet.show_outputs(self._outputs.outlets, self._outputs.choice, self._outputs.plan)

    @Slot(object)
    def on_turned(self, turn: Turn) -> None:
        choice, passing = self._outputs.choice, self._console.passing
        away = "" if choice is None else choice.name
        said = self._words.say(f"sound.turned.{turn.value}", name=self._outputs.plan.name, away=away)
        if turn is Turn.PROJECTOR:
            passing.offer(said, self._words.say("sound.undo"), Action.UNDO_OUTPUT, is_private=False)
        else:
            passing.say(said)
