"""The window of the report: the head, the page that scrolls, and what can be done with the lesson. It stands on the
laptop only; where the class may see that, the page is covered until the teacher asks for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QMainWindow, QSizePolicy, QVBoxLayout, QWidget

from polling import forgetting, sessions
from polling.forgetting import CannotWipe
from polling.store import StoreError
from presenter.console.lines import Line
from presenter.console.parts import ElidedLabel, KeyButton, PlainLabel
from presenter.report import facts, files
from presenter.report.keep_box import KeepBox
from presenter.report.page import Page
from presenter.report.reading import Report
from presenter.report.wiping import confirm_wipe
from presenter.report.words import Phrases
from presenter.settings import Settings

SMALLEST = (1000, 560)


@dataclass(frozen=True)
class Cover:
    """Whether the page is covered; what the line above it says, and what N and the button do (names of sentences; ""
    is nothing)."""

    is_covered: bool = False
    says: str = ""
    button: str = ""


class Head(QFrame):
    """Which lesson, which class, when; and the way to the two halves of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "top")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.title, self.told = ElidedLabel("title"), ElidedLabel("soft")
        self.questions, self.students = KeyButton(), KeyButton()
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.told)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 16, 10)
        row.setSpacing(10)
        row.addLayout(texts, 1)
        row.addWidget(self.questions)
        row.addWidget(self.students)


