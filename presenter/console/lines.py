"""The lines between the top bar and the slide: what needs a word with the teacher, and goes away by itself."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from presenter.console.parts import KeyButton, PlainLabel
from presenter.console.style import SMALL_CONTROL_PX

PASSING_MS = 6_000


class Line(QFrame):
    """One line with at most one button."""

    pressed = Signal()

    def __init__(self, tone: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", tone)
        self.text = PlainLabel()
        self.text.setWordWrap(True)
        self.button = KeyButton(key, height_px=SMALL_CONTROL_PX)
        self.button.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 16, 6)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, text: str, button: str = "") -> None:
        """Show this text, and a button if it has words; an empty text hides the line."""
        self.text.setText(text)
        self.button.say(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(text))


class PassingLine(Line):
    """A line that goes away after a while."""

    def __init__(self, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(tone, parent=parent)
        self._until = QTimer(self, singleShot=True, interval=PASSING_MS)
        self._until.timeout.connect(self.hide)

    def say(self, text: str, button: str = "") -> None:
        super().say(text, button)
        self._until.start()


class Problems(QFrame):
    """What is the matter with the lesson file: one quiet line, and all of it on a click."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "quiet")
        self._counted, self._show, self._hide = "", "", ""
        self.text = PlainLabel()
        self.list = PlainLabel("", "soft")
        self.list.setWordWrap(True)
        self.list.hide()
        self.button = KeyButton(height_px=SMALL_CONTROL_PX)
        self.button.clicked.connect(self.on_switch)
        head = QHBoxLayout()
        head.addWidget(self.text, 1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 16, 4)
        column.addLayout(head)
        column.addWidget(self.list)
        self.hide()

    def say(self, counted: str, lines: tuple[str, ...], show: str, hide: str) -> None:
        """Show how many there are; none hides the line."""
        self._show, self._hide = show, hide
        self.text.setText(counted)
        self.list.setText("\n".join(lines))
        self.button.say(hide if self.list.isVisibleTo(self) else show)
        self.setVisible(bool(lines))

    @Slot()
    def on_switch(self) -> None:
        self.list.setVisible(not self.list.isVisibleTo(self))
        self.button.say(self._hide if self.list.isVisibleTo(self) else self._show)
