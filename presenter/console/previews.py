"""The slide as the class sees it, and the one after it: two canvases in the console's frame."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from polling.commands import Cover
from presenter.console.parts import PlainLabel, Rounded, Wide
from presenter.possible import has_typed
from presenter.room_copy import RoomSeen
from presenter.stage.canvas import Canvas
from presenter.words import Words


class Now(Wide):
    """The slide at hand. When something lies over it on the board, a chip in the corner says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.canvas = Canvas()
        super().__init__(Rounded(self.canvas), parent)
        self.chip = PlainLabel("", "chip", self)
        self.chip.hide()
        self.canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_chip()
        return super().eventFilter(watched, event)

    def show_room(self, seen: RoomSeen, words: Words, is_aside: bool = False) -> None:
        """Say what lies over the slide, if anything does. `is_aside`: the browser."""
        text = words.say("now.browser") if is_aside else board_words(seen, words)
        self.canvas.setAccessibleName(text or words.say("now"))
        self.chip.setText(text)
        self.chip.adjustSize()
        self.chip.setVisible(bool(text))
        self._place_chip()

    def _place_chip(self) -> None:
        self.chip.move(16, max(0, self.canvas.height() - self.chip.height() - 16))
        self.chip.raise_()


class After(QWidget):
    """The slide that follows, small, with a heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PlainLabel("", "heading")
        self.nothing = PlainLabel("", "soft")
        self.nothing.setWordWrap(True)
        self.canvas = Canvas(reduced_motion=True)
        self.frame = Rounded(self.canvas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.nothing)
        column.addWidget(self.frame)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.frame.setFixedHeight(round(self.width() * 9 / 16))

    def show_room(self, seen: RoomSeen, words: Words) -> None:
        """Show the frame, or say that this is the last slide; after the end nothing follows."""
        is_over = seen.position is not None and seen.position.ended
        self.heading.setText(words.say("after"))
        self.canvas.setAccessibleName(words.say("after"))
        self.nothing.setText(words.say("after.none"))
        self.heading.setVisible(not is_over)
        self.nothing.setVisible(seen.slide_after is None and not is_over)
        self.frame.setVisible(seen.slide_after is not None and not is_over)


def board_words(seen: RoomSeen, words: Words) -> str:
    """What lies over the slide on the board; "" when the class sees the slide."""
    position = seen.position
    if position is None or position.ended:
        return ""
    if position.paused:
        return words.say("now.paused")
    if position.cover is not Cover.NONE and position.slide:
        return words.say("now.covered", cover=words.say(f"cover.{position.cover}"))
    if position.frozen:
        return words.say("now.frozen")
    if not position.hides_answers or not has_typed(seen):
        return ""
    return words.say("now.hidden" if position.slide else "now.hidden.names")
