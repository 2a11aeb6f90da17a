"""A lesson that was given, for the tests of the report: in memory, or as the file of a session."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from lessons.package import open_lesson
from polling import commands, events, sessions
from polling.results import Results, results
from polling.room import Room
from tests.classroom import LESSON, Classroom

STARTED_AT = "2026-11-24T09:05:00+01:00"
TEXT = LESSON.replace("<!-- kind: open -->", "<!-- kind: open\n     answer: Trilling -->")


def classroom(text: str = TEXT) -> Classroom:
    """Three students: two rounds of a quiz, a poll, a web with a hidden word, an open question, an unmarked quiz."""
    given = Classroom(text)
    ana, bo = given.joins("Ana"), given.joins("<b>Bo</b>")
    given.goes_to("s2")
    ana.chooses("A")
    bo.chooses("B")
    given.does(commands.Close())
    given.does(commands.Again())
    ana.chooses("A")
    bo.chooses("A")
    given.goes_to("s3")
    ana.chooses("B")
    given.goes_to("s4")
    ana.sends("zee", "wind")
    bo.sends("wind")
    given.does(commands.Hide("zee"))
    given.goes_to("s5")
    ana.writes("trilling")
    bo.writes("<img src=x>")
    given.goes_to("s7")
    given.does(commands.Again())
    bo.chooses("B")
    given.joins("אברהם")
    return given


def results_of(given: Classroom, label: str = "2B") -> Results:
    """What it means, begun on a known day."""
    started = msgspec.structs.replace(given.room.started, label=label, started_at=STARTED_AT)
    return msgspec.structs.replace(results(given.room), label=label, started_at=started.started_at)


def stored(data: Path, lesson: Path, given: Classroom, label: str = "2B", is_ended: bool = True) -> Room:
    """The same as the file of a session."""
    lesson.mkdir(parents=True, exist_ok=True)
    (lesson / "lesson.md").write_text(given.room.started.text, "utf-8")
    store, room = sessions.begin(data, open_lesson(lesson), label)
    happened: Iterable[events.AnyEvent] = given.happened[1:]
    ended = [events.SessionEnded(at_ms=given.now_ms)] if is_ended else []
    store.append([*happened, *ended])
    store.close()
    return room
