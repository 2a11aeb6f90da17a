"""A whole school comes back at once, after the server was killed: everybody is in, and no handshake fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from polling import commands, wire
from tests.faults.conftest import Start, StartCrowd
from tests.faults.crowd import Crowd, Seen, broken_promises, unserved
from tests.polling_process import PollingProcess
from tests.recount import Recount
from tests.wire_clients import WireTeacher

Size = Callable[[int, int], int]


def come_back_at_once(server: PollingProcess, crowd: Crowd, within_s: float) -> Seen:
    """All are in and have answered; the server is killed and starts again. How it went once all are back."""
    crowd.is_here(within_s)
    WireTeacher(server.teacher_url).does(commands.GoTo("s1"))
    crowd.does("answer")
    crowd.answers_more(crowd.count)
    server.is_killed()
    server.starts_again()
    crowd.does("quiet")
    crowd.is_here(within_s)
    return crowd.does("settle")


def failed_handshakes(seen: Seen) -> int:
    """How many handshakes the server did not bring to an end, but for those that the kill cut off."""
    failures = seen["failures"]
    return sum(failures.get(each, 0) for each in ("handshake refused", "too slow"))


@pytest.mark.parametrize("by_requests", [False, True], ids=["websockets", "requests"])
def test_a_whole_school_comes_back_at_once(
    start_server: Start, start_crowd: StartCrowd, size: Size, by_requests: bool
) -> None:
    server = start_server()
    crowd = start_crowd(server.join_url, size(200, 1000), pace_s=1, by_requests=by_requests)
    seen = come_back_at_once(server, crowd, 60)
    assert failed_handshakes(seen) == 0
    teacher = WireTeacher(server.teacher_url)
    teacher.waits_for(wire.RosterPart, lambda roster: roster.here == crowd.count)
    stored = Recount(server.store)
    histories = crowd.tells()
    assert broken_promises(histories, stored) + unserved(histories, stored) == []
    assert len(stored.participants) == crowd.count


def test_a_server_that_turns_some_away_is_found_out(start_server: Start, start_crowd: StartCrowd) -> None:
    server = start_server("is_too_full")
    crowd = start_crowd(server.join_url, 50, pace_s=1, longest_s=1)
    assert failed_handshakes(come_back_at_once(server, crowd, 60)) > 0
