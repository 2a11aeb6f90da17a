"""When a question that everyone has answered may close by itself. Pure; times are room time in milliseconds."""

from __future__ import annotations

SETTLE_MS = 3_000
"""The last one to answer may still change their mind for so long."""


class Settling:
    """Watches one question after the other."""

    def __init__(self) -> None:
        self.due_ms: int | None = None
        """When the question closes if nothing more happens; None while somebody is awaited."""

    def see(self, everyone_answered: bool, has_news: bool, now_ms: int) -> bool:
        """Look again; `has_news` when an answer has just come. True when it is time to close."""
        if not everyone_answered:
            self.due_ms = None
            return False
        if self.due_ms is None or has_news:
            self.due_ms = now_ms + SETTLE_MS
        if now_ms < self.due_ms:
            return False
        self.due_ms = None
        return True
