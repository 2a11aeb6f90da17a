"""Who may take longer over a question than its clock says. Pure. Nobody but the teacher and the student hears of it:
the clock that all see is that of the class."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

import msgspec

from polling.clock import Clock

USUAL = 100
NO_LIMIT = 0
CHOICES = (USUAL, 125, 150, NO_LIMIT)
"""What can be given, in percent of the time of the class."""


class Taker(Protocol):
    """Somebody who answers."""

    @property
    def percent(self) -> int: ...
    @property
    def is_out(self) -> bool: ...


def own_zero_ms(clock: Clock | None, percent: int) -> int | None:
    """The room time at which this student's time is over; None where it does not run out, or the clock stands still."""
    if clock is None or percent == NO_LIMIT:
        return None
    return msgspec.structs.replace(clock, total_ms=clock.total_ms * percent // 100).zero_ms


def last_zero_ms(clock: Clock | None, takers: Mapping[str, Taker], answered: Collection[str]) -> int | None:
    """The room time at which a question closes: that of the class, unless somebody who has not answered may take
    longer. None where nothing runs out."""
    if clock is None or clock.zero_ms is None:
        return None
    slow = [
        each.percent
        for who, each in takers.items()
        if each.percent != USUAL and not each.is_out and who not in answered
    ]
    zeros = [own_zero_ms(clock, percent) for percent in (USUAL, *slow)]
    return None if None in zeros else max(zero for zero in zeros if zero is not None)
