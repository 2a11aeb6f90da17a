"""Open answers with their names, and the words of a web as chips: lists that only paint, so no text in them is read as
anything but text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, QStringListModel, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from polling.answers import Text
from presenter.room_copy import RoomSeen

_Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_SPLIT = "\n"


@dataclass(frozen=True)
class Said:
    """One open answer; `who` is "" where the question is anonymous."""

    who: str
    text: str


def answers_said(seen: RoomSeen) -> tuple[Said, ...]:
    """The open answers of the round at hand, the latest first."""
    tally, roster, slide = seen.tally, seen.view.roster, seen.slide
    if tally is None or slide is None:
        return ()
    names = {} if roster is None or slide.settings.anonymous else {each.id: each.name for each in roster.participants}
    told = [(answer.participant, answer.value) for answer in reversed(tally.answers)]
    return tuple(Said(names.get(who, ""), value.text) for who, value in told if isinstance(value, Text))


class AnswerPainter(QStyledItemDelegate):
    """Paints a name in soft ink and the answer beside it, wrapped."""

    _NAME_PX = 110

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        metrics: QFontMetrics = option.fontMetrics
        who, _, text = str(index.data()).partition(_SPLIT)
        room = QRect(0, 0, width - (self._NAME_PX if who else 0) - 8, 10_000)
        return QSize(width - 2, metrics.boundingRect(room, _WRAP, text).height() + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        place: QRect = option.rect.adjusted(0, 3, -8, 0)
        colours: QPalette = option.palette
        who, _, text = str(index.data()).partition(_SPLIT)
        painter.save()
        painter.setFont(option.font)
        if who:
            painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
            name = painter.fontMetrics().elidedText(who, Qt.TextElideMode.ElideRight, self._NAME_PX - 12)
            painter.drawText(place, _WRAP, name)
            place = place.adjusted(self._NAME_PX, 0, 0, 0)
        painter.setPen(colours.color(QPalette.ColorRole.Text))
        painter.drawText(place, _WRAP, text)
        painter.restore()


class AnswerList(QListView):
    """The open answers, scrollable."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStringListModel(self)
        self.setModel(self._model)
        self.setItemDelegate(AnswerPainter(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def show_answers(self, answers: tuple[Said, ...]) -> None:
        """Show these answers."""
        lines = [f"{each.who}{_SPLIT}{' '.join(each.text.split())}" for each in answers]
        if lines != self._model.stringList():
            self._model.setStringList(lines)

    def lines(self) -> list[str]:
        """The answers as `name: text`."""
        return [line.replace(_SPLIT, ": ", 1) for line in self._model.stringList()]


class WordChips(QWidget):
    """The words of a web with how often each came, the most frequent first."""

    _ROW_PX = 30
    _GAP_PX = 8
    _PAD_PX = 10

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[tuple[str, int], ...] = ()

    def show_words(self, words: tuple[tuple[str, int], ...]) -> None:
        """Show these (word, count) in this order."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(", ".join(f"{word} {count}" for word, count in words))
            self._fit()
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        for (word, count), place in zip(self._words, self._places(), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color(QPalette.ColorRole.Midlight))
            painter.drawRoundedRect(place, 13, 13)
            inside = place.adjusted(self._PAD_PX, 0, -self._PAD_PX, 0)
            painter.setPen(QColor(colours.color(QPalette.ColorRole.Text)))
            painter.setFont(self.font())
            shown = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
            if count > 1:
                painter.setFont(self._bold())
                painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), str(count))

    def _fit(self) -> None:
        places = self._places()
        self.setMinimumHeight(places[-1].bottom() + 1 if places else 0)

    def _places(self) -> list[QRect]:
        plain, bold = QFontMetrics(self.font()), QFontMetrics(self._bold())
        places: list[QRect] = []
        x = y = 0
        for word, count in self._words:
            width = 2 * self._PAD_PX + plain.horizontalAdvance(word) + 2
            width += bold.horizontalAdvance(str(count)) + 8 if count > 1 else 0
            width = min(width, max(self.width(), 60))
            if x and x + width > self.width():
                x, y = 0, y + self._ROW_PX
            places.append(QRect(x, y, width, self._ROW_PX - 4))
            x += width + self._GAP_PX
        return places

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font
