"""What the connection doctor says, in Dutch and English, beside the presenter's own. Only text; no network words that a
teacher need not know, but for the text that is meant for the school's IT department.

A name that ends in a system (`.win32`, `.darwin`, `.linux`) is what is said there.
"""

from __future__ import annotations

from presenter.words import Words


class Advice(Words):
    """The sentences of the presenter and of the doctor in one language, for one system (`sys.platform`)."""

    def __init__(self, language: str, platform: str) -> None:
        super().__init__(language)
        self._said = {**self._said, **CATALOGUE[self.language]}
        self._platform = platform if platform in ("win32", "darwin") else "linux"

    def advise(self, name: str, /, **parts: str | int) -> str:
        """The sentence of this name for this system, where it differs from the one for all."""
        here = f"{name}.{self._platform}"
        return self.say(here if self.knows(here) else name, **parts)


_NL = {
    "doctor.title": "Kunnen telefoons erbij?",
    "doctor.scan": "Scan deze code met je eigen telefoon. Zet die eerst op de wifi van de leerlingen.",
    "doctor.typed": "Of typ: {typed}",
    "doctor.only_you": "Dit ziet de klas niet.",
    "doctor.close": "Sluiten",
    "doctor.copy": "Kopieer tekst voor ICT",
    "doctor.copied": "Gekopieerd. Plak het in een bericht aan je ICT-afdeling.",
    "doctor.address": "Netwerk voor de telefoons",
    "doctor.listens": "Klassikaal luistert zolang de les open is, op poort {port} van: {addresses}. Verder luistert er niets.",
    "doctor.listens_here": "Klassikaal luistert nu alleen voor deze laptop, op poort {port}. Telefoons kunnen er niet bij.",
    "doctor.world": "Dit netwerk geeft je laptop een adres van het hele internet. Sommige telefoons waarschuwen dan: “niet beveiligd”. Leerlingen kunnen op doorgaan tikken.",
    "doctor.hint": "Nog niemand is binnen.",
    "doctor.hint.test": "Test de verbinding",
    # how far somebody came
    "step.connected": "Een telefoon bereikt de laptop",
    "step.page": "De pagina komt aan",
    "step.link": "Er is verbinding",
    "step.beat": "Berichten gaan heen en weer",
    # what the teacher sees
    "phone.ask": "Lukt het niet? Wat zie je op de telefoon?",
    "phone.loads": "Hij blijft laden",
    "phone.refused": "Meteen een fout",
    "phone.other_page": "Een andere pagina",
    "phone.mobile": "4G of 5G bovenin",
    # what is wrong
    "cause.this_laptop": "Klassikaal luistert alleen voor deze laptop.",
    "cause.no_network": "Deze laptop zit op geen enkel netwerk.",
    "cause.waiting": "Nog niemand is geweest. Scan de code om te testen.",
    "cause.works": "Het werkt: telefoons kunnen meedoen.",
    "cause.detour": "Het werkt, langs een omweg. Het schoolnetwerk houdt de gewone weg tegen; telefoons gaan vanzelf de andere weg.",
    "cause.filter": "De pagina komt aan, maar de verbinding niet. Iets op het netwerk houdt haar tegen.",
    "cause.silent": "Er komt een verbinding, maar er gaat niets doorheen.",
    "cause.firewall": "De laptop houdt telefoons zelf tegen, met zijn firewall.",
    "cause.apart": "Er komt niets aan. Dit netwerk houdt telefoons en laptop waarschijnlijk uit elkaar.",
    "cause.portal": "De wifi vraagt eerst om in te loggen.",
    "cause.mobile": "De telefoon zit niet op de wifi.",
    # what helps
    "remedy.listen": "Kies in het menu Meer dat telefoons mee mogen doen, en open de les opnieuw.",
    "remedy.get_network": "Zet de laptop op de wifi van de school, of steek er een netwerkkabel in. De code past zich vanzelf aan.",
    "remedy.other_address": "Kies links een ander netwerk en scan opnieuw. Een kabel werkt vaak als de wifi niet werkt.",
    "remedy.allow": "Sta Klassikaal toe in de firewall van deze laptop. Mag je dat niet? Vraag het ICT.",
    "remedy.allow.win32": "Open Windows-beveiliging, kies Firewall, dan “Een app toestaan via firewall”, en vink Klassikaal aan. Mag je dat niet? Vraag het ICT.",
    "remedy.allow.darwin": "Open Systeeminstellingen, kies Netwerk, dan Firewall, en sta inkomende verbindingen voor Klassikaal toe.",
    "remedy.make_private": "Windows ziet dit netwerk als openbaar. Klik op het wifi-pictogram, kies Eigenschappen van dit netwerk, en zet het op Privé.",
    "remedy.cable": "Steek een netwerkkabel in de laptop en zet zijn wifi uit. De leerlingen blijven gewoon op de wifi.",
    "remedy.same_wifi": "Kijk of laptop en telefoons op dezelfde wifi zitten. Een gastnetwerk werkt meestal niet; probeer een andere wifi van de school.",
    "remedy.log_in": "Log op de telefoon eerst in op de schoolwifi. Scan daarna de code opnieuw.",
    "remedy.wifi_on": "Zet op de telefoon wifi aan en mobiele data even uit. Scan daarna de code opnieuw.",
    "remedy.other_browser": "Open de pagina in Safari of Chrome in plaats van in de app waarmee je scande.",
    "remedy.router": "Neem een eigen kleine router mee (rond 40 euro, 30 telefoons of meer). Laptop en telefoons gaan op zijn wifi; internet is niet nodig.",
    "remedy.hotspot": "Met een paar leerlingen kan de hotspot van de laptop. Hoeveel telefoons erop passen hangt af van de wifikaart, vaak rond de tien. Reken er voor een hele klas niet op.",
    "remedy.hotspot.win32": "Met een paar leerlingen kan de mobiele hotspot van Windows: er passen meestal 8 telefoons op. Reken er voor een hele klas niet op.",
    "remedy.hotspot.darwin": "Met een paar leerlingen kan Internetdeling van de Mac, als hij zelf aan een kabel zit. Apple zegt niet hoeveel telefoons erop passen. Reken er voor een hele klas niet op.",
    "remedy.ask_it": "Vraag je ICT-afdeling om hulp. Met de knop hieronder kopieer je wat zij moeten weten.",
    "remedy.go_on": "Je hoeft niets te doen.",
    # for the IT department
    "it.text": (
        "Beste ICT-collega,\n\n"
        "In de les gebruik ik Klassikaal. Telefoons van leerlingen openen een pagina op mijn laptop; er gaat niets naar internet. "
        "Dat lukt nu niet: {cause}\n\n"
        "Wat er nodig is:\n"
        "- Inkomend TCP naar mijn laptop, poort {port}, vanaf het netwerk van de leerlingen (HTTP en WebSocket op dezelfde poort).\n"
        "- Adressen van mijn laptop: {addresses}.\n"
        "- Programma: {program}\n"
        "- Client isolation (AP-isolatie, P2P blocking) uit op deze wifi, of een route tussen het netwerk van de leerlingen en dat van mijn laptop.\n"
        "- Een filter of proxy laat WebSocket (Upgrade op /ws) door naar dit adres.\n\n"
        "De poort is alleen open zolang een les open is.\n"
    ),
}

