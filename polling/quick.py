"""Questions that the teacher puts in between, without a slide in the lesson file: what they look like and where they
stand. Pure; the room and every teacher screen make the same slides from the same few values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from lessons import markdown
from lessons.model import Lesson, Slide

MOST = 100
"""More than a lesson can hold; a bound on memory."""


class Quick(StrEnum):
    """What is asked: one of four letters, yes or no, or a word web."""

    LETTERS = "letters"
    YES_NO = "yes_no"
    WORDS = "words"


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """A question put in between: it stands before the slide on which it was asked, so that *next* leads back there."""

    id: str
    quick: Quick
    before: str


_TEXTS = {
    ("nl", Quick.LETTERS): "# Kies A, B, C of D\n\n- [ ] A\n- [ ] B\n- [ ] C\n- [ ] D",
    ("nl", Quick.YES_NO): "# Ja of nee?\n\n- [ ] Ja\n- [ ] Nee",
    ("nl", Quick.WORDS): "<!-- kind: wordweb -->\n\n# Waar denk je aan?",
    ("en", Quick.LETTERS): "# Choose A, B, C or D\n\n- [ ] A\n- [ ] B\n- [ ] C\n- [ ] D",
    ("en", Quick.YES_NO): "# Yes or no?\n\n- [ ] Yes\n- [ ] No",
    ("en", Quick.WORDS): "<!-- kind: wordweb -->\n\n# What do you think of?",
}


def with_added(lesson: Lesson, added: Iterable[Added]) -> Lesson:
    """The lesson with these questions in between, in the order in which they were asked."""
    slides = list(lesson.slides)
    for each in added:
        slides.insert(_place_of(slides, each.before), _slide(each, lesson.language))
    return msgspec.structs.replace(lesson, slides=tuple(slides))


def _place_of(slides: Sequence[Slide], before: str) -> int:
    return next((place for place, slide in enumerate(slides) if slide.id == before), 0)


def _slide(added: Added, language: str) -> Slide:
    """Hidden, so that who walks through the lesson later does not come across it."""
    read, _ = markdown.read(_TEXTS["nl" if language == "nl" else "en", added.quick])
    slide = read.slides[0]
    return msgspec.structs.replace(slide, id=added.id, settings=msgspec.structs.replace(slide.settings, hidden=True))
