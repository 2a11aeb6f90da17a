"""The table of next and back once more, with real keys on the real app: every kind in every phase."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from polling.commands import Cover
from presenter.stage.content import JoinContent
from tests.end2end.the_app import TheApp

Key = Qt.Key
KINDS = {
    "quiz": "- [x] Ja\n- [ ] Nee\n",
    "poll": "- [ ] Ja\n- [ ] Nee\n",
    "wordweb": "",
    "open": "",
}
FORTH = (Key.Key_Right, Key.Key_Space, Key.Key_PageDown, Key.Key_Return)
BACK = (Key.Key_Left, Key.Key_PageUp)


def lesson_text() -> str:
    """1 text; then every kind of question twice, asked on arrival (even) and by key (odd); then a video and a text."""
    slides = ["# Begin\n"]
    for kind, options in KINDS.items():
        for ask in ("arrive", "key"):
            slides.append(f"<!-- kind: {kind}\n     ask: {ask} -->\n\n# Vraag\n\n{options}")
    slides += ["<!-- kind: video -->\n\n# Film\n\n![Film](https://youtu.be/aaaaaaaaaaa)\n", "# Eind\n"]
    return "\n---\n\n".join(slides)


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[TheApp]:
    path = tmp_path / "les.md"
    path.write_text(lesson_text(), "utf-8")
    app = TheApp(qapp, qtbot, path, tmp_path / "data")
    app.shows(JoinContent, lambda content: bool(content.url))
    yield app
    app.ends()


class Walk:
    """Presses keys that mean next or back in turn, and says where that must lead."""

    def __init__(self, app: TheApp) -> None:
        self._app = app
        self._pressed = 0

    def forth(self, number: int, phase: str = "") -> None:
        self._go(FORTH, number, phase)

    def back(self, number: int, phase: str = "") -> None:
        self._go(BACK, number, phase)

    def _go(self, keys: tuple[Qt.Key, ...], number: int, phase: str) -> None:
        before = self._app.position.revision
        self._app.presses(keys[self._pressed % len(keys)])
        self._pressed += 1
        self._app.waits_until(lambda: self._app.position.revision > before)
        assert (self._app.position.number, self._app.position.phase) == (number, phase)


def test_every_kind_and_phase_by_keys(app: TheApp) -> None:
    walk = Walk(app)
    walk.forth(1)
    walk.forth(2, "asking")
    walk.back(1)
    walk.forth(2, "closed")
    walk.forth(2, "revealed")
    walk.back(1)
    walk.forth(2, "revealed")
    walk.forth(3, "waiting")
    walk.back(2, "revealed")
    walk.forth(3, "waiting")
    walk.forth(3, "asking")
    walk.forth(3, "closed")
    walk.back(2, "revealed")
    walk.forth(3, "closed")
    walk.forth(3, "revealed")
    before = (3, "revealed")
    for number in (4, 6, 8):
        walk.forth(number, "asking")
        walk.back(*before)
        walk.forth(number, "closed")
        walk.forth(number + 1, "waiting")
        walk.back(number, "closed")
        walk.forth(number + 1, "waiting")
        walk.forth(number + 1, "asking")
        walk.back(number, "closed")
        walk.forth(number + 1, "closed")
        before = (number + 1, "closed")
    walk.forth(10)
    walk.forth(11)
    walk.back(10)
    walk.back(9, "closed")


def test_next_alone_leads_through_the_whole_lesson(app: TheApp) -> None:
    walk = Walk(app)
    walk.forth(1)
    for phase in ("asking", "closed", "revealed"):
        walk.forth(2, phase)
    for phase in ("waiting", "asking", "closed", "revealed"):
        walk.forth(3, phase)
    for number in (4, 6, 8):
        walk.forth(number, "asking")
        walk.forth(number + 1, "waiting")
        walk.forth(number + 1, "asking")
    walk.forth(10)
    walk.forth(11)
    assert app.position.next == "none"


def test_shift_and_next_skips_what_is_asked(app: TheApp) -> None:
    app.presses(Key.Key_Right)
    app.is_at(1)
    for number in (2, 3, 4, 5):
        app.presses(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        app.waits_until(lambda number=number: app.position.number == number)  # type: ignore[misc]
    app.presses(Key.Key_Left)
    app.is_at(4, "closed")


def test_covers_pause_and_the_edges(app: TheApp) -> None:
    app.presses(Key.Key_Right)
    app.is_at(1)
    for key, cover in ((Key.Key_B, Cover.BLACK), (Key.Key_Period, Cover.BLACK), (Key.Key_W, Cover.WHITE)):
        app.presses(key)
        app.waits_until(lambda cover=cover: app.position.cover is cover)  # type: ignore[misc]
        app.presses(Key.Key_Right)
        app.waits_until(lambda: app.position.cover is Cover.NONE)
        assert app.position.number == 1
    app.presses(Key.Key_P)
    app.waits_until(lambda: app.position.paused)
    app.presses(Key.Key_PageDown)
    app.waits_until(lambda: not app.position.paused)
    assert app.position.number == 1
    assert app.position.back == "none"


def test_f5_and_esc_show_and_leave_the_slides(app: TheApp) -> None:
    app.presses(Key.Key_Escape)
    app.waits_until(lambda: not app.app.projector.isVisible())
    app.presses(Key.Key_F5)
    app.waits_until(lambda: app.app.projector.isVisible())
    assert app.app.projector.screen().name() == "projector"
    assert app.position.slide == ""
