"""The colours of a school: a theme in its two colours, as far as they can be read. Values only, nothing is painted.

The first colour is for words and clocks, the second for lines and marks. A colour that is too light for white paper is
made darker, one that is too dark for a dark board lighter, just as far as is needed; its hue stays.
"""

from __future__ import annotations

import colorsys
import re
from dataclasses import replace
from functools import lru_cache

from presenter.stage.theme import LIGHT, Theme, mixed

FOR_WORDS = 4.5
"""The least contrast of text with what it stands on (WCAG 2.2, 1.4.3)."""
FOR_MARKS = 3.0
"""The least contrast of a line or a shape that says something (WCAG 2.2, 1.4.11)."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_TINT = {True: 0.12, False: 0.22}
"""How much of the first colour is in its tint, on light paper and on dark."""
_STEPS = 100


@lru_cache(maxsize=64)
def worn(theme: Theme, told: str) -> Theme:
    """The theme in the colours that a lesson's `theme` names; as it is where it names none, or shows no colours."""
    colours = _COLOUR.findall(told)[:2]
    if not colours or theme.is_hollow:
        return theme
    grounds = (theme.paper, theme.card)
    accent = readable(colours[0], grounds, FOR_WORDS)
    tint = mixed(accent, theme.card, _TINT[is_light(theme.paper)])
    return replace(theme, accent=accent, accent_tint=tint, mark=readable(colours[-1], grounds, FOR_MARKS))


def changed(told: str) -> tuple[str, ...]:
    """The colours that a lesson's `theme` names and that cannot be shown as they are on a light board."""
    theme = worn(LIGHT, told)
    colours = _COLOUR.findall(told)[:2]
    shown = (theme.accent, theme.mark)[: len(colours)]
    return tuple(one for one, other in zip(colours, shown, strict=True) if one.lower() != other.lower())


def readable(colour: str, grounds: tuple[str, ...], least: float) -> str:
    """The colour, or the nearest of its hue that has this contrast with all grounds."""
    hue, lightness, strength = colorsys.rgb_to_hls(*_parts(colour))
    end = 0.0 if is_light(grounds[0]) else 1.0
    for step in range(_STEPS + 1):
        tried = colour if not step else _hex(hue, lightness + (end - lightness) * step / _STEPS, strength)
        if all(contrast(tried, ground) >= least for ground in grounds):
            return tried
    return "#000000" if end == 0.0 else "#ffffff"


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def is_light(colour: str) -> bool:
    """True for a ground that takes dark letters."""
    return _luminance(colour) > 0.18


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _hex(hue: float, lightness: float, strength: float) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, lightness, strength))
