"""Every control of the desk and its dialogs has a name that a screen reader can say."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from polling.commands import Cover, CoverWith, Next
from presenter.console.sound_sheet import SoundSheet
from presenter.console.window import Outlook
from presenter.dialogs import RenameDialog, confirm_end, message
from presenter.floating_bar import FloatingBar
from presenter.keys import Action
from presenter.settings import Settings
from presenter.words import LANGUAGES, Words
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, TWO, Desk
from tests.presenter.names import nameless


def windows(desk: Desk) -> list[QWidget]:
    """The windows and dialogs that stand open."""
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) or each is desk.console]


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton(window)
    assert nameless(window) == ["the window QWidget", "QPushButton in QWidget"]
    window.setWindowTitle("Venster")
    button.setAccessibleName("Verder")
    assert nameless(window) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plan", [ONE, TWO], ids=["one screen", "two screens"])
def test_every_control_of_the_console_has_a_name_on_every_slide(
    language: str, plan: object, make_desk: MakeDesk
) -> None:
    desk = make_desk(plan=plan, language=language)
    found = set(nameless(desk.console))
    desk.link.joins("Ana")
    desk.link.tells()
    for number in range(1, 9):
        desk.goes_to(f"s{number}")
        for command in (Next(), CoverWith(Cover.BLACK), CoverWith(Cover.NONE)):
            found |= set(nameless(desk.console))
            desk.link.send(command)
    desk.console.problems.say("1", ("Iets",), "toon", "verberg")
    assert found | set(nameless(desk.console)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_of_a_dialog_has_a_name(language: str, make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk, words = make_desk(language=language), Words(language)
    desk.link.joins("Ana")
    desk.goes_to("s2")
    roster = desk.room.seen.view.roster
    assert roster is not None
    sounds = SoundSheet(words, desk.console)
    sounds.show_loudness(Settings(language=language))
    opened: list[QWidget] = [
        message("Let op", "Iets", words, desk.console),
        confirm_end(words, desk.console),
        RenameDialog(roster.participants[0], words, desk.console),
        sounds,
    ]
    for action in (Action.SHOW_KEYS, Action.SHOW_GRID):
        desk.console.wanted.emit(action)
    opened += [each for each in windows(desk) if each not in opened]
    bar = FloatingBar(desk.projector, words, desk.link.now_ms)
    bar.setWindowTitle("bar")
    bar.on_room(desk.room.seen)
    bar.on_outlook(Outlook(ONE, is_full_screen=True))
    bar.on_touched()
    assert len(opened) >= 6
    assert {name for each in [*opened, bar] for name in nameless(each)} == set()
