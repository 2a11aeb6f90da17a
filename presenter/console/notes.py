"""The speaker notes of the slide at hand, as plain text in a size the teacher chooses."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from presenter.console.parts import Card, KeyButton
from presenter.console.style import SMALL_CONTROL_PX
from presenter.settings import MAX_NOTES_PX, MIN_NOTES_PX
from presenter.words import Words

STEP_PX = 2


class Notes(Card):
    """Notes, with two buttons for their size."""

    resized = Signal(int)
    """The teacher chose this size in pixels."""

    def __init__(self, size_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size_px = size_px
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.document().setDocumentMargin(0)
        self.smaller, self.larger = KeyButton(height_px=SMALL_CONTROL_PX), KeyButton(height_px=SMALL_CONTROL_PX)
        self.smaller.clicked.connect(self.on_smaller)
        self.larger.clicked.connect(self.on_larger)
        self.head.addWidget(self.smaller)
        self.head.addWidget(self.larger)
        self.inside.addWidget(self.text, 1)
        self._resize_text(size_px)

    def show_notes(self, notes: str, words: Words, covered: str, is_first: bool = False) -> None:
        """Show these notes; while `covered` says why not, none of them. `is_first`: they are of the slide that the
        lesson will begin with."""
        self.heading.setText(words.say("notes.first" if is_first else "notes"))
        self.smaller.say("A−", words.say("notes.smaller"))
        self.larger.say("A+", words.say("notes.larger"))
        self.text.setAccessibleName(words.say("notes"))
        text = covered if covered and notes else notes or words.say("notes.none")
        self.text.setProperty("tone", "text" if notes and not covered else "soft")
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)

    def on_smaller(self) -> None:
        """One step smaller."""
        self._resize_text(max(MIN_NOTES_PX, self._size_px - STEP_PX))
        self.resized.emit(self._size_px)

    def on_larger(self) -> None:
        """One step larger."""
        self._resize_text(min(MAX_NOTES_PX, self._size_px + STEP_PX))
        self.resized.emit(self._size_px)

    def _resize_text(self, size_px: int) -> None:
        self._size_px = size_px
        # A style sheet on the window would win from setFont; the widget's own sheet wins from both.
        self.text.setStyleSheet(f"font-size: {size_px}px;")
        self.smaller.setEnabled(size_px > MIN_NOTES_PX)
        self.larger.setEnabled(size_px < MAX_NOTES_PX)
