"""The completing window over a pasted page or a lesson of a few slides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from lessons.package import open_lesson
from presenter.completing.arriving import from_text, working_folders
from presenter.completing.draft import Arrival, Draft
from presenter.completing.window import Completing
from presenter.console.look import dress
from presenter.settings import Settings
from tests.presenter.completing.page import page

MakeDraft = Callable[..., Draft]
MakeWindow = Callable[..., Completing]

SHORT = """\
<!-- kind: quiz -->

# Welke stof maakt een blad groen?

- [ ] Zetmeel
- [ ] Bladgroen
- [ ] Water

---

<!-- kind: video -->

---

<!-- layout: picture -->

# Kijk goed

---

# Een plaat

![De wolk](media/wolk.png)
"""


@pytest.fixture
def make_draft(tmp_path: Path) -> MakeDraft:
    """Makes drafts of lessons in a folder of the teacher's own; without a text, of the pasted page."""

    def make(text: str | None = SHORT) -> Draft:
        if text is None:
            arrival = from_text(page(), tmp_path / "data")
            assert arrival is not None
        else:
            (tmp_path / "les").mkdir(exist_ok=True)
            (tmp_path / "les" / "lesson.md").write_text(text, "utf-8")
            arrival = Arrival(open_lesson(tmp_path / "les"))
        return Draft(arrival, working_folders(tmp_path / "data"))

    return make


@pytest.fixture
def make_window(qapp: QApplication, qtbot: QtBot, make_draft: MakeDraft) -> Iterator[MakeWindow]:
    """Makes completing windows of 1366 x 768, with the keys in the last one."""
    windows: list[Completing] = []

    def make(text: str | None = SHORT, language: str = "nl", theme: str = "light") -> Completing:
        dress(qapp, theme)
        window = Completing(make_draft(text), Settings(language=language, theme=theme))  # type: ignore[arg-type]
        windows.append(window)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for window in windows:
        if isValid(window):
            window.hide()
            window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
