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
from polling.parts import lesson_part
from polling.sessions import Unfinished
from presenter.beginning.resume_sheet import ResumeSheet
from presenter.completing.arriving import from_path
from presenter.lesson_lock import LessonLock
from presenter.opening import Decision
from presenter.server_process import Wish
from presenter.settings import Settings
from presenter.start import Start
from tests.classroom import LESSON, Classroom


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


def test_a_colour_of_the_school_that_cannot_be_read_is_said(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "lesson.md").write_text('---\ntheme: "#004b87 #f2f2f2"\n---\n\n# Begin', "utf-8")
    opened = from_path(tmp_path, tmp_path / "data").opened
    told = Start(Settings(language="nl"), tmp_path, is_headless=True)._pale(opened)
    assert told == ("De kleur #f2f2f2 is op wit te licht om te lezen. Op het bord is hij daarom donkerder.",)


def left(session: str, minutes: float) -> Unfinished:
    """A session that was left so many minutes ago, with people in it."""
    return Unfinished(
        session=session, label="H3b", started_at="2026-11-24T09:05:00+01:00", slide_number=2, participants=3, answers=5,
        last_seen_s=minutes * 60, slide="s2", lesson=lesson_part(Classroom().room, 0),
    )  # fmt: skip


def answered(start: Start, tmp_path: Path, decision: Decision) -> Wish | None:
    """What the server is asked for after this decision."""
    (tmp_path / "lesson.md").write_text(LESSON, "utf-8")
    opened = from_path(tmp_path, tmp_path / "data").opened
    return start._answered(decision, Wish(lesson=opened.source, data=tmp_path), opened)


def test_without_a_display_the_latest_of_today_goes_on_and_one_of_another_day_never(
    qapp: QApplication, tmp_path: Path
) -> None:
    start = Start(Settings(language="nl"), tmp_path, is_headless=True)
    today = answered(start, tmp_path, Decision(ask=(left("a", 0), left("b", 3 * 24 * 60))))
    assert today is not None
    assert (today.session, today.is_new) == ("a", False)
    older = answered(start, tmp_path, Decision(ask=(left("b", 3 * 24 * 60),)))
    assert older is not None
    assert (older.session, older.is_new) == ("", True)


@pytest.mark.parametrize("asks", [True, False])
def test_a_session_to_go_on_with_and_a_new_lesson_need_no_question(
    asks: bool, qapp: QApplication, tmp_path: Path
) -> None:
    start = Start(Settings(language="nl"), tmp_path, is_headless=False)
    wish = answered(start, tmp_path, Decision(session="a") if asks else Decision())
    assert wish is not None
    assert (wish.session, wish.is_new) == (("a", False) if asks else ("", True))


def test_the_answer_on_the_sheet_is_what_the_server_is_asked_for(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begins_anew(sheet: ResumeSheet) -> int:
        assert sheet.picture.pixmap().width() > 300
        sheet.fields.label.setText(" H3c ")
        sheet.fields.slides.setCurrentIndex(2)
        sheet.new.click()
        return sheet.result()

    def goes_on(sheet: ResumeSheet) -> int:
        sheet.resume.click()
        return sheet.result()

    def thinks_better(sheet: ResumeSheet) -> int:
        sheet.cancel.click()
        return sheet.result()

    start = Start(Settings(language="nl"), tmp_path, is_headless=False)
    told = []
    for does in (begins_anew, goes_on, thinks_better):
        monkeypatch.setattr(ResumeSheet, "exec", does)
        wish = answered(start, tmp_path, Decision(ask=(left("a", 50),)))
        told.append(wish and (wish.session, wish.is_new, wish.label, wish.begins_at))
    assert told == [("", True, "H3c", "s3"), ("a", False, "", ""), None]


def test_what_only_some_lessons_need_is_not_loaded_at_the_start() -> None:
    late = ("ifaddr", "presenter.completing.window", "PySide6.QtMultimedia", "PySide6.QtWebEngineWidgets")
    asked = f"import sys, presenter.start; print([each for each in {late} if each in sys.modules])"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.strip() == "[]"
