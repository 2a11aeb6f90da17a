"""The bars only the teacher sees: one row per option, which can be clicked to say that it is the right one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from lessons.markdown import plain
from presenter.console.style import LETTERS, SMALL_PX, Chrome
from presenter.room_copy import RoomSeen
from presenter.words import Words

ROW_PX = 22


@dataclass(frozen=True)
class OptionFact:
    """What one row shows. `share` (0-1) is of all who answered; `note` stands beside the count."""

    letter: str
    place: int
    count: int
    share: float
    is_right: bool
    note: str
    spoken: str


def option_facts(seen: RoomSeen, words: Words) -> tuple[OptionFact, ...]:
    """A row for each option of the quiz or poll at hand."""
    slide, position, tally = seen.slide, seen.position, seen.tally
    if slide is None or position is None:
        return ()
    counts = tally.counts if tally is not None else ()
    answered = tally.answered if tally is not None else 0
    earlier = tally.earlier if tally is not None else None
    facts = []
    for place, option in enumerate(slide.options[: len(LETTERS)]):
        count = counts[place] if place < len(counts) else 0
        is_right = place in position.right
        note = words.say("tally.earlier", n=earlier[place]) if earlier and place < len(earlier) else ""
        spoken = words.say(
            "tally.option.right" if is_right else "tally.option",
            letter=LETTERS[place],
            text=plain(option.text),
            n=count,
        )
        share = count / answered if answered else 0.0
        facts.append(OptionFact(LETTERS[place], place, count, share, is_right, note, spoken))
    return tuple(facts)


class OptionRow(QAbstractButton):
    """One bar. It is a button only while a click means something."""

    def __init__(self, fact: OptionFact, chrome: Chrome, right_word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chrome = chrome
        self._right_word = right_word
        self.setFixedHeight(ROW_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_fact(fact, False)

    def show_fact(self, fact: OptionFact, is_choosable: bool) -> None:
        """Show these numbers."""
        self.fact = fact
        self.setEnabled(is_choosable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_choosable else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_choosable else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(fact.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fact, chrome = self.fact, self._chrome
        colour = QColor(chrome.options[fact.place])
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(colour)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(self.rect().adjusted(2, 0, 0, 0), middle, fact.letter)
        track = QRectF(28, self.height() / 2 - 6, max(20, self.width() - 28 - self._aside_width()), 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(chrome.track))
        painter.drawRoundedRect(track, 6, 6)
        if fact.count:
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(track.x(), track.y(), max(12.0, track.width() * fact.share), 12), 6, 6)
        self._paint_count(painter, bold)
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(chrome.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _aside_width(self) -> int:
        return 220 if self.fact.note else 100

    def _paint_count(self, painter: QPainter, bold: QFont) -> None:
        fact, chrome = self.fact, self._chrome
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.setFont(bold if fact.is_right else self.font())
        painter.setPen(QColor(chrome.ok if fact.is_right else chrome.ink))
        text = f"{fact.count}  ✓ {self._right_word}" if fact.is_right else str(fact.count)
        place = self.rect().adjusted(0, 0, -6, 0)
        painter.drawText(place, right, text)
        if fact.note:
            width = painter.fontMetrics().horizontalAdvance(text)
            small = QFont(self.font())
            small.setPixelSize(SMALL_PX)
            painter.setFont(small)
            painter.setPen(QColor(chrome.soft))
            painter.drawText(place.adjusted(0, 0, -width - 12, 0), right, fact.note)


class OptionRows(QWidget):
    """All rows of one question."""

    chosen = Signal(int)
    """The teacher clicked this option (its place, from 0)."""

    def __init__(self, chrome: Chrome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chrome = chrome
        self._rows: list[OptionRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)

    def wear(self, chrome: Chrome) -> None:
        """Take other colours: the rows are made again."""
        self._chrome = chrome
        self._clear()

    def show_facts(self, facts: tuple[OptionFact, ...], is_choosable: bool, words: Words) -> None:
        """Show these rows."""
        if len(facts) != len(self._rows):
            self._clear()
            for fact in facts:
                row = OptionRow(fact, self._chrome, words.say("tally.right"), self)
                row.clicked.connect(self.on_clicked)
                self._column.addWidget(row)
                self._rows.append(row)
        for row, fact in zip(self._rows, facts, strict=True):
            row.show_fact(fact, is_choosable)

    @property
    def rows(self) -> tuple[OptionRow, ...]:
        """The rows on show."""
        return tuple(self._rows)

    @Slot()
    def on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, OptionRow):
            self.chosen.emit(row.fact.place)

    def _clear(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        self._rows.clear()
