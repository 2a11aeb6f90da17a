"""The place to drop a picture or video: a dashed frame that says what it takes and what it has. Takes nothing itself:
the whole window is where a file can be dropped."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from presenter.console.parts import PlainLabel


class DropZone(QWidget):
    """Lights up while something hovers over the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_hovered = False
        self.says = PlainLabel("", "strong")
        self.also = PlainLabel("", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 20, 16, 20)
        column.setSpacing(4)
        column.addStretch(1)
        for label in (self.says, self.also):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        self.setMinimumHeight(128)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(220)

    def say(self, text: str, also: str) -> None:
        """Show what it takes or has, and a line under it."""
        self.says.setText(text)
        self.also.setText(also)
        self.setAccessibleName(text)

    def light_up(self, is_hovered: bool) -> None:
        """Show that a drop would be taken, or not any more."""
        if is_hovered != self._is_hovered:
            self._is_hovered = is_hovered
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        role = QPalette.ColorRole
        edge = colours.color(role.Highlight if self._is_hovered else role.PlaceholderText)
        pen = QPen(QColor(edge), 2, Qt.PenStyle.DashLine)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(colours.color(role.AlternateBase) if self._is_hovered else Qt.GlobalColor.transparent)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 12, 12)
