"""How soon a phone is there over a poor link: 1 Mbit/s each way and 150 ms there and back, in a real browser against
the real server. Prints the medians of some runs, and writes nothing.

    .venv/bin/python bench/slow_link.py

The browser slows down what it fetches and the opening of the websocket. What it does not slow down on the loopback
address is added: the TCP handshake of the page's connection, and the first question and answer over the websocket.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import BrowserContext, Page, sync_playwright

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))

from polling import commands  # noqa: E402 - the script runs from anywhere
from tests.browsers import CHROMIUM, QUIET  # noqa: E402
from tests.classroom import LESSON  # noqa: E402
from tests.polling_process import PollingProcess  # noqa: E402
from tests.wire_clients import WireTeacher  # noqa: E402

BITS_PER_S = 1_000_000
ROUND_TRIP_MS = 150
RUNS = 7
NOT_SLOWED = 2
"""Round trips that are added."""


def slowed(context: BrowserContext) -> Page:
    """A page whose link is poor."""
    page = context.new_page()
    link = context.new_cdp_session(page)
    link.send("Network.enable")
    link.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": ROUND_TRIP_MS,
            "downloadThroughput": BITS_PER_S / 8,
            "uploadThroughput": BITS_PER_S / 8,
        },
    )
    return page


def until_ms(page: Page, address: str, there: str) -> float:
    """From asking for the page to seeing this element, in milliseconds; with what is not slowed down."""
    began = perf_counter()
    page.goto(address, wait_until="commit")
    page.locator(there).wait_for()
    return (perf_counter() - began) * 1000 + NOT_SLOWED * ROUND_TRIP_MS


def main() -> int:
    """Measure a newcomer and a phone that comes back, in turn."""
    new, back = [], []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        lesson = Path(folder) / "geluid.md"
        lesson.write_text(LESSON, "utf-8")
        server = PollingProcess(lesson, Path(folder))
        WireTeacher(server.teacher_url).does(commands.GoTo("s3"))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for number in range(RUNS):
            context = browser.new_context(locale="nl-NL", viewport={"width": 390, "height": 844})
            page = slowed(context)
            new.append(until_ms(page, server.join_url, "#name"))
            page.locator("#name").fill(f"Ana {number}")
            page.locator("#name").press("Enter")
            page.locator("main.question").wait_for()
            page.close()
            back.append(until_ms(slowed(context), server.join_url, "main.question h1"))
            context.close()
        browser.close()
        server.ends()
    print(f"1 Mbit/s, {ROUND_TRIP_MS} ms, medians of {RUNS} runs:")
    print(f"a newcomer, until the field for the name: {median(new):.0f} ms ({min(new):.0f} to {max(new):.0f})")
    print(f"a phone that comes back, until the question: {median(back):.0f} ms ({min(back):.0f} to {max(back):.0f})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
