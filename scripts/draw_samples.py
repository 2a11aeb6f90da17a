"""Draws the pictures of the sample lessons: flat shapes, no text. Run by hand after a change; not part of the app.

Every picture is a function of a painter on a canvas of its own size, so that the same shapes can stand in the film
(`film_samples.py`). The palette is the stage's, with a few warm additions.
"""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen

SAMPLES = Path(__file__).parent.parent / "lessons" / "samples"

INK = "#1C2130"
STEEL = "#5A6172"
PAPER = "#FBFAF6"
WHITE = "#FFFFFF"
ACCENT = "#3B48C8"
SKY = "#DCE8F9"
MIST = "#E3EDFD"
BLUE = "#1D5FD1"
SOFT_BLUE = "#8DB6F0"
RED = "#B8402A"
CORAL = "#E5785F"
BLUSH = "#FBE7E2"
SUN = "#F5C453"
SAND = "#F8EDD3"
OCHRE = "#8A5A00"
GREEN = "#17734B"
SAGE = "#7FA98B"
MINT = "#DDF2E7"
PURPLE = "#7B3FB0"
LILAC = "#F0E5F9"
BARK = "#6B4A33"
SKIN = "#F2C6A5"
SKIN_DARK = "#9C6544"
NIGHT = "#2B3357"


def fill(painter: QPainter, colour: str, path: QPainterPath) -> None:
    """Fills a path without an outline."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPath(path)


def stroke(painter: QPainter, colour: str, width: float, path: QPainterPath) -> None:
    """Draws a path as a round-ended line."""
    pen = QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    painter.drawPath(path)


def circle(painter: QPainter, colour: str, x: float, y: float, radius: float) -> None:
    """A disc."""
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius)
    fill(painter, colour, path)


def rounded(painter: QPainter, colour: str, rect: QRectF, radius: float) -> None:
    """A rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    fill(painter, colour, path)


def line(points: Iterable[tuple[float, float]]) -> QPainterPath:
    """An open path through points."""
    path = QPainterPath()
    for place, (x, y) in enumerate(points):
        if place:
            path.lineTo(x, y)
        else:
            path.moveTo(x, y)
    return path


def shape(points: Iterable[tuple[float, float]]) -> QPainterPath:
    """A closed polygon."""
    path = line(points)
    path.closeSubpath()
    return path


def arc(x: float, y: float, radius: float, start: float, span: float) -> QPainterPath:
    """A piece of a circle; degrees, 0 is to the right, counter-clockwise."""
    rect = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
    path = QPainterPath()
    path.arcMoveTo(rect, start)
    path.arcTo(rect, start, span)
    return path


def hill(width: float, height: float, left: float, top: float, right: float) -> QPainterPath:
    """A soft hill over the whole width: its height at the left, in the middle and at the right."""
    path = QPainterPath(QPointF(0, left))
    path.cubicTo(width * 0.3, top, width * 0.6, top, width, right)
    path.lineTo(width, height)
    path.lineTo(0, height)
    path.closeSubpath()
    return path


def sine(left: float, right: float, middle: float, waves: float, swing: float) -> QPainterPath:
    """A wave from left to right."""
    steps = 240
    return line(
        (left + (right - left) * i / steps, middle - swing * math.sin(2 * math.pi * waves * i / steps))
        for i in range(steps + 1)
    )


def bird(painter: QPainter, w: float, h: float) -> None:
    """A bird sings on a branch: the title."""
    painter.fillRect(QRectF(0, 0, w, h), QColor(SKY))
    circle(painter, SUN, w * 0.76, h * 0.18, 88)
    fill(painter, "#B9D3C0", hill(w, h, h * 0.80, h * 0.66, h * 0.78))
    fill(painter, SAGE, hill(w, h, h * 0.93, h * 0.82, h * 0.86))
    branch = QPainterPath(QPointF(-20, h * 0.70))
    branch.cubicTo(w * 0.2, h * 0.685, w * 0.45, h * 0.66, w * 0.74, h * 0.625)
    stroke(painter, BARK, 26, branch)
    twig = QPainterPath(QPointF(w * 0.52, h * 0.655))
    twig.quadTo(w * 0.60, h * 0.70, w * 0.66, h * 0.715)
    stroke(painter, BARK, 14, twig)
    for x, y, turn in ((0.75, 0.60, -30), (0.685, 0.725, 25), (0.12, 0.66, -60)):
        leaf(painter, w * x, h * y, turn)
    painter.save()
    painter.translate(w * 0.40, h * 0.535)
    painter.scale(0.76, 0.76)
    singer(painter, 0, 0)
    painter.restore()


