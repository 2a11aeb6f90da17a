"""Open answers with their names: a list that only paints, so that no text in it is read as anything but text.

A click shows an answer to the class or hides it; at the right of a row stand a star and what makes the answer large.
All of it is in the menu of the row too, and on the keys `*` and `E`.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from presenter.console.said import Said, enlarging, showing, spoken, starring
from presenter.console.style import SMALL_PX
from presenter.stage.badge import star
from presenter.words import Words

_Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
_NAME_PX = 110
_STAR_PX, _LARGE_PX, _SWITCH_PX = 36, 66, 76
_AROUND_PX = _STAR_PX + _LARGE_PX + _SWITCH_PX
_ROW_PX = 32
_LINE_Y = 6
"""Where the first line of a row begins."""


class Spot(Enum):
    """What of a row is under the mouse."""

    TEXT = auto()
    STAR = auto()
    LARGE = auto()
    SWITCH = auto()


def spot_at(row: QRect, x: int) -> Spot:
    """What of a row stands at this place from the left."""
    from_right = row.right() - x
    if from_right < _SWITCH_PX:
        return Spot.SWITCH
    if from_right < _SWITCH_PX + _LARGE_PX:
        return Spot.LARGE
    return Spot.STAR if from_right < _AROUND_PX else Spot.TEXT


class AnswerModel(QAbstractListModel):
    """The answers for the view."""

    SAID = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: tuple[Said, ...] = ()
        self._words = Words("nl")

    def show(self, answers: tuple[Said, ...], words: Words) -> bool:
        """Show these answers; False when they stand there already."""
        if (answers, words.language) == (self._answers, self._words.language):
            return False
        self.beginResetModel()
        self._answers, self._words = answers, words
        self.endResetModel()
        return True

    def row_of(self, item: str) -> int | None:
        """The row of what the server calls so."""
        return next((row for row, said in enumerate(self._answers) if said.item == item), None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._answers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        said = self._answers[index.row()]
        if role == self.SAID:
            return said
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(said, self._words)
        return None


class AnswerPainter(QStyledItemDelegate):
    """Paints a name in soft ink, the answer beside it, wrapped, the star, and what a click at the right does."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = Words("nl")

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        said: Said = index.data(AnswerModel.SAID)
        room = _text_room(QRect(0, 0, width, 10_000), said)
        needed = option.fontMetrics.boundingRect(room, _WRAP, _one_line(said)).height()
        return QSize(width - 2, max(_ROW_PX, needed + 2 * _LINE_Y))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        said: Said = index.data(AnswerModel.SAID)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, said)
        place, colours = option.rect.adjusted(4, _LINE_Y, 0, 0), option.palette
        painter.setFont(option.font)
        painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
        if said.who:
            name = painter.fontMetrics().elidedText(said.who, Qt.TextElideMode.ElideRight, _NAME_PX - 12)
            painter.drawText(place, _WRAP, name)
        if said.is_shown:
            painter.setPen(colours.color(QPalette.ColorRole.Text))
        painter.drawText(_text_room(place, said), _WRAP, _one_line(said))
        self._paint_switches(painter, option, said)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, said: Said) -> None:
        flag, colours = QStyle.StateFlag, option.palette
        if said.is_large:
            painter.fillRect(option.rect, colours.color(QPalette.ColorRole.AlternateBase))
        elif option.state & flag.State_MouseOver:
            painter.fillRect(option.rect, colours.color(QPalette.ColorRole.Midlight))
        if option.state & flag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -1), 6, 6)

    def _paint_switches(self, painter: QPainter, option: QStyleOptionViewItem, said: Said) -> None:
        colours, right = option.palette, option.rect.right()
        accent, soft = colours.color(QPalette.ColorRole.Link), colours.color(QPalette.ColorRole.PlaceholderText)
        middle = QPointF(right - _AROUND_PX + _STAR_PX / 2, option.rect.top() + _LINE_Y + 9)
        painter.setPen(QPen(accent if said.is_starred else soft, 1.5))
        painter.setBrush(accent if said.is_starred else QColor(0, 0, 0, 0))
        painter.drawPolygon(star(middle, 8.5))
        line = option.rect.adjusted(0, _LINE_Y + 1, -8, 0)
        if said.can_be_large:
            _print(painter, line.adjusted(0, 0, -_SWITCH_PX, 0), self.words.say(_large(said)), said.is_large, option)
        _print(painter, line, self.words.say(_switch(said)), not said.is_shown, option)


