"""The window *Nog aanvullen*: what is missing at the left, the slide in the middle, the one thing to do at the right.

Puts the parts together, passes keys, drops and pastes to the draft, and shows what comes of it. It stands on the
teacher's screen, never on the projector.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from lessons.problems import sentence
from presenter.completing import files
from presenter.completing.bars import Footer, Head
from presenter.completing.draft import Draft, Refusal
from presenter.completing.keeping import KeepDialog
from presenter.completing.offered import TOO_LARGE, Offered, could_be_taken, offered
from presenter.completing.panel import Panel
from presenter.completing.preview import Preview
from presenter.completing.task_list import TaskList
from presenter.completing.words import Phrases
from presenter.completing.work import Work
from presenter.console.lines import Line
from presenter.console.style import CHROMES
from presenter.settings import Settings
from presenter.stage.badge import LETTERS
from presenter.stage.theme import THEMES

ADVANCE_MS = 700
"""How long what was just filled in stays in sight before the next slide comes."""
SMALLEST = (1000, 600)
LIST_PX, PANEL_PX = 248, 380


class Completing(QMainWindow):
    """Complete a lesson, now or later."""

    given = Signal(object)
    """The lesson at this path should be given."""
    stays = Signal()
    """The teacher was asked whether to save before leaving, and goes back to the window."""
    closed = Signal()
    """The window is gone; the lesson is where the teacher left it."""

    def __init__(self, draft: Draft, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.draft = draft
        draft.setParent(self)
        self._phrases = Phrases(settings.language)
        chrome, theme = CHROMES[settings.theme], THEMES[settings.theme]
        self.head, self.foot = Head(), Footer()
        self.tasks, self.preview, self.panel = TaskList(chrome), Preview(theme), Panel(chrome, theme)
        self.seen = Line("warning")
        self.trouble = Line("error")
        self._advance = QTimer(self, singleShot=True, interval=ADVANCE_MS)
        self._after_saving: Callable[[], object] = self.on_nothing
        self._at = self.draft.work.at
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._arrange()
        self._connect()
        self._connect_keys()
        self.wear(settings)

    def _arrange(self) -> None:
        columns = QHBoxLayout()
        columns.setContentsMargins(16, 14, 16, 14)
        columns.setSpacing(16)
        self.tasks.setFixedWidth(LIST_PX)
        self.panel.setFixedWidth(PANEL_PX)
        columns.addWidget(self.tasks)
        columns.addWidget(self.preview, 1)
        columns.addWidget(self.panel)
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (self.head, self.seen, self.trouble):
            whole.addWidget(widget)
        whole.addLayout(columns, 1)
        whole.addWidget(self.foot)
        inside = QWidget()
        inside.setLayout(whole)
        self.setCentralWidget(inside)

    def _connect(self) -> None:
        draft, panel = self.draft, self.panel
        draft.changed.connect(self.on_work)
        draft.filled.connect(self._advance.start)
        draft.refused.connect(self.on_refused)
        draft.saved.connect(self.on_saved)
        self._advance.timeout.connect(draft.on_onward)
        self.tasks.chosen.connect(draft.on_place)
        panel.question.option_switched.connect(draft.on_option)
        panel.question.several_switched.connect(draft.on_several)
        panel.question.poll_switched.connect(draft.on_poll)
        panel.medium.address_given.connect(draft.on_address)
        panel.medium.file_wanted.connect(self.on_file)
        panel.onward_wanted.connect(draft.on_onward)
        panel.previous_wanted.connect(self.on_up)
        self.foot.later.clicked.connect(self.on_later)
        self.foot.save.clicked.connect(self.on_save)
        self.foot.give.clicked.connect(self.on_give)

    def _connect_keys(self) -> None:
        keys = {
            "Up": self.on_up,
            "Left": self.on_up,
            "Down": self.on_down,
            "Right": self.on_down,
            "Return": self.on_enter,
            "Enter": self.on_enter,
            "Escape": self.on_later,
            "Ctrl+S": self.on_save,
            "Ctrl+O": self.on_file,
            "Ctrl+V": self.on_paste,
            "P": self.on_poll_key,
            "M": self.on_several_key,
        }
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(slot)
        self._letters = [QShortcut(QKeySequence(letter), self) for letter in LETTERS]
        for shortcut in self._letters:
            shortcut.activated.connect(self.on_letter)

    def wear(self, settings: Settings) -> None:
        """Take this language and theme."""
        self._phrases = Phrases(settings.language)
        chrome, theme = CHROMES[settings.theme], THEMES[settings.theme]
        self.tasks.wear(chrome)
        self.panel.wear(chrome, theme)
        self.preview.wear(theme)
        self.setWindowTitle(self._phrases.say("window", lesson=files.titled(self.draft.lesson, self._phrases)))
        self.on_work(self.draft.work)

    def show_privacy(self, is_private: bool) -> None:
        """Say so when the class may see this screen."""
        self.seen.say("" if is_private else self._phrases.say("seen"))

    @Slot(object)
    def on_work(self, work: Work) -> None:
        """Show where the work stands."""
        phrases = self._phrases
        self._advance.stop()
        self.panel.refuse("")
        self.head.show_work(work, phrases)
        self.tasks.show_work(work, phrases)
        self.preview.show_work(work, phrases)
        self.panel.show_work(work, phrases)
        self._show_footer()
        if work.at != self._at:
            self._at = work.at
            self._turn_to(work)

    @Slot(object)
    def on_refused(self, refusal: Refusal) -> None:
        """Say why, beside what was tried."""
        language = self._phrases.language
        text = self._phrases.say(refusal.name) if refusal.problem is None else sentence(refusal.problem, language)
        if self.draft.work.task is None or (refusal.problem is not None and refusal.problem.code == "file_unwritable"):
            self.trouble.say(text)
        else:
            self.panel.refuse(text)
            self._turn_back()

    @Slot()
    def on_saved(self) -> None:
        self.trouble.say("")
        self._show_footer()

    @Slot()
    def on_up(self) -> None:
        at = self.draft.work.at
        self.draft.on_place(len(self.draft.work.tasks) - 1 if at is None else at - 1)

    @Slot()
    def on_down(self) -> None:
        at = self.draft.work.at
        if at is not None:
            self.draft.on_place(at + 1)

    @Slot()
    def on_enter(self) -> None:
        """Press what has the focus; use the address that was typed; else go on, and in the end give the lesson."""
        focus, address = self.focusWidget(), self.panel.medium.address
        if isinstance(focus, QAbstractButton) and focus.hasFocus():
            focus.click()
        elif address.isVisible() and address.text().strip():
            self.draft.on_address(address.text())
        elif self.draft.work.is_done:
            self.on_give()
        else:
            self.draft.on_onward()

    @Slot()
    def on_letter(self) -> None:
        key = self.sender()
        if isinstance(key, QShortcut):
            self.draft.on_option(self._letters.index(key))

    @Slot()
    def on_poll_key(self) -> None:
        self.draft.on_poll()

    @Slot()
    def on_several_key(self) -> None:
        self.draft.on_several()

    @Slot()
    def on_paste(self) -> None:
        self._take(offered(QGuiApplication.clipboard().mimeData()), "refused.clipboard")

    @Slot()
    def on_file(self) -> None:
        wanted = self.draft.work.wants()
        if wanted is None:
            return
        dialog = files.medium_dialog(self, wanted, self._phrases)
        dialog.fileSelected.connect(self.on_file_chosen)
        self._open(dialog)

    @Slot(str)
    def on_file_chosen(self, name: str) -> None:
        self._take(Offered(file=Path(name)), "")

    @Slot()
    def on_save(self) -> None:
        self._save(self.on_nothing)

    @Slot()
    def on_give(self) -> None:
        if self.draft.is_unsaved:
            self._save(self.on_give_saved)
        else:
            self.on_give_saved()

    @Slot()
    def on_give_saved(self) -> None:
        self.given.emit(self.draft.path)
        self.leave()

    @Slot()
    def on_later(self) -> None:
        self.close()

    @Slot(str)
    def on_destination(self, name: str) -> None:
        self._after_saving() if self.draft.save(files.with_suffix(Path(name))) else self.stays.emit()

    @Slot()
    def on_keep(self) -> None:
        self._save(self.leave)

    @Slot()
    def on_drop_changes(self) -> None:
        self.leave()

    @Slot()
    def on_nothing(self) -> None:
        """Saving was all."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        wants = self.draft.work.wants()
        if wants is not None and could_be_taken(event.mimeData(), takes_text=True):
            self.panel.medium.zone.light_up(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.panel.medium.zone.light_up(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.panel.medium.zone.light_up(False)
        event.acceptProposedAction()
        self._take(offered(event.mimeData()), "refused.file")

    def showEvent(self, event: QShowEvent) -> None:
        # Otherwise Qt gives the focus to the first control, and Enter would press it.
        self._turn_to(self.draft.work)
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.draft.is_unsaved:
            event.accept()
            self.closed.emit()
            return
        event.ignore()
        dialog = KeepDialog(self.draft.lies, self._phrases, self)
        dialog.kept.connect(self.on_keep)
        dialog.dropped.connect(self.on_drop_changes)
        dialog.rejected.connect(self.stays)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        """Ask; afterwards the keys are this window's again, whatever else of the app is open."""
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def leave(self) -> None:
        """Close without asking."""
        self.draft.is_unsaved = False
        self.close()

    def _save(self, afterwards: Callable[[], object]) -> None:
        """Save; a lesson without a file first asks where. `afterwards` is called when it is saved."""
        if self.draft.has_file:
            afterwards() if self.draft.save() else self.stays.emit()
            return
        self._after_saving = afterwards
        dialog = files.save_dialog(self, self.draft.lesson, self._phrases)
        dialog.fileSelected.connect(self.on_destination)
        dialog.rejected.connect(self.stays)
        self._open(dialog)

    def _take(self, found: Offered, otherwise: str) -> None:
        """Bring what was dropped, pasted or chosen to the slide at hand; `otherwise` names why nothing fits."""
        draft = self.draft
        if draft.work.wants() is None:
            return
        takes_address = not self.panel.medium.address.isHidden()
        if found.file is not None:
            draft.add_file(found.file)
        elif found is TOO_LARGE and not takes_address:
            self.on_refused(Refusal(name="refused.large"))
        elif takes_address and found.text.strip():
            draft.on_address(found.text)
        elif found.picture and not takes_address:
            draft.add_picture(found.picture)
        else:
            self.on_refused(Refusal(name="refused.address" if takes_address else otherwise))

    def _turn_to(self, work: Work) -> None:
        """Put the keys where they are needed. A page that goes away would else leave them to any button."""
        self.panel.medium.address.clear()
        if work.at is None:
            self.foot.give.setFocus()
        elif self.panel.medium.address.isVisibleTo(self):
            self.panel.medium.address.setFocus()
        else:
            self.setFocus()

    def _turn_back(self) -> None:
        """To an address that was refused, so that it can be typed over."""
        if self.panel.medium.address.isVisible():
            self.panel.medium.address.setFocus()
            self.panel.medium.address.selectAll()

    def _show_footer(self) -> None:
        self.foot.show_draft(self.draft, self._phrases)
