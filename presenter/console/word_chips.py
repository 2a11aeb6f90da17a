"""The words of a web as chips that only paint. A click shows a word to the class or hides it, dropping one on another
merges them, and the other button asks what else can be done."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from polling.wire import WordView
from presenter.console.style import LIGHT, Chrome
from presenter.words import Words, isolated

_ROW_PX = 34
_CHIP_PX = 30
_GAP_PX = 8
_PAD_PX = 12
_DOT_PX = 10
_PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class WordChips(QWidget):
    """As high as its words need at its width; a word the class cannot see has an outline only, one that waits for the
    teacher a coloured one; a dot has the colour of a group."""

    switched = Signal(str, bool)
    """The word with this key was clicked; whether the class can see it now."""
    dropped = Signal(str, str)
    """The first word was dropped on the second (their keys)."""
    menu_wanted = Signal(str, QPoint)
    """What can be done with this word? The place is one of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[WordView, ...] = ()
        self._chrome = LIGHT
        self._says = Words("nl")
        self._held = self._over = ""
        self._from, self._at = QPoint(), QPoint()
        self._is_dragged = False
        self._chosen = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def wear(self, chrome: Chrome) -> None:
        """Take other colours."""
        self._chrome = chrome
        self.update()

    def show_words(self, words: tuple[WordView, ...], says: Words) -> None:
        """Show these in this order."""
        if (words, says.language) == (self._words, self._says.language):
            return
        self._words, self._says = words, says
        self._chosen = min(self._chosen, max(0, len(words) - 1))
        self.setAccessibleName(", ".join(self.lines()))
        self._fit()
        self.update()

    def lines(self) -> list[str]:
        """The words as a screen reader hears them."""
        return [f"{isolated(word.text)} {word.count}" for word in self._words]

    def place_of(self, key: str) -> QRect:
        """Where the chip of this word is."""
        return next(place for word, place in zip(self._words, self._places(), strict=True) if word.key == key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        word = self._word_at(event.position().toPoint())
        if word is not None and event.button() is Qt.MouseButton.LeftButton:
            self._held, self._from, self._is_dragged = word.key, event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._held:
            return
        self._at = event.position().toPoint()
        far = (self._at - self._from).manhattanLength()
        self._is_dragged = self._is_dragged or far >= QApplication.startDragDistance()
        over = self._word_at(self._at)
        self._over = over.key if over is not None and self._is_dragged and over.key != self._held else ""
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, over, is_dragged = self._held, self._over, self._is_dragged
        self._held, self._over, self._is_dragged = "", "", False
        self.update()
        if over:
            self.dropped.emit(held, over)
        elif held and not is_dragged:
            self._switch(held)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        word = self._word_at(event.pos())
        if word is not None:
            self.menu_wanted.emit(word.key, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and self._words:
            self._chosen = (self._chosen + steps[Qt.Key(event.key())]) % len(self._words)
            self.update()
        elif event.key() in _PRESSES and self._words:
            self._switch(self._words[self._chosen].key)
        elif event.key() == Qt.Key.Key_Menu and self._words:
            place = self._places()[self._chosen]
            self.menu_wanted.emit(self._words[self._chosen].key, self.mapToGlobal(place.bottomLeft()))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        groups = list(dict.fromkeys(word.group for word in self._words if word.group))
        for number, (word, place) in enumerate(zip(self._words, self._places(), strict=True)):
            dot = QColor(self._chrome.options[groups.index(word.group) % 6]) if word.group else None
            self._paint_word(painter, word, place, dot)
            if word.key == self._over or (self.hasFocus() and number == self._chosen):
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(self._chrome.accent), 2))
                painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 15, 15)
        if self._is_dragged:
            word = next(word for word in self._words if word.key == self._held)
            self._paint_word(painter, word, self.place_of(self._held).translated(self._at - self._from), None)

    def _paint_word(self, painter: QPainter, word: WordView, place: QRect, dot: QColor | None) -> None:
        colours = self.palette()
        soft = colours.color(QPalette.ColorRole.PlaceholderText)
        if word.is_shown:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color(QPalette.ColorRole.Midlight))
        else:
            edge = QColor(self._chrome.warning) if word.is_held else soft
            painter.setPen(QPen(edge, 2 if word.is_held else 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 14, 14)
        inside = place.adjusted(_PAD_PX, 0, -_PAD_PX, 0)
        if dot is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(dot)
            painter.drawEllipse(inside.left(), inside.center().y() - _DOT_PX // 2 + 1, _DOT_PX, _DOT_PX)
            inside.adjust(_DOT_PX + 6, 0, 0, 0)
        painter.setPen(colours.color(QPalette.ColorRole.Text) if word.is_shown or word.is_held else soft)
        painter.setFont(self._bold() if word.is_pinned else self.font())
        metrics = painter.fontMetrics()
        painter.drawText(inside, _LEFT, metrics.elidedText(word.text, Qt.TextElideMode.ElideRight, inside.width()))
        note = self._note(word)
        if note:
            painter.setPen(QColor(self._chrome.warning) if word.is_held else colours.color(QPalette.ColorRole.Text))
            painter.setFont(self._bold())
            painter.drawText(inside, _RIGHT, note)

    def _note(self, word: WordView) -> str:
        """What stands after a word: how many sent it, and that it waits."""
        told = [str(word.count)] if word.count > 1 else []
        return "  ".join([*told, *([self._says.say("word.waits")] if word.is_held else [])])

    def _switch(self, key: str) -> None:
        word = next((word for word in self._words if word.key == key), None)
        if word is not None:
            self.switched.emit(word.key, word.is_shown)

    def _word_at(self, place: QPoint) -> WordView | None:
        return next(
            (word for word, room in zip(self._words, self._places(), strict=True) if room.contains(place)), None
        )

    def _fit(self) -> None:
        places = self._places()
        self.setMinimumHeight(places[-1].bottom() + 1 if places else 0)

    def _places(self) -> list[QRect]:
        plain, bold = QFontMetrics(self.font()), QFontMetrics(self._bold())
        places: list[QRect] = []
        x = y = 0
        for word in self._words:
            note = self._note(word)
            width = 2 * _PAD_PX + (bold if word.is_pinned else plain).horizontalAdvance(word.text) + 2
            width += (bold.horizontalAdvance(note) + 8 if note else 0) + (_DOT_PX + 6 if word.group else 0)
            width = min(width, max(self.width(), 60))
            if x and x + width > self.width():
                x, y = 0, y + _ROW_PX
            places.append(QRect(x, y, width, _CHIP_PX))
            x += width + _GAP_PX
        return places

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font
