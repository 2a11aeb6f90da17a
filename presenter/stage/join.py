"""Paints the slide to join at: a large code to scan, the address to type, and who is in.

The code is dark on white in every theme, with its quiet zone, more than a third of the height of the canvas.
"""

from __future__ import annotations

from functools import lru_cache

import qrcode
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from presenter.stage.blocks import literal
from presenter.stage.content import JoinContent
from presenter.stage.counting import sentence
from presenter.stage.fit import Style, fitted, laid, line_width
from presenter.stage.scene import Scene
from presenter.stage.theme import CARD_CORNER, RIGHT, SIDE, SMALLEST, Theme
from presenter.stage.words import say

CARD = QRectF(SIDE, 132, 760, 760)
"""The white card that the code lies on."""
_QUIET = 4
"""Modules of white around the code."""
_X = CARD.right() + 88
_WIDTH = RIGHT - _X
_CHIP = 52.0
_CHIP_GAP = 12.0
_NAMES_BOTTOM = 978.0
_NAME_SIZE = SMALLEST
_TEXT = Style(leading=1.0, align="left")


@lru_cache(maxsize=8)
def modules(url: str) -> tuple[tuple[bool, ...], ...]:
    """The code's modules, row by row, dark ones True, without a quiet zone."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(url)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def draw(painter: QPainter, scene: Scene, content: JoinContent, t: float) -> None:
    """Paint the slide to join at."""
    theme, language = scene.theme, scene.language
    if not content.url:
        told = fitted(literal(say(language, "no_address")), RIGHT - SIDE, 500, 76, style=Style(bold=True, leading=1.2))
        told.draw(painter, SIDE, 300, theme.ink)
        return
    _draw_code(painter, modules(content.url), theme)
    y = 112.0
    title = laid(
        literal(say(language, "locked" if content.is_locked else "join")),
        104,
        _WIDTH,
        Style(bold=True, leading=1.1, tightness=1.0),
    )
    title.draw(painter, _X, y, theme.ink)
    aim = laid(literal(say(language, "aim_locked" if content.is_locked else "aim")), 42, _WIDTH, Style(leading=1.36))
    aim.draw(painter, _X, y + title.height + 26, theme.soft)
    y = _draw_address(painter, content, y + title.height + aim.height + 58, theme, language)
    if content.hidden_names:
        y = _draw_joined(painter, content.hidden_names, y + 34, theme, language)
        laid(literal(say(language, "hidden_names")), 42, _WIDTH, _TEXT).draw(painter, _X, y, theme.soft)
    else:
        _draw_names(painter, content.names, y + 34, theme, language)


def _draw_code(painter: QPainter, rows: tuple[tuple[bool, ...], ...], theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.line), theme.stroke))
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawRoundedRect(CARD, CARD_CORNER, CARD_CORNER)
    side = int(CARD.width() // (len(rows) + 2 * _QUIET))
    whole = side * len(rows)
    left, top = int(CARD.center().x() - whole / 2), int(CARD.center().y() - whole / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for y, row in enumerate(rows):
        for x, is_dark in enumerate(row):
            if is_dark:
                painter.fillRect(QRectF(left + x * side, top + y * side, side, side), Qt.GlobalColor.black)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _draw_address(painter: QPainter, content: JoinContent, y: float, theme: Theme, language: str) -> float:
    wide = line_width(content.typed, 92)
    size = 92 if wide <= _WIDTH else max(40, int(92 * _WIDTH / wide))
    address = laid(literal(content.typed), size, _WIDTH, Style(leading=1.12, align="left"))
    address.draw(painter, _X, y, theme.accent)
    y += address.height + 14
    if not content.code:
        return y
    label = laid(literal(say(language, "code")), 42, 400, _TEXT)
    code = laid(literal(content.code), 76, 800, Style(leading=1.0, align="left"))
    label.draw(painter, _X, y + 26, theme.soft)
    code.draw(painter, _X + line_width(say(language, "code"), 42) + 30, y, theme.accent)
    return y + code.height


def _draw_names(painter: QPainter, names: tuple[str, ...], y: float, theme: Theme, language: str) -> None:
    y = _draw_joined(painter, len(names), y, theme, language)
    rows, before = rows_of_names(names, int((_NAMES_BOTTOM - y + _CHIP_GAP) // (_CHIP + _CHIP_GAP)))
    for place, row in enumerate(rows):
        x = _X
        if place == 0 and before:
            text = say(language, "more_names", count=before)
            laid(literal(text), 32, 300, _TEXT).draw(painter, x, y + (_CHIP - 32) / 2, theme.soft)
            x += line_width(text, 32) + 24
        for name in row:
            x += _draw_chip(painter, name, x, y, theme) + _CHIP_GAP
        y += _CHIP + _CHIP_GAP


def _draw_joined(painter: QPainter, joined: int, y: float, theme: Theme, language: str) -> float:
    """How many joined; says where what follows begins."""
    told = say(language, "joined", count=joined) if joined else say(language, "nobody")
    count = sentence(told, 42, theme)
    count.draw(painter, _X, y, theme.soft)
    return y + count.height + 26


def rows_of_names(names: tuple[str, ...], most: int) -> tuple[list[list[str]], int]:
    """The names in rows in order of joining: the last `most` rows, and how many names stand before them."""
    rows: list[list[str]] = []
    x = _WIDTH + 1
    for name in names:
        wide = _chip_width(name)
        room = _WIDTH - (130 if not len(rows) % max(1, most) else 0)
        if not rows or x + wide > room:
            rows.append([])
            x = 0.0
        rows[-1].append(name)
        x += wide + _CHIP_GAP
    kept = rows[-most:] if most > 0 else []
    first = [name for row in kept[:1] for name in row]
    while len(rows) > most and first and sum(_chip_width(name) + _CHIP_GAP for name in first) > _WIDTH - 130:
        first.pop(0)
        kept[0] = first
    return kept, len(names) - sum(len(row) for row in kept)


def _chip_width(name: str) -> float:
    return line_width(name, _NAME_SIZE) + 44


def _draw_chip(painter: QPainter, name: str, x: float, y: float, theme: Theme) -> float:
    width = _chip_width(name)
    painter.setPen(QPen(QColor(theme.line), theme.stroke))
    painter.setBrush(QColor(theme.card))
    painter.drawRoundedRect(QRectF(x + 1, y + 1, width - 2, _CHIP - 2), _CHIP / 2 - 1, _CHIP / 2 - 1)
    made = laid(literal(name), _NAME_SIZE, width, Style(leading=1.0, align="centre"))
    made.draw(painter, x, y + (_CHIP - made.height) / 2, theme.ink)
    return width
