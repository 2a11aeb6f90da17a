"""The card under the slide: what only the teacher sees of the question at hand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from lessons.model import Kind
from presenter.console.answer_list import AnswerList
from presenter.console.awaited import awaited_words
from presenter.console.option_rows import OptionRows, option_facts
from presenter.console.parts import Card, ElidedLabel, KeyButton, PlainLabel
from presenter.console.said import answers_said
from presenter.console.style import SMALL_CONTROL_PX, Chrome
from presenter.console.word_panel import WordPanel
from presenter.possible import has_typed, possible
from presenter.room_copy import RoomSeen
from presenter.words import Words

ANSWERS_PX, WORDS_PX = 172, 184
"""A list under the slide shows at least so much of itself; the words of a web have two lines above them."""


class Results(Card):
    """Bars, words or open answers; a sentence where there is nothing to show."""

    option_chosen = Signal(int)
    wanted = Signal(object)
    """A command about an answer or a word."""
    class_wanted = Signal()
    """The teacher wants to say which class this is, and where the lesson begins."""
    menu_wanted = Signal(str, QPoint)
    """The menu of this answer, at this place of the screen."""
    all_switched = Signal()
    """The teacher wants everything that students typed off the board, or back on it."""

    def __init__(self, chrome: Chrome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = PlainLabel("", "soft")
        self.sentence.setWordWrap(True)
        self.bars = OptionRows(chrome)
        self.bars.chosen.connect(self.option_chosen)
        self.words = WordPanel(chrome)
        self.chips = self.words.chips
        self.words.wanted.connect(self.wanted)
        self.answers = AnswerList()
        self.answers.wanted.connect(self.wanted)
        self.answers.menu_wanted.connect(self.menu_wanted)
        self.answers.pointed.connect(self.on_pointed)
        self.words.setMinimumHeight(WORDS_PX)
        self.answers.setMinimumHeight(ANSWERS_PX)
        self._told = self._pointed = ""
        self.awaited = ElidedLabel("soft")
        self.hide_all = KeyButton("H", height_px=SMALL_CONTROL_PX)
        self.hide_all.clicked.connect(self.all_switched)
        self.head.addWidget(self.hide_all)
        self.class_name = KeyButton(height_px=SMALL_CONTROL_PX)
        self.class_name.clicked.connect(self.class_wanted)
        for widget in (self.bars, self.words, self.answers, self.sentence, self.awaited, self.class_name):
            self.inside.addWidget(widget, 1 if widget in (self.words, self.answers) else 0)
        self.inside.addStretch(0)

    def wear(self, chrome: Chrome) -> None:
        """Take other colours."""
        self.bars.wear(chrome)
        self.words.wear(chrome)

    def show_results(self, seen: RoomSeen, words: Words, covered: str) -> None:
        """Show what stands with the question at hand; while `covered` says why not, nothing of it."""
        is_covered = bool(covered) and _has_something(seen)
        shown = None if is_covered else self._shown(seen, words)
        for widget in (self.bars, self.words, self.answers):
            widget.setVisible(widget is shown)
        is_list = shown in (self.words, self.answers)
        wanted = QSizePolicy.Policy.Expanding if is_list else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Preferred, wanted)
        sentence = covered if is_covered else self._sentence(seen, words, shown)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        heading = self._heading(seen, words)
        self.heading.setText(heading)
        self._show_awaited("" if is_covered else awaited_words(seen, words), heading, words)
        # While it asks the line keeps its room, also when nobody is awaited: the slide above it keeps its size.
        self.awaited.setVisible(not is_covered and seen.position is not None and seen.position.phase == "asking")
        self._told = "" if is_covered else self._aside(seen, words)
        self.on_pointed("" if is_covered else self._pointed)
        self._show_hiding(seen, words)
        self._show_class(seen, words)

    @Slot(str)
    def on_pointed(self, tip: str) -> None:
        """Say what a click would do here; else what there is to say."""
        self._pointed = tip
        self.aside.setText(tip or self._told)

    def _show_hiding(self, seen: RoomSeen, words: Words) -> None:
        """Offer to hide everything where there is something typed; the line above the slide offers to undo it."""
        position = seen.position
        is_hidden = position is not None and position.hides_answers
        self.hide_all.say(words.say("hide.all"), words.say("hide.all.long"))
        self.hide_all.setVisible(seen.slide is not None and possible(seen).hides and not is_hidden)

    def _show_class(self, seen: RoomSeen, words: Words) -> None:
        """Before the lesson: which class it is for, to be changed by a click."""
        position = seen.position
        self.class_name.setVisible(position is not None and not position.slide and not position.ended)
        name = "class.button.named" if seen.label else "class.button"
        self.class_name.say(words.say(name, label=seen.label))

    def _show_awaited(self, awaited: str, heading: str, words: Words) -> None:
        """Say who is awaited; under a heading that speaks of the board too, also that this is not on it."""
        is_on_board = heading == words.say("also_board")
        self.awaited.setText(f"{words.say('only_you')}. {awaited}" if awaited and is_on_board else awaited)

    def _shown(self, seen: RoomSeen, words: Words) -> QWidget | None:
        slide, position = seen.slide, seen.position
        if slide is None or position is None or not _has_something(seen) or seen.tally is None:
            return None
        if slide.options:
            self.bars.show_facts(option_facts(seen, words), can_mark(seen), words)
            return self.bars
        if slide.kind is Kind.WORDWEB:
            if seen.words is None or not seen.words.words:
                return None
            self.words.show_words(seen, seen.words, words)
            return self.words
        answers = answers_said(seen, words)
        self.answers.setAccessibleName(words.say("only_you.names"))
        self.answers.show_answers(answers, words)
        return self.answers if answers else None

    def _heading(self, seen: RoomSeen, words: Words) -> str:
        slide, position = seen.slide, seen.position
        if position is not None and position.ended:
            return words.say("only_you")
        if slide is not None and slide.settings.approve and position is not None and position.phase != "waiting":
            return words.say("only_you.approve")
        if slide is None or position is None or not slide.asks or not _is_on_board(seen):
            return words.say("only_you")
        return words.say("only_you.names" if slide.kind is Kind.OPEN and not slide.settings.anonymous else "also_board")

    def _aside(self, seen: RoomSeen, words: Words) -> str:
        position, told = seen.position, []
        if position is None or position.ended:
            return ""
        if position.round > 1:
            told.append(words.say("tally.round", n=position.round))
        if seen.words is not None and seen.words.words:
            told.append(words.count("tally.words", len(seen.words.words)))
        return "  ·  ".join(told)

    def _sentence(self, seen: RoomSeen, words: Words, shown: QWidget | None) -> str:
        slide, position = seen.slide, seen.position
        if position is None or position.ended:
            return words.say("tally.ended") if position is not None else ""
        if slide is None:
            told = words.say("tally.lobby.locked" if seen.is_locked else "tally.lobby")
            number = seen.begins_at_number
            return f"{told} {words.say('class.begins', n=number)}" if number > 1 else told
        if not slide.asks:
            return words.say("tally.shared" if slide.settings.share else "tally.no_question")
        if position.phase == "waiting":
            return words.say("tally.waiting")
        if shown is self.bars:
            return words.say("tally.mark") if can_mark(seen) and not position.right else ""
        return words.say("tally.empty") if shown is None else ""


def _has_something(seen: RoomSeen) -> bool:
    """True when the question at hand may have answers to show or to cover. A lesson that has ended shows none any
    more, so that nothing comes into sight by its end."""
    position = seen.position
    return position is not None and position.phase not in ("", "waiting") and not position.ended


def _is_on_board(seen: RoomSeen) -> bool:
    """True while the class sees the results of the question at hand."""
    position = seen.position
    if position is None or not position.shows_results or position.frozen:
        return False
    return not (position.hides_answers and has_typed(seen))


def can_mark(seen: RoomSeen) -> bool:
    """True for a quiz whose file does not say what is right: then a click does."""
    slide = seen.slide
    return slide is not None and slide.kind is Kind.QUIZ and not slide.right
