"""presenter/stage/kept.py: large text that is kept as a picture has the same pixels."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter

from presenter.stage import kept
from presenter.stage.blocks import inline
from presenter.stage.fit import TITLE_STYLE, Laid, Style, laid
from tests.presenter.stage.board import looks_the_same

pytestmark = pytest.mark.usefixtures("board")
TITLE = "Hoe *heet* water jij, en waarom zijn **golven** zo traag?"
INK, RIGHT_TO_LEFT = "#1B2030", "\u05de\u05d9\u05dd \u05d1\u05d0\u05d3\u05de\u05d4, \u05db\u05de\u05d4 \u05d9\u05e9?"


def title(text: str = TITLE, size: int = 76, width: float = 1200) -> Laid:
    """A title that nothing was kept of."""
    kept._kept.cache_clear()
    return laid(inline(text), size, width, TITLE_STYLE)


def sheet(made: Laid, x: float, y: float, scale: float = 1.0, opacity: float = 1.0) -> QImage:
    """The title on paper, drawn once."""
    image = QImage(1600, 500, QImage.Format.Format_RGB32)
    image.fill(QColor("#FBFAF5"))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity(opacity)
    painter.scale(scale, scale)
    made.draw(painter, x, y, INK)
    painter.end()
    return image


def pictures() -> int:
    """How many ways of drawing are known."""
    return kept._kept.cache_info().currsize


@pytest.mark.parametrize("text", [TITLE, RIGHT_TO_LEFT, "Ja"])
@pytest.mark.parametrize(("x", "y", "scale"), [(100, 80, 1.0), (100.3, 80.7, 1.0), (93.1, 71.9, 1.17), (900, 200, 1.0)])
def test_it_looks_the_same_every_time(text: str, x: float, y: float, scale: float) -> None:
    made = title(text)
    first = sheet(made, x, y, scale)
    assert pictures() == 1
    second, third = sheet(made, x, y, scale), sheet(made, x, y, scale)
    assert second == third
    assert looks_the_same(first, second)
    assert pictures() == 1


def test_it_fades_like_text(monkeypatch: pytest.MonkeyPatch) -> None:
    made = title()
    first = sheet(made, 100, 80, opacity=0.4)
    assert looks_the_same(first, sheet(made, 100, 80, opacity=0.4))
    assert not looks_the_same(first, sheet(made, 100, 80))


def test_another_place_or_colour_is_another_picture() -> None:
    made = title()
    assert not looks_the_same(sheet(made, 100, 80), sheet(made, 140, 80))
    assert pictures() == 1
    sheet(made, 100.5, 80)
    assert pictures() == 2


def test_small_text_is_left_to_qt() -> None:
    made = laid(inline(TITLE), 40, 1200, Style())
    kept._kept.cache_clear()
    sheet(made, 100, 80)
    assert pictures() == 0
    sheet(made, 50, 40, scale=1.7)
    assert pictures() == 1


def test_a_turned_painter_draws_the_letters_themselves() -> None:
    made, image = title(), QImage(800, 800, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.rotate(30)
    made.draw(painter, 100, 80, INK)
    painter.end()
    assert pictures() == 0


def test_a_screen_of_fine_pixels_draws_the_letters_themselves() -> None:
    made, image = title(), QImage(1600, 500, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    painter = QPainter(image)
    made.draw(painter, 10, 10, INK)
    painter.end()
    assert pictures() == 0


def test_a_pdf_gets_letters_and_no_pictures(tmp_path: Path) -> None:
    made = title()
    writer = QPdfWriter(str(tmp_path / "title.pdf"))
    writer.setPageSize(QPageSize(QSizeF(400, 300), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    for _ in range(3):
        made.draw(painter, 100, 80, INK)
    painter.end()
    assert pictures() == 0
    assert b"/Subtype /Image" not in (tmp_path / "title.pdf").read_bytes()
