"""The card with the list of students: who is here, who shares a device, and whether anybody new may join."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from polling.commands import Lock
from presenter.console.parts import Card, KeyButton, PlainLabel
from presenter.console.person_list import PersonList
from presenter.console.person_rows import person_rows, shared_words
from presenter.console.style import Chrome
from presenter.room_copy import NOTHING_SEEN, RoomSeen
from presenter.words import Words


class People(Card):
    """Shows what it is told; says which student's menu is wanted, and that the room must be locked or opened."""

    menu_wanted = Signal(str, QPoint)
    wanted = Signal(object)

    def __init__(self, chrome: Chrome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen = NOTHING_SEEN
        self.nobody = PlainLabel("", "soft")
        self.list = PersonList(chrome)
        self.shared = PlainLabel("", "heading")
        self.lock = KeyButton("S")
        self.lock.setCheckable(True)
        self.lock.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for label in (self.nobody, self.shared):
            label.setWordWrap(True)
        self.inside.addWidget(self.nobody)
        self.inside.addWidget(self.list, 1)
        self.inside.addStretch(0)
        self.inside.addWidget(self.shared)
        self.inside.addWidget(self.lock)
        self.list.menu_wanted.connect(self.menu_wanted)
        self.lock.clicked.connect(self.on_lock)

    def wear(self, chrome: Chrome) -> None:
        """Take other colours."""
        self.list.painter.chrome = chrome
        self.list.viewport().update()

    def show_people(self, seen: RoomSeen, words: Words, covered: str) -> None:
        """Show who is here; while `covered` says why not, only how many."""
        self._seen = seen
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
        self.list.rows.show(rows)
        shared = "" if covered else shared_words(seen, words)
        self.shared.setText(shared)
        self.shared.setVisible(bool(shared))
        self._show_lock(seen, words)

    def row_texts(self) -> list[str]:
        """The lines as a screen reader hears them."""
        return [str(self.list.rows.index(row).data()) for row in range(self.list.rows.rowCount())]

    @Slot()
    def on_lock(self) -> None:
        # The switch shows what the server says, not what was clicked.
        self.lock.setChecked(not self.lock.isChecked())
        self.wanted.emit(Lock(not self._seen.is_locked))

    def _show_lock(self, seen: RoomSeen, words: Words) -> None:
        name = "lock.on" if seen.is_locked else "lock"
        self.lock.say(words.say(name), words.say(f"{name}.long"))
        self.lock.setChecked(seen.is_locked)
        self.lock.setEnabled(seen.position is not None and not seen.position.ended)
