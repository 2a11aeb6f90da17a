"""presenter/start.py: what stands in the way of a lesson. What follows it is in tests/end2end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from lessons.problems import error
from presenter.completing.arriving import from_path
from presenter.lesson_lock import LessonLock
from presenter.settings import Settings
from presenter.start import Start
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


def test_a_data_folder_that_cannot_be_written_is_said(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lesson.md").write_text(LESSON, "utf-8")
    (tmp_path / "file").write_text("in the way", "utf-8")
    start = Start(Settings(language="nl"), tmp_path / "file" / "data", is_headless=True)
    assert start.give(from_path(tmp_path, tmp_path / "data"), "", None) == 1
    assert "kan niet schrijven" in capsys.readouterr().err


def test_a_refusal_is_said_and_ends_with_code_1(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start = Start(Settings(language="nl"), tmp_path, is_headless=True)
    assert start.refuse("Dit is geen les.") == 1
    assert capsys.readouterr().err == "Dit is geen les.\n"


@pytest.mark.parametrize(
    ("here_only", "named", "expected"),
    [(False, "", ""), (True, "", "127.0.0.1"), (True, "10.0.0.7", "10.0.0.7"), (False, "10.0.0.7", "10.0.0.7")],
)
def test_where_phones_may_not_join_the_server_listens_for_this_laptop_alone(
    qapp: QApplication, tmp_path: Path, here_only: bool, named: str, expected: str
) -> None:
    start = Start(Settings(language="nl", listens_here_only=here_only), tmp_path, is_headless=True)
    assert start._bind(named) == expected


def test_remarks_about_the_file_stand_in_the_order_of_its_lines(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "lesson.md").write_text(LESSON, "utf-8")
    opened = msgspec.structs.replace(
        from_path(tmp_path, tmp_path / "data").opened,
        problems=tuple(error("media_missing", line, target="x") for line in (9, 0, 3)),
    )
    remarks = Start(Settings(language="nl"), tmp_path, is_headless=True)._problems(opened)
    assert [remark.split(":")[0] for remark in remarks[1:]] == ["Regel 3", "Regel 9"]


def test_a_session_that_cannot_be_read_is_said(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "sessions").mkdir()
    (tmp_path / "sessions" / "damaged.sqlite3").write_bytes(b"This was a session once. " * 100)
    told = Start(Settings(language="nl"), tmp_path, is_headless=True)._unreadable()
    assert told == ("De les in damaged.sqlite3 kan niet meer gelezen worden. Het bestand blijft zoals het is.",)


def test_a_slide_with_too_much_text_is_said(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "lesson.md").write_text("# Begin\n\n---\n\n# Muur\n\n" + "Een lange zin op een slide. " * 200, "utf-8")
    opened = from_path(tmp_path, tmp_path / "data").opened
    told = Start(Settings(language="nl"), tmp_path, is_headless=True)._too_full(opened)
    assert [remark.split(":")[0] for remark in told] == ["Slide 2 heeft te veel tekst"]
