"""Every state of the phone page, each with the way into it. What a test does with them stands elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from polling import wire
from polling.answers import Choice, Text, Words
from tests.scripted_phone import ScriptedPhone

State = Callable[[ScriptedPhone], None]

SHORT = ("Decibel", "Hertz", "Meter", "Seconde")
LONG = tuple(f"Het water zakt door alle zandlagen heen tot op de klei ({number})" for number in "123456")
CONTEXT = "In een duin zakt het regenwater langzaam weg tussen de korrels, en pas na jaren komt het weer boven. " * 5
LONG_QUESTION = (
    "Waar blijft het regenwater dat in de duinen valt, en waarom duurt het zo lang voordat het weer boven komt?"
)
PICTURE = "/media/0123456789abcdef0123456789abcdef.jpg"
WHY = "Een decibel is de maat voor hoe hard geluid is; met hertz meten we hoe hoog het klinkt."


def options(texts: tuple[str, ...], right: tuple[int, ...] | None = None) -> tuple[wire.OptionView, ...]:
    """Options with these texts; with `right` they are told apart."""
    return tuple(
        wire.OptionView(
            text=text,
            right=None if right is None else place in right,
            feedback="" if right is None or place else "Goed gezien.",
        )
        for place, text in enumerate(texts)
    )


def clock(left_ms: int, total_ms: int = 60_000, up: bool = False) -> wire.ClockView:
    """A clock that runs, with so much left when the phone is told (the room's time is 60,000)."""
    return wire.ClockView(total_ms=total_ms, left_ms=left_ms, ends_at=60_000 + left_ms, up=up)


def question(**changes: Any) -> wire.QuestionView:
    """A quiz that is asked."""
    asked: dict[str, Any] = {
        "slide": "s2",
        "round": 1,
        "number": 1,
        "kind": "quiz",
        "phase": "asking",
        "text": "Waarin meten we hoe hard geluid is?",
        "options": options(SHORT),
        "clock": clock(42_000),
    }
    return wire.QuestionView(**{**asked, **changes})


def asked(**changes: Any) -> State:
    """In the room while this question is at hand."""

    def state(phone: ScriptedPhone) -> None:
        phone.joins()
        phone.is_told(view="question", question=question(**changes))
        phone.page.locator("main.question").wait_for()

    return state


def answered(*chosen: int, **changes: Any) -> State:
    """As `asked`, and came back with an answer that is stored."""
    return kept(Choice(chosen), **changes)


def kept(value: Choice | Words | Text, **changes: Any) -> State:
    def state(phone: ScriptedPhone) -> None:
        phone.answers = [wire.OwnAnswer(slide="s2", round=1, revision=1, value=value)]
        asked(**changes)(phone)

    return state


def slide(**changes: Any) -> State:
    """In the room while a slide that asks nothing is on the board."""

    def state(phone: ScriptedPhone) -> None:
        phone.joins()
        phone.is_told(view="slide", **{"heading": "Hoe klinkt een vulkaan?", **changes})
        phone.page.locator("main.slide").wait_for()

    return state


def viewed(view: str) -> State:
    def state(phone: ScriptedPhone) -> None:
        phone.joins()
        phone.is_told(view=view)
        phone.page.locator(f"main.{view}").wait_for()

    return state


def refused(code: str) -> State:
    """At the door, and not let in."""

    def state(phone: ScriptedPhone) -> None:
        phone.opens()
        phone.page.locator("#name").wait_for()
        phone.refuses = code
        phone.page.locator("#name").fill("Amira")
        phone.page.locator("#name").press("Enter")
        phone.page.locator(".status.warn, main.stuck").wait_for()

    return state


def said_goodbye(reason: Any) -> State:
    def state(phone: ScriptedPhone) -> None:
        asked()(phone)
        phone.says(wire.Bye(reason=reason))
        phone.page.locator("main.away, main.stuck").wait_for()

    return state


def connecting(phone: ScriptedPhone) -> None:
    phone.is_mute = True
    phone.opens()
    phone.page.locator("main.start").wait_for()


def code(phone: ScriptedPhone) -> None:
    phone.opens("/")
    phone.page.locator("#code").wait_for()


def wrong_code(phone: ScriptedPhone) -> None:
    phone.refuses = "room_code"
    phone.opens()
    phone.page.locator("#code").wait_for()


def name(phone: ScriptedPhone) -> None:
    phone.opens()
    phone.page.locator("#name").wait_for()


def taken(phone: ScriptedPhone) -> None:
    phone.is_taken = True
    phone.joins()
    phone.page.locator("main.taken").wait_for()


def claiming(phone: ScriptedPhone) -> None:
    taken(phone)
    phone.page.locator("main.taken button").first.click()
    phone.page.locator("main.waiting").wait_for()


def back_in_lobby(phone: ScriptedPhone) -> None:
    phone.joins("Maximiliaan van Oranje"[:20])
    phone.page.reload()
    phone.page.locator("main.lobby").wait_for()


def sending(phone: ScriptedPhone) -> None:
    phone.acks = False
    asked()(phone)
    phone.page.locator("button.option").nth(1).click()
    phone.page.locator(".status.busy").wait_for()


def sent(phone: ScriptedPhone) -> None:
    asked()(phone)
    phone.page.locator("button.option").nth(1).click()
    phone.page.locator(".option.chosen .note").wait_for()


def changed(phone: ScriptedPhone) -> None:
    sent(phone)
    phone.page.locator("button.option").nth(2).click()
    phone.page.locator(".option.chosen .note").wait_for()


def unfolded(phone: ScriptedPhone) -> None:
    asked(text=LONG_QUESTION, context=CONTEXT, options=options(LONG[:4]))(phone)
    phone.page.locator("summary").click()


def repeated_word(phone: ScriptedPhone) -> None:
    kept(Words(("zee", "wind")), **WEB)(phone)
    phone.page.locator("#word").fill("Zee")
    phone.page.locator("#word").press("Enter")
    phone.page.locator(".status.warn").wait_for()


def drafted(phone: ScriptedPhone) -> None:
    asked(**OPEN)(phone)
    phone.page.locator("#text").fill("Omdat lucht trilt, en water nog veel harder. " * 4)


def too_long(phone: ScriptedPhone) -> None:
    asked(**OPEN)(phone)
    phone.page.locator("#text").fill("Omdat lucht trilt. " * 20)


def late(phone: ScriptedPhone) -> None:
    sending(phone)
    phone.says(wire.RefusedMessage(code="not_asking", slide="s2", round=1, revision=1))
    phone.page.locator(".status.warn").wait_for()


def reconnecting(phone: ScriptedPhone) -> None:
    sent(phone)
    phone.goes_away()
    phone.page.locator(".status.warn").wait_for()


def kept_offline(phone: ScriptedPhone) -> None:
    asked()(phone)
    phone.goes_away()
    phone.page.locator(".status.warn").wait_for()
    phone.page.locator("button.option").nth(1).click()
    phone.page.locator(".option.chosen .note").wait_for()


def another_lesson(phone: ScriptedPhone) -> None:
    sent(phone)
    phone.refuses = "room_code"
    phone.says(wire.Bye(reason="going"))
    phone.drops()
    phone.page.locator(".status.warn").wait_for()


WEB: dict[str, Any] = {
    "kind": "wordweb",
    "options": (),
    "max_words": 3,
    "max_characters": 30,
    "text": "Waar denk je aan bij geluid?",
    "clock": None,
}
OPEN: dict[str, Any] = {
    "kind": "open",
    "options": (),
    "max_characters": 240,
    "text": "Hoe komt geluid bij je oor?",
    "clock": None,
}
TOLD = options(SHORT, right=(0,))
SEVERAL_TOLD = options(SHORT, right=(0, 2))
REVEALED: dict[str, Any] = {"phase": "revealed", "options": TOLD, "explanation": WHY, "clock": None}
LINKS = (
    wire.LinkView(text="De kaart van de vulkanen", target="https://example.org/kaart"),
    wire.LinkView(text="", target="https://example.org/een/heel/lang/adres/dat/niet/op/de/regel/past/van/een/telefoon"),
)

STATES: dict[str, State] = {
    "connecting": connecting,
    "code": code,
    "wrong-code": wrong_code,
    "name": name,
    "name-empty": refused("name_empty"),
    "locked": refused("locked"),
    "room-full": refused("room_full"),
    "old-page": refused("old_page"),
    "taken": taken,
    "claiming": claiming,
    "lobby": viewed("lobby"),
    "back-in-lobby": back_in_lobby,
    "look-at-board": slide(),
    "no-heading": slide(heading=""),
    "shared-text": slide(text="• Ga in je groepje zitten\n• Kies een **bron**\n\n" + CONTEXT, links=LINKS),
    "timer": slide(timer=clock(185_000, 600_000)),
    "timer-soon": slide(timer=clock(8_000, 600_000), text=CONTEXT),
    "timer-over": slide(timer=clock(-42_000, 600_000)),
    "asked": asked(),
    "asked-last-seconds": asked(clock=clock(4_000)),
    "asked-long-words": asked(
        text="Hottentottententententoonstelling " * 3,
        options=options(("Hottentottententententoonstellingsdoek" * 2, "b")),
    ),
    "picture": asked(picture=PICTURE, context=CONTEXT, options=options(LONG[:4])),
    "picture-six": asked(text=LONG_QUESTION, picture=PICTURE, context=CONTEXT, options=options(LONG)),
    "several": asked(allows_several=True, options=options((*SHORT, "Watt", "Newton"))),
    "folded-text": asked(text=LONG_QUESTION, context=CONTEXT, options=options(LONG[:4])),
    "unfolded-text": unfolded,
    "sending": sending,
    "sent": sent,
    "changed": changed,
    "late": late,
    "closed": answered(1, phase="closed", clock=None),
    "closed-unanswered": asked(phase="closed", clock=None),
    "right": answered(0, **REVEALED),
    "wrong": answered(1, **REVEALED),
    "almost": answered(0, 1, **{**REVEALED, "options": SEVERAL_TOLD}, allows_several=True),
    "unanswered": asked(**REVEALED),
    "wrong-six": answered(
        1, text=LONG_QUESTION, picture=PICTURE, phase="revealed", options=options(LONG, (0,)), explanation=CONTEXT
    ),
    "poll": asked(kind="poll", options=options(("Ja", "Nee"))),
    "web": asked(**WEB),
    "web-words": kept(Words(("zee", "de donder van heel ver weg")), **WEB),
    "web-full": kept(Words(("zee", "wind", "een heel lang woord van dertig")), **WEB),
    "web-repeated": repeated_word,
    "web-closed": kept(Words(("zee",)), **WEB, phase="closed"),
    "open": asked(**OPEN),
    "open-draft": drafted,
    "open-sent": kept(Text("Omdat lucht trilt."), **OPEN),
    "open-too-long": too_long,
    "open-closed": kept(Text("Omdat lucht trilt."), **OPEN, phase="closed"),
    "pause": viewed("pause"),
    "reconnecting": reconnecting,
    "kept-offline": kept_offline,
    "another-lesson": another_lesson,
    "taken-over": said_goodbye("taken_over"),
    "removed": said_goodbye("removed"),
    "blocked": said_goodbye("blocked"),
    "ended": viewed("ended"),
}
