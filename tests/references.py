"""Reference pictures of the board: which ones are kept, and how like one another two pictures are.

Other machines draw letters a little differently: hinted, in other greys, a fraction of a pixel from here. So pictures
are compared small and soft, and a pixel may be what any of its neighbours is in the other picture. What moves by more
than that, grows, goes missing or changes colour shows.
Renew them all, after looking at them: `python -m tests.references`.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from presenter.stage import fonts
from presenter.stage.paint import picture
from presenter.stage.scene import Scene
from presenter.stage.theme import DARK, HIGH_CONTRAST, LIGHT
from tests.gallery import exhibits

FOLDER = Path(__file__).parent / "presenter" / "stage" / "references"
SIZE = QSize(960, 540)
COLOURS = 48
BLUR = 1.2
MOST_MEAN = 0.5
"""The mean difference of colours (0-255) that is still the same picture."""
MOST_CHANGED = 0.0005
"""The share of pixels that may differ by more than `CLEARLY`."""
CLEARLY = 32
KEPT = {
    "light": (
        "title usual, resting", "title standing, resting", "title extreme, resting", "text bullets, resting",
        "text nested, resting", "text terms, resting", "text seven, resting", "text table, resting",
        "text quote, resting", "text code, resting", "text extreme, resting", "text full, page 2",
        "text own timer, timer",
        "text dense timer, timer", "text bullets, corner", "text terms, over", "text picture, resting",
        "columns, resting", "picture titled, resting", "quiz two, asking", "quiz four, asking", "quiz four, results",
        "quiz four, revealed", "quiz four, round 2", "quiz six, asking", "quiz context, asking",
        "quiz picture, asking", "quiz pictures, asking", "quiz several, revealed", "poll, results", "web, words",
        "web, groups", "web, cloud",
        "web centre, one word", "open, resting", "open, some", "video, broken", "join, some", "pause",
        "school text bullets", "text maths, resting", "quiz maths, asking", "quiz maths, revealed",
    ),
    "dark": ("text bullets, resting", "text maths, resting", "quiz four, revealed", "web, words", "open, some"),
    "contrast": ("quiz four, revealed", "web, words"),
}  # fmt: skip
"""The pictures that are kept, by theme. None holds a letter that the stage's own font has not."""


@dataclass(frozen=True)
class Difference:
    """How far two pictures are apart."""

    mean: float
    changed: float

    @property
    def is_small(self) -> bool:
        """True when they are the same picture, perhaps drawn by another machine."""
        return self.mean <= MOST_MEAN and self.changed <= MOST_CHANGED


def difference(one: Image.Image, other: Image.Image) -> Difference:
    """How far two pictures of the same size are apart, beyond what is around the same place in the other."""
    soft = [image.convert("RGB").filter(ImageFilter.GaussianBlur(BLUR)) for image in (one, other)]
    apart = ImageChops.lighter(_beyond(*soft), _beyond(*reversed(soft)))
    strongest = ImageChops.lighter(ImageChops.lighter(*apart.split()[:2]), apart.split()[2])
    counts = strongest.histogram()
    whole = sum(counts)
    mean = sum(value * count for value, count in enumerate(counts)) / whole
    return Difference(mean, sum(counts[CLEARLY + 1 :]) / whole)


def _beyond(one: Image.Image, other: Image.Image) -> Image.Image:
    """By how much each pixel is lighter than the lightest around its place in the other, or darker than the darkest."""
    lighter = ImageChops.subtract(one, other.filter(ImageFilter.MaxFilter(3)))
    darker = ImageChops.subtract(other.filter(ImageFilter.MinFilter(3)), one)
    return ImageChops.lighter(lighter, darker)


def drawn(scene: Scene) -> Image.Image:
    """The scene at the size of the references."""
    return pil(picture(scene, SIZE))


def pil(image: QImage) -> Image.Image:
    """A picture of Qt as one of Pillow."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", (image.width(), image.height()), bytes(image.constBits())).convert("RGB")


def path_of(theme: str, name: str) -> Path:
    """Where a reference is kept."""
    return FOLDER / f"{theme}-{re.sub('[^a-z0-9]+', '-', name)}.png"


def scenes(folder: Path) -> dict[tuple[str, str], Scene]:
    """The scenes of all references, by theme and name; their pictures are written to `folder`."""
    found = {}
    for theme in (LIGHT, DARK, HIGH_CONTRAST):
        hung = {exhibit.name: exhibit.scene for exhibit in exhibits(folder, theme)}
        found.update({(theme.name, name): hung[name] for name in KEPT[theme.name]})
    return found


def renew(folder: Path) -> None:
    """Write every reference anew."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for (theme, name), scene in scenes(folder).items():
        small = drawn(scene).quantize(COLOURS, dither=Image.Dither.NONE)
        small.save(path_of(theme, name), optimize=True)


def main() -> int:
    """Renew the references from this machine's drawing."""
    import tempfile

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    fonts.load()
    with tempfile.TemporaryDirectory() as folder:
        renew(Path(folder))
    print(f"{len(list(FOLDER.glob('*.png')))} references in {FOLDER}")
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
