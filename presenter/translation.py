"""The language of Qt's own windows (the file dialog where the system has none): Qt brings the sentences with it."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication


def speak(qt: QApplication, language: str) -> bool:
    """Let Qt's own windows speak this language from now on. False where Qt has no sentences in it."""
    translator = QTranslator(qt)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator.load(QLocale(language), "qtbase", "_", folder) and qt.installTranslator(translator)
