"""The ways into the console: Ctrl+O, a file that is dropped, a page that is pasted. Only says what was offered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut

from presenter.completing.offered import offered
from presenter.console.window import Console


class Inlets(QObject):
    """Watches the console. The projector has no way in."""

    open_wanted = Signal()
    """The teacher wants to choose a file."""
    given = Signal(object)
    """Something was dropped or pasted; carries what is Offered."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        console.setAcceptDrops(True)
        console.installEventFilter(self)
        console.menu.open_wanted.connect(self.open_wanted)
        self._open = QShortcut(QKeySequence(QKeySequence.StandardKey.Open), console)
        self._paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), console)
        self._open.activated.connect(self.open_wanted)
        self._paste.activated.connect(self.on_paste)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and (event.mimeData().hasUrls() or event.mimeData().hasText()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            self.given.emit(offered(event.mimeData()))
            return True
        return False

    @Slot()
    def on_paste(self) -> None:
        self.given.emit(offered(QGuiApplication.clipboard().mimeData()))
