"""What the gallery shows: slides as a teacher writes them, and what a class says. Texts only."""

from __future__ import annotations

_LONG = (
    "In de zomer van 1976 viel er in Nederland maandenlang bijna geen regen. Boeren zagen hun gewassen verdorren, "
    "rivieren stonden zo laag dat schepen niet meer konden varen, en op de Veluwe braken grote branden uit. "
    "Waterleidingbedrijven vroegen iedereen om minder te sproeien en korter te douchen."
)
SCHOOL = "#7A1F5C #F2B600"
"""The colours of a school."""
_WORD = "Hottentottententententoonstellingsterreinbewakingsdienst"
_ARABIC = "أين يذهب المطر؟"
_HEBREW = "לאן הולך הגשם?"
_OPTIONS = ["Oppervlaktewater", "Grondwater", "Regenwater", "Leidingwater", "Zeewater", "Rivierwater"]


def _quiz(title: str, options: list[str], *right: int, body: str = "", settings: str = "") -> str:
    listed = "\n".join(f"- [{'x' if place in right else ' '}] {text}" for place, text in enumerate(options))
    return "\n\n".join(part for part in (settings, body, f"# {title}", listed) if part)


SLIDES: dict[str, str] = {
    "title short": "# Regen",
    "title usual": "# Waar blijft de regen?\n\nDe **waterkringloop**: van zee naar kraan",
    "title lying": "# Waar blijft de regen?\n\n![Zee](media/lying.png)",
    "title standing": "# Waar blijft de regen in een jaar zonder winter?\n\n![Zee](media/standing.png)",
    "title extreme": "# De waterkringloop en alles wat daarmee samenhangt in Nederland en de rest van de wereld, deel 2",
    "title rtl": f"# {_ARABIC}\n\nدورة الماء",
    "text short": "# Vandaag\n\nWe maken een kaart.",
    "text bullets": "# Waar blijft de regen?\n\nElke druppel maakt een **rondreis**:\n\n- verdampt boven zee\n"
    "- valt als neerslag op het land\n- stroomt terug ([kaart](https://example.org/kaart))",
    "text nested": "# Lijsten\n\n1. Eerst\n   - zee\n   - wolk\n     - hoge wolk\n2. Dan\n   1. land\n   2. rivier\n\n"
    "a. letter\nb. nog een",
    "text terms": "# Begrippen\n\n- Verdamping: water wordt damp\n- Condensatie: damp wordt water\n- Neerslag: regen of sneeuw",
    "text seven": "# Zeven\n\n"
    + "\n".join(f"- punt {word}" for word in ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht"]),
    "text table": "# Tabel\n\n| Soort | Waar | Deel |\n|---|---|---|\n| Zout | zee | 97 % |\n| Zoet | ijs en **grond** | 3 % |",
    "text quote": "# Citaat\n\n> Water is de drijvende kracht van alle natuur.\n\nLeonardo da Vinci",
    "text code": "# Code\n\nEen lus met `for`:\n\n```python\nfor wolk in wolken:\n    print(wolk.regen())\n```",
    "text maths": "# De wortelformule van $ax^2+bx+c=0$\n\nIs de discriminant $D=b^2-4ac$ groter dan $0$, dan zijn er twee oplossingen:\n\n"
    "$$x_{1,2}=\\frac{-b\\pm\\sqrt{b^2-4ac}}{2a}$$\n\n- bij $D=0$ is er **één**: $x=-\\frac{b}{2a}$\n- een som: $\\sum_{i=1}^n i=\\frac{1}{2}n(n+1)$\n- kost $5 en $6",
    "text maths many": "# Formules\n\n$\\vec{v}=\\begin{pmatrix}1\\\\2\\end{pmatrix}$\n\n| naam | formule |\n|---|---|\n| omtrek | $2\\pi r$ |\n| inhoud | $\\frac{4}{3}\\pi r^3$ |\n\n"
    "> $\\mathrm{H_2O}$ smelt bij $0^\\circ$; `$x$` blijft staan.\n\n1. $\\int_0^1 x\\,dx=\\tfrac12$\n2. $\\lim_{x\\to 0} f(x)$ met $f(x)=\\begin{cases}x & x>0\\\\ -x & x\\le 0\\end{cases}$",
    "text maths broken": "# Formule $\\frac{1$\n\nHier is $\\wortel{2}$ niet bekend.\n\n$$x^$$",
    "text maths rtl": f"# {_ARABIC} $x^2$\n\nالماء $\\frac{{a}}{{b}}$ مطر\n\n- بحر $y_1$ أرض",
    "text emoji": "# Weer ☀️\n\n- zon 🌞 en regen 🌧️\n- wind 💨\n- 🇳🇱 en 👩‍🏫",
    "text rtl": f"# {_HEBREW}\n\n- ים\n- ענן גבוה\n- אדמה\n\n1. אחת\n2. שתיים\n\n> ציטוט קצר",
    "text rtl table": "# جدول\n\n| النوع | المكان |\n|---|---|\n| مالح | البحر |\n| عذب | الأرض |",
    "text extreme": f"# Een opdracht met een lange titel die over meer dan een regel loopt\n\n{_LONG}\n\n{_LONG}\n\n"
    "1. Teken de kringloop met vier pijlen.\n2. Schrijf bij elke pijl wat er gebeurt.\n3. Vergelijk met je buur.",
    "text full": f"# Een opdracht met meer tekst dan op een bord past\n\n{_LONG} {_LONG}\n\n{_LONG} {_LONG}\n\nLet op:\n\n"
    + "\n".join(f"{number}. {_LONG[:190]}" for number in range(1, 9)),
    "text full steps": "<!-- steps: yes -->\n\n# Stap voor stap\n\n" + "\n".join(f"- {_LONG[:300]}" for _ in range(9)),
    "text full columns": f"<!-- layout: columns -->\n\n# Bron\n\n{_LONG * 2}\n\n{_LONG * 2}\n\n{_LONG * 2}\n\n{_LONG * 2}",
    "text full table": "# Tabel\n\n| stad | regen | wat opvalt |\n|---|---|---|\n"
    + "\n".join(f"| plaats {n} | {n * 40} mm | {_LONG[:60]} |" for n in range(1, 25)),
    "text full picture": f"# Wolk\n\n{_LONG} {_LONG}\n\n{_LONG} {_LONG}\n\n{_LONG}\n\n![Wolk](media/lying.png)",
    "text word": f"# {_WORD}\n\n- {_WORD}\n- https://example.org/een/heel/lang/adres/dat/niet/past?zoek=regen&taal=nl",
    "text heading": "# Deel twee: de rivier",
    "text own timer": "<!-- timer: 10:00 -->\n\n# Opdracht\n\n1. Teken de kringloop.\n2. Schrijf wat er gebeurt.",
    "text dense timer": f"<!-- timer: 10:00 -->\n\n# Opdracht\n\n{_LONG}\n\n1. Teken.\n2. Schrijf.\n3. Vergelijk.",
    "text picture": "# Wolk\n\nKijk naar de wolk:\n\n- hoog\n- wit\n\n![Wolk](media/lying.png)",
    "text standing": f"# Wolk\n\n{_LONG}\n\n![Wolk](media/standing.png)",
    "text two pictures": "# Twee\n\nVergelijk.\n\n![a](media/square.png)\n\n![b](media/lying.png)",
    "text picture rtl": f"# {_ARABIC}\n\n- سحابة\n- مطر\n\n![Wolk](media/square.png)",
    "text no picture": "# Weg\n\nDe plaat is er niet.\n\n![Kaart van de rivier](media/gone.png)",
    "columns": "<!-- layout: columns -->\n\n# Zout en zoet\n\n## Zout\n\n- zee\n- meer\n\n## Zoet\n\n- rivier\n- ijs",
    "columns rule": f"<!-- layout: columns -->\n\n# Twee teksten\n\n{_LONG}\n\n***\n\n- kort",
    "picture titled": "# De kringloop\n\n![Kringloop](media/wide.png)",
    "picture wide": "![Kringloop](media/wide.png)",
    "picture square": "![Kringloop](media/square.png)",
    "quiz two": _quiz("Is regen zoet?", ["Ja", "Nee"], 0),
    "quiz three": _quiz("Hoe heet water in de grond?", _OPTIONS[:3], 1),
    "quiz four": _quiz("Hoe heet water dat tussen zandkorrels in de grond zit?", _OPTIONS[:4], 1)
    + "\n\n> Het zakt door.",
    "quiz five": _quiz("Hoe heet water in de grond?", _OPTIONS[:5], 1),
    "quiz six": _quiz("Hoe heet water in de grond?", _OPTIONS, 1),
    "quiz several": _quiz("Welke zijn zoet?", _OPTIONS[:4], 1, 2),
    "quiz context": _quiz("Wat was het gevolg voor schepen?", _OPTIONS[:4], 1, body=_LONG),
    "quiz picture": _quiz("Wat zie je?", _OPTIONS[:4], 1, body="![Zee](media/lying.png)"),
    "quiz pictures": _quiz("Welke?", [f"Plaat {n} ![p](media/square.png)" for n in (1, 2, 3, 4)], 1),
    "quiz extreme": _quiz(
        "Welke van de volgende uitspraken over de waterkringloop in een warmer klimaat past het best bij de bron?",
        [f"{_LONG[:110]} ({letter})" for letter in "abcdef"],
        1,
    ),
    "quiz maths": _quiz(
        "Wat is de afgeleide van $f(x)=\\frac{1}{x^2}$?",
        ["$-\\frac{2}{x^3}$", "$\\frac{2}{x}$", "$-2x^{-1}$", "$\\sqrt{x^3}$"],
        0,
    )
    + "\n\n> Want $\\frac{1}{x^2}=x^{-2}$, en dus is $f'(x)=-2x^{-3}$.",
    "quiz word": _quiz(_WORD, [_WORD, "kort"], 1),
    "quiz rtl": _quiz(_ARABIC, ["ماء جوفي", "ماء المطر", "ماء البحر"], 0) + "\n\n> لأن الماء يتسرب",
    "poll": _quiz("Heb jij thuis een regenton?", ["Ja", "Nee", "Weet ik niet"]),
    "web": "<!-- kind: wordweb -->\n\n# Waar gebruik je water voor?",
    "web centre": "<!-- kind: wordweb\n     centre: Water -->\n\n# Waar gebruik je op een dag water voor?",
    "web extreme": f"<!-- kind: wordweb -->\n\n# {_LONG[:130]}",
    "open": "<!-- kind: open -->\n\n# Wat verandert er als het een jaar niet regent?\n\nEen zin is genoeg.",
    "open context": f"<!-- kind: open -->\n\n# Wat zou jij doen?\n\n{_LONG}",
    "open picture": "<!-- kind: open -->\n\n# Wat zie je?\n\n![Zee](media/standing.png)",
    "open maths": "<!-- kind: open -->\n\n# Hoe los je $x^2-5x+6=0$ op?\n\nTip: $(x-2)(x-3)$.",
    "web maths": "<!-- kind: wordweb -->\n\n# Waar denk je aan bij $E=mc^2$?",
    "open rtl": f"<!-- kind: open -->\n\n# {_HEBREW}",
    "video": "# Rondleiding\n\n![Rondleiding](media/film.mp4)",
    "video web": "# Van wolk tot rivier\n\nLet op de wolk.\n\n![Korte film](https://youtu.be/abc?t=15)",
}

WORDS = (
    ("douchen", 14), ("drinken", 11), ("koken", 7), ("wassen", 5), ("planten", 3), ("zwemmen", 3), ("thee", 2),
    ("de wc", 2), ("tanden poetsen", 1), ("schoonmaken", 1), ("ijsblokjes", 1), ("hond", 1),
)  # fmt: skip
MANY_WORDS = tuple((f"{word} {number}", 1 + number % 5) for number, (word, _) in enumerate(WORDS * 6))
RTL_WORDS = (("ماء", 5), ("مطر", 4), ("بحر", 2), ("שתייה", 3), ("🌧️", 2), ("rain", 1))
OPEN_ANSWERS = (
    "Dan verdorren de planten.",
    "De rivier staat laag en de boten varen niet meer 🚢",
    "Alles wordt duurder, want boeren oogsten minder en moeten water kopen.",
    "لا ماء",
    "Niks",
    "Dan moeten we korter douchen, en de tuin mag niet meer worden gesproeid. Ook het zwembad gaat dicht.",
    "Brand op de hei!",
)
CLASS = tuple(
    f"{name}{'' if turn == 0 else turn + 1}"
    for turn in range(2)
    for name in [
        "Ana",
        "Bo",
        "Chaima",
        "Daan",
        "Emma",
        "Finn",
        "Gijs",
        "Hanna",
        "Isa",
        "Jens",
        "Kim",
        "Liam",
        "Mees",
        "Noor",
        "Olaf",
        "Puk",
        "Quinten",
        "Roos",
    ]
)
