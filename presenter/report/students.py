"""The table of students: a row for each, a column for each question, and how to sort it. Names are only painted."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from polling.scores import Judgement
from presenter.console.style import Chrome
from presenter.report.facts import Table
from presenter.report.tables import dress_table
from presenter.report.words import Phrases

ROW_PX, HEAD_PX = 31, 32
_NAME_PX, _SENTENCE_PX = 180, 260
_MARK_PX = (30, 44)
"""A column of marks is at least and at most so wide."""
_FIXED = 2
"""The columns before the marks: the name and the sentence."""
_Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)


class StudentModel(QAbstractTableModel):
    """The rows for the view. A mark is data of the role MARK, and words for a screen reader."""

    MARK = Qt.ItemDataRole.UserRole

    def __init__(self, phrases: Phrases, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = Table((), ())
        self._phrases = phrases

    def show(self, table: Table, phrases: Phrases) -> None:
        """Show this table."""
        self.beginResetModel()
        self._table, self._phrases = table, phrases
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else _FIXED + len(self._table.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._table.rows[index.row()], index.column()
        if column < _FIXED:
            is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return (row.name, row.sentence)[column] if is_text else None
        mark = row.marks[column - _FIXED]
        if role == self.MARK:
            return mark
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._table.columns[column - _FIXED].spoken}: {self._phrases.say(f'mark.{mark}')}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        is_mark = section >= _FIXED
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter) if is_mark else _LEFT
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if not is_mark:
            return self._phrases.say(("score.name", "score.head")[section])
        column = self._table.columns[section - _FIXED]
        return column.label if role == Qt.ItemDataRole.DisplayRole else column.spoken


class CellPainter(QStyledItemDelegate):
    """Paints a name, a sentence or a mark; a mark has a shape of its own, not only a colour."""

    def __init__(self, chrome: Chrome, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chrome = chrome

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        chrome, place = self.chrome, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(chrome.tint))
        painter.setPen(QColor(chrome.track))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        if index.column() < _FIXED:
            self._paint_text(painter, option, index)
        else:
            paint_mark(painter, place, index.data(StudentModel.MARK), chrome)
        painter.restore()

    def _paint_text(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        room = option.rect.adjusted(6, 0, -8, 0)
        painter.setFont(option.font)
        painter.setPen(QColor(self.chrome.ink if index.column() == 0 else self.chrome.soft))
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, text)


def paint_mark(painter: QPainter, place: QRect, mark: Judgement, chrome: Chrome) -> None:
    """A tick, a cross, a dot or a dash in the middle of this place."""
    x, y = place.center().x() + 0.5, place.center().y() + 0.5
    pen = QPen(QColor({"right": chrome.ok, "wrong": chrome.error}.get(mark, chrome.soft)), 2.2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match mark:
        case "right":
            painter.drawPolyline([QPointF(x - 5.5, y + 0.5), QPointF(x - 1.5, y + 4.5), QPointF(x + 5.5, y - 4.5)])
        case "wrong":
            painter.drawLine(QPointF(x - 4, y - 4), QPointF(x + 4, y + 4))
            painter.drawLine(QPointF(x - 4, y + 4), QPointF(x + 4, y - 4))
        case "given":
            painter.setBrush(pen.color())
            painter.drawEllipse(QPointF(x, y), 2.2, 2.2)
        case "absent":
            painter.drawLine(QPointF(x - 4, y), QPointF(x + 4, y))


class Students(QTableView):
    """As high as its rows, or as `let_grow` allows; then it scrolls by itself under its own head."""

    def __init__(self, chrome: Chrome, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = StudentModel(phrases, self)
        self._highest_px = 10_000
        self.setModel(self._model)
        self.setItemDelegate(CellPainter(chrome, self))
        dress_table(self, chrome, ROW_PX)
        head = self.horizontalHeader()
        head.setFixedHeight(HEAD_PX)
        head.setMinimumSectionSize(_MARK_PX[0])
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_table(self, table: Table, phrases: Phrases) -> None:
        """Show these rows in this order."""
        self._model.show(table, phrases)
        self.setAccessibleName(phrases.say("section.students"))
        self._fit()

    def let_grow(self, highest_px: int) -> None:
        """Be at most so high."""
        self._highest_px = max(highest_px, HEAD_PX + 4 * ROW_PX)
        self._fit()

    def texts(self) -> list[list[str]]:
        """The rows as a screen reader hears them."""
        role = Qt.ItemDataRole.AccessibleTextRole
        model = self._model
        return [
            [str(model.data(model.index(row, column), role)) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        count = max(1, self._model.columnCount() - _FIXED)
        room = (self.viewport().width() - _NAME_PX - _SENTENCE_PX) // count
        mark = min(max(room, _MARK_PX[0]), _MARK_PX[1])
        for column in range(self._model.columnCount()):
            self.setColumnWidth(column, (_NAME_PX, _SENTENCE_PX)[column] if column < _FIXED else mark)
        around = HEAD_PX + 2 * self.lineWidth() + (12 if mark == _MARK_PX[0] else 4)
        rows = min(self._model.rowCount(), (self._highest_px - around) // ROW_PX)
        self.setFixedHeight(around + rows * ROW_PX)
