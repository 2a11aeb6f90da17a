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
        "Slide {slide} heeft te veel tekst: hij wordt te klein om achter in de klas te lezen. Verdeel hem over twee slides.",
        "Slide {slide} has too much text: it becomes too small to read at the back. Spread it over two slides.",
    ),
}


def say(language: str, name: str, /, **parts: str | int) -> str:
    """The sentence of this name, in Dutch ("nl") or English."""
    return _SAID[name][0 if language == "nl" else 1].format(**parts)
