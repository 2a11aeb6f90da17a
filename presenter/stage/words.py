"""The sentences on the stage in Dutch and English: one catalogue, nothing is painted here.

`**` around a part asks for bold. A sentence with two forms is (one, many); `count` chooses.
"""

from __future__ import annotations

_CATALOGUE: dict[str, dict[str, str | tuple[str, str]]] = {
    "nl": {
        "join": "Doe mee",
        "code": "code",
        "aim": "Richt je camera op de code, of typ in je browser:",
        "locked": "De les is op slot",
        "aim_locked": "Deed je al mee? Dan kom je hier gewoon weer binnen:",
        "no_address": "Er is nog geen adres waar telefoons bij kunnen.",
        "moved": "Scan opnieuw",
        "wifi_first": "1  Kom op de wifi",
        "wifi_then": "2  Doe mee",
        "password": "wachtwoord",
        "joined": ("**{count}** doet mee", "**{count}** doen mee"),
        "nobody": "Nog niemand doet mee",
        "answered": ("**{count}** van {expected} heeft geantwoord", "**{count}** van {expected} hebben geantwoord"),
        "of": "{part} van {whole}",
        "no_answers": "Nog geen antwoorden",
        "answers": ("antwoord", "antwoorden"),
        "hidden": "De antwoorden zijn verborgen",
        "hidden_names": "De namen zijn verborgen",
        "closed": "Deze vraag is gesloten",
        "several": "Je mag er meer kiezen",
        "why": "Waarom {letters}?",
        "and": " en ",
        "round": "ronde {number}",
        "words": ("**{count}** woord", "**{count}** woorden"),
        "pupil": "Leerling {number}",
        "pupils": ("**{count}** leerling", "**{count}** leerlingen"),
        "more": "+ {count} meer",
        "more_names": "+ {count}",
        "minutes": ("van {count} minuut", "van {count} minuten"),
        "seconds": ("van {count} seconde", "van {count} seconden"),
        "of_time": "van {time}",
        "paused": "gepauzeerd",
        "over": "te lang",
        "year": "{level} {year}",
        "pause": "Pauze",
        "pause_text": "We gaan zo verder",
        "ended": "De les is afgelopen",
        "ended_text": "Bedankt voor het meedoen",
        "picture": "Afbeelding",
        "video": "Video",
        "web_video": "Video op {host}",
        "no_video": "Deze video kan hier niet worden afgespeeld",
        "lost_video": "Het bestand van deze video ontbreekt",
    },
    "en": {
        "join": "Join in",
        "code": "code",
        "aim": "Point your camera at the code, or type in your browser:",
        "locked": "The lesson is locked",
        "aim_locked": "Were you in already? Then you come back in here:",
        "no_address": "There is no address yet that phones can reach.",
        "moved": "Scan again",
        "wifi_first": "1  Join the wifi",
        "wifi_then": "2  Join in",
        "password": "password",
        "joined": ("**{count}** has joined", "**{count}** have joined"),
        "nobody": "Nobody has joined yet",
        "answered": ("**{count}** of {expected} has answered", "**{count}** of {expected} have answered"),
        "of": "{part} of {whole}",
        "no_answers": "No answers yet",
        "answers": ("answer", "answers"),
        "hidden": "Answers are hidden",
        "hidden_names": "Names are hidden",
        "closed": "This question is closed",
        "several": "You may choose more than one",
        "why": "Why {letters}?",
        "and": " and ",
        "round": "round {number}",
        "words": ("**{count}** word", "**{count}** words"),
        "pupil": "Student {number}",
        "pupils": ("**{count}** student", "**{count}** students"),
        "more": "+ {count} more",
        "more_names": "+ {count}",
        "minutes": ("of {count} minute", "of {count} minutes"),
        "seconds": ("of {count} second", "of {count} seconds"),
        "of_time": "of {time}",
        "paused": "paused",
        "over": "over time",
        "year": "{level} {year}",
        "pause": "Break",
        "pause_text": "We will go on in a moment",
        "ended": "The lesson is over",
        "ended_text": "Thank you for joining in",
        "picture": "Picture",
        "video": "Video",
        "web_video": "Video on {host}",
        "no_video": "This video cannot be played here",
        "lost_video": "The file of this video is missing",
    },
}

LANGUAGES = tuple(_CATALOGUE)
"""The languages the stage speaks; any other is shown in English."""


def say(language: str, key: str, **parameters: object) -> str:
    """The sentence `key` in `language` (`nl`, `nl-BE`, `en`, ...), with its parameters filled in."""
    catalogue = _CATALOGUE.get(language.split("-")[0].lower(), _CATALOGUE["en"])
    sentence = catalogue[key]
    if isinstance(sentence, tuple):
        sentence = sentence[0] if parameters["count"] == 1 else sentence[1]
    return sentence.format(**parameters)


def pieces(sentence: str) -> list[tuple[str, bool]]:
    """A sentence cut at its `**`: (text, is it bold)."""
    return [(part, bool(place % 2)) for place, part in enumerate(sentence.split("**")) if part]
