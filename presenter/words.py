"""What the presenter says, in Dutch and English. Only text: no widgets. The stage and the phones have their own, and the
console's panels keep theirs in presenter/console/words.py.

A name that ends in `.one` is the singular of the name before it.
"""

from __future__ import annotations

import unicodedata

from presenter.console import words as console

LANGUAGES = ("nl", "en")


class Phrase(str):
    """Words that were put together with each part in its own direction: they fit into a sentence as they are."""

    __slots__ = ()


class Words:
    """The sentences of one language; an unknown language reads English."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self._said = CATALOGUE[self.language]

    def say(self, name: str, /, **parts: str | int) -> Phrase:
        """The sentence of this name with its parts filled in, each in its own direction. Raises KeyError for a name
        that is not there."""
        return Phrase(
            self._said[name].format(
                **{key: isolated(part) if isinstance(part, str) else part for key, part in parts.items()}
            )
        )

    def count(self, name: str, n: int, /, **parts: str | int) -> Phrase:
        """The sentence for `n` of something, in the singular where the catalogue has one."""
        return self.say(f"{name}.one" if n == 1 and f"{name}.one" in self._said else name, n=n, **parts)

    def knows(self, name: str) -> bool:
        """True when there is a sentence of this name."""
        return name in self._said


_FIRST_STRONG, _POP = "\u2068", "\u2069"
_LEFTWARDS = frozenset(("R", "AL", "AN"))
_TURNING = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))


def isolated(text: str) -> str:
    """What somebody typed, for use inside a sentence: a name in Hebrew or Arabic keeps its own direction and does not
    turn the words and numbers around it. A text that runs to the right comes back as it is."""
    if isinstance(text, Phrase):
        return text
    directions = {unicodedata.bidirectional(character) for character in text}
    if directions & _TURNING:
        text = "".join(character for character in text if unicodedata.bidirectional(character) not in _TURNING)
    return f"{_FIRST_STRONG}{text}{_POP}" if directions & _LEFTWARDS else text


def computer_language(locale_name: str) -> str:
    """The language to begin with for a locale like `nl_NL`: Dutch where it is not English."""
    return "en" if locale_name.lower().startswith("en") else "nl"


_NL = {
    "app": "Klassikaal",
    "window.console": "Klassikaal: {lesson}",
    "window.projector": "Klassikaal: bord",
    # the top bar
    "lobby": "Voor de les",
    "number": "{n} van {m}",
    "joined": "{n} doen mee",
    "joined.one": "{n} doet mee",
    "answered": "{n} van {m} geantwoord",
    "elapsed": "Verstreken tijd",
    "address": "Adres voor de telefoons",
    "address.on": "Doe mee op",
    "address.code": "code",
    "menu": "Meer",
    # the one primary button
    "move.begin": "Begin de les",
    "move.lift": "Toon de slide",
    "move.resume": "Ga verder met de les",
    "move.ask": "Stel de vraag",
    "move.close": "Sluit de vraag",
    "move.close_and_go": "Sluit en ga verder",
    "move.reveal": "Toon het antwoord",
    "move.reveal.bars": "Toon de resultaten",
    "move.step": "Toon het volgende punt",
    "move.go": "Volgende slide",
    "move.none": "Dit was de laatste slide",
    "move.ended": "De les is afgesloten",
    "back": "Terug",
    "back.close_and_go_back": "Sluit, terug",
    # the other buttons
    "again": "Opnieuw",
    "again.round": "Stel de vraag opnieuw (nieuwe ronde)",
    "again.reopen": "Ga verder met deze ronde",
    "live": "Live",
    "live.tip": "De klas ziet de resultaten groeien",
    "timer.start": "Timer",
    "timer.running": "Pauzeer de timer, nog {left}",
    "timer.standing": "Laat de timer lopen, nog {left}",
    "timer.more": "+30 s",
    "timer.more.long": "Dertig seconden erbij",
    "timer.minutes": "{n} minuten",
    "timer.minutes.one": "{n} minuut",
    "timer.choose": "Kies hier met T hoe lang de timer loopt.",
    "timer.stop": "Timer weg",
    "timer.own": "Start de timer van deze slide",
    "timer.other.pause": "Pauzeer de timer van de andere slide",
    "timer.other.go_on": "Laat de timer van de andere slide lopen",
    "video": "Film",
    "video.play": "Speel de film af",
    "video.pause": "Zet de film stil",
    "video.browser": "Open in de browser",
    "film.rewind": "Tien seconden terug",
    "film.ahead": "Tien seconden verder",
    "film.place": "Waar de film is",
    "film.loudness": "Geluid",
    "join": "Doe mee",
    "pause": "Pauze",
    "resume": "Verder",
    "black": "Zwart",
    "slides": "Slides",
    "stop": "Stop",
    "stop.long": "Verlaat het volledige scherm",
    "slides.long": "Toon de slides op het volledige scherm",
    # the menu
    "menu.open": "Les openen …",
    "menu.end": "Les afsluiten …",
    "menu.theme": "Thema",
    "theme.light": "Licht",
    "theme.dark": "Donker",
    "theme.contrast": "Hoog contrast",
    "menu.language": "Taal",
    "language.nl": "Nederlands",
    "language.en": "English",
    "menu.swap": "Wissel de schermen",
    "menu.teacher": "Afstandsbediening op je telefoon …",
    "menu.teacher.covered": "Afstandsbediening … (eerst N: namen tonen)",
    # lines that come and go
    "problems": "{n} opmerkingen over het lesbestand",
    "problems.one": "{n} opmerking over het lesbestand",
    "problems.line": "Regel {line}: {text}",
    "problems.full": "Slide {slide} heeft te veel tekst: hij wordt te klein om achter in de klas te lezen. Verdeel hem over twee slides.",
    "problems.hide": "Verberg",
    "problems.show": "Toon",
    "server.away": (
        "De verbinding met de telefoons is even weg. Klassikaal start haar opnieuw; antwoorden blijven bewaard."
    ),
    "server.starting": "De les wordt klaargezet …",
    "server.failed": "De les kan niet verder: {reason} Alles wat binnen was, is bewaard.",
    "server.again": "Probeer opnieuw",
    "failed.port_taken": "een ander programma gebruikt dezelfde poort.",
    "failed.store": "bewaren lukt niet. Is de schijf vol?",
    "failed.lesson": "het lesbestand kan niet worden gelezen.",
    "failed.released": "de les is op een andere plek losgelaten.",
    "failed.unknown": "het deel dat met de telefoons praat stopt steeds. Meer staat in {log}.",
    "video.web": "Deze film staat op {host} en speelt niet in Klassikaal.",
    "video.broken": "Deze film speelt hier niet af. Open hem in een ander programma, of gebruik mp4 (H.264).",
    "refused.not_now": "Dat kan nu niet.",
    "refused.first": "Dit is de eerste slide.",
    "refused.last": "Dit was de laatste slide.",
    "refused.no_question": "Deze slide vraagt niets.",
    "refused.no_timer": "Er loopt geen timer.",
    "refused.unknown_slide": "Die slide is er niet.",
    "refused.unknown_option": "Dat antwoord is er niet.",
    "refused.unknown_item": "Dat antwoord is er niet meer.",
    "refused.unknown_address": "Dat adres is er niet meer.",
    "refused.unknown_participant": "Die leerling zit niet meer in de les.",
    "refused.unknown_claim": "Die telefoon wacht niet meer.",
    "refused.name_empty": "Typ een naam van letters of cijfers.",
    "refused.ended": "De les is afgesloten.",
    "refused.wrong_key": "Klassikaal wordt hier niet toegelaten. Sluit het venster en open de les opnieuw.",
    "refused.bad_message": "Dat is niet begrepen.",
    "refused.not_stored": "Bewaren lukt nu niet: is de schijf vol? De telefoons houden hun antwoorden vast. Maak ruimte, dan komen ze vanzelf binnen.",
    "refused.too_fast": "Even rustig: dat ging te snel.",
    "refused.old_page": "Klassikaal is bijgewerkt. Sluit het venster en open de les opnieuw.",
    "address.changed": "Nieuw adres: {typed}. De code op het bord is meteen aangepast.",
    # the slide grid
    "chart.donut": "Resultaten als ring. Waar een leerling meer mag kiezen blijven het staven.",
    "chart.bars": "Resultaten als staven.",
    "chart.counts": "Aantallen groot, procenten klein.",
    "chart.shares": "Procenten groot, aantallen klein.",
    "view.cloud": "Woorden als wolk.",
    "view.web": "Woorden als web.",
    "keys.title": "Alle toetsen",
    "keys.next": "verder: het volgende punt, de volgende stap, de volgende slide",
    "keys.back": "terug",
    "keys.skip": "meteen naar de volgende slide",
    "keys.number": "naar slide 7",
    "keys.grid": "alle slides",
    "keys.slides": "slides op het volledige scherm",
    "keys.leave": "het volledige scherm verlaten",
    "keys.join": "het scherm met Doe mee",
    "keys.black": "zwart scherm",
    "keys.white": "wit scherm",
    "keys.pause": "pauze voor iedereen",
    "keys.lock": "de les op slot of van slot",
    "keys.timer": "timer starten of stilzetten",
    "keys.live": "resultaten tonen of verbergen",
    "keys.chart": "resultaten als staven of als ring",
    "keys.figures": "procenten of aantallen groot",
    "keys.view": "bij een woordweb: als web of als wolk",
    "keys.repack": "bij een woordweb: alle woorden opnieuw schikken",
    "keys.names": "namen en antwoorden tonen of verbergen",
    "keys.video": "film afspelen of stilzetten",
    "keys.open": "een andere les openen",
    "keys.help": "dit overzicht",
    "number.typed": "Slide {n}: {title}   (Enter gaat erheen)",
    "number.none": "Er is geen slide {n}.",
    "grid.title": "Alle slides",
    "grid.hidden": "overgeslagen",
    "kind.text": "Tekstslide",
    "kind.quiz": "Quizvraag",
    "kind.poll": "Peiling",
    "kind.wordweb": "Woordweb",
    "kind.open": "Open vraag",
    "kind.video": "Video",
    # dialogs
    "end.title": "Les afsluiten?",
    "end.text": "Telefoons gaan uit de les. De antwoorden blijven bewaard, maar je kunt niet meer verder met deze les.",
    "end.yes": "Les afsluiten",
    "cancel": "Annuleren",
    "resume.title": "Les hervatten?",
    "resume.text": "Deze les is vandaag al begonnen en nog niet afgesloten.",
    "resume.choice": "{label}, {began}: slide {slide}, {participants} leerlingen, {answers} antwoorden",
    "resume.choice.plain": "{began}: slide {slide}, {participants} leerlingen, {answers} antwoorden",
    "resume.label": "Nieuwe klas? Typ hier haar naam (mag leeg blijven)",
    "resume.yes": "Hervatten",
    "resume.new": "Nieuwe klas",
    "open.title": "Deze les gaat niet open",
    "data.unwritable": "Klassikaal kan niet schrijven in {data}. Kies een andere map met --data.",
    "busy": "Klassikaal geeft op deze computer al een les: {lesson}. Ga naar dat venster, of sluit het eerst.",
    "ok": "Begrepen",
    "teacher.title": "Afstandsbediening",
    "teacher.text": (
        "Open dit adres op je eigen telefoon. Wie dit adres heeft, bedient de les: toon het niet op het bord."
    ),
    "copy": "Kopieer het adres",
    # no display
    "terminal.no_display": (
        "Er is geen beeldscherm, dus Klassikaal geeft de les zonder vensters; bedien hem met de afstandsbediening."
    ),
    "terminal.join": "Leerlingen doen mee op: {url}",
    "terminal.teacher": "Afstandsbediening: {url}",
    "terminal.stop": "Stop met Ctrl-C; de les blijft bewaard.",
    "terminal.stopped": "Gestopt. De les is bewaard en gaat verder als je haar opnieuw opent.",
}

_EN = {
    "app": "Klassikaal",
    "window.console": "Klassikaal: {lesson}",
    "window.projector": "Klassikaal: board",
    "lobby": "Before the lesson",
    "number": "{n} of {m}",
    "joined": "{n} joined",
    "joined.one": "{n} joined",
    "answered": "{n} of {m} answered",
    "elapsed": "Time passed",
    "address": "Address for the phones",
    "address.on": "Join at",
    "address.code": "code",
    "menu": "More",
    "move.begin": "Begin the lesson",
    "move.lift": "Show the slide",
    "move.resume": "Go on with the lesson",
    "move.ask": "Ask the question",
    "move.close": "Close the question",
    "move.close_and_go": "Close and go on",
    "move.reveal": "Show the answer",
    "move.reveal.bars": "Show the results",
    "move.step": "Show the next point",
    "move.go": "Next slide",
    "move.none": "This was the last slide",
    "move.ended": "The lesson has ended",
    "back": "Back",
    "back.close_and_go_back": "Close, back",
    "again": "Again",
    "again.round": "Ask the question again (a new round)",
    "again.reopen": "Go on with this round",
    "live": "Live",
    "live.tip": "The class sees the results grow",
    "timer.start": "Timer",
    "timer.running": "Pause the timer, {left} left",
    "timer.standing": "Let the timer run, {left} left",
    "timer.more": "+30 s",
    "timer.more.long": "Thirty seconds more",
    "timer.minutes": "{n} minutes",
    "timer.minutes.one": "{n} minute",
    "timer.choose": "Choose here with T how long the timer runs.",
    "timer.stop": "Put the timer away",
    "timer.own": "Start the timer of this slide",
    "timer.other.pause": "Pause the timer of the other slide",
    "timer.other.go_on": "Let the timer of the other slide run",
    "video": "Video",
    "video.play": "Play the video",
    "video.pause": "Pause the video",
    "video.browser": "Open in the browser",
    "film.rewind": "Ten seconds back",
    "film.ahead": "Ten seconds on",
    "film.place": "Where the film is",
    "film.loudness": "Sound",
    "join": "Join",
    "pause": "Pause",
    "resume": "Go on",
    "black": "Black",
    "slides": "Slides",
    "stop": "Stop",
    "stop.long": "Leave full screen",
    "slides.long": "Show the slides full screen",
    "menu.open": "Open a lesson …",
    "menu.end": "End the lesson …",
    "menu.theme": "Theme",
    "theme.light": "Light",
    "theme.dark": "Dark",
    "theme.contrast": "High contrast",
    "menu.language": "Language",
    "language.nl": "Nederlands",
    "language.en": "English",
    "menu.swap": "Swap the screens",
    "menu.teacher": "Remote on your phone …",
    "menu.teacher.covered": "Remote … (first N: show names)",
    "problems": "{n} remarks about the lesson file",
    "problems.one": "{n} remark about the lesson file",
    "problems.line": "Line {line}: {text}",
    "problems.full": "Slide {slide} has too much text: it becomes too small to read at the back. Spread it over two slides.",
    "problems.hide": "Hide",
    "problems.show": "Show",
    "server.away": (
        "The connection with the phones is away for a moment. Klassikaal is starting it again; answers are kept."
    ),
    "server.starting": "Getting the lesson ready …",
    "server.failed": "The lesson cannot go on: {reason} Everything that came in is kept.",
    "server.again": "Try again",
    "failed.port_taken": "another program uses the same port.",
    "failed.store": "nothing can be saved. Is the disk full?",
    "failed.lesson": "the lesson file cannot be read.",
    "failed.released": "the lesson was let go somewhere else.",
    "failed.unknown": "the part that talks to the phones keeps stopping. {log} says more.",
    "video.web": "This video is on {host} and does not play inside Klassikaal.",
    "video.broken": "This video does not play here. Open it in another program, or use mp4 (H.264).",
    "refused.not_now": "That is not possible now.",
    "refused.first": "This is the first slide.",
    "refused.last": "This was the last slide.",
    "refused.no_question": "This slide asks nothing.",
    "refused.no_timer": "No timer is running.",
    "refused.unknown_slide": "That slide is not there.",
    "refused.unknown_option": "That answer is not there.",
    "refused.unknown_item": "That answer is no longer there.",
    "refused.unknown_address": "That address is no longer there.",
    "refused.unknown_participant": "That student is no longer in the lesson.",
    "refused.unknown_claim": "That phone no longer waits.",
    "refused.name_empty": "Type a name with letters or digits.",
    "refused.ended": "The lesson has ended.",
    "refused.wrong_key": "Klassikaal is not let in here. Close the window and open the lesson again.",
    "refused.bad_message": "That was not understood.",
    "refused.not_stored": "Nothing can be saved now: is the disk full? The phones hold on to their answers. Make room, and they come in by themselves.",
    "refused.too_fast": "Not so fast, please.",
    "refused.old_page": "Klassikaal was updated. Close the window and open the lesson again.",
    "address.changed": "New address: {typed}. The code on the board has changed with it.",
    "chart.donut": "Results as a ring. Where students may choose more than one they stay bars.",
    "chart.bars": "Results as bars.",
    "chart.counts": "Counts large, percentages small.",
    "chart.shares": "Percentages large, counts small.",
    "view.cloud": "Words as a cloud.",
    "view.web": "Words as a web.",
    "keys.title": "All keys",
    "keys.next": "on: the next point, the next step, the next slide",
    "keys.back": "back",
    "keys.skip": "straight to the next slide",
    "keys.number": "to slide 7",
    "keys.grid": "all slides",
    "keys.slides": "slides on the full screen",
    "keys.leave": "leave the full screen",
    "keys.join": "the screen to join at",
    "keys.black": "black screen",
    "keys.white": "white screen",
    "keys.pause": "a break for everyone",
    "keys.lock": "lock or unlock the lesson",
    "keys.timer": "start or stop the timer",
    "keys.live": "show or hide results",
    "keys.chart": "results as bars or as a ring",
    "keys.figures": "percentages or counts large",
    "keys.view": "on a word web: as a web or as a cloud",
    "keys.repack": "on a word web: arrange all words anew",
    "keys.names": "show or hide names and answers",
    "keys.video": "play or stop the video",
    "keys.open": "open another lesson",
    "keys.help": "this sheet",
    "number.typed": "Slide {n}: {title}   (Enter goes there)",
    "number.none": "There is no slide {n}.",
    "grid.title": "All slides",
    "grid.hidden": "skipped",
    "kind.text": "Text slide",
    "kind.quiz": "Quiz question",
    "kind.poll": "Poll",
    "kind.wordweb": "Word web",
    "kind.open": "Open question",
    "kind.video": "Video",
    "end.title": "End the lesson?",
    "end.text": "Phones leave the lesson. The answers are kept, but you can no longer go on with this lesson.",
    "end.yes": "End the lesson",
    "cancel": "Cancel",
    "resume.title": "Go on with the lesson?",
    "resume.text": "This lesson was begun today and has not been ended.",
    "resume.choice": "{label}, {began}: slide {slide}, {participants} students, {answers} answers",
    "resume.choice.plain": "{began}: slide {slide}, {participants} students, {answers} answers",
    "resume.label": "A new class? Type its name here (may stay empty)",
    "resume.yes": "Go on",
    "resume.new": "A new class",
    "open.title": "This lesson does not open",
    "data.unwritable": "Klassikaal cannot write in {data}. Choose another folder with --data.",
    "busy": "Klassikaal is already giving a lesson on this computer: {lesson}. Go to that window, or close it first.",
    "ok": "OK",
    "teacher.title": "Remote",
    "teacher.text": "Open this address on your own phone. Whoever has it runs the lesson: do not show it on the board.",
    "copy": "Copy the address",
    "terminal.no_display": (
        "There is no display, so Klassikaal gives the lesson without windows; run it from the remote."
    ),
    "terminal.join": "Students join at: {url}",
    "terminal.teacher": "Remote: {url}",
    "terminal.stop": "Stop with Ctrl-C; the lesson is kept.",
    "terminal.stopped": "Stopped. The lesson is kept and goes on when you open it again.",
}

CATALOGUE = {"nl": {**_NL, **console.DUTCH}, "en": {**_EN, **console.ENGLISH}}
