"""A lesson on a machine without a display: the join address as a QR code of characters, and where the remote is.
Text only: what is printed, not where."""

from __future__ import annotations

import qrcode

from polling.wire import AddressPart
from presenter.words import Words

QUIET_ZONE = 4
"""Light modules around the code, as its standard asks."""
_INK = "\x1b[30;107m"
_PLAIN = "\x1b[0m"
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def qr_lines(url: str, is_coloured: bool) -> list[str]:
    """The code as lines of half blocks, two rows of modules in each. Coloured it is black on white whatever the
    terminal's colours are; without colour the light modules are the drawn ones, which suits a dark terminal."""
    rows = matrix(url)
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    pairs = zip(rows[::2], rows[1::2], strict=True)
    if is_coloured:
        return [_INK + "".join(_HALVES[pair] for pair in zip(*each, strict=True)) + _PLAIN for each in pairs]
    return ["".join(_HALVES[not upper, not lower] for upper, lower in zip(*each, strict=True)) for each in pairs]


def matrix(url: str) -> list[list[bool]]:
    """The modules of the code with its quiet zone; True is dark."""
    code = qrcode.QRCode(border=QUIET_ZONE, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(url)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def told(address: AddressPart, words: Words, is_coloured: bool, has_blocks: bool) -> list[str]:
    """All that is printed when the lesson can be joined, or when its address changes. A terminal without half blocks
    gets no code."""
    code = ["", *qr_lines(address.join_url, is_coloured)] if has_blocks else []
    return [
        *code,
        "",
        words.say("terminal.join", url=address.join_url),
        words.say("terminal.teacher", url=address.teacher_url),
        words.say("terminal.stop"),
        "",
    ]


def can_draw(encoding: str | None) -> bool:
    """True when a terminal of this encoding has half blocks."""
    try:
        "▀▄█".encode(encoding or "ascii")
    except (UnicodeError, LookupError):
        return False
    return True
