"""presenter/__main__.py: the command, as a program of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lessons.package import open_lesson
from polling import running, sessions
from polling.store import Mark
from presenter.__main__ import lacks_display, sample
from presenter.settings import Settings, SettingsFile
from tests.classroom import LESSON

PATIENCE_S = 60


def command(*arguments: str) -> list[str]:
    """The command line of the app."""
    return [sys.executable, "-m", "presenter", *arguments]


def without_display() -> dict[str, str]:
    """An environment in which no window can be opened."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in hidden}


@pytest.mark.parametrize(
    ("platform", "environment", "lacks"),
    [
        ("linux", {}, True),
        ("linux", {"DISPLAY": ":0"}, False),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, False),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, False),
        ("win32", {}, False),
        ("darwin", {}, False),
    ],
)
def test_only_linux_can_lack_a_display(platform: str, environment: dict[str, str], lacks: bool) -> None:
    assert lacks_display(platform, environment) is lacks


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_language_has_a_sample_lesson_without_problems(language: str) -> None:
    opened = open_lesson(sample(language))
    assert opened.lesson.language == language
    assert opened.problems == ()


def test_a_lesson_that_is_not_there_gives_a_sentence(tmp_path: Path) -> None:
    run = subprocess.run(
        command(str(tmp_path / "nothing.md"), "--data", str(tmp_path / "data"), "--language", "nl"),
        env=without_display(), capture_output=True, text=True, check=False, timeout=PATIENCE_S,
    )  # fmt: skip
    assert run.returncode == 1
    assert run.stderr.strip().startswith(f"{tmp_path / 'nothing.md'} is er niet (meer). Kijk of")


def test_a_folder_that_a_service_synchronises_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "lesson.md").write_text(LESSON, "utf-8")
    data = tmp_path / "Dropbox" / "les"
    run = subprocess.run(
        command(str(tmp_path / "lesson.md"), "--data", str(data), "--language", "nl"),
        env=without_display(), capture_output=True, text=True, check=False, timeout=PATIENCE_S,
    )  # fmt: skip
    assert run.returncode == 1
    assert run.stderr.strip().startswith(f"In de map {data} kan geen les bewaard worden: Dropbox")
    assert not data.parent.exists()


def test_a_packaged_app_can_be_the_server() -> None:
    run = subprocess.run(
        command("--polling-server", "--help"), capture_output=True, text=True, check=False, timeout=PATIENCE_S
    )
    assert "python -m polling" in run.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to another program there")
def test_without_a_display_it_gives_the_lesson_until_ctrl_c_and_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "lesson.md").write_text(LESSON, "utf-8")
    data = tmp_path / "data"
    given = command(str(tmp_path), "--data", str(data), "--host", "127.0.0.1", "--port", "0", "--language", "nl")
    given_ones = []
    for _ in range(2):
        with subprocess.Popen(given, env=without_display(), stdout=subprocess.PIPE, text=True) as app:
            told = _told_until(app, "Ctrl-C")
            found = running.read(data)
            assert found is not None
            given_ones.append(found.session)
            app.send_signal(signal.SIGINT)
            told += list(app.stdout or ())
            assert app.wait(PATIENCE_S) == 0
        text = "".join(told)
        assert text.startswith("Er is geen beeldscherm")
        assert found.join_url in text
        assert found.teacher_url in text
        assert "▄" in text
        assert "De les is bewaard" in text
        assert not running.is_alive(found)
    assert given_ones[0] == given_ones[1]


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to another program there")
@pytest.mark.parametrize(("keep_days", "is_said"), [(30, True), (0, False)])
def test_lessons_that_are_old_are_wiped_at_the_start_as_the_settings_say(
    keep_days: int, is_said: bool, tmp_path: Path
) -> None:
    (tmp_path / "lesson.md").write_text(LESSON, "utf-8")
    data = tmp_path / "data"
    store, room = sessions.begin(data, open_lesson(tmp_path))
    store.mark(Mark(room_ms=1, wall_s=1.0))
    store.close()
    SettingsFile(data).write(Settings(keep_days=keep_days))
    given = command(str(tmp_path), "--data", str(data), "--host", "127.0.0.1", "--port", "0", "--language", "nl")
    with subprocess.Popen(given, env=without_display(), stdout=subprocess.PIPE, text=True) as app:
        told = "".join(_told_until(app, "Ctrl-C"))
        app.send_signal(signal.SIGINT)
        assert app.wait(PATIENCE_S) == 0
    assert ("1 les van meer dan 30 dagen oud is gewist." in told) is is_said
    assert sessions.path_of(data, room.started.session).exists() is not is_said


def _told_until(app: subprocess.Popen[str], word: str) -> list[str]:
    assert app.stdout is not None
    lines = []
    for line in app.stdout:
        lines.append(line)
        if word in line:
            return lines
    raise AssertionError("".join(lines))
