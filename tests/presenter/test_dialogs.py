"""presenter/dialogs.py: the few questions, in plain text."""

from __future__ import annotations

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from polling.commands import Rename
from polling.presence import Status
from polling.wire import ParticipantView
from presenter.dialogs import (
    Dialog,
    RenameDialog,
    confirm_end,
    message,
    qr_pixmap,
)
from presenter.words import Words

NL = Words("nl")


def press(dialog: Dialog, text: str) -> None:
    """Press the button with this text."""
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


@pytest.mark.parametrize(("button", "result"), [("Les afsluiten", 1), ("Annuleren", 0)])
def test_the_end_is_confirmed(button: str, result: int, qtbot: QtBot) -> None:
    dialog = confirm_end(NL)
    qtbot.addWidget(dialog)
    press(dialog, button)
    assert dialog.result() == result


def test_a_message_has_one_button(qtbot: QtBot) -> None:
    dialog = message("Titel", "Tekst", NL)
    qtbot.addWidget(dialog)
    press(dialog, "Begrepen")
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_the_code_can_be_scanned(qtbot: QtBot) -> None:
    grey = qr_pixmap("http://192.168.1.23/4271", 220).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    assert grey.width() >= 220
    shape = [grey.height(), grey.bytesPerLine()]
    found = zxingcpp.read_barcodes(memoryview(grey.constBits()).cast("B", shape=shape))
    assert [each.text for each in found] == ["http://192.168.1.23/4271"]


def test_enter_cancels_the_question_about_the_end_until_the_other_button_has_the_focus(qtbot: QtBot) -> None:
    for tabs, result in ((0, QDialog.DialogCode.Rejected), (1, QDialog.DialogCode.Accepted)):
        dialog = confirm_end(NL)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        for _ in range(tabs):
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        assert not dialog.isVisible()
        assert dialog.result() == result


@pytest.fixture
def renaming(qtbot: QtBot) -> RenameDialog:
    """The dialog with another name for Ana."""
    ana = ParticipantView(id="p1", name="Ana", number=1, status=Status.HERE, has_answered=False)
    dialog = RenameDialog(ana, NL)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    return dialog


def test_the_present_name_is_selected_from_the_start(qtbot: QtBot) -> None:
    ana = ParticipantView(id="p1", name="Ana", number=1, status=Status.HERE, has_answered=False)
    dialog = RenameDialog(ana, NL)
    qtbot.addWidget(dialog)
    assert dialog.name.selectedText() == "Ana"


def test_the_present_name_is_selected_so_that_typing_replaces_it(renaming: RenameDialog, qtbot: QtBot) -> None:
    assert renaming.name.selectedText() == "Ana"
    assert renaming.name.accessibleName() == "Nieuwe naam"
    QTest.keyClicks(renaming.name, "Bo")
    with qtbot.waitSignal(renaming.renamed) as heard:
        QTest.keyClick(renaming.name, Qt.Key.Key_Return)
    assert heard.args == [Rename("p1", "Bo")]


def test_a_name_stops_at_twenty_characters_of_which_an_emoji_is_one(renaming: RenameDialog) -> None:
    QTest.keyClicks(renaming.name, "x" * 25)
    assert renaming.name.text() == "x" * 20
    renaming.name.setText("🐙" * 20)
    assert renaming.name.text() == "🐙" * 20


def test_esc_renames_nobody(renaming: RenameDialog) -> None:
    told: list[object] = []
    renaming.renamed.connect(told.append)
    QTest.keyClick(renaming, Qt.Key.Key_Escape)
    assert not renaming.isVisible()
    assert told == []
