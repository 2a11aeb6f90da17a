"""The list of students: who is here, and what each answered. The rows are pure; names are painted, never rendered."""

from __future__ import annotations

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
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from polling.answers import Choice
from polling.wire import ParticipantView
from presenter.console.parts import Card, PlainLabel
from presenter.console.style import LETTERS, SMALL_PX, Chrome
from presenter.room_copy import RoomSeen
from presenter.words import Words, isolated

ROW_PX = 27
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class PersonRow:
    """One student as a line: the mark at the right is letters (with their place for the colour) or words."""

    name: str
    is_here: bool
    mark: str = ""
    letter: int | None = None

    @property
    def spoken(self) -> str:
        """The line for a screen reader."""
        return f"{isolated(self.name)}: {self.mark}" if self.mark else self.name


def person_rows(seen: RoomSeen, words: Words) -> tuple[PersonRow, ...]:
    """A line for everybody who joined, in order."""
    roster, tally = seen.view.roster, seen.tally
    if roster is None:
        return ()
    values = {} if tally is None else {answer.participant: answer.value for answer in tally.answers}
    slide, position = seen.slide, seen.position
    is_secret = slide is None or slide.settings.anonymous
    is_asking = position is not None and position.phase == "asking"
    rows = []
    for person in roster.those_in:
        chosen = values.get(person.id)
        if isinstance(chosen, Choice) and chosen.options and not is_secret:
            letters = " ".join(LETTERS[option] for option in chosen.options if option < len(LETTERS))
            rows.append(PersonRow(person.name, person.is_here, letters, chosen.options[0]))
        else:
            rows.append(PersonRow(person.name, person.is_here, _mark(person, is_asking, words)))
    return tuple(rows)


def _mark(person: ParticipantView, is_asking: bool, words: Words) -> str:
    if person.has_answered:
        return words.say("people.sent")
    if not person.is_here:
        return words.say("people.away")
    return words.say("people.thinking") if is_asking else ""


class PeopleModel(QAbstractListModel):
    """The rows for the view; only the lines that changed are painted again."""

    ROW = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PersonRow, ...] = ()

    def show(self, rows: tuple[PersonRow, ...]) -> None:
        """Show these rows."""
        before, count = self._rows, len(rows)
        if len(before) != count:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._rows = rows
        for number, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == self.ROW:
            return row
        return row.spoken if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


class PersonPainter(QStyledItemDelegate):
    """Paints one row: a dot, the name, the mark."""

    def __init__(self, chrome: Chrome, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chrome = chrome

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: PersonRow = index.data(PeopleModel.ROW)
        place: QRect = option.rect
        font = QFont(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_dot(painter, place, row.is_here)
        mark_width = self._paint_mark(painter, place, font, row)
        painter.setFont(font)
        painter.setPen(QColor(self.chrome.ink if row.is_here else self.chrome.soft))
        room = place.adjusted(20, 0, -mark_width - 10, 0)
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), name)
        painter.restore()

    def _paint_dot(self, painter: QPainter, place: QRect, is_here: bool) -> None:
        dot = QRectF(place.left() + 1, place.center().y() - 3.5, 9, 9)
        if is_here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.chrome.ok))
        else:
            painter.setPen(QPen(QColor(self.chrome.soft), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            dot.adjust(0.75, 0.75, -0.75, -0.75)
        painter.drawEllipse(dot)

    def _paint_mark(self, painter: QPainter, place: QRect, font: QFont, row: PersonRow) -> int:
        if not row.mark:
            return 0
        font = QFont(font)
        font.setBold(row.letter is not None)
        if row.letter is None:
            font.setPixelSize(SMALL_PX)
        colour = self.chrome.soft if row.letter is None else self.chrome.options[row.letter % len(self.chrome.options)]
        painter.setFont(font)
        painter.setPen(QColor(colour))
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(place.adjusted(0, 0, -4, 0), right, row.mark)
        return painter.fontMetrics().horizontalAdvance(row.mark) + 4


class People(Card):
    """The card with the list."""

    def __init__(self, chrome: Chrome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PeopleModel(self)
        self._painter = PersonPainter(chrome, self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._painter)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.nobody = PlainLabel("", "soft")
        self.nobody.setWordWrap(True)
        self.inside.addWidget(self.nobody)
        self.inside.addWidget(self.list, 1)
        self.inside.addStretch(0)

    def wear(self, chrome: Chrome) -> None:
        """Take other colours."""
        self._painter.chrome = chrome
        self.list.viewport().update()

    def show_people(self, seen: RoomSeen, words: Words, covered: str) -> None:
        """Show who is here; while `covered` says why not, only how many."""
        rows = () if covered else person_rows(seen, words)
        roster = seen.view.roster
        count = 0 if roster is None else len(roster.those_in)
        here = 0 if roster is None else roster.here
        self.heading.setText(words.say("people"))
        self.aside.setText(words.say("people.here", here=here, all=count) if count else "")
        self.list.setAccessibleName(words.say("people"))
        self.nobody.setText(covered if covered and count else words.say("people.none"))
        self.nobody.setVisible(bool(covered) or not count)
        self.list.setVisible(bool(rows))
        self._model.show(rows)

    def row_texts(self) -> list[str]:
        """The lines as a screen reader hears them."""
        return [str(self._model.index(row).data()) for row in range(self._model.rowCount())]
