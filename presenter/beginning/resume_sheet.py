"""The sheet that asks whether to go on with a lesson that was left: where it stood, for which class, and since when; or
to begin anew with another class. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from lessons.markdown import plain
from lessons.model import Slide
from polling.sessions import Unfinished
from presenter.beginning.fields import Fields
from presenter.console.parts import ElidedLabel, PlainLabel
from presenter.dialogs import Dialog
from presenter.report.facts import when
from presenter.room_copy import NOTHING_SEEN, RoomSeen, with_part
from presenter.words import Words

PICTURE = QSize(384, 216)
WIDTH_PX = 780
ROW_PX, MOST_ROWS = 36, 4
PictureOf = Callable[[RoomSeen, str, QSize], QImage]
"""A lesson, the id of one of its slides and a size -> the slide as a picture."""


class ResumeSheet(Dialog):
    """Enter goes on with the chosen class; while the name of a new class is typed, and where the last lesson was of
    another day, it begins anew."""

    def __init__(
        self,
        found: tuple[Unfinished, ...],
        slides: tuple[Slide, ...],
        words: Words,
        picture_of: PictureOf,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        """`found` are the sessions to choose from, the latest first; `slides` are the lesson's as it is now."""
        many = len(found) > 1
        text = words.say("resume.text.many", n=len(found)) if many else words.say("resume.text")
        super().__init__(words.say("resume.title"), text, parent)
        self._found, self._words, self._picture_of, self._now = found, words, picture_of, now
        self.session = ""
        """The session to go on with; "" for a new one."""
        self.list = QListWidget()
        self.picture = PlainLabel()
        self.label, self.when = ElidedLabel("title"), ElidedLabel("soft")
        self.stood, self.counted = ElidedLabel(), ElidedLabel()
        self.fields = Fields(slides, words)
        self.setMinimumWidth(WIDTH_PX)
        self.text.setMaximumWidth(WIDTH_PX)
        self._arrange_left(many)
        self._arrange_new()
        self._add_buttons()
        self.list.currentRowChanged.connect(self.on_row)
        self.list.itemDoubleClicked.connect(self.on_resume)
        self.fields.label.textChanged.connect(self.on_typed)
        self.list.setCurrentRow(0)
        (self.list if many else self._primary).setFocus()

    def _arrange_left(self, many: bool) -> None:
        """What was left: a list where there is something to choose, and the chosen one with its picture."""
        words = self._words
        self.list.setAccessibleName(words.say("resume.which"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.addItems([_line(each, words, self._now) for each in self._found])
        self.list.setFixedHeight(ROW_PX * min(len(self._found), MOST_ROWS) + 14)
        self.list.setVisible(many)
        self.picture.setProperty("tone", "picture")
        self.picture.setFixedSize(PICTURE + QSize(2, 2))
        self.picture.setAccessibleName(words.say("resume.picture"))
        facts = QVBoxLayout()
        facts.setSpacing(6)
        for line in (self.label, self.when, self.stood, self.counted):
            facts.addWidget(line)
        facts.addStretch(1)
        left = QHBoxLayout()
        left.setSpacing(20)
        left.addWidget(self.picture)
        left.addLayout(facts, 1)
        self.body.addWidget(self.list)
        self.body.addLayout(left)

    def _arrange_new(self) -> None:
        line = QFrame()
        line.setProperty("tone", "rule")
        line.setFixedHeight(1)
        self.body.addWidget(line)
        self.body.addWidget(PlainLabel(self._words.say("resume.new.title"), "title"))
        self.body.addWidget(self.fields)

    def _add_buttons(self) -> None:
        words = self._words
        self.cancel = self.add_button(words.say("cancel"))
        self.new = self.add_button(words.say("resume.new"))
        self.resume = self.add_button(words.say("resume.yes"))
        self.cancel.clicked.connect(self.reject)
        self.new.clicked.connect(self.on_new)
        self.resume.clicked.connect(self.on_resume)
        self._primary = self.resume
        self._point_at_primary()

    @Slot(int)
    def on_row(self, row: int) -> None:
        """Show where this one stood."""
        found, words = self._found[max(0, row)], self._words
        seen = NOTHING_SEEN if found.lesson is None else with_part(NOTHING_SEEN, found.lesson)
        slides = seen.view.lesson.slides
        at = next((slide for slide in slides if slide.id == found.slide), None)
        shown = at or next(iter(slides), None)
        self.label.setText(_class_of(found, words))
        self.when.setText(_left(found, words, self._now))
        self.counted.setText(
            f"{words.count('resume.students', found.participants)}  ·  {words.count('resume.answers', found.answers)}"
        )
        title = "" if at is None else plain(at.title or at.question)
        stood = words.say("resume.slide", slide=found.slide_number, slides=len(slides), title=title)
        self.stood.setText(stood if found.slide_number else words.say("resume.lobby"))
        if shown is not None:
            scale = self.devicePixelRatioF()
            made = self._picture_of(seen, shown.id, PICTURE * scale)
            made.setDevicePixelRatio(scale)
            self.picture.setPixmap(QPixmap.fromImage(made))
        self.picture.setVisible(shown is not None)
        self._point_at_primary()

    @Slot()
    def on_resume(self) -> None:
        self.session = self._found[max(0, self.list.currentRow())].session
        self.accept()

    @Slot()
    def on_new(self) -> None:
        self.session = ""
        self.accept()

    @Slot()
    def on_typed(self) -> None:
        self._point_at_primary()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.fields.is_typed_in():
            self.on_new()
        else:
            super().keyPressEvent(event)

    def _point_at_primary(self) -> None:
        """The filled button is what Enter does."""
        found = self._found[max(0, self.list.currentRow())]
        is_new = bool(self.fields.label_typed) or not _is_of_today(found, self._now)
        self._primary = self.new if is_new else self.resume
        for button in (self.new, self.resume):
            button.be_primary(button is self._primary)
            button.press_key("Enter" if button is self._primary else "")
            button.setDefault(button is self._primary)


def began(found: Unfinished, words: Words, now: datetime) -> str:
    """When a session began, as people say it; "" where that is not known."""
    try:
        at = datetime.fromisoformat(found.started_at)
    except ValueError:
        return ""
    days = (now.date() - at.date()).days
    if days in (0, 1):
        return words.say("resume.yesterday" if days else "resume.today", began=f"{at:%H:%M}")
    return when(found.started_at, words.language, is_short=True)


def _left(found: Unfinished, words: Words, now: datetime) -> str:
    told = began(found, words, now)
    if not told:
        return ""
    seen = now - timedelta(seconds=found.last_seen_s)
    is_same_day = seen.date().isoformat() == found.started_at[:10]
    if is_same_day:
        return words.say("resume.seen", began=told, seen=f"{seen:%H:%M}")
    return words.say("resume.began", began=told)


def _line(found: Unfinished, words: Words, now: datetime) -> str:
    return words.say(
        "resume.choice",
        label=_class_of(found, words),
        began=began(found, words, now),
        slide=found.slide_number,
        participants=found.participants,
    )


def _is_of_today(found: Unfinished, now: datetime) -> bool:
    return (now - timedelta(seconds=found.last_seen_s)).date() == now.date()


def _class_of(found: Unfinished, words: Words) -> str:
    return found.label or str(words.say("resume.no_label"))
