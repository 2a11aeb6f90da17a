"""`python -m polling wipe`."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessons.package import open_lesson
from polling import __main__ as program
from polling import sessions


def test_a_session_is_wiped_once(lesson_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, room = sessions.begin(tmp_path / "data", open_lesson(lesson_folder))
    store.close()
    arguments = ["wipe", room.started.session, "--data", str(tmp_path / "data")]
    assert program.main(arguments) == 0
    assert list((tmp_path / "data" / "sessions").iterdir()) == []
    assert capsys.readouterr() == ("", "")
    assert program.main(arguments) == 1
    assert "no session" in capsys.readouterr().err
