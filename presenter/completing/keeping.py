"""The question before changes would be lost from sight: save, do not save, or go back."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from presenter.completing.draft import Lies
from presenter.completing.words import Phrases
from presenter.dialogs import Dialog

_TEXTS = {Lies.IN_FOLDER: "keep.text", Lies.IN_ARCHIVE: "keep.text.working", Lies.NOWHERE: "keep.text.new"}


class KeepDialog(Dialog):
    """Enter saves, Esc goes back."""

    kept = Signal()
    dropped = Signal()

    def __init__(self, lies: Lies, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(phrases.say("keep.title"), phrases.say(_TEXTS[lies]), parent)
        self.back = self.add_button(phrases.say("keep.back"))
        self.drop = self.add_button(phrases.say("keep.no"))
        self.keep = self.add_button(phrases.say("keep.yes"), is_primary=True)
        self.back.clicked.connect(self.reject)
        self.drop.clicked.connect(self.on_drop)
        self.keep.clicked.connect(self.on_keep)

    @Slot()
    def on_keep(self) -> None:
        self.accept()
        self.kept.emit()

    @Slot()
    def on_drop(self) -> None:
        self.accept()
        self.dropped.emit()
