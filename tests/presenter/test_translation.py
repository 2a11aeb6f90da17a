"""Qt's own windows speak the teacher's language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from presenter.translation import speak


@pytest.mark.parametrize(("language", "cancel"), [("nl", "Annuleren"), ("en", "Cancel")])
def test_buttons_of_qt_are_in_the_language(qapp: QApplication, language: str, cancel: str) -> None:
    before = set(qapp.findChildren(QTranslator))
    assert speak(qapp, language)
    said = QCoreApplication.translate("QPlatformTheme", "Cancel")
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
    assert said == cancel


def test_a_language_that_qt_does_not_speak_changes_nothing(qapp: QApplication) -> None:
    assert not speak(qapp, "fy")
