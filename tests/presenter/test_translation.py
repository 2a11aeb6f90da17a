"""Qt's own windows speak the teacher's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from presenter.translation import speak


@pytest.fixture(autouse=True)
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, "en")


def cancel() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_buttons_of_qt_are_in_the_language(qapp: QApplication) -> None:
    assert speak(qapp, "nl")
    assert cancel() == "Annuleren"
    assert speak(qapp, "en")
    assert cancel() == "Cancel"


def test_where_qt_has_no_sentences_they_are_english(qapp: QApplication) -> None:
    speak(qapp, "nl")
    assert not speak(qapp, "fy")
    assert cancel() == "Cancel"
