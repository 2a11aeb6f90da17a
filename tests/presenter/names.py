"""What a screen reader is told of a window: which of its controls have nothing to be called by."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from presenter.stage.canvas import Canvas

_CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
    QTextEdit, Canvas,
)  # fmt: skip
_PARTS = (QScrollBar, QHeaderView)
"""What belongs to a control and is told with it."""


def nameless(window: QWidget) -> list[str]:
    """The controls a window shows that have no name; the window itself when it has no title."""
    found = [] if window.windowTitle() else [f"the window {type(window).__name__}"]
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QMenu):
            found += [f"an entry of {type(widget).__name__}" for each in widget.actions() if _is_nameless(each)]
        elif not widget.isVisibleTo(window):
            continue
        elif isinstance(widget, _CONTROLS) and not isinstance(widget, _PARTS) and not _is_part(widget):
            told = QAccessible.queryAccessibleInterface(widget)
            if not told.text(QAccessible.Text.Name).strip():
                found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def _is_nameless(action: QAction) -> bool:
    return action.isVisible() and not action.isSeparator() and not action.text().strip()


def _is_part(widget: QWidget) -> bool:
    """True for the list of a combo box and the field of a spin box."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, (QComboBox, QAbstractSpinBox)):
        parent = parent.parentWidget()
    return parent is not None
