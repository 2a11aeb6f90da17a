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
        "plays_elsewhere": "Speelt nu op het bord",
        "fault_offline": "Deze video is nu niet te bereiken",
        "fault_no_browser": "Op deze computer spelen geen video's van het web",
        "fault_crashed": "Deze video is gestopt",
        "fault_bad_address": "Het adres van deze video klopt niet",
        "fault_unplayable": "Deze video speelt hier niet",
        "fault_gone": "Deze video is er niet meer, of hij is privé",
        "fault_forbidden": "Deze video speelt alleen op de site zelf",
        "fault_stranger": "Deze video wordt hier niet toegelaten",
        "fault_elsewhere": "Deze video speelt in de browser",
        "fault_other": "Deze video speelt hier niet",
        "fault_missing": "Het bestand van deze video ontbreekt",
        "fault_empty": "Het bestand van deze video is leeg",
        "fault_damaged": "Het bestand van deze video is beschadigd",
        "fault_cut": "Het bestand van deze video is niet compleet",
        "fault_kind": "Dit soort video speelt niet op deze computer",
        "fault_no_picture": "In het bestand van deze video zit geen beeld",
        "fault_slow": "Deze video begint niet",
        "fault_no_player": "Op deze computer spelen geen video's",
    },
    "en": {
        "join": "Join in",
        "code": "code",
        "aim": "Point your camera at the code, or type in your browser:",
        "locked": "The lesson is locked",
        "aim_locked": "Were you in already? Then you come back in here:",
        "no_address": "There is no address yet that phones can reach.",
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
        "plays_elsewhere": "Playing on the board now",
        "fault_offline": "This video cannot be reached now",
        "fault_no_browser": "No videos from the web play on this computer",
        "fault_crashed": "This video has stopped",
        "fault_bad_address": "The address of this video is not right",
        "fault_unplayable": "This video does not play here",
        "fault_gone": "This video is gone, or it is private",
        "fault_forbidden": "This video plays on its own site only",
        "fault_stranger": "This video is not allowed here",
        "fault_elsewhere": "This video plays in the browser",
        "fault_other": "This video does not play here",
        "fault_missing": "The file of this video is missing",
        "fault_empty": "The file of this video is empty",
        "fault_damaged": "The file of this video is damaged",
        "fault_cut": "The file of this video is not complete",
        "fault_kind": "This kind of video does not play on this computer",
        "fault_no_picture": "The file of this video has no pictures in it",
        "fault_slow": "This video does not begin",
        "fault_no_player": "No videos play on this computer",
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
