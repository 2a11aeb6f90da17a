"""polling/store.py and sessions that other versions of this program wrote: tests/polling/golden."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import get_args

from polling import events, sessions
from polling.answers import Choice
from polling.export import to_json
from polling.moves import Phase
from polling.results import results
from polling.room import Room
from polling.store import Store
from tests.second_count import recount

GOLDEN = Path(__file__).parent / "golden"
OF_VERSION_1 = (
    "session_started joined slide_shown step_shown question_asked question_reopened question_closed answer_revealed "
    "answered live_switched right_marked item_shown item_hidden timer_started timer_paused timer_resumed "
    "timer_extended timer_stopped question_paused question_resumed question_extended covered pause_began pause_ended "
    "session_ended"
)
"""Every kind of event that version 1 of the store held."""


def written(data: Path, name: str, session: str) -> Path:
    """A session file as that version left it."""
    path = sessions.path_of(data, session)
    path.parent.mkdir(parents=True)
    connection = sqlite3.connect(path)
    connection.executescript((GOLDEN / f"{name}.sql").read_text("utf-8"))
    connection.close()
    return path


def rows(path: Path, columns: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    found = connection.execute(f"SELECT {columns} FROM events ORDER BY seq").fetchall()
    connection.close()
    return found


def seen(room: Room, now_ms: int) -> list[object]:
    """The room in a few words: where it stands, its clocks, what was answered."""
    question = room.question
    last = None if question is None else question.last
    return [
        "" if room.slide is None else room.slide.id,
        "" if question is None else question.phase.value,
        room.cover.value,
        room.is_paused,
        sorted(room.held),
        None if room.timer is None else room.timer.left(now_ms),
        None if last is None or last.clock is None else last.clock.left(now_ms),
        [] if last is None else list(last.tally.counts),
        0 if last is None else len(last.answered),
    ]


def test_a_session_of_version_1_is_the_room_that_it_was_after_every_event(tmp_path: Path) -> None:
    path = written(tmp_path, "version-1", "k3f9x2abcd")
    assert {str(kind) for (kind,) in rows(path, "kind")} == set(OF_VERSION_1.split())
    store = Store(path)
    read = list(store.read())
    store.close()
    as_then = json.loads((GOLDEN / "version-1.json").read_text("utf-8"))
    assert len(read) == len(as_then) == len(rows(path, "seq"))
    started = read[0]
    assert isinstance(started, events.SessionStarted)
    room = Room(started)
    for place, event in enumerate(read):
        if place:
            room.apply(event)
        assert seen(room, event.at_ms) == as_then[place], f"after event {place + 1}, {event}"


def test_a_session_of_version_1_is_taken_up_with_all_that_was_answered(tmp_path: Path) -> None:
    path = written(tmp_path, "version-1", "k3f9x2abcd")
    before = rows(path, "seq, kind, body")
    store, room = sessions.resume(tmp_path, "k3f9x2abcd")
    assert room.is_ended
    assert store.noted("port") == "8080"
    assert (mark := store.last_mark()) is not None
    assert mark.room_ms == 211_000
    assert [each.name for each in room.participants.values()] == ["Ana", "Bo", "Jan", "jan 2"]
    assert room.slides[1].options[0].text == "Meter"
    assert room.questions["s2"].rounds[1].tally.counts == (0, 1, 0)
    assert room.questions["s7"].right == (1,)
    assert [word for word, _, _ in room.questions["s4"].rounds[0].web.words()] == ["zee", "wind", "auto"]
    counted = recount(store.read())
    for (slide, round_), answers in counted.items():
        kept = room.questions[slide].rounds[round_ - 1].answers
        assert {who: (each.revision, each.value) for who, each in kept.items()} == answers
    assert '"label":"2B"' in to_json(results(room)).replace(" ", "")
    store.append([events.Removed(at_ms=211_000, participant="p4")])
    store.close()
    assert rows(path, "seq, kind, body")[:-1] == before
    again, resumed = sessions.resume(tmp_path, "k3f9x2abcd")
    again.close()
    assert not resumed.has("p4")


def test_a_session_of_a_later_program_opens_and_keeps_what_is_not_known(tmp_path: Path) -> None:
    path = written(tmp_path, "later", "m7q2w9efgh")
    before = rows(path, "*")
    store, room = sessions.resume(tmp_path, "m7q2w9efgh")
    assert [each.name for each in room.participants.values()] == ["Ana", "Bo"]
    assert room.questions["s1"].phase is Phase.ASKING
    assert room.questions["s1"].rounds[0].tally.counts == (1, 0)
    more = [
        events.Answered(at_ms=6000, participant="p2", slide="s1", round=1, revision=2, value=Choice((1,))),
        events.QuestionClosed(at_ms=7000, slide="s1", round=1),
    ]
    store.append(more)
    store.note("port", "8081")
    store.copy_to(tmp_path / "copy.sqlite3")
    store.close()
    for file in (path, tmp_path / "copy.sqlite3"):
        assert rows(file, "*")[: len(before)] == before
        assert len(rows(file, "*")) == len(before) + len(more)
        connection = sqlite3.connect(file)
        assert connection.execute("PRAGMA user_version").fetchone() == (9,)
        assert connection.execute("SELECT body FROM sketches").fetchall() == [(b"owl",)]
        assert connection.execute("SELECT value FROM notes ORDER BY key").fetchall() == [("8081",), ("rows",)]
        connection.close()
    again, resumed = sessions.resume(tmp_path, "m7q2w9efgh")
    again.close()
    assert resumed.questions["s1"].phase is Phase.CLOSED
    assert resumed.questions["s1"].rounds[0].tally.counts == (1, 1)


def test_no_kind_of_event_of_version_1_was_forgotten() -> None:
    known = {kind.__struct_config__.tag for kind in get_args(events.AnyEvent)}
    assert set(OF_VERSION_1.split()) <= known
