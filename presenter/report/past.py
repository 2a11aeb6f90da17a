"""The window *Eerdere lessen*: a line for each session on this computer, to look at or to wipe. It holds no names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from polling import forgetting
from polling.forgetting import CannotWipe
from polling.history import PastLesson, past_lessons
from presenter.console.lines import Line
from presenter.console.parts import KeyButton, PlainLabel
from presenter.console.style import CHROMES
from presenter.report.facts import when
from presenter.report.tables import dress_table
from presenter.report.wiping import confirm_wipe, confirm_wipe_unreadable
from presenter.report.words import Phrases
from presenter.settings import Settings

SIZE = (860, 560)
ROW_PX = 38
COLUMNS = {"lesson": 0, "label": 130, "date": 200, "students": 90, "state": 130}
"""The columns and how wide they are, in pixels; the first takes what is left."""


class PastLessons(QDialog):
    """Reads the sessions one by one while it is open, so that a long list does not hold up the lesson."""

    chosen = Signal(str)
    """The teacher wants to see this session."""
    wiped = Signal(str)
    """This session is gone."""
    closed = Signal()

    def __init__(self, data: Path, running: str, settings: Settings, parent: QWidget | None = None) -> None:
        """`running` is the session that is given now: it can be looked at, not wiped."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._data = data
        self._running = running
        self._phrases = Phrases(settings.language)
        self._lessons: list[PastLesson] = []
        self._asked_about = ""
        self.trouble = Line("error")
        self.empty = PlainLabel(self._phrases.say("past.none"), "soft")
        self.table = QTableWidget(0, len(COLUMNS))
        self.look = KeyButton("Enter", is_primary=True)
        self.wipe, self.ready = KeyButton("Del"), KeyButton("Esc")
        dress_table(self.table, CHROMES[settings.theme], ROW_PX)
        self._arrange()
        self._connect()
        self._unread: Iterator[PastLesson] = past_lessons(data)
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self.on_read)
        self._reading.start()

    @property
    def is_complete(self) -> bool:
        """True when every session has been read."""
        return not self._reading.isActive()

    @property
    def current(self) -> PastLesson | None:
        """The lesson of the line at hand."""
        row = self.table.currentRow()
        return self._lessons[row] if 0 <= row < len(self._lessons) else None

    def texts(self) -> list[list[str]]:
        """The lines as they stand there."""
        model, columns = self.table.model(), range(len(COLUMNS))
        return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]

    def forget(self, session: str) -> None:
        """Take the line of this session away: it was wiped."""
        for row, lesson in enumerate(self._lessons):
            if lesson.session == session:
                del self._lessons[row]
                self.table.removeRow(row)
                break
        self._show()

    @Slot()
    def on_read(self) -> None:
        lesson = next(self._unread, None)
        if lesson is None:
            self._reading.stop()
        else:
            self._add(lesson)
        self._show()

    @Slot()
    def on_look(self) -> None:
        lesson = self.current
        if lesson is not None and lesson.is_readable:
            self.chosen.emit(lesson.session)
        elif lesson is not None:
            self.trouble.say(self._phrases.say("past.cannot_read"))

    @Slot()
    def on_wipe(self) -> None:
        lesson, phrases = self.current, self._phrases
        if lesson is None or lesson.session == self._running:
            return
        self._asked_about = lesson.session
        if lesson.is_readable:
            named = "  ·  ".join(part for part in self.texts()[self.table.currentRow()][:3] if part)
            dialog = confirm_wipe(named, lesson.participants, phrases, self)
        else:
            dialog = confirm_wipe_unreadable(f"{lesson.session}.sqlite3", phrases, self)
        dialog.accepted.connect(self.on_wipe_confirmed)
        dialog.open()

    @Slot()
    def on_wipe_confirmed(self) -> None:
        session = self._asked_about
        try:
            forgetting.wipe(self._data, session)
        except CannotWipe as reason:
            if reason.reason != "missing":
                self.trouble.say(self._phrases.say(f"wipe.{reason.reason}"))
                return
        self.trouble.say("")
        self.forget(session)
        self.wiped.emit(session)

    @Slot()
    def on_row(self) -> None:
        self.trouble.say("")
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        self.table.setFocus()
        super().showEvent(event)

    def _arrange(self) -> None:
        phrases = self._phrases
        self.setWindowTitle(phrases.say("past.window"))
        self.resize(*SIZE)
        self.table.setHorizontalHeaderLabels([phrases.say(f"past.{name}") for name in COLUMNS])
        self.table.setAccessibleName(phrases.say("past.window"))
        for number, width in enumerate(COLUMNS.values()):
            self.table.setColumnWidth(number, width)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.look.say(phrases.say("past.open"))
        self.wipe.say(phrases.say("past.wipe"))
        self.ready.say(phrases.say("done.report"))
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.wipe)
        buttons.addStretch(1)
        buttons.addWidget(self.ready)
        buttons.addWidget(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(phrases.say("past.window"), "title"))
        column.addWidget(self.trouble)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.look.clicked.connect(self.on_look)
        self.wipe.clicked.connect(self.on_wipe)
        self.ready.clicked.connect(self.close)
        self.table.cellDoubleClicked.connect(self.on_look)
        self.table.currentCellChanged.connect(self.on_row)
        for key, slot in {"Return": self.on_look, "Enter": self.on_look, "Delete": self.on_wipe}.items():
            QShortcut(QKeySequence(key), self.table).activated.connect(slot)
        self.finished.connect(self.closed)

    def _add(self, lesson: PastLesson) -> None:
        phrases, row = self._phrases, len(self._lessons)
        self._lessons.append(lesson)
        self.table.insertRow(row)
        title = lesson.title or phrases.say("report.untitled")
        cells = (
            title if lesson.is_readable else f"{lesson.session}.sqlite3",
            lesson.label,
            when(lesson.started_at, phrases.language, is_short=True),
            str(lesson.participants) if lesson.is_readable else "",
            self._state(lesson),
        )
        for column, text in enumerate(cells):
            self.table.setItem(row, column, QTableWidgetItem(text))
        if row == 0:
            self.table.setCurrentCell(0, 0)

    def _state(self, lesson: PastLesson) -> str:
        if not lesson.is_readable:
            return self._phrases.say("past.unreadable")
        if lesson.session == self._running:
            return self._phrases.say("past.going_on")
        return "" if lesson.is_ended else self._phrases.say("past.unfinished")

    def _show(self) -> None:
        lesson = self.current
        self.empty.setVisible(self.is_complete and not self._lessons)
        self.look.setEnabled(lesson is not None and lesson.is_readable)
        self.wipe.setEnabled(lesson is not None and lesson.session != self._running)