class AnswerList(QListView):
    """The open answers, scrollable. A right click, the Menu key and a long press ask for the menu of a row."""

    wanted = Signal(object)
    """A command for the room."""
    pointed = Signal(str)
    """The mouse is where a click does this, in words; "" where it is not."""
    menu_wanted = Signal(str, QPoint)
    """The menu of this answer, at this place of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = AnswerModel(self)
        self._painter = AnswerPainter(self)
        self._spot = Spot.TEXT
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.on_chosen)

    def show_answers(self, answers: tuple[Said, ...], words: Words) -> None:
        """Show these answers. Who walks through them with the keys stays at the same one."""
        at = self.currentIndex()
        item = at.data(AnswerModel.SAID).item if at.isValid() else ""
        self._painter.words = words
        if self._model.show(answers, words) and (row := self._model.row_of(item)) is not None:
            self.setCurrentIndex(self._model.index(row))

    def lines(self) -> list[str]:
        """The answers as a screen reader hears them."""
        return [str(self._model.index(row).data()) for row in range(self._model.rowCount())]

    @Slot(QModelIndex)
    def on_chosen(self, index: QModelIndex) -> None:
        said: Said = index.data(AnswerModel.SAID)
        deed = {Spot.STAR: starring(said), Spot.LARGE: enlarging(said)}.get(self._spot, showing(said))
        if deed is not None:
            self.wanted.emit(deed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        self._spot = spot_at(self.visualRect(self.indexAt(place)), place.x())
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        else:
            index, place = self.indexAt(self.viewport().mapFromGlobal(event.globalPos())), event.globalPos()
        if index.isValid():
            self.menu_wanted.emit(index.data(AnswerModel.SAID).item, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        said: Said | None = index.data(AnswerModel.SAID) if index.isValid() else None
        deeds: dict[int, Callable[[Said], object]] = {
            Qt.Key.Key_Space: showing,
            Qt.Key.Key_Return: showing,
            Qt.Key.Key_Enter: showing,
            Qt.Key.Key_Asterisk: starring,
            Qt.Key.Key_E: enlarging,
        }
        deed_of = deeds.get(event.key())
        if said is None or deed_of is None:
            super().keyPressEvent(event)
        elif (deed := deed_of(said)) is not None:
            self.wanted.emit(deed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        self.pointed.emit(self.tip(index, spot_at(self.visualRect(index), place.x())) if index.isValid() else "")

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit("")

    def tip(self, index: QModelIndex, spot: Spot) -> str:
        """What a click at this spot of a row does, in words; "" beside the switches."""
        said: Said = index.data(AnswerModel.SAID)
        if spot is Spot.TEXT or (spot is Spot.LARGE and not said.can_be_large):
            return ""
        name = {Spot.STAR: "item.unstar" if said.is_starred else "item.star", Spot.LARGE: f"{_large(said)}.long"}
        return self._painter.words.say(name.get(spot, f"{_switch(said)}.long"))


def _print(painter: QPainter, place: QRect, text: str, is_loud: bool, option: QStyleOptionViewItem) -> None:
    small = QFont(option.font)
    small.setPixelSize(SMALL_PX)
    small.setBold(is_loud)
    painter.setFont(small)
    role = QPalette.ColorRole.Link if is_loud else QPalette.ColorRole.PlaceholderText
    painter.setPen(option.palette.color(role))
    painter.drawText(place, _RIGHT, text)


def _switch(said: Said) -> str:
    return "item.hide" if said.is_shown else "item.show"


def _large(said: Said) -> str:
    return "item.small" if said.is_large else "item.large"


def _text_room(place: QRect, said: Said) -> QRect:
    return place.adjusted(_NAME_PX if said.who else 0, 0, -_AROUND_PX - 8, 0)


def _one_line(said: Said) -> str:
    return " ".join(said.text.split())
