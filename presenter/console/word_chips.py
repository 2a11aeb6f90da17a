"""The words of a web as chips that only paint. A click shows a word to the class or hides it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from polling.wire import WordView
from presenter.words import isolated

_ROW_PX = 30
_GAP_PX = 8
_PAD_PX = 10
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class WordChips(QWidget):
    """As high as its words need at its width; a word the class cannot see has an outline only."""

    switched = Signal(str, bool)
    """The word with this key was clicked; whether the class can see it now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[WordView, ...] = ()
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_words(self, words: tuple[WordView, ...]) -> None:
        """Show these in this order."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(", ".join(f"{isolated(word.text)} {word.count}" for word in words))
            self._fit()
            self.update()

    def place_of(self, key: str) -> QRect:
        """Where the chip of this word is."""
        return next(place for word, place in zip(self._words, self._places(), strict=True) if word.key == key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for word, place in zip(self._words, self._places(), strict=True):
            if place.contains(event.position().toPoint()):
                self.switched.emit(word.key, word.is_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for word, place in zip(self._words, self._places(), strict=True):
            self._paint_word(painter, word, place)

    def _paint_word(self, painter: QPainter, word: WordView, place: QRect) -> None:
        colours = self.palette()
        if word.is_shown:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color(QPalette.ColorRole.Midlight))
        else:
            painter.setPen(QPen(colours.color(QPalette.ColorRole.PlaceholderText), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, 13, 13)
        inside = place.adjusted(_PAD_PX, 0, -_PAD_PX, 0)
        painter.setPen(colours.color(QPalette.ColorRole.Text if word.is_shown else QPalette.ColorRole.PlaceholderText))
        painter.setFont(self.font())
        painter.drawText(
            inside, _LEFT, painter.fontMetrics().elidedText(word.text, Qt.TextElideMode.ElideRight, inside.width())
        )
        if word.count > 1:
            painter.setFont(self._bold())
            painter.drawText(inside, _RIGHT, str(word.count))

    def _fit(self) -> None:
        places = self._places()
        self.setMinimumHeight(places[-1].bottom() + 1 if places else 0)

    def _places(self) -> list[QRect]:
        plain, bold = QFontMetrics(self.font()), QFontMetrics(self._bold())
        places: list[QRect] = []
        x = y = 0
        for word in self._words:
            width = 2 * _PAD_PX + plain.horizontalAdvance(word.text) + 2
            width += bold.horizontalAdvance(str(word.count)) + 8 if word.count > 1 else 0
            width = min(width, max(self.width(), 60))
            if x and x + width > self.width():
                x, y = 0, y + _ROW_PX
            places.append(QRect(x, y, width, _ROW_PX - 4))
            x += width + _GAP_PX
        return places

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font
