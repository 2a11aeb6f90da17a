"""From a lesson that came in to a running app: the lock, what is still to be completed, the question about an
unfinished session, and one app after another for as long as the teacher chooses another lesson."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from lessons.model import named
from lessons.package import CannotOpen, Opened
from lessons.problems import sentence
from polling import running, sentences, sessions
from polling.forgetting import forget_old
from polling.interfaces import LOOPBACK
from polling.sessions import Unfinished
from presenter import dialogs
from presenter.app import App, Plan
from presenter.beginning.resume_sheet import ResumeSheet
from presenter.completing.alone import completed
from presenter.completing.arriving import from_path
from presenter.completing.draft import Arrival
from presenter.console.look import dress
from presenter.garbage import Garbage
from presenter.icon import APP_ID, claim_taskbar, icon
from presenter.lesson_lock import LessonLock
from presenter.opening import Chosen, Decision, anew, decide, going_on, seconds_of_today
from presenter.pretend_class import PretendClass
from presenter.report.words import forgotten
from presenter.server_process import Wish
from presenter.settings import Settings
from presenter.stage.school import changed
from presenter.stage.theme import THEMES
from presenter.thumbnails import Thumbnails
from presenter.translation import speak
from presenter.words import Words


@dataclass(frozen=True)
class Given:
    """How an app ended: its exit code, and the lesson that the teacher wants next, if any."""

    code: int
    next_lesson: Path | None = None


class Start:
    """Begins once. What stands in the way is said in a dialog, or in the terminal where there is no display."""

    def __init__(self, settings: Settings, data: Path, is_headless: bool, rehearse: int = 0) -> None:
        """`rehearse` is the number of students who are not there."""
        self._rehearse = rehearse
        self._settings = settings
        self._data = data
        self._is_headless = is_headless
        self._words = Words(settings.language)
        self._forgotten = 0
        self._qt = _application()
        self._garbage = Garbage()
        self._qt.setApplicationName("klassikaal")
        self._qt.setDesktopFileName(APP_ID)
        self._qt.setWindowIcon(icon())
        claim_taskbar()
        self._qt.setApplicationDisplayName(self._words.say("app"))
        self._qt.setQuitOnLastWindowClosed(False)
        dress(self._qt, settings.theme)
        speak(self._qt, settings.language)

    def refuse(self, text: str) -> int:
        """Say why no lesson begins."""
        print(text, file=sys.stderr)
        if not self._is_headless:
            dialogs.message(self._words.say("open.title"), text, self._words).exec()
        return 1

    def give(self, arrival: Arrival, host: str, port: int | None) -> int:
        """Give this lesson, and those that the teacher chooses after it, until the app is left."""
        lesson = arrival.opened.source
        lock = LessonLock(self._data)
        try:
            if not lock.take(lesson):
                return self.refuse(self._words.say("busy", lesson=Path(lock.holder()).name))
        except OSError:
            return self.refuse(self._words.say("data.unwritable", data=str(self._data)))
        try:
            self._forgotten = forget_old(self._data, self._settings.keep_days, time.time())
            if self._forgotten and self._is_headless:
                print(forgotten(self._forgotten, self._settings), flush=True)
            return self._give_all(arrival, host, port, lock)
        finally:
            lock.give_back()

    def _give_all(self, arrival: Arrival, host: str, port: int | None, lock: LessonLock) -> int:
        """One app after another, never two. When the teacher thinks better of a lesson, the one before goes on."""
        opened = self._finished(arrival)
        before: Opened | None = None
        how = Chosen.OPENED
        while opened is not None:
            lock.tell(opened.source)
            screen, bind = not self._is_headless, self._bind(host)
            label = self._words.say("rehearsal.label") if self._rehearse else ""
            wish = Wish(lesson=opened.source, data=self._data, host=bind, port=port, label=label, has_screen=screen)
            given = self._give(opened, wish, how)
            if given is None:
                opened, before, how = before, None, Chosen.AFTER_ALL
            elif given.next_lesson is None:
                return given.code
            else:
                wanted = self._opened(given.next_lesson)
                opened, before = (opened, None) if wanted is None else (wanted, opened)
                how = Chosen.AFTER_ALL if wanted is None else Chosen.INSTEAD
        return 0

    def _bind(self, host: str) -> str:
        """Where the server listens: what the command line says, or else the teacher's choice."""
        return host or (LOOPBACK if self._settings.listens_here_only else "")

    def _finished(self, arrival: Arrival) -> Opened | None:
        """The lesson to give; one that was read from a text is completed and saved first. None: nothing now."""
        if not arrival.is_imported or self._is_headless:
            return arrival.opened
        path = completed(self._qt, arrival, self._settings, self._data)
        return None if path is None else self._opened(path)

    def _opened(self, path: Path) -> Opened | None:
        try:
            return from_path(path, self._data).opened
        except CannotOpen as reason:
            self.refuse(sentence(reason, self._settings.language))
            return None

    def _give(self, opened: Opened, wish: Wish, how: Chosen) -> Given | None:
        """Run the app for one lesson; None when the teacher does not want it after all."""
        decision = self._decision(wish.lesson, how)
        answered = self._answered(decision, wish, opened)
        if answered is None:
            return None
        wish = answered
        if self._is_headless:
            print(self._words.say("terminal.no_display"), flush=True)
        remarks = self._problems(opened) + self._pale(opened) + self._unreadable()
        plan = Plan(wish, decision, self._settings, remarks, self._forgotten, self._is_headless)
        self._forgotten = 0
        app = App(self._qt, plan)
        # `quit` would ask every window whether it may close, and the console never says yes: it lets the room go first.
        app.leaving.left.connect(lambda: self._qt.exit(0))
        pretend = PretendClass(self._rehearse, self._data / "logs" / "class.log")
        if self._rehearse:
            app.server.listening.connect(pretend.on_listening)
        app.begin()
        code = self._qt.exec()
        app.end()
        pretend.end()
        self._settings = app.choices.settings
        self._words = Words(self._settings.language)
        if self._is_headless:
            print(self._words.say("terminal.stopped"), flush=True)
        return Given(code, app.next_lesson)

    def _decision(self, lesson: Path, how: Chosen) -> Decision:
        left = running.read(self._data)
        alive = left if left is not None and running.is_alive(left) else None
        found = sessions.unfinished(self._data, lesson)
        return decide(alive, found, lesson, seconds_of_today(time.localtime()), how)

    def _answered(self, decision: Decision, wish: Wish, opened: Opened) -> Wish | None:
        """The wish with what follows from the decision, and from the teacher's answer where there is something to ask;
        None is: nothing now. Without a display there is nobody to ask, and the latest of today goes on: nothing that
        came in is lost that way."""
        if decision.attach is not None:
            return wish
        if decision.session:
            return going_on(wish, decision.session)
        if self._is_headless:
            today = [each for each in decision.ask if each.last_seen_s <= seconds_of_today(time.localtime())]
            return going_on(wish, today[0].session) if today else anew(wish, wish.label)
        return self._ask(decision.ask, wish, opened) if decision.ask else anew(wish, wish.label)

    def _ask(self, found: tuple[Unfinished, ...], wish: Wish, opened: Opened) -> Wish | None:
        slides, theme = named(opened.lesson).slides, THEMES[self._settings.theme]
        sheet = ResumeSheet(
            found, slides, self._words, lambda seen, slide, size: Thumbnails(seen, theme, {}).picture_of(slide, size),
            datetime.now().astimezone(),
        )  # fmt: skip
        if sheet.exec() != QDialog.DialogCode.Accepted:
            return None
        if sheet.session:
            return going_on(wish, sheet.session)
        return anew(wish, sheet.fields.label_typed, sheet.fields.begins_at)

    def _problems(self, opened: Opened) -> tuple[str, ...]:
        return tuple(
            self._words.say("problems.line", line=each.line, text=sentence(each, self._settings.language))
            if each.line
            else sentence(each, self._settings.language)
            for each in sorted(opened.problems, key=lambda problem: problem.line)
        )

    def _pale(self, opened: Opened) -> tuple[str, ...]:
        """A sentence for each of the lesson's own colours that cannot be read as it is."""
        return tuple(self._words.say("problems.colour", colour=each) for each in changed(opened.lesson.theme))

    def _unreadable(self) -> tuple[str, ...]:
        """A sentence for each session that cannot be read any more."""
        found = sessions.unreadable(self._data)
        return tuple(sentences.say("unreadable", self._settings.language, file=path.name) for path in found)


def _application() -> QApplication:
    there = QApplication.instance()
    return there if isinstance(there, QApplication) else QApplication(sys.argv[:1])
