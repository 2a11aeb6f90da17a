"""The line that asks whose phone it is: one claim of a seat after the other, answered with yes or no."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from polling.wire import ClaimView, JudgeClaim, RosterPart
from presenter.console.parts import KeyButton, PlainLabel
from presenter.console.person_rows import named
from presenter.console.style import SMALL_CONTROL_PX
from presenter.words import Words

FRESH_MS = 500
"""A claim that has just come takes no click yet: the hand may have meant the one before it."""


class ClaimLine(QFrame):
    """Asks about the first claim; the line is gone when none waits, whoever judged the last."""

    judged = Signal(object)
    """Carries a JudgeClaim."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "warning")
        self._claim = ""
        self._all: tuple[str, ...] = ()
        """The claims of those who are not here themselves."""
        self.text = PlainLabel()
        self.text.setWordWrap(True)
        self.yes, self.all, self.no = (KeyButton(height_px=SMALL_CONTROL_PX) for _ in range(3))
        self.yes.clicked.connect(self.on_yes)
        self.all.clicked.connect(self.on_all)
        self.no.clicked.connect(self.on_no)
        self._fresh = QTimer(self, singleShot=True, interval=FRESH_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 16, 6)
        row.addWidget(self.text, 1)
        row.addWidget(self.yes)
        row.addWidget(self.all)
        row.addWidget(self.no)
        self.hide()

    @property
    def is_fresh(self) -> bool:
        """True while clicks are not taken yet."""
        return self._fresh.isActive()

    def show_claims(self, roster: RosterPart | None, words: Words, why_not: str) -> None:
        """Ask about the first of the claims. Where `why_not` (a sentence's name) says that names may not be seen, only
        say that somebody waits."""
        claims = () if roster is None else roster.claims
        if roster is None or not claims:
            self._claim = ""
            self.hide()
            return
        self.yes.setVisible(not why_not)
        self.no.setVisible(not why_not)
        absent = [each.id for each in claims if (person := roster.of(each.participant)) and not person.is_here]
        self._all = () if why_not or len(absent) < 2 else tuple(absent)
        self.all.say(words.say("claim.all", n=len(self._all)), words.say("claim.all.long", n=len(self._all)))
        self.all.setVisible(bool(self._all))
        if why_not:
            self._claim = ""
            self.yes.say("")
            self.no.say("")
            self.text.setText(words.count(f"claim.{why_not}", len(claims)))
        else:
            self._ask(roster, claims[0], words)
        self.show()

    def _ask(self, roster: RosterPart, claim: ClaimView, words: Words) -> None:
        if claim.id != self._claim:
            self._claim = claim.id
            self._fresh.start()
        person = roster.of(claim.participant)
        name = claim.name if person is None else named(person, words)
        told = words.say("claim.here" if person is not None and person.is_here else "claim", name=name)
        count = len(roster.claims)
        self.text.setText(f"{told} {words.say('claim.count', n=count)}" if count > 1 else told)
        self.yes.say(words.say("claim.yes", name=claim.name if person is None else person.name))
        self.no.say(words.say("claim.no"), words.say("claim.no.long", name=name))

    @Slot()
    def on_yes(self) -> None:
        self._judge(True)

    @Slot()
    def on_all(self) -> None:
        if not self.is_fresh:
            for claim in self._all:
                self.judged.emit(JudgeClaim(claim=claim, yes=True))

    @Slot()
    def on_no(self) -> None:
        self._judge(False)

    def _judge(self, yes: bool) -> None:
        if self._claim and not self.is_fresh:
            self.judged.emit(JudgeClaim(claim=self._claim, yes=yes))
