"""What a pretend student does with a question: how long they think, what they answer, whether they fall asleep. Pure
but for the chance that is given; no sockets, no clock."""

from __future__ import annotations

from random import Random

from polling.answers import Choice, Text, Value, Words
from polling.wire import QuestionView

THINKING_S = (1.5, 15.0)
SILENT_SHARE = 0.08
"""Of the students do not answer a question."""
CHANGE_SHARE = 0.15
SLEEP_SHARE = 0.02
"""How often a phone is put away for a while, at each change of the board."""

_WORDS = {
    "nl": ("zee", "wind", "muziek", "regen", "stilte", "verkeer", "vogels", "school", "echo", "Muziek", "de trein"),
    "en": ("sea", "wind", "music", "rain", "silence", "traffic", "birds", "school", "echo", "Music", "the train"),
}
_TEXTS = {
    "nl": ("Omdat het zo werkt.", "Dat weet ik niet zeker, maar ik denk van wel.", "Door de lucht.", "Geen idee!"),
    "en": ("Because that is how it works.", "I am not sure, but I think so.", "Through the air.", "No idea!"),
}
NAMES = {"nl": "Oefen", "en": "Practice"}
"""So that nobody takes them for real students."""


def name(language: str, number: int) -> str:
    """What the student with this number (from 1) is called."""
    return f"{NAMES['nl' if language == 'nl' else 'en']} {number}"


def thinks_s(chance: Random) -> float | None:
    """How long until the answer; None for a student who does not answer."""
    return None if chance.random() < SILENT_SHARE else chance.uniform(*THINKING_S)


def answer(question: QuestionView, language: str, chance: Random) -> Value:
    """Something that this question can take; the first option is liked best, so that bars differ."""
    known = "nl" if language == "nl" else "en"
    if question.kind == "wordweb":
        return Words(tuple(chance.sample(_WORDS[known], k=chance.randint(1, min(3, question.max_words)))))
    if question.kind == "open":
        return Text(chance.choice(_TEXTS[known])[: question.max_characters])
    places = list(range(len(question.options)))
    weights = [2.0 if place == 0 else 1.0 for place in places]
    chosen = set(chance.choices(places, weights, k=2 if question.allows_several else 1))
    return Choice(tuple(sorted(chosen)))
