"""Hears the keys of the two windows before their widgets do, so that a clicker works wherever the focus is."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSlider, QWidget

from polling.commands import Enlarge, GoTo
from presenter.console.answer_list import AnswerList
from presenter.console.person_list import PersonList
from presenter.console.word_chips import WordChips
from presenter.keys import OpenLink, command_for
from presenter.number_keys import NumberKeys, Typed
from presenter.room_copy import NOTHING_SEEN, RoomSeen
from presenter.stage.canvas import Canvas

_OF_A_CLICKER = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F5})
"""Keys that stay keys of the lesson while something is typed."""
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyFilter(QObject):
    """Looks at the keys of its windows and of every widget in them, also those that come later. Dialogs and menus keep
    their own keys.

    It is not installed on the application, and leaves what lies in a canvas alone: Python would be handed the inner
    objects of a web view, which do not tell their type, and the app would crash.
    """

    wanted = Signal(object)
    """What the key asks for: a command or an Action (presenter.keys)."""
    number_typed = Signal(int)
    """The number of a slide so far; Enter goes there."""
    link_typed = Signal(int)
    """The number of a link so far; Enter opens it."""

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

    def begin(self) -> None:
        """Look at keys from now on."""
        for window in self._windows:
            self._watch(window)

    def end(self) -> None:
        """Look at no keys any more."""
        self._windows = ()

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        self._seen = seen

    @Slot(int)
    def on_link_choice(self, links: int) -> None:
        """The teacher is asked which of so many links to open."""
        self._numbers.ask_for_link(links, self._now_s())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            self._watch(event.child())
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
        deed = (
            self._number(event)
            or self._back_among_others(event)
            or command_for(event.key(), event.modifiers(), seen.position, seen.slide, seen.is_locked)
        )
        if deed is None:
            return False
        if isinstance(deed, Typed):
            (self.link_typed if deed.is_link else self.number_typed).emit(deed.number)
            return True
        # A key that is held would run through the lesson: only its first press counts.
        if not event.isAutoRepeat():
            self.wanted.emit(deed)
        return True

    def _watch(self, found: QObject) -> None:
        is_own = isinstance(found, QWidget) and (found in self._windows or not found.isWindow())
        if is_own and not isinstance(found, Canvas):
            found.installEventFilter(self)
            for child in found.children():
                self._watch(child)

    def _number(self, event: QKeyEvent) -> Typed | GoTo | OpenLink | None:
        """A number that is being typed, or what it was for. One that no slide has goes nowhere."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or event.isAutoRepeat():
            return None
        typed = self._numbers.take(event.key(), self._now_s())
        if typed is None or not typed.is_done:
            return typed
        if typed.is_link:
            return OpenLink(typed.number)
        slides = self._seen.view.lesson.slides
        return GoTo(slides[typed.number - 1].id if 0 < typed.number <= len(slides) else "")

    def _back_among_others(self, event: QKeyEvent) -> Enlarge | None:
        """Esc puts a large answer back before it leaves the slides."""
        tally = self._seen.tally
        is_large = tally is not None and bool(tally.enlarged)
        return Enlarge("") if is_large and event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat() else None


def _has_own_press(widget: QWidget) -> bool:
    """True for a control that the teacher went to with Tab: Space and Enter are its own."""
    is_pressed = isinstance(widget, QAbstractButton | QComboBox | AnswerList | PersonList | WordChips)
    return is_pressed and widget.hasFocus()
