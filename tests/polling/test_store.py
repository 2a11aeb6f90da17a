"""The store of a session."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

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


def test_a_copy_is_not_written_over_what_is_there(path: Path, tmp_path: Path) -> None:
    store = Store(path)
    store.append([JOINED, ANSWERED])
    store.copy_to(tmp_path / "copy.sqlite3")
    store.append([ANSWERED])
    with pytest.raises(StoreError):
        store.copy_to(tmp_path / "copy.sqlite3")
    store.close()
    copy = Store(tmp_path / "copy.sqlite3")
    assert list(copy.read()) == [JOINED, ANSWERED]
    copy.append([JOINED])
    assert list(copy.read()) == [JOINED, ANSWERED, JOINED]
    copy.close()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE events SET body = CAST(replace(CAST(body AS TEXT), 'Ana', 'Ann') AS BLOB) WHERE seq = 1",
        "UPDATE events SET body = 7 WHERE seq = 2",
        "DELETE FROM events WHERE seq = 1",
        "DELETE FROM events WHERE seq = 2",
        "UPDATE events SET body = (SELECT body FROM events WHERE seq = 3) WHERE seq = 2",
    ],
)
def test_an_event_that_is_not_as_it_was_written_is_no_event(path: Path, damage: str) -> None:
    store = Store(path)
    store.append([JOINED, ANSWERED, JOINED])
    store._events.execute(damage)
    with pytest.raises(StoreError, match="is damaged"):
        list(store.read())


def test_a_file_of_the_first_version_is_read_and_gone_on_with(path: Path) -> None:
    old = sqlite3.connect(path)
    old.executescript(
        "CREATE TABLE events (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, body BLOB NOT NULL);"
        "CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL); PRAGMA user_version = 1;"
    )
    body = '{"type":"joined","at_ms":5,"participant":"p1","name":"Ana","token_hash":"00"}'
    old.execute("INSERT INTO events (kind, body) VALUES ('joined', ?)", (body.encode(),))
    old.commit()
    for length in (1, 2):
        store = Store(path)
        assert list(store.read()) == [JOINED, ANSWERED][:length]
        store.append([ANSWERED])
        store.close()
    old.execute("INSERT INTO events (kind, body) VALUES ('joined', ?)", (body.encode(),))
    old.commit()
    old.close()
    store = Store(path)
    assert list(store.read()) == [JOINED, ANSWERED, ANSWERED, JOINED]
    store.close()


SECTOR = 512
"""Bytes that a disk writes in one go."""


class Disk:
    """The files of a session with a filled main file and a filled log, and what they hold."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        path = folder / "written.sqlite3"
        store = Store(path)
        self.happened = [
            events.Answered(
                at_ms=9, participant=f"p{revision}", slide="s", round=1, revision=revision, value=Choice(())
            )
            for revision in range(1, 120)
        ]
        store.append(self.happened[:60])
        older = self._bytes(path)
        store._events.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for event in self.happened[60:]:
            store.append([event])
        self.files = self._bytes(path)
        self.older = {name: bytes(old).ljust(len(self.files[name]), b"\0") for name, old in older.items()}
        store.close()

    def with_damage(self, damage: list[tuple[str, str, int, int]]) -> Path:
        """The files with this done to them: which file, what, where (in thousandths of it), which bits."""
        files = {name: bytearray(body) for name, body in self.files.items()}
        for name, kind, thousandth, bits in damage:
            if not files[name]:
                continue
            at = len(files[name]) * thousandth // 1000
            sector = slice(at // SECTOR * SECTOR, at // SECTOR * SECTOR + SECTOR)
            if kind == "flipped":
                files[name][at] ^= bits
            elif kind == "zeroed":
                files[name][sector] = bytes(len(files[name][sector]))
            elif kind == "older":
                files[name][sector] = self.older[name][sector]
            else:
                del files[name][at:]
        path = self.folder / "damaged.sqlite3"
        path.write_bytes(files[""])
        path.with_name("damaged.sqlite3-wal").write_bytes(files["-wal"])
        path.with_name("damaged.sqlite3-shm").unlink(missing_ok=True)
        return path

    @staticmethod
    def _bytes(path: Path) -> dict[str, bytes]:
        return {name: Path(f"{path}{name}").read_bytes() for name in ("", "-wal")}


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Disk:
    return Disk(tmp_path_factory.mktemp("disk"))


damages = st.lists(
    st.tuples(
        st.sampled_from(["", "-wal"]),
        st.sampled_from(["flipped", "flipped", "zeroed", "older", "cut"]),
        st.integers(0, 999),
        st.integers(1, 255),
    ),
    min_size=1,
    max_size=4,
)


@given(damage=damages)
@example(damage=[("", "flipped", 138, 128), ("-wal", "flipped", 0, 1)])
@settings(max_examples=settings.default.max_examples * 2)
def test_a_damaged_disk_gives_a_clear_error_or_events_that_happened(
    disk: Disk, damage: list[tuple[str, str, int, int]]
) -> None:
    path = disk.with_damage(damage)
    try:
        store = Store(path)
    except StoreError:
        return
    try:
        read = list(store.read())
        assert read == disk.happened[: len(read)]
        store.last_mark()
        store.append([JOINED])
        assert list(store.read()) == [*read, JOINED]
    except StoreError:
        assert path.exists()
    finally:
        store.close()


def test_the_disk_of_these_tests_has_both_files_in_use(disk: Disk) -> None:
    store = Store(disk.with_damage([]))
    assert list(store.read()) == disk.happened
    store.close()
    store = Store(disk.with_damage([("-wal", "cut", 0, 1)]))
    assert list(store.read()) == disk.happened[:60]
    store.close()
