"""What `python -m polling` says to a person before a lesson runs, in Dutch and English. Only text."""

from __future__ import annotations

import locale

_NL = {
    "synchronised": "In de map {folder} kan geen les bewaard worden: {service} houdt haar gelijk met andere computers, en "
    "kan zo antwoorden beschadigen die net binnenkomen. Kies met --data een map die alleen op deze computer staat.",
    "network": "In de map {folder} kan geen les bewaard worden: ze staat op een netwerk ({service}), en als dat even "
    "wegvalt gaan antwoorden verloren. Kies met --data een map op de schijf van deze computer.",
    "unreadable": "De les in {file} kan niet meer gelezen worden. Het bestand blijft zoals het is.",
}
_EN = {
    "synchronised": "No lesson can be kept in the folder {folder}: {service} keeps it the same on other computers, and "
    "may damage answers that are just coming in. Choose a folder that is only on this computer, with --data.",
    "network": "No lesson can be kept in the folder {folder}: it is on a network ({service}), and when that is away for "
    "a moment, answers are lost. Choose a folder on this computer's own disk, with --data.",
    "unreadable": "The lesson in {file} cannot be read any more. The file stays as it is.",
}
CATALOGUE = {"nl": _NL, "en": _EN}


def say(name: str, language: str, **parts: str) -> str:
    """The sentence of this name, in Dutch ("nl") or, for any other language, in English."""
    return CATALOGUE["nl" if language == "nl" else "en"][name].format(**parts)


def computer_language(locale_name: str | None = None) -> str:
    """The language to begin with for a locale like `nl_NL` (this computer's, when none is named): "nl" where it is
    Dutch or names no language (C, POSIX), else "en"."""
    name = (locale_name or locale.getlocale()[0] or "c").lower()
    return "nl" if name.startswith(("nl", "dutch")) or name in ("c", "posix") else "en"
