"""Which class this lesson is for, and, before it has begun, at which slide it begins. Opened from the console."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from polling.commands import BeginAt, NameClass
from presenter.beginning.fields import Fields
from presenter.console.parts import PlainLabel
from presenter.dialogs import Dialog
from presenter.room_copy import RoomSeen
from presenter.words import Words


class ClassDialog(Dialog):
    """Enter keeps what was typed and chosen; Esc leaves everything as it is."""

    wanted = Signal(object)
    """Carries a NameClass or a BeginAt."""

    def __init__(self, seen: RoomSeen, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words.say("class.title"), words.say("class.text"), parent)
        self._label, self._begins_at = seen.label, seen.begins_at
        slides = seen.view.lesson.slides
        self._first = next((slide.id for slide in slides if not slide.settings.hidden), "")
        self.fields = Fields(slides, words)
        self.fields.show_beginning(seen.label, seen.begins_at)
        self.body.addWidget(self.fields)
        self._is_lobby = seen.slide is None
        self.fields.slides.setVisible(self._is_lobby)
        self.fields.slide_label.setVisible(self._is_lobby)
        if not self._is_lobby:
            late = PlainLabel(words.say("class.slide.late"), "soft")
            late.setWordWrap(True)
            self.body.addWidget(late)
        self.add_button(words.say("cancel")).clicked.connect(self.reject)
        self.add_button(words.say("class.yes"), is_primary=True).clicked.connect(self.accept)
        self.accepted.connect(self.on_accepted)
        self.fields.label.selectAll()
        self.fields.label.setFocus()

    @Slot()
    def on_accepted(self) -> None:
        if self.fields.label_typed != self._label:
            self.wanted.emit(NameClass(self.fields.label_typed))
        if self._is_lobby and self.fields.begins_at != self._begins_at:
            self.wanted.emit(BeginAt(self.fields.begins_at or self._first))
