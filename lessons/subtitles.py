"""Subtitles of a film (WebVTT or SubRip) as cues. Text and times only: colours, places and voices are left out.

Reading never raises: what cannot be understood is passed over.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

MAX_CHARACTERS = 1_000_000
"""More than any film says."""
MAX_CUE_CHARACTERS = 400
"""More at once cannot be read from a board."""

_MOMENT = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"^\s*{_MOMENT}\s+-->\s+{_MOMENT}(?:\s.*)?$")
_TAG = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,200}\}")


class Cue(msgspec.Struct, frozen=True):
    """What is said from `start_ms` until just before `end_ms` of the film; lines are kept."""

    start_ms: int
    end_ms: int
    text: str


def read(text: str) -> tuple[Cue, ...]:
    """The cues in order of their start. Empty ones and those that end before they begin are none."""
    cues = [cue for block in _blocks(text[:MAX_CHARACTERS]) if (cue := _cue(block)) is not None]
    return tuple(sorted(cues, key=lambda cue: cue.start_ms))


def said_at(cues: tuple[Cue, ...], at_ms: int) -> str:
    """What is said at this moment: of cues that overlap, the one that began last."""
    for cue in reversed(cues[: bisect_right(cues, at_ms, key=lambda cue: cue.start_ms)]):
        if at_ms < cue.end_ms:
            return cue.text
    return ""


def _blocks(text: str) -> Iterator[list[str]]:
    """The lines between empty ones."""
    block: list[str] = []
    for line in text.removeprefix("\ufeff").splitlines():
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _cue(block: list[str]) -> Cue | None:
    """A block with a line of times, at most one line (a number, a name) before it."""
    for place, line in enumerate(block[:2]):
        times = _TIMES.match(line)
        if times is not None:
            start_ms, end_ms = _ms(times.groups()[:4]), _ms(times.groups()[4:])
            said = _plain("\n".join(block[place + 1 :]))
            return Cue(start_ms, end_ms, said) if said and start_ms < end_ms else None
    return None


def _ms(moment: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, thousandths = moment
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return whole * 1000 + int((thousandths or "0").ljust(3, "0"))


def _plain(said: str) -> str:
    bare = html.unescape(_TAG.sub("", said))
    lines = (" ".join(line.split()) for line in bare.splitlines())
    return "\n".join(line for line in lines if line)[:MAX_CUE_CHARACTERS]
