"""The store of a session."""

from pathlib import Path

import pytest

from polling import events
from polling.answers import Choice
from polling.store import Mark, Store, StoreError

JOINED = events.Joined(at_ms=5, participant="p1", name="Ana", token_hash="00")
ANSWERED = events.Answered(at_ms=9, participant="p1", slide="s1", round=1, revision=2, value=Choice((1,)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.sqlite3"


def test_events_come_back_in_order(path: Path) -> None:
    store = Store(path)
    store.append([JOINED])
    store.append([ANSWERED, JOINED])
    store.close()
    assert list(Store(path).read()) == [JOINED, ANSWERED, JOINED]


def test_a_flush_follows_every_transaction(path: Path) -> None:
    store = Store(path)
    assert store._events.execute("PRAGMA synchronous").fetchone() == (2,)
    assert store._events.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_mark_that_folds_the_log_into_the_file_flushes_both(path: Path) -> None:
    store = Store(path)
    assert store._marks.execute("PRAGMA synchronous").fetchone() == (1,)


def test_events_of_a_later_version_stay_in_the_file(path: Path) -> None:
    store = Store(path)
    store.append([JOINED])
    store._events.execute("INSERT INTO events (kind, body) VALUES ('danced', '{\"type\":\"danced\"}')")
    store.append([ANSWERED])
    assert list(store.read()) == [JOINED, ANSWERED]
    assert store._events.execute("SELECT count(*) FROM events").fetchone() == (3,)


def test_notes_and_marks_are_kept(path: Path) -> None:
    store = Store(path)
    assert store.last_mark() is None
    store.note("port", "8080")
    store.mark(Mark(room_ms=7000, wall_s=12.5))
    store.close()
    again = Store(path)
    assert again.noted("port") == "8080"
    assert again.noted("key") is None
    assert again.last_mark() == Mark(room_ms=7000, wall_s=12.5)


def test_a_mark_that_cannot_be_read_is_none(path: Path) -> None:
    store = Store(path)
    store.note("mark", "?")
    assert store.last_mark() is None


def test_a_store_that_fails_keeps_nothing_of_the_group(path: Path) -> None:
    store = Store(path)
    store._events.execute("PRAGMA max_page_count = 4")
    long = events.Joined(at_ms=1, participant="p2", name="x" * 90_000, token_hash="")
    with pytest.raises(StoreError):
        store.append([JOINED, long])
    assert list(store.read()) == []


def test_what_is_no_session_file_says_so(path: Path) -> None:
    path.write_bytes(b"not a database, but longer than a header would be" * 30)
    with pytest.raises(StoreError):
        Store(path)


def test_a_closed_store_says_so(path: Path) -> None:
    store = Store(path)
    store.close()
    for call in (lambda: store.append([JOINED]), lambda: list(store.read()), lambda: store.noted("port")):
        with pytest.raises(StoreError):
            call()
    with pytest.raises(StoreError):
        store.mark(Mark(1, 1.0))


def test_a_file_cut_off_anywhere_in_its_log_still_opens(path: Path, tmp_path: Path) -> None:
    store = Store(path)
    for revision in range(1, 30):
        store.append(
            [events.Answered(at_ms=9, participant="p", slide="s", round=1, revision=revision, value=Choice(()))]
        )
    log = path.with_name(path.name + "-wal").read_bytes()
    main = path.read_bytes()
    for length in range(0, len(log), 997):
        copy = tmp_path / "copy.sqlite3"
        copy.write_bytes(main)
        copy.with_name("copy.sqlite3-wal").write_bytes(log[:length])
        copy.with_name("copy.sqlite3-shm").unlink(missing_ok=True)
        reopened = Store(copy)
        revisions = [event.revision for event in reopened.read() if isinstance(event, events.Answered)]
        assert revisions == list(range(1, len(revisions) + 1))
        reopened.close()
