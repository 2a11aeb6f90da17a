"""The language of Qt's own windows (the file dialog where the system has none): Qt brings the sentences with it."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_NAME = "qtbase"


def speak(qt: QApplication, language: str) -> bool:
    """Let Qt's own windows speak this language, and no other, from now on. False where Qt has no sentences in it: then
    they speak English."""
    for earlier in qt.findChildren(QTranslator, _NAME):
        qt.removeTranslator(earlier)
        earlier.setParent(None)
    translator = QTranslator(qt)
    translator.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator.load(QLocale(language), _NAME, "_", folder) and qt.installTranslator(translator)
