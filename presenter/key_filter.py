"""Hears the keys of the two windows before their widgets do, so that a clicker works wherever the focus is."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSlider, QWidget

from polling.commands import GoTo
from presenter.console.answer_list import AnswerList
from presenter.console.person_list import PersonList
from presenter.console.word_chips import WordChips
from presenter.keys import command_for
from presenter.number_keys import NumberKeys, Typed
from presenter.room_copy import NOTHING_SEEN, RoomSeen

_OF_A_CLICKER = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F5})
"""Keys that stay keys of the lesson while something is typed."""
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyFilter(QObject):
    """Install it on the application. Dialogs and menus keep their own keys."""

    wanted = Signal(object)
    """What the key asks for: a command or an Action (presenter.keys)."""
    number_typed = Signal(int)
    """The number of a slide so far; Enter goes there."""

    def __init__(
        self,
        windows: tuple[QWidget, ...],
        now_s: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._windows = windows
        self._now_s = now_s
        self._numbers = NumberKeys()
        self._seen = NOTHING_SEEN

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        self._seen = seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or watched.window() not in self._windows:
            return False
        if isinstance(watched, QLineEdit) and event.key() not in _OF_A_CLICKER:
            return False
        if event.key() in _PRESSES and _has_own_press(watched):
            return False
        if event.key() in _ARROWS and isinstance(watched, QSlider) and watched.hasFocus():
            return False
        seen = self._seen
        deed = self._number(event) or command_for(
            event.key(), event.modifiers(), seen.position, seen.slide, seen.is_locked
        )
        if deed is None:
            return False
        if isinstance(deed, Typed):
            self.number_typed.emit(deed.number)
            return True
        # A key that is held would run through the lesson: only its first press counts.
        if not event.isAutoRepeat():
            self.wanted.emit(deed)
        return True

    def _number(self, event: QKeyEvent) -> Typed | GoTo | None:
        """A number that is being typed, or the slide that it went to. One that no slide has goes nowhere."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or event.isAutoRepeat():
            return None
        typed = self._numbers.take(event.key(), self._now_s())
        if typed is None or not typed.is_done:
            return typed
        slides = self._seen.view.lesson.slides
        return GoTo(slides[typed.number - 1].id if 0 < typed.number <= len(slides) else "")


def _has_own_press(widget: QWidget) -> bool:
    """True for a control that the teacher went to with Tab: Space and Enter are its own."""
    is_pressed = isinstance(widget, QAbstractButton | QComboBox | AnswerList | PersonList | WordChips)
    return is_pressed and widget.hasFocus()
