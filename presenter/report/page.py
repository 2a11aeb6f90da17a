"""The page of the report that scrolls: a card for every round of every question, then the table of students."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from polling.results import Results
from polling.scores import Judgement
from presenter.console.parts import Card, KeyButton, PlainLabel
from presenter.console.style import CHROMES, SMALL_CONTROL_PX, Chrome
from presenter.report import facts
from presenter.report.bars import Bars
from presenter.report.facts import Block, Table
from presenter.report.said import Answers, Chips, breakable
from presenter.report.students import Students, paint_mark
from presenter.report.words import Phrases
from presenter.settings import Settings
from presenter.stage.theme import THEMES, Theme

ORDERS = ("joined", "name", "right")
MARKS: tuple[Judgement, ...] = ("right", "wrong", "absent", "given")
_AROUND_TABLE_PX = 136
"""What stands above and under the table in the same view: its heading, its card and its legend."""


class BlockCard(Card):
    """One round of one question."""

    def __init__(self, block: Block, theme: Theme, chrome: Chrome, phrases: Phrases) -> None:
        super().__init__()
        self.heading.setText(block.heading)
        self.aside.setText(block.aside)
        question = PlainLabel(breakable(block.question), "strong")
        question.setWordWrap(True)
        self.inside.setSpacing(8)
        self.inside.setContentsMargins(18, 12, 18, 14)
        self.inside.addWidget(question)
        if block.bars:
            self.inside.addWidget(Bars(block.bars, theme, chrome.track))
        if block.chips:
            self.inside.addWidget(Chips(block.chips, phrases.say("word.hidden")))
        if block.said:
            self.inside.addWidget(Answers(block.said, phrases.say("said.right"), phrases.say("said.starred")))
        if block.note:
            note = PlainLabel(block.note, "soft")
            note.setWordWrap(True)
            self.inside.addWidget(note)


class Legend(QWidget):
    """What the marks of the table mean."""

    def __init__(self, marks: tuple[Judgement, ...], chrome: Chrome, phrases: Phrases) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 0, 0)
        row.setSpacing(6)
        for mark in marks:
            row.addWidget(_Mark(mark, chrome))
            row.addWidget(PlainLabel(phrases.say(f"mark.{mark}"), "heading"))
            row.addSpacing(16)
        row.addStretch(1)


class _Mark(QWidget):
    def __init__(self, mark: Judgement, chrome: Chrome) -> None:
        super().__init__()
        self._mark, self._chrome = mark, chrome
        self.setFixedSize(QSize(20, 20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QRect(0, 0, 20, 20), self._mark, self._chrome)


class Page(QScrollArea):
    """Shows one session's results in one language and theme; made anew for another."""

    order_chosen = Signal(str)
    """The teacher wants the students in this order (one of ORDERS)."""

    def __init__(self, results: Results, order: str, settings: Settings, phrases: Phrases) -> None:
        super().__init__()
        self._chrome, self._theme = CHROMES[settings.theme], THEMES[settings.theme]
        self._phrases = phrases
        self._table = facts.table(results, phrases)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setStyleSheet("Page { border: none; }")
        self.setAccessibleName(facts.title(results, phrases))
        self.questions = PlainLabel(phrases.say("section.questions"), "title")
        self.students = Students(self._chrome, phrases)
        self.orders = {order: KeyButton(height_px=SMALL_CONTROL_PX) for order in ORDERS}
        self._head = QWidget()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(20, 14, 20, 20)
        self._column.setSpacing(12)
        self._add_questions(facts.blocks(results, phrases))
        self._add_students(self._table)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.show_order(order)

    def show_order(self, order: str) -> None:
        """Show the students in this order."""
        for name, button in self.orders.items():
            button.setChecked(name == order)
        rows = facts.ordered(self._table.rows, order)
        self.students.show_table(Table(self._table.columns, rows), self._phrases)

    @Slot()
    def on_questions(self) -> None:
        self.verticalScrollBar().setValue(0)

    @Slot()
    def on_students(self) -> None:
        self.verticalScrollBar().setValue(self._head.y() - 10)

    @Slot()
    def on_order(self) -> None:
        chosen = next(name for name, button in self.orders.items() if button is self.sender())
        self.order_chosen.emit(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.students.let_grow(self.viewport().height() - _AROUND_TABLE_PX)

    def _add_questions(self, blocks: tuple[Block, ...]) -> None:
        self._column.addWidget(self.questions)
        if not blocks:
            self._column.addWidget(PlainLabel(self._phrases.say("empty.nothing"), "soft"))
            return
        sides = QHBoxLayout()
        sides.setSpacing(16)
        for made in facts.in_columns(blocks):
            side = QVBoxLayout()
            side.setSpacing(14)
            for block in made:
                side.addWidget(BlockCard(block, self._theme, self._chrome, self._phrases))
            side.addStretch(1)
            sides.addLayout(side, 1)
        self._column.addLayout(sides)

    def _add_students(self, table: Table) -> None:
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 10, 0, 0)
        row.setSpacing(8)
        row.addWidget(PlainLabel(self._phrases.say("section.students"), "title"))
        row.addStretch(1)
        order = PlainLabel(self._phrases.say("order"), "soft")
        row.addWidget(order)
        for name, button in self.orders.items():
            button.setCheckable(True)
            button.say(self._phrases.say(f"order.{name}"), f"{order.text()}: {self._phrases.say(f'order.{name}')}")
            button.clicked.connect(self.on_order)
            row.addWidget(button)
        self._column.addWidget(self._head)
        has_rows = bool(table.rows)
        for widget in (order, *self.orders.values()):
            widget.setVisible(has_rows)
        card = Card()
        for label in (card.heading, card.aside):
            label.hide()
        card.inside.setContentsMargins(12, 6, 12, 10)
        card.inside.addWidget(self.students)
        used = {mark for each in table.rows for mark in each.marks}
        card.inside.addWidget(Legend(tuple(mark for mark in MARKS if mark in used), self._chrome, self._phrases))
        card.setVisible(has_rows)
        self._column.addWidget(card)
        if not has_rows:
            self._column.addWidget(PlainLabel(self._phrases.say("empty.nobody"), "soft"))
