"""The teacher's desk in a test: the console and the board over a room in this process, used as a teacher does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from presenter.accord import Accord
from presenter.board import Board
from presenter.console.look import dress
from presenter.console.window import Console, Outlook
from presenter.deeds import Deeds
from presenter.key_filter import KeyFilter
from presenter.links import Links
from presenter.projector import Projector
from presenter.room_copy import Part, RoomCopy
from presenter.screens import ScreenPlan, Situation
from presenter.settings import Settings
from presenter.spokesman import Spokesman
from presenter.words import Words
from tests.classroom import LESSON
from tests.presenter.pretend_link import PretendLink

TWO = ScreenPlan(Situation.TWO, "laptop", "projector")
ONE = ScreenPlan(Situation.ONE, "laptop", None)


class Desk:
    """Everything but the server and the screens."""

    def __init__(
        self, qt: QApplication, qtbot: QtBot, text: str = LESSON, plan: ScreenPlan = TWO, language: str = "nl"
    ) -> None:
        settings = Settings(language=language)
        dress(qt, settings.theme)
        self.link = PretendLink(text)
        self.room = RoomCopy()
        self.console = Console(settings, Words(language), "linux")
        self.projector = Projector("bord")
        self.board = Board(
            self.projector.canvas, self.console.now.canvas, self.console.after.canvas, self.link.now_ms, settings
        )
        self.deeds = Deeds(self.link.send)
        self.opened: list[str] = []
        self.links = Links(self._opens)
        self.keys = KeyFilter((self.console, self.projector))
        self.accord = Accord(settings)
        self.spokesman = Spokesman(qt, self.console, settings, Path("server.log"), self.link.now_ms)
        self._connect()
        self.keys.begin()
        for window in (self.console, self.projector):
            qtbot.addWidget(window)
        for listener in (self.console.show_outlook, self.links.on_outlook):
            listener(Outlook(plan))
        self.console.resize(1366, 768)
        self.console.show()
        self.link.tells()

    def _connect(self) -> None:
        self.link.part_arrived.connect(self.hears)
        self.link.refused.connect(self.spokesman.on_refused)
        for listener in (
            self.console.show_room,
            self.keys.on_room,
            self.board.on_room,
            self.spokesman.on_room,
            self.links.on_room,
        ):
            self.room.changed.connect(listener)
        for source in (self.keys.wanted, self.console.wanted):
            source.connect(self.spokesman.on_deed)
            source.connect(self.deeds.on_wanted)
        self.keys.number_typed.connect(self.spokesman.on_number)
        self.console.menu.class_wanted.connect(self.spokesman.on_class_wanted)
        self.deeds.keys_wanted.connect(self.spokesman.on_keys_wanted)
        self.deeds.grid_wanted.connect(self.spokesman.on_grid_wanted)
        self.deeds.link_wanted.connect(self.links.on_wanted)
        self.links.opening.connect(self.spokesman.on_link_opening)
        self.links.failed.connect(self.spokesman.on_link_failed)
        self.links.missing.connect(self.spokesman.on_link_missing)
        self.links.forbidden.connect(self.spokesman.on_link_forbidden)
        self.links.choice_wanted.connect(self.spokesman.on_link_choice)
        self.links.choice_wanted.connect(self.keys.on_link_choice)
        self.keys.link_typed.connect(self.spokesman.on_link_typed)
        self.room.changed.connect(self.accord.on_room)
        self.console.rename_wanted.connect(self.spokesman.on_rename_wanted)
        for source in (self.spokesman.confirmed, self.accord.wanted):
            source.connect(self.deeds.on_wanted)

    def _opens(self, address: str) -> bool:
        """A browser that only remembers, and knows no page called `broken`."""
        self.opened.append(address)
        return not address.endswith("broken")

    def hears(self, part: Part) -> None:
        """A part arrives from the server."""
        self.room.on_part(part)

    def ends(self) -> None:
        """Leave nothing behind for the next test."""
        self.keys.end()
        self.spokesman.stop()

    def goes_to(self, slide: str) -> None:
        """The lesson stands at this slide."""
        self.link.classroom.goes_to(slide)
        self.link.tells()

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on the console."""
        QTest.keyClick(self.console, key, modifier)

    def clicks(self, widget: QWidget) -> None:
        """Click on something."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def offers(self, name: str) -> QMenu:
        """The menu of the student whose line begins with this name, opened with Enter."""
        people = self.console.people.list
        row = next(row for row, text in enumerate(self.people) if text.startswith(name))
        self.console.activateWindow()
        people.setFocus(Qt.FocusReason.TabFocusReason)
        people.setCurrentIndex(people.rows.index(row))
        QTest.keyClick(people, Qt.Key.Key_Return)
        return self.menu

    def chooses(self, name: str, choice: str) -> None:
        """Do this with the student of that name."""
        menu = self.offers(name)
        next(action for action in menu.actions() if action.text().startswith(choice)).trigger()
        menu.close()

    @property
    def menu(self) -> QMenu:
        """The one menu that is open, apart from *More*."""
        own = self.console.menu
        menus = [each for each in self.console.findChildren(QMenu) if each is not own and each.isVisible()]
        assert len(menus) == 1
        return menus[0]

    @property
    def next_says(self) -> str:
        """The words on the primary button."""
        return self.console.bottom.next.text()

    @property
    def people(self) -> list[str]:
        """The list of students as a screen reader hears it."""
        return self.console.people.row_texts()
