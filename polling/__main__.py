"""`python -m polling LESSON`: give a lesson with no screen. Prints one line of JSON when it listens.

`python -m polling results` prints what a session's answers mean (polling/results_command.py), `python -m polling copy`
copies its file (polling/copy_command.py), and `python -m polling wipe` deletes sessions (polling/wipe_command.py).
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec
import platformdirs

from lessons.package import CannotOpen, Opened, open_lesson
from polling import (
    copy_command,
    gate,
    open_files,
    places,
    results_command,
    running,
    sentences,
    sessions,
    tokens,
    wipe_command,
)
from polling.commands import MAX_PARTICIPANTS
from polling.events import PauseBegan
from polling.forgetting import KEEP_DAYS, forget_old
from polling.live import LiveSession
from polling.room import Room
from polling.server import PORTS, CannotListen, PollingServer
from polling.sockets import tell_all
from polling.store import Store, StoreError

EXIT_CANNOT_OPEN, EXIT_CANNOT_LISTEN, EXIT_CANNOT_STORE = 3, 4, 5
"""What the exit code says to the presenter."""
COLLECT = (50_000, 50, 50)
"""How many new objects, and looks at those, make the garbage collector look (`gc.set_threshold`)."""
_OTHER = {"results": results_command.main, "copy": copy_command.main, "wipe": wipe_command.main}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until the session is ended, released, or Ctrl-C. The exit code says what was in the way."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in _OTHER:
        return _OTHER[given[0]](given[1:], default_data())
    options = _parser().parse_args(given)
    unfit = places.why_not(options.data.resolve(), places.here())
    if unfit is not None:
        return _say(EXIT_CANNOT_STORE, _sentence(unfit.code, folder=str(options.data), service=unfit.service))
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("websockets").setLevel(logging.CRITICAL)
    try:
        with _calm_collector():
            asyncio.run(_give(options))
    except KeyboardInterrupt:
        return 0
    except CannotOpen as reason:
        return _say(EXIT_CANNOT_OPEN, reason)
    except CannotListen as reason:
        return _say(EXIT_CANNOT_LISTEN, reason)
    except (StoreError, OSError) as reason:
        return _say(EXIT_CANNOT_STORE, reason)
    return 0


@contextmanager
def _calm_collector() -> Iterator[None]:
    """Let the garbage collector look seldom, and pass over what is there at the start. With hundreds of phones every
    look takes milliseconds, in the middle of their answers; what a room makes is mostly kept, or gone without it."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*COLLECT)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def default_data() -> Path:
    """Where sessions are kept: a folder of this laptop that no service synchronises."""
    return platformdirs.user_data_path("klassikaal", appauthor=False)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m polling", description="Give a lesson with no screen.")
    parser.add_argument("lesson", type=Path, help="a lesson folder or file")
    parser.add_argument("--host", default="0.0.0.0", help="the address to listen on (default: all of this computer)")
    parser.add_argument("--port", type=int, help="the port to listen on (default: 80, else 8080 and up; 0: any)")
    parser.add_argument("--data", type=Path, default=default_data(), help="the folder that keeps the sessions")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--session", help="go on with this session")
    which.add_argument("--new", action="store_true", help="start a new session")
    parser.add_argument("--label", default="", help="the class this new session is for")
    parser.add_argument("--begin-at", default="", help="the slide (its id) that this new session begins at")
    parser.add_argument(
        "--keep-days",
        type=int,
        default=KEEP_DAYS,
        help=f"wipe sessions that are older at the start (default: {KEEP_DAYS}; 0: never)",
    )
    parser.add_argument(
        "--orphan-s", type=float, default=0, help="stop after so many seconds without a presenter (default: never)"
    )
    parser.add_argument(
        "--no-screen", action="store_true", help="nobody sees this computer: let the teacher's key work from anywhere"
    )
    parser.add_argument(
        "--most-connections",
        type=int,
        default=gate.MOST,
        help="the connections that may be open at once (default: %(default)s)",
    )
    parser.add_argument(
        "--most-participants",
        type=int,
        default=MAX_PARTICIPANTS,
        help="let no more in (default: %(default)s)",
    )
    return parser


