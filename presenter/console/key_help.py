"""All keys of the lesson in one sheet, for who forgot one. Opened over the console, never over the board."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from presenter.console.parts import PlainLabel
from presenter.words import Words

KEYS: tuple[tuple[str, str], ...] = (
    ("→  Space  PgDn", "next"),
    ("←  PgUp", "back"),
    ("Shift + →", "skip"),
    ("7  Enter", "number"),
    ("O   O  2", "link"),
    ("G", "grid"),
    ("A", "quick"),
    ("F5", "slides"),
    ("Esc", "leave"),
    ("X", "swap"),
    ("Q", "join"),
    ("B  .", "black"),
    ("W", "white"),
    ("F", "freeze"),
    ("H", "hide"),
    ("P", "pause"),
    ("S", "lock"),
    ("T", "timer"),
    ("L", "live"),
    ("D", "chart"),
    ("C", "figures"),
    ("D", "view"),
    ("R", "repack"),
    ("N", "names"),
    ("V", "video"),
    ("+  −", "volume"),
    ("M", "sound"),
    ("*  E", "answer"),
    ("Ctrl + Z", "undo"),
    ("Ctrl + O", "open"),
    ("?  F1", "help"),
)
"""(what is printed on the keys, the name of what they do: `keys.…` of the words)."""


class KeyHelp(QDialog):
    """Two columns; any way to close a window closes it."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.say("keys.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        rows = -(-len(KEYS) // 2)
        for place, (keys, name) in enumerate(KEYS):
            column = 3 * (place // rows)
            grid.addWidget(PlainLabel(keys, "chip"), place % rows, column, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(PlainLabel(words.say(f"keys.{name}")), place % rows, column + 1)
        grid.setColumnMinimumWidth(2, 24)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 20, 28, 24)
        whole.setSpacing(18)
        whole.addWidget(PlainLabel(words.say("keys.title"), "title"))
        whole.addLayout(grid)

    def lines(self) -> list[str]:
        """What the sheet says, label by label."""
        return [label.text() for label in self.findChildren(PlainLabel)]
