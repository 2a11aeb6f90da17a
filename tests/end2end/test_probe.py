"""The test page in a real browser: what whoever holds the phone sees."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from polling import wire
from tests.browser_phone import PATIENCE_MS
from tests.end2end.conftest import OpenPhone
from tests.polling_process import PollingProcess
from tests.wire_clients import WireTeacher


def test_a_phone_is_told_that_it_works_and_nobody_has_joined(
    server: PollingProcess, teacher: WireTeacher, open_phone: OpenPhone, tmp_path: Path
) -> None:
    base, _, code = server.join_url.rpartition("/")
    page = open_phone(f"{base}/test#{code}")
    expect.set_options(timeout=PATIENCE_MS)
    expect(page.get_by_text("Deze telefoon bereikt de laptop")).to_be_visible()
    expect(page.get_by_text("Het werkt. Kijk op de laptop.")).to_be_visible()
    expect(page.locator("li.good")).to_have_count(3)
    page.screenshot(path=tmp_path / "test-page.png")
    assert teacher.waits_for(wire.RosterPart).participants == ()


def test_a_code_of_another_lesson_is_said(server: PollingProcess, open_phone: OpenPhone) -> None:
    base, _, code = server.join_url.rpartition("/")
    page = open_phone(f"{base}/test#{'0000' if code != '0000' else '1111'}")
    expect.set_options(timeout=PATIENCE_MS)
    expect(page.get_by_text("Deze code is van een andere les.")).to_be_visible()


def test_a_network_without_websockets_is_told(server: PollingProcess, open_phone: OpenPhone) -> None:
    page = open_phone("about:blank")
    page.add_init_script(
        "window.WebSocket = class { readyState = 0; close() {} constructor() { setTimeout(() => this.onclose()); } };"
    )
    base, _, code = server.join_url.rpartition("/")
    page.goto(f"{base}/test#{code}")
    expect.set_options(timeout=PATIENCE_MS)
    expect(page.get_by_text("Verbonden langs een omweg")).to_be_visible()
    expect(page.get_by_text("Het werkt. Kijk op de laptop.")).to_be_visible()
