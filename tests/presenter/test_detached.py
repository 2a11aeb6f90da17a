"""presenter/detached.py: a program that outlives the one that started it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from presenter.detached import SERVER_ARGUMENT, server_command, start_detached


def test_what_it_prints_goes_to_the_end_of_the_log(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "server.log"
    for word in ("een", "twee"):
        assert start_detached([sys.executable, "-c", f"print('{word}')"], log).wait(30) == 0
    assert log.read_text().split() == ["een", "twee"]


@pytest.mark.skipif(sys.platform == "win32", reason="a session is a matter of POSIX")
def test_it_has_a_session_of_its_own_so_that_ctrl_c_does_not_reach_it(tmp_path: Path) -> None:
    log = tmp_path / "log"
    start_detached([sys.executable, "-c", "import os; print(os.getsid(0))"], log).wait(30)
    assert int(log.read_text()) != os.getsid(0)


def test_a_packaged_app_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert server_command(["les"]) == [sys.executable, "-m", "polling", "les"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert server_command(["les"]) == [sys.executable, SERVER_ARGUMENT, "les"]
