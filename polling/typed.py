"""What people type on a phone: one normaliser for names, words and texts. Pure; knows no room and no limits of one.

Compatibility forms become plain letters (NFKC); control, format, surrogate, private and unassigned characters go, so
nothing invisible or turning remains; more than two marks on one letter go as well.
"""

from __future__ import annotations

import unicodedata

JOINER = "\u200d"
"""The zero-width joiner: kept, between emoji only."""
_MAX_MARKS = 2


def line(text: str) -> str:
    """One clean line: spaces collapsed, ends trimmed. Cleaning may uncover more to clean, so it goes on to the end."""
    spaced = text.replace("\n", " ").replace("\t", " ")
    cleaned = " ".join(_without_invisibles(unicodedata.normalize("NFKC", spaced)).split())
    return cleaned if cleaned == text else line(cleaned)


def lines(text: str) -> str:
    """Clean text that keeps its own line breaks, at most one empty line in a row, ends trimmed."""
    kept: list[str] = []
    for row in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        cleaned = line(row)
        if cleaned or (kept and kept[-1]):
            kept.append(cleaned)
    return "\n".join(kept).strip("\n")


def says_something(text: str) -> bool:
    """True when there is a letter, a digit or a symbol such as an emoji in it."""
    return any(unicodedata.category(character)[0] in "LN" or _is_pictogram(character) for character in text)


def skeleton(text: str) -> str:
    """What makes two spellings one: case and accents folded away. For comparing, never for showing."""
    decomposed = unicodedata.normalize("NFKD", line(text).casefold())
    bare = "".join(character for character in decomposed if unicodedata.category(character) != "Mn")
    return unicodedata.normalize("NFKC", bare)


def _without_invisibles(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for place, character in enumerate(text):
        category = unicodedata.category(character)
        if category in ("Mn", "Me", "Mc"):
            marks += 1
            if marks > _MAX_MARKS or not kept:
                continue
        else:
            marks = 0
        if category[0] == "C" and not _joins_pictograms(text, place):
            continue
        kept.append(" " if category[0] == "Z" else character)
    return "".join(kept)


def _joins_pictograms(text: str, place: int) -> bool:
    before = text[max(0, place - 2) : place]
    after = text[place + 1 : place + 2]
    return text[place] == JOINER and any(map(_is_pictogram, before)) and any(map(_is_pictogram, after))


def _is_pictogram(character: str) -> bool:
    return unicodedata.category(character) in ("So", "Sk", "Sm")
