"""Another lesson on the same laptop for a while: phones wait for theirs, and come back with their answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from polling import commands, wire
from tests.browser_phone import BrowserPhone
from tests.classroom import LESSON
from tests.end2end.conftest import OpenPhone
from tests.polling_process import PollingProcess
from tests.wire_clients import WireTeacher

Start = Callable[..., PollingProcess]


def test_a_phone_waits_for_its_lesson_while_another_is_given(
    start_polling: Start, open_phone: OpenPhone, tmp_path: Path
) -> None:
    ours, other = tmp_path / "ours.md", tmp_path / "other.md"
    ours.write_text(LESSON, "utf-8")
    other.write_text("# Iets anders\n", "utf-8")
    server = start_polling(ours)
    phone = BrowserPhone(open_phone(server.join_url))
    phone.joins("Amira")
    WireTeacher(server.teacher_url).does(commands.GoTo("s3"))
    phone.chooses("B")
    server.is_killed()
    elsewhere = start_polling(other, "--new", "--port", str(server.port))
    assert elsewhere.join_url != server.join_url
    phone.sees("Deze les is even weg.")
    elsewhere.is_killed()
    server.starts_again()
    tally = WireTeacher(server.teacher_url).waits_for(wire.TallyPart)
    assert tally.counts == (0, 1)
    expect(phone.page.get_by_text("Deze les is even weg.")).to_have_count(0)
    phone.chooses("A")