class Foot(QFrame):
    """What can be done with the lesson."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "bottom")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.keep, self.told = KeepBox(), ElidedLabel("soft")
        self.wipe, self.csv, self.done = KeyButton(), KeyButton("Ctrl+S"), KeyButton("Esc", is_primary=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 16, 12)
        row.setSpacing(10)
        row.addWidget(self.keep)
        row.addWidget(self.told, 1)
        for button in (self.wipe, self.csv, self.done):
            row.addWidget(button)


class ReportWindow(QMainWindow):
    """One session. It opens covered or not as `show_cover` says, and is a window of its own."""

    names_wanted = Signal()
    """The teacher asks for the names, or to hide them again."""
    wiped = Signal(str)
    """This session is gone."""
    closed = Signal()

    def __init__(self, report: Report, data: Path, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.report = report
        self.is_wiped = False
        self._data = data
        self._settings = settings
        self._phrases = Phrases(settings.language)
        self._order = "joined"
        self._cover = Cover(is_covered=True)
        self._read_at = datetime.now()
        self.head, self.foot = Head(), Foot()
        self.covered, self.going_on, self.trouble = Line("quiet", "N"), Line("quiet"), Line("error")
        self.gone, self.gone_more = PlainLabel("", "title"), PlainLabel("", "soft")
        self.page: Page | None = None
        self._desk = QWidget()
        self._middle = QVBoxLayout(self._desk)
        self._arrange()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(*SMALLEST)
        self.wear(settings)

    @property
    def session(self) -> str:
        return self.report.results.session

    def _arrange(self) -> None:
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.addStretch(1)
        for label in (self.gone, self.gone_more):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._middle.addWidget(label)
        self._middle.addStretch(1)
        self._desk.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (self.head, self.trouble, self.covered, self.going_on):
            whole.addWidget(widget)
        whole.addWidget(self._desk, 1)
        whole.addWidget(self.foot)
        inside = QWidget()
        inside.setLayout(whole)
        self.setCentralWidget(inside)

    def _connect(self) -> None:
        self.covered.pressed.connect(self.on_names)
        self.foot.keep.clicked.connect(self.on_keep)
        self.foot.wipe.clicked.connect(self.on_wipe)
        self.foot.csv.clicked.connect(self.on_csv)
        self.foot.done.clicked.connect(self.close)
        for key, slot in {"Escape": self.close, "Ctrl+S": self.on_csv, "N": self.on_names}.items():
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    def wear(self, settings: Settings) -> None:
        """Take this language and theme."""
        self._settings, self._phrases = settings, Phrases(settings.language)
        phrases, results = self._phrases, self.report.results
        lesson = facts.title(results, phrases)
        self.setWindowTitle(phrases.say("report.window", lesson=lesson))
        self.head.title.setText(lesson)
        self.head.told.setText(facts.subtitle(results, phrases))
        self.head.questions.say(phrases.say("section.questions"))
        self.head.students.say(phrases.say("section.students"))
        self.foot.wipe.say(phrases.say("wipe"))
        self.foot.csv.say(phrases.say("csv"))
        self.foot.done.say(phrases.say("done.report"))
        self.foot.keep.setText(phrases.say("keep"))
        self.foot.keep.setAccessibleName(phrases.say("keep.long"))
        self.gone.setText(phrases.say("report.gone"))
        self.gone_more.setText(phrases.say("report.gone.more"))
        going_on = phrases.say("report.going_on", clock=f"{self._read_at:%H:%M}")
        self.going_on.say(going_on if self.report.is_given else "")
        self._make_page()
        self._show()

    def show_cover(self, cover: Cover) -> None:
        """Cover the page, or show it."""
        was_covered, self._cover = self._cover.is_covered, cover
        self._show()
        if was_covered is not cover.is_covered:
            self._take_focus()

    @Slot()
    def on_names(self) -> None:
        if not self.covered.button.isHidden():
            self.names_wanted.emit()

    @Slot(str)
    def on_order(self, order: str) -> None:
        self._order = order
        if self.page is not None:
            self.page.show_order(order)

    @Slot(bool)
    def on_keep(self, is_kept: bool) -> None:
        try:
            forgetting.keep(sessions.path_of(self._data, self.session), is_kept)
        except StoreError:
            self.trouble.say(self._phrases.say("keep.failed"))
            self.foot.keep.setChecked(not is_kept)
            return
        self.report = replace(self.report, is_kept=is_kept)
        self._show()

    @Slot()
    def on_csv(self) -> None:
        if self.is_wiped:
            return
        dialog = files.save_dialog(self, self.report.results, self._phrases)
        dialog.fileSelected.connect(self.on_csv_place)
        self._open(dialog)

    @Slot(str)
    def on_csv_place(self, name: str) -> None:
        path = files.with_suffix(Path(name))
        try:
            files.write(path, self.report.results, self.report.language)
        except OSError:
            self.trouble.say(self._phrases.say("csv.failed", name=str(path)))
            return
        self.trouble.say("")
        self.foot.told.setText(self._phrases.say("csv.saved", name=path.name))

    @Slot()
    def on_wipe(self) -> None:
        results, phrases = self.report.results, self._phrases
        dialog = confirm_wipe(facts.title(results, phrases), len(results.scores), phrases, self)
        dialog.accepted.connect(self.on_wipe_confirmed)
        self._open(dialog)

    @Slot()
    def on_wipe_confirmed(self) -> None:
        try:
            forgetting.wipe(self._data, self.session)
        except CannotWipe as reason:
            if reason.reason != "missing":
                self.trouble.say(self._phrases.say(f"wipe.{reason.reason}"))
                return
        self.wiped.emit(self.session)
        self.be_wiped()

    def be_wiped(self) -> None:
        """Say that the session is gone, and forget it here too."""
        self.is_wiped = True
        emptied = msgspec.structs.replace(self.report.results, participants=(), questions=(), scores=())
        self.report = replace(self.report, results=emptied)
        self.trouble.say("")
        self._make_page()
        self._show()
        self.foot.done.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        # Otherwise Qt gives the focus to the first control, and a clicker's Space would press it.
        self._take_focus()
        super().showEvent(event)

    def closeEvent(self, event: object) -> None:
        self.closed.emit()

    def _take_focus(self) -> None:
        """The arrows and Page Down belong to the page; while it is covered no key presses anything but its own."""
        (self if self.page is None or self.page.isHidden() else self.page).setFocus()

    def _make_page(self) -> None:
        before, self.page = self.page, None
        if before is not None:
            self._middle.removeWidget(before)
            before.hide()
            before.deleteLater()
        if self.is_wiped:
            return
        page = Page(self.report.results, self._order, self._settings, self._phrases)
        page.order_chosen.connect(self.on_order)
        self.head.questions.clicked.connect(page.on_questions)
        self.head.students.clicked.connect(page.on_students)
        self._middle.insertWidget(1, page, 1_000)
        self.page = page

    def _show(self) -> None:
        """Show what follows from the cover, the wiping and the keeping."""
        foot, phrases, is_seen = self.foot, self._phrases, not self._cover.is_covered and not self.is_wiped
        if self.page is not None:
            self.page.setVisible(is_seen)
        cover = Cover() if self.is_wiped else self._cover
        self.covered.say(
            phrases.say(cover.says) if cover.says else "", phrases.say(cover.button) if cover.button else ""
        )
        for label in (self.gone, self.gone_more):
            label.setVisible(self.is_wiped)
        self.head.told.setVisible(not self.is_wiped)
        for anchor in (self.head.questions, self.head.students):
            anchor.setVisible(is_seen)
        foot.wipe.setEnabled(not self.report.is_given)
        for button in (foot.wipe, foot.csv):
            button.setVisible(not self.is_wiped)
        foot.keep.setVisible(not self.is_wiped and self._settings.keep_days > 0)
        foot.keep.setChecked(self.report.is_kept)
        days = self._settings.keep_days
        told = phrases.say("keep.yes") if self.report.is_kept else phrases.count("keep.no", days)
        foot.told.setText("" if self.is_wiped or days <= 0 else told)

    def _open(self, dialog: QDialog) -> None:
        """Ask; afterwards the keys are this window's again, whatever else of the app is open."""
        dialog.finished.connect(self.activateWindow)
        dialog.open()
