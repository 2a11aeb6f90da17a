"""The card at the right: what the slide at hand needs, how to give it, and the way onward."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from lessons.gaps import GapCode
from presenter.completing.pages import MediumPage, QuestionPage, WholePage
from presenter.completing.words import Phrases
from presenter.completing.work import Work
from presenter.console.lines import Line
from presenter.console.parts import Card, KeyButton, PlainLabel
from presenter.console.style import Chrome
from presenter.stage.theme import Theme


class Panel(Card):
    """Shows one of its pages."""

    onward_wanted = Signal()
    previous_wanted = Signal()

    def __init__(self, chrome: Chrome, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asks, self.tells = PlainLabel("", "title"), PlainLabel("", "soft")
        self.refusal = Line("error")
        self.question, self.medium, self.whole = QuestionPage(chrome, theme), MediumPage(), WholePage(theme)
        self.previous, self.skip, self.next = KeyButton("↑"), KeyButton("Enter"), KeyButton("Enter", is_primary=True)
        self._pages = QStackedLayout()
        for page in (self.question, self.medium, self.whole):
            self._pages.addWidget(page)
        for label in (self.asks, self.tells):
            label.setWordWrap(True)
            self.inside.addWidget(label)
        self.inside.addWidget(self.refusal)
        self.inside.addSpacing(6)
        self.inside.addLayout(self._pages, 1)
        self.inside.addSpacing(6)
        self.inside.addLayout(self._walking())
        self.inside.setContentsMargins(20, 16, 20, 16)

    def _walking(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.previous)
        row.addStretch(1)
        row.addWidget(self.skip)
        row.addWidget(self.next)
        self.previous.clicked.connect(self.on_previous)
        self.skip.clicked.connect(self.on_next)
        self.next.clicked.connect(self.on_next)
        return row

    def wear(self, chrome: Chrome, theme: Theme) -> None:
        """Take other colours."""
        self.question.choices.wear(chrome, theme)
        self.whole.tick.theme = theme
        self.whole.tick.update()

    def show_work(self, work: Work, phrases: Phrases) -> None:
        """Show what there is to do."""
        task = work.task
        if task is None:
            self._pages.setCurrentWidget(self.whole)
            self.asks.setText(phrases.say("whole"))
        else:
            kind = phrases.say(f"kind.{work.lesson.slides[task.slide - 1].kind}")
            self._pages.setCurrentWidget(self.question if task.code is GapCode.RIGHT_OPTION else self.medium)
            self.heading.setText(f"{phrases.say('slide', n=task.slide)} · {kind}")
            self.asks.setText(phrases.say(f"ask.{task.code}"))
            self.tells.setText(phrases.say(f"tell.{task.code}", target=task.target))
        for label in (self.heading, self.tells):
            label.setVisible(task is not None)
        for page in (self.question, self.medium, self.whole):
            if page is self._pages.currentWidget():
                page.show_work(work, phrases)
        self._show_walking(work, phrases)

    def refuse(self, text: str) -> None:
        """Say why something was not taken; an empty text takes that back."""
        self.refusal.say(text)

    def _show_walking(self, work: Work, phrases: Phrases) -> None:
        is_done = work.at is not None and work.has_done(work.at)
        self.previous.say(phrases.say("previous"))
        self.skip.say(phrases.say("skip"))
        self.next.say(phrases.say("next"))
        self.previous.setVisible(work.at is not None and work.at > 0)
        self.skip.setVisible(work.at is not None and not is_done)
        self.next.setVisible(is_done and not work.is_done)

    @Slot()
    def on_previous(self) -> None:
        self.previous_wanted.emit()

    @Slot()
    def on_next(self) -> None:
        self.onward_wanted.emit()
