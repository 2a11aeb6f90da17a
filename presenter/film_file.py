"""What can be told of a film's file without playing it: that it is not there, empty, or shorter than it says. It reads
the heads of its parts and decodes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

MOST_PARTS = 10_000
"""A film with more parts than this at its top level is left to the player."""
_FIRST_BOXES = frozenset({b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"styp", b"moof"})
_EBML, _SEGMENT = b"\x1a\x45\xdf\xa3", b"\x18\x53\x80\x67"


class Fault(StrEnum):
    """Why a film does not play, or not to its end."""

    MISSING = "missing"
    EMPTY = "empty"
    DAMAGED = "damaged"
    CUT = "cut"
    """The file ends before the film does: a copy or download that was broken off."""
    KIND = "kind"
    """Its pictures were made in a way that this computer cannot read."""
    NO_PICTURE = "no_picture"
    SLOW = "slow"
    """It did not begin in time; it may yet."""
    NO_PLAYER = "no_player"


def look(path: Path) -> Fault | None:
    """What is wrong with the file as far as its heads tell; None when nothing is. A file of a form that is not known
    here is left to the player, which knows more of them."""
    try:
        whole = path.stat().st_size
        if not path.is_file():
            return Fault.MISSING
        if not whole:
            return Fault.EMPTY
        with path.open("rb") as file:
            ends_at = _declared_end(file)
    except OSError:
        return Fault.MISSING
    return Fault.CUT if ends_at is not None and ends_at > whole else None


def _declared_end(file: BinaryIO) -> int | None:
    """Where the file should end by what it says itself; None where it does not say."""
    head = file.read(8)
    file.seek(0)
    if head[4:8] in _FIRST_BOXES:
        return max(_box_ends(file), default=None)
    return _segment_end(file) if head[:4] == _EBML else None


def _box_ends(file: BinaryIO) -> Iterator[int]:
    """The end of every box of an mp4, from its length in front."""
    start = 0
    for _ in range(MOST_PARTS):
        file.seek(start)
        head = file.read(16)
        if len(head) < 8:
            return
        length = int.from_bytes(head[:4])
        if length == 1 and len(head) == 16:
            length = int.from_bytes(head[8:])
        if length < 8:
            return
        start += length
        yield start


def _segment_end(file: BinaryIO) -> int | None:
    """The end of a webm's one segment; None where its length was not known when it was written."""
    file.seek(4)
    heading = _number(file)
    if heading is None:
        return None
    file.seek(heading, 1)
    if file.read(4) != _SEGMENT:
        return None
    length = _number(file)
    return None if length is None else file.tell() + length


def _number(file: BinaryIO) -> int | None:
    """A number of a webm: the zeros in front say how many bytes it has; all ones is "not known"."""
    first = file.read(1)
    if not first or not first[0]:
        return None
    size = 9 - first[0].bit_length()
    value = int.from_bytes(bytes([first[0] & (0xFF >> size)]) + file.read(size - 1))
    return None if value == (1 << 7 * size) - 1 else value
