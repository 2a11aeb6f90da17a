"""Setting up a machine: what is missing is installed or said, what is there is left alone."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parent.parent / "scripts" / "prepare.py"


class Machine:
    """A machine on which commands are written down instead of run. `offers` are the packages apt knows."""

    def __init__(self, offers: set[str], fails: str = "") -> None:
        self.ran: list[list[str]] = []
        self._offers = offers
        self._fails = fails

    def run(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        self.ran.append(command)
        if command[:2] == ["apt-cache", "policy"]:
            candidate = "1.0" if command[2] in self._offers else "(none)"
            return subprocess.CompletedProcess(command, 0, f"{command[2]}:\n  Candidate: {candidate}\n", "")
        has_failed = bool(self._fails) and self._fails in command
        return subprocess.CompletedProcess(command, int(has_failed), "told why\n" if has_failed else "", "")

    def installed(self) -> list[str]:
        """The arguments of what was installed with pip or apt."""
        return [word for command in self.ran if "install" in command for word in command]


@pytest.fixture
def prepare() -> ModuleType:
    spec = importlib.util.spec_from_file_location("prepare", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def house(prepare: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with nothing but the files that say what to install."""
    (tmp_path / ".venv").mkdir()
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    monkeypatch.setattr(prepare, "HOUSE", tmp_path)
    monkeypatch.setattr(prepare, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(prepare, "STAMP", tmp_path / ".venv" / "prepared.json")
    monkeypatch.setattr(prepare, "LOCKED", tmp_path / "constraints.txt")
    return tmp_path


def on(machine: Machine, prepare: ModuleType, monkeypatch: pytest.MonkeyPatch, *, is_root: bool, has_apt: bool) -> None:
    """Lets the script run on this machine."""
    monkeypatch.setattr(prepare.subprocess, "run", machine.run)
    monkeypatch.setattr(prepare.shutil, "which", lambda name: f"/usr/bin/{name}" if has_apt else None)
    monkeypatch.setattr(prepare, "is_root", lambda: is_root)


MISSING = [("libegl1",), ("libasound2", "libasound2t64")]


def test_root_on_debian_installs_what_is_missing(prepare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(offers={"libegl1", "libasound2"})
    on(machine, prepare, monkeypatch, is_root=True, has_apt=True)
    prepare.install_from_system(MISSING)
    assert machine.installed()[-2:] == ["libasound2", "libegl1"]
    assert "DPkg::Lock::Timeout=300" in machine.installed()


def test_a_newer_debian_has_newer_names(prepare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(offers={"libegl1", "libasound2t64"})
    on(machine, prepare, monkeypatch, is_root=True, has_apt=True)
    prepare.install_from_system(MISSING)
    assert machine.installed()[-2:] == ["libasound2t64", "libegl1"]


def test_another_user_is_told_the_one_line(
    prepare: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Machine(offers={"libegl1", "libasound2"})
    on(machine, prepare, monkeypatch, is_root=False, has_apt=True)
    prepare.install_from_system(MISSING)
    assert "sudo apt-get install --no-install-recommends libegl1 libasound2\n" in capsys.readouterr().out
    assert machine.installed() == []


def test_another_linux_is_told_what_may_be_missing(
    prepare: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    on(Machine(offers=set()), prepare, monkeypatch, is_root=True, has_apt=False)
    prepare.install_from_system(MISSING)
    assert "libegl1 libasound2" in capsys.readouterr().out


def test_nothing_missing_is_nothing_said(
    prepare: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Machine(offers=set())
    on(machine, prepare, monkeypatch, is_root=True, has_apt=True)
    prepare.install_from_system([])
    assert (machine.ran, capsys.readouterr().out) == ([], "")


@pytest.mark.skipif(sys.platform != "linux", reason="libraries of a Linux system")
def test_only_what_cannot_be_loaded_is_missing(prepare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    libraries = {"libc.so.6": ("libc6",), "libnowhere.so.1": ("libnowhere1",)}
    monkeypatch.setattr(prepare, "LIBRARIES", libraries)
    assert ("libnowhere1",) in prepare.missing_from_system("run")
    assert ("libc6",) not in prepare.missing_from_system("run")


def test_tests_need_programs_that_a_lesson_does_not(prepare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepare, "LIBRARIES", {})
    monkeypatch.setattr(prepare.shutil, "which", lambda name: None if name in ("strace", "ip") else f"/usr/bin/{name}")
    assert not {("strace",), ("iproute2",)} & set(prepare.missing_from_system("run"))
    missing = prepare.missing_from_system("test")
    assert {("strace",), ("iproute2",)} <= set(missing)
    assert ("xvfb",) not in missing


def test_packages_are_installed_once(prepare: ModuleType, house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(offers=set())
    on(machine, prepare, monkeypatch, is_root=False, has_apt=False)
    assert prepare.install_packages("run")
    before = len(machine.ran)
    assert prepare.install_packages("run")
    assert len(machine.ran) == before > 0


def test_tests_add_to_what_a_lesson_needs_and_stay(
    prepare: ModuleType, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = Machine(offers=set())
    on(machine, prepare, monkeypatch, is_root=False, has_apt=False)
    prepare.install_packages("run")
    assert machine.installed()[-1] == str(house)
    prepare.install_packages("test")
    assert machine.installed()[-1] == f"{house}[dev]"
    before = len(machine.ran)
    prepare.install_packages("run")
    assert len(machine.ran) == before


def test_a_changed_lock_installs_again(prepare: ModuleType, house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(offers=set())
    on(machine, prepare, monkeypatch, is_root=False, has_apt=False)
    prepare.install_packages("run")
    before = len(machine.ran)
    (house / "constraints.txt").write_text("msgspec==0.22.0", encoding="utf-8")
    prepare.install_packages("run")
    assert len(machine.ran) > before


def test_a_failed_install_is_told_and_tried_again(
    prepare: ModuleType, house: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    on(Machine(offers=set(), fails=str(house)), prepare, monkeypatch, is_root=False, has_apt=False)
    assert not prepare.install_packages("run")
    assert "told why" in capsys.readouterr().out
    assert not prepare.STAMP.exists()


def test_a_broken_stamp_counts_as_none(prepare: ModuleType, house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(offers=set())
    on(machine, prepare, monkeypatch, is_root=False, has_apt=False)
    prepare.STAMP.write_text("{", encoding="utf-8")
    assert prepare.install_packages("run")
    assert json.loads(prepare.STAMP.read_text(encoding="utf-8"))["dev"] is False
