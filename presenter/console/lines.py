"""The lines between the top bar and the slide: what needs a word with the teacher, and goes away by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from presenter.console.parts import KeyButton, PlainLabel
from presenter.console.style import SMALL_CONTROL_PX

PASSING_MS = 6_000
UNDO_MS = 10_000
MARGIN_PX = 12
REMARKS_PX = 112
"""The remarks about the file are at most so high; the rest scrolls."""


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
    """A line that goes away after a while. It lies over the lower right corner of `over`, so that nothing moves for it,
    no answer is covered, and what begins at the left can still be read. With a button it offers one deed, and waits
    while the mouse or the focus is on it."""

    chosen = Signal(object)
    """The deed that the button stands for."""

    def __init__(self, tone: str, over: QWidget) -> None:
        super().__init__(tone, parent=over)
        self._over = over
        over.installEventFilter(self)
        self._deed: object = None
        self._is_private = False
        self._until = QTimer(self, singleShot=True)
        self._until.timeout.connect(self.on_until)
        self.pressed.connect(self.on_pressed)

    def say(self, text: str, button: str = "") -> None:
        super().say(text, button)
        self._is_private = False
        self._place()
        self._until.start(UNDO_MS if button else PASSING_MS)

    def offer(self, text: str, button: str, deed: object, is_private: bool) -> None:
        """Say this, and offer to do something about it. What `is_private` is gone as soon as names are covered."""
        self._deed = deed
        self.say(text, button)
        self._is_private = is_private

    def cover(self) -> None:
        """Names may not be seen now."""
        if self._is_private:
            self.hide()

    @Slot()
    def on_undo(self) -> None:
        """Ctrl + Z does what the button offers."""
        if self.isVisible() and self.button.isVisible():
            self.on_pressed()

    @Slot()
    def on_until(self) -> None:
        if self.button.isVisible() and (self.underMouse() or self.button.hasFocus()):
            self._until.start(PASSING_MS)
        else:
            self.hide()

    @Slot()
    def on_pressed(self) -> None:
        self.hide()
        self.chosen.emit(self._deed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        words = self.text.fontMetrics().horizontalAdvance(self.text.text())
        words += self.button.sizeHint().width() + MARGIN_PX if self.button.text() else 0
        width = min(self._over.width(), words + 6 * MARGIN_PX)
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        self.setGeometry(self._over.width() - width, self._over.height() - height, width, height)
        self.raise_()


class Problems(QFrame):
    """What is the matter with the lesson file: one quiet line, and all of it on a click, as far as fits. The remarks
    quote the lesson, so where the class may see them only their number stands there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "quiet")
        self._counted, self._show, self._hide = "", "", ""
        self.text = PlainLabel()
        self._is_open, self._is_covered = False, False
        self.list = PlainLabel("", "soft")
        self.list.setWordWrap(True)
        self.room = QScrollArea()
        self.room.setWidget(self.list)
        self.room.setWidgetResizable(True)
        self.room.setFrameShape(QFrame.Shape.NoFrame)
        self.room.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.room.setFixedHeight(REMARKS_PX)
        self.room.hide()
        self.button = KeyButton(height_px=SMALL_CONTROL_PX)
        self.button.clicked.connect(self.on_switch)
        head = QHBoxLayout()
        head.addWidget(self.text, 1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 16, 4)
        column.addLayout(head)
        column.addWidget(self.room)
        self.hide()

    def say(self, counted: str, lines: tuple[str, ...], show: str, hide: str) -> None:
        """Show how many there are; none hides the line."""
        self._show, self._hide = show, hide
        self.text.setText(counted)
        self.list.setText("\n".join(lines))
        self.setVisible(bool(lines))
        self._fit()

    def cover(self, is_covered: bool) -> None:
        """Keep the remarks out of sight, or let them be opened again."""
        self._is_covered = is_covered
        self._fit()

    @Slot()
    def on_switch(self) -> None:
        self._is_open = not self._is_open
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.button.say(self._hide if self._is_open else self._show)
        self.button.setVisible(not self._is_covered)
        self.room.setVisible(self._is_open and not self._is_covered)
        self.room.setFixedHeight(min(REMARKS_PX, self.list.heightForWidth(self.width() - 52) + 4))
