"""Saving and being killed: the file is always the old lesson or the new one."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lessons import saving
from lessons.package import open_lesson, save_lesson
from lessons.saving import open_private, replace_bytes

KILLS = 200 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 20
SAVER = """
import sys
from pathlib import Path
from lessons.markdown import read
from lessons.package import open_lesson, save_lesson
path, work = Path(sys.argv[1]), Path(sys.argv[2])
opened = open_lesson(path, work)
texts = [f"# Les {number}\\n\\n" + str(number) * 200_000 + "\\n" for number in range(10)]
lessons = [read(text)[0] for text in texts]
print("ready", flush=True)
while True:
    for lesson in lessons:
        opened = save_lesson(opened, lesson, work=work)
"""


@pytest.mark.parametrize("name", ["les.lesson", "les.md"])
def test_a_kill_while_saving_leaves_the_old_or_the_new_lesson(name: str, tmp_path: Path) -> None:
    first = tmp_path / "eerst.md"
    first.write_text("# Les 0\n\n" + "0" * 200_000 + "\n", encoding="utf-8")
    path, work = tmp_path / "plek" / name, tmp_path / "work"
    opened = open_lesson(first)
    save_lesson(opened, opened.lesson, path, work)
    chance = random.Random(7)
    for _ in range(KILLS // 2):
        command = [sys.executable, "-c", SAVER, str(path), str(work)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as saver:
            assert saver.stdout
            assert saver.stdout.readline() == b"ready\n"
            time.sleep(chance.random() * 0.05)
            saver.send_signal(signal.SIGKILL)
        found = open_lesson(path, work)
        (slide,) = found.lesson.slides
        number = slide.title.removeprefix("Les ")
        assert slide.body == number * 200_000


def test_a_folder_that_cannot_be_synced_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_open, real_sync = os.open, os.fsync

    def no_folder(path: str, flags: int, *more: int) -> int:
        raise OSError("geen map")

    monkeypatch.setattr(saving.os, "open", no_folder)
    replace_bytes(tmp_path / "a", b"een")
    monkeypatch.setattr(saving.os, "open", real_open)

    def only_files(descriptor: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):
            raise OSError("netwerkmap")
        real_sync(descriptor)

    monkeypatch.setattr(saving.os, "fsync", only_files)
    replace_bytes(tmp_path / "b", b"twee")
    assert (tmp_path / "a").read_bytes() + (tmp_path / "b").read_bytes() == b"eentwee"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's files apart by their folder")
def test_a_private_file_begins_empty_and_is_for_this_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_bytes(b"old")
    path.chmod(0o644)
    with open_private(path) as file:
        file.write(b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
