"""The computer's own browser: what it is given to open, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

SCHEMES = ("http", "https")
"""A browser is asked for nothing else: a lesson must not be able to start programs."""


def is_page(address: str) -> bool:
    """True for the address of a page on the web."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() in SCHEMES and bool(url.host())


def in_browser(address: str) -> bool:
    """Let the computer's browser open this page; False when it cannot or may not."""
    return is_page(address) and QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))
