"""What a teacher can do with one word of a web, as choices in words, and what takes a deed back. Pure; the list that
shows them is presenter.console.word_panel."""

from __future__ import annotations

from dataclasses import dataclass

from polling import words as polled
from polling.answers import Words as SentWords
from polling.commands import GroupWord, Hide, MergeWord, Mode, Moderate, PinWord, RenameWord, Show
from polling.wire import WordsPart, WordView
from presenter.room_copy import RoomSeen
from presenter.words import Words, isolated

WordDeed = Show | Hide | MergeWord | RenameWord | PinWord | GroupWord | Moderate


@dataclass(frozen=True)
class TextWish:
    """The teacher wants to type another text for a word, or (`is_group`) the name of a new group."""

    word: str
    text: str
    is_group: bool = False


def word_of(part: WordsPart, key: str) -> WordView | None:
    """The word with this key, also one that was merged into another."""
    return next((word for word in part.words if key == word.key or any(key == each.key for each in word.parts)), None)


def word_choices(word: WordView, part: WordsPart, words: Words) -> list[tuple[str, object]]:
    """The words and what each asks for: a command, or the wish to type."""
    choices: list[tuple[str, object]] = [
        (words.say("item.hide"), Hide(word.key)) if word.is_shown else (words.say("item.show"), Show(word.key)),
        (words.say("word.rename"), TextWish(word.key, word.text)),
        (words.say("word.unpin" if word.is_pinned else "word.pin"), PinWord(word.key, not word.is_pinned)),
    ]
    groups = dict.fromkeys(each.group for each in part.words if each.group)
    choices += [
        (words.say("word.group", group=group), GroupWord(word.key, group)) for group in groups if group != word.group
    ]
    choices.append((words.say("word.group.new"), TextWish(word.key, "", is_group=True)))
    if word.group:
        choices.append((words.say("word.group.out", group=word.group), GroupWord(word.key, "")))
    choices += [(words.say("word.part", text=isolated(each.text)), MergeWord(each.key, "")) for each in word.parts]
    return choices


def mode_choices(part: WordsPart, words: Words) -> list[tuple[str, object]]:
    """The three ways to moderate, without the one that holds."""
    return [(words.say(f"mode.{mode.value}.long"), Moderate(mode)) for mode in Mode if mode is not part.mode]


def undoing(deed: WordDeed, part: WordsPart) -> WordDeed | None:
    """What takes this deed back, told before it is done; None where there is nothing to take back."""
    match deed:
        case Moderate():
            return Moderate(part.mode)
        case Show() | Hide():
            word = word_of(part, deed.item)
            return None if word is None else (Show if word.is_shown else Hide)(deed.item)
    word = word_of(part, deed.word)
    if word is None:
        return None
    match deed:
        case MergeWord():
            return MergeWord(deed.word, "" if deed.into else word.key)
        case RenameWord():
            return RenameWord(deed.word, word.text)
        case PinWord():
            return PinWord(deed.word, word.is_pinned)
        case GroupWord():
            return GroupWord(deed.word, word.group)


def senders(seen: RoomSeen, word: WordView) -> tuple[str, ...]:
    """The names of who sent a word; none where the question is anonymous."""
    tally, roster, slide = seen.tally, seen.view.roster, seen.slide
    if tally is None or roster is None or slide is None or slide.settings.anonymous:
        return ()
    keys = {word.key, *(part.key for part in word.parts)}
    found = (
        roster.of(answer.participant)
        for answer in tally.answers
        if isinstance(answer.value, SentWords) and keys & {polled.key(each) for each in answer.value.words}
    )
    return tuple(person.name for person in found if person is not None)
