"""The sheet with all keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from presenter.console.key_help import KEYS, KeyHelp
from presenter.console.window import Outlook
from presenter.keys import _ACTIONS, _BACK, _COVERS, _NEXT
from presenter.words import Words
from tests.presenter.desk import ONE, Desk

K = Qt.Key


@pytest.mark.parametrize("key", [K.Key_Question, K.Key_F1])
def test_it_opens_on_its_keys_and_says_what_each_key_does(desk: Desk, key: Qt.Key) -> None:
    desk.presses(key)
    (sheet,) = desk.console.findChildren(KeyHelp)
    assert "Alle toetsen" in sheet.lines()
    assert "pauze voor iedereen" in sheet.lines()
    assert sheet.width() <= desk.console.width()
    assert sheet.height() <= desk.console.height()
    sheet.reject()


def test_it_never_opens_over_slides_on_the_only_screen(desk: Desk) -> None:
    desk.console.show_outlook(Outlook(ONE, is_full_screen=True))
    desk.presses(K.Key_F1)
    assert desk.console.findChildren(KeyHelp) == []


def test_every_key_of_the_table_stands_in_it(qapp: QApplication) -> None:
    printed = " ".join(keys for keys, _ in KEYS).split()
    names = {
        "Right": "→",
        "Left": "←",
        "PageDown": "PgDn",
        "PageUp": "PgUp",
        "Escape": "Esc",
        "Period": ".",
        "Question": "?",
        "Plus": "+",
        "Minus": "−",
    }
    same = {"Return", "Enter", "Equal"}
    for key in {*_NEXT, *_BACK, *_ACTIONS, *_COVERS, K.Key_L, K.Key_P, K.Key_S, K.Key_T}:
        name = key.name.removeprefix("Key_")
        assert name in same or names.get(name, name) in printed


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_line_has_its_words(language: str) -> None:
    assert all(Words(language).knows(f"keys.{name}") for _, name in KEYS)
