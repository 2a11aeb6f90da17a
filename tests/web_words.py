"""The words of a class, as they come: a list of Dutch words about water, the best known first, and how a class sends
them. No chance in it: the same class sends the same words."""

from __future__ import annotations

from collections.abc import Iterator

from presenter.stage.webmap import Word

DUTCH = tuple(
    "regen drinken zwemmen zee douchen wassen koken schoonmaken planten vissen boot rivier ijs sloot sneeuw "
    "golven strand afwassen tanden|poetsen thee kraan badkamer zwembad wolken dijk polder dorst waterfles "
    "plassen wc vis tuin|sproeien schaatsen douche bad oceaan meer kanaal duiken surfen zeilen varen schip "
    "haven sluis overstroming grondwater drinkwater|zuivering regenboog waterval stoom mist damp verdamping "
    "condensatie neerslag kringloop wasmachine vaatwasser koeling kerncentrale waterkracht|centrale turbine "
    "energie molen gemaal waterschap dijkdoorbraak Deltawerken Watersnoodramp|1953 eb vloed getij maan kust "
    "duinen zout zoet brak gletsjer noordpool smelten klimaat zeespiegel droogte woestijn oase put pomp emmer "
    "gieter slang brandweer blussen ijsklontjes limonade soep koffie spaghetti|koken aquarium goudvis kikker "
    "eend zwaan reiger otter bever zeehond walvis haai dolfijn kwal krab garnalen mossels schelp koraal "
    "zeewier algen plankton vijver fontein kraanwater bronwater mineraalwater prik bubbels drup druppel plas "
    "modder hagel ijzel dauw rijp onweer storm orkaan tsunami wervelstorm paraplu laarzen regenjas regenton "
    "dakgoot riool afvoer lekkage loodgieter leiding buis watertoren watermeter hoogheemraadschap|Rijnland "
    "zuivering bacteriën filter chloor zeep shampoo handen|wassen scheepvaart lading container brug tunnel "
    "veerpont kano kajak roeien vlot reddingsboei zwemdiploma badeend waterpistool glijbaan ballon sproeier "
    "kas tomaten rijst landbouw irrigatie stuwdam stuwmeer reservoir vat|vol moeras veen kwelder wad rif atol "
    "eiland kaap fjord lagune delta monding bron beek".replace(" ", ",")
    .replace("|", " ")
    .split(",")
)
MIXED = (
    "🌊", "ماء", "zwemmen 🏊", "بحر", "waterkrachtcentrale", "H₂O", "نهر", "ijs ❄️", "arbeidsongeschiktheids", "مطر",
    "café", "hoogheemraadschappen", "شلال", "🐟🐟🐟", "bergbeek", "سمك", "Überschwemmung", "❤️", "سفينة كبيرة", "zee",
)  # fmt: skip
"""Emoji, long compounds and Arabic."""


def said(students: int = 30, each: int = 3) -> list[str]:
    """What such a class sends, in the order in which it comes: what is well known is said by many."""
    found: list[str] = []
    state = 12345
    for _ in range(each):
        for _ in range(students):
            state = (state * 1103515245 + 12345) % 2**31
            share = state / 2**31
            found.append(DUTCH[int(share**2.2 * len(DUTCH) * 0.75)])
    return found


def growing(words: list[str], batch: int = 1) -> Iterator[tuple[Word, ...]]:
    """The words on the board each time so many more have come, in the order in which they first came."""
    counts: dict[str, int] = {}
    for number, word in enumerate(words, 1):
        counts[word] = counts.get(word, 0) + 1
        if number % batch == 0 or number == len(words):
            yield tuple(Word(each, each, count) for each, count in counts.items())


def all_of(words: tuple[str, ...]) -> list[str]:
    """Every word once, and every seventh some more times."""
    return [*words, *(word for number, word in enumerate(words) if number % 7 == 0 for _ in range(1 + number % 4))]
