"""The check box that keeps a lesson. It paints itself, so that its edge and its tick are clear in every theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox

_BOX_PX, _GAP_PX = 22, 10


class KeepBox(QCheckBox):
    """A box, a tick when it is checked, and a word; as high as the buttons beside it can be clicked."""

    def sizeHint(self) -> QSize:
        return QSize(_BOX_PX + _GAP_PX + self.fontMetrics().horizontalAdvance(self.text()) + 8, 44)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, role = self.palette(), QPalette.ColorRole
        middle = self.height() / 2
        box = QRectF(3, middle - _BOX_PX / 2, _BOX_PX, _BOX_PX)
        edge = colours.color(role.Highlight if self.isChecked() else role.PlaceholderText)
        painter.setPen(QPen(edge, 2))
        painter.setBrush(edge if self.isChecked() else colours.color(role.Base))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        if self.isChecked():
            pen = QPen(colours.color(role.HighlightedText), 2.6)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            x, y = box.center().x(), box.center().y()
            painter.drawPolyline([QPointF(x - 5, y + 0.5), QPointF(x - 1.5, y + 4), QPointF(x + 5, y - 4)])
        painter.setPen(colours.color(role.WindowText))
        left = 3 + _BOX_PX + _GAP_PX
        text = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.color(role.Highlight), 2))
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 7, 7)
