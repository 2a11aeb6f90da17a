"""`python -m polling copy SESSION FILE`: copy a session, also while it runs. Reads the store, writes the copy."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from polling import sessions
from polling.store import StoreError


def main(arguments: Sequence[str], default_data: Path) -> int:
    """Copy a session into a new file. The exit code is 1 when there is no copy."""
    options = _parser(default_data).parse_args(arguments)
    try:
        store = sessions.stored(options.data, options.session)
        try:
            store.copy_to(options.file)
        finally:
            store.close()
    except StoreError as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


def _parser(default_data: Path) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m polling copy",
        description="Copy a session's file. The copy holds names, answers and the teacher's key: keep it private.",
    )
    parser.add_argument("session", help="the session")
    parser.add_argument("file", type=Path, help="the file to write; it must not be there yet")
    parser.add_argument("--data", type=Path, default=default_data, help="the folder that keeps the sessions")
    return parser
