"""Every picture of the gallery: nothing outside its place, nothing small, no text over another, all of it legible."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from presenter.stage import fonts, wordweb
from presenter.stage.canvas import Canvas
from presenter.stage.content import WebContent
from presenter.stage.fit import Laid
from presenter.stage.paint import paint
from presenter.stage.scene import Scene
from presenter.stage.theme import FLOOR, HEIGHT, SIDE, SMALLEST, THEMES, WIDTH, Theme
from tests.gallery import Exhibit, exhibits

_AROUND = 40
"""Pixels of a strange colour around the canvas, where nothing may be painted."""
_STRANGE = "#FF00FF"
_IS_LONG = os.environ.get("KLASSIKAAL_FAULTS") == "long"


@dataclass(frozen=True)
class Line:
    """A line of text as it was drawn: where, how large, in what colour on what."""

    text: str
    box: QRectF
    size: int
    colour: str
    grounds: frozenset[str]

    @property
    def contrast(self) -> float:
        """The least contrast of its colour with what lies under it."""
        return min((contrast(self.colour, ground) for ground in self.grounds), default=21.0)


@dataclass(frozen=True)
class Painted:
    """A scene on a sheet larger than the canvas, and the lines of text on it in canvas pixels."""

    sheet: QImage
    lines: list[Line]


@pytest.fixture(scope="module")
def gallery(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Exhibit]]:
    """The gallery in each theme."""
    fonts.load()
    folder = tmp_path_factory.mktemp("gallery")
    return {name: exhibits(folder, theme) for name, theme in THEMES.items()}


@pytest.fixture(scope="module")
def painted(gallery: dict[str, list[Exhibit]]) -> dict[str, list[tuple[Exhibit, Painted]]]:
    """The light theme as a whole, of the others a share; all of it in a long run."""
    shares = {name: 1 if _IS_LONG or name == "light" else 4 for name in gallery}
    return {
        name: [(exhibit, on_a_sheet(exhibit.scene)) for exhibit in hung[:: shares[name]]]
        for name, hung in gallery.items()
    }


def on_a_sheet(scene: Scene) -> Painted:
    """The scene in the middle of a strange colour, with a note of each line of text as it is drawn."""
    sheet = QImage(WIDTH + 2 * _AROUND, HEIGHT + 2 * _AROUND, QImage.Format.Format_RGB32)
    sheet.fill(QColor(_STRANGE))
    painter = QPainter(sheet)
    painter.translate(_AROUND, _AROUND)
    with _noting(sheet) as lines:
        paint(painter, scene, 0.0)
    painter.end()
    return Painted(sheet, lines)


@contextmanager
def _noting(sheet: QImage) -> Iterator[list[Line]]:
    """Notes the lines that `Laid` draws on the sheet."""
    lines: list[Line] = []
    draw = Laid.draw

    def noted(self: Laid, painter: QPainter, x: float, y: float, colour: str) -> None:
        lines.extend(_lines_of(self, painter, x, y, colour, sheet))
        draw(self, painter, x, y, colour)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Laid, "draw", noted)
        patch.setattr(wordweb, "can_stamp", lambda painter: False)
        yield lines


def _lines_of(made: Laid, painter: QPainter, x: float, y: float, colour: str, sheet: QImage) -> Iterator[Line]:
    whole = made.layout.text()
    for number in range(made.layout.lineCount()):
        line = made.layout.lineAt(number)
        box = painter.transform().mapRect(line.naturalTextRect().translated(x + made.offset, y))
        middle = round(box.center().y())
        spots = [(round(box.left()) - 1, middle), (round(box.right()) + 1, middle)]
        grounds = frozenset(QColor(sheet.pixel(*spot)).name() for spot in spots if sheet.rect().contains(*spot))
        box.translate(-_AROUND, -_AROUND)
        text = whole.encode("utf-16-le")[2 * line.textStart() : 2 * (line.textStart() + line.textLength())]
        yield Line(text.decode("utf-16-le", "replace"), box, made.size, colour, grounds)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1-21, as in WCAG."""
    brighter, darker = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [part / 255 for part in (colour.red(), colour.green(), colour.blue())]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def is_all(sheet: QImage, box: QRect, colour: str) -> bool:
    """True when every pixel of the box has this colour."""
    part = sheet.copy(box)
    blank = QImage(part.size(), part.format())
    blank.fill(QColor(colour))
    return part == blank


_EDGES = (
    QRect(0, 0, WIDTH + 2 * _AROUND, _AROUND),
    QRect(0, HEIGHT + _AROUND, WIDTH + 2 * _AROUND, _AROUND),
    QRect(0, 0, _AROUND, HEIGHT + 2 * _AROUND),
    QRect(WIDTH + _AROUND, 0, _AROUND, HEIGHT + 2 * _AROUND),
)
_BREATH = 12
"""An outline or the tail of a letter may stand this far in a margin."""
_NEAR, _CLOSE = 72 - _BREATH, 24
"""A word web may come nearer to the sides and the top: it needs the room."""


