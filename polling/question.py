"""One question of the lesson: its rounds, where each stands, what was answered. Pure; only the room changes it."""

from __future__ import annotations

import msgspec

from lessons.model import Kind, Slide
from polling import words
from polling.answers import MAX_TEXT, MAX_WORD, Choice, Text, Value, Words
from polling.clock import Clock
from polling.commands import Mode
from polling.decency import is_rude
from polling.moves import Phase
from polling.tally import Tally
from polling.typed import lines
from polling.words import Curation


class Kept(msgspec.Struct, frozen=True):
    """The answer of one participant that counts: the highest revision that came."""

    revision: int
    value: Value
    at_ms: int


class Round:
    """One time a question is asked. `asked_ms` and all times are room time."""

    def __init__(self, slide: Slide, number: int, asked_ms: int, clock: Clock | None) -> None:
        self.number = number
        self.asked_ms = asked_ms
        self.clock = clock
        self.phase = Phase.ASKING
        self.answers: dict[str, Kept] = {}
        self.aside: dict[str, Kept] = {}
        self.tally = Tally(len(slide.options))
        self.hands = [0] * len(slide.options)
        self.web = words.Web()
        self.mode = Mode.APPROVE if slide.settings.approve else Mode.FILTER
        self.shown: dict[str, bool] = {}
        self.starred: set[str] = set()
        self.enlarged = ""
        """The participant whose text the class sees alone, large; "" while it sees all of them."""

    def keep(self, participant: str, kept: Kept) -> None:
        """Let this answer count for the participant, in place of the one before."""
        before = self.answers.get(participant)
        self.answers[participant] = kept
        self._recount(participant, before, kept)
        if before is None or before.value != kept.value:
            self._look_again(participant)

    def set_aside(self, participant: str) -> None:
        """Let the answer of a participant who was removed not count; it is kept."""
        kept = self.answers.pop(participant, None)
        if kept is not None:
            self.aside[participant] = kept
            self._recount(participant, kept, None)
        self._put_among_others(participant)

    def put_back(self, participant: str) -> None:
        """Let the answer of a participant who is in again count again."""
        kept = self.aside.pop(participant, None)
        if kept is not None:
            self.answers[participant] = kept
            self._recount(participant, None, kept)

    def show(self, item: str) -> None:
        """Let the class see this item."""
        self.shown[item] = True

    def hide(self, item: str) -> None:
        """Keep this item from the class."""
        self.shown[item] = False
        self._put_among_others(item)

    def _look_again(self, participant: str) -> None:
        """Another text came: what the teacher thought of the one before does not hold for it. What was hidden stays
        hidden."""
        if self.shown.get(participant):
            del self.shown[participant]
        self.starred.discard(participant)
        self._put_among_others(participant)

    def _put_among_others(self, item: str) -> None:
        if self.enlarged == item:
            self.enlarged = ""

    def _recount(self, participant: str, before: Kept | None, after: Kept | None) -> None:
        self.tally.replace(_options(before), _options(after))
        self.web.replace(participant, _words(before), _words(after))

    @property
    def texts(self) -> frozenset[str]:
        """The participants with a text."""
        return frozenset(who for who, kept in self.answers.items() if isinstance(kept.value, Text) and kept.value.text)

    @property
    def items(self) -> frozenset[str]:
        """What can be shown or hidden: the participants with a text, the keys of the words."""
        return self.texts.union(key for key, _, _ in self.web.words())

    def shows(self, item: str) -> bool:
        """Whether the class may see this item: a participant's text by their id, a word by its key.

        What the teacher let through is looked at again when its text changes; what was hidden stays hidden.
        """
        return self.shown.get(item, self.mode is not Mode.APPROVE and not self.holds(item))

    def holds(self, item: str) -> bool:
        """Whether this item is rude, and waits for the teacher unless the mode is open."""
        kept = self.answers.get(item)
        typed = kept.value.text if kept is not None and isinstance(kept.value, Text) else item
        return self.mode is not Mode.OPEN and is_rude(typed)

    def waits(self, item: str) -> bool:
        """Whether the class will not see this item until the teacher says so, and the teacher said nothing yet."""
        return item not in self.shown and not self.shows(item)

    @property
    def answered(self) -> tuple[str, ...]:
        """Who has an answer now (an empty one is none), in order of first arrival."""
        return tuple(who for who, kept in self.answers.items() if not is_empty(kept.value))


class Question:
    """The rounds of one question, and what the teacher said about it while it was given."""

    def __init__(self, slide: Slide) -> None:
        self.slide = slide
        self.rounds: list[Round] = []
        self.is_live = slide.is_live
        self.curation = Curation()
        self.mode = Mode.APPROVE if slide.settings.approve else Mode.FILTER
        self.right = slide.right

    def begin(self, asked: Round) -> None:
        """Ask it in this round."""
        asked.mode = self.mode
        self.rounds.append(asked)

    def moderate(self, mode: Mode) -> None:
        """Show the class what this mode lets through, in this round and those to come."""
        self.mode = mode
        for each in self.rounds[-1:]:
            each.mode = mode

    @property
    def phase(self) -> Phase:
        """Where its last round stands; waiting before the first."""
        return self.rounds[-1].phase if self.rounds else Phase.WAITING

    @property
    def last(self) -> Round | None:
        """The round at hand."""
        return self.rounds[-1] if self.rounds else None

    @property
    def is_answered_at_once(self) -> bool:
        """True where one tap or one text is a whole answer: then it can be said that everyone has answered."""
        return self.slide.is_answered_at_once

    @property
    def shows_results(self) -> bool:
        """True when the class may see what was answered."""
        if self.phase in (Phase.WAITING, Phase.REVEALED):
            return self.phase is Phase.REVEALED
        return self.is_live or (self.phase is Phase.CLOSED and self.slide.kind is not Kind.QUIZ)


def checked(slide: Slide, value: Value) -> Value | str:
    """The value as it is kept, or the code of what is wrong with it."""
    match value, slide.kind:
        case Choice(), Kind.QUIZ | Kind.POLL:
            return _checked_choice(slide, value)
        case Words(), Kind.WORDWEB:
            return _checked_words(slide, value)
        case Text(), Kind.OPEN:
            text = lines(value.text)
            return "text_too_long" if len(text) > MAX_TEXT else Text(text)
        case _:
            return "bad_value"


def is_empty(value: Value) -> bool:
    """True for an answer that was taken back."""
    match value:
        case Choice():
            return not value.options
        case Words():
            return not value.words
        case Text():
            return not value.text


def _checked_choice(slide: Slide, value: Choice) -> Value | str:
    options = tuple(sorted(set(value.options)))
    if any(not 0 <= place < len(slide.options) for place in options):
        return "bad_value"
    if len(options) > 1 and not slide.allows_several:
        return "too_many_options"
    return Choice(options)


def _checked_words(slide: Slide, value: Words) -> Value | str:
    kept = words.unique(value.words)
    if len(kept) > slide.settings.max_words:
        return "too_many_words"
    if any(len(word) > MAX_WORD for word in kept):
        return "word_too_long"
    return Words(kept)


def _options(kept: Kept | None) -> tuple[int, ...]:
    return kept.value.options if kept is not None and isinstance(kept.value, Choice) else ()


def _words(kept: Kept | None) -> tuple[str, ...]:
    return kept.value.words if kept is not None and isinstance(kept.value, Words) else ()
