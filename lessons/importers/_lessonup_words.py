"""The words around the slides on a LessonUp lesson page, in Dutch, English and French. Nothing is read here."""

from __future__ import annotations

import re
from collections.abc import Mapping

LABEL = re.compile(r"(?:Slide|Dia|Diapositive) (?P<number>\d{1,4}) [-–—] (?P<kind>\S.*)", re.IGNORECASE)
FIRST_HEADER = re.compile(r"(?:Slide|Dia|Diapositive) 1 ?: \S.*", re.IGNORECASE)
COUNTER = re.compile(r"1 ?/ ?(?P<count>\d+)")
COUNTS = {
    "nl": re.compile(r"In deze les zit(?:ten)? (?P<count>\d+) slides?\b.*", re.IGNORECASE),
    "en": re.compile(r"This lesson contains (?P<count>\d+) slides?\b.*", re.IGNORECASE),
    "fr": re.compile(r"Cette leçon contient (?P<count>\d+) diapositives?\b.*", re.IGNORECASE),
}
DURATIONS = {
    "nl": re.compile(r"(?:time-icon)?\s*Lesduur is ?: ?(?P<minutes>\d+) ?min.*", re.IGNORECASE),
    "en": re.compile(r"(?:time-icon)?\s*Lesson duration is ?: ?(?P<minutes>\d+) ?min.*", re.IGNORECASE),
    "fr": re.compile(r"(?:time-icon)?\s*La durée de la leçon est ?: ?(?P<minutes>\d+) ?min.*", re.IGNORECASE),
}
STARTS = {
    "nl": re.compile(r"Onderdelen in deze les", re.IGNORECASE),
    "en": re.compile(r"Items in this lesson", re.IGNORECASE),
    "fr": re.compile(r"Éléments de cette leçon", re.IGNORECASE),
}
FILLERS = frozenset(
    {
        "deze slide heeft geen instructies",
        "this item has no instructions",
        "this slide has no instructions",
        "cet élément n'a pas d'instructions",
        "cette diapositive n'a pas d'instructions",
    }
)
NEXT = frozenset({"volgende", "next", "suivant"})

TEXT, QUIZ, WORDWEB, OPEN = "text", "quiz", "wordweb", "open"
VIDEO, POLL, DRAG, LINK = "video", "poll", "drag", "link"
KINDS: Mapping[str, str] = {
    **dict.fromkeys(("tekstslide", "slide", "diapositive", "text slide", "textslide"), TEXT),
    **dict.fromkeys(("quizvraag", "quiz", "quiz question", "question quiz"), QUIZ),
    **dict.fromkeys(("woordweb", "mind map", "mindmap", "carte mentale", "carte heuristique"), WORDWEB),
    **dict.fromkeys(("open vraag", "open question", "question ouverte"), OPEN),
    **dict.fromkeys(("video", "vidéo", "interactieve video", "interactive video", "vidéo interactive"), VIDEO),
    **dict.fromkeys(("poll", "peiling", "sondage"), POLL),
    **dict.fromkeys(("sleepvraag", "drag question", "question à glisser"), DRAG),
    **dict.fromkeys(("link", "lien"), LINK),
}
DUTCH_KINDS = frozenset({"tekstslide", "quizvraag", "woordweb", "open vraag", "sleepvraag", "interactieve video"})
FRENCH_KINDS = frozenset({"diapositive", "lien", "vidéo", "question ouverte", "sondage", "carte mentale"})

YEAR = re.compile(
    r"(?P<rest>.*?)(?:Studiejaar|Leerjaar|Groep|Klas|Jaar|Age|Grade|Year|Âge|Année)s? ?(?P<year>\d[\d, –-]*)$"
)
LEVELS = (
    "Voortgezet speciaal onderwijs",
    "Speciaal basisonderwijs",
    "Speciaal onderwijs",
    "Voortgezet onderwijs",
    "Primair onderwijs",
    "Praktijkonderwijs",
    "Middelbare school",
    "Basisschool",
    "Primary Education",
    "Secondary Education",
    "Lower Secondary (Key Stage 3)",
    "Upper Secondary (Key Stage 4)",
    "Further Education (Key Stage 5)",
    "Special Education",
    "Higher Education (degree)",
    "Higher Education (non-degree)",
    "École primaire",
    "École secondaire",
    "MBO",
    "HBO",
    "WO",
)
YES_NO = frozenset({"ja", "nee", "yes", "no", "oui", "non"})
