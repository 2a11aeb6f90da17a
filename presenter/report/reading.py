"""A session as the report needs it: read from its file, kept or not, wiped. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from polling import forgetting, sessions
from polling.results import Results, results


@dataclass(frozen=True)
class Report:
    """What was in the file when it was read. `language` is that of the lesson; `is_given` while the lesson goes on."""

    results: Results
    language: str
    is_kept: bool
    is_given: bool = False


def read_report(data: Path, session: str) -> Report:
    """Read a session. Raises StoreError."""
    store, room = sessions.resume(data, session)
    try:
        is_kept = forgetting.is_kept(store)
    finally:
        store.close()
    return Report(results(room), room.lesson.language, is_kept, forgetting.is_given(data, session))
