"""The window the class sees: the stage and nothing else. No dialog or tooltip ever shows here, and no cursor but
while the teacher uses the bar of presenter/floating_bar.py, where the class has no screen of its own."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QMouseEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from presenter.stage.canvas import Canvas
from presenter.stage.theme import WIDTH


class Projector(QWidget):
    """A full screen without a frame."""

    left = Signal()
    """The system asked to close the window; that only leaves the full screen."""
    touched = Signal()
    """Somebody moves the mouse or a finger over the slides."""
    tapped = Signal(QPointF)
    """A finger or the mouse pressed this point of the stage's canvas."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(title)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.canvas = Canvas(self)
        self.canvas.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_on(self, screen: QScreen) -> None:
        """Fill this screen. A window that Qt left elsewhere after a plug was pulled is moved by hand."""
        if self.isVisible() and self.screen() is screen and self.geometry() == screen.geometry():
            if not self.isFullScreen():
                self.showFullScreen()
            return
        self.hide()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def step_aside(self) -> None:
        """Lie under all other windows, so that one that opens now covers the slides, and no more than it must. A window
        on the full screen would stay above on many a system."""
        place = self.geometry()
        self.showNormal()
        self.setGeometry(place)
        self.lower()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.canvas.setGeometry(self.rect())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()
        stage = self.canvas.stage_rect()
        if event.button() is Qt.MouseButton.LeftButton and stage.contains(event.position()):
            self.tapped.emit((event.position() - stage.topLeft()) * (WIDTH / stage.width()))

    @Slot(bool)
    def on_bar(self, is_there: bool) -> None:
        """The bar came or went, and the cursor with it."""
        self.setCursor(Qt.CursorShape.ArrowCursor if is_there else Qt.CursorShape.BlankCursor)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.left.emit()
