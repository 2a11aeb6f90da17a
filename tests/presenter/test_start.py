"""presenter/start.py: a second presenter, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from presenter.lesson_lock import LessonLock
from tests.classroom import LESSON


def test_a_second_presenter_says_which_lesson_is_open(tmp_path: Path) -> None:
    (tmp_path / "lesson.md").write_text(LESSON, "utf-8")
    lock = LessonLock(tmp_path / "data")
    assert lock.take(Path("/lessen/licht"))
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    run = subprocess.run(
        [sys.executable, "-m", "presenter", str(tmp_path), "--data", str(tmp_path / "data"), "--language", "nl"],
        env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    lock.give_back()
    assert run.returncode == 1
    assert run.stderr.strip().startswith("Klassikaal geeft op deze computer al een les: licht.")
