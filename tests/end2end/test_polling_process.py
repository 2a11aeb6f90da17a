"""`python -m polling`: the line it prints, its exit codes, and a kill in the middle of a question."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

from polling import commands, wire
from tests.classroom import LESSON
from tests.polling_process import PollingProcess
from tests.wire_clients import WirePhone, WireTeacher

Start = Callable[..., PollingProcess]


def lesson_in(folder: Path) -> Path:
    path = folder / "les.md"
    path.write_text(LESSON, "utf-8")
    return path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "polling", *arguments], capture_output=True, text=True, timeout=30, check=False
    )


def test_the_addresses_it_prints_hold_the_room_code_and_the_key(start_polling: Start, tmp_path: Path) -> None:
    server = start_polling(lesson_in(tmp_path))
    assert server.join_url.startswith(f"http://127.0.0.1:{server.port}/")
    assert len(server.join_url.rpartition("/")[2]) == 4
    with urllib.request.urlopen(server.join_url, timeout=10) as page:
        assert page.status == 200
    left = json.loads((tmp_path / "data" / "running.json").read_text("utf-8"))
    assert server.teacher_url.endswith(f"/teacher#{left['key']}")
    assert left["session"] == server.session


def test_no_acknowledged_answer_is_gone_after_a_kill(start_polling: Start, tmp_path: Path) -> None:
    server = start_polling(lesson_in(tmp_path))
    teacher = WireTeacher(server.teacher_url)
    teacher.does(commands.GoTo("s2"))
    phones = [WirePhone(server.join_url, f"Leerling {number}") for number in range(30)]
    for number, phone in enumerate(phones):
        phone.sees(lambda state: state.view == "question")
        phone.chooses("ABC"[number % 3])
    before = teacher.waits_for(wire.TallyPart, lambda part: part.answered == 30)
    server.is_killed()
    server.starts_again()
    again = WireTeacher(server.teacher_url)
    after = again.waits_for(wire.TallyPart)
    assert (after.counts, after.answers) == (before.counts, before.answers)
    position = again.position
    assert (position.slide, position.phase) == ("s2", "asking")
    assert position.clock is not None
    assert 0 < position.clock.left_ms <= 30_000
    back = WirePhone(server.join_url, token=phones[0].welcome.token)
    assert back.welcome.participant == phones[0].welcome.participant
    assert [each.revision for each in back.welcome.answers] == [1]


def test_an_unfinished_session_is_taken_up_by_itself_unless_a_new_one_is_asked(
    start_polling: Start, tmp_path: Path
) -> None:
    lesson = lesson_in(tmp_path)
    first = start_polling(lesson)
    teacher = WireTeacher(first.teacher_url)
    teacher.does(commands.GoTo("s3"))
    teacher.sees(lambda position: position.slide == "s3")
    teacher.does(wire.Release())
    assert first.exit_code() == 0
    second = start_polling(lesson)
    assert second.session == first.session
    assert WireTeacher(second.teacher_url).position.slide == "s3"
    WireTeacher(second.teacher_url).does(wire.Release())
    assert second.exit_code() == 0
    assert start_polling(lesson, "--new").session != first.session


def test_an_ended_session_is_not_taken_up(start_polling: Start, tmp_path: Path) -> None:
    lesson = lesson_in(tmp_path)
    first = start_polling(lesson)
    WireTeacher(first.teacher_url).does(commands.End())
    assert first.exit_code() == 0
    assert start_polling(lesson).session != first.session


def test_what_is_in_the_way_is_one_sentence_and_an_exit_code(start_polling: Start, tmp_path: Path) -> None:
    missing = run(str(tmp_path / "nothing.md"), "--data", str(tmp_path / "data"))
    assert missing.returncode == 3
    assert "Traceback" not in missing.stderr
    lesson = lesson_in(tmp_path)
    server = start_polling(lesson)
    taken = run(
        str(lesson), "--new", "--host", "127.0.0.1", "--port", str(server.port), "--data", str(tmp_path / "data2")
    )
    assert taken.returncode == 4
    assert "Traceback" not in taken.stderr
    (tmp_path / "file").write_text("in the way")
    no_folder = run(str(lesson), "--port", "0", "--data", str(tmp_path / "file"))
    assert no_folder.returncode == 5
    assert "Traceback" not in no_folder.stderr
    unknown = run(str(lesson), "--session", "nothing", "--data", str(tmp_path / "data3"))
    assert unknown.returncode == 5
