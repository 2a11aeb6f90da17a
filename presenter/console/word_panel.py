"""The teacher's list beside a word web: search, what may be one word, undo, how it is moderated, the words as chips. It
shows and asks; the room does."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from polling.commands import GroupWord, Hide, MergeWord, RenameWord, Show
from polling.typed import skeleton
from polling.wire import WordsPart
from presenter.console.offer import Offer
from presenter.console.parts import ElidedLabel, KeyButton
from presenter.console.style import SMALL_CONTROL_PX, Chrome
from presenter.console.word_chips import WordChips
from presenter.console.word_deeds import TextWish, WordDeed, mode_choices, senders, undoing, word_choices, word_of
from presenter.dialogs import TextDialog
from presenter.kinship import Kin, kin
from presenter.room_copy import NOTHING_SEEN, RoomSeen
from presenter.words import Words, isolated

_NAMES = 12
"""Of so many senders the menu tells the names."""


class SearchField(QLineEdit):
    """Keys that are typed here are no keys of the lesson; Enter and Escape give them back to it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.window().setFocus()
        else:
            super().keyPressEvent(event)


class WordPanel(QWidget):
    """Every deed goes out as a command, and what takes it back is remembered until the slide is left."""

    wanted = Signal(object)
    """Carries a command for the room."""
    save_wanted = Signal()

    def __init__(self, chrome: Chrome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen = NOTHING_SEEN
        self._part: WordsPart | None = None
        self._words = Words("nl")
        self._done: list[WordDeed] = []
        self._declined: set[Kin] = set()
        self._kin: Kin | None = None
        self._kept: tuple[str, str] = ("", "")
        self.search = SearchField()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.on_searched)
        self.mode, self.undo = KeyButton(height_px=SMALL_CONTROL_PX), KeyButton(height_px=SMALL_CONTROL_PX)
        self.save = KeyButton(height_px=SMALL_CONTROL_PX)
        self.save.clicked.connect(self.save_wanted)
        self.mode.clicked.connect(self.on_mode)
        self.undo.clicked.connect(self.on_undo)
        self.hint = ElidedLabel("soft")
        self.yes, self.no = KeyButton(height_px=SMALL_CONTROL_PX), KeyButton(height_px=SMALL_CONTROL_PX)
        self.yes.clicked.connect(self.on_yes)
        self.no.clicked.connect(self.on_no)
        self.chips = WordChips()
        self.chips.wear(chrome)
        self.chips.switched.connect(self.on_switched)
        self.chips.dropped.connect(self.on_dropped)
        self.chips.menu_wanted.connect(self.on_menu)
        self._arrange()

    def _arrange(self) -> None:
        room = QScrollArea()
        room.setWidget(self.chips)
        room.setWidgetResizable(True)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.search, 1)
        above.addWidget(self.undo)
        above.addWidget(self.mode)
        above.addWidget(self.save)
        asking = QHBoxLayout()
        asking.setSpacing(8)
        asking.addWidget(self.hint, 1)
        asking.addWidget(self.yes)
        asking.addWidget(self.no)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(above)
        whole.addLayout(asking)
        whole.addWidget(room, 1)

    def wear(self, chrome: Chrome) -> None:
        """Take other colours."""
        self.chips.wear(chrome)

    def show_words(self, seen: RoomSeen, part: WordsPart, words: Words) -> None:
        """Show the words of this part of the room."""
        if self._kept != (seen.session, part.slide):
            self._kept = (seen.session, part.slide)
            self._done, self._declined = [], set()
            self.search.clear()
        self._seen, self._part, self._words = seen, part, words
        self.search.setPlaceholderText(words.say("word.search"))
        self.search.setAccessibleName(words.say("word.search"))
        self.mode.say(
            words.say(f"mode.{part.mode.value}"), words.say("mode.spoken", mode=words.say(f"mode.{part.mode.value}"))
        )
        self.undo.say(words.say("removed.undo"))
        self.save.say(words.say("web.save.short"), words.say("web.save"))
        self._show()

    def lines(self) -> list[str]:
        """The words that are listed, as they stand there."""
        return self.chips.lines()

    def _show(self) -> None:
        part = self._part
        if part is None:
            return
        sought = skeleton(self.search.text())
        found = [
            word
            for word in part.words
            if sought in skeleton(word.text) or sought in word.key or any(sought in each.key for each in word.parts)
        ]
        self.chips.show_words(tuple(sorted(found, key=lambda word: (not word.is_held, -word.count))), self._words)
        self.undo.setEnabled(bool(self._done))
        told = tuple((word.key, word.count) for word in part.words if word.is_shown)
        self._kin = next((each for each in kin(told, self._seen.language) if each not in self._declined), None)
        for widget in (self.hint, self.yes, self.no):
            widget.setVisible(self._kin is not None)
        if self._kin is not None:
            one, other = word_of(part, self._kin.word), word_of(part, self._kin.into)
            assert one is not None
            assert other is not None
            self.hint.setText(self._words.say("word.kin", one=isolated(one.text), other=isolated(other.text)))
            self.yes.say(self._words.say("word.kin.yes"))
            self.no.say(self._words.say("word.kin.no"))

    def _do(self, deed: WordDeed) -> None:
        back = None if self._part is None else undoing(deed, self._part)
        if back is not None:
            self._done.append(back)
        self.undo.setEnabled(bool(self._done))
        self.wanted.emit(deed)

    @Slot()
    def on_undo(self) -> None:
        """Take back what was done last."""
        if self._done:
            self.wanted.emit(self._done.pop())
            self.undo.setEnabled(bool(self._done))

    @Slot(str)
    def on_searched(self, text: str) -> None:
        self._show()

    @Slot(str, bool)
    def on_switched(self, key: str, is_shown: bool) -> None:
        self._do(Hide(key) if is_shown else Show(key))

    @Slot(str, str)
    def on_dropped(self, key: str, into: str) -> None:
        self._do(MergeWord(key, into))

    @Slot()
    def on_yes(self) -> None:
        if self._kin is not None:
            self._do(MergeWord(self._kin.word, self._kin.into))

    @Slot()
    def on_no(self) -> None:
        if self._kin is not None:
            self._declined.add(self._kin)
            self._show()

    @Slot()
    def on_mode(self) -> None:
        if self._part is not None:
            offer = Offer(mode_choices(self._part, self._words), self)
            offer.triggered.connect(self.on_choice)
            offer.open_over(self.mode)

    @Slot(str, QPoint)
    def on_menu(self, key: str, place: QPoint) -> None:
        part = self._part
        word = None if part is None else word_of(part, key)
        if part is None or word is None:
            return
        offer = Offer(word_choices(word, part, self._words), self)
        names = senders(self._seen, word)
        if names:
            told = ", ".join(isolated(name) for name in names[:_NAMES])
            more = len(names) - _NAMES
            text = self._words.say("people.more", names=told, n=more) if more > 0 else told
            offer.addSeparator()
            offer.addAction(self._words.say("word.senders", names=text)).setEnabled(False)
        offer.triggered.connect(self.on_choice)
        offer.open_at(place)

    @Slot(QAction)
    def on_choice(self, action: QAction) -> None:
        deed = action.data()
        if isinstance(deed, TextWish):
            self._ask(deed)
        elif deed is not None:
            self._do(deed)

    def _ask(self, wish: TextWish) -> None:
        words, name = self._words, "word.group.name" if wish.is_group else "word.rename.title"
        dialog = TextDialog(words.say(name), wish.text, words, self.window())
        dialog.typed.connect(
            lambda text: self._do(GroupWord(wish.word, text) if wish.is_group else RenameWord(wish.word, text))
        )
        dialog.open()
