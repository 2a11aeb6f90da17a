"""The list at the left: a row for each thing that is missing, with a quiet tick once it is there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from presenter.completing.words import Phrases
from presenter.completing.work import Work
from presenter.console.style import SMALL_PX, Chrome

ROW_PX = 58
_FACT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class RowFact:
    """What one row shows."""

    number: int
    kind: str
    what: str
    is_done: bool
    spoken: str


def row_facts(work: Work, phrases: Phrases) -> tuple[RowFact, ...]:
    """A row for each task."""
    facts = []
    for place, task in enumerate(work.tasks):
        kind = phrases.say(f"kind.{work.lesson.slides[task.slide - 1].kind}")
        is_done = work.has_done(place)
        what = phrases.say("done" if is_done else f"short.{task.code}")
        spoken = phrases.say("row.done" if is_done else "row", n=task.slide, kind=kind, what=what)
        facts.append(RowFact(task.slide, kind, what, is_done, spoken))
    return tuple(facts)


class TaskList(QListWidget):
    """Says which row was clicked; the keys to move belong to the window."""

    chosen = Signal(int)

    def __init__(self, chrome: Chrome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "tasks")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.wear(chrome)
        self.itemClicked.connect(self.on_clicked)

    def wear(self, chrome: Chrome) -> None:
        """Take other colours."""
        self.setItemDelegate(_RowPainter(chrome, self))

    def show_work(self, work: Work, phrases: Phrases) -> None:
        """Show how far the work is."""
        self.setAccessibleName(phrases.say("list"))
        facts = row_facts(work, phrases)
        while self.count() > len(facts):
            self.takeItem(self.count() - 1)
        while self.count() < len(facts):
            self.addItem("")
        for place, fact in enumerate(facts):
            self.item(place).setText(fact.spoken)
            self.item(place).setData(_FACT, fact)
        self.setCurrentRow(-1 if work.at is None else work.at)

    @Slot()
    def on_clicked(self) -> None:
        self.chosen.emit(self.currentRow())

    def facts(self) -> tuple[RowFact, ...]:
        """The rows on show."""
        return tuple(self.item(place).data(_FACT) for place in range(self.count()))


class _RowPainter(QStyledItemDelegate):
    """Paints a row: its number, its kind, and what is missing or a tick."""

    def __init__(self, chrome: Chrome, parent: QWidget) -> None:
        super().__init__(parent)
        self._chrome = chrome

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        fact = index.data(_FACT)
        rect: QRect = option.rect
        view = self.parent()
        assert isinstance(view, TaskList)
        is_current = view.currentRow() == index.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, is_current, is_current and view.hasFocus())
        self._paint_texts(painter, rect, fact, is_current)
        if fact.is_done:
            self._paint_tick(painter, QPointF(rect.right() - 26, rect.center().y()))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, is_current: bool, has_focus: bool) -> None:
        if not is_current:
            return
        painter.setPen(QPen(QColor(self._chrome.accent), 2) if has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._chrome.tint))
        painter.drawRoundedRect(QRectF(rect).adjusted(5, 3, -5, -3), 10, 10)

    def _paint_texts(self, painter: QPainter, rect: QRect, fact: RowFact, is_current: bool) -> None:
        chrome = self._chrome
        view = self.parent()
        assert isinstance(view, TaskList)
        strong = QFont(view.font())
        strong.setBold(is_current)
        painter.setFont(strong)
        number = QRect(rect.left() + 12, rect.top(), 32, rect.height())
        painter.setPen(QColor(chrome.accent if is_current else chrome.soft))
        painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), str(fact.number))
        text = QRect(rect.left() + 54, rect.top() + 9, rect.width() - 54 - (48 if fact.is_done else 12), 22)
        painter.setPen(QColor(chrome.ink))
        self._draw_elided(painter, text, fact.kind)
        small = QFont(view.font())
        small.setPixelSize(SMALL_PX)
        painter.setFont(small)
        painter.setPen(QColor(chrome.soft))
        self._draw_elided(painter, text.translated(0, 20), fact.what)

    @staticmethod
    def _draw_elided(painter: QPainter, place: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_tick(self, painter: QPainter, centre: QPointF) -> None:
        pen = QPen(QColor(self._chrome.ok), 2.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        at = [(-6.0, 0.5), (-2.0, 4.5), (6.0, -4.5)]
        painter.drawPolyline([QPointF(centre.x() + x, centre.y() + y) for x, y in at])

    def editorEvent(self, event: QEvent, *_: object) -> bool:
        return False