def singer(painter: QPainter, x: float, y: float) -> None:
    """The bird and its song."""
    fill(painter, RED, shape(((x - 120, y + 70), (x - 330, y + 190), (x - 300, y + 235), (x - 70, y + 165))))
    for leg in (-20, 50):
        stroke(painter, INK, 10, line(((x + leg, y + 170), (x + leg + 8, y + 212))))
    body = QPainterPath()
    body.addEllipse(QPointF(x, y + 40), 190, 160)
    head = QPainterPath()
    head.addEllipse(QPointF(x + 108, y - 105), 112, 112)
    fill(painter, SUN, shape(((x + 196, y - 150), (x + 300, y - 176), (x + 205, y - 104))))
    fill(painter, "#D99A2B", shape(((x + 196, y - 108), (x + 282, y - 62), (x + 190, y - 70))))
    fill(painter, CORAL, body.united(head))
    belly = QPainterPath()
    belly.addEllipse(QPointF(x + 112, y + 50), 130, 128)
    fill(painter, BLUSH, belly.intersected(body))
    wing = QPainterPath(QPointF(x - 10, y - 40))
    wing.cubicTo(x + 60, y + 60, x - 40, y + 150, x - 210, y + 120)
    wing.cubicTo(x - 170, y + 70, x - 130, y - 20, x - 10, y - 40)
    fill(painter, RED, wing)
    circle(painter, INK, x + 138, y - 130, 17)
    circle(painter, WHITE, x + 144, y - 136, 5)
    for number in range(4):
        stroke(painter, ACCENT, 20 - 3 * number, arc(x + 250, y - 118, 100 + 66 * number, -26, 52))


def leaf(painter: QPainter, x: float, y: float, turn: float) -> None:
    """One leaf that grows from (x, y)."""
    painter.save()
    painter.translate(x, y)
    painter.rotate(turn)
    path = QPainterPath(QPointF(0, 0))
    path.quadTo(45, -48, 104, 0)
    path.quadTo(45, 36, 0, 0)
    fill(painter, GREEN, path)
    painter.restore()


def tuning_fork(painter: QPainter, w: float, h: float) -> None:
    """A tuning fork and the air around it: dots crowd together and thin out in rings."""
    painter.fillRect(QRectF(0, 0, w, h), QColor(SAND))
    x, y, ring = w * 0.5, h * 0.36, 168.0
    radius = 130.0
    number = 0
    while radius < 980:
        crowd = 0.5 + 0.5 * math.cos(2 * math.pi * (radius - 214) / ring)
        count = round(radius * 0.15)
        for i in range(count):
            angle = 2 * math.pi * (i + 0.5 * (number % 2)) / count
            colour = BLUE if crowd > 0.5 else SOFT_BLUE
            circle(painter, colour, x + radius * math.cos(angle), y + radius * math.sin(angle), 8.5 - radius / 240)
        radius += 19 + 46 * (1 - crowd) ** 1.5
        number += 1
    stem = QPainterPath(QPointF(x, h * 0.60))
    stem.lineTo(x, h * 0.93)
    stroke(painter, SAND, 90, stem)
    fork = QPainterPath(QPointF(x - 62, h * 0.17))
    fork.lineTo(x - 62, h * 0.47)
    fork.cubicTo(x - 62, h * 0.58, x + 62, h * 0.58, x + 62, h * 0.47)
    fork.lineTo(x + 62, h * 0.17)
    stroke(painter, SAND, 84, fork)
    stroke(painter, STEEL, 38, fork)
    stroke(painter, STEEL, 38, line(((x, h * 0.56), (x, h * 0.88))))
    circle(painter, STEEL, x, h * 0.90, 34)
    for side in (-1, 1):
        for far in (54, 82):
            stroke(
                painter,
                RED,
                9,
                line(((x + side * (62 + far), h * 0.19), (x + side * (62 + far), h * (0.30 - far / 1400)))),
            )


def wave(colour: str, tint: str, waves: float, swing: float) -> Callable[[QPainter, float, float], None]:
    """One option of the question about waves."""

    def paint(painter: QPainter, w: float, h: float) -> None:
        painter.fillRect(QRectF(0, 0, w, h), QColor(tint))
        stroke(painter, "#C9CCD6", 4, line(((36, h / 2), (w - 36, h / 2))))
        stroke(painter, colour, 13, sine(44, w - 44, h / 2, waves, swing))

    return paint


