"""The sheet about sound: through which output, how loud, and a tone to try it. It asks, and knows no player."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from presenter.console.loudness_slider import LoudnessSlider
from presenter.console.parts import PlainLabel
from presenter.dialogs import Dialog
from presenter.loudness import LOUDEST
from presenter.outputs import COMPUTERS, Outlets, OutputPlan, Why, known_again
from presenter.settings import Output, Settings
from presenter.tone import Trial
from presenter.words import Words

_WIDTH_PX = 568
_ROW_PX = 36
_MOST_ROWS = 6


class SoundSheet(Dialog):
    """A choice holds at once. What is plugged in while the sheet is open appears in it."""

    chosen = Signal(object)
    """Sound should go to this Output."""
    trial_wanted = Signal()
    """Let a tone be heard."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(words.say("sound.title"), words.say("sound.text"), parent)
        self._words = words
        self.list = QListWidget()
        self.list.setAccessibleName(words.say("sound.outputs"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setMinimumWidth(_WIDTH_PX)
        self.loudness = LoudnessSlider()
        self.loudness.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.loud = PlainLabel("", "soft")
        self.loud.setMinimumWidth(self.loud.fontMetrics().horizontalAdvance(words.say("loudness", n=LOUDEST)) + 16)
        self.told = PlainLabel("", "soft")
        self.told.setWordWrap(True)
        self.told.setMinimumHeight(2 * self.told.fontMetrics().lineSpacing() + 4)
        self._arrange()
        self.list.currentRowChanged.connect(self.on_row)
        self.list.setFocus()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.loudness, 1)
        row.addWidget(self.loud)
        self.body.addWidget(self.list)
        self.body.addLayout(row)
        self.body.addWidget(self.told)
        self.trial = self.add_button(self._words.say("sound.try"))
        self.trial.clicked.connect(self.trial_wanted)
        self.add_button(self._words.say("sound.done"), is_primary=True).clicked.connect(self.accept)

    def show_outputs(self, outlets: Outlets, choice: Output | None, now: OutputPlan) -> None:
        """Show what is plugged in; first what the computer chooses. The one that was chosen stays in the list, and
        chosen, while it is away."""
        words = self._words
        default = next((each.name for each in outlets if each.is_default), "")
        own = words.say("sound.computer.named", name=default) if default else words.say("sound.computer")
        rows = [(own, COMPUTERS)] + [(each.name, Output(each.id, each.name)) for each in outlets]
        if choice is not None and choice != COMPUTERS and known_again(outlets, choice) is None:
            rows.append((words.say("sound.away", name=choice.name), choice))
        is_own = now.why is Why.COMPUTER or (now.why is Why.AWAY and choice is None)
        shown = COMPUTERS if is_own else choice if now.why is Why.AWAY else Output(now.id, now.name)
        self.list.blockSignals(True)
        self.list.clear()
        for text, output in rows:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, output)
            self.list.addItem(item)
        self.list.setCurrentRow(next((place for place, (_, each) in enumerate(rows) if each == shown), 0))
        self.list.blockSignals(False)
        self.list.setFixedHeight(24 + _ROW_PX * min(len(rows), _MOST_ROWS))
        self.told.setText("" if outlets else words.say(f"sound.trial.{Trial.NOWHERE.value}"))

    def show_loudness(self, settings: Settings) -> None:
        """It is so loud."""
        self.loud.setText(loudness_words(settings, self._words))
        self.loudness.show_loudness(settings, self._words)

    def show_trial(self, trial: Trial, name: str) -> None:
        """Say how trying the output of this name went."""
        self.told.setText(self._words.say(f"sound.trial.{trial.value}", name=name))

    @Slot(int)
    def on_row(self, row: int) -> None:
        item = self.list.item(row)
        if item is not None:
            self.told.setText("")
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def loudness_words(settings: Settings, words: Words) -> str:
    """How loud it is, in a few words."""
    return words.say("loudness", n=settings.heard) if settings.heard else words.say("loudness.off")
