"""The options of a question as rows to click: badges as on the board, and a tick for what is right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from lessons.markdown import plain
from lessons.model import Slide
from presenter.completing.words import Phrases
from presenter.console.style import Chrome
from presenter.stage.badge import draw_badge, draw_tick, letter
from presenter.stage.theme import Theme

BADGE_PX = 32
MOST_LINES = 2
"""The slide beside it shows the whole text."""
_TEXT_AT_PX, _BESIDE_TEXT_PX = 56, 100


@dataclass(frozen=True)
class ChoiceFact:
    """What one row shows."""

    place: int
    text: str
    is_right: bool
    spoken: str


def choice_facts(slide: Slide, phrases: Phrases) -> tuple[ChoiceFact, ...]:
    """A row for each option."""
    facts = []
    for place, option in enumerate(slide.options):
        text = plain(option.text) or phrases.say("option.picture")
        spoken = phrases.say("option.right" if option.right else "option", letter=letter(place), text=text)
        facts.append(ChoiceFact(place, text, bool(option.right), spoken))
    return tuple(facts)


class Choice(QAbstractButton):
    """One option. The text takes one line or two, and ends in an ellipsis when that is not enough."""

    def __init__(self, chrome: Chrome, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chrome, self._theme = chrome, theme
        self.fact = ChoiceFact(0, "", False, "")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_fact(self, fact: ChoiceFact) -> None:
        """Show this option."""
        self.fact = fact
        self.setChecked(fact.is_right)
        self.setAccessibleName(fact.spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = len(cut_lines(self.fact.text, self._font(), width - _BESIDE_TEXT_PX))
        return max(BADGE_PX + 14, lines * QFontMetrics(self._font()).lineSpacing() + 16)

    def nextCheckState(self) -> None:
        """A click changes the work, and the work says what is checked."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._paint_ground(painter)
        badge = QRectF(10, (self.height() - BADGE_PX) / 2, BADGE_PX, BADGE_PX)
        draw_badge(painter, badge, self.fact.place, self._theme, ground)
        painter.setFont(self._font())
        painter.setPen(QColor(self._chrome.ink))
        lines = cut_lines(self.fact.text, self._font(), self.width() - _BESIDE_TEXT_PX)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(self.rect().adjusted(_TEXT_AT_PX, 0, -44, 0), middle, "\n".join(lines))
        if self.fact.is_right:
            draw_tick(painter, QPointF(self.width() - 26, self.height() / 2), 12, self._theme)

    def _paint_ground(self, painter: QPainter) -> str:
        """Paint the card under the row; the colour it has."""
        chrome = self._chrome
        colour = chrome.card
        if self.fact.is_right:
            colour = self._theme.ok_tint
        elif self.underMouse() or self.isDown():
            colour = chrome.tint
        edge = chrome.ok if self.fact.is_right else chrome.line
        painter.setPen(QPen(QColor(edge), 2 if self.fact.is_right else chrome.line_px))
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
        if self.hasFocus():
            painter.setPen(QPen(QColor(chrome.accent), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
        return colour

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(self.fact.is_right)
        return font


def cut_lines(text: str, font: QFont, width: int) -> tuple[str, ...]:
    """The text in at most two lines of this width; the last ends in an ellipsis when there is more."""
    layout = QTextLayout(text, font)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40))
        start = line.textStart()
        if len(lines) == MOST_LINES - 1:
            rest = text[start:]
            lines.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, max(width, 40)))
            break
        lines.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return tuple(lines)


class Choices(QWidget):
    """All options of one question."""

    switched = Signal(int)
    """The teacher chose this option (its place, from 0)."""

    def __init__(self, chrome: Chrome, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chrome, self._theme = chrome, theme
        self.rows: tuple[Choice, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def wear(self, chrome: Chrome, theme: Theme) -> None:
        """Take other colours: the rows are made again."""
        self._chrome, self._theme = chrome, theme
        self._make(len(self.rows))

    def show_facts(self, facts: tuple[ChoiceFact, ...]) -> None:
        """Show these options."""
        if len(facts) != len(self.rows):
            self._make(len(facts))
        for row, fact in zip(self.rows, facts, strict=True):
            row.show_fact(fact)

    @Slot()
    def on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, Choice):
            self.switched.emit(row.fact.place)

    def _make(self, count: int) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = tuple(Choice(self._chrome, self._theme, self) for _ in range(count))
        for row in self.rows:
            row.clicked.connect(self.on_clicked)
            self._column.addWidget(row)
