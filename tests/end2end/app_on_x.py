"""The real app on an X server, as a process of its own: told what to do and asked where its windows are over its
standard streams. Its console is all of one colour that no slide has, so that one pixel of it gives it away.

    python -m tests.end2end.app_on_x LESSON DATA
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QSocketNotifier, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from presenter.app import App, Plan
from presenter.opening import Decision
from presenter.server_process import Wish
from presenter.settings import Settings

CONSOLE_COLOUR = "#ff00fe"
BROWSER_COLOUR = "#00fffe"
BROWSER_PX = (900, 500)
KEYS = {
    "next": Qt.Key.Key_Right,
    "F5": Qt.Key.Key_F5,
    "Esc": Qt.Key.Key_Escape,
    "pause": Qt.Key.Key_P,
    "swap": Qt.Key.Key_X,
    "link": Qt.Key.Key_O,
}


class Driven(QObject):
    """One command a line; each is answered by a line. The browser is a window that has been there all the time, under
    all others."""

    def __init__(self, qt: QApplication, app: App) -> None:
        super().__init__()
        self._qt, self._app = qt, app
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self.on_line)
        app.leaving.left.connect(self.on_left)
        self._browser = QWidget()
        self._browser.setStyleSheet(f"background: {BROWSER_COLOUR};")
        QDesktopServices.setUrlHandler("https", self, "on_page")

    @Slot()
    def on_line(self) -> None:
        command = sys.stdin.readline().strip()
        if command in KEYS:
            QTest.keyClick(self._app.console, KEYS[command])
        elif command == "browser":
            self._open_browser()
        elif command in ("leave", ""):
            self._input.setEnabled(False)
            self._app.leaving.begin()
        self._answer()

    @Slot(QUrl)
    def on_page(self, _page: QUrl) -> None:
        """The browser opens a page, and does not come to the front by itself."""

    @Slot()
    def on_left(self) -> None:
        self._qt.exit(0)

    def _open_browser(self) -> None:
        """In the middle of the screen of the slides, or of the only one."""
        screens = self._app.screens
        screen = screens.named(screens.plan.projector or screens.plan.console)
        if screen is not None:
            place = QRect(0, 0, *BROWSER_PX)
            place.moveCenter(screen.geometry().center())
            self._browser.setGeometry(place)
            self._browser.show()
            self._browser.lower()

    def _answer(self) -> None:
        position = self._app.room.seen.position
        told = {
            "situation": self._app.screens.plan.situation.value,
            "number": -1 if position is None else position.number,
            "console": _place(self._app.console),
            "projector": _place(self._app.projector),
        }
        print(json.dumps(told), flush=True)


def _place(window: QWidget) -> list[int]:
    """Where a window is on the desktop; nowhere when it is hidden."""
    place = window.geometry()
    return [place.x(), place.y(), place.width(), place.height()] if window.isVisible() else []


def main(lesson: Path, data: Path) -> int:
    """Give the lesson until told to leave."""
    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    wish = Wish(lesson=lesson, data=data, host="127.0.0.1", port=0)
    app = App(qt, Plan(wish, Decision(), Settings(language="nl", theme="light")))
    app.begin()
    app.console.setStyleSheet(f"* {{ background: {CONSOLE_COLOUR}; color: {CONSOLE_COLOUR}; border: none; }}")
    for canvas in (app.console.now.canvas, app.console.after.canvas):
        canvas.hide()
    driven = Driven(qt, app)
    code = qt.exec()
    app.end()
    del driven
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
