"""One presenter per data folder: a lock that tells which lesson is open, and that a crash does not leave behind."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile


class LessonLock:
    """Held while a lesson is given. A lock whose program is gone counts as free, whenever it was made."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._lock = QLockFile(str(data / "presenter.lock"))
        self._lock.setStaleLockTime(0)
        self._note = data / "presenter.lesson"

    def take(self, lesson: Path) -> bool:
        """Hold the lock for this lesson; False when another presenter has it. Raises OSError when the data folder
        cannot be written."""
        self._data.mkdir(parents=True, exist_ok=True)
        if not self._lock.tryLock(0):
            if self._lock.error() is QLockFile.LockError.LockFailedError:
                return False
            raise PermissionError(f"no lock in {self._data}")
        self.tell(lesson)
        return True

    def tell(self, lesson: Path) -> None:
        """Hold the lock, that is held, for this lesson. Raises OSError."""
        self._note.write_text(str(lesson), encoding="utf-8")

    def holder(self) -> str:
        """The lesson that the presenter with the lock has open, as a path; "" when that is not known."""
        try:
            return self._note.read_text(encoding="utf-8")
        except (OSError, UnicodeError):
            return ""

    def give_back(self) -> None:
        """Let another presenter have it."""
        if self._lock.isLocked():
            self._note.unlink(missing_ok=True)
            self._lock.unlock()
