"""The lesson that bench/presenting.py shows: 34 slides of every kind, some with a large photo. It measures nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

SLIDES = 34
PHOTO = "media/photo.jpg"
_TEXT = """\
# Waarom {number} golven om de hoek komen

Geluid buigt om een hoek. Licht doet dat *ook*, maar je ziet het niet.

- Een lage toon heeft een **lange** golf
- Een hoge toon heeft een korte golf, van een paar centimeter
- De opening is een deur, een raam of een kier
- Is de golf langer dan de opening, dan waaiert hij uit
- Daarom hoor je de bas van de buren en niet de zang
"""
_TABLE = """\
# Snelheid {number}

| stof | m/s |
|---|---|
| lucht | 343 |
| water | 1480 |
| staal | 5960 |
"""
_CODE = "# Rekenen {number}\n\n```\nafstand = 343 * tijd\nprint(afstand)\n```\n\nHoe ver is het onweer?\n"
_PHOTO = f"# Een foto {{number}}\n\n![Een foto]({PHOTO})\n\nWat zie je hier, en wat hoor je er bij?\n"
_QUIZ = """\
# Waarom klinkt een snaar van {number} meter lager dan een korte snaar?

- [ ] Hij is harder
- [x] Hij trilt langzamer
- [ ] Hij trilt sneller
- [ ] Dat is maar schijn
"""
_POLL = "# Slaap jij {number} uur met muziek?\n\n- [ ] Ja\n- [ ] Nee\n- [ ] Soms\n"
_WEB = "<!-- kind: wordweb -->\n\n# Wat hoor je om {number} uur?\n"
_OPEN = "<!-- kind: open -->\n\n# Leg {number} uit: waarom is het stil in de ruimte?\n"


def lesson(slides: int = SLIDES, texts: tuple[str, ...] = ()) -> str:
    """So many slides, of these texts in turn, or of every kind."""
    kinds = texts or (_TEXT, _PHOTO, _QUIZ, _TABLE, _POLL, _CODE, _WEB, _TEXT, _OPEN)
    return "\n---\n\n".join(_numbered(islice(cycle(kinds), slides)))


def text_lesson(slides: int) -> str:
    """So many slides of text alone, none of them in the other lesson."""
    return lesson(slides, (_TEXT, _TABLE, _CODE, _PHOTO)).replace("# ", "# Nog eens: ")


def hang_photo(folder: Path) -> None:
    """Write the photo as a camera makes it: 4000 x 3000."""
    image = QImage(4000, 3000, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(QPointF(0, 0), QPointF(4000, 3000))
    for at, colour in ((0.0, "#BFD3C1"), (0.5, "#4A6FAE"), (1.0, "#8A5A00")):
        sky.setColorAt(at, QColor(colour))
    painter.fillRect(image.rect(), sky)
    painter.end()
    (folder / PHOTO).parent.mkdir(parents=True, exist_ok=True)
    image.save(str(folder / PHOTO), quality=90)


def _numbered(texts: Iterator[str]) -> Iterator[str]:
    for number, text in enumerate(texts, 1):
        yield text.replace("{number}", str(number))
