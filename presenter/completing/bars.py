"""The line along the top and the one along the bottom of the completing window."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from presenter.completing.draft import Draft
from presenter.completing.files import titled
from presenter.completing.words import Phrases
from presenter.completing.work import Work
from presenter.console.parts import ElidedLabel, KeyButton, PlainLabel

HEAD_PX, FOOT_PX = 52, 68


class Head(QFrame):
    """Which lesson, and how much there is still to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "top")
        self.setFixedHeight(HEAD_PX)
        self.heading = PlainLabel("", "soft")
        self.title = ElidedLabel("strong")
        self.left = PlainLabel("", "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(12)
        row.addWidget(self.heading)
        row.addWidget(self.title, 1)
        row.addWidget(self.left)

    def show_work(self, work: Work, phrases: Phrases) -> None:
        """Show the title and what is left."""
        self.heading.setText(phrases.say("heading"))
        self.title.setText(titled(work.lesson, phrases))
        none = phrases.say("left.none")
        self.left.setText(none if work.is_done else phrases.say("left", n=len(work.left), m=len(work.tasks)))


class Footer(QFrame):
    """What to do with the lesson: later, save, give."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "bottom")
        self.setFixedHeight(FOOT_PX)
        self.kept = ElidedLabel("soft")
        self.later, self.save = KeyButton("Esc"), KeyButton("Ctrl+S")
        self.give = GiveButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.kept, 1)
        for button in (self.later, self.save, self.give):
            row.addWidget(button)

    def show_draft(self, draft: Draft, phrases: Phrases) -> None:
        """Show whether the lesson is saved, and what giving it means now."""
        if not draft.is_unsaved:
            kept = phrases.say("saved", name=draft.path.name)
        else:
            kept = phrases.say("changed" if draft.has_file else "unsaved")
        self.kept.setText(kept)
        self.later.say(phrases.say("later"))
        self.save.say(phrases.say("save"))
        self.save.setEnabled(draft.is_unsaved)
        self.give.say(phrases.say("give.whole" if draft.work.is_done else "give"))
        self.give.be_primary(draft.work.is_done)


class GiveButton(KeyButton):
    """Filled when nothing is missing any more."""

    def be_primary(self, is_primary: bool) -> None:
        """Be the one filled button of the window, or an ordinary one."""
        if is_primary != self._is_primary:
            self._is_primary = is_primary
            self.press_key("Enter" if is_primary else "")
            self.updateGeometry()
            self.update()
