"""All slides of the lesson as small pictures, to go to one of them. Opened over the console, never over the board."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen
from PySide6.QtWidgets import QDialog, QListView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from lessons.markdown import plain
from lessons.model import Slide
from polling.commands import GoTo
from presenter.console.parts import PlainLabel
from presenter.console.style import SMALL_PX, Chrome
from presenter.room_copy import RoomSeen
from presenter.words import Words

PICTURE = QSize(256, 144)
CELL = QSize(280, 208)
PictureOf = Callable[[str, QSize], QImage]
"""A slide's id and a size -> the slide as a picture of at most so many pixels."""
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class GridRow:
    """One slide of the grid. `about` says which kind it is, and that it is hidden; the lesson stands where
    `is_here`."""

    id: str
    number: int
    title: str
    about: str
    is_hidden: bool
    is_here: bool

    @property
    def spoken(self) -> str:
        """For a screen reader; it begins with the number, so that typing it finds the slide."""
        return f"{self.number} {self.title}, {self.about}"


def grid_rows(seen: RoomSeen, words: Words) -> tuple[GridRow, ...]:
    """A row for every slide, hidden ones too."""
    here = None if seen.slide is None else seen.slide.id
    return tuple(
        GridRow(
            id=slide.id,
            number=number,
            title=plain(slide.title or slide.question),
            about=_about(slide, words),
            is_hidden=slide.settings.hidden,
            is_here=slide.id == here,
        )
        for number, slide in enumerate(seen.view.lesson.slides, 1)
    )


def _about(slide: Slide, words: Words) -> str:
    told = [words.say(f"kind.{slide.kind}")]
    if slide.settings.hidden:
        told.append(words.say("grid.hidden"))
    return " · ".join(told)


class GridModel(QAbstractListModel):
    """The rows for the view."""

    ROW = Qt.ItemDataRole.UserRole

    def __init__(self, rows: tuple[GridRow, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = rows

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == self.ROW:
            return row
        return row.spoken if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


class GridPainter(QStyledItemDelegate):
    """Paints a slide's picture, its number and its title. A picture is made when it is first seen, and kept."""

    def __init__(
        self, chrome: Chrome, picture_of: Callable[[str, QSize], QImage], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._chrome = chrome
        self._picture_of = picture_of
        self._made: dict[str, QImage] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: GridRow = index.data(GridModel.ROW)
        view = option.widget
        place: QRect = option.rect
        is_chosen = isinstance(view, QListView) and view.currentIndex() == index
        box = QRect(
            place.x() + (place.width() - PICTURE.width()) // 2, place.y() + 10, PICTURE.width(), PICTURE.height()
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.45 if row.is_hidden else 1.0)
        painter.drawImage(box, self._picture(row.id, painter.device().devicePixelRatioF()))
        painter.setOpacity(1.0)
        self._paint_frame(painter, box, is_chosen, row.is_here)
        self._paint_words(painter, box, QFont(option.font), row)
        painter.restore()

    def _picture(self, slide: str, scale: float) -> QImage:
        if slide not in self._made:
            self._made[slide] = self._picture_of(slide, PICTURE * scale)
        return self._made[slide]

    def _paint_frame(self, painter: QPainter, box: QRect, is_chosen: bool, is_here: bool) -> None:
        chrome = self._chrome
        width = 3 if is_chosen or is_here else 1
        painter.setPen(QPen(QColor(chrome.accent if is_chosen else chrome.ok if is_here else chrome.line), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(-2, -2, 2, 2), 6, 6)

    def _paint_words(self, painter: QPainter, box: QRect, font: QFont, row: GridRow) -> None:
        line = QRect(box.x(), box.bottom() + 6, box.width(), 22)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._chrome.ink))
        left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        number = f"{row.number}  "
        painter.drawText(line, left, number)
        shift = painter.fontMetrics().horizontalAdvance(number)
        font.setBold(False)
        painter.setFont(font)
        room = line.adjusted(shift, 0, 0, 0)
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, left, title)
        font.setPixelSize(SMALL_PX)
        painter.setFont(font)
        painter.setPen(QColor(self._chrome.soft))
        painter.drawText(line.translated(0, 20), left, row.about)


class SlideGrid(QDialog):
    """Arrow keys, the number of a slide, Enter or a click; Esc leaves everything as it is."""

    wanted = Signal(object)
    """Carries the GoTo."""

    def __init__(
        self,
        seen: RoomSeen,
        words: Words,
        chrome: Chrome,
        picture_of: PictureOf,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.say("grid.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model = GridModel(grid_rows(seen, words), self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(GridPainter(chrome, picture_of, self))
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(words.say("grid.title"))
        self.list.clicked.connect(self.on_chosen)
        self.list.activated.connect(self.on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 12, 16)
        column.addWidget(PlainLabel(words.say("grid.title"), "title"))
        column.addWidget(self.list, 1)
        self._begin_at(next((place for place, row in enumerate(self._model.rows) if row.is_here), 0))
        self.resize(parent.size() * 0.92)

    def _begin_at(self, place: int) -> None:
        self.list.setCurrentIndex(self._model.index(place))
        self.list.scrollTo(self._model.index(place), QListView.ScrollHint.PositionAtCenter)
        self.list.setFocus()

    @Slot(QModelIndex)
    def on_chosen(self, index: QModelIndex) -> None:
        if self.isVisible():
            self.accept()
            self.wanted.emit(GoTo(self._model.rows[index.row()].id))
