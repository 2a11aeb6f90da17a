"""presenter/lesson_lock.py: one presenter per data folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from presenter.lesson_lock import LessonLock

LESSON = Path("/lessen/geluid")


def test_a_second_presenter_is_told_which_lesson_is_open(tmp_path: Path) -> None:
    first, second = LessonLock(tmp_path), LessonLock(tmp_path)
    assert first.take(LESSON)
    assert not second.take(Path("/lessen/licht"))
    assert second.holder() == str(LESSON)
    first.give_back()
    assert second.take(Path("/lessen/licht"))
    second.give_back()
    assert second.holder() == ""


def test_a_presenter_that_goes_on_with_another_lesson_keeps_the_lock(tmp_path: Path) -> None:
    first, second = LessonLock(tmp_path), LessonLock(tmp_path)
    assert first.take(LESSON)
    first.tell(Path("/lessen/licht"))
    assert not second.take(LESSON)
    assert second.holder() == str(Path("/lessen/licht"))
    first.give_back()


def test_a_presenter_that_was_killed_leaves_no_lock(tmp_path: Path) -> None:
    taken = (
        "import os, sys; from pathlib import Path; from presenter.lesson_lock import LessonLock;"
        f"lock = LessonLock(Path({str(tmp_path)!r})); assert lock.take(Path('x')); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", taken], check=False).returncode == 9
    assert (tmp_path / "presenter.lock").exists()
    lock = LessonLock(tmp_path)
    assert lock.take(LESSON)
    lock.give_back()


def test_a_data_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError, match="file"):
        LessonLock(tmp_path / "file" / "data").take(LESSON)
