"""Why a film on the web does not play here, and what the numbers of its player mean. Values only."""

from __future__ import annotations

from enum import StrEnum


class WebFault(StrEnum):
    """What is the matter; the console and the board have a sentence for each."""

    OFFLINE = "offline"
    """The player has not answered: there is no network, or it is kept away from this site."""
    NO_BROWSER = "no_browser"
    """QtWebEngine, or a library that it needs, is missing."""
    CRASHED = "crashed"
    BAD_ADDRESS = "bad_address"
    UNPLAYABLE = "unplayable"
    GONE = "gone"
    FORBIDDEN = "forbidden"
    """Its maker allows it on YouTube's own pages alone."""
    STRANGER = "stranger"
    """The player was not told which page it is on."""
    ELSEWHERE = "elsewhere"
    """It is on a site whose player is not known here."""
    OTHER = "other"


_NUMBERS = {
    2: WebFault.BAD_ADDRESS,
    5: WebFault.UNPLAYABLE,
    100: WebFault.GONE,
    101: WebFault.FORBIDDEN,
    150: WebFault.FORBIDDEN,
    153: WebFault.STRANGER,
}
"""As YouTube's "IFrame Player API" explains them under onError."""


def fault_of(number: int) -> WebFault:
    """What a number of the player means."""
    return _NUMBERS.get(number, WebFault.OTHER)
