"""The log of the app, in a process of its own: it changes hooks that a test run needs itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import logging, sys
from pathlib import Path
from PySide6.QtCore import QObject, Signal, qWarning
from presenter import log

class Sender(QObject):
    sent = Signal()

def fails():
    raise ValueError("in a slot")

log.begin(Path(sys.argv[1]))
logging.getLogger("somewhere").warning("from Python")
qWarning("from Qt")
sender = Sender()
sender.sent.connect(fails)
sender.sent.emit()
print("went on")
"""


def run(data: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, str(data)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )


def test_what_goes_wrong_is_written_to_the_log_and_not_to_the_terminal(tmp_path: Path) -> None:
    ran = run(tmp_path)
    assert (ran.stdout, ran.stderr) == ("went on\n", "")
    written = (tmp_path / "logs" / "presenter.log").read_text("utf-8")
    assert "WARNING somewhere: from Python" in written
    assert "WARNING qt: from Qt" in written
    assert "ValueError: in a slot" in written


def test_without_a_place_for_the_log_it_goes_to_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way")
    ran = run(tmp_path)
    assert ran.stdout == "went on\n"
    assert "from Python" in ran.stderr
