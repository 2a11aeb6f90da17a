"""Paints the slide to join at where the wifi comes first: two codes side by side, each with what to type without it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from presenter.stage.blocks import literal
from presenter.stage.content import JoinContent
from presenter.stage.fit import Style, fitted, laid, line_width
from presenter.stage.join import draw_code, draw_hidden, draw_names, modules
from presenter.stage.scene import Scene
from presenter.stage.theme import RIGHT, SIDE, Theme
from presenter.stage.words import say

SIDE_OF_CODE = 488.0
_GAP = 64.0
_WIDTH = (RIGHT - SIDE - _GAP) / 2
_TOP = 84.0
_BELOW = 18.0
_NAMES = 836.0


def draw(painter: QPainter, scene: Scene, content: JoinContent) -> None:
    """Paint both steps, and who is in."""
    theme, language = scene.theme, scene.language
    secret = f"{say(language, 'password')} {content.wifi_password}" if content.wifi_password else ""
    code = f"{say(language, 'code')} {content.code}" if content.code else ""
    _draw_step(painter, SIDE, say(language, "wifi_first"), content.wifi_code, (content.wifi_name, secret), theme)
    heading = say(language, "locked" if content.is_locked else "wifi_then")
    _draw_step(painter, SIDE + _WIDTH + _GAP, heading, content.url, (content.typed, code), theme)
    if content.hidden_names:
        draw_hidden(painter, content.hidden_names, _NAMES, theme, language, left=SIDE)
    else:
        draw_names(painter, content.names, _NAMES, theme, language, left=SIDE, width=RIGHT - SIDE)


def _draw_step(painter: QPainter, x: float, heading: str, code: str, told: tuple[str, str], theme: Theme) -> None:
    """A heading, a code under it, and what stands under the code: what to type or choose, and one more thing."""
    title = fitted(literal(heading), _WIDTH, 76, 60, style=Style(bold=True, leading=1.1))
    title.draw(painter, x, _TOP, theme.ink)
    card = QRectF(x, _TOP + 92, SIDE_OF_CODE, SIDE_OF_CODE)
    draw_code(painter, modules(code), theme, card)
    y = card.bottom() + _BELOW
    large, small = told
    size = _size(large, 64, bold=True)
    laid(literal(large), size, _WIDTH, Style(bold=True, leading=1.0, align="left")).draw(painter, x, y, theme.accent)
    if small:
        size = _size(small, 42)
        laid(literal(small), size, _WIDTH, Style(leading=1.0, align="left")).draw(painter, x, y + 78, theme.ink)


def _size(text: str, most: int, *, bold: bool = False) -> int:
    """The size at which a line fits."""
    wide = line_width(text, most, bold=bold)
    return most if wide <= _WIDTH else max(20, int(most * _WIDTH / wide))
