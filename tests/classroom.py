"""A classroom without sockets: a room, a teacher and phones with a clock that the test turns. No asyncio, no files."""

from __future__ import annotations

from polling import commands, events
from polling.answers import Choice, Text, Value, Words
from polling.commands import Command
from polling.decisions import decide
from polling.parts import position_part
from polling.refusal import Refused
from polling.room import Room, read_back
from polling.wire import PositionPart

LESSON = """---
title: Geluid
language: nl
---

# Wat is geluid?

Lucht die **trilt**. [Kaart](https://example.org/kaart)

---

<!-- time: 30 -->

# Waarin meten we hoe hard geluid is?

- [x] Decibel
  > Klopt.
- [ ] Hertz
- [ ] Meter

---

# Slaap jij met muziek aan?

- [ ] Ja
- [ ] Nee

---

<!-- kind: wordweb
     max: 3 -->

# Wat hoor je nu?

---

<!-- kind: open -->

# Waarom hoor je onder water anders?

---

<!-- timer: 2:00 -->

# Opdracht

1. Luister.
2. Schrijf.

---

<!-- kind: quiz
     ask: key -->

# Welke toon is hoger?

- [ ] Eerste
- [ ] Tweede

---

# Klaar
"""
"""Slides s1 text, s2 quiz (30 s), s3 poll, s4 word web, s5 open, s6 text with a timer, s7 quiz by key, s8 text."""


class Classroom:
    """One room and everything that happened in it so far."""

    def __init__(self, text: str = LESSON, orders: dict[str, tuple[int, ...]] | None = None) -> None:
        started = events.SessionStarted(
            at_ms=0, session="testsession", started_at="", text=text, room_code="4271", orders=orders or {}
        )
        self.happened: list[events.AnyEvent] = [started]
        self.room = Room(started)
        self.now_ms = 0

    def does(self, command: Command) -> list[events.AnyEvent]:
        """Obey a command that must be legal."""
        decision = decide(self.room, command, self.now_ms)
        assert not isinstance(decision, Refused), decision
        for event in decision:
            self.room.apply(event)
        self.happened += decision
        return decision

    def refuses(self, command: Command) -> str:
        """The code with which a command is refused; a refusal changes nothing."""
        before = self.room.revision
        decision = decide(self.room, command, self.now_ms)
        assert isinstance(decision, Refused), decision
        assert self.room.revision == before
        return decision.code

    def waits(self, seconds: float) -> None:
        """Time passes, with the ticks that a server gives."""
        until_ms = self.now_ms + round(seconds * 1000)
        while (due_ms := self.room.due_ms()) is not None and due_ms <= until_ms:
            self.now_ms = due_ms
            self.does(commands.Tick())
        self.now_ms = until_ms

    def joins(self, name: str) -> Phone:
        """A phone that is in."""
        participant = f"p{len(self.room.participants) + 1}"
        self.does(commands.Join(participant, name, f"hash of {participant}"))
        return Phone(self, participant)

    @property
    def position(self) -> PositionPart:
        """Where the lesson stands, as teacher screens are told."""
        return position_part(self.room, 0, self.now_ms)

    def begins(self) -> None:
        """Leave the lobby."""
        self.does(commands.Next())

    def goes_to(self, slide: str) -> None:
        """Go to a slide by its id."""
        self.does(commands.GoTo(slide))

    def restarted(self) -> Room:
        """The room that the events alone give."""
        room = read_back(self.happened)
        assert room is not None
        return room

    @property
    def at(self) -> tuple[str, str]:
        """The slide at hand and the phase of its question."""
        slide, question = self.room.slide, self.room.question
        return ("" if slide is None else slide.id, "" if question is None else question.phase.value)


class Phone:
    """One student's phone, which counts its own revisions."""

    def __init__(self, classroom: Classroom, participant: str) -> None:
        self.classroom = classroom
        self.participant = participant
        self.revision = 0

    def answer(self, value: Value, slide: str | None = None, round_: int | None = None) -> commands.Answer:
        """The next answer this phone would send, to the question at hand unless another is named."""
        self.revision += 1
        question = self.classroom.room.question
        return commands.Answer(
            self.participant,
            slide or self.classroom.at[0],
            round_ or (len(question.rounds) if question is not None else 1),
            self.revision,
            value,
        )

    def chooses(self, *letters: str) -> None:
        """Tap options by their letter."""
        self.classroom.does(self.answer(Choice(tuple("ABCDEF".index(letter) for letter in letters))))

    def sends(self, *words: str) -> None:
        """Put words on the web."""
        self.classroom.does(self.answer(Words(words)))

    def writes(self, text: str) -> None:
        """Answer an open question."""
        self.classroom.does(self.answer(Text(text)))
