"""Is it rude? For words, names and open answers alike. Pure; it removes nothing: what is rude waits for the teacher.

A text is folded to what it is read as: small letters without accents, letters of other scripts as what they look like,
digits and signs as the letters they stand for, drawn out letters once, letters with something between them together.
Folding can be done in more than one way (a 1 is an l or an i), so that a word has a few readings; it is rude when one
of them is in `rude_words.WHOLE` or holds one of `PARTS`, and is not among the `INNOCENT`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from polling.lookalikes import latin
from polling.rude_words import EMOJI, INNOCENT, PARTS, WHOLE
from polling.typed import skeleton

_SIGNS = {
    "0": "o", "1": "il", "2": "z", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g", "@": "a",
    "$": "s", "!": "i", "|": "il", "€": "e", "£": "l", "+": "t", "(": "c", "¡": "i",
}  # fmt: skip
"""What signs and digits stand for among letters."""
_MOST_READINGS = 64
_JOINTS = re.compile(r"[\s.,;:_\-–—/\\'’`~^=<>\[\]{}\"“”•·|]+")
_BLANK = re.compile(r"[*#%?]")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_DOUBLED = re.compile(r"(.)\1+")
_LONG = 4
"""A doubled letter is not seen in a word of so many letters: shorter ones would become another word."""
_SHORT_ONES = frozenset(part for part in PARTS if len(part) >= _LONG and not _DOUBLED.search(part))
_STEMS = tuple(sorted(word for word in PARTS | WHOLE if 3 <= len(word) <= 9))


@lru_cache(maxsize=4096)
def is_rude(text: str) -> bool:
    """Whether a class need not see this unasked."""
    if any(sign in text for sign in EMOJI):
        return True
    return any(_is_rude_word(word) for word in _words(skeleton(text)))


def _words(folded: str) -> Iterator[str]:
    """The words of a text, and what single letters with something between them make together."""
    pieces = [piece for piece in _JOINTS.split(folded) if piece]
    yield from pieces
    run: list[str] = []
    for piece in [*pieces, ""]:
        if len(piece) == 1:
            run.append(piece)
            continue
        if len(run) > 1:
            yield "".join(run)
        run = []
    if len(pieces) > 1 and all(len(piece) <= 3 for piece in pieces):
        yield "".join(pieces)


def _is_rude_word(word: str) -> bool:
    if any(_matches(reading) for reading in _readings(word)):
        return True
    return bool(_BLANK.search(word)) and _is_covered_up(word)


def _readings(word: str) -> Iterator[str]:
    """What a word can be read as, letters only."""
    yield "".join(letter for letter in word if letter.isalpha())
    bare = latin(word)
    yield "".join(letter for letter in bare if letter.isalpha())
    if not any(letter.isalpha() for letter in bare):
        return
    choices = [_SIGNS.get(letter, letter if letter.isalpha() else "") or [""] for letter in bare]
    count = 1
    for letters in choices:
        count *= len(letters)
    if count <= _MOST_READINGS:
        yield from ("".join(letters) for letters in product(*choices))


def _matches(reading: str) -> bool:
    if len(reading) < 2 or reading in INNOCENT:
        return False
    for told in {reading, _DRAWN_OUT.sub(r"\1", reading), _DRAWN_OUT.sub(r"\1\1", reading)}:
        if told in WHOLE or (told not in INNOCENT and any(part in told for part in PARTS)):
            return True
    short = _DOUBLED.sub(r"\1", reading)
    return short != reading and any(part in short for part in _SHORT_ONES)


def _is_covered_up(word: str) -> bool:
    """True when signs cover letters of a rude word: f*ck, k#t."""
    holes = re.compile("".join("[a-z]" if _BLANK.fullmatch(letter) else re.escape(letter) for letter in word))
    return any(holes.fullmatch(stem + ending) for stem in _STEMS for ending in ("", "s", "en"))
