"""A desk in a room full of texts that a rich-text widget would obey: it would wait for a pipe, ask another computer for
a picture, or need a screen of thirty thousand pixels. Also a program of its own, for a test that watches what it opens:

    python -m tests.presenter.hostile_desk          the real console and board
    python -m tests.presenter.hostile_desk careless a label that does read HTML, for comparison
"""

from __future__ import annotations

import signal
import sys
from datetime import datetime
from typing import cast

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from lessons.markdown import escaped
from polling.commands import Close, Cover, CoverWith, Hide, Next, Reveal
from polling.parts import lesson_part
from polling.sessions import Unfinished
from polling.wire import RemoteCode, RemotesPart, RemoteView
from presenter.beginning.class_dialog import ClassDialog
from presenter.beginning.resume_sheet import ResumeSheet
from presenter.dialogs import message
from presenter.remote_dialog import RemoteDialog
from presenter.stage.theme import THEMES
from presenter.thumbnails import Thumbnails
from presenter.words import Words
from tests.presenter.desk import Desk

PIPE = "trap"
"""A file in the working folder: a pipe into which nobody writes, so that who opens it waits for ever."""
TRAP = f"<img src={PIPE}>"
OTHER = "10.0.0.66"
"""A computer that is asked for nothing."""
BOLD = "<b>ii</b>"
TEXTS = (
    TRAP,
    f'<img src="//{OTHER}/x.png">',
    "<img width=30000 height=30000>",
    BOLD,
    "&lt;b&gt;ii",
    f"<table background={PIPE}><td>x",
    f"<a href=//{OTHER}/>x</a>",
)


def lesson() -> str:
    """A lesson with such texts in its title, its notes and its questions, as they are and quoted."""
    front = f"---\ntitle: {escaped(TRAP)} {BOLD}\nlanguage: nl\n---\n"
    notes = f"<!-- notes: {' '.join(TEXTS)} -->\n\n"
    quoted = "\n\n".join(map(escaped, TEXTS))
    options = "".join(f"- [ ] {escaped(text)}\n  > {escaped(text)}\n" for text in TEXTS[:5]) + f"- [x] {TRAP}\n"
    slides = (
        f"# {escaped(TRAP)}\n\n{notes}{quoted}\n\n{TRAP}\n",
        f"# {escaped(TRAP)}\n\n{notes}{options}",
        f"<!-- kind: wordweb\n     max: 10 -->\n\n# {escaped(TEXTS[1])}\n\n{notes}",
        f"<!-- kind: open -->\n\n# {escaped(TEXTS[2])}\n\n{notes}{quoted}\n",
    )
    return front + "\n" + "\n---\n\n".join(slides)


def fill(desk: Desk) -> None:
    """Students come in, answer everything, and both windows and every dialog are painted on the way."""
    phones = [desk.link.joins(text) for text in TEXTS]
    desk.link.tells()
    show(desk)
    desk.link.send(Next())
    show(desk)
    desk.goes_to("s2")
    for place, phone in enumerate(phones):
        phone.chooses("ABCDEF"[place % 6])
    for command in (Close(), Reveal(), CoverWith(Cover.JOIN), CoverWith(Cover.NONE)):
        desk.link.send(command)
        show(desk)
    desk.goes_to("s3")
    for phone, text in zip(phones, TEXTS, strict=True):
        if len(text) <= 30:
            phone.sends(text)
    desk.link.send(Close())
    show(desk)
    desk.goes_to("s4")
    for phone, text in zip(phones, TEXTS, strict=True):
        phone.writes(f"{text}\n{text}")
    desk.link.send(Close())
    desk.link.send(Hide(phones[0].participant))
    show(desk)
    desk.console.problems.say("1", TEXTS, "show", "hide")
    desk.console.problems.on_switch()
    show(desk)


def show(desk: Desk) -> None:
    """Paint both windows as they are now, after everything that waits."""
    QApplication.processEvents()
    for window in (desk.console, desk.projector):
        window.show()
        assert not window.grab().isNull()


def dialogs(desk: Desk) -> list[QWidget]:
    """The questions of the app with such texts in them, painted."""
    words = Words("nl")
    found = Unfinished(
        session="x",
        label=TRAP,
        started_at="2026-01-01T08:30:00",
        slide_number=1,
        participants=1,
        answers=1,
        last_seen_s=60.0,
        slide="s1",
        lesson=lesson_part(desk.link.classroom.room, 0),
    )
    remotes = RemoteDialog(words, desk.console)
    remotes.show_code(RemoteCode(url=f"http://{TRAP}", seconds=60))
    remotes.show_remotes(RemotesPart(revision=1, remotes=(RemoteView(id=TRAP, digits=TRAP, is_in=False),)))
    seen, theme = desk.room.seen, THEMES["light"]
    opened = [
        message(TRAP, "\n".join(TEXTS), words, desk.console),
        ResumeSheet(
            (found, found),
            seen.view.lesson.slides,
            words,
            lambda lesson, slide, size: Thumbnails(lesson, theme, {}).picture_of(slide, size),
            datetime(2026, 1, 1, 9, 30),
            desk.console,
        ),
        ClassDialog(desk.room.seen, words, desk.console),
        remotes,
    ]
    for dialog in opened:
        dialog.show()
        assert not dialog.grab().isNull()
    return list[QWidget](opened)


def ask_for_tooltips() -> None:
    """Point at every row and every widget for so long that a tooltip would come."""
    for widget in QApplication.allWidgets():
        rows = [widget.visualRect(widget.model().index(0, 0)).center()] if isinstance(widget, QListView) else []
        for place in [*rows, QPoint(3, 3)]:
            target = widget.viewport() if isinstance(widget, QListView) else widget
            QApplication.sendEvent(target, QHelpEvent(QEvent.Type.ToolTip, place, target.mapToGlobal(place)))


class _Keeper:
    """Keeps windows as `qtbot` does."""

    def __init__(self) -> None:
        self.windows: list[QWidget] = []

    def addWidget(self, window: QWidget) -> None:
        self.windows.append(window)


def main(is_careless: bool) -> None:
    """The desk, or for comparison one careless label. Who waits for the pipe is ended after a minute."""
    signal.alarm(60)
    qt = QApplication([])
    if is_careless:
        label = QLabel(TRAP)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.grab()
        return
    desk = Desk(qt, cast(QtBot, _Keeper()), lesson())
    fill(desk)
    dialogs(desk)
    ask_for_tooltips()
    desk.ends()
    print("painted")


if __name__ == "__main__":
    main("careless" in sys.argv)