def ear(painter: QPainter, w: float, h: float) -> None:
    """The ear from outside to inside; the part that is asked for carries a white dot."""
    painter.fillRect(QRectF(0, 0, w, h), QColor(MIST))
    tissue = QPainterPath(QPointF(w * 0.30, 0))
    tissue.cubicTo(w * 0.265, h * 0.3, w * 0.265, h * 0.7, w * 0.30, h)
    tissue.lineTo(w, h)
    tissue.lineTo(w, 0)
    tissue.closeSubpath()
    fill(painter, "#F6D9C4", tissue)
    bone = QPainterPath()
    bone.addRoundedRect(QRectF(w * 0.47, h * 0.13, w * 0.47, h * 0.66), 120, 120)
    fill(painter, "#FCF1E4", bone)
    shell(painter, w, h)
    canal = QPainterPath(QPointF(w * 0.20, h * 0.455))
    canal.cubicTo(w * 0.30, h * 0.40, w * 0.40, h * 0.47, w * 0.515, h * 0.43)
    canal.lineTo(w * 0.535, h * 0.57)
    canal.cubicTo(w * 0.42, h * 0.60, w * 0.32, h * 0.54, w * 0.22, h * 0.585)
    canal.cubicTo(w * 0.195, h * 0.59, w * 0.185, h * 0.46, w * 0.20, h * 0.455)
    fill(painter, "#C98A68", canal)
    room = QPainterPath()
    room.addRoundedRect(QRectF(w * 0.525, h * 0.34, w * 0.16, h * 0.31), 70, 70)
    fill(painter, "#EBC3A6", room)
    stroke(painter, RED, 15, line(((w * 0.512, h * 0.42), (w * 0.540, h * 0.585))))
    bones(painter, w, h)
    snail(painter, w, h)
    for number in range(3):
        stroke(painter, ACCENT, 15, arc(w * 0.0, h * 0.51, 70 + 52 * number, -30, 60))


def shell(painter: QPainter, w: float, h: float) -> None:
    """The part of the ear that you see."""
    outside = QPainterPath(QPointF(w * 0.30, h * 0.20))
    outside.cubicTo(w * 0.24, h * 0.02, w * 0.10, h * 0.14, w * 0.125, h * 0.40)
    outside.cubicTo(w * 0.135, h * 0.55, w * 0.17, h * 0.60, w * 0.175, h * 0.74)
    outside.cubicTo(w * 0.18, h * 0.90, w * 0.27, h * 0.92, w * 0.30, h * 0.78)
    outside.closeSubpath()
    fill(painter, SKIN, outside)
    rim = QPainterPath(QPointF(w * 0.285, h * 0.24))
    rim.cubicTo(w * 0.24, h * 0.11, w * 0.155, h * 0.18, w * 0.165, h * 0.40)
    stroke(painter, "#DDA07C", 16, rim)
    fold = QPainterPath(QPointF(w * 0.265, h * 0.34))
    fold.cubicTo(w * 0.22, h * 0.30, w * 0.20, h * 0.40, w * 0.205, h * 0.47)
    fold.cubicTo(w * 0.205, h * 0.60, w * 0.22, h * 0.68, w * 0.25, h * 0.66)
    stroke(painter, "#DDA07C", 16, fold)


def bones(painter: QPainter, w: float, h: float) -> None:
    """Hammer, anvil and stirrup."""
    stroke(painter, WHITE, 20, line(((w * 0.533, h * 0.53), (w * 0.556, h * 0.42))))
    circle(painter, WHITE, w * 0.559, h * 0.405, 23)
    stroke(painter, WHITE, 20, line(((w * 0.575, h * 0.405), (w * 0.612, h * 0.42), (w * 0.617, h * 0.50))))
    circle(painter, WHITE, w * 0.583, h * 0.405, 22)
    stirrup = line(((w * 0.617, h * 0.50), (w * 0.668, h * 0.465), (w * 0.668, h * 0.54), (w * 0.617, h * 0.50)))
    stroke(painter, WHITE, 11, stirrup)


