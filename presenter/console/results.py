"""The card under the slide: what only the teacher sees of the question at hand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from lessons.model import Kind
from presenter.console.answer_list import AnswerList, answers_said
from presenter.console.awaited import awaited_words
from presenter.console.option_rows import OptionRows, option_facts
from presenter.console.parts import Card, ElidedLabel, PlainLabel
from presenter.console.style import Chrome
from presenter.console.word_panel import WordPanel
from presenter.room_copy import RoomSeen
from presenter.words import Words

LIST_PX = 120
"""A list under the slide shows at least so much of itself."""
WORDS_PX = 184
"""The words of a web have two lines above them."""


class Results(Card):
    """Bars, words or open answers; a sentence where there is nothing to show."""

    option_chosen = Signal(int)
    item_switched = Signal(str, bool)
    """The teacher clicked this answer or word, which the class can see now (or not): show or hide it."""

    wanted = Signal(object)
    """Carries a command about a word."""

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
        self.answers.switched.connect(self.item_switched)
        self.answers.setMinimumHeight(LIST_PX)
        self.words.setMinimumHeight(WORDS_PX)
        self.awaited = ElidedLabel("soft")
        for widget in (self.bars, self.words, self.answers, self.sentence, self.awaited):
            self.inside.addWidget(widget)
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
        self.aside.setText("" if is_covered else self._aside(seen, words))

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
        if slide is None or position is None or not slide.asks or not position.shows_results:
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
            return words.say("tally.lobby.locked" if seen.is_locked else "tally.lobby")
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


def can_mark(seen: RoomSeen) -> bool:
    """True for a quiz whose file does not say what is right: then a click does."""
    slide = seen.slide
    return slide is not None and slide.kind is Kind.QUIZ and not slide.right