def _side_of(exhibit: Exhibit) -> int:
    return _NEAR if isinstance(exhibit.scene.content, WebContent) else SIDE - _BREATH


def _margins(exhibit: Exhibit) -> Iterator[QRect]:
    """The sides, the top and the upper part of the strip: paper on a slide that is no picture as a whole."""
    side = _side_of(exhibit)
    top = _CLOSE if isinstance(exhibit.scene.content, WebContent) else 40
    yield QRect(_AROUND, _AROUND, side, HEIGHT - 8)
    yield QRect(_AROUND + WIDTH - side, _AROUND, side, HEIGHT - 8)
    yield QRect(_AROUND, _AROUND, WIDTH, top)
    yield QRect(_AROUND, _AROUND + FLOOR, WIDTH, 26)


def each(painted: dict[str, list[tuple[Exhibit, Painted]]]) -> Iterator[tuple[str, Exhibit, Painted, Theme]]:
    """Every painted picture, with a name for a failure."""
    for name, hung in painted.items():
        for exhibit, picture in hung:
            yield f"{name}: {exhibit.name}", exhibit, picture, THEMES[name]


def test_nothing_is_painted_beyond_the_canvas(painted: dict[str, list[tuple[Exhibit, Painted]]]) -> None:
    beyond = [
        name for name, _, picture, _ in each(painted) if not all(is_all(picture.sheet, e, _STRANGE) for e in _EDGES)
    ]
    assert not beyond


def test_margins_and_the_air_above_the_strip_are_paper(painted: dict[str, list[tuple[Exhibit, Painted]]]) -> None:
    inked = [
        f"{name} {place}"
        for name, exhibit, picture, theme in each(painted)
        if not exhibit.covers_strip
        for place, margin in zip(("left", "right", "top", "strip"), _margins(exhibit), strict=True)
        if not is_all(picture.sheet, margin, theme.paper)
    ]
    assert not inked


def test_no_line_is_small(painted: dict[str, list[tuple[Exhibit, Painted]]]) -> None:
    small = [
        (name, line.text, line.size) for name, _, p, _ in each(painted) for line in p.lines if line.size < SMALLEST
    ]
    assert not small


def test_no_line_leaves_the_canvas_or_stands_over_another(
    painted: dict[str, list[tuple[Exhibit, Painted]]],
) -> None:
    canvas = QRectF(0, 0, WIDTH, HEIGHT)
    found = []
    for name, _, picture, _ in each(painted):
        lines = [line for line in picture.lines if line.text.strip()]
        found += [(name, line.text) for line in lines if not canvas.contains(_core(line))]
        found += [
            (name, one.text, other.text)
            for place, one in enumerate(lines)
            for other in lines[:place]
            if _core(one).intersects(_core(other))
        ]
    assert not found


def _core(line: Line) -> QRectF:
    """Where a line's letters certainly are: without the air above capitals and below the tails."""
    air = line.size * 0.3
    return line.box.adjusted(2, air, -2, -air)


def test_every_line_can_be_read(painted: dict[str, list[tuple[Exhibit, Painted]]]) -> None:
    pale = {
        (name.split(":")[0], line.colour, tuple(line.grounds), line.text[:30])
        for name, _, picture, _ in each(painted)
        for line in picture.lines
        if line.text.strip() and line.contrast < 4.5
    }
    assert not pale


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_large_shapes_stand_out(theme: Theme) -> None:
    """Bars on their track and card, rings, discs and the marks of right and wrong."""
    shapes = [theme.accent, theme.ok, theme.warning, theme.error, *theme.options]
    pairs = [(shape, ground) for shape in shapes for ground in (theme.paper, theme.card)]
    pairs += [(theme.on_option, option) for option in theme.options]
    assert [(one, other) for one, other in pairs if contrast(one, other) < 3.0] == []


@pytest.mark.parametrize("screen", [(1366, 768), (1024, 768)])
def test_every_screen_shows_the_whole_canvas(gallery: dict[str, list[Exhibit]], screen: tuple[int, int]) -> None:
    """Between its bars, with margins of paper: a line at the edge shows that nothing was cut off there."""
    canvas = Canvas(reduced_motion=True)
    canvas.resize(*screen)
    for exhibit in gallery["light"][:: 1 if _IS_LONG else 6]:
        canvas.set_scene(exhibit.scene)
        sheet = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        stage = canvas.stage_rect()
        assert sheet.size() == QSize(*screen)
        bar = int(stage.top())
        assert is_all(sheet, QRect(0, 0, screen[0], bar), "#000000"), exhibit.name
        assert is_all(sheet, QRect(0, screen[1] - bar, screen[0], bar), "#000000"), exhibit.name
        if not exhibit.covers_strip:
            side = int(_side_of(exhibit) * stage.width() / WIDTH) - 1
            edge = int(stage.left()) + 2
            margin = QRect(edge, bar + 2, side - 2, int(stage.height() * 0.97))
            assert is_all(sheet, margin, exhibit.scene.theme.paper), exhibit.name
            assert is_all(sheet, margin.translated(screen[0] - side - edge, 0), exhibit.scene.theme.paper), exhibit.name