def snail(painter: QPainter, w: float, h: float) -> None:
    """The cochlea, its balance loops and its nerve."""
    x, y = w * 0.795, h * 0.505
    for box in (QRectF(w * 0.655, h * 0.20, 150, 200), QRectF(w * 0.715, h * 0.17, 170, 190)):
        loop = QPainterPath()
        loop.addEllipse(box)
        stroke(painter, "#B998D6", 24, loop)
    nerve = QPainterPath(QPointF(x + 60, y + 40))
    nerve.cubicTo(w * 0.89, h * 0.60, w * 0.91, h * 0.66, w + 20, h * 0.68)
    stroke(painter, SUN, 44, nerve)
    for offset in (-12, 0, 12):
        stroke(painter, "#D99A2B", 4, nerve.translated(0, offset))
    turns = [(t, 132 * (1 - t / 17.0)) for t in (i * 0.05 for i in range(0, 321))]
    spiral = line((x - r * math.cos(t), y - r * math.sin(t)) for t, r in turns)
    disc = QPainterPath()
    disc.addEllipse(QPointF(x, y), 128, 128)
    fill(painter, PURPLE, disc)
    entry = QPainterPath(QPointF(w * 0.676, h * 0.50))
    entry.lineTo(x - 60, y - 8)
    stroke(painter, PURPLE, 62, entry)
    stroke(painter, "#A571D2", 15, spiral)
    circle(painter, WHITE, x, y, 27)


def hair_cells(painter: QPainter, w: float, h: float) -> None:
    """Two rows of hair cells: upright above, bent and lost below, like grass that was walked on."""
    chance = random.Random(3)
    scale = h / 2 / 390
    for row, (colour, ground, floor) in enumerate(((PURPLE, LILAC, "#C9A3E6"), (RED, BLUSH, "#E7B3A6"))):
        painter.save()
        painter.translate(0, h / 2 * row)
        painter.scale(scale, scale)
        wide = w / scale
        painter.fillRect(QRectF(0, 0, wide, 390), QColor(ground))
        painter.fillRect(QRectF(0, 315, wide, 75), QColor(floor))
        columns = round(wide / 165)
        for column in range(columns):
            x = wide * (column + 0.5) / columns
            rounded(painter, colour, QRectF(x - 42, 205, 84, 150), 42)
            circle(painter, ground, x, 302, 17)
            for hair in range(-2, 3):
                if row == 0:
                    tuft(painter, colour, x + hair * 15, 210, 5, 128 - 15 * abs(hair))
                elif chance.random() > 0.35:
                    tuft(painter, colour, x + hair * 15, 210, chance.uniform(-75, 75), chance.uniform(35, 92))
        painter.restore()


def tuft(painter: QPainter, colour: str, x: float, y: float, lean: float, height: float) -> None:
    """One hair that leans over."""
    path = QPainterPath(QPointF(x, y))
    path.quadTo(x, y - height * 0.7, x + lean, y - height + abs(lean) * 0.45)
    stroke(painter, colour, 10, path)


def cups(painter: QPainter, w: float, h: float) -> None:
    """Two children with a string telephone."""
    painter.fillRect(QRectF(0, 0, w, h), QColor(MINT))
    fill(painter, "#BFDDC8", hill(w, h, h * 0.86, h * 0.76, h * 0.88))
    y = h * 0.50
    stroke(painter, INK, 6, sine(w * 0.345, w * 0.645, y, 9, 11))
    child(painter, w * 0.16, h, SKIN, "#5B3A1E", CORAL, 1, 1)
    child(painter, w * 0.84, h, SKIN_DARK, INK, ACCENT, 1, -1)
    for x, tip, colour, rim in ((0.262, 0.350, RED, "#8E2F1E"), (0.728, 0.640, SUN, "#D99A2B")):
        fill(painter, colour, shape(((w * x, y - 52), (w * tip, y - 38), (w * tip, y + 38), (w * x, y + 52))))
        rounded(painter, rim, QRectF(w * x - 9, y - 58, 18, 116), 9)
    for x, skin in ((0.305, SKIN), (0.690, SKIN_DARK)):
        rounded(painter, skin, QRectF(w * x - 26, y + 8, 52, 66), 26)


