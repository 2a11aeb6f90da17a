"""The links of the slide at hand, numbered: a row for each, with the keys that open it. It opens nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from lessons.blocks import links_in_text
from lessons.model import Link, Slide
from presenter.console.parts import KeyButton
from presenter.console.style import SMALL_CONTROL_PX
from presenter.words import Words, isolated

GAP_PX = 4
MOST_ROWS = 3
"""So many rows are in sight; the others scroll."""


def links_of(slide: Slide | None, with_notes: bool) -> tuple[Link, ...]:
    """The links that are numbered from 1 at this slide: its own, then those in its notes while they may be seen."""
    if slide is None:
        return ()
    return slide.links + (links_in_text(slide.notes) if with_notes else ())


class LinkButton(KeyButton):
    """A row as wide as the column; a long text ends in an ellipsis."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__("O", height_px=SMALL_CONTROL_PX, parent=parent)
        self.number = number
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_link(self, text: str, key: str, spoken: str) -> None:
        """Show this text, and the keys that open it."""
        self._whole = text
        self.press_key(key)
        self.say(self._fitting(), spoken)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, SMALL_CONTROL_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.say(self._fitting(), self.accessibleName())

    def _fitting(self) -> str:
        return self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width() - self.around_px)


class LinkList(QScrollArea):
    """Hidden on a slide without links."""

    chosen = Signal(int)
    """The teacher wants the link of this number, from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[LinkButton] = []
        self._room = QWidget()
        self._column = QVBoxLayout(self._room)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_PX)
        self.setWidget(self._room)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def show_links(self, links: tuple[Link, ...], words: Words) -> None:
        """Show these links in their order."""
        self._make(len(links))
        for row, link in zip(self.rows, links, strict=True):
            text = isolated(link.text or link.target)
            keys = "O" if len(links) == 1 else f"O {row.number}"
            row.show_link(text, keys, words.say("link.open", text=text))
        in_sight = min(len(links), MOST_ROWS)
        self.setFixedHeight(in_sight * (SMALL_CONTROL_PX + GAP_PX) - GAP_PX if links else 0)
        self.setVisible(bool(links))

    def _make(self, count: int) -> None:
        while len(self.rows) > count:
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < count:
            row = LinkButton(len(self.rows) + 1)
            row.clicked.connect(self.on_clicked)
            self.rows.append(row)
            self._column.addWidget(row)

    @Slot()
    def on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, LinkButton):
            self.chosen.emit(row.number)
