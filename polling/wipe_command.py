"""`python -m polling wipe SESSION`: delete what was answered in a session. It asks nothing and cannot be undone."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from polling.forgetting import CannotWipe, wipe


def main(arguments: Sequence[str], default_data: Path) -> int:
    """Wipe one session. The exit code is 1 where there is none of that name, or it cannot be wiped."""
    options = _parser(default_data).parse_args(arguments)
    try:
        wipe(options.data, options.session)
    except CannotWipe as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


def _parser(default_data: Path) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m polling wipe", description="Delete the answers of a session.")
    parser.add_argument("session", help="the session")
    parser.add_argument("--data", type=Path, default=default_data, help="the folder that keeps the sessions")
    return parser
