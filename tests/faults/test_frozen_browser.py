"""The real phone page in a browser that is frozen, or killed whole: it comes back to the question at hand, and an
answer that could not be sent is sent later and counted once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from polling import commands, wire
from tests.faults.browser import Browser
from tests.faults.conftest import Start
from tests.polling_process import PollingProcess
from tests.recount import Recount
from tests.wire_clients import WireTeacher

Size = Callable[[int, int], int]
OpenBrowser = Callable[[str], Browser]


@pytest.fixture
def open_browser(needs: Callable[..., None], tmp_path: Path) -> Iterator[OpenBrowser]:
    """Opens browsers by name, each with a profile that stays when it is killed; none outlives the test."""
    needs(root=False)
    opened: list[Browser] = []

    def open_(name: str) -> Browser:
        opened.append(Browser(tmp_path / name))
        return opened[-1]

    yield open_
    for browser in opened:
        browser.is_killed()


def goes_to(server: PollingProcess, slide: str) -> None:
    """The teacher shows a question."""
    teacher = WireTeacher(server.teacher_url)
    teacher.does(commands.GoTo(slide))
    teacher.sees(lambda position: position.slide == slide)
    teacher.closes()


def test_a_thawed_page_asks_what_a_fresh_one_asks(start_server: Start, open_browser: OpenBrowser, size: Size) -> None:
    server = start_server()
    phone, fresh = open_browser("phone"), open_browser("fresh")
    phone.opens(server.join_url)
    phone.joins("Amira")
    for number in range(size(1, 5)):
        for slide, is_killed in (("s1", False), ("s2", True)):
            phone.freezes()
            goes_to(server, slide)
            if is_killed:
                server.is_killed()
                server.starts_again()
            phone.thaws()
            fresh.opens(server.join_url)
            if not number and not is_killed:
                fresh.joins("Bram")
            for each in (phone, fresh):
                each.sees(f"(document.querySelector('.ask h1')?.innerText ?? '').includes('Vraag {slide[1]}')")
            assert phone.asked == fresh.asked
            assert len(phone.asked) == 5


def test_a_page_that_stands_still_is_asleep_though_its_socket_is_open(
    start_server: Start, open_browser: OpenBrowser, size: Size
) -> None:
    is_short = size(1, 0)
    good = start_server("dozes_off_soon" if is_short else "")
    bad = start_server("trusts_sockets")
    teacher, other = WireTeacher(good.teacher_url), WireTeacher(bad.teacher_url)
    phones = [open_browser(name) for name in ("good", "bad")]
    for phone, server in zip(phones, (good, bad), strict=True):
        phone.opens(server.join_url)
        phone.joins("Amira")
        phone.freezes()
    teacher.waits_for(wire.RosterPart, lambda roster: [each.status for each in roster.participants] == ["asleep"])
    assert good.connections == 2
    # The control: a server that looks at the socket takes the phone for awake.
    assert other.waits_for(wire.RosterPart, lambda roster: bool(roster.participants)).here == 1
    teacher.forgets()
    phones[0].thaws()
    teacher.waits_for(wire.RosterPart, lambda roster: roster.here == 1)


def test_an_answer_that_was_not_sent_survives_the_browser_and_is_counted_once(
    start_server: Start, open_browser: OpenBrowser, tmp_path: Path
) -> None:
    server = start_server()
    phone = open_browser("phone")
    phone.opens(server.join_url)
    phone.joins("Amira")
    goes_to(server, "s1")
    phone.sees("document.querySelectorAll('button.option').length === 4")
    server.is_killed()
    phone.taps(1)
    phone.has_written(b'"outbox":[{')
    phone.is_killed()
    shutil.copytree(tmp_path / "phone", tmp_path / "forgetful", symlinks=True)

    server.starts_again()
    # It was gone for longer than five seconds: the lesson is paused until the teacher goes on.
    WireTeacher(server.teacher_url).does(commands.Resume())
    # The control: the same browser with its storage cleared cannot know that there is something to send.
    forgetful = open_browser("forgetful")
    forgetful.forgets_all(server.join_url)
    forgetful.opens(server.join_url)
    forgetful.sees("document.querySelector('input[name=name]') !== null")
    assert Recount(server.store).counts(("s1", 1), 4) == [0, 0, 0, 0]

    again = open_browser("phone")
    again.opens(server.join_url)
    again.option_says(1, "verstuurd")
    stored = Recount(server.store)
    assert stored.faults == []
    assert list(stored.participants.values()) == ["Amira"]
    assert stored.counts(("s1", 1), 4) == [0, 1, 0, 0]
