"""The stage's colours, type scale and grid: values only, nothing is painted here.

All lengths are logical pixels of the 1920 x 1080 canvas.
"""

from __future__ import annotations

from dataclasses import dataclass

WIDTH = 1920
HEIGHT = 1080
SIDE = 112
"""The left and right margin."""
TOP = 104
STRIP = 124
"""The height of the bottom strip; nothing else stands in it."""
FLOOR = HEIGHT - STRIP
"""Where the strip begins: content ends above it."""
CONTENT_WIDTH = WIDTH - 2 * SIDE
RIGHT = WIDTH - SIDE

SMALLEST = 28
"""No text on the canvas is smaller."""
TITLE_SLIDE = 124
TITLE = 76
TITLE_ABOVE = 60
BODY = 50
LEADING = 1.36
CARD_CORNER = 28
BADGE_CORNER = 20
BAR_CORNER = 12


@dataclass(frozen=True)
class Theme:
    """Colours by their role, as `#rrggbb`. `stroke` is the width of outlines; `is_hollow` draws without tints."""

    name: str
    paper: str
    card: str
    line: str
    track: str
    ink: str
    soft: str
    accent: str
    accent_tint: str
    ok: str
    ok_tint: str
    warning: str
    error: str
    options: tuple[str, ...]
    on_option: str
    tints: tuple[str, ...]
    tint_lines: tuple[str, ...]
    mark: str
    """For lines and marks that are no words: the accent, or a school's second colour."""
    stroke: float = 2.0
    is_hollow: bool = False


LIGHT = Theme(
    name="light",
    paper="#FBFAF6",
    card="#FFFFFF",
    line="#E4E1D8",
    track="#E4E1D8",
    ink="#1C2130",
    soft="#5A6172",
    accent="#3B48C8",
    accent_tint="#E9EBFB",
    ok="#15724A",
    ok_tint="#DDF2E7",
    warning="#A35200",
    error="#B3261E",
    options=("#1D5FD1", "#B8402A", "#8A5A00", "#17734B", "#7B3FB0", "#00696F"),
    on_option="#FFFFFF",
    tints=("#E3EDFD", "#FBE7E2", "#F8EDD3", "#DDF2E7", "#F0E5F9", "#DBF0F1"),
    tint_lines=("#86A9E4", "#D79686", "#C4A56B", "#76B096", "#B695D3", "#76AEB1"),
    mark="#3B48C8",
)

DARK = Theme(
    name="dark",
    paper="#14171F",
    card="#1D212C",
    line="#2C313D",
    track="#2C313D",
    ink="#F4F3EE",
    soft="#A9AFBD",
    accent="#93A0FF",
    accent_tint="#272C4A",
    ok="#58CF97",
    ok_tint="#16352A",
    warning="#FFB45C",
    error="#FF8A80",
    options=("#7FB0FF", "#FF9A84", "#E6BC5C", "#6FD3A0", "#CBA3F2", "#6CCFD6"),
    on_option="#14171F",
    tints=("#1E2E4C", "#44261F", "#3B301A", "#193A2B", "#34264A", "#18383B"),
    tint_lines=("#4A6FAE", "#A5604F", "#8F7535", "#3F8563", "#7F639E", "#3C7F85"),
    mark="#93A0FF",
)

HIGH_CONTRAST = Theme(
    name="contrast",
    paper="#FFFFFF",
    card="#FFFFFF",
    line="#000000",
    track="#FFFFFF",
    ink="#000000",
    soft="#000000",
    accent="#000000",
    accent_tint="#FFFFFF",
    ok="#000000",
    ok_tint="#FFFFFF",
    warning="#000000",
    error="#000000",
    options=("#000000",) * 6,
    on_option="#FFFFFF",
    tints=("#FFFFFF",) * 6,
    tint_lines=("#000000",) * 6,
    mark="#000000",
    stroke=5.0,
    is_hollow=True,
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, HIGH_CONTRAST)}
"""Every theme by its name: `light`, `dark`, `contrast`."""


def mixed(one: str, other: str, share: float) -> str:
    """The colour that is `share` (0-1) of `one` on `other`; both `#rrggbb`."""
    parts = (round(int(one[i : i + 2], 16) * share + int(other[i : i + 2], 16) * (1 - share)) for i in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in parts)
