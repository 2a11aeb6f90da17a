"""The sentences for problems with lessons, in Dutch and English. Words only: nothing is decided here."""

from __future__ import annotations

from collections.abc import Mapping

CATALOGUE: Mapping[str, tuple[str, str]] = {
    # The text as a whole.
    "not_utf8": (
        "Dit bestand is niet als UTF-8 opgeslagen; het is gelezen als {encoding}. Kijk of letters als é en ï kloppen.",
        "This file was not saved as UTF-8; it was read as {encoding}. Check that letters such as é and ï are right.",
    ),
    "no_slides": ("Deze les heeft nog geen slides.", "This lesson has no slides yet."),
    "newer_format": (
        "Deze les is gemaakt met een nieuwere versie ({version}). Je kunt hem geven, maar niet opslaan.",
        "This lesson was made with a newer version ({version}). You can give it, but not save it.",
    ),
    "front_not_closed": (
        "Het blok met gegevens bovenaan is niet afgesloten: zet een regel met --- onder de laatste regel ervan.",
        "The block of details at the top is not closed: put a line with --- below its last line.",
    ),
    "front_bad_value": (
        "“{value}” past niet bij {key}. Verwacht: {expected_nl}.",
        "“{value}” does not fit {key}. Expected: {expected_en}.",
    ),
    "front_bad_line": (
        "Deze regel bovenaan is geen “naam: waarde” en wordt overgeslagen: {text}",
        "This line at the top is not “name: value” and is skipped: {text}",
    ),
    "front_twice": ("{key} staat er twee keer; de laatste telt.", "{key} is given twice; the last one counts."),
    "front_misspelt": (
        "Onbekend gegeven {key}. Bedoelde je {suggestion}?",
        "Unknown detail {key}. Did you mean {suggestion}?",
    ),
    # Settings and notes.
    "setting_misspelt": (
        "Onbekende instelling `{key}`. Bedoelde je `{suggestion}`?",
        "Unknown setting `{key}`: did you mean `{suggestion}`?",
    ),
    "setting_unknown": ("De instelling `{key}` bestaat niet.", "There is no setting `{key}`."),
    "setting_bad_value": (
        "“{value}” past niet bij `{key}`. Verwacht: {expected_nl}.",
        "“{value}” does not fit `{key}`. Expected: {expected_en}.",
    ),
    "setting_not_here": (
        "De instelling `{key}` doet niets op een slide van de soort {kind_nl}.",
        "The setting `{key}` does nothing on a slide of the kind {kind}.",
    ),
    "settings_are_notes": (
        "Dit lijken instellingen, maar ze worden als notities gelezen, omdat niet elke regel een instelling is.",
        "These look like settings, but are read as notes, because not every line is a setting.",
    ),
    "comment_not_closed": (
        "Hier begint een opmerking (<!--) die nergens eindigt. Zet --> waar zij ophoudt.",
        "A comment (<!--) begins here and never ends. Put --> where it stops.",
    ),
    "fence_not_closed": (
        "Hier begint een codeblok ({mark}) dat nergens eindigt.",
        "A code block ({mark}) begins here and never ends.",
    ),
    # Questions.
    "no_right_option": (
        "Kies het goede antwoord: zet [x] voor het antwoord dat klopt.",
        "Choose the right answer: put [x] in front of the one that is right.",
    ),
    "too_few_options": (
        "Deze vraag heeft minder dan 2 antwoorden om uit te kiezen ({count}).",
        "This question has fewer than 2 answers to choose from ({count}).",
    ),
    "too_many_options": (
        "Deze vraag heeft {count} antwoorden; er passen er 6 op het bord en op een telefoon.",
        "This question has {count} answers; 6 fit on the board and on a phone.",
    ),
    "empty_option": ("Antwoord {letter} is leeg.", "Answer {letter} is empty."),
    "no_question": ("Deze slide stelt een vraag, maar er staat geen vraag.", "This slide asks, but holds no question."),
    "duplicate_id": (
        "Deze slide heeft hetzelfde kenmerk ({id}) als slide {other}.",
        "This slide has the same id ({id}) as slide {other}.",
    ),
    # Maths.
    "maths_unreadable": (
        "Deze formule klopt niet en staat als tekst op het bord: {formula}. Kijk of alle haakjes gesloten zijn; een dollarteken dat geen formule is schrijf je als \\$.",
        "This formula is not right and is on the board as text: {formula}. Check that all brackets are closed; write a dollar sign that is no formula as \\$.",
    ),
    "maths_unknown": (
        "In deze formule staat {command}, en dat bestaat hier niet. Zij staat als tekst op het bord: {formula}",
        "This formula holds {command}, which does not exist here. It is on the board as text: {formula}",
    ),
    # Pictures and videos.
    "media_missing": ("Het bestand {target} ontbreekt.", "The file {target} is missing."),
    "media_outside": (
        "{target} ligt buiten de les. Zet het bestand in de map media en schrijf media/naam.",
        "{target} is outside the lesson. Put the file into the folder media and write media/name.",
    ),
    "media_unsafe": (
        "{target} wordt niet geopend: gebruik een bestand in de map media of een adres dat met https:// begint.",
        "{target} is not opened: use a file in the folder media or an address that starts with https://.",
    ),
    "media_space": (
        "Er staat een spatie in {target}. Zet er < en > omheen: ![tekst](<{target}>).",
        "There is a space in {target}. Put < and > around it: ![text](<{target}>).",
    ),
    "video_does_not_play": (
        "Een video van het type {suffix} speelt hier niet af. Maak er een mp4 (H.264) of webm van.",
        "A video of the type {suffix} does not play here. Turn it into an mp4 (H.264) or webm.",
    ),
    "picture_does_not_show": (
        "Een bestand van het type {suffix} wordt niet getoond. Maak er een png of jpg van.",
        "A file of the type {suffix} is not shown. Turn it into a png or jpg.",
    ),
    "no_video": ("Er staat nog geen video op deze slide.", "There is no video on this slide yet."),
    # Lessons from elsewhere: what is still to be completed.
    "import_count": (
        "De pagina noemt {announced} slides; het zijn er {found}. Is alles meegekopieerd?",
        "The page speaks of {announced} slides; there are {found}. Was all of it copied?",
    ),
    "import_kind": (
        "“{label}” bestaat hier niet; het is een tekstslide geworden.",
        "“{label}” does not exist here; it has become a text slide.",
    ),
    "import_picture": (
        "Op deze slide stond alleen een plaatje. Zet het er zelf op.",
        "This slide held only a picture. Put it in yourself.",
    ),
    "import_video": (
        "De video ontbreekt: plak het adres of kies een bestand.",
        "The video is missing: paste its address or choose a file.",
    ),
    "import_link": ("De link ontbreekt: plak het adres.", "The link is missing: paste its address."),
    "import_yes_no": (
        "Kies het goede antwoord, of maak er een peiling van: er kan alleen ja of nee worden gekozen.",
        "Choose the right answer, or make it a poll: only yes or no can be chosen.",
    ),
    "import_poll": (
        "Kijk of de vraag en de antwoorden van deze peiling kloppen.",
        "Check the question and the answers of this poll.",
    ),
    "import_notes_guess": (
        "De eerste regel is als notitie gelezen. Kijk of dat klopt.",
        "The first line was read as a note. Check that this is right.",
    ),
    "import_rest": (
        "Onder de laatste slide stond nog tekst; die is niet meegenomen ({count}).",
        "There was more text below the last slide; it was left out ({count}).",
    ),
    # Files that are not opened.
    "file_missing": (
        "{path} is er niet (meer). Kijk of de naam klopt en of de schijf of USB-stick is aangesloten.",
        "{path} is not there (any more). Check the name, and whether the disk or USB stick is plugged in.",
    ),
    "file_unknown": (
        "{name} is geen les. Open een .lesson, een .md of een map met lesson.md erin.",
        "{name} is not a lesson. Open a .lesson, an .md or a folder with lesson.md in it.",
    ),
    "file_unreadable": ("{name} kan niet worden gelezen: {reason}", "{name} cannot be read: {reason}"),
    "file_too_large": (
        "{name} is te groot om te openen (meer dan {limit}).",
        "{name} is too large to open (over {limit}).",
    ),
    "json_unreadable": (
        "Dit JSON-bestand is geen les: {reason}",
        "This JSON file is not a lesson: {reason}",
    ),
    "file_unwritable": ("{name} kan niet worden opgeslagen: {reason}", "{name} cannot be saved: {reason}"),
    # Archives that are refused.
    "archive_broken": (
        "{name} is beschadigd of geen .lesson-bestand. Vraag het opnieuw op.",
        "{name} is damaged or not a .lesson file. Ask for it again.",
    ),
    "archive_encrypted": (
        "{name} is met een wachtwoord beveiligd. Sla het op zonder wachtwoord.",
        "{name} is protected by a password. Save it without one.",
    ),
    "archive_unsafe_name": (
        "{name} is niet geopend: de bestandsnaam {entry} erin kan buiten de les terechtkomen.",
        "{name} was not opened: the file name {entry} inside it could end up outside the lesson.",
    ),
    "archive_same_names": (
        "{name} is niet geopend: {entry} komt er twee keer in voor.",
        "{name} was not opened: {entry} is in it twice.",
    ),
    "archive_link": (
        "{name} is niet geopend: {entry} erin is een verwijzing en geen bestand.",
        "{name} was not opened: {entry} inside it is a link and not a file.",
    ),
    "archive_compression": (
        "{name} is niet geopend: {entry} is ingepakt op een manier die niet wordt gelezen.",
        "{name} was not opened: {entry} is packed in a way that is not read.",
    ),
    "archive_nested": (
        "{name} is niet geopend: er zit nog een ingepakt bestand in ({entry}).",
        "{name} was not opened: there is another archive inside it ({entry}).",
    ),
    "archive_bomb": (
        "{name} is niet geopend: {entry} wordt bij het uitpakken verdacht groot.",
        "{name} was not opened: {entry} grows suspiciously large when unpacked.",
    ),
    "archive_too_many": (
        "{name} is niet geopend: er zitten meer dan {limit} bestanden in.",
        "{name} was not opened: there are more than {limit} files in it.",
    ),
    "archive_too_large": (
        "{name} is te groot om te openen: uitgepakt meer dan {limit}.",
        "{name} is too large to open: over {limit} when unpacked.",
    ),
    # Unsaved work of an earlier time.
    "autosave_kept": (
        "Niet-opgeslagen wijzigingen van de vorige keer in {name} zijn teruggehaald. Sla de les op om ze te bewaren.",
        "Unsaved changes to {name} from last time were brought back. Save the lesson to keep them.",
    ),
    "autosave_aside": (
        "{name} is intussen vervangen. Je niet-opgeslagen wijzigingen van de vorige keer staan in {folder}.",
        "{name} was replaced in the meantime. Your unsaved changes from last time are in {folder}.",
    ),
    "no_lesson_inside": ("In {name} staat geen lesson.md.", "There is no lesson.md in {name}."),
}


def fill(code: str, parameters: Mapping[str, str | int], language: str) -> str:
    """The sentence of a code with its parameters filled in."""
    dutch, english = CATALOGUE[code]
    return (dutch if language == "nl" else english).format(**parameters)