async def _give(options: argparse.Namespace) -> None:
    data: Path = options.data.resolve()
    lesson: Path = options.lesson.resolve()
    forgotten = forget_old(data, options.keep_days, time.time(), spared=options.session)
    if forgotten:
        print(f"sessions of more than {options.keep_days} days old that were wiped: {forgotten}", file=sys.stderr)
    store, room = _session(data, lesson, options)
    key = store.noted("key") or tokens.new_key()
    store.note("key", key)
    store.note(sessions.LET_GO, "")
    live = LiveSession(room, store, _room_clock(store, room), time.time, tell_all, options.most_participants)
    most = open_files.connections_possible(options.most_connections)
    folder, has_screen = Path(room.started.folder), not options.no_screen
    server = PollingServer(live, key, options.host, folder, options.orphan_s, most, has_screen)
    await server.listen(_ports(options.port, store.noted("port")))
    store.note("port", str(server.port))
    session = room.started.session
    running.write(
        data,
        running.Running(
            pid=os.getpid(),
            host=options.host,
            port=server.port,
            key=key,
            session=session,
            lesson=room.started.source,
            join_url=server.join_url,
            teacher_url=server.teacher_url,
        ),
    )
    told = {"join_url": server.join_url, "teacher_url": server.teacher_url, "port": server.port, "session": session}
    print(msgspec.json.encode(told).decode(), flush=True)
    try:
        await server.serve()
    finally:
        running.forget(data, session)


def _session(data: Path, lesson: Path, options: argparse.Namespace) -> tuple[Store, Room]:
    """The session to give: the one asked for, one that lost its screens just now, or a new one."""
    data.mkdir(parents=True, exist_ok=True)
    session: str | None = options.session
    if session is None and not options.new:
        for path in sessions.unreadable(data):
            print(_sentence("unreadable", file=str(path)), file=sys.stderr)
        session = sessions.taken_up_by_itself(sessions.unfinished(data, lesson))
    if session is not None:
        return sessions.resume(data, session)
    opened: Opened = open_lesson(lesson, data / "work")
    return sessions.begin(data, opened, options.label, options.begin_at)


def _room_clock(store: Store, room: Room) -> _RoomClock:
    """Room time goes on where it stood. After a longer absence a room whose clocks run is paused first."""
    mark = store.last_mark()
    clock = _RoomClock(max(room.last_ms, 0 if mark is None else mark.room_ms))
    away_s = 0.0 if mark is None else time.time() - mark.wall_s
    if not 0 <= away_s < sessions.RUNS_ON_WITHIN_S and room.is_timing and not room.is_paused:
        paused = PauseBegan(at_ms=clock())
        store.append([paused])
        room.apply(paused)
    return clock


class _RoomClock:
    """Room time in milliseconds: monotonic, going on from where the session stood. The session looks at it every
    second; when it did not for a while, the laptop slept, and that time does not count. (Not every system stops its
    monotonic clock in its sleep.)"""

    def __init__(self, start_ms: int, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        self._monotonic_s = monotonic_s
        self._seen_s = monotonic_s()
        self._room_s = start_ms / 1000

    def __call__(self) -> int:
        before_s, self._seen_s = self._seen_s, self._monotonic_s()
        passed_s = self._seen_s - before_s
        if passed_s < sessions.RUNS_ON_WITHIN_S:
            self._room_s += max(0.0, passed_s)
        return int(self._room_s * 1000)


def _ports(asked: int | None, noted: str | None) -> Sequence[int]:
    if asked is not None:
        return (asked,)
    port = int(noted) if noted is not None and noted.isdecimal() else 0
    return (port, *PORTS) if 0 < port < 65_536 else PORTS


def _sentence(name: str, **parts: str) -> str:
    return sentences.say(name, sentences.computer_language(), **parts)


def _say(code: int, reason: Exception | str) -> int:
    print(reason, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
