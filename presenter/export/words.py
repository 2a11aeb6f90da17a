"""What the export says, in Dutch and English. Words only: nothing is decided here."""

from __future__ import annotations

_SAID = {
    "written": (
        "{count} slides van “{title}” staan nu in {out}.",
        "{count} slides of “{title}” are now in {out}.",
    ),
    "empty": ("Deze les heeft geen slides om te exporteren.", "This lesson has no slides to export."),
    "foreign": (
        "{name} is al van iets anders en is niet overschreven. Kies een andere plek.",
        "{name} already belongs to something else and was not overwritten. Choose another place.",
    ),
    "unwritable": (
        "Op {out} kan niet worden geschreven: {reason}.",
        "{out} cannot be written: {reason}.",
    ),
    "problem": ("Slide {slide}: {told}", "Slide {slide}: {told}"),
    "cut": (
        "Slide {slide}: niet alle notities pasten op het blad.",
        "Slide {slide}: not all notes fitted on the sheet.",
    ),
    "full": (
        "Slide {slide} heeft te veel tekst voor één bord en komt op {pages} bladen. Verdeel hem liever over {pages} slides.",
        "Slide {slide} has too much text for one board and comes on {pages} pages. Better spread it over {pages} slides.",
    ),
    "too_full": (
        "Slide {slide} heeft te veel tekst: niet alles past op het bord. Verdeel hem over meer slides.",
        "Slide {slide} has too much text: not all of it fits on the board. Spread it over more slides.",
    ),
}


def say(language: str, name: str, /, **parts: str | int) -> str:
    """The sentence of this name, in Dutch ("nl") or English."""
    return _SAID[name][0 if language == "nl" else 1].format(**parts)
