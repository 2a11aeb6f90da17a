"""The real app in this process, offscreen, with its real server, driven by keys as a teacher does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import zxingcpp
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from polling.wire import PositionPart, Release
from presenter.app import App, Plan
from presenter.console.look import dress
from presenter.opening import Decision
from presenter.server_process import Wish
from presenter.settings import Settings
from presenter.stage.content import Content
from presenter.stage.scene import Scene

PATIENCE_MS = 20_000
Kind = TypeVar("Kind", bound=Content)


class TheApp:
    """Two windows and a server; ended by `ends`, which lets the session go on."""

    def __init__(
        self,
        qt: QApplication,
        qtbot: QtBot,
        lesson: Path,
        data: Path,
        decision: Decision | None = None,
        host: str = "127.0.0.1",
    ) -> None:
        self._qtbot = qtbot
        dress(qt, "light")
        wish = Wish(lesson=lesson, data=data, host=host, port=0)
        self.app = App(qt, Plan(wish, decision or Decision(), Settings(language="nl", theme="light")))
        self.app.begin()

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key, as a clicker does, wherever the focus is."""
        QTest.keyClick(self.app.console, key, modifier)

    def asks_again(self) -> None:
        """Press *Opnieuw* and choose a new round."""
        self.waits_until(self.app.console.bottom.again.isEnabled)
        QTest.mouseClick(self.app.console.bottom.again, Qt.MouseButton.LeftButton)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.actions()[0].trigger()
        menu.close()

    def replaces_timer(self) -> None:
        """Choose *Start de timer van deze slide* on the timer button, where another slide's timer runs."""
        timer = self.app.console.bottom.timer
        self.waits_until(timer.isEnabled)
        timer.customContextMenuRequested.emit(timer.rect().center())
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.actions()[1].trigger()
        menu.close()

    def clicks_answer(self, text: str) -> None:
        """Click the open answer with this text on the console: it is shown to the class, or hidden."""
        answers = self.app.console.results.answers
        rows = [row for row, line in enumerate(answers.lines()) if text in line]
        assert len(rows) == 1
        place = answers.visualRect(answers.model().index(rows[0], 0)).center()
        QTest.mouseClick(answers.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def waits_until(self, such: Callable[[], bool]) -> None:
        """Let the app run until this holds."""
        self._qtbot.waitUntil(such, timeout=PATIENCE_MS)

    @property
    def scene(self) -> Scene:
        """What the projector shows."""
        scene = self.app.projector.canvas.scene
        assert scene is not None
        return scene

    @property
    def position(self) -> PositionPart:
        """Where the lesson stands, as the app was last told."""
        position = self.app.room.seen.position
        assert position is not None
        return position

    def is_at(self, number: int, phase: str = "") -> None:
        """Wait until the lesson stands at this slide and phase."""

        def arrived() -> bool:
            seen = self.app.room.seen.position
            return seen is not None and (seen.number, seen.phase) == (number, phase)

        self.waits_until(arrived)

    def shows(self, kind: type[Kind], such: Callable[[Kind], bool] = lambda _: True) -> Kind:
        """Wait until the projector shows this kind of picture and it fits."""

        def fits() -> bool:
            scene = self.app.projector.canvas.scene
            return scene is not None and isinstance(scene.content, kind) and such(scene.content)

        self.waits_until(fits)
        content = self.scene.content
        assert isinstance(content, kind)
        return content

    def picture(self, path: Path | None = None) -> QImage:
        """The projector as it is once nothing moves any more; kept when a path is given."""
        self.waits_until(lambda: not self.app.projector.canvas.is_moving)
        image = self.app.projector.grab().toImage()
        if path is not None:
            assert image.save(str(path))
        return image

    def console_picture(self, path: Path) -> None:
        """Keep a picture of the console once nothing moves in it and everything has its place: twice the same."""
        console = self.app.console
        seen: list[list[QRect]] = []

        def stands_still() -> bool:
            seen.append([child.geometry() for child in console.findChildren(QWidget)])
            return not console.now.canvas.is_moving and len(seen) > 2 and seen[-1] == seen[-2]

        self.waits_until(stands_still)
        assert console.grab().toImage().save(str(path))

    def joined_at(self) -> str:
        """The address in the QR code, read from a picture of the projector."""
        grey = self.picture().convertToFormat(QImage.Format.Format_Grayscale8)
        shape = [grey.height(), grey.bytesPerLine()]
        found = zxingcpp.read_barcodes(memoryview(grey.constBits()).cast("B", shape=shape))
        assert len(found) == 1
        return str(found[0].text)

    def ends(self) -> None:
        """Let the server go, and take the windows down."""
        with self._qtbot.waitSignal(self.app.server.gone, timeout=PATIENCE_MS):
            self.app.link.send(Release())
            self.app.server.expect_end()
        self.app.end()
