"""How loud the app sounds: one loudness for films and for the end of a timer. Pure: no player, no file."""

from __future__ import annotations

import msgspec

from presenter.settings import Settings

LOUDEST = 100
STEP = 10
"""What one press of a key makes louder or softer."""


def as_heard(volume: int) -> float:
    """What a player needs, 0 to 1, to sound so loud: in even steps the lower half would be all there is to hear."""
    return float((volume / LOUDEST) ** 2)


def louder(settings: Settings) -> Settings:
    """One step louder, and heard: on a round number, at most the loudest."""
    volume = min(LOUDEST, (settings.volume // STEP + 1) * STEP)
    return msgspec.structs.replace(settings, volume=volume, is_muted=False)


def softer(settings: Settings) -> Settings:
    """One step softer, on a round number. What is silent stays silent."""
    return msgspec.structs.replace(settings, volume=max(0, (-(-settings.volume // STEP) - 1) * STEP))


def switched(settings: Settings) -> Settings:
    """Silent, or heard again as loud as before; what was turned all the way down is heard again by one step."""
    if settings.heard:
        return msgspec.structs.replace(settings, is_muted=True)
    return msgspec.structs.replace(settings, volume=max(settings.volume, STEP), is_muted=False)
