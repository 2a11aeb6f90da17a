"""The few questions the app asks, on the laptop only. All text in them is plain."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from polling.answers import MAX_NAME
from polling.commands import Rename
from polling.wire import ParticipantView
from presenter import terminal, wifi
from presenter.console.parts import KeyButton, PlainLabel
from presenter.words import Words

QR_PX = 220
TEXT_PX = 560
"""Lines of a text are no longer than this."""


class Dialog(QDialog):
    """A title, a text, what stands under it, and buttons at the right."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, parent is not None)
        self.setMinimumWidth(440)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self.text = PlainLabel(text)
        self.text.setWordWrap(True)
        self.text.setMaximumWidth(TEXT_PX)
        self.body.addWidget(PlainLabel(title, "title"))
        self.body.addWidget(self.text)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(20)
        whole.addLayout(self.body)
        whole.addLayout(self.buttons)

    def add_button(self, text: str, is_primary: bool = False) -> KeyButton:
        """One more button, at the right of the others. Enter presses the one with the focus, to begin with the primary
        one."""
        button = KeyButton(is_primary=is_primary)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setDefault(is_primary)
        button.say(text)
        if is_primary:
            button.setFocus()
        self.buttons.addWidget(button)
        return button


def message(title: str, text: str, words: Words, parent: QWidget | None = None) -> Dialog:
    """Something the teacher must know, with one button."""
    dialog = Dialog(title, text, parent)
    dialog.add_button(words.say("ok"), is_primary=True).clicked.connect(dialog.accept)
    return dialog


def confirm_end(words: Words, parent: QWidget | None = None) -> Dialog:
    """The one question before a session ends for good. Enter cancels."""
    dialog = Dialog(words.say("end.title"), words.say("end.text"), parent)
    dialog.add_button(words.say("end.yes")).clicked.connect(dialog.accept)
    dialog.add_button(words.say("cancel"), is_primary=True).clicked.connect(dialog.reject)
    return dialog


class RenameDialog(Dialog):
    """Another name for a student, with the present one selected. What is no name is refused by the room."""

    renamed = Signal(object)
    """Carries the Rename command."""

    def __init__(self, person: ParticipantView, words: Words, parent: QWidget | None = None) -> None:
        title, text = words.say("rename.title", name=person.name), words.say("rename.text", most=MAX_NAME)
        super().__init__(title, text, parent)
        self._participant = person.id
        self.name = QLineEdit(person.name)
        self.name.setAccessibleName(words.say("rename.name"))
        self.name.textEdited.connect(self.on_edited)
        self.body.addWidget(self.name)
        self.add_button(words.say("cancel")).clicked.connect(self.reject)
        self.add_button(words.say("rename.yes"), is_primary=True).clicked.connect(self.accept)
        self.accepted.connect(self.on_accepted)
        self.name.selectAll()
        self.name.setFocus()

    @Slot(str)
    def on_edited(self, text: str) -> None:
        # Qt's own limit counts an emoji as two.
        if len(text) > MAX_NAME:
            place = self.name.cursorPosition()
            self.name.setText(text[:MAX_NAME])
            self.name.setCursorPosition(place)

    @Slot()
    def on_accepted(self) -> None:
        self.renamed.emit(Rename(self._participant, self.name.text()))


class WifiDialog(Dialog):
    """Name and password of the students' wifi. What no wifi can have is not taken."""

    chosen = Signal(str, str)

    def __init__(self, name: str, password: str, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words.say("wifi.title"), words.say("wifi.text"), parent)
        self.name, self.password = QLineEdit(name), QLineEdit(password)
        for field, label in ((self.name, words.say("wifi.name")), (self.password, words.say("wifi.password"))):
            field.setPlaceholderText(label)
            field.setAccessibleName(label)
            self.body.addWidget(PlainLabel(label, "heading"))
            self.body.addWidget(field)
        self.wrong = PlainLabel("", "strong")
        self.body.addWidget(self.wrong)
        self._impossible = words.say("wifi.impossible")
        self.add_button(words.say("cancel")).clicked.connect(self.reject)
        self.add_button(words.say("wifi.yes"), is_primary=True).clicked.connect(self.on_yes)
        self.name.setFocus()

    @Slot()
    def on_yes(self) -> None:
        name, password = self.name.text(), self.password.text()
        if not wifi.is_possible(name, password):
            self.wrong.setText(self._impossible)
            return
        self.chosen.emit(name, password)
        self.accept()


class TextDialog(Dialog):
    """One line to type, with what stands there now selected. Nothing typed takes back what was typed before."""

    typed = Signal(str)

    def __init__(self, title: str, text: str, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(title, "", parent)
        self.line = QLineEdit(text)
        self.line.setMaxLength(60)
        self.line.setAccessibleName(title)
        self.body.addWidget(self.line)
        self.add_button(words.say("cancel")).clicked.connect(self.reject)
        self.add_button(words.say("ok"), is_primary=True).clicked.connect(self.accept)
        self.accepted.connect(self.on_accepted)
        self.line.selectAll()
        self.line.setFocus()

    @Slot()
    def on_accepted(self) -> None:
        self.typed.emit(self.line.text())


def qr_pixmap(text: str, size_px: int) -> QPixmap:
    """A QR code, dark on white with its quiet zone, at least `size_px` wide in whole pixels per module."""
    rows = terminal.matrix(text)
    image = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    for y, row in enumerate(rows):
        for x, is_dark in enumerate(row):
            image.setPixel(x, y, 0xFF000000 if is_dark else 0xFFFFFFFF)
    scale = -(-size_px // len(rows))
    return QPixmap.fromImage(image.scaled(len(rows) * scale, len(rows) * scale))