_EN = {
    "doctor.title": "Can phones reach you?",
    "doctor.scan": "Scan this code with your own phone. First put it on the students' wifi.",
    "doctor.typed": "Or type: {typed}",
    "doctor.only_you": "The class does not see this.",
    "doctor.close": "Close",
    "doctor.copy": "Copy a text for IT",
    "doctor.copied": "Copied. Paste it into a message to your IT department.",
    "doctor.address": "Network for the phones",
    "doctor.listens": "Klassikaal listens while the lesson is open, on port {port} of: {addresses}. Nothing else listens.",
    "doctor.listens_here": "Klassikaal listens for this laptop only now, on port {port}. Phones cannot reach it.",
    "doctor.world": "This network gives your laptop an address of the whole internet. Some phones then warn: “not secure”. Students can tap to go on.",
    "doctor.hint": "Nobody has come in yet.",
    "doctor.hint.test": "Test the connection",
    "step.connected": "A phone reaches the laptop",
    "step.page": "The page arrives",
    "step.link": "There is a connection",
    "step.beat": "Messages go there and back",
    "phone.ask": "No luck? What does the phone show?",
    "phone.loads": "It keeps loading",
    "phone.refused": "An error at once",
    "phone.other_page": "Another page",
    "phone.mobile": "4G or 5G at the top",
    "cause.this_laptop": "Klassikaal listens for this laptop only.",
    "cause.no_network": "This laptop is on no network.",
    "cause.waiting": "Nobody has come yet. Scan the code to test.",
    "cause.works": "It works: phones can take part.",
    "cause.detour": "It works, by a detour. The school's network blocks the usual way; phones take the other one by themselves.",
    "cause.filter": "The page arrives, but the connection does not. Something on the network blocks it.",
    "cause.silent": "There is a connection, but nothing goes through it.",
    "cause.firewall": "The laptop itself keeps phones out, with its firewall.",
    "cause.apart": "Nothing arrives. This network probably keeps phones and laptop apart.",
    "cause.portal": "The wifi wants people to log in first.",
    "cause.mobile": "The phone is not on the wifi.",
    "remedy.listen": "In the menu More, choose that phones may take part, and open the lesson again.",
    "remedy.get_network": "Put the laptop on the school's wifi, or plug in a network cable. The code follows by itself.",
    "remedy.other_address": "Choose another network at the left and scan again. A cable often works where the wifi does not.",
    "remedy.allow": "Allow Klassikaal in this laptop's firewall. Not allowed to? Ask IT.",
    "remedy.allow.win32": "Open Windows Security, choose Firewall, then “Allow an app through firewall”, and tick Klassikaal. Not allowed to? Ask IT.",
    "remedy.allow.darwin": "Open System Settings, choose Network, then Firewall, and allow incoming connections for Klassikaal.",
    "remedy.make_private": "Windows takes this network for a public one. Click the wifi icon, choose the properties of this network, and set it to Private.",
    "remedy.cable": "Plug a network cable into the laptop and turn its wifi off. The students simply stay on the wifi.",
    "remedy.same_wifi": "See whether laptop and phones are on the same wifi. A guest network seldom works; try another wifi of the school.",
    "remedy.log_in": "Log in to the school's wifi on the phone first. Then scan the code again.",
    "remedy.wifi_on": "Turn wifi on and mobile data off on the phone for a moment. Then scan the code again.",
    "remedy.other_browser": "Open the page in Safari or Chrome rather than in the app you scanned with.",
    "remedy.router": "Bring a small router of your own (about 40 euros, 30 phones or more). Laptop and phones go on its wifi; it needs no internet.",
    "remedy.hotspot": "With a few students, the laptop's own hotspot will do. How many phones fit depends on the wifi card, often about ten. Do not count on it for a whole class.",
    "remedy.hotspot.win32": "With a few students, the mobile hotspot of Windows will do: it usually takes 8 phones. Do not count on it for a whole class.",
    "remedy.hotspot.darwin": "With a few students, Internet Sharing of the Mac will do, when it is on a cable itself. Apple does not say how many phones fit. Do not count on it for a whole class.",
    "remedy.ask_it": "Ask your IT department for help. The button below copies what they need to know.",
    "remedy.go_on": "There is nothing you need to do.",
    "it.text": (
        "Dear colleague,\n\n"
        "In my lessons I use Klassikaal. Students' phones open a page on my laptop; nothing goes to the internet. "
        "It does not work now: {cause}\n\n"
        "What it needs:\n"
        "- Incoming TCP to my laptop, port {port}, from the students' network (HTTP and WebSocket on the same port).\n"
        "- Addresses of my laptop: {addresses}.\n"
        "- Program: {program}\n"
        "- Client isolation (AP isolation, P2P blocking) off on this wifi, or a route between the students' network and my laptop's.\n"
        "- A filter or proxy lets WebSocket (Upgrade at /ws) through to this address.\n\n"
        "The port is open only while a lesson is open.\n"
    ),
}

CATALOGUE = {"nl": _NL, "en": _EN}
