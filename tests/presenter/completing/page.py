"""A lesson page as a teacher copies it: 30 slides, of which 4 quiz questions, 2 videos and 1 picture are not whole."""

from __future__ import annotations

NBSP = "\u00a0"

QUIZZES = {
    4: (
        "Soms lijkt de maan licht te geven.\nWaar komt het licht van de maan vandaan?",
        "De maan zelf",
        "De zon",
        "De aarde",
        "Sterren",
    ),
    9: ("Hoe lang doet de maan over één rondje om de aarde?", "Een dag", "Een week", "Ruim 27 dagen", "Een jaar"),
    16: ("Bij welke stand zie je de maan niet?", "Nieuwe maan", "Volle maan", "Eerste kwartier"),
    24: ("Vond je dit hoofdstuk moeilijk?", "Ja", "Nee"),
}
VIDEOS = (6, 20)
PICTURES = (12,)
SLIDES = 30


def page() -> str:
    """The text of the page."""
    parts = [
        f"De maan en haar standen\n\nDe maan{NBSP}\n1 / {SLIDES}\nvolgende\nSlide 1: Tekstslide",
        "AardrijkskundeMiddelbare schoolhavoLeerjaar 2",
        f"In deze les zitten {SLIDES} slides, met interactieve quizzen, tekstslides en 2 video's.",
        "time-iconLesduur is: 50 min",
        "Onderdelen in deze les",
    ]
    for number in range(1, SLIDES + 1):
        parts += [text for text in (_text(number), f"Slide {number} - {_label(number)}") if text]
    return "\n\n".join(parts)


def _label(number: int) -> str:
    if number in QUIZZES:
        return "Quizvraag"
    if number in VIDEOS:
        return "Video"
    return {2: "Woordweb", 28: "Open vraag"}.get(number, "Tekstslide")


def _text(number: int) -> str:
    if number in VIDEOS or number in PICTURES:
        return ""
    if number in QUIZZES:
        question, *options = QUIZZES[number]
        return "\n".join([question, *(f"{letter}\n{text}" for letter, text in zip("ABCD", options, strict=False))])
    return {
        1: f"De maan{NBSP}",
        2: "Waar denk je aan bij de maan?",
        10: "Opdracht\nTeken zon, aarde en maan.\n  • Kleur de lichte kant\n  • Schrijf de stand erbij\ntimer\n10:00",
        28: "Wat zou er veranderen zonder maan?",
        30: "Tot de volgende keer\nNeem je tekening mee.",
    }.get(
        number,
        f"Stand {number}\nDe maan draait in ruim 27 dagen om de aarde.\nDaarbij zie je steeds een ander deel verlicht.",
    )
