"""The one thing to do for the slide at hand, in three sorts: choose an option, bring a medium, or nothing any more.

They show a Work and say what the teacher did; none of them changes anything.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from lessons.gaps import GapCode
from lessons.model import Kind, MediaKind
from presenter.completing.drop_zone import DropZone
from presenter.completing.option_choices import Choices, choice_facts
from presenter.completing.words import Phrases
from presenter.completing.work import Work
from presenter.console.parts import KeyButton, PlainLabel
from presenter.console.style import Chrome
from presenter.stage.badge import draw_tick
from presenter.stage.theme import Theme


class QuestionPage(QWidget):
    """Which option is right, or that none is: a poll."""

    option_switched = Signal(int)
    poll_switched = Signal()
    several_switched = Signal()

    def __init__(self, chrome: Chrome, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = Choices(chrome, theme)
        self.note = PlainLabel("", "soft")
        self.note.setWordWrap(True)
        self.several, self.poll = KeyButton("M"), KeyButton("P")
        for button in (self.several, self.poll):
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.addWidget(self.choices)
        column.addStretch(1)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(scroll, 1)
        whole.addWidget(self.note)
        whole.addWidget(self.several)
        whole.addWidget(self.poll)
        self.choices.switched.connect(self.option_switched)
        self.several.clicked.connect(self.on_several)
        self.poll.clicked.connect(self.on_poll)

    def show_work(self, work: Work, phrases: Phrases) -> None:
        """Show the options of the slide at hand."""
        if work.slide is None:
            return
        is_poll = work.slide.kind is Kind.POLL
        self.choices.show_facts(choice_facts(work.slide, phrases))
        for place in work.slide.right[:1]:
            self._scroll.ensureWidgetVisible(self.choices.rows[place])
        self.note.setText(phrases.say("poll.is"))
        self.note.setVisible(is_poll)
        self.several.say(phrases.say("several"))
        self.several.setChecked(work.allows_several)
        self.several.setVisible(not is_poll)
        self.poll.say(phrases.say("poll.undo" if is_poll else "poll"))
        self.poll.setChecked(is_poll)

    @Slot()
    def on_several(self) -> None:
        self.several_switched.emit()

    @Slot()
    def on_poll(self) -> None:
        self.poll_switched.emit()


class MediumPage(QWidget):
    """A picture or video to bring: an address, a file, a drop."""

    address_given = Signal(str)
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = QLineEdit()
        self.address.setMaxLength(2000)
        self.address.setClearButtonEnabled(True)
        self.use = KeyButton()
        self.file = KeyButton("Ctrl+O")
        self.zone = DropZone()
        for button in (self.use, self.file):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.address, self.use, self.zone, self.file):
            column.addWidget(widget)
        column.addStretch(1)
        self.address.textChanged.connect(self.on_typed)
        self.use.clicked.connect(self.on_use)
        self.file.clicked.connect(self.on_file)

    def show_work(self, work: Work, phrases: Phrases) -> None:
        """Show what the slide at hand needs, or has."""
        is_film = work.wants() is MediaKind.VIDEO
        takes_address = work.task is not None and work.task.code is GapCode.VIDEO
        self.address.setVisible(takes_address)
        self.use.setVisible(takes_address)
        self.address.setPlaceholderText(phrases.say("address.hint"))
        self.address.setAccessibleName(phrases.say("address.name"))
        self.use.say(phrases.say("address.use"))
        self.file.say(phrases.say("file"))
        added = work.filled[work.at] if work.at is not None else ""
        if added:
            self.address.clear()
            self.zone.say(phrases.say("zone.has", name=_shown(added)), phrases.say("zone.again"))
        else:
            paste = "" if is_film else phrases.say("zone.paste")
            self.zone.say(phrases.say("zone.video" if is_film else "zone.picture"), paste)
        self.on_typed(self.address.text())

    @Slot(str)
    def on_typed(self, text: str) -> None:
        self.use.setEnabled(bool(text.strip()))

    @Slot()
    def on_use(self) -> None:
        self.address_given.emit(self.address.text())

    @Slot()
    def on_file(self) -> None:
        self.file_wanted.emit()


class WholePage(QWidget):
    """Nothing is missing any more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = _Tick(theme)
        self.says = PlainLabel("", "soft")
        self.says.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.tick)
        row.addWidget(self.says, 1)
        row.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(row)
        column.addStretch(1)

    def show_work(self, work: Work, phrases: Phrases) -> None:
        """Say what can be done now."""
        self.says.setText(phrases.say("whole.tell"))


class _Tick(QWidget):
    """The tick that means: all of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFixedSize(QSize(56, 56))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_tick(painter, QPointF(28, 28), 26, self.theme)


def _shown(target: str) -> str:
    """A medium as a teacher calls it: the file's name, or the address without what stands before it."""
    if "://" in target:
        return target.partition("://")[2].removeprefix("www.")
    return PurePosixPath(target).name
