"""What people type on a phone: one normaliser for names, words and texts. Pure; knows no room and no limits of one.

Compatibility forms become plain letters (NFKC). What cannot be seen goes: control, format, private and unassigned
characters, fillers, variation selectors. What an emoji needs stays: the joiners in it (not an endless chain), the
selector that colours it, the tags of three flags. A letter keeps the marks that a language needs, not a tower of them.
"""

from __future__ import annotations

import re
import unicodedata

JOINERS = "\u200c\u200d"
"""Zero-width: they stay inside an emoji, and where the scripts of India need them (after a virama)."""
_VIRAMA = 9
"""The canonical combining class of the mark that takes a vowel away."""

_MAX_TYPED = 1000
"""Characters that are looked at: far more than any limit of a room, and an end to texts that grow by normalising."""
_MAX_ACCENTS = 2
_MAX_MARKS = 4
"""Marks of any kind on one letter: Burmese and Tibetan use as many."""

_SPELT = str.maketrans({"\u2800": " ", "\u00b4": "'", "\u1ffd": "'"})
"""An empty braille cell is a blank; an accent that stands alone is what keyboards give for an apostrophe."""
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\ufffc"  # letters and marks that show nothing
    "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"  # variation selectors
)
_ACCENTS = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f"  # of Latin, Greek and Cyrillic, and of symbols
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # the points of Hebrew
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4]"  # and of Arabic
)

_PICTURE = (
    "[\u00a9\u00ae\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff](?:\ufe0f|[\U0001f3fb-\U0001f3ff])?"
)
_EMOJI = re.compile(
    "\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067"  # England,
    "|\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073)\U000e007f"  # Scotland and Wales
    "|[\U0001f1e6-\U0001f1ff]{2}"  # every other flag
    "|[0-9#*]\ufe0f?\u20e3"  # keys
    f"|{_PICTURE}(?:\u200d{_PICTURE}){{0,3}}"  # a picture, or as many as a family of four
)
"""What is seen as one picture, also one that this Python does not know yet."""


def line(text: str) -> str:
    """One clean line: blanks collapsed, ends trimmed. Cleaning may uncover more to clean, so it goes on to the end."""
    while True:
        known = unicodedata.normalize("NFKC", text[:_MAX_TYPED].translate(_SPELT))
        cleaned = " ".join(_seen(known[:_MAX_TYPED]).split())
        if cleaned == text:
            return text
        text = cleaned


def lines(text: str) -> str:
    """Clean text that keeps its own line breaks, at most one empty line in a row, ends trimmed."""
    while True:
        kept: list[str] = []
        for row in text[:_MAX_TYPED].replace("\r\n", "\n").replace("\r", "\n").split("\n"):
            cleaned = line(row)
            if cleaned or (kept and kept[-1]):
                kept.append(cleaned)
        whole = "\n".join(kept).strip("\n")
        if whole == text:
            return text
        text = whole


def says_something(text: str) -> bool:
    """True when there is a letter, a digit or a symbol such as an emoji in it."""
    return bool(_EMOJI.search(text)) or any(unicodedata.category(character)[0] in "LNS" for character in text)


def skeleton(text: str) -> str:
    """What makes two spellings one: case and accents folded away. For comparing, never for showing."""
    return unicodedata.normalize("NFKC", without_accents(line(text).casefold()))


def without_accents(text: str) -> str:
    """The bare letters. Marks that make another letter, as in Hindi, Thai or Japanese, stay."""
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text))


def cut(text: str, most: int) -> str:
    """The beginning of a clean line, at most `most` characters, without half of what is seen as one."""
    end = 0
    while end < len(text) and (further := _end_of_one(text, end)) <= most:
        end = further
    return text[:end].rstrip(" " + JOINERS)


def _seen(text: str) -> str:
    """What can be seen of a text that is in its normal form."""
    kept: list[str] = []
    marks = accents = place = 0
    while place < len(text):
        if emoji := _EMOJI.match(text, place):
            kept.append(emoji[0])
            place = emoji.end()
            marks = accents = 0
            continue
        character = text[place]
        place += 1
        category = unicodedata.category(character)
        if character.isspace() or category[0] == "Z":
            kept.append(" ")
        elif character in JOINERS and _is_needed(kept, text[place : place + 1]):
            kept.append(character)
        elif category[0] == "C" or _UNSEEN.match(character):
            continue
        elif category[0] == "M":
            accents = _accents(character) + (accents if marks else _accents("".join(kept[-1:])))
            marks += 1
            if kept and kept[-1] != " " and marks <= _MAX_MARKS and accents <= _MAX_ACCENTS:
                kept.append(character)
        else:
            kept.append(character)
            marks = accents = 0
    return "".join(kept)


def _accents(text: str) -> int:
    return len(_ACCENTS.findall(unicodedata.normalize("NFD", text)))


def _is_needed(kept: list[str], after: str) -> bool:
    """True for a joiner between a virama and a letter: without it they are written in another way."""
    is_after_virama = bool(kept) and unicodedata.combining(kept[-1][-1]) == _VIRAMA
    return is_after_virama and after != "" and unicodedata.category(after)[0] == "L"


def _end_of_one(text: str, place: int) -> int:
    """Where that ends which is seen as one character: with its marks, or a whole emoji."""
    emoji = _EMOJI.match(text, place)
    end = emoji.end() if emoji else place + 1
    while end < len(text) and (unicodedata.category(text[end])[0] == "M" or text[end] in JOINERS):
        end += 1
    return end
