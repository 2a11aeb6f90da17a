"""The list of students as a view: rows that are painted, never rendered, and the ways to a row's menu."""

from __future__ import annotations

from difflib import SequenceMatcher

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from polling.presence import Status
from presenter.console.person_rows import PersonRow
from presenter.console.style import CONTROL_PX, SMALL_PX, Chrome

ROW_PX = 28
_NAME_X = 22
_MORE_PX = 26
"""The room that the three dots have at the right of a row; they are pressed within CONTROL_PX of the edge."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = int(_MIDDLE | Qt.AlignmentFlag.AlignLeft), int(_MIDDLE | Qt.AlignmentFlag.AlignRight)
_Index = QModelIndex | QPersistentModelIndex


class PersonModel(QAbstractListModel):
    """The rows for the view; only the lines that changed are painted again, and who was selected stays selected."""

    ROW = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PersonRow, ...] = ()

    def show(self, rows: tuple[PersonRow, ...]) -> None:
        """Show these rows."""
        before, after = [row.id for row in self._rows], [row.id for row in rows]
        if before != after:
            steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
            for what, begin, end, first, last in reversed(steps):
                if what != "equal":
                    self._replace(begin, end, rows[first:last])
        changed = [place for place, row in enumerate(rows) if row != self._rows[place]]
        self._rows = rows
        for place in changed:
            self.dataChanged.emit(self.index(place), self.index(place))

    def _replace(self, begin: int, end: int, rows: tuple[PersonRow, ...]) -> None:
        if end > begin:
            self.beginRemoveRows(QModelIndex(), begin, end - 1)
            self._rows = self._rows[:begin] + self._rows[end:]
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(QModelIndex(), begin, begin + len(rows) - 1)
            self._rows = self._rows[:begin] + rows + self._rows[begin:]
            self.endInsertRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == self.ROW:
            return row
        return row.spoken if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        is_person = index.isValid() and bool(self._rows[index.row()].id)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_person else Qt.ItemFlag.NoItemFlags


class PersonPainter(QStyledItemDelegate):
    """Paints one row: a dot, the name, the mark, and three dots that open its menu where the mouse or the selection
    is. A dot is filled (here), hollow (asleep) or a dash (gone)."""

    def __init__(self, chrome: Chrome, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chrome = chrome

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: PersonRow = index.data(PersonModel.ROW)
        place: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not row.id:
            self._paint_heading(painter, place, option.font, row.name)
        else:
            self._paint_ground(painter, place, option.state)
            if row.is_in:
                self._paint_dot(painter, place, row.status)
            used = _MORE_PX + self._paint_mark(painter, place, option.font, row)
            self._paint_name(painter, place.adjusted(_NAME_X, 0, -used - 8, 0), option.font, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, place: QRect, font: QFont, text: str) -> None:
        painter.setPen(QPen(QColor(self.chrome.line), self.chrome.line_px))
        painter.drawLine(place.left() + 1, place.top() + 3, place.right() - 1, place.top() + 3)
        painter.setFont(_small(font))
        painter.setPen(QColor(self.chrome.soft))
        painter.drawText(place.adjusted(1, 5, 0, 0), _LEFT, text)

    def _paint_ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
        flag, chrome = QStyle.StateFlag, self.chrome
        is_selected, is_focused = bool(state & flag.State_Selected), bool(state & flag.State_HasFocus)
        if not (is_selected or is_focused or state & flag.State_MouseOver):
            return
        painter.setBrush(QColor(chrome.tint if is_selected else chrome.track))
        painter.setPen(QPen(QColor(chrome.accent), 2) if is_focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(place).adjusted(0, 1, -1, -1), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(chrome.ink))
        middle = QPointF(place.right() - _MORE_PX / 2, place.center().y() + 0.5)
        for x in (-5.5, 0.0, 5.5):
            painter.drawEllipse(middle + QPointF(x, 0), 1.6, 1.6)

    def _paint_dot(self, painter: QPainter, place: QRect, status: Status) -> None:
        dot = QRectF(place.left() + 6, place.center().y() - 3.5, 9, 9)
        soft = QPen(QColor(self.chrome.soft), 1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if status is Status.HERE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.chrome.ok))
            painter.drawEllipse(dot)
        elif status is Status.ASLEEP:
            painter.setPen(soft)
            painter.drawEllipse(dot.adjusted(0.75, 0.75, -0.75, -0.75))
        else:
            painter.fillRect(QRect(place.left() + 7, place.center().y(), 8, 2), soft.color())

    def _paint_mark(self, painter: QPainter, place: QRect, font: QFont, row: PersonRow) -> int:
        if not row.mark:
            return 0
        chrome, is_letter = self.chrome, row.letter is not None
        made = QFont(font) if is_letter else _small(font)
        made.setBold(is_letter)
        painter.setFont(made)
        painter.setPen(QColor(chrome.soft if row.letter is None else chrome.options[row.letter % len(chrome.options)]))
        painter.drawText(place.adjusted(0, 0, -_MORE_PX - 2, 0), _RIGHT, row.mark)
        return painter.fontMetrics().horizontalAdvance(row.mark) + 2

    def _paint_name(self, painter: QPainter, room: QRect, font: QFont, row: PersonRow) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self.chrome.ink if row.is_here else self.chrome.soft))
        width = room.width() - (18 if row.is_shared else 0)
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, _LEFT, name)
        if row.is_shared:
            self._paint_shared(painter, room.left() + painter.fontMetrics().horizontalAdvance(name) + 6, room.center())

    def _paint_shared(self, painter: QPainter, x: int, middle: QPoint) -> None:
        """Two heads: several students on one device."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.chrome.soft))
        for left in (0.0, 6.5):
            painter.drawEllipse(QRectF(x + left + 1, middle.y() - 4, 4, 4))
            painter.drawChord(QRectF(x + left, middle.y() + 1, 6, 8), 0, 180 * 16)


class PersonList(QListView):
    """The rows, scrollable. A right click, the Menu key, Enter on a row and its three dots all ask for its menu."""

    menu_wanted = Signal(str, QPoint)
    """The menu of this participant, at this place of the screen."""

    def __init__(self, chrome: Chrome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = PersonModel(self)
        self.painter = PersonPainter(chrome, self)
        self.setProperty("tone", "people")
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask(self.currentIndex())
        else:
            self._ask(self.indexAt(self.viewport().mapFromGlobal(event.globalPos())), event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and place.x() >= self.viewport().width() - CONTROL_PX:
            self._ask(self.indexAt(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _ask(self, index: QModelIndex, place: QPoint | None = None) -> None:
        if not index.isValid() or not index.data(PersonModel.ROW).id:
            return
        under = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(_NAME_X, 2))
        self.menu_wanted.emit(index.data(PersonModel.ROW).id, place or under)


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(SMALL_PX)
    return made
