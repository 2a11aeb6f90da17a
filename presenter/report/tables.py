"""How a table looks in these windows: rows that are chosen whole, quiet lines, the colours of the console."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from presenter.console.style import SMALL_PX, Chrome


def dress_table(table: QTableView, chrome: Chrome, row_px: int) -> None:
    """Give a table this look. Tab leaves it; the arrows move in it."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setCornerButtonEnabled(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(row_px)
    head = table.horizontalHeader()
    head.setSectionsClickable(False)
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.setStyleSheet(f"""
        QTableView {{ background: {chrome.card}; color: {chrome.ink}; border: 2px solid {chrome.card};
            selection-background-color: {chrome.tint}; selection-color: {chrome.ink}; outline: none; }}
        QTableView:focus {{ border: 2px solid {chrome.accent}; border-radius: 6px; }}
        QTableView::item {{ padding: 0 3px; border-bottom: 1px solid {chrome.track}; }}
        QHeaderView {{ background: {chrome.card}; }}
        QHeaderView::section {{ background: {chrome.card}; color: {chrome.soft}; border: none;
            border-bottom: {chrome.line_px}px solid {chrome.line}; padding: 6px; font-size: {SMALL_PX}px; }}
        QAbstractScrollArea::corner {{ background: transparent; border: none; }}
        QScrollBar:horizontal {{ height: 8px; background: transparent; margin: 0; }}
        QScrollBar::handle:horizontal {{ background: {chrome.line}; border-radius: 4px; min-width: 32px; }}
        """)
