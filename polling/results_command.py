"""`python -m polling results [SESSION]`: print what a session's answers mean. Reads the store, writes nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from polling import sessions
from polling.export import to_csv, to_json
from polling.results import results
from polling.store import StoreError


def main(arguments: Sequence[str], default_data: Path) -> int:
    """Print the results of a session (the latest, when none is named). The exit code is 1 where there is none."""
    options = _parser(default_data).parse_args(arguments)
    session = options.session or sessions.latest(options.data)
    try:
        if session is None:
            raise StoreError(f"no session in {options.data}")
        store, room = sessions.resume(options.data, session)
    except StoreError as reason:
        print(reason, file=sys.stderr)
        return 1
    store.close()
    found = results(room)
    text = to_csv(found, room.lesson.language) if options.format == "csv" else to_json(found) + "\n"
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.flush()
    return 0


def _parser(default_data: Path) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m polling results", description="Print the results of a session.")
    parser.add_argument("session", nargs="?", help="the session (default: the latest)")
    parser.add_argument("--data", type=Path, default=default_data, help="the folder that keeps the sessions")
    parser.add_argument("--format", choices=("json", "csv"), default="json")
    return parser
