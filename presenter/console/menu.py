"""The menu behind *More*: what a teacher seldom needs, and the only way to end a lesson."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from polling.commands import CloseByItself, StopTimer
from presenter.keys import Action, can_replace_timer
from presenter.report.words import Phrases
from presenter.room_copy import RoomSeen
from presenter.settings import Settings, ThemeName
from presenter.words import LANGUAGES, Words

THEMES: tuple[ThemeName, ...] = ("light", "dark", "contrast")


class Menu(QMenu):
    """Says what was chosen; the checks show what holds."""

    wanted = Signal(object)
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    closing_chosen = Signal(bool)
    swap_wanted = Signal()
    freeze_wanted = Signal()
    hiding_wanted = Signal()
    teacher_wanted = Signal()
    end_wanted = Signal()
    open_wanted = Signal()
    past_wanted = Signal()
    sound_wanted = Signal()
    class_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = Words(LANGUAGES[0])
        self.open = self.addAction("")
        self.open.setShortcut(QKeySequence(QKeySequence.StandardKey.Open))
        self.open.triggered.connect(self.open_wanted)
        self.past = self.addAction("")
        self.past.triggered.connect(self.past_wanted)
        self.class_name = self.addAction("")
        self.class_name.triggered.connect(self.class_wanted)
        self.teacher = self.addAction("")
        self.teacher.triggered.connect(self.teacher_wanted)
        self.swap = self.addAction("")
        self.swap.triggered.connect(self.swap_wanted)
        self.freeze = self.addAction("")
        self.freeze.setCheckable(True)
        self.freeze.triggered.connect(self.on_freeze)
        self.hiding = self.addAction("")
        self.hiding.setCheckable(True)
        self.hiding.triggered.connect(self.on_hiding)
        self.quick = self.addAction("")
        self.quick.triggered.connect(self.on_quick)
        self.stop_timer = self.addAction("")
        self.stop_timer.triggered.connect(self.on_stop_timer)
        self.own_timer = self.addAction("")
        self.own_timer.triggered.connect(self.on_own_timer)
        self.closing = self.addAction("")
        self.closing.setCheckable(True)
        self.closing.triggered.connect(self.on_closing)
        self.addSeparator()
        self.sound = self.addAction("")
        self.sound.triggered.connect(self.sound_wanted)
        self.theme_menu, self.language_menu = QMenu(self), QMenu(self)
        self.addMenu(self.theme_menu)
        self.addMenu(self.language_menu)
        self.themes = self._choices(self.theme_menu, THEMES)
        self.languages = self._choices(self.language_menu, LANGUAGES)
        self.theme_menu.triggered.connect(self.on_theme)
        self.language_menu.triggered.connect(self.on_language)
        self.addSeparator()
        self.end = self.addAction("")
        self.end.triggered.connect(self.end_wanted)

    def open_under(self, button: QWidget) -> None:
        """Show the menu under its button, within the screen."""
        corner = button.mapToGlobal(QPoint(button.width() - self.sizeHint().width(), button.height() + 4))
        self.popup(corner)

    def show_settings(self, settings: Settings, words: Words) -> None:
        """Say everything in this language, and check what is chosen."""
        self.open.setText(words.say("menu.open"))
        self.past.setText(Phrases(words.language).say("past.menu"))
        self._words = words
        self.swap.setText(words.say("menu.swap"))
        self.freeze.setText(words.say("menu.freeze"))
        self.hiding.setText(words.say("menu.hide"))
        self.quick.setText(words.say("menu.quick"))
        self.stop_timer.setText(words.say("timer.stop"))
        self.own_timer.setText(words.say("timer.own"))
        self.closing.setText(words.say("menu.closes_by_itself"))
        self.closing.setChecked(settings.closes_by_itself)
        self.sound.setText(words.say("menu.sound"))
        self.theme_menu.setTitle(words.say("menu.theme"))
        self.language_menu.setTitle(words.say("menu.language"))
        self.end.setText(words.say("menu.end"))
        for name, action in self.themes.items():
            action.setText(words.say(f"theme.{name}"))
            action.setChecked(name == settings.theme)
        for name, action in self.languages.items():
            action.setText(words.say(f"language.{name}"))
            action.setChecked(name == words.language)

    def show_room(self, seen: RoomSeen, has_two_screens: bool, is_covered: bool) -> None:
        """Enable what can be done now. The teacher's own address is not for a screen the class may see."""
        position = seen.position
        is_given = position is not None and not position.ended
        is_lobby = position is None or not position.slide
        self.class_name.setText(self._words.say("class.menu" if is_lobby else "class.menu.late"))
        self.class_name.setEnabled(is_given)
        self.swap.setEnabled(has_two_screens)
        self.freeze.setEnabled(is_given)
        self.freeze.setChecked(is_given and position is not None and position.frozen)
        self.hiding.setEnabled(is_given)
        self.hiding.setChecked(is_given and position is not None and position.hides_answers)
        self.teacher.setText(self._words.say("menu.teacher.covered" if is_covered else "menu.teacher"))
        self.teacher.setEnabled(seen.view.address is not None and not is_covered)
        self.quick.setEnabled(is_given and position is not None and not position.paused)
        self.stop_timer.setEnabled(is_given and position is not None and position.timer is not None)
        self.own_timer.setVisible(position is not None and can_replace_timer(position, seen.slide))
        self.closing.setEnabled(is_given)
        if position is not None:
            self.closing.setChecked(position.closes_by_itself)
        self.end.setEnabled(is_given)

    @Slot()
    def on_freeze(self) -> None:
        # The check shows what the room says, not what was clicked.
        self.freeze.setChecked(not self.freeze.isChecked())
        self.freeze_wanted.emit()

    @Slot()
    def on_hiding(self) -> None:
        self.hiding.setChecked(not self.hiding.isChecked())
        self.hiding_wanted.emit()

    @Slot()
    def on_quick(self) -> None:
        self.wanted.emit(Action.OFFER_QUICK)

    @Slot()
    def on_stop_timer(self) -> None:
        self.wanted.emit(StopTimer())

    @Slot()
    def on_own_timer(self) -> None:
        self.wanted.emit(Action.REPLACE_TIMER)

    @Slot(bool)
    def on_closing(self, on: bool) -> None:
        self.closing.setChecked(not on)
        self.closing_chosen.emit(on)
        self.wanted.emit(CloseByItself(on))

    @Slot(QAction)
    def on_theme(self, action: QAction) -> None:
        self.theme_chosen.emit(cast(str, action.data()))

    @Slot(QAction)
    def on_language(self, action: QAction) -> None:
        self.language_chosen.emit(cast(str, action.data()))

    def _choices(self, menu: QMenu, names: tuple[str, ...]) -> dict[str, QAction]:
        group = QActionGroup(menu)
        actions = {}
        for name in names:
            action = menu.addAction("")
            action.setCheckable(True)
            action.setData(name)
            group.addAction(action)
            actions[name] = action
        return actions
