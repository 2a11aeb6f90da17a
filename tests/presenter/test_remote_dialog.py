"""presenter/remote_dialog.py: a code for a minute, the yes, and who steers."""

from __future__ import annotations

import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from polling.wire import JudgeRemote, OfferRemote, RemoteCode, RemotesPart, RemoteView
from presenter.console.parts import PlainLabel
from presenter.remote_dialog import RemoteDialog
from presenter.words import Words

URL = "http://192.168.1.23:8080/teacher#r.c2VjcmV0"
ASKS = RemoteView(id="r1", digits="07", is_in=False)
STEERS = RemoteView(id="r1", digits="07", is_in=True)


@pytest.fixture
def dialog(qtbot: QtBot) -> RemoteDialog:
    made = RemoteDialog(Words("nl"))
    qtbot.addWidget(made)
    made.show()
    return made


def told(*remotes: RemoteView) -> RemotesPart:
    return RemotesPart(revision=1, remotes=remotes)


def sent(dialog: RemoteDialog) -> list[object]:
    """What the dialog asks for from now on."""
    found: list[object] = []
    dialog.wanted.connect(found.append)
    return found


def press(dialog: RemoteDialog, text: str) -> None:
    next(each for each in dialog.findChildren(QPushButton) if each.text() == text).click()


def texts(dialog: RemoteDialog) -> list[str]:
    return [each.text() for each in dialog.findChildren(PlainLabel)]


def scanned(dialog: RemoteDialog) -> list[str]:
    """What a phone reads from the picture."""
    if dialog.picture.pixmap().isNull():
        return []
    grey = dialog.picture.pixmap().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    shape = [grey.height(), grey.bytesPerLine()]
    return [each.text for each in zxingcpp.read_barcodes(memoryview(grey.constBits()).cast("B", shape=shape))]


def test_the_code_can_be_scanned_until_its_time_is_over(dialog: RemoteDialog) -> None:
    dialog.show_code(RemoteCode(url=URL, seconds=2))
    assert scanned(dialog) == [URL]
    assert "Nog 2 seconden" in texts(dialog)
    dialog.on_second()
    assert scanned(dialog) == [URL]
    dialog.on_second()
    assert scanned(dialog) == []
    assert "Deze code werkt niet meer. Maak een nieuwe." in texts(dialog)
    found = sent(dialog)
    press(dialog, "Nieuwe code")
    assert found == [OfferRemote()]


@pytest.mark.parametrize(("text", "yes"), [("Ja", True), ("Nee", False)])
def test_a_phone_that_asks_is_judged_by_its_digits(dialog: RemoteDialog, text: str, yes: bool) -> None:
    dialog.show_code(RemoteCode(url=URL, seconds=60))
    dialog.show_remotes(told(ASKS))
    assert scanned(dialog) == []
    assert "Staat 07 op je telefoon?" in texts(dialog)
    found = sent(dialog)
    press(dialog, text)
    assert found == [JudgeRemote(remote="r1", yes=yes)]


def test_one_that_steers_can_be_sent_away(dialog: RemoteDialog) -> None:
    dialog.show_remotes(told(STEERS))
    assert "Telefoon 07 stuurt de les" in texts(dialog)
    found = sent(dialog)
    press(dialog, "Ontkoppel")
    assert found == [JudgeRemote(remote="r1", yes=False)]