def child(painter: QPainter, x: float, h: float, skin: str, hair: str, shirt: str, look: int, hand: int) -> None:
    """Head and shoulders; `look` and `hand` are 1 for to the right, -1 for to the left."""
    y = h * 0.44
    rounded(painter, skin, QRectF(x - 42, y + 70, 84, 120), 30)
    rounded(painter, shirt, QRectF(x - 155, h * 0.66, 310, h), 120)
    arm = QPainterPath(QPointF(x + hand * 100, h * 0.80))
    arm.quadTo(x + hand * 205, h * 0.78, x + hand * 188, h * 0.60)
    stroke(painter, shirt, 60, arm)
    circle(painter, hair, x - look * 14, y - 18, 138)
    circle(painter, skin, x + look * 10, y + 8, 122)
    cap = QPainterPath()
    cap.addEllipse(QPointF(x - look * 10, y - 20), 136, 132)
    low = QPainterPath()
    low.addRect(QRectF(x - 200, y - 34, 400, 400))
    fill(painter, hair, cap.subtracted(low))
    if hand == look:
        circle(painter, skin, x - look * 66, y + 30, 28)
    circle(painter, INK, x + look * 58, y + 2, 12)
    smile = arc(x + look * 52, y + 36, 30, 200 if look > 0 else 240, 100)
    if hand != look:
        stroke(painter, "#5E3A26", 8, smile)


def thunder(painter: QPainter, w: float, h: float) -> None:
    """Lightning over a hill with a house."""
    painter.fillRect(QRectF(0, 0, w, h), QColor(NIGHT))
    bolt = ((0.60, 0.33), (0.515, 0.55), (0.575, 0.55), (0.50, 0.79), (0.665, 0.49), (0.60, 0.49), (0.66, 0.33))
    fill(painter, SUN, shape((w * x, h * y) for x, y in bolt))
    cloud = QPainterPath()
    for x, y, radius in ((0.43, 0.30, 100), (0.54, 0.21, 140), (0.68, 0.25, 120), (0.79, 0.32, 80)):
        lump = QPainterPath()
        lump.addEllipse(QPointF(w * x, h * y), radius, radius)
        cloud = cloud.united(lump)
    base = QPainterPath()
    base.addRoundedRect(QRectF(w * 0.345, h * 0.28, w * 0.515, 118), 59, 59)
    fill(painter, "#8E9BC4", cloud.united(base))
    fill(painter, "#3F6B5B", hill(w, h, h * 0.80, h * 0.70, h * 0.86))
    fill(painter, "#2E5347", hill(w, h, h * 0.96, h * 0.84, h * 0.88))
    rounded(painter, PAPER, QRectF(w * 0.16, h * 0.63, 140, 120), 6)
    roof = ((w * 0.16 - 24, h * 0.635), (w * 0.16 + 70, h * 0.635 - 92), (w * 0.16 + 164, h * 0.635))
    fill(painter, CORAL, shape(roof))
    rounded(painter, SUN, QRectF(w * 0.16 + 26, h * 0.63 + 34, 38, 38), 5)
    rounded(painter, BARK, QRectF(w * 0.16 + 84, h * 0.63 + 44, 36, 76), 5)


PICTURES: tuple[tuple[str, int, int, Callable[[QPainter, float, float], None]], ...] = (
    ("bird", 820, 1240, bird),
    ("tuning-fork", 900, 1100, tuning_fork),
    ("wave-1", 640, 360, wave(BLUE, MIST, 2, 34)),
    ("wave-2", 640, 360, wave(RED, BLUSH, 2, 125)),
    ("wave-3", 640, 360, wave(OCHRE, SAND, 9, 34)),
    ("wave-4", 640, 360, wave(GREEN, MINT, 9, 125)),
    ("ear", 1280, 900, ear),
    ("hair-cells", 1600, 620, hair_cells),
    ("string-telephone", 1280, 860, cups),
    ("thunder", 1200, 900, thunder),
)


def drawn(width: int, height: int, paint: Callable[[QPainter, float, float], None]) -> QImage:
    """The picture that a function paints."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, width, height)
    painter.end()
    return image


def save(image: QImage, path: Path) -> None:
    """Writes a PNG of few colours: flat shapes need no more, and phones get these pictures too."""
    raw = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (raw.width(), raw.height())
    picture = Image.frombuffer("RGB", size, bytes(raw.constBits()), "raw", "RGB", raw.bytesPerLine(), 1)
    picture.quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)


def main(folders: list[str]) -> None:
    """Writes every picture into the media folder of every sample lesson, or into the folders given."""
    for folder in [Path(name) for name in folders] or sorted(SAMPLES.glob("*/media")):
        for name, width, height, paint in PICTURES:
            save(drawn(width, height, paint), folder / f"{name}.png")


if __name__ == "__main__":
    main(sys.argv[1:])
