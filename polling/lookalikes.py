"""Names that look alike though they are spelt with other letters: a Cyrillic а for an a, a 1 for an l. Pure.

For names only: a word of a word web in Greek is not the word that it looks like. The pairs are those that Unicode
(UTS #39) calls confusable with a Latin letter, for the scripts and fonts that a class can type, and a few more.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from polling.typed import line, without_accents

_SHAPES = {
    "a": "ɑᴀΑαАаᎪ",
    "ae": "ÆæӔӕᴁ",
    "b": "ƀƂƃƄɓʙβΒБВвЬѢѣҌҍᏏᏴ",
    "c": "ȼᴄϲСсҪҫᏟᴐ",
    "d": "ÐĐđƉƌɖɗᴅԁᎠ",
    "e": "ɆɇᴇεɛΕЕеҽҿᎬ",
    "f": "ƑƒꜰϜքᵮ",
    "g": "ƍǤǥɠɡɢԌցᏀᏳᶃ",
    "h": "ĦħɦʜΗНнҢңһӇӈհᎻᏂ",
    "i": "ıɨɩɪιіᎥᵻᵼ",
    "j": "ɈɉᴊͿϳЈјᎫ",
    "k": "ƙᴋκΚКкҚқҞҟᏦ",
    "l": "I1|ŁłƖƗƚǀʟɫɭΙІӀӏᏞ",
    "n": "ƝƞɳɴΝηոռᵰ",
    "o": "0ØøƟɵᴏᴑΘθΟοσОоѲѳӨөՕօᎾ",
    "oe": "Œœɶ",
    "p": "ƥᴘΡρРрᏢᵽ",
    "q": "ʠԛգզ",
    "r": "ƦʀɍɼɽгғᎡᏒᴦᵲ",
    "rn": "mMᴍɱΜϺМмӍӎᎷᵯ",
    "s": "ƽʂꜱЅѕՏᏕᏚᵴ",
    "ss": "ß",
    "t": "ŦŧƭƮȾᴛΤτТтҬҭᎢᵵ",
    "u": "ɄʋυՍսᏌᴜᵾ",
    "v": "ᴠνѴѵᏙ",
    "vv": "wWɯᴡѡѽԜԝաᎳᏔ",
    "x": "ΧχХхҲҳ",
    "y": "ƴɎɏɣʏΥγУуҮүҰұᎩᎽỿ",
    "z": "ƵƶȤȥʐᴢΖᏃᵶ",
}
_LATIN = {ord(letter): latin for latin, letters in _SHAPES.items() for letter in letters}
_LATIN |= {first + place: chr(ord("a") + place) for first in (0x1F150, 0x1F170) for place in range(26)}
"""Every letter with the Latin one that it looks like; also the white letters on a black disc or square."""
_FOREIGN = {code: letter for code, letter in _LATIN.items() if code > 127}
# A phone that joins is asked for its name's looks three times in a row, hence the caches here and in names.py.


@lru_cache(maxsize=128)
def looks(name: str) -> tuple[str, ...]:
    """What a name looks like: as it is typed, and in small letters where that differs. Two names look alike when they
    share a look. Blanks, punctuation, accents and capitals do not count. For comparing, never for showing."""
    bare = without_accents(line(name))
    return tuple(dict.fromkeys(_look(each) for each in (bare, bare.casefold())))


def latin(text: str) -> str:
    """The text with letters of other scripts as the Latin letters that they look like. For comparing."""
    return text.translate(_FOREIGN).casefold()


def _look(bare: str) -> str:
    return "".join(each for each in bare.translate(_LATIN).casefold() if unicodedata.category(each)[0] not in "PZ")
