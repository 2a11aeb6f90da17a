"""Between the room and the board: words that arrive within a moment come in together. No widgets, no layout.

What goes must go at once: only words that come, and counts that rise, wait.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from polling.wire import WordsPart
from presenter.room_copy import NOTHING_SEEN, RoomSeen

TOGETHER_MS = 300


class Rhythm(QObject):
    """Passes on the room as it was seen last, with the words that the board shows already or may show now."""

    changed = Signal(object)
    """Carries the RoomSeen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen = NOTHING_SEEN
        self._words: WordsPart | None = None
        self._rest = QTimer(self, singleShot=True, interval=TOGETHER_MS)
        self._rest.timeout.connect(self.on_rested)

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        self._seen = seen
        words = seen.view.words
        if words == self._words:
            self._rest.stop()
        elif _only_more(self._words, words):
            if not self._rest.isActive():
                self._rest.start()
        else:
            self._rest.stop()
            self._words = words
        self._tell()

    def stop(self) -> None:
        """Pass on nothing any more."""
        self._rest.stop()

    @Slot()
    def on_rested(self) -> None:
        self._words = self._seen.view.words
        self._tell()

    def _tell(self) -> None:
        view = replace(self._seen.view, words=self._words)
        self.changed.emit(replace(self._seen, view=view))


def _only_more(before: WordsPart | None, after: WordsPart | None) -> bool:
    """True when a web that shows words only gets more of them: none goes, and none becomes another."""
    if before is None or after is None or (before.slide, before.round) != (after.slide, after.round):
        return False
    shown = {word.key: word for word in after.words if word.is_shown}
    kept = [word for word in before.words if word.is_shown]
    return all(
        (now := shown.get(word.key)) is not None
        and now.count >= word.count
        and msgspec.structs.replace(now, count=word.count) == word
        for word in kept
    )
