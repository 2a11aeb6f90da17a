"""The small menu above a button: a few things to choose from. Keys that mean nothing in it stay keys of the lesson."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

_Key = Qt.Key
_OWN = frozenset(
    {_Key.Key_Up, _Key.Key_Down, _Key.Key_Return, _Key.Key_Enter, _Key.Key_Space, _Key.Key_Tab, _Key.Key_Escape}
)
"""What moves, chooses and closes here."""


class Offer(QMenu):
    """Gone once something was chosen; the first thing is chosen by Enter, each by its number."""

    def __init__(self, choices: list[tuple[str, object]], parent: QWidget) -> None:
        super().__init__(parent)
        self._below = parent
        self.setProperty("tone", "offer")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, deed in choices:
            self.addAction(text).setData(deed)

    def open_over(self, button: QWidget) -> None:
        """Show the menu above its button."""
        self.open_at(button.mapToGlobal(QPoint(0, -self.sizeHint().height() - 4)))

    def open_at(self, place: QPoint) -> None:
        """Show the menu at this place of the screen."""
        self.popup(place)
        self.setActiveAction(self.actions()[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - _Key.Key_1
        if 0 <= place < len(self.actions()) and not event.isAutoRepeat():
            self.actions()[place].trigger()
            self.close()
            return
        if event.key() in _OWN or event.isAutoRepeat():
            super().keyPressEvent(event)
            return
        self.close()
        QApplication.sendEvent(self._below, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
