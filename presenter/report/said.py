"""What students wrote: the words of a web as chips, open answers with their names. Nothing of it is read as HTML."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from presenter.console.parts import PlainLabel
from presenter.console.style import SMALL_PX
from presenter.report.facts import Chip, Said

_ROW_PX, _GAP_PX, _PAD_PX = 34, 8, 11
_CHIP_PX = _ROW_PX - 4
_NAME_PX = 150
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)


class Chips(QWidget):
    """The words that only paint, the biggest first. One that was hidden from the class has an outline and says so."""

    def __init__(self, chips: tuple[Chip, ...], hidden: str, parent: QWidget | None = None) -> None:
        """`hidden` is the word for hidden."""
        super().__init__(parent)
        self._chips = chips
        self._hidden = hidden
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("; ".join(chip.spoken for chip in chips))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return places[-1].bottom() + 5 if places else 0

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for chip, place in zip(self._chips, self._places(self.width()), strict=True):
            self._paint_chip(painter, chip, place)

    def _paint_chip(self, painter: QPainter, chip: Chip, place: QRect) -> None:
        colours, role = self.palette(), QPalette.ColorRole
        soft = colours.color(role.PlaceholderText)
        painter.setPen(Qt.PenStyle.NoPen if chip.is_shown else QPen(soft, 1, Qt.PenStyle.DashLine))
        painter.setBrush(colours.color(role.Midlight) if chip.is_shown else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, _CHIP_PX / 2, _CHIP_PX / 2)
        left, right = place.left() + _PAD_PX, place.right() - _PAD_PX
        tail = [(self._bold(), str(chip.count), colours.color(role.Text))]
        if not chip.is_shown:
            tail.insert(0, (self._small(), self._hidden, soft))
        for font, text, colour in tail:
            width = QFontMetrics(font).horizontalAdvance(text)
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(QRect(right - width, place.top(), width + 1, place.height()), _LEFT, text)
            right -= width + _GAP_PX
        painter.setFont(self.font())
        painter.setPen(colours.color(role.Text) if chip.is_shown else soft)
        word = painter.fontMetrics().elidedText(chip.text, Qt.TextElideMode.ElideRight, right - left + 1)
        painter.drawText(QRect(left, place.top(), right - left + 1, place.height()), _LEFT, word)

    def _places(self, width: int) -> list[QRect]:
        plain, bold, small = QFontMetrics(self.font()), QFontMetrics(self._bold()), QFontMetrics(self._small())
        hidden = small.horizontalAdvance(self._hidden) + _GAP_PX
        places: list[QRect] = []
        x = y = 0
        for chip in self._chips:
            own = 2 * _PAD_PX + plain.horizontalAdvance(chip.text) + _GAP_PX + bold.horizontalAdvance(str(chip.count))
            own = min(own + 3 + (0 if chip.is_shown else hidden), max(width, 80))
            if x and x + own > width:
                x, y = 0, y + _ROW_PX
            places.append(QRect(x, y, own, _CHIP_PX))
            x += own + _GAP_PX
        return places

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(SMALL_PX)
        return font


class Answers(QWidget):
    """The texts, those with a star first, each beside its name; without names where nobody may know whose they are."""

    def __init__(self, said: tuple[Said, ...], right: str, starred: str, parent: QWidget | None = None) -> None:
        """`right` is the word for a right answer, `starred` for one that the teacher gave a star."""
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        has_names = any(each.who for each in said)
        for row, each in enumerate(said):
            text = PlainLabel(breakable(each.text))
            text.setAccessibleName(each.text)
            text.setWordWrap(True)
            text.setAlignment(top | Qt.AlignmentFlag.AlignLeft)
            if has_names:
                name = PlainLabel(breakable(each.who, 8), "soft")
                name.setAccessibleName(each.who)
                name.setWordWrap(True)
                name.setFixedWidth(_NAME_PX)
                name.setAlignment(top | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
                grid.addWidget(name, row, 0, top)
            grid.addWidget(text, row, 1)
            if each.is_starred:
                grid.addWidget(PlainLabel(f"★ {starred}", "strong"), row, 2, top)
            if each.is_right:
                grid.addWidget(PlainLabel(f"✓ {right}", "ok"), row, 3, top)


def breakable(text: str, longest: int = 24) -> str:
    """The text with places to break a word of more than so many letters: a label cannot be narrower than a word."""
    return re.sub(rf"\S{{{longest}}}(?=\S)", "\\g<0>\u200b", text)
