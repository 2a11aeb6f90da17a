"""Sheets of slides: where slides and notes stand on paper, and painting them. It writes no file.

Lengths are pixels of `DPI` to the inch; a sheet of one slide has the canvas' own 1920 x 1080.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from presenter.stage.blocks import literal
from presenter.stage.fit import Style, fitted
from presenter.stage.paint import paint
from presenter.stage.scene import Scene
from presenter.stage.theme import HEIGHT, WIDTH

DPI = 144
"""With it a page as large as the canvas is 13 1/3 inches wide, as a slide of other programs is."""
SLIDE = QSizeF(WIDTH, HEIGHT)
PAPER = QSizeF(1190, 1684)
"""A4, upright."""
PER_PAGE = (1, 2, 3, 6)
_MARGIN = 85.0
_GAP = 36.0
_INK, _LINE = "#1C2130", "#B9B6AD"
_NOTES, _SMALLEST_NOTES = 24, 13
_RULE = 44.0


@dataclass(frozen=True)
class Leaf:
    """One slide on a sheet: its number from 1, its scene, and the notes beside it ("" for none)."""

    number: int
    scene: Scene
    notes: str = ""


@dataclass(frozen=True)
class Cell:
    """Where a slide stands on the sheet, and its notes; without notes lines to write on may stand there."""

    slide: QRectF
    notes: QRectF
    is_ruled: bool = False


def cells(per_page: int, has_notes: bool) -> list[Cell]:
    """The places on a sheet of paper for so many slides."""
    columns = 2 if per_page == 6 else 1
    rows = per_page // columns
    width = (PAPER.width() - 2 * _MARGIN - _GAP * (columns - 1)) / columns
    height = (PAPER.height() - 2 * _MARGIN - _GAP * (rows - 1)) / rows
    found = []
    for place in range(per_page):
        row, column = divmod(place, columns)
        box = QRectF(_MARGIN + column * (width + _GAP), _MARGIN + row * (height + _GAP), width, height)
        found.append(_beside(box, has_notes) if per_page == 3 else _below(box, has_notes, per_page))
    return found


def _beside(box: QRectF, has_notes: bool) -> Cell:
    wide = box.width() * 0.56
    slide = QRectF(box.x(), box.y(), wide, wide * HEIGHT / WIDTH)
    notes = QRectF(slide.right() + _GAP, box.y(), box.width() - wide - _GAP, slide.height())
    return Cell(slide, notes, is_ruled=not has_notes)


def _below(box: QRectF, has_notes: bool, per_page: int) -> Cell:
    wide = box.width()
    if has_notes and per_page == 2:
        wide = min(wide, (box.height() * 0.66) * WIDTH / HEIGHT)
    slide = QRectF(box.x(), box.y(), wide, wide * HEIGHT / WIDTH)
    top = slide.bottom() + 20
    return Cell(slide, QRectF(box.x(), top, box.width(), max(0.0, box.bottom() - top)))


def paint_slide(painter: QPainter, leaf: Leaf, box: QRectF) -> None:
    """One slide in the box, cut off at its edges."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / WIDTH, box.height() / HEIGHT)
    painter.setClipRect(QRectF(0, 0, WIDTH, HEIGHT))
    paint(painter, leaf.scene, 0.0)
    painter.restore()


def paint_paper(painter: QPainter, leaves: Sequence[Leaf], per_page: int, has_notes: bool) -> list[int]:
    """A sheet with these slides; says of which ones the notes were cut off."""
    shortened = []
    for leaf, cell in zip(leaves, cells(per_page, has_notes), strict=False):
        paint_slide(painter, leaf, cell.slide)
        painter.setPen(QPen(QColor(_LINE), 1.5))
        painter.drawRect(cell.slide)
        if cell.is_ruled:
            _rule(painter, cell.notes)
        elif has_notes and leaf.notes.strip():
            shortened += [leaf.number] if _write(painter, leaf.notes.strip(), cell.notes) else []
    return shortened


def _write(painter: QPainter, notes: str, box: QRectF) -> bool:
    made = fitted(literal(notes), box.width(), box.height(), _NOTES, _SMALLEST_NOTES, Style(leading=1.34))
    made.draw(painter, box.x(), box.y(), _INK)
    return made.is_cut


def _rule(painter: QPainter, box: QRectF) -> None:
    y = box.y() + _RULE
    while y <= box.bottom():
        painter.fillRect(QRectF(box.x(), y, box.width(), 1.5), QColor(_LINE))
        y += _RULE
