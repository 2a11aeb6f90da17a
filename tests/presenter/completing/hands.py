"""A teacher's hands on the completing window: clicks, keys, drops and the clipboard, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

Dialog = TypeVar("Dialog", bound=QDialog)
FILM = b"\x00\x00\x00\x18ftypisom" + b"film" * 20


def clicks(widget: QWidget) -> None:
    """Click on the middle of something."""
    assert widget.isVisible()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def presses(window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(window.focusWidget() or window, key, modifier)


def types(window: QWidget, text: str) -> None:
    """Type a text where the focus is."""
    QTest.keyClicks(window.focusWidget() or window, text)


def drops(window: QWidget, mime: QMimeData) -> bool:
    """Drag something over a window and let go; False when the window does not want it."""
    middle = QPointF(window.rect().center())
    actions, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(middle.toPoint(), actions, mime, button, none)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if not entering.isAccepted():
        return False
    QApplication.sendEvent(window, QDropEvent(middle, actions, mime, button, none))
    return True


def file_mime(*paths: Path) -> QMimeData:
    """What a drag of files holds."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def text_mime(text: str) -> QMimeData:
    """What a drag of text holds."""
    mime = QMimeData()
    mime.setText(text)
    return mime


def picture(colour: str = "#88aacc") -> QImage:
    """A small picture."""
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def asked(kind: type[Dialog]) -> Dialog | None:
    """The dialog of this sort, once it is there and has the keys."""
    dialog = QApplication.activeModalWidget()
    return dialog if isinstance(dialog, kind) and dialog.isActiveWindow() else None


def chooses_file(path: Path) -> None:
    """Type a path into the file dialog on show, and press Enter."""
    dialog = asked(QFileDialog)
    assert dialog is not None
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, str(path))
    field.completer().popup().hide()
    QTest.keyClick(field, Qt.Key.Key_Return)
