"""The few questions the app asks, on the laptop only. All text in them is plain."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from polling.answers import MAX_NAME
from polling.commands import Rename
from polling.sessions import Unfinished
from polling.wire import ParticipantView
from presenter import terminal
from presenter.console.parts import KeyButton, PlainLabel
from presenter.words import Words

QR_PX = 220


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
        label = PlainLabel(text)
        label.setWordWrap(True)
        label.setMaximumWidth(560)
        self.body.addWidget(PlainLabel(title, "title"))
        self.body.addWidget(label)
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


class ResumeDialog(Dialog):
    """Go on with a lesson that was begun today, or begin with a new class."""

    def __init__(self, found: tuple[Unfinished, ...], words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words.say("resume.title"), words.say("resume.text"), parent)
        self._found = found
        self.session = ""
        """The session to go on with; "" for a new one."""
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.addItems([described(each, words) for each in found])
        self.list.setCurrentRow(0)
        self.list.setMaximumHeight(24 + 36 * min(len(found), 5))
        self.list.itemDoubleClicked.connect(self.on_resume)
        self.label = QLineEdit()
        self.label.setMaxLength(40)
        self.label.setPlaceholderText(words.say("resume.label"))
        self.label.setAccessibleName(words.say("resume.label"))
        self.body.addWidget(self.list)
        self.body.addWidget(self.label)
        self.add_button(words.say("cancel")).clicked.connect(self.reject)
        self.add_button(words.say("resume.new")).clicked.connect(self.on_new)
        self.add_button(words.say("resume.yes"), is_primary=True).clicked.connect(self.on_resume)
        self.list.setFocus()

    @Slot()
    def on_resume(self) -> None:
        self.session = self._found[max(0, self.list.currentRow())].session
        self.accept()

    @Slot()
    def on_new(self) -> None:
        self.session = ""
        self.accept()


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


class RemoteDialog(Dialog):
    """The teacher's own address, as a code to scan and a text to copy."""

    copied = Signal()

    def __init__(self, teacher_url: str, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words.say("teacher.title"), words.say("teacher.text"), parent)
        self._url = teacher_url
        picture = PlainLabel()
        picture.setPixmap(qr_pixmap(teacher_url, QR_PX))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        address = PlainLabel(teacher_url, "soft")
        address.setWordWrap(True)
        address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(picture)
        self.body.addWidget(address)
        self.add_button(words.say("copy")).clicked.connect(self.on_copy)
        self.add_button(words.say("ok"), is_primary=True).clicked.connect(self.accept)

    @Slot()
    def on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url)
        self.copied.emit()


def described(found: Unfinished, words: Words) -> str:
    """One unfinished session in a line."""
    name = "resume.choice" if found.label else "resume.choice.plain"
    began = found.started_at[11:16]
    return words.say(
        name,
        label=found.label,
        began=began,
        slide=found.slide_number,
        participants=found.participants,
        answers=found.answers,
    )


def qr_pixmap(text: str, size_px: int) -> QPixmap:
    """A QR code, dark on white with its quiet zone, at least `size_px` wide in whole pixels per module."""
    rows = terminal.matrix(text)
    image = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    for y, row in enumerate(rows):
        for x, is_dark in enumerate(row):
            image.setPixel(x, y, 0xFF000000 if is_dark else 0xFFFFFFFF)
    scale = -(-size_px // len(rows))
    return QPixmap.fromImage(image.scaled(len(rows) * scale, len(rows) * scale))
