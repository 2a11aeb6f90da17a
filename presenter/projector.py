"""The window the class sees: the stage and nothing else. No dialog, tooltip or cursor ever shows here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from presenter.stage.canvas import Canvas


class Projector(QWidget):
    """A full screen without a frame."""

    left = Signal()
    """The system asked to close the window; that only leaves the full screen."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(title)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.canvas = Canvas(self)

    def show_on(self, screen: QScreen) -> None:
        """Fill this screen. A window that Qt left elsewhere after a plug was pulled is moved by hand."""
        if self.isVisible() and self.screen() is screen and self.geometry() == screen.geometry():
            return
        self.hide()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.canvas.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.left.emit()
