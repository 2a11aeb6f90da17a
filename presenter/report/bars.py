"""The options of one question with how many chose them, painted as on the board: letter, shape, colour and tick."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from presenter.report.facts import Bar
from presenter.stage.badge import draw_badge, draw_tick
from presenter.stage.theme import Theme, mixed

BADGE_PX = 30
TRACK_PX = 12
_TEXT_LEFT = BADGE_PX + 14
_COUNT_PX, _PERCENT_PX, _TICK_PX = 40, 60, 30
_ASIDE_PX = _COUNT_PX + _PERCENT_PX + _TICK_PX
_TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class BarRow(QWidget):
    """One option, as high as its text needs."""

    def __init__(self, bar: Bar, steps_back: bool, theme: Theme, track: str, parent: QWidget | None = None) -> None:
        """As on the board the bar `steps_back` where another option is right; its text and badge do not."""
        super().__init__(parent)
        self.bar = bar
        self._steps_back = steps_back
        self._theme = theme
        self._track = track
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(bar.spoken)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(BADGE_PX + 6, self._text_height(width) + TRACK_PX + 10)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, BADGE_PX + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, bar = self._theme, self.bar
        draw_badge(painter, QRectF(0, 3, BADGE_PX, BADGE_PX), bar.place, theme, theme.card)
        text_height = self._text_height(self.width())
        room = QRect(_TEXT_LEFT, 0, self.width() - _TEXT_LEFT - _ASIDE_PX, text_height)
        painter.setFont(self._text_font())
        painter.setPen(QColor(theme.ink))
        painter.drawText(room, self._wrap(room.width()), bar.text)
        self._paint_bar(painter, QRectF(_TEXT_LEFT, text_height + 3, room.width(), TRACK_PX))
        self._paint_numbers(painter)

    def _paint_bar(self, painter: QPainter, track: QRectF) -> None:
        theme, bar = self._theme, self.bar
        round_ = TRACK_PX / 2
        painter.setPen(QPen(QColor(theme.line), 1.5) if theme.is_hollow else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._track))
        painter.drawRoundedRect(track, round_, round_)
        if bar.count:
            own = theme.options[bar.place % len(theme.options)]
            own = mixed(own, theme.card, 0.55) if self._steps_back and not theme.is_hollow else own
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.ok if bar.is_right else own))
            width = max(float(TRACK_PX), track.width() * min(1.0, bar.share))
            painter.drawRoundedRect(QRectF(track.x(), track.y(), width, TRACK_PX), round_, round_)
        if bar.is_right:
            painter.setPen(QPen(QColor(theme.ok), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-1, -1, 1, 1), round_ + 1, round_ + 1)

    def _paint_numbers(self, painter: QPainter) -> None:
        theme, bar = self._theme, self.bar
        right = self.width() - _TICK_PX
        line = QRect(0, 0, 0, BADGE_PX + 6)
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(theme.ok if bar.is_right else theme.ink))
        count = QRect(right - _PERCENT_PX - _COUNT_PX, line.y(), _COUNT_PX, line.height())
        painter.drawText(count, _RIGHT, str(bar.count))
        painter.setFont(bold if bar.is_right else self.font())
        painter.setPen(QColor(theme.ink if bar.is_right else theme.soft))
        painter.drawText(QRect(right - _PERCENT_PX, line.y(), _PERCENT_PX, line.height()), _RIGHT, bar.percent)
        if bar.is_right:
            draw_tick(painter, QPointF(self.width() - _TICK_PX / 2 + 4, line.height() / 2), 10, theme)

    def _text_height(self, width: int) -> int:
        room = QRect(0, 0, max(80, width - _TEXT_LEFT - _ASIDE_PX), 10_000)
        return QFontMetrics(self._text_font()).boundingRect(room, self._wrap(room.width()), self.bar.text).height()

    def _wrap(self, width: int) -> int:
        """How to break the text: between words, and where a word is wider than the room, anywhere."""
        metrics = QFontMetrics(self._text_font())
        is_wide = any(metrics.horizontalAdvance(word) > width for word in self.bar.text.split())
        return _TOP | int(Qt.TextFlag.TextWrapAnywhere if is_wide else Qt.TextFlag.TextWordWrap)

    def _text_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(self.bar.is_right)
        return font


class Bars(QWidget):
    """All options of one round."""

    def __init__(self, bars: tuple[Bar, ...], theme: Theme, track: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        has_right = any(bar.is_right for bar in bars)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(8)
        for bar in bars:
            column.addWidget(BarRow(bar, has_right and not bar.is_right, theme, track))
