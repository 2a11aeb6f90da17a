"""The teacher's own phone in a real browser: it scans the code of the laptop, waits for the yes, and steers."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from polling import commands, wire
from tests.browser_phone import BrowserPhone
from tests.end2end.conftest import OpenPhone
from tests.polling_process import PollingProcess
from tests.wire_clients import WireTeacher


def code(teacher: WireTeacher) -> str:
    """The address in a new code on the laptop."""
    teacher.forgets()
    teacher.say(wire.OfferRemote())
    return teacher.waits_for(wire.RemoteCode).url


def asks(teacher: WireTeacher) -> wire.RemoteView:
    """The remote that waits for the teacher's yes."""
    part = teacher.waits_for(wire.RemotesPart, lambda part: any(not each.is_in for each in part.remotes))
    return next(each for each in part.remotes if not each.is_in)


def comes_in(teacher: WireTeacher, page: Page) -> wire.RemoteView:
    asked = asks(teacher)
    expect(page.get_by_role("heading", name=asked.digits)).to_be_visible()
    teacher.say(wire.JudgeRemote(remote=asked.id, yes=True))
    expect(page.locator("footer .next")).to_be_enabled()
    return asked


def test_a_phone_is_paired_steers_and_comes_back(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(code(teacher))
    comes_in(teacher, page)
    assert "#" not in page.url
    page.locator("footer .next").click()
    teacher.sees(lambda position: position.number == 1)
    page.reload()
    expect(page.locator("footer .next")).to_be_enabled()
    page.locator("footer .next").click()
    teacher.sees(lambda position: position.number == 2)


def test_a_code_that_was_used_and_a_remote_that_was_sent_away_say_what_to_do(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    address = code(teacher)
    page = open_phone(address)
    remote = comes_in(teacher, page)
    other = open_phone(address)
    expect(other.get_by_text(re.compile("Een code werkt één keer"))).to_be_visible()
    teacher.say(wire.JudgeRemote(remote=remote.id, yes=False))
    expect(page.get_by_text(re.compile("scan met deze telefoon de code"))).to_be_visible()
    page.reload()
    expect(page.get_by_text(re.compile("scan met deze telefoon de code"))).to_be_visible()


def test_a_question_in_between_takes_one_press_and_leads_back(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone
) -> None:
    page = open_phone(code(teacher))
    comes_in(teacher, page)
    phone = BrowserPhone(open_phone(server.join_url))
    phone.joins("Amira")
    teacher.does(commands.GoTo("s1"))
    expect(page.get_by_role("button", name="Ja of nee")).to_be_enabled()
    page.get_by_role("button", name="Ja of nee").click()
    phone.chooses("B")
    expect(page.locator(".result .count")).to_have_text(["0", "1"])
    page.locator("footer .next").click()
    teacher.sees(lambda position: position.slide == "s1")
