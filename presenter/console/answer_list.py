"""Open answers with their names: a list that only paints, so that no text in it is read as anything but text. A click
shows an answer to the class or hides it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from polling.answers import Text
from presenter.console.person_rows import named
from presenter.console.style import SMALL_PX
from presenter.room_copy import RoomSeen
from presenter.words import Words, isolated

_Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
_NAME_PX = 110
_SWITCH_PX = 76


@dataclass(frozen=True)
class Said:
    """One open answer; `who` is "" where the question is anonymous, `item` is what the server calls it."""

    item: str
    who: str
    text: str
    is_shown: bool


def answers_said(seen: RoomSeen, words: Words) -> tuple[Said, ...]:
    """The open answers of the round at hand, the latest first."""
    tally, roster, slide = seen.tally, seen.view.roster, seen.slide
    if tally is None or slide is None:
        return ()
    is_secret = roster is None or slide.settings.anonymous
    names = {} if is_secret or roster is None else {each.id: named(each, words) for each in roster.participants}
    return tuple(
        Said(answer.participant, names.get(answer.participant, ""), answer.value.text, answer.is_shown)
        for answer in reversed(tally.answers)
        if isinstance(answer.value, Text) and answer.value.text
    )


class AnswerModel(QAbstractListModel):
    """The answers for the view."""

    SAID = Qt.ItemDataRole.UserRole
    SWITCH = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: tuple[Said, ...] = ()
        self._words = Words("nl")

    def show(self, answers: tuple[Said, ...], words: Words) -> None:
        """Show these answers."""
        if (answers, words.language) != (self._answers, self._words.language):
            self.beginResetModel()
            self._answers, self._words = answers, words
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._answers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        said = self._answers[index.row()]
        if role == self.SAID:
            return said
        if role == self.SWITCH:
            return self._words.say("item.hide" if said.is_shown else "item.show")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{isolated(said.who)}: {isolated(said.text)}" if said.who else said.text
        return None


class AnswerPainter(QStyledItemDelegate):
    """Paints a name in soft ink, the answer beside it, wrapped, and what a click does."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        said: Said = index.data(AnswerModel.SAID)
        room = _text_room(QRect(0, 0, width, 10_000), said)
        return QSize(width - 2, option.fontMetrics.boundingRect(room, _WRAP, _one_line(said)).height() + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        said: Said = index.data(AnswerModel.SAID)
        place, colours = option.rect.adjusted(0, 4, 0, 0), option.palette
        soft = colours.color(QPalette.ColorRole.PlaceholderText)
        painter.save()
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, colours.color(QPalette.ColorRole.Midlight))
        painter.setFont(option.font)
        painter.setPen(soft)
        if said.who:
            name = painter.fontMetrics().elidedText(said.who, Qt.TextElideMode.ElideRight, _NAME_PX - 12)
            painter.drawText(place, _WRAP, name)
        if said.is_shown:
            painter.setPen(colours.color(QPalette.ColorRole.Text))
        painter.drawText(_text_room(place, said), _WRAP, _one_line(said))
        small = QFont(option.font)
        small.setPixelSize(SMALL_PX)
        small.setBold(not said.is_shown)
        painter.setFont(small)
        painter.setPen(soft if said.is_shown else colours.color(QPalette.ColorRole.Link))
        painter.drawText(place.adjusted(0, 1, -8, 0), _RIGHT, str(index.data(AnswerModel.SWITCH)))
        painter.restore()


class AnswerList(QListView):
    """The open answers, scrollable."""

    switched = Signal(str, bool)
    """This item was clicked; whether the class can see it now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = AnswerModel(self)
        self.setModel(self._model)
        self.setItemDelegate(AnswerPainter(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.on_chosen)

    def show_answers(self, answers: tuple[Said, ...], words: Words) -> None:
        """Show these answers."""
        self._model.show(answers, words)

    def lines(self) -> list[str]:
        """The answers as a screen reader hears them."""
        return [str(self._model.index(row).data()) for row in range(self._model.rowCount())]

    @Slot(QModelIndex)
    def on_chosen(self, index: QModelIndex) -> None:
        said: Said = index.data(AnswerModel.SAID)
        self.switched.emit(said.item, said.is_shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_press = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_press and self.currentIndex().isValid():
            self.on_chosen(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _text_room(place: QRect, said: Said) -> QRect:
    return place.adjusted(_NAME_PX if said.who else 0, 0, -_SWITCH_PX, 0)


def _one_line(said: Said) -> str:
    return " ".join(said.text.split())
